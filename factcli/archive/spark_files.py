"""Where Spark keeps files, on HDFS, in S3, or on this machine: what is written there, and what may be replaced.

A folder is begun in when it is new or empty, and its manifest says then that it is one of these.  In such a folder only
files with the names that this program and Spark give are replaced; others stay.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcli.archive.batch import ArchiveError
from factcli.archive.folder import FINDINGS, MANIFEST, NEW_FOLDER, check_names, is_file
from factcli.archive.inputs import form_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyspark.sql import SparkSession

_MARK = b'{"engine":"spark"}\n'
_WRITTEN = re.compile(r"\.?part-\d{5}-[0-9a-f-]{36}(?:-c\d{3})?\.[a-z0-9.]{1,40}|_SUCCESS|\._SUCCESS\.crc")


def make_room(session: SparkSession, output: str) -> None:
    """Begin in a new folder, or remove what an earlier run wrote into it as findings.

    Raises :class:`ArchiveError` for a link, and for a folder that no run on Spark began in.
    """
    system, folder = hadoop(session, output)
    is_here = system.getUri().getScheme() == "file"
    if is_here:
        check_names(Path(folder.toUri().getPath()))
    if not _names(system, folder):
        write(session, f"{output}/{MANIFEST}", [_MARK.decode()])
        return
    if not _is_marked(session, output):
        raise ArchiveError(f"{output}: is a folder with other things in it", hint=NEW_FOLDER)
    _, findings = hadoop(session, f"{output}/{FINDINGS}")
    for name in filter(_WRITTEN.fullmatch, _names(system, findings)):
        _, part = hadoop(session, f"{output}/{FINDINGS}/{name}")
        if is_here:
            is_file(Path(part.toUri().getPath()))
        system.delete(part, False)  # noqa: FBT003 - Java's recursive


def write(session: SparkSession, path: str, texts: Iterable[str]) -> None:
    """Write a file, in the place of the one that is there."""
    system, place = hadoop(session, path)
    stream = system.create(place, True)  # noqa: FBT003 - Java's overwrite
    try:
        for text in texts:
            stream.write(bytearray(text.encode()))
    finally:
        stream.close()


def qualified(session: SparkSession, path: str) -> str:
    """A path as Spark tells it of what lies in it: with its file system, and from the root."""
    system, place = hadoop(session, path)
    return str(system.makeQualified(place).toString())


def hadoop(session: SparkSession, path: str) -> tuple[Any, Any]:
    """The file system of a path, and the path as that knows it, from the root."""
    jvm: Any = session.sparkContext._jvm  # noqa: SLF001 - the way to Hadoop's file systems that PySpark leaves
    context: Any = session.sparkContext._jsc  # noqa: SLF001
    place = jvm.org.apache.hadoop.fs.Path(path)
    system = place.getFileSystem(context.hadoopConfiguration())
    return system, system.makeQualified(place)


def check_inputs(inputs: Iterable[str]) -> None:
    """Raise :class:`ArchiveError` for a pipe or a device among the files of this machine: Spark would wait for it."""
    for found in (found for path in inputs for found in _here(Path(path))):
        if form_of(found.name) and not found.is_dir() and not found.is_file():
            raise ArchiveError(f"{found}: is not a file", hint="move it out of the archive")


def _here(path: Path) -> Iterator[Path]:
    if path.exists():
        yield path
        yield from path.rglob("*")


def _names(system: Any, folder: Any) -> list[str]:  # noqa: ANN401 - of Java
    """The names in a folder; none where there is no such folder."""
    if not system.exists(folder):
        return []
    return [str(status.getPath().getName()) for status in system.listStatus(folder)]


def _is_marked(session: SparkSession, output: str) -> bool:
    """Whether a run on Spark began in the folder."""
    system, place = hadoop(session, f"{output}/{MANIFEST}")
    if not system.exists(place) or system.getFileStatus(place).getLen() != len(_MARK):
        return False
    stream = system.open(place)
    try:
        return bytes(stream.read() & 0xFF for _ in _MARK) == _MARK
    finally:
        stream.close()
