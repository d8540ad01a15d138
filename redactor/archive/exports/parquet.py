"""parquet: the flat table of csv in columns, for data frames; needs the extra [parquet] (pyarrow)."""

from __future__ import annotations

from itertools import islice
from typing import BinaryIO

from redactor.archive import flat
from redactor.archive.exports import Export
from redactor.archive.reader import Reader
from redactor.errors import UsageError

_GROUP = 50_000


def write(reader: Reader, stream: BinaryIO) -> None:
    """Write one file with row groups of 50,000; UsageError where pyarrow is not installed."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        raise UsageError(
            "needs pyarrow", where="parquet", remedy="Install foi-release-check[parquet], or export csv."
        ) from None
    kinds = {name: pyarrow.int64() for name in flat.NUMBERS} | {"score": pyarrow.float64()}
    schema = pyarrow.schema([(name, kinds.get(name, pyarrow.string())) for name in flat.COLUMNS])
    rows = flat.rows(reader)
    with parquet.ParquetWriter(stream, schema, compression="zstd") as writer:
        while batch := list(islice(rows, _GROUP)):
            columns = [pyarrow.array(column, schema.field(i).type) for i, column in enumerate(zip(*batch, strict=True))]
            writer.write_table(pyarrow.Table.from_arrays(columns, schema=schema))


EXPORT = Export("parquet", write, needs_file=True)
