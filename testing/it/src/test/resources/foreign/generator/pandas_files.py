"""pandas: DataFrame.to_parquet with an index, categories and pandas' own metadata."""

import pandas
import pyarrow
import pyarrow.parquet

from generator.case import Column, case_of

PRODUCER = f"pandas {pandas.__version__}, pyarrow {pyarrow.__version__}"


def write(folder) -> list:
    instants = ["2024-02-29T12:34:56.789Z", None, "1969-12-31T23:59:59.999Z"]
    frame = pandas.DataFrame(
        {
            "name": pandas.Series(["a", None, "c"], dtype="string"),
            "size": pandas.Series(["S", "M", "S"], dtype="category"),
            "price": pandas.Series([1.5, None, float("inf")], dtype="Float64"),
            "count": pandas.Series([1, None, 3], dtype="Int64"),
            "at": pandas.to_datetime(pandas.Series(instants), format="ISO8601"),
        }
    )
    frame.index = pandas.Index([10, 20, 30], name="id")
    file = "pandas-index.parquet"
    frame.to_parquet(folder / file, engine="pyarrow")
    columns = [
        Column("id", "bigint", None, [10, 20, 30]),
        Column("name", "text", None, ["a", None, "c"]),
        Column("size", "text", None, ["S", "M", "S"]),
        Column("price", "double", None, [1.5, None, float("inf")]),
        Column("count", "bigint", None, [1, None, 3]),
        Column("at", "timestamp", None, instants),
    ]
    cases = [
        case_of("pandas_index", file, PRODUCER, "A named index is the last column of the file.", columns)
    ]
    frame.index = pandas.Index([10, 20, 30])
    file = "pandas-unnamed-index.parquet"
    frame.to_parquet(folder / file, engine="pyarrow")
    columns[0] = Column("__index_level_0__", "bigint", None, [10, 20, 30])
    about = "An index without a name becomes the column __index_level_0__."
    return cases + [case_of("pandas_unnamed_index", file, PRODUCER, about, columns)]
