"""DuckDB: COPY TO of its types, with Parquet version 1 and 2."""

import duckdb

from generator.case import Column, case_of
from generator.pyarrow_scalars import UUIDS

PRODUCER = f"duckdb {duckdb.__version__}"

SCALARS = [
    Column("id", "int", "INTEGER", ["1", "2", "3"]),
    Column("c_bool", "boolean", "BOOLEAN", ["true", "false", None]),
    Column("c_tinyint", "tinyint", "TINYINT", ["1", "-128", None]),
    Column("c_smallint", "smallint", "SMALLINT", ["1", "-32768", None]),
    Column("c_bigint", "bigint", "BIGINT", ["1", "-9223372036854775808", None]),
    Column("c_hugeint", "double", "HUGEINT", ["1", "-9007199254740992", None]),
    Column("c_uhugeint", "double", "UHUGEINT", ["1", "9007199254740992", None]),
    Column("c_bignum", "varint", "BIGNUM", ["1", "-" + "9" * 50, None]),
    Column("c_utinyint", "smallint", "UTINYINT", ["1", "255", None]),
    Column("c_usmallint", "int", "USMALLINT", ["1", "65535", None]),
    Column("c_uinteger", "bigint", "UINTEGER", ["1", "4294967295", None]),
    Column("c_ubigint", "varint", "UBIGINT", ["1", "18446744073709551615", None]),
    Column("c_float", "float", "FLOAT", ["1.5", "-Infinity", None]),
    Column("c_double", "double", "DOUBLE", ["0.1", "NaN", None]),
    Column("c_decimal4", "decimal", "DECIMAL(4, 1)", ["1.5", "-999.9", None]),
    Column("c_decimal9", "decimal", "DECIMAL(9, 2)", ["1.50", "-9999999.99", None]),
    Column("c_decimal18", "decimal", "DECIMAL(18, 3)", ["1.500", "-999999999999999.999", None]),
    Column("c_decimal38", "decimal", "DECIMAL(38, 4)", ["1.5000", "-" + "9" * 34 + ".9999", None]),
    Column("c_varchar", "text", "VARCHAR", ["Grüße, 世界 🚀", "", None]),
    Column("c_blob", "blob", "BLOB", ["0x0001feff", "0x", None]),
    Column("c_bit", "text", "BIT", ["101", "0", None]),
    Column("c_json", "text", "JSON", ['{"a": [1, null]}', "{}", None]),
    Column("c_enum", "text", "ENUM('red', 'green')", ["red", "green", None]),
    Column("c_uuid", "uuid", "UUID", [UUIDS[0], UUIDS[2], None]),
    Column("c_date", "date", "DATE", ["2024-02-29", "0001-01-01", None]),
    Column("c_time", "time", "TIME", ["12:34:56.789012", "23:59:59.999999", None]),
    Column("c_timetz", "time", "TIMETZ", ["12:34:56.789", "00:00:00", None]),
    Column("c_ts", "timestamp", "TIMESTAMP", ["2024-02-29T12:34:56.789Z", "1969-12-31T23:59:59.999Z", None]),
    Column("c_ts_s", "timestamp", "TIMESTAMP_S", ["2024-02-29T12:34:56Z", "1969-12-31T23:59:59Z", None]),
    Column(
        "c_ts_ms", "timestamp", "TIMESTAMP_MS", ["2024-02-29T12:34:56.789Z", "1969-12-31T23:59:59.999Z", None]
    ),
    Column(
        "c_ts_ns", "timestamp", "TIMESTAMP_NS", ["2024-02-29T12:34:56.789Z", "1969-12-31T23:59:59.999Z", None]
    ),
    Column(
        "c_ts_tz", "timestamp", "TIMESTAMPTZ", ["2024-02-29T12:34:56.789Z", "1969-12-31T23:59:59.999Z", None]
    ),
    Column(
        "c_interval",
        "duration",
        "INTERVAL",
        ["1 month 2 days 03:04:05.006", "0 seconds", None],
        ["1mo2d11045006000000ns", "0mo0d0ns", None],
    ),
]

TYPES = ["CREATE TYPE point (x int, label text)"]

NESTED = [
    Column("id", "int", "INTEGER", ["1", "2", "3", "4", "5"]),
    Column(
        "c_list",
        "list<text>",
        "VARCHAR[]",
        ["['a', 'b']", "[]", None, "['c']", None],
        [["a", "b"], None, None, ["c"], None],
    ),
    Column(
        "c_set",
        "set<int>",
        "INTEGER[]",
        ["[2, 1]", "[]", None, "[3]", None],
        [["1", "2"], None, None, ["3"], None],
    ),
    Column(
        "c_array",
        "vector<float, 3>",
        "FLOAT[3]",
        ["[1.5, -2, 0.25]", "[0, 0, 0]", "[1e10, 1, 1]", "[1, 2, 3]", "[4, 5, 6]"],
        [["1.5", "-2", "0.25"], ["0", "0", "0"], ["10000000000", "1", "1"], ["1", "2", "3"], ["4", "5", "6"]],
    ),
    Column(
        "c_struct",
        "point",
        "STRUCT(x INTEGER, label VARCHAR)",
        ["{'x': 1, 'label': 'a'}", "{'x': NULL, 'label': ''}", None, "{'x': 4, 'label': NULL}", None],
        [{"x": "1", "label": "a"}, {"x": None, "label": ""}, None, {"x": "4", "label": None}, None],
    ),
    Column(
        "c_map",
        "map<text, int>",
        "MAP(VARCHAR, INTEGER)",
        ["MAP {'a': 1, 'b': 2}", "MAP {}", None, "MAP {'c': 3}", None],
        [[["a", "1"], ["b", "2"]], None, None, [["c", "3"]], None],
    ),
    Column(
        "c_lists",
        "frozen<list<frozen<list<int>>>>",
        "INTEGER[][]",
        ["[[1, 2], [], NULL]", "[]", None, "[[3]]", "[[NULL]]"],
        [[["1", "2"], [], None], [], None, [["3"]], [[None]]],
    ),
    Column(
        "c_points",
        "frozen<list<frozen<point>>>",
        "STRUCT(x INTEGER, label VARCHAR)[]",
        ["[{'x': 1, 'label': 'a'}, NULL]", "[]", None, "[{'x': NULL, 'label': NULL}]", None],
        [[{"x": "1", "label": "a"}, None], [], None, [{"x": None, "label": None}], None],
    ),
    Column(
        "c_map_of_lists",
        "frozen<map<int, frozen<list<text>>>>",
        "MAP(INTEGER, VARCHAR[])",
        ["MAP {1: ['a'], 2: []}", "MAP {}", None, "MAP {3: ['b']}", "MAP {3: [NULL]}"],
        [[["1", ["a"]], ["2", []]], [], None, [["3", ["b"]]], [["3", [None]]]],
    ),
]


NULL_ARRAY = [
    Column("id", "int", "INTEGER", ["1", "2", "3"]),
    Column(
        "c_array",
        "vector<int, 3>",
        "INTEGER[3]",
        ["[1, 2, 3]", None, "[4, 5, 6]"],
        [["1", "2", "3"], None, ["4", "5", "6"]],
    ),
]


def literal(column: Column, value: str | None) -> str:
    """The value as DuckDB's SQL."""
    if value is None:
        return f"NULL::{column.native}"
    if column.native == "BLOB":
        return f"unhex('{value[2:]}')"
    if column.native.endswith("]") or column.native.startswith(("STRUCT", "MAP")):
        return f"({value})::{column.native}"
    if column.native == "TIMETZ":
        value += "+00"
    return "'" + value.replace("'", "''") + f"'::{column.native}"


def copy(folder, file: str, columns: list[Column], options: str) -> None:
    """Writes the columns to a file."""
    selects = []
    for row in range(len(columns[0].values)):
        cells = [f'{literal(column, column.values[row])} AS "{column.name}"' for column in columns]
        selects.append("SELECT " + ", ".join(cells))
    with duckdb.connect(config={"threads": 1}) as connection:
        connection.execute("SET TimeZone = 'UTC'")
        query = " UNION ALL ".join(selects)
        connection.execute(f"COPY ({query} ORDER BY 1) TO '{folder / file}' (FORMAT parquet, {options})")


def write(folder) -> list:
    cases = []
    for version, codec in (("V1", "snappy"), ("V2", "zstd")):
        options = f"PARQUET_VERSION {version}, CODEC {codec}"
        number = version.lower()
        file = f"duckdb-scalars-{number}.parquet"
        copy(folder, file, SCALARS, options)
        about = f"DuckDB's scalar types, {options}; HUGEINT is written as double, TIMETZ as UTC, INTERVAL in 12 bytes."
        # pyarrow refuses UINTEGER under DELTA_BINARY_PACKED, where DuckDB writes deltas of 33 bits.
        unread = ("pyarrow",) if version == "V2" else ()
        name = f"duckdb_scalars_{number}"
        cases.append(case_of(name, file, PRODUCER, about, SCALARS, warning="(?i)utc|zone", unread=unread))
        file = f"duckdb-nested-{number}.parquet"
        copy(folder, file, NESTED, options)
        cases.append(
            case_of(
                f"duckdb_nested_{number}",
                file,
                PRODUCER,
                f"DuckDB's nested types, {options}.",
                NESTED,
                types=TYPES,
                # No list that is inside of another value takes a null element.
                options={"MAXERRORS": "10"},
                rejected=["5"],
            )
        )
    file = "duckdb-null-array.parquet"
    copy(folder, file, NULL_ARRAY, "CODEC snappy")
    about = (
        "A null ARRAY: this version of DuckDB writes as many levels for it as the array has elements, "
        "which pyarrow refuses, and parquet-java, Polars and DuckDB take."
    )
    return cases + [case_of("duckdb_null_array", file, PRODUCER, about, NULL_ARRAY, unread=("pyarrow",))]
