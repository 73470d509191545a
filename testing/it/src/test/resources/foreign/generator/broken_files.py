"""Files that are not Parquet, or no longer."""

from generator.case import refused_case

WHOLE = "pyarrow-codec-snappy-v1.parquet"


def write(folder) -> list:
    whole = (folder / WHOLE).read_bytes()
    footer_length = int.from_bytes(whole[-8:-4], "little")
    contents = {
        "broken-empty.parquet": (b"", "Zero bytes.", "(?i)empty|0 bytes"),
        "broken-text.parquet": (
            b"id,name\n1,a\n2,b\n3,a longer line, so that it is not refused for its size\n",
            "A CSV file under a wrong name.",
            "(?i)not a parquet",
        ),
        "broken-tiny.parquet": (
            b"PAR1",
            "Only the first four bytes.",
            "(?i)not a parquet|truncated|too (small|short)",
        ),
        "broken-truncated.parquet": (
            whole[: len(whole) // 2],
            "The first half of a file.",
            "(?i)truncated|incomplete|not a parquet",
        ),
        "broken-tail.parquet": (
            b"PAR1" + whole[len(whole) // 2 :],
            "The first half is missing, the footer is whole: row groups lie outside the file.",
            "(?i)corrupt|truncated|outside|beyond|damaged",
        ),
        "broken-footer-length.parquet": (
            whole[:-8] + (2**31 - 1).to_bytes(4, "little") + b"PAR1",
            "The length of the footer is larger than the file.",
            "(?i)corrupt|truncated|footer",
        ),
        "broken-footer.parquet": (
            whole[: -8 - footer_length] + b"\xff" * footer_length + whole[-8:],
            "The footer is overwritten.",
            "(?i)corrupt|footer|damaged",
        ),
        "broken-page.parquet": (
            whole[:60] + b"\xff" * 100 + whole[160:],
            "A page in the middle is overwritten.",
            "(?i)corrupt|damaged|cannot (be )?read|page",
        ),
    }
    cases = []
    for file, (content, about, refused) in contents.items():
        (folder / file).write_bytes(content)
        name = file.removesuffix(".parquet").replace("-", "_")
        cases.append(refused_case(name, file, "generate.py", about, refused))
    return cases
