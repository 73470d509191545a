"""The self-check: what the cases say of the files agrees with what pyarrow and DuckDB find in them."""

import pathlib

import duckdb
import pyarrow
import pyarrow.parquet as parquet


def check(folder: pathlib.Path, cases) -> None:
    """Compares numbers of rows and column names; raises ValueError at the first difference."""
    for case in cases:
        path = folder / case.file
        if case.refused and case.unread:
            if not path.exists():
                raise ValueError(f"{path} is missing")
            continue
        try:
            if "pyarrow" not in case.unread:
                table = parquet.ParquetFile(path).read(use_threads=False)
                _compare(case, "pyarrow", table.num_rows, set(table.column_names))
            if "duckdb" not in case.unread:
                relation = duckdb.from_parquet(str(path))
                _compare(case, "duckdb", relation.to_arrow_table().num_rows, set(relation.columns))
        except (pyarrow.ArrowException, OSError, duckdb.Error) as error:
            raise ValueError(f"{case.name}: a reader does not read {case.file}") from error


def _compare(case, reader: str, rows: int, columns: set[str]) -> None:
    if not case.refused and rows != len(case.rows) + len(case.rejected) + case.skipped:
        raise ValueError(f"{case.name}: {reader} finds {rows} rows")
    absent = set(case.columns) - columns - case.absent
    if absent:
        raise ValueError(f"{case.name}: {reader} finds no column {absent}")
