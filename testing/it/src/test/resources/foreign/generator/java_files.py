"""parquet-java: what the files of io.cqlai.parquet.it.foreign.JavaFiles hold. Nothing is written here."""

from generator.case import Case, Column, case_of

PRODUCER = "parquet-java 1.18.1"

TYPES = ["CREATE TYPE pt1 (x int)", "CREATE TYPE pt2 (x int, label text)"]


def write(_folder) -> list[Case]:
    return [_two_level_lists(), _legacy_maps(), _decimals(), _kinds(), *_framed()]


def _two_level_lists() -> Case:
    points = [{"x": "3", "label": "c"}, {"x": None, "label": None}]
    columns = [
        Column("id", "int", None, [1, 2, 3]),
        Column("avro", "frozen<list<text>>", None, [["a", "", "a"], [], None]),
        Column("thrift", "frozen<list<int>>", None, [[1, 2], [], None]),
        Column("avro_points", "frozen<list<frozen<pt1>>>", None, [[{"x": "1"}, {"x": None}], [], None]),
        Column("thrift_points", "frozen<list<frozen<pt1>>>", None, [[{"x": "2"}], [], None]),
        Column("points", "frozen<list<frozen<pt2>>>", None, [points, [], None]),
        Column("hive", "frozen<list<text>>", None, [["h", ""], [], None]),
        Column("bare", "frozen<list<int>>", None, [[7, 8], [], []]),
        Column("bare_points", "frozen<list<frozen<pt2>>>", None, [[{"x": "9", "label": "i"}], [], []]),
        Column("matrix", "frozen<list<frozen<list<int>>>>", None, [[[1, 2], []], [], None]),
    ]
    about = (
        "Lists of two levels as Avro (array) and Thrift (_tuple) wrote them, groups of one field and of several "
        "as elements, Hive's bag, repeated fields without LIST (never null), a list in a list."
    )
    file = "java-two-level-lists.parquet"
    # DuckDB takes a group named array or _tuple, of one field, for a level of its own; the format does not.
    return case_of("java_two_level_lists", file, PRODUCER, about, columns, types=TYPES, unread=("duckdb",))


def _legacy_maps() -> Case:
    columns = [
        Column("id", "int", None, [1, 2, 3]),
        Column("old", "frozen<map<text, int>>", None, [[["a", 1], ["b", 2]], [], None]),
        Column("older", "frozen<map<text, int>>", None, [[["c", 3]], [], None]),
        Column("renamed", "frozen<map<int, text>>", None, [[[4, "d"]], [], None]),
        Column("optional_keys", "frozen<map<text, int>>", None, [[["e", 5]], [], None]),
    ]
    about = (
        "Maps as MAP over MAP_KEY_VALUE, as MAP_KEY_VALUE alone, with other names, and with optional keys."
    )
    file = "java-legacy-maps.parquet"
    return case_of("java_legacy_maps", file, PRODUCER, about, columns, unread=("pyarrow", "duckdb"))


def _decimals() -> Case:
    d9 = ["1.50", "-9999999.99", "9999999.99", "0.00", None]
    nines = "9" * 28 + "." + "9" * 10
    columns = [
        Column("id", "int", None, [1, 2, 3, 4, 5]),
        Column("d9", "decimal", None, d9),
        Column("d38", "decimal", None, ["1.5000000000", "-" + nines, nines, "0.0000000000", None]),
        Column("d60", "varint", None, ["1", "-" + "9" * 60, "9" * 60, "0", None]),
        Column("padded", "decimal", None, d9),
    ]
    about = "Decimals as BINARY, in the least number of bytes and (padded) in more."
    file = "java-binary-decimals.parquet"
    return case_of("java_binary_decimals", file, PRODUCER, about, columns, unread=("duckdb",))


def _kinds() -> Case:
    columns = [
        Column("id", "int", None, [1, 2]),
        Column("c_enum", "text", None, ["RED", None]),
        Column("c_json", "text", None, ['{"a": 1}', None]),
        Column("c_bson", "blob", None, ["0x0500000000", None]),
        Column("c_text", "text", None, ["grün", None]),
        Column("c_uuid", "uuid", None, ["123e4567-e89b-12d3-a456-426614174000", None]),
    ]
    about = "ENUM, JSON, BSON, UUID, and text in a BINARY without a logical type; all pages v2."
    file = "java-binary-kinds.parquet"
    return case_of("java_binary_kinds", file, PRODUCER, about, columns, unread=("duckdb",))


def _framed() -> list[Case]:
    numbers = range(300)
    columns = [
        Column("id", "int", None, list(numbers)),
        Column("word", "text", None, [None if n % 3 == 2 else f"word {n % 5}" for n in numbers]),
        Column(
            "note", "text", None, [None if n % 3 == 2 else f"a note of its own, number {n}" for n in numbers]
        ),
        Column("big", "bigint", None, [None if n % 3 == 0 else n * 1_000_003 for n in numbers]),
        Column("real", "double", None, [None if n % 3 == 1 else n / 8 for n in numbers]),
        Column("flag", "boolean", None, [None if n % 3 == 1 else n % 2 == 0 for n in numbers]),
    ]
    cases = []
    for codec, unread in (("lz4", ("duckdb",)), ("lzo", ("pyarrow", "duckdb"))):
        for version in ("v1", "v2"):
            file = f"java-{codec}-framed-{version}.parquet"
            about = f"Legacy {codec.upper()} in Hadoop's frames, data pages {version}."
            name = f"java_{codec}_framed_{version}"
            cases.append(case_of(name, file, PRODUCER, about, columns, unread=unread))
    return cases
