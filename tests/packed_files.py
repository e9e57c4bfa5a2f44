"""Files that are zip archives, as those of offices and of electronic books are."""

import io
import zipfile


def packed(**parts: str) -> bytes:
    """The bytes of an archive with a file for each name, in order."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return data.getvalue()
