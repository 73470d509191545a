"""Writes the rows of a Parquet file again and again, with one thread, and prints each time.

Arguments: the file, the codec, how often. Reading and the first writing are not timed.
"""

import os
import sys
import tempfile
import time

import pyarrow
import pyarrow.parquet

source, codec, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3])
pyarrow.set_cpu_count(1)
pyarrow.set_io_thread_count(1)
table = pyarrow.parquet.read_table(source)
with tempfile.TemporaryDirectory() as directory:
    target = os.path.join(directory, "written.parquet")
    for i in range(rounds + 1):
        if i > 0:
            os.remove(target)
        start = time.perf_counter()
        pyarrow.parquet.write_table(table, target, compression=codec)
        elapsed = time.perf_counter() - start
        if i > 0:
            print(elapsed)
    rows = pyarrow.parquet.read_metadata(target).num_rows
    print("rows", rows)
    print("bytes", os.path.getsize(target))
