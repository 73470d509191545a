"""pyarrow: values that need a conversion to the table's type: EXACT, SAFE and LENIENT differ here."""

import decimal

import pyarrow
import pyarrow.parquet as parquet

from generator.case import Case, Column, case_of
from generator.pyarrow_scalars import PRODUCER, table, as_unit

ACCEPT_ERRORS = {"MAXERRORS": "10"}


def write(folder) -> list:
    return _instants(folder) + _numbers(folder) + _texts(folder) + _impossible(folder)


def _instants(folder) -> list[Case]:
    exact = ["2024-02-29T12:34:56.789123Z", "1969-12-31T23:59:59.999999Z", "2024-02-29T12:34:56.789Z"]
    floor = ["2024-02-29T12:34:56.789Z", "1969-12-31T23:59:59.999Z", "2024-02-29T12:34:56.789Z"]
    columns = [
        Column("id", "int", pyarrow.int32(), [1, 2, 3]),
        Column("us", "timestamp", pyarrow.timestamp("us", "UTC"), as_unit(exact, "us"), floor),
        Column("ns", "timestamp", pyarrow.timestamp("ns", "UTC"), as_unit(exact, "ns"), floor),
    ]
    file = "pyarrow-instants.parquet"
    parquet.write_table(table(columns), folder / file)
    about = "Timestamps with digits below a millisecond in rows 1 and 2"
    return [
        case_of(
            "pyarrow_instants_safe",
            file,
            PRODUCER,
            about + ": SAFE rejects them.",
            columns,
            options=ACCEPT_ERRORS,
            rejected=["1", "2"],
        ),
        case_of(
            "pyarrow_instants_lenient",
            file,
            PRODUCER,
            about + ": LENIENT takes the millisecond that they are in.",
            columns,
            options={"CONVERT": "LENIENT"},
            losses={"us": 2, "ns": 2},
        ),
        case_of(
            "pyarrow_instants_exact",
            file,
            PRODUCER,
            about + ": EXACT refuses the types.",
            columns,
            options={"CONVERT": "EXACT"},
            refused="(?is)(us|ns).*timestamp.*exact",
        ),
    ]


def _numbers(folder) -> list[Case]:
    a = pyarrow
    columns = [
        Column("id", "int", a.int64(), [1, 2, 3, 4]),
        Column("i64_small", "smallint", a.int64(), [1, 32767, 32768, None]),
        Column("i64_int", "int", a.int64(), [1, -(2**31), 5, 2**31]),
        Column("i32_tiny", "tinyint", a.int32(), [1, -128, 5, None]),
        Column("u64_big", "bigint", a.uint64(), [1, 2**63 - 1, 5, 2**63]),
        Column("i32_big", "bigint", a.int32(), [1, -(2**31), 5, None]),
        Column("i64_varint", "varint", a.int64(), [1, -(2**63), 5, None]),
        Column("i64_decimal", "decimal", a.int64(), [1, -(2**63), 5, None]),
        Column("f32_double", "double", a.float32(), [0.5, 1e10, -0.0, None]),
    ]
    file = "pyarrow-numbers.parquet"
    parquet.write_table(table(columns), folder / file)
    about = "Integers for narrower and wider types; row 3 is out of smallint's range, row 4 out of int's and bigint's"
    return [
        case_of(
            "pyarrow_numbers_safe",
            file,
            PRODUCER,
            about + ": SAFE rejects these.",
            columns,
            options=ACCEPT_ERRORS,
            rejected=["3", "4"],
        ),
        case_of(
            "pyarrow_numbers_stop",
            file,
            PRODUCER,
            about + ": without MAXERRORS the first of them stops the job.",
            columns,
            refused="(?is)32768|2147483648|9223372036854775808",
        ),
        case_of(
            "pyarrow_numbers_exact",
            file,
            PRODUCER,
            about + ": EXACT refuses the types.",
            columns,
            options={"CONVERT": "EXACT"},
            refused="(?is)id.*exact|i64_small.*exact|exact.*i64_small",
        ),
    ]


def _texts(folder) -> list[Case]:
    a = pyarrow
    uuids = [
        "123e4567-e89b-12d3-a456-426614174000",
        "00000000-0000-1000-8000-00000000000a",
        None,
        "not a uuid",
    ]
    raw = [bytes.fromhex(u.replace("-", "")) for u in uuids[:2]] + [None, b"\x07" * 16]
    raw_text = uuids[:2] + [None, "07070707-0707-0707-0707-070707070707"]
    columns = [
        Column("id", "text", a.string(), ["a", "b", "c", "d"]),
        Column("uuid_text", "uuid", a.string(), uuids),
        Column("uuid_raw", "uuid", a.binary(16), raw, raw_text),
        Column("uuid_bytes", "uuid", a.binary(), raw, raw_text),
        Column(
            "timeuuid_text",
            "timeuuid",
            a.string(),
            ["123e4567-e89b-12d3-a456-426614174000", None, None, None],
        ),
        Column("inet_text", "inet", a.string(), ["127.0.0.1", "2001:db8::1", None, "example.com"]),
        Column(
            "duration_text",
            "duration",
            a.string(),
            ["1y2mo3d", "4h5m6s7ms8us9ns", None, "soon"],
            ["14mo3d0ns", "0mo0d14706007008009ns", None, None],
        ),
        Column(
            "decimal_text",
            "decimal",
            a.string(),
            ["1.50", "-0.000", None, "1,5"],
            ["1.50", "0.000", None, None],
        ),
        Column("varint_text", "varint", a.string(), ["1" + "0" * 60, "-7", None, "1.5"]),
        Column("ascii_text", "ascii", a.string(), ["plain", "", None, "ü"]),
    ]
    file = "pyarrow-texts.parquet"
    parquet.write_table(table(columns), folder / file)
    about = "Canonical text and plain bytes for types that Parquet or pandas lack; row d holds none of them."
    return [
        case_of("pyarrow_texts_safe", file, PRODUCER, about, columns, options=ACCEPT_ERRORS, rejected=["d"])
    ]


def _impossible(folder) -> list[Case]:
    columns = [
        Column("id", "int", pyarrow.int32(), [1]),
        Column("tags", "int", pyarrow.list_(pyarrow.string()), [["a"]]),
        Column("money", "boolean", pyarrow.decimal128(9, 2), [decimal.Decimal("1.50")]),
    ]
    file = "pyarrow-impossible.parquet"
    parquet.write_table(table(columns), folder / file)
    about = "A list for an int, a decimal for a boolean: no option makes that fit."
    return [
        case_of(
            f"pyarrow_impossible_{convert.lower()}",
            file,
            PRODUCER,
            about,
            columns,
            options={"CONVERT": convert},
            refused="(?is)cannot convert.*(tags|money)",
        )
        for convert in ("SAFE", "LENIENT")
    ]
