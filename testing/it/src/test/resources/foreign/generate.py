"""Writes the foreign Parquet files beside this script, and expected.json, which says what they hold.

expected.json is a list of cases. A case is one load of one file into one table; a file may have several
cases, with other tables or options. The members of a case:

  case         its name: unique, and a valid CQL identifier
  file         the file, beside expected.json
  producer     the program and the version that wrote it
  about        what is special in it
  types        CREATE TYPE statements to run first, unqualified (absent: none)
  createTable  the CREATE TABLE statement, unqualified; the table's name is that of the case
  columns      column name (as in the file) to CQL type
  key          the name of the key column
  options      options of COPY FROM, name to value as text (absent: none)
  rows         the rows that the table holds afterwards, as a list of {column: cell}
  rejected     the keys, as text, of the rows that do not fit (absent: none); MAXERRORS is in the options
  losses       {column: number of rows whose value lost something} with CONVERT='LENIENT' (absent: none)
  warning      a regular expression found in one of the report's warnings (absent: nothing is asked)
  refused      a regular expression found in the message of the error that refuses the file; no rows then
  unread       the independent readers, of pyarrow and duckdb, that do not read this file (absent: none)

A cell is null, or the value's canonical text:

  text, ascii                       the text itself
  integers, varint                  decimal digits
  decimal                           plain digits with all digits of its scale: 1.50
  float, double                     the shortest decimal that reads back as the same value, without trailing
                                    zeros; plain from 1e-7 up to below 1e21, otherwise like 1.5E+300;
                                    NaN, Infinity, -Infinity, -0
  boolean                           true, false
  timestamp                         ISO 8601 in UTC with 0, 3, 6 or 9 digits of fraction: 2024-02-29T12:34:56.789Z
  date                              2024-02-29
  time                              12:34:56 with 0, 3, 6 or 9 digits of fraction
  uuid, timeuuid                    36 lower-case characters
  inet                              the address as CQL writes it
  duration                          months, days, nanoseconds, always all three: 1mo2d3ns
  blob                              0x and lower-case digits
  list, set, tuple, vector          a JSON array of cells (a set in any order)
  map                               a JSON array of [key cell, value cell] (in any order)
  user-defined type                 a JSON object, field name to cell

How to run it: see README.md.
"""

import argparse
import json
import pathlib
import sys

from generator import (
    broken_files,
    duckdb_files,
    fastparquet_files,
    java_files,
    pandas_files,
    polars_files,
    pyarrow_conversions,
    pyarrow_decimals,
    pyarrow_encryption,
    pyarrow_layouts,
    pyarrow_names,
    pyarrow_nested,
    pyarrow_scalars,
)
from generator.check import check

PRODUCERS = [
    pyarrow_scalars,
    pyarrow_nested,
    pyarrow_decimals,
    pyarrow_layouts,
    pyarrow_conversions,
    pyarrow_names,
    pyarrow_encryption,
    pandas_files,
    duckdb_files,
    polars_files,
    fastparquet_files,
    java_files,
    broken_files,
]


def main() -> int:
    parser = argparse.ArgumentParser(description="Writes the foreign Parquet files and expected.json.")
    parser.add_argument("--into", type=pathlib.Path, default=pathlib.Path(__file__).parent)
    parser.add_argument(
        "--keep-random",
        action="store_true",
        help="leave files alone that come out different each time (the encrypted ones)",
    )
    arguments = parser.parse_args()
    cases = []
    for producer in PRODUCERS:
        if arguments.keep_random and getattr(producer, "RANDOM", False):
            cases += producer.cases()
        else:
            cases += producer.write(arguments.into)
    names = [case.name for case in cases]
    repeated = sorted({name for name in names if names.count(name) > 1})
    if repeated:
        raise ValueError(f"two cases share a name: {repeated}")
    check(arguments.into, cases)
    text = json.dumps([case.as_json() for case in cases], indent=1, ensure_ascii=False)
    (arguments.into / "expected.json").write_text(text + "\n", encoding="utf-8")
    files = {case.file for case in cases}
    print(f"{len(cases)} cases over {len(files)} files")
    return 0


if __name__ == "__main__":
    sys.exit(main())
