"""The canonical text of a value: the forms that generate.py documents."""

import decimal
import math

import numpy


def cell(value, cql: str = ""):
    """The cell for a Python value; text is taken to be canonical already."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return floating(value, 32 if cql == "float" else 64)
    if isinstance(value, decimal.Decimal):
        return f"{value:f}"
    if isinstance(value, (bytes, bytearray)):
        return "0x" + value.hex()
    if isinstance(value, dict):
        return {name: cell(field) for name, field in value.items()}
    if isinstance(value, (list, tuple)):
        return [cell(element) for element in value]
    raise TypeError(f"no canonical text for {type(value)}")


def floating(value: float, bits: int) -> str:
    """The shortest decimal of a float of 32 or 64 bits."""
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    if value == 0:
        return "-0" if math.copysign(1, value) < 0 else "0"
    shortest = repr(value) if bits == 64 else str(numpy.float32(value))
    number = decimal.Decimal(shortest).normalize()
    return f"{number:f}" if -7 <= number.adjusted() <= 20 else f"{number:E}"


def iso_nanos(instant: str) -> int:
    """Nanoseconds since 1970 of an instant that is written canonically, of a year of four digits."""
    day, _, clock = instant.removesuffix("Z").partition("T")
    return numpy.datetime64(day, "D").astype(int).item() * 86_400 * 10**9 + clock_nanos(clock)


def clock_nanos(clock: str) -> int:
    """Nanoseconds since midnight of a time that is written canonically."""
    hours, minutes, seconds = clock.split(":")
    whole, _, fraction = seconds.partition(".")
    total = (int(hours) * 60 + int(minutes)) * 60 + int(whole)
    return total * 10**9 + int((fraction + "0" * 9)[:9])


def days(date: str) -> int:
    """Days since 1970 of a date of a year of four digits."""
    return numpy.datetime64(date, "D").astype(int).item()
