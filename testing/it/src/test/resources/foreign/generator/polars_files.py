"""Polars: write_parquet of its types."""

import polars

from generator.canonical import clock_nanos, days, iso_nanos
from generator.case import Column, case_of

PRODUCER = f"polars {polars.__version__}"

TYPES = ["CREATE TYPE pole (x bigint, label text)"]


def instants(unit: str, zone: str | None, texts: list) -> tuple:
    size = {"ms": 10**6, "us": 10**3, "ns": 1}[unit]
    counts = [None if text is None else iso_nanos(text) // size for text in texts]
    return polars.Datetime(unit, zone), counts, texts


def scalars() -> list[Column]:
    p = polars
    texts = ["2024-02-29T12:34:56.789Z", "1969-12-31T23:59:59.999Z", None]
    clocks = ["12:34:56.789012345", "00:00:00", None]
    dates = ["2024-02-29", "0001-01-01", None]
    return [
        Column("id", "int", p.Int32, [1, 2, 3]),
        Column("c_bool", "boolean", p.Boolean, [True, False, None]),
        Column("c_int8", "tinyint", p.Int8, [1, -128, None]),
        Column("c_int16", "smallint", p.Int16, [1, -32768, None]),
        Column("c_int64", "bigint", p.Int64, [1, -(2**63), None]),
        Column("c_uint8", "smallint", p.UInt8, [1, 255, None]),
        Column("c_uint16", "int", p.UInt16, [1, 65535, None]),
        Column("c_uint32", "bigint", p.UInt32, [1, 2**32 - 1, None]),
        Column("c_uint64", "varint", p.UInt64, [1, 2**64 - 1, None]),
        Column("c_float16", "float", p.Float16, [1.5, -65504.0, None]),
        Column("c_float32", "float", p.Float32, [1.5, float("-inf"), None]),
        Column("c_float64", "double", p.Float64, [0.1, -0.0, None]),
        Column("c_string", "text", p.String, ["Grüße, 世界 🚀", "", None]),
        Column("c_categorical", "text", p.Categorical, ["red", "green", None]),
        Column("c_enum", "text", p.Enum(["red", "green"]), ["red", "green", None]),
        Column("c_binary", "blob", p.Binary, [b"\x00\x01\xfe\xff", b"", None]),
        Column("c_decimal9", "decimal", p.Decimal(9, 2), ["1.50", "-9999999.99", None]),
        Column("c_decimal38", "decimal", p.Decimal(38, 4), ["1.5000", "-" + "9" * 34 + ".9999", None]),
        Column("c_date", "date", p.Date, [None if d is None else days(d) for d in dates], dates),
        Column("c_time", "time", p.Time, [None if c is None else clock_nanos(c) for c in clocks], clocks),
        Column("c_ms", "timestamp", *instants("ms", None, texts)),
        Column("c_us", "timestamp", *instants("us", None, texts)),
        Column("c_ns", "timestamp", *instants("ns", None, texts)),
        Column("c_us_utc", "timestamp", *instants("us", "UTC", texts)),
        Column("c_ms_berlin", "timestamp", *instants("ms", "Europe/Berlin", texts)),
        Column("c_duration", "bigint", p.Duration("us"), [1, -86_400_000_000, None]),
        Column("c_null", "text", p.Null, [None] * 3),
    ]


def nested() -> list[Column]:
    p = polars
    pole = p.Struct({"x": p.Int64, "label": p.String})
    return [
        Column("id", "bigint", p.Int64, [1, 2, 3, 4, 5]),
        Column(
            "c_list",
            "list<text>",
            p.List(p.String),
            [["a", "b"], [], None, ["c"], None],
            [["a", "b"], None, None, ["c"], None],
        ),
        Column(
            "c_set",
            "set<bigint>",
            p.List(p.Int64),
            [[2, 1], [], None, [3], None],
            [["1", "2"], None, None, ["3"], None],
        ),
        Column(
            "c_array",
            "vector<float, 2>",
            p.Array(p.Float32, 2),
            [[1.5, -2.0], [0.0, 0.0], None, [1.0, 2.0], None],
            [["1.5", "-2"], ["0", "0"], None, ["1", "2"], None],
        ),
        Column(
            "c_struct",
            "pole",
            pole,
            [{"x": 1, "label": "a"}, {"x": None, "label": ""}, None, {"x": 4, "label": None}, None],
        ),
        Column(
            "c_lists",
            "frozen<list<frozen<list<bigint>>>>",
            p.List(p.List(p.Int64)),
            [[[1, 2], [], None], [], None, [[3]], [[None]]],
        ),
        Column(
            "c_poles",
            "frozen<list<frozen<pole>>>",
            p.List(pole),
            [[{"x": 1, "label": "a"}, None], [], None, [{"x": None, "label": None}], None],
        ),
        Column(
            "c_arrays",
            "frozen<list<vector<int, 2>>>",
            p.List(p.Array(p.Int32, 2)),
            [[[1, 2], [3, 4]], [], None, [[5, 6]], None],
        ),
    ]


def frame(columns: list[Column]) -> polars.DataFrame:
    """The columns as a data frame."""
    return polars.DataFrame([series(column) for column in columns])


def series(column: Column) -> polars.Series:
    """The values of a column, by way of their integers or texts where Polars' constructor would interpret them."""
    native = column.native
    if isinstance(native, polars.Decimal):
        return polars.Series(column.name, column.values, polars.String).cast(native)
    if native == polars.Date:
        return polars.Series(column.name, column.values, polars.Int32).cast(native)
    if native in (polars.Time, polars.Datetime, polars.Duration):
        return polars.Series(column.name, column.values, polars.Int64).cast(native)
    return polars.Series(column.name, column.values, native)


def write(folder) -> list:
    cases = []
    for codec, statistics in (("zstd", True), ("uncompressed", False)):
        file = f"polars-scalars-{codec}.parquet"
        frame(scalars()).write_parquet(folder / file, compression=codec, statistics=statistics)
        about = f"Polars' scalar types, {codec}; Duration is plain INT64, Categorical and Enum are strings."
        name = f"polars_scalars_{codec}"
        cases.append(case_of(name, file, PRODUCER, about, scalars(), warning="(?i)utc|zone"))
    file = "polars-nested.parquet"
    frame(nested()).write_parquet(folder / file, compression="lz4", row_group_size=2)
    about = "Polars' List, Array and Struct, codec lz4 (LZ4_RAW), two row groups."
    # No list that is inside of another value takes a null element.
    rejecting = {"options": {"MAXERRORS": "10"}, "rejected": ["5"]}
    cases.append(case_of("polars_nested", file, PRODUCER, about, nested(), types=TYPES, **rejecting))
    file = "polars-wide-integers.parquet"
    wide = [
        Column("id", "int", polars.Int32, [1, 2]),
        Column(
            "c_int128",
            "blob",
            polars.Int128,
            [1, -2],
            [(1).to_bytes(16, "little"), (-2).to_bytes(16, "little", signed=True)],
        ),
    ]
    frame(wide).write_parquet(folder / file)
    about = "Int128 is written as 16 plain bytes, the least first: only a blob can take it."
    return cases + [case_of("polars_wide_integers", file, PRODUCER, about, wide, unread=("pyarrow",))]
