"""What Python uses: `intervaltree`, a list kept sorted with `bisect`, and python-dateutil. Nanoseconds per call, as one JSON object.

Half-open stretches of minutes, one unit: more than one neither can count.
"""

import json
import statistics
import sys
import time
from bisect import bisect_left
from datetime import datetime, timezone
from pathlib import Path

from dateutil.rrule import rrulestr
from intervaltree import Interval, IntervalTree

HERE = Path(__file__).parent
ROUNDS = 5
# Changes that are timed together, after the other bookings are there.
CHANGES = 2_000


def timed(run):
    start = time.perf_counter_ns()
    run()
    return time.perf_counter_ns() - start


def each(calls, *runs):
    """Nanoseconds of one call for each of several runs that follow each other: the medians of the rounds."""
    rounds = [[timed(run) / calls for run in runs] for _ in range(ROUNDS)]
    return [statistics.median(figures) for figures in zip(*rounds)]


class Tree:
    def __init__(self, bookings):
        self.tree = IntervalTree(Interval(start, end) for start, end in bookings)

    def is_free(self, start, end):
        # Not `overlaps`, which looks at every edge within the stretch and takes hundreds of times as long.
        return not self.tree.overlap(start, end)

    def insert(self, start, end):
        self.tree.addi(start, end)

    def remove(self, start, end):
        self.tree.removei(start, end)


class ByHand:
    """Two lists in order of time: since nothing overlaps, the ends are in order as well."""

    def __init__(self, bookings):
        self.starts = sorted(start for start, _ in bookings)
        self.ends = sorted(end for _, end in bookings)

    def is_free(self, start, end):
        place = bisect_left(self.starts, end)
        return place == 0 or self.ends[place - 1] <= start

    def insert(self, start, end):
        place = bisect_left(self.starts, start)
        self.starts.insert(place, start)
        self.ends.insert(place, end)

    def remove(self, start, end):
        place = bisect_left(self.starts, start)
        del self.starts[place]
        del self.ends[place]


def figures_of(structure, work):
    bookings, questions = work["bookings"], work["questions"]
    kept, last = structure(bookings[:-CHANGES]), bookings[-CHANGES:]

    def insert():
        for start, end in last:
            kept.insert(start, end)

    def remove():
        for start, end in last:
            kept.remove(start, end)

    inserted, removed = each(CHANGES, insert, remove)
    insert()
    free = sum(kept.is_free(start, end) for start, end in questions)
    if free != work["free"]:
        raise SystemExit(f"{structure.__name__}: {free} are free, not {work['free']}")

    def ask():
        for start, end in questions:
            kept.is_free(start, end)

    return {"is_free": each(len(questions), ask)[0], "insert": inserted, "remove": removed}


def recurring():
    figures = {}
    for rule in json.loads((HERE / "rules.json").read_text()):
        first = datetime.fromisoformat(rule["first"]).replace(hour=9, tzinfo=timezone.utc)
        # The rule is read beforehand; ours reads it every time.
        expanded = rrulestr(rule["rule"], dtstart=first)
        expand = lambda: list(expanded)
        if "within" in rule:
            start, end = (datetime.fromisoformat(rule["within"][edge].replace("Z", "+00:00")) for edge in ("start", "end"))
            expand = lambda: expanded.between(start, end, inc=True)
        found = expand()
        figures[rule["name"]] = {"nanoseconds": each(1, expand)[0], "count": len(found), "last": int(found[-1].timestamp())}
    return figures


def main():
    work = json.loads(Path(sys.argv[1]).read_text())
    print(json.dumps({"tree": figures_of(Tree, work), "by_hand": figures_of(ByHand, work), "recurring": recurring()}))


if __name__ == "__main__":
    main()
