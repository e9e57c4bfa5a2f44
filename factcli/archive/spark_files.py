"""Files of a run on Spark, on HDFS, S3 or the local disk: what is written, and what may be replaced.

A run starts in a new or empty folder and marks it with a manifest.  In a marked folder only files written by fact or
Spark are replaced; others stay.
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
    """Mark a new folder, or remove the findings of an earlier run from a marked one.

    Raises :class:`ArchiveError` for a link, and for a folder that is neither empty nor marked.
    """
    system, folder = hadoop(session, output)
    is_here = system.getUri().getScheme() == "file"
    if is_here:
        check_names(Path(folder.toUri().getPath()))
    if not _names(system, folder):
        write(session, f"{output}/{MANIFEST}", [_MARK.decode()])
        return
    if not _is_marked(session, output):
        raise ArchiveError(f"{output}: the folder contains other files", hint=NEW_FOLDER)
    _, findings = hadoop(session, f"{output}/{FINDINGS}")
    for name in filter(_WRITTEN.fullmatch, _names(system, findings)):
        _, part = hadoop(session, f"{output}/{FINDINGS}/{name}")
        if is_here:
            is_file(Path(part.toUri().getPath()))
        system.delete(part, False)  # noqa: FBT003 - Java's recursive


def write(session: SparkSession, path: str, texts: Iterable[str]) -> None:
    """Write a file, replacing an existing one."""
    system, place = hadoop(session, path)
    stream = system.create(place, True)  # noqa: FBT003 - Java's overwrite
    try:
        for text in texts:
            stream.write(bytearray(text.encode()))
    finally:
        stream.close()


def qualified(session: SparkSession, path: str) -> str:
    """The absolute path with its file system, as in the paths of files that Spark reports."""
    system, place = hadoop(session, path)
    return str(system.makeQualified(place).toString())


def hadoop(session: SparkSession, path: str) -> tuple[Any, Any]:
    """The Hadoop file system of a path, and the absolute path in it."""
    jvm: Any = session.sparkContext._jvm  # noqa: SLF001 - PySpark has no public way to Hadoop's file systems
    context: Any = session.sparkContext._jsc  # noqa: SLF001
    place = jvm.org.apache.hadoop.fs.Path(path)
    system = place.getFileSystem(context.hadoopConfiguration())
    return system, system.makeQualified(place)


def check_inputs(inputs: Iterable[str]) -> None:
    """Raise :class:`ArchiveError` for a pipe or device among local files: Spark would block on it."""
    for found in (found for path in inputs for found in _here(Path(path))):
        if form_of(found.name) and not found.is_dir() and not found.is_file():
            raise ArchiveError(f"{found}: not a regular file", hint="move it out of the archive")


def _here(path: Path) -> Iterator[Path]:
    if path.exists():
        yield path
        yield from path.rglob("*")


def _names(system: Any, folder: Any) -> list[str]:  # noqa: ANN401 - a Java object
    """The names in a folder; empty if it does not exist."""
    if not system.exists(folder):
        return []
    return [str(status.getPath().getName()) for status in system.listStatus(folder)]


def _is_marked(session: SparkSession, output: str) -> bool:
    """Whether the folder is marked as the output of a run on Spark."""
    system, place = hadoop(session, f"{output}/{MANIFEST}")
    if not system.exists(place) or system.getFileStatus(place).getLen() != len(_MARK):
        return False
    stream = system.open(place)
    try:
        return bytes(stream.read() & 0xFF for _ in _MARK) == _MARK
    finally:
        stream.close()
