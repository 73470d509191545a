"""pyarrow: every scalar type, with v1 and v2 data pages, with dictionaries and without."""

import decimal

import pyarrow
import pyarrow.parquet as parquet

from generator.canonical import clock_nanos, days, iso_nanos
from generator.case import Column, case_of

PRODUCER = f"pyarrow {pyarrow.__version__}"

INSTANTS = [
    "2024-02-29T12:34:56.789Z",
    "1969-12-31T23:59:59.999Z",
    "2262-04-11T23:47:16.854Z",
    None,
    "1970-01-01T00:00:00Z",
]
CLOCKS = ["12:34:56.789", "00:00:00", "23:59:59.999", None, "00:00:00.001"]
MICRO_CLOCKS = ["12:34:56.789012", "00:00:00", "23:59:59.999999", None, "00:00:00.000001"]
NANO_CLOCKS = ["12:34:56.789012345", "00:00:00", "23:59:59.999999999", None, "00:00:00.000000001"]
DATES = ["2024-02-29", "0001-01-01", "9999-12-31", None, "1969-12-31"]
UUIDS = [
    "123e4567-e89b-12d3-a456-426614174000",
    "00000000-0000-0000-0000-000000000000",
    "ffffffff-ffff-ffff-ffff-ffffffffffff",
    None,
    "80000000-0000-1000-8000-000000000000",
]
TEXTS = ["Grüße, 世界 🚀", "", 'it\'s\n"quoted"\u0000', None, "a" * 40]
BYTES = [b"\x00\x01\xfe\xff", b"", b"PAR1", None, bytes(range(40))]


def as_unit(instants: list, unit: str) -> list:
    """The instants as counts of a unit; digits that the unit lacks must be zero."""
    size = {"s": 10**9, "ms": 10**6, "us": 10**3, "ns": 1}[unit]
    return [None if instant is None else iso_nanos(instant) // size for instant in instants]


def columns() -> list[Column]:
    """All columns of the files; the key first, then one for each type. The fourth row is all null."""
    a = pyarrow
    whole_seconds = [None if text is None else text[:19] + "Z" for text in INSTANTS]
    return [
        Column("id", "int", a.int32(), [1, 2, 3, 4, 5]),
        Column("c_bool", "boolean", a.bool_(), [True, False, True, None, False]),
        Column("c_int8", "tinyint", a.int8(), [1, -128, 127, None, 0]),
        Column("c_int16", "smallint", a.int16(), [1, -32768, 32767, None, 0]),
        Column("c_int32", "int", a.int32(), [1, -(2**31), 2**31 - 1, None, 0]),
        Column("c_int64", "bigint", a.int64(), [1, -(2**63), 2**63 - 1, None, 0]),
        Column("c_uint8", "smallint", a.uint8(), [1, 0, 255, None, 128]),
        Column("c_uint16", "int", a.uint16(), [1, 0, 65535, None, 32768]),
        Column("c_uint32", "bigint", a.uint32(), [1, 0, 2**32 - 1, None, 2**31]),
        Column("c_uint64", "varint", a.uint64(), [1, 0, 2**64 - 1, None, 2**63]),
        Column("c_float16", "float", a.float16(), [1.5, -65504.0, 5.9604645e-8, None, float("-inf")]),
        Column("c_float32", "float", a.float32(), [1.5, -3.4028234663852886e38, 1e-45, None, float("nan")]),
        Column("c_float64", "double", a.float64(), [0.1, -1.7976931348623157e308, 5e-324, None, -0.0]),
        Column("c_string", "text", a.string(), TEXTS),
        Column("c_large_string", "text", a.large_string(), TEXTS),
        Column("c_string_view", "text", a.string_view(), TEXTS),
        Column("c_dictionary", "text", a.dictionary(a.int8(), a.string()), ["red", "green", "red", None, ""]),
        Column("c_json", "text", a.json_(), ['{"a": [1, null]}', "{}", "[]", None, "null"]),
        Column("c_binary", "blob", a.binary(), BYTES),
        Column("c_large_binary", "blob", a.large_binary(), BYTES),
        Column(
            "c_fixed", "blob", a.binary(4), [b"\x00\x01\xfe\xff", b"\x00" * 4, b"PAR1", None, b"\xff" * 4]
        ),
        Column(
            "c_uuid",
            "uuid",
            a.uuid(),
            [None if u is None else bytes.fromhex(u.replace("-", "")) for u in UUIDS],
            UUIDS,
        ),
        Column("c_date32", "date", a.date32(), [None if d is None else days(d) for d in DATES], DATES),
        Column(
            "c_date64",
            "date",
            a.date64(),
            [None if d is None else days(d) * 86_400_000 for d in DATES],
            DATES,
        ),
        Column("c_time_ms", "time", a.time32("ms"), _clock_counts(CLOCKS, 10**6), CLOCKS),
        Column("c_time_us", "time", a.time64("us"), _clock_counts(MICRO_CLOCKS, 10**3), MICRO_CLOCKS),
        Column("c_time_ns", "time", a.time64("ns"), _clock_counts(NANO_CLOCKS, 1), NANO_CLOCKS),
        Column("c_ts_s", "timestamp", a.timestamp("s"), as_unit(whole_seconds, "s"), whole_seconds),
        Column("c_ts_ms", "timestamp", a.timestamp("ms"), as_unit(INSTANTS, "ms"), INSTANTS),
        Column("c_ts_us", "timestamp", a.timestamp("us"), as_unit(INSTANTS, "us"), INSTANTS),
        Column("c_ts_ns", "timestamp", a.timestamp("ns"), as_unit(INSTANTS, "ns"), INSTANTS),
        Column("c_ts_ms_utc", "timestamp", a.timestamp("ms", "UTC"), as_unit(INSTANTS, "ms"), INSTANTS),
        Column(
            "c_ts_us_berlin",
            "timestamp",
            a.timestamp("us", "Europe/Berlin"),
            as_unit(INSTANTS, "us"),
            INSTANTS,
        ),
        Column("c_ts_ns_offset", "timestamp", a.timestamp("ns", "+05:30"), as_unit(INSTANTS, "ns"), INSTANTS),
        Column("c_duration_ns", "bigint", a.duration("ns"), [1, -(2**63) + 1, 2**63 - 1, None, 0]),
        Column(
            "c_decimal", "decimal", a.decimal128(9, 2), [decimal.Decimal(d) if d else None for d in DECIMALS]
        ),
        Column("c_null", "text", a.null(), [None] * 5),
    ]


DECIMALS = ["1.50", "-9999999.99", "9999999.99", None, "0.00"]


def _clock_counts(clocks: list, size: int) -> list:
    return [None if clock is None else clock_nanos(clock) // size for clock in clocks]


def array(column: Column) -> pyarrow.Array:
    """The values of a column as an Arrow array of its native type."""
    native = column.native
    if pyarrow.types.is_temporal(native):
        storage = pyarrow.int32() if native.bit_width == 32 else pyarrow.int64()
        return pyarrow.array(column.values, storage).cast(native)
    if isinstance(native, pyarrow.BaseExtensionType):
        return pyarrow.ExtensionArray.from_storage(native, pyarrow.array(column.values, native.storage_type))
    return pyarrow.array(column.values, native)


def table(columns_of_file: list[Column]) -> pyarrow.Table:
    """The columns as an Arrow table."""
    return pyarrow.table({column.name: array(column) for column in columns_of_file})


def write(folder) -> list:
    cases = []
    for page in ("1.0", "2.0"):
        for dictionary in (True, False):
            version = page[0]
            kind = "dict" if dictionary else "plain"
            file = f"pyarrow-scalars-v{version}-{kind}.parquet"
            parquet.write_table(
                table(columns()), folder / file, data_page_version=page, use_dictionary=dictionary
            )
            about = f"Every scalar type, data pages v{version}, {'with' if dictionary else 'without'} dictionaries."
            name = f"pyarrow_scalars_v{version}_{kind}"
            cases.append(case_of(name, file, PRODUCER, about, columns(), warning="(?i)utc|zone"))
    file = "pyarrow-int96.parquet"
    int96 = [
        Column("id", "int", pyarrow.int32(), [1, 2, 3, 4, 5]),
        Column("ts", "timestamp", pyarrow.timestamp("ns"), as_unit(INSTANTS, "ns"), INSTANTS),
    ]
    parquet.write_table(table(int96), folder / file, use_deprecated_int96_timestamps=True, store_schema=False)
    about = "INT96 timestamps, before and after 1970; they carry no zone."
    cases.append(case_of("pyarrow_int96", file, PRODUCER, about, int96, warning="(?i)utc|zone|int96"))
    return cases
