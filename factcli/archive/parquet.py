"""Parquet files, with pyarrow where it is installed: documents come out of them, findings go in and out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, BinaryIO

from factcli.archive.batch import ArchiveError
from factcli.archive.input_records import check_columns
from factcli.archive.result_rows import NUMBERS, FindingRow
from factcli.documents.files import LARGEST_FILE

try:
    import pyarrow as pa
    from pyarrow import parquet
except ModuleNotFoundError as error:
    raise ArchiveError("Parquet needs pyarrow", hint="pip install 'factcli[parquet]'") from error

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

# Few, as each may be as large as a document may be.
_ROWS_AT_ONCE = 8
_BUFFER = 1024 * 1024
_LONGEST_REASON = 200
_SCHEMA = pa.schema([(name, pa.int64() if name in NUMBERS else pa.string()) for name in FindingRow._fields])


def read_columns(source: Path | BinaryIO, columns: Iterable[str]) -> Iterator[tuple[dict[str, Any] | str, float]]:
    """The rows of a file, those of ``columns`` that it has, each with the share of the file that it ends.

    A text stands for a row that cannot be read, and says why.
    """
    file = parquet.ParquetFile(source, pre_buffer=False, buffer_size=_BUFFER)
    check_columns(file.schema_arrow.names)
    wanted = [name for name in columns if name in file.schema_arrow.names]
    total = max(file.metadata.num_rows, 1)
    number = 0
    for group in range(file.num_row_groups):
        if reason := _too_large(file.metadata.row_group(group), wanted):
            number += file.metadata.row_group(group).num_rows
            yield f"row group {group + 1}: {reason}", number / total
            continue
        for batch in file.iter_batches(_ROWS_AT_ONCE, row_groups=[group], columns=wanted, use_threads=False):
            for place in range(batch.num_rows):
                number += 1
                yield _row(batch, place), number / total


def _too_large(group: pa.RowGroupMetaData, wanted: list[str]) -> str | None:
    """Why a row group is not read: cells that are too large in the mean would be in memory before they are seen."""
    for number in range(group.num_columns):
        column = group.column(number)
        is_wanted = column.path_in_schema.partition(".")[0] in wanted
        if is_wanted and column.total_uncompressed_size > 2 * LARGEST_FILE * max(column.num_values, 1):
            return f"the {column.path_in_schema} is larger than {LARGEST_FILE:,} bytes"
    return None


def _row(batch: pa.RecordBatch, place: int) -> dict[str, Any] | str:
    fields = {}
    for name in batch.schema.names:
        cell = batch.column(name)[place]
        if _size(cell) > LARGEST_FILE:
            return f"the {name} is larger than {LARGEST_FILE:,} bytes"
        try:
            fields[name] = cell.as_py()
        except (ValueError, OverflowError, pa.ArrowException) as error:
            return f"the {name} cannot be read: {error}"[:_LONGEST_REASON]
    return fields


def _size(cell: pa.Scalar) -> int:
    """How many bytes a text or a binary value has; 0 for others."""
    value = cell.as_buffer() if hasattr(cell, "as_buffer") else None
    return value.size if value is not None else 0


def write_rows(path: Path, rows: Iterable[FindingRow]) -> None:
    """Write findings as a file of their own."""
    parquet.write_table(pa.Table.from_pylist([row._asdict() for row in rows], schema=_SCHEMA), path)


def read_rows(path: Path) -> Iterator[FindingRow]:
    """The findings of such a file."""
    for row, _ in read_columns(path, FindingRow._fields):
        if isinstance(row, str):
            raise ValueError(row)  # noqa: TRY004 - it is about what the file holds
        yield FindingRow(**row)
