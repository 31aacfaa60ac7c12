"""Who may, and how much, ours beside what people use today, in one run: one table, or everything as JSON.

All are asked 3,600 questions of who may do what with which record, and must agree on every one before anything is timed.
"""

import os
import tempfile
from pathlib import Path

from report import as_json, figures, machine, printed, table, targets

BINARY, CEDAR = os.environ["RATEBOOK_BENCH_BINARY"], os.environ["RATEBOOK_BENCH_CEDAR"]


def compared(rust, cedar):
    """Rows of what, nanoseconds, target in nanoseconds, and the figures of others."""
    access, counts = rust["access"], rust["counts"]
    others = {
        "by hand": access["by_hand"],
        "Cedar": cedar["by_role"],
        "a policy for each permission": cedar["by_permission"],
    }
    return [
        ("may, with every record", access["may"], 100, {}),
        ("may, with that record", access["may_with"], 100, others),
        ("  by the permission's name", access["may_by_name"], None, {}),
        ("  with what allows it, or lacks", access["verdict"], None, {}),
        ("somebody is let in", access["holder"], None, {}),
        ("a flag, by percentage", counts["flag_percentage"], 50, {}),
        ("  by role", counts["flag_role"], 50, {}),
        ("  the same for everybody", counts["flag_on"], 50, {}),
        ("a rate limit, token bucket", counts["token_bucket"], 50, {}),
        ("  refused", counts["token_bucket_refused"], 50, {}),
        ("a rate limit, sliding window", counts["sliding_window"], 50, {}),
        ("  refused", counts["sliding_window_refused"], 50, {}),
        ("  with all that headers tell", counts["rate_limit"], None, {}),
        ("a record of what was done", counts["audit"], 2_000, {}),
    ]


def main():
    rust = figures(BINARY)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder) / "workload.json"
        work.write_text(printed(BINARY, "workload"))
        cedar = figures(CEDAR, work)
    rows = compared(rust, cedar)
    report = {"machine": machine(f"Cedar {cedar['version']}"), "rust": rust, "cedar": cedar, "targets": targets(rows)}
    if as_json(report):
        return
    print(f"{report['machine']}\n")
    table("200 permissions, two roles", rows)


if __name__ == "__main__":
    main()
