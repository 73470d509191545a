"""Prints Parquet files as a JSON array: {"types": {column: Arrow type}, "rows": [{column: cell}]} for each.

For a file that pyarrow does not read it prints {"refused": what pyarrow said}.

A cell is null, text in the canonical form of foreign/generate.py, an array, or for a struct an object; a map is an
array of pairs. Values are taken from Arrow's own integers and bytes, never through Python's dates and floats, which
hold less.
"""

import decimal
import json
import struct
import sys
import uuid

import numpy
import pyarrow
import pyarrow.parquet

UNITS = {"s": 1, "ms": 10**3, "us": 10**6, "ns": 10**9}


def cells(array) -> list:
    """The cells of an array of any type."""
    kind = array.type
    types = pyarrow.types
    if isinstance(kind, pyarrow.BaseExtensionType):
        stored = cells(array.storage)
        return [each(as_uuid, cell) for cell in stored] if kind.extension_name == "arrow.uuid" else stored
    if types.is_dictionary(kind):
        return cells(array.dictionary_decode())
    if types.is_null(kind):
        return [None] * len(array)
    if types.is_boolean(kind):
        return [each(lambda value: "true" if value else "false", value) for value in array.to_pylist()]
    if types.is_integer(kind):
        return [each(str, value) for value in array.to_pylist()]
    if types.is_floating(kind):
        return floats(array)
    if types.is_decimal(kind):
        return [each(lambda value: f"{value:f}", value) for value in array.to_pylist()]
    if types.is_temporal(kind):
        return temporal(array)
    if types.is_string(kind) or types.is_large_string(kind) or types.is_string_view(kind):
        return array.to_pylist()
    if types.is_map(kind):
        pairs = [list(pair) for pair in zip(cells(array.keys), cells(array.items))]
        return slices(array, array.offsets.to_pylist(), pairs)
    if types.is_fixed_size_list(kind):
        size = kind.list_size
        offsets = [(array.offset + row) * size for row in range(len(array) + 1)]
        return slices(array, offsets, cells(array.values))
    if types.is_list(kind) or types.is_large_list(kind):
        return slices(array, array.offsets.to_pylist(), cells(array.values))
    if types.is_struct(kind):
        names = [field.name for field in kind]
        fields = [cells(child) for child in array.flatten()]
        present = array.is_valid().to_pylist()
        return [
            {name: field[row] for name, field in zip(names, fields)} if present[row] else None
            for row in range(len(array))
        ]
    if types.is_binary(kind) or types.is_large_binary(kind) or types.is_binary_view(kind):
        return [each(hexadecimal, value) for value in array.to_pylist()]
    if types.is_fixed_size_binary(kind):
        return [each(hexadecimal, value) for value in array.to_pylist()]
    raise TypeError(f"no canonical text for {kind}")


def slices(array, offsets: list, elements: list) -> list:
    present = array.is_valid().to_pylist()
    return [elements[offsets[row] : offsets[row + 1]] if present[row] else None for row in range(len(array))]


def each(form, value):
    return None if value is None else form(value)


def hexadecimal(value: bytes) -> str:
    return "0x" + value.hex()


def as_uuid(text: str) -> str:
    return str(uuid.UUID(hex=text[2:]))


def floats(array) -> list:
    width = array.type.bit_width
    bits = array.view({16: pyarrow.int16(), 32: pyarrow.int32(), 64: pyarrow.int64()}[width]).to_pylist()
    return [each(lambda value: floating(value, width), value) for value in bits]


def floating(bits: int, width: int) -> str:
    packed = bits.to_bytes(width // 8, "little", signed=True)
    value = struct.unpack({16: "<e", 32: "<f", 64: "<d"}[width], packed)[0]
    if value != value:
        quiet = {16: 0x7E00, 32: 0x7FC00000, 64: 0x7FF8000000000000}[width]
        return "NaN" if bits == quiet else "NaN:0x" + packed[::-1].hex()
    if value in (float("inf"), float("-inf")):
        return "Infinity" if value > 0 else "-Infinity"
    if value == 0:
        return "0" if bits == 0 else "-0"
    number = decimal.Decimal(repr(value) if width == 64 else str(numpy.float32(value))).normalize()
    return f"{number:f}" if -7 <= number.adjusted() <= 20 else f"{number:E}"


def temporal(array) -> list:
    kind = array.type
    types = pyarrow.types
    counts = array.view(pyarrow.int32() if kind.bit_width == 32 else pyarrow.int64()).to_pylist()
    if types.is_date32(kind):
        return [each(date, count) for count in counts]
    if types.is_date64(kind):
        return [each(lambda count: date(count // 86_400_000), count) for count in counts]
    if types.is_duration(kind):
        return [each(str, count) for count in counts]
    nanos = 10**9 // UNITS[kind.unit]
    if types.is_time(kind):
        return [each(lambda count: clock(count * nanos), count) for count in counts]
    if types.is_timestamp(kind):
        return [each(lambda count: instant(count * nanos), count) for count in counts]
    raise TypeError(f"no canonical text for {kind}")


def instant(nanos: int) -> str:
    day, rest = divmod(nanos, 86_400 * 10**9)
    return f"{date(day)}T{clock(rest)}Z"


def clock(nanos: int) -> str:
    seconds, fraction = divmod(nanos, 10**9)
    text = f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    for digits in (3, 6, 9):
        if fraction and fraction % 10 ** (9 - digits) == 0:
            return f"{text}.{fraction // 10 ** (9 - digits):0{digits}d}"
    return text


def date(days: int) -> str:
    """The proleptic Gregorian date, of any year, as ISO 8601 with a sign where it has no four digits."""
    cycle, day = divmod(days + 719_468, 146_097)
    year_of_cycle = (day - day // 1460 + day // 36_524 - day // 146_096) // 365
    day_of_year = day - (365 * year_of_cycle + year_of_cycle // 4 - year_of_cycle // 100)
    month = (5 * day_of_year + 2) // 153
    day_of_month = day_of_year - (153 * month + 2) // 5 + 1
    month = month + 3 if month < 10 else month - 9
    year = year_of_cycle + cycle * 400 + (month <= 2)
    if year > 9999:
        return f"+{year}-{month:02d}-{day_of_month:02d}"
    sign = "-" if year < 0 else ""
    return f"{sign}{abs(year):04d}-{month:02d}-{day_of_month:02d}"


def answer(path: str) -> dict:
    """What pyarrow finds in a file, or what it says."""
    try:
        with pyarrow.parquet.ParquetFile(path) as file:
            table = file.read(use_threads=False)
    except (pyarrow.ArrowException, OSError) as refused:
        return {"refused": str(refused)}
    columns = [[cell for chunk in column.chunks for cell in cells(chunk)] for column in table.columns]
    rows = [dict(zip(table.column_names, row)) for row in zip(*columns)]
    return {"types": {field.name: str(field.type) for field in table.schema}, "rows": rows}


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    json.dump([answer(path) for path in sys.argv[1:]], sys.stdout, ensure_ascii=False)
