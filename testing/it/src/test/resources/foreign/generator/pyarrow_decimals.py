"""pyarrow: decimals as INT32, INT64 and FIXED_LEN_BYTE_ARRAY, of few and of many digits."""

import decimal

import pyarrow
import pyarrow.parquet as parquet

from generator.case import Column, case_of
from generator.pyarrow_scalars import PRODUCER, table


def columns() -> list[Column]:
    def of(*texts):
        return [None if text is None else decimal.Decimal(text) for text in texts]

    nines = "9" * 36 + ".99"
    wide = "9" * 74 + ".99"
    integer = "9" * 38
    a = pyarrow
    return [
        Column("id", "int", a.int32(), [1, 2, 3, 4]),
        Column("d5", "decimal", a.decimal128(5, 2), of("1.50", "-999.99", "999.99", None)),
        Column("d9", "decimal", a.decimal128(9, 0), of("1", "-999999999", "999999999", None)),
        Column(
            "d10", "decimal", a.decimal128(10, 10), of("0.0000000001", "-0.9999999999", "0.0000000000", None)
        ),
        Column("d18", "decimal", a.decimal128(18, 3), of("1.500", "-999999999999999.999", "0.000", None)),
        Column("d19", "decimal", a.decimal128(19, 3), of("1.500", "-9999999999999999.999", "0.000", None)),
        Column("d38", "decimal", a.decimal128(38, 2), of("1.50", "-" + nines, nines, None)),
        Column("d76", "decimal", a.decimal256(76, 2), of("1.50", "-" + wide, wide, None)),
        Column("v38", "varint", a.decimal128(38, 0), of("1", "-" + integer, integer, None)),
    ]


def write(folder) -> list:
    cases = []
    for integers, kind in ((True, "integer"), (False, "fixed")):
        file = f"pyarrow-decimals-{kind}.parquet"
        parquet.write_table(table(columns()), folder / file, store_decimal_as_integer=integers)
        about = (
            "Decimals: INT32 up to 9 digits, INT64 up to 18, FIXED above."
            if integers
            else "Decimals, all of them FIXED_LEN_BYTE_ARRAY of the least length."
        )
        # DuckDB holds 38 digits at most, and makes doubles of the column of 76.
        name = f"pyarrow_decimals_{kind}"
        cases.append(case_of(name, file, PRODUCER, about, columns(), unread=("duckdb",)))
    return cases
