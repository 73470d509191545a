"""fastparquet: legacy LZ4 without Hadoop's frames, INT96, categories, its own writer from the first byte on."""

import fastparquet
import numpy
import pandas

from generator.case import Column, case_of

PRODUCER = f"fastparquet {fastparquet.__version__}"


def write(folder) -> list:
    numbers = list(range(40))
    instants = [f"2024-02-29T12:34:{n:02d}.250Z" for n in numbers]
    words = [f"word {n % 4}" for n in numbers]
    frame = pandas.DataFrame(
        {
            "id": numpy.array(numbers, dtype="int32"),
            "word": pandas.Series(words, dtype="object"),
            "kind": pandas.Categorical(words),
            "real": numpy.array(numbers, dtype="float64") / 4,
            "flag": numpy.array([n % 3 == 0 for n in numbers]),
            "at": pandas.to_datetime(pandas.Series(instants)).dt.tz_localize(None).astype("datetime64[ns]"),
        }
    )
    columns = [
        Column("id", "int", None, numbers),
        Column("word", "text", None, words),
        Column("kind", "text", None, words),
        Column("real", "double", None, [n / 4 for n in numbers]),
        Column("flag", "boolean", None, [n % 3 == 0 for n in numbers]),
        Column("at", "timestamp", None, instants),
    ]
    cases = []
    for name, codec, times, about in (
        (
            "fastparquet_lz4_unframed",
            "LZ4",
            "int64",
            "Codec LZ4 (not LZ4_RAW) over plain LZ4 blocks, as early Arrow wrote.",
        ),
        ("fastparquet_int96", "GZIP", "int96", "INT96 timestamps and gzip."),
    ):
        file = name.replace("_", "-") + ".parquet"
        fastparquet.write(str(folder / file), frame, compression=codec, times=times, write_index=False)
        unread = ("duckdb",) if codec == "LZ4" else ()
        cases.append(case_of(name, file, PRODUCER, about, columns, unread=unread))
    return cases
