"""A case of expected.json, and the columns that a table, a file and the expectation share."""

import dataclasses
import re

from generator.canonical import cell


@dataclasses.dataclass(frozen=True)
class Column:
    """One column: its CQL type, the producer's own type, the values written, and the cells expected.

    ``expected`` is given where the cells are not simply the canonical text of the values.
    """

    name: str
    cql: str
    native: object
    values: list
    expected: list | None = None

    def cells(self) -> list:
        return [cell(value, self.cql) for value in (self.values if self.expected is None else self.expected)]

    def loaded_as(self, cql: str, expected: list | None = None) -> "Column":
        """The same column of the file, loaded into another CQL type."""
        return dataclasses.replace(self, cql=cql, expected=expected)


@dataclasses.dataclass(frozen=True)
class Case:
    """One load of one file into one table."""

    name: str
    file: str
    producer: str
    about: str
    columns: dict[str, str]
    rows: list[dict]
    types: list[str] = dataclasses.field(default_factory=list)
    options: dict[str, str] = dataclasses.field(default_factory=dict)
    rejected: list[str] = dataclasses.field(default_factory=list)
    losses: dict[str, int] = dataclasses.field(default_factory=dict)
    warning: str | None = None
    refused: str | None = None
    unread: tuple[str, ...] = ()
    """The readers that do not read this file: pyarrow, duckdb."""
    skipped: int = 0
    """Rows of the file that the options leave out."""
    absent: frozenset[str] = frozenset()
    """Columns of the table that the file lacks."""

    def key(self) -> str:
        return next(iter(self.columns))

    def as_json(self) -> dict:
        columns = ", ".join(f"{quoted(name)} {cql}" for name, cql in self.columns.items())
        members = {
            "case": self.name,
            "file": self.file,
            "producer": self.producer,
            "about": self.about,
            "types": self.types,
            "createTable": f"CREATE TABLE {self.name} ({columns}, PRIMARY KEY ({quoted(self.key())}))",
            "columns": self.columns,
            "key": self.key(),
            "options": self.options,
            "rows": self.rows,
            "rejected": self.rejected,
            "losses": self.losses,
            "warning": self.warning,
            "refused": self.refused,
            "unread": list(self.unread),
        }
        always = {"case", "file", "producer", "about", "createTable", "columns", "key", "rows"}
        if self.refused:
            always.remove("rows")
        return {name: value for name, value in members.items() if name in always or value}


RESERVED = {"select", "from", "table", "order", "where", "token"}
"""The reserved words of CQL that are names here."""


def quoted(name: str) -> str:
    """The name as CQL needs it."""
    plain = re.fullmatch("[a-z][a-z0-9_]*", name) and name not in RESERVED
    return name if plain else '"' + name.replace('"', '""') + '"'


def case_of(name: str, file: str, producer: str, about: str, columns: list[Column], **more) -> Case:
    """A case whose rows are those of the columns, without the rejected ones."""
    cells = {column.name: column.cells() for column in columns}
    lengths = {column: len(values) for column, values in cells.items()}
    if len(set(lengths.values())) != 1:
        raise ValueError(f"{name}: columns differ in length: {lengths}")
    rows = [dict(zip(cells, values)) for values in zip(*cells.values())]
    key = columns[0].name
    rejected = more.get("rejected", [])
    missing = set(rejected) - {row[key] for row in rows}
    if missing:
        raise ValueError(f"{name}: no row has the key {missing}")
    if more.get("refused"):
        rows = []
    return Case(
        name,
        file,
        producer,
        about,
        {column.name: column.cql for column in columns},
        [row for row in rows if row[key] not in rejected],
        **more,
    )


def refused_case(name: str, file: str, producer: str, about: str, refused: str) -> Case:
    """A case of a file that cannot be read at all."""
    columns = {"id": "int", "name": "text"}
    return Case(name, file, producer, about, columns, [], refused=refused, unread=("pyarrow", "duckdb"))
