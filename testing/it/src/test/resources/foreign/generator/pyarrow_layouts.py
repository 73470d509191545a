"""pyarrow: codecs, encodings, row groups and pages, and files without rows."""

import decimal

import pyarrow
import pyarrow.parquet as parquet

from generator.canonical import iso_nanos
from generator.case import Case, Column, case_of
from generator.pyarrow_scalars import PRODUCER, table

CODECS = {"none": "NONE", "snappy": "SNAPPY", "gzip": "GZIP", "zstd": "ZSTD", "lz4raw": "LZ4"}


def rows_of_all_kinds(count: int) -> list[Column]:
    """A few columns of ``count`` rows, every third value null, with runs and repetitions."""
    numbers = range(count)
    words = [None if n % 3 == 2 else f"word-{n % 5}-{'x' * (n % 7)}" for n in numbers]
    return [
        Column("id", "int", pyarrow.int32(), list(numbers)),
        Column("word", "text", pyarrow.string(), words),
        Column("big", "bigint", pyarrow.int64(), [None if n % 3 == 0 else n * 1_000_003 for n in numbers]),
        Column("real", "double", pyarrow.float64(), [None if n % 3 == 1 else n / 8 for n in numbers]),
        Column("flag", "boolean", pyarrow.bool_(), [None if n % 3 == 1 else n % 2 == 0 for n in numbers]),
        Column(
            "list",
            "frozen<list<int>>",
            pyarrow.list_(pyarrow.int32()),
            [None if n % 3 == 2 else list(range(n % 4)) for n in numbers],
        ),
    ]


def write(folder) -> list:
    return _codecs(folder) + _encodings(folder) + _row_groups(folder) + _without_rows(folder)


def _codecs(folder) -> list[Case]:
    columns = rows_of_all_kinds(20)
    cases = []
    for name, codec in CODECS.items():
        for version in ("1", "2"):
            file = f"pyarrow-codec-{name}-v{version}.parquet"
            parquet.write_table(
                table(columns), folder / file, compression=codec, data_page_version=f"{version}.0"
            )
            about = f"Codec {name}, data pages v{version}."
            cases.append(case_of(f"pyarrow_codec_{name}_v{version}", file, PRODUCER, about, columns))
    file = "pyarrow-codec-brotli.parquet"
    parquet.write_table(table(columns), folder / file, compression="BROTLI")
    about = "Codec BROTLI, for which there is no pure Java or bundled decoder."
    cases.append(
        case_of("pyarrow_codec_brotli", file, PRODUCER, about, columns, refused="(?is)brotli.*(snappy|zstd)")
    )
    return cases


def _encodings(folder) -> list[Case]:
    a = pyarrow
    numbers = list(range(-20, 20))
    words = [None if n % 7 == 3 else f"prefix/{n:03d}/suffix" for n in numbers]
    instants = [f"2024-02-29T12:00:{n + 20:02d}.500Z" for n in numbers]
    money = [decimal.Decimal(n) * decimal.Decimal("1.25") for n in numbers]
    with_encoding = [
        (Column("id", "int", a.int32(), numbers), "DELTA_BINARY_PACKED"),
        (Column("i64_delta", "bigint", a.int64(), [n * 2**57 for n in numbers]), "DELTA_BINARY_PACKED"),
        (Column("i32_split", "int", a.int32(), [n * 2**26 for n in numbers]), "BYTE_STREAM_SPLIT"),
        (Column("i64_split", "bigint", a.int64(), [n * 2**57 for n in numbers]), "BYTE_STREAM_SPLIT"),
        (Column("f32_split", "float", a.float32(), [n / 4 for n in numbers]), "BYTE_STREAM_SPLIT"),
        (
            Column("f64_split", "double", a.float64(), [None if n % 5 == 0 else n / 8 for n in numbers]),
            "BYTE_STREAM_SPLIT",
        ),
        (
            Column("fixed_split", "blob", a.binary(3), [bytes([n + 20, 0, 255]) for n in numbers]),
            "BYTE_STREAM_SPLIT",
        ),
        (Column("s_length", "text", a.string(), words), "DELTA_LENGTH_BYTE_ARRAY"),
        (Column("s_delta", "text", a.string(), words), "DELTA_BYTE_ARRAY"),
        (
            Column(
                "d_delta",
                "decimal",
                a.decimal128(30, 2),
                [d.quantize(decimal.Decimal("0.01")) for d in money],
            ),
            "DELTA_BYTE_ARRAY",
        ),
        (
            Column(
                "ts_delta",
                "timestamp",
                a.timestamp("us", "UTC"),
                [iso_nanos(i) // 1000 for i in instants],
                instants,
            ),
            "DELTA_BINARY_PACKED",
        ),
        (Column("b_rle", "boolean", a.bool_(), [None if n % 9 == 0 else n < 0 for n in numbers]), "RLE"),
        (Column("s_plain", "text", a.string(), words), "PLAIN"),
    ]
    columns = [column for column, _ in with_encoding]
    encodings = {column.name: encoding for column, encoding in with_encoding}
    cases = []
    for version in ("1", "2"):
        file = f"pyarrow-encodings-v{version}.parquet"
        parquet.write_table(
            table(columns),
            folder / file,
            use_dictionary=False,
            column_encoding=encodings,
            data_page_version=f"{version}.0",
        )
        about = f"DELTA_*, BYTE_STREAM_SPLIT and RLE for booleans, data pages v{version}."
        name = f"pyarrow_encodings_v{version}"
        # DuckDB knows BYTE_STREAM_SPLIT for numbers only, not for fixed bytes.
        cases.append(case_of(name, file, PRODUCER, about, columns, unread=("duckdb",)))
    return cases


def _row_groups(folder) -> list[Case]:
    columns = rows_of_all_kinds(25)
    file = "pyarrow-row-groups.parquet"
    parquet.write_table(
        table(columns),
        folder / file,
        row_group_size=7,
        max_rows_per_page=3,
        write_batch_size=1,
        write_page_index=True,
        write_page_checksum=True,
    )
    about = "Four row groups of several pages each, with page index and checksums"

    def part(name: str, words: str, first: int, last: int, **options: str) -> Case:
        chosen = [
            Column(c.name, c.cql, c.native, c.values[first:last], c.cells()[first:last]) for c in columns
        ]
        return case_of(
            name, file, PRODUCER, about + words, chosen, options=options, skipped=25 - (last - first)
        )

    return [
        part("pyarrow_row_groups", ".", 0, 25),
        part("pyarrow_row_groups_skip", "; starts inside the second group.", 9, 25, SKIPROWS="9"),
        part("pyarrow_row_groups_max", "; ends inside the third group.", 0, 16, MAXROWS="16"),
        part("pyarrow_row_groups_slice", "; five rows over two groups.", 12, 17, SKIPROWS="12", MAXROWS="5"),
        part("pyarrow_row_groups_past", "; skips all rows.", 25, 25, SKIPROWS="25"),
    ]


def _without_rows(folder) -> list[Case]:
    columns = rows_of_all_kinds(0)
    cases = []
    file = "pyarrow-zero-rows.parquet"
    parquet.write_table(table(columns), folder / file)
    cases.append(case_of("pyarrow_zero_rows", file, PRODUCER, "No rows, written as an empty table.", columns))
    file = "pyarrow-zero-groups.parquet"
    with parquet.ParquetWriter(folder / file, table(columns).schema):
        pass
    cases.append(case_of("pyarrow_zero_groups", file, PRODUCER, "No rows and no row group.", columns))
    file = "pyarrow-empty-group.parquet"
    full = rows_of_all_kinds(3)
    with parquet.ParquetWriter(folder / file, table(full).schema) as writer:
        writer.write_table(table(full).slice(0, 0))
        writer.write_table(table(full))
        writer.write_table(table(full).slice(0, 0))
    cases.append(case_of("pyarrow_empty_group", file, PRODUCER, "Row groups of 0, 3 and 0 rows.", full))
    return cases
