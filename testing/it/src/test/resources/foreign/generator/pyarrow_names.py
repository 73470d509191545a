"""pyarrow: names of columns that are odd, missing, additional, or none of the table's."""

import pyarrow
import pyarrow.parquet as parquet

from generator.case import Case, Column, case_of
from generator.pyarrow_scalars import PRODUCER, table

ODD = ["a b", "a.b", "a,b", "a{b}", 'say "a"', "UPPER", "select", "größe", "1st", "a;b", "a\tb", "a=b", "a/b"]


def write(folder) -> list:
    return _odd(folder) + _evolving(folder) + _by_position(folder)


def _odd(folder) -> list[Case]:
    a = pyarrow
    columns = [Column("Key Column", "int", a.int32(), [1, 2])]
    columns += [Column(name, "text", a.string(), [f"in {name}", None]) for name in ODD]
    columns.append(Column("A List", "list<int>", a.list_(a.int32()), [[1, 2], None]))
    file = "pyarrow-odd-names.parquet"
    parquet.write_table(table(columns), folder / file)
    about = "Names with spaces, dots, commas, braces, quotes, capitals, a reserved word."
    return [case_of("pyarrow_odd_names", file, PRODUCER, about, columns)]


def _evolving(folder) -> list[Case]:
    a = pyarrow
    in_file = [
        Column("id", "int", a.int32(), [1, 2]),
        Column("name", "text", a.string(), ["a", None]),
        Column("extra", "text", a.string(), ["x", "y"]),
    ]
    file = "pyarrow-evolved.parquet"
    parquet.write_table(table(in_file), folder / file)
    in_table = [*in_file[:2], Column("later", "int", None, [None, None])]
    about = "The file has a column more (extra), and one less (later), than the table"
    return [
        case_of(
            "pyarrow_evolved",
            file,
            PRODUCER,
            about + ": EVOLVE leaves both out and says so.",
            in_table,
            warning="extra",
            absent=frozenset({"later"}),
        ),
        case_of(
            "pyarrow_evolved_strict",
            file,
            PRODUCER,
            about + ": STRICT refuses that.",
            in_table,
            options={"SCHEMA_MODE": "STRICT"},
            refused="(?is)extra|later",
            absent=frozenset({"later"}),
        ),
    ]


def _by_position(folder) -> list[Case]:
    a = pyarrow
    in_file = [Column("f1", "int", a.int32(), [1, 2]), Column("f2", "text", a.string(), ["a", None])]
    file = "pyarrow-positions.parquet"
    parquet.write_table(table(in_file), folder / file)
    in_table = [
        Column("id", "int", None, [1, 2]),
        Column("name", "text", None, ["a", None]),
    ]
    return [
        case_of(
            "pyarrow_positions",
            file,
            PRODUCER,
            "No name is the table's, the counts are equal: columns map by position, and the report says so. "
            "The statement must list the columns in the table's order, as (id, name).",
            in_table,
            warning="(?i)position",
            absent=frozenset({"id", "name"}),
        )
    ]
