"""Adds up what surefire wrote, and closes with one plain line.

usage: summary.py RESULTS, where RESULTS has one folder of reports for each step of .ci/run.
Exit status 1 when a test failed, when none ran, or when one was skipped that could have run: the
only excuse for skipping is that no Docker engine answers (CI_DOCKER=no).
"""

import os
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path


def main(results: Path) -> int:
    passed = failed = skipped = 0
    complaints = []
    for step in sorted(path for path in results.iterdir() if path.is_dir()):
        counts = {"passed": 0, "failed": 0, "skipped": 0}
        for report in sorted(step.rglob("TEST-*.xml")):
            for case in ElementTree.parse(report).getroot().iter("testcase"):
                name = f"{case.get('classname')}.{case.get('name')}"
                outcome, complaint = judge(case)
                counts[outcome] += 1
                if complaint:
                    complaints.append(f"{step.name}: {name}: {complaint}")
        print(f"{step.name}:", ", ".join(f"{count} {what}" for what, count in counts.items()))
        passed += counts["passed"]
        failed += counts["failed"]
        skipped += counts["skipped"]
    for complaint in complaints:
        print(complaint)
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return 1 if complaints or failed or not passed else 0


def judge(case) -> tuple[str, str | None]:
    """What became of a test case, and what is wrong with that."""
    for kind in ("failure", "error"):
        found = case.find(kind)
        if found is not None:
            return "failed", (found.get("message") or found.get("type") or kind).split("\n")[0]
    found = case.find("skipped")
    if found is None:
        return "passed", None
    reason = found.get("message") or "no reason given"
    if "docker" in reason.lower() and os.environ.get("CI_DOCKER") == "no":
        return "skipped", None
    return "skipped", f"skipped, though it could have run: {reason}"


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
