"""Read documents from Parquet files, and write and read findings, with pyarrow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, BinaryIO

from factcli.archive.batch import ArchiveError
from factcli.archive.input_records import check_columns
from factcli.archive.result_rows import NUMBERS, FindingRow
from factcli.documents.limits import LARGEST_FILE

try:
    import pyarrow as pa
    from pyarrow import parquet
except ModuleNotFoundError as error:
    raise ArchiveError("Parquet needs pyarrow", hint="pip install 'factcli[parquet]'") from error

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

# Few, because each row may hold a document of the maximum size.
_ROWS_AT_ONCE = 8
_BUFFER = 1024 * 1024
_LONGEST_REASON = 200
_SCHEMA = pa.schema([(name, pa.int64() if name in NUMBERS else pa.string()) for name in FindingRow._fields])


def read_columns(source: Path | BinaryIO, columns: Iterable[str]) -> Iterator[tuple[dict[str, Any] | str, float]]:
    """Yield the rows of a file, limited to ``columns``, each with the fraction of the file read so far.

    A row that cannot be read is yielded as a string with the reason.
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
    """Why a row group is skipped, None if it is not: its cells are too large on average to be loaded into memory."""
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
    """The size of a string or binary value in bytes; 0 for other types."""
    value = cell.as_buffer() if hasattr(cell, "as_buffer") else None
    return value.size if value is not None else 0


def write_rows(path: Path, rows: Iterable[FindingRow]) -> None:
    """Write findings to a new Parquet file."""
    with path.open("xb") as file:
        parquet.write_table(pa.Table.from_pylist([row._asdict() for row in rows], schema=_SCHEMA), file)


def read_rows(path: Path) -> Iterator[FindingRow]:
    """Read findings back from a Parquet file."""
    for row, _ in read_columns(path, FindingRow._fields):
        if isinstance(row, str):
            raise ValueError(row)  # noqa: TRY004 - the value is wrong, not the type
        yield FindingRow(**row)
