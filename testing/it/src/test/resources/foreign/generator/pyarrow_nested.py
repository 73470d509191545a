"""pyarrow: lists, maps, structs, in each other, empty, null, and with nulls inside."""

import pyarrow
import pyarrow.parquet as parquet

from generator.case import Column, case_of
from generator.pyarrow_scalars import PRODUCER, table

ADDRESS = pyarrow.struct([("street", pyarrow.string()), ("zip", pyarrow.int32())])
TYPES = ["CREATE TYPE address (street text, zip int)"]
REJECTING = {"options": {"MAXERRORS": "10"}, "rejected": ["6"]}


def list_of(element: pyarrow.DataType) -> pyarrow.DataType:
    return pyarrow.list_(element)


def columns() -> list[Column]:
    """Rows: typical, empty, null, null inside, again typical, null where Cassandra has none.

    Cassandra keeps an empty unfrozen collection as null. It takes a null element in a frozen list that is a column,
    and in no list that is inside of another value.
    """
    a = pyarrow
    text, number = a.string(), a.int32()
    return [
        Column("id", "int", a.int32(), [1, 2, 3, 4, 5, 6]),
        Column(
            "tags",
            "list<text>",
            list_of(text),
            [["a", "b", "a"], [], None, [""], ["ü"], None],
            [["a", "b", "a"], None, None, [""], ["ü"], None],
        ),
        Column(
            "frozen_tags",
            "frozen<list<text>>",
            a.large_list(text),
            [["a", "b", "a"], [], None, ["a", None, ""], ["ü"], None],
        ),
        Column(
            "numbers",
            "set<int>",
            list_of(number),
            [[3, 1, 2], [], None, [0], [-1], None],
            [["1", "2", "3"], None, None, ["0"], ["-1"], None],
        ),
        Column(
            "scores",
            "map<text, int>",
            a.map_(text, number),
            [[("a", 1), ("b", 2)], [], None, [("", 0)], [("x", -1)], None],
            [[["a", "1"], ["b", "2"]], None, None, [["", "0"]], [["x", "-1"]], None],
        ),
        Column(
            "home",
            "address",
            ADDRESS,
            [
                {"street": "Main", "zip": 1},
                {"street": "", "zip": 0},
                None,
                {"street": None, "zip": 5},
                {"street": "Side", "zip": None},
                None,
            ],
        ),
        Column(
            "pair",
            "tuple<int, text>",
            a.struct([("field_0", number), ("field_1", text)]),
            [
                {"field_0": 1, "field_1": "a"},
                {"field_0": 0, "field_1": ""},
                None,
                {"field_0": None, "field_1": "b"},
                {"field_0": 2, "field_1": None},
                None,
            ],
            [["1", "a"], ["0", ""], None, [None, "b"], ["2", None], None],
        ),
        Column(
            "vector_of_fixed",
            "vector<float, 3>",
            a.list_(a.float32(), 3),
            [[1.5, -2.0, 0.25], [0.0, 0.0, 0.0], None, [1e10, -1.0, 3.0], [1.0, 2.0, 3.0], None],
            [["1.5", "-2", "0.25"], ["0", "0", "0"], None, ["10000000000", "-1", "3"], ["1", "2", "3"], None],
        ),
        Column(
            "vector_of_list",
            "vector<int, 2>",
            list_of(number),
            [[1, 2], [0, 0], None, [-1, 5], [3, 4], None],
        ),
        Column(
            "matrix",
            "frozen<list<frozen<list<int>>>>",
            list_of(list_of(number)),
            [[[1, 2], [3]], [], None, [[], [4], None], [[5]], [[4, None]]],
        ),
        Column(
            "addresses",
            "frozen<list<frozen<address>>>",
            list_of(ADDRESS),
            [
                [{"street": "Main", "zip": 1}, {"street": "Side", "zip": 2}],
                [],
                None,
                [{"street": None, "zip": None}, None],
                [{"street": "", "zip": -1}],
                None,
            ],
        ),
        Column(
            "lists_by_name",
            "frozen<map<text, frozen<list<int>>>>",
            a.map_(text, list_of(number)),
            [[("a", [1, 2]), ("b", [])], [], None, [("n", [4])], [("c", [3])], [("n", [None])]],
            [[["a", ["1", "2"]], ["b", []]], [], None, [["n", ["4"]]], [["c", ["3"]]], [["n", [None]]]],
        ),
        Column(
            "deep",
            "frozen<list<frozen<map<text, frozen<list<frozen<tuple<int, frozen<list<text>>>>>>>>>>",
            list_of(a.map_(text, list_of(a.struct([("field_0", number), ("field_1", list_of(text))])))),
            [
                [[("k", [{"field_0": 1, "field_1": ["x"]}])]],
                [],
                None,
                [[], [("e", [])], [("t", [{"field_0": None, "field_1": None}])]],
                [[("k", [{"field_0": 2, "field_1": []}, {"field_0": 3, "field_1": ["y"]}])]],
                [[("k", [{"field_0": 1, "field_1": ["x", None]}])]],
            ],
            [
                [[["k", [["1", ["x"]]]]]],
                [],
                None,
                [[], [["e", []]], [["t", [[None, None]]]]],
                [[["k", [["2", []], ["3", ["y"]]]]]],
                [[["k", [["1", ["x", None]]]]]],
            ],
        ),
    ]


def write(folder) -> list:
    cases = []
    for version in ("1", "2"):
        file = f"pyarrow-nested-v{version}.parquet"
        parquet.write_table(table(columns()), folder / file, data_page_version=f"{version}.0")
        about = f"Nested types, data pages v{version}, lists of three levels (list.element)."
        cases.append(case_of(f"pyarrow_nested_v{version}", file, PRODUCER, about, columns(), types=TYPES, **REJECTING))
    file = "pyarrow-nested-item.parquet"
    parquet.write_table(table(columns()), folder / file, use_compliant_nested_type=False, store_schema=False)
    about = "Nested types, the lists' inner field named item instead of element."
    cases.append(case_of("pyarrow_nested_item", file, PRODUCER, about, columns(), types=TYPES, **REJECTING))
    return cases + _rejecting(folder) + _duplicates(folder)


def _rejecting(folder) -> list:
    """Values that no CQL collection or vector holds: a null in a map or an unfrozen list, a vector's wrong length."""
    lists = Column("tags", "list<text>", list_of(pyarrow.string()), [["a"], ["b", None], ["c"], ["d"]])
    maps = Column(
        "scores",
        "map<text, int>",
        pyarrow.map_(pyarrow.string(), pyarrow.int32()),
        [[("a", 1)], [("b", 2)], [("c", None)], [("d", 4)]],
        [[["a", "1"]], [["b", "2"]], None, [["d", "4"]]],
    )
    vectors = Column(
        "v", "vector<float, 2>", list_of(pyarrow.float32()), [[1.0, 2.0], [1.0, 2.0], [1.0, 2.0], [1.0]]
    )
    columns_of_file = [Column("id", "int", pyarrow.int32(), [1, 2, 3, 4]), lists, maps, vectors]
    file = "pyarrow-nulls-inside.parquet"
    parquet.write_table(table(columns_of_file), folder / file)
    about = "Row 2 has a null in a list, row 3 a null value in a map, row 4 a vector that is too short."
    return [
        case_of(
            "pyarrow_nulls_inside",
            file,
            PRODUCER,
            about,
            columns_of_file,
            options={"MAXERRORS": "10"},
            rejected=["2", "3", "4"],
        )
    ]


def _duplicates(folder) -> list:
    """Repeated elements for a set and repeated keys for a map: SAFE rejects them, LENIENT counts them."""
    numbers = [[1, 2], [1, 2, 2, 1], [3], None]
    pairs = [[("a", 1)], [("b", 1)], [("c", 1), ("c", 2)], None]
    identity = Column("id", "int", pyarrow.int32(), [1, 2, 3, 4])
    set_type, map_type = list_of(pyarrow.int32()), pyarrow.map_(pyarrow.string(), pyarrow.int32())
    file = "pyarrow-duplicates.parquet"
    once = [["1", "2"], ["1", "2"], ["3"], None]
    last = [[["a", "1"]], [["b", "1"]], [["c", "2"]], None]
    columns_of_file = [
        identity,
        Column("numbers", "set<int>", set_type, numbers, once),
        Column("scores", "map<text, int>", map_type, pairs, last),
    ]
    parquet.write_table(table(columns_of_file), folder / file)
    about = "Row 2 has repeated elements for a set, row 3 a repeated key for a map"
    return [
        case_of(
            "pyarrow_duplicates_safe",
            file,
            PRODUCER,
            about + ": SAFE rejects both.",
            columns_of_file,
            options={"MAXERRORS": "10"},
            rejected=["2", "3"],
        ),
        case_of(
            "pyarrow_duplicates_lenient",
            file,
            PRODUCER,
            about + ": LENIENT takes each element once and the last value of a key, and counts them.",
            columns_of_file,
            options={"CONVERT": "LENIENT"},
            losses={"numbers": 1, "scores": 1},
        ),
        case_of(
            "pyarrow_duplicates_list",
            file,
            PRODUCER,
            about + ": a list holds the former as they are.",
            [identity, Column("numbers", "list<int>", set_type, numbers)],
        ),
    ]
