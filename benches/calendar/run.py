"""Availability, ours beside what people use today, in one run: one table, or everything as JSON.

All are given the same 100,000 bookings and 20,000 questions, and must find as many of them free before anything is timed.
"""

import os
import platform
import sys
import tempfile
from pathlib import Path

from report import as_json, figures, machine, node_version, printed, shown, table, targets

HERE = Path(__file__).parent
BINARY = os.environ["RATEBOOK_BENCH_BINARY"]


def compared(ours, python, node, postgres):
    """Rows of what, nanoseconds, target in nanoseconds, and the figures of others."""
    one, three = ours["capacities"]["1"], ours["sizes"]["100000"]
    openings, holding = ours["openings"], ours["holding"]
    tree, by_hand, npm = python["tree"], python["by_hand"], node["tree"]

    def others(name):
        return {"intervaltree": tree[name], "bisect": by_hand[name], "Node": npm[name]}

    asked = {"PostgreSQL": postgres["is_free"], "in its server": postgres["is_free_in_server"]}
    rows = [
        ("timeline: most units taken", one["most"], None, others("is_free")),
        ("timeline: insert, in no order", one["insert"], 1_000, others("insert")),
        ("timeline: insert, in order of time", one["insert_in_order"], 1_000, {}),
        ("timeline: remove, in no order", one["remove"], None, others("remove")),
        ("calendar: is it free?", one["is_free"], 150, asked),
        ("  of three units", three["is_free"], 150, {}),
        ("  with hours, grid and buffer", openings["is_free_with_rules"], None, {}),
        ("calendar: check, with reasons", one["check"], None, {}),
        ("calendar: book", one["book"], None, {"PostgreSQL": postgres["insert"]}),
        ("calendar: cancel", one["cancel"], None, {"PostgreSQL": postgres["remove"]}),
        ("hold and confirm", holding["hold_and_confirm"], None, {}),
        ("book three resources at once", holding["book_three"], None, {}),
        ("slots of 30 days, 200 bookings", openings["slots"], 15_000, {}),
        ("first free hour of 1,000 resources", openings["first_free"], 5_000_000, {}),
        ("  booked out for 20 days", openings["first_free_booked_out"], 5_000_000, {}),
        ("1,000 room types, free and priced", ours["search"]["availability_and_price"], 2_000_000, {}),
    ]
    for name, what in (("weekly", "100 weekly occurrences"), ("last_friday", "last Fridays of ten years"), ("daily_since_1990", "daily since 1990, those of 2026")):
        mine, dateutil, rrule = ours["recurring"][name], python["recurring"][name], node["recurring"][name]
        for found in (dateutil, rrule):
            if any(found[part] != mine["universal"][part] for part in ("count", "last")):
                raise SystemExit(f"{name}: the occurrences differ: {mine['universal']}, {found}")
        rows.append((what, mine["universal"]["nanoseconds"], None, {"dateutil": dateutil["nanoseconds"], "rrule": rrule["nanoseconds"]}))
        rows.append(("  by the clocks of Berlin", mine["berlin"]["nanoseconds"], None, {}))
    return rows


def sizes_table(sizes):
    print(f"\n{'bookings, of three units':<28}" + "".join(f"{int(size):>12,}" for size in sizes))
    names = {
        "is_free": "is it free?", "check": "check, with reasons", "most": "most units taken", "insert": "insert, in no order",
        "insert_in_order": "insert, in order of time", "remove": "remove", "book": "book", "cancel": "cancel",
        "clone": "copy of the calendar", "first_change": "first change after a copy",
    }
    for name, what in names.items():
        print(f"{what:<28}" + "".join(f"{shown(measured[name]):>12}" for measured in sizes.values()))
    for name, what in {"step_bytes": "bytes, step function", "timeline_bytes": "bytes, timeline", "calendar_bytes": "bytes, calendar"}.items():
        print(f"{what + ', each':<28}" + "".join(f"{measured[name]:>12,.0f}" for measured in sizes.values()))


def structures_table(sizes):
    kinds = list(next(iter(sizes.values())))
    print(f"\n{'step functions':<40}" + "".join(f"{kind:>12}" for kind in kinds))
    for size, structures in sizes.items():
        for name, what in (("insert", "insert, in no order"), ("insert_in_order", "insert, in order of time"), ("check", "most units taken"), ("remove", "remove"), ("bytes", "bytes each")):
            show = (lambda figure: f"{figure:,.0f}") if name == "bytes" else shown
            print(f"{f'{int(size):>9,}  {what}':<40}" + "".join(f"{show(structures[kind][name]):>12}" for kind in kinds))


def main():
    ours = figures(BINARY)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder) / "workload.json"
        work.write_text(printed(BINARY, "workload"))
        python = figures(sys.executable, HERE / "peers.py", work)
        node = figures("node", HERE / "peers.mjs", work)
        postgres = figures(sys.executable, HERE / "postgres.py", work)
    rows = compared(ours, python, node, postgres)
    programs = (f"Python {platform.python_version()}", f"Node {node_version()}", f"PostgreSQL {postgres['version'].split()[0]}")
    report = {"machine": machine(*programs), "ours": ours, "python": python, "node": node, "postgres": postgres, "targets": targets(rows)}
    if as_json(report):
        return
    print(f"{report['machine']}\n")
    table("100,000 bookings of one unit", rows)
    print(f"\nPostgreSQL: a statement from Python over a Unix socket; {shown(postgres['round_trip'])} of it are the round trip of one that asks for")
    print(f"nothing. Row and indexes of a booking take {postgres['bytes']:.0f} bytes there. {ours['openings']['slots_found']} slots are free. rrule and dateutil go by universal time.")
    sizes_table(ours["sizes"])
    structures_table(ours["structures"])


if __name__ == "__main__":
    main()
