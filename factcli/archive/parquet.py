"""Parquet files, with pyarrow where it is installed: documents come out of them, findings go in and out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcli.archive.examine import ArchiveError
from factcli.archive.rows import NUMBERS, FindingRow

try:
    import pyarrow as pa
    from pyarrow import parquet
except ModuleNotFoundError as error:
    raise ArchiveError("Parquet needs pyarrow", hint="pip install 'factcli[parquet]'") from error

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_ROWS_AT_ONCE = 256
_SCHEMA = pa.schema([(name, pa.int64() if name in NUMBERS else pa.string()) for name in FindingRow._fields])


def read_columns(path: Path, columns: Iterable[str]) -> Iterator[tuple[dict[str, Any], float]]:
    """The rows of a file, those of ``columns`` that it has, each with the share of the file that it ends."""
    file = parquet.ParquetFile(path)
    wanted = [name for name in columns if name in file.schema_arrow.names]
    total = max(file.metadata.num_rows, 1)
    number = 0
    for batch in file.iter_batches(batch_size=_ROWS_AT_ONCE, columns=wanted):
        for row in batch.to_pylist():
            number += 1
            yield row, number / total


def write_rows(path: Path, rows: Iterable[FindingRow]) -> None:
    """Write findings as a file of their own."""
    parquet.write_table(pa.Table.from_pylist([row._asdict() for row in rows], schema=_SCHEMA), path)


def read_rows(path: Path) -> Iterator[FindingRow]:
    """The findings of such a file."""
    for row, _ in read_columns(path, FindingRow._fields):
        yield FindingRow(**row)
