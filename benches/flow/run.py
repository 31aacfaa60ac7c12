"""Machines, ours beside what people use today, in one run: one table, or everything as JSON.

All are built from the same two definitions, and must agree where every event leads from every state before anything is timed.
"""

import os
import platform
import sys
import tempfile
from pathlib import Path

from report import as_json, figures, machine, node_version, printed, table, targets

HERE = Path(__file__).parent
BINARY = os.environ["RATEBOOK_BENCH_BINARY"]


def compared(rust, python, node):
    """Rows of what, nanoseconds, target in nanoseconds, and the figures of others."""
    ours, deadlines, assigning = rust["machines"], rust["deadlines"], rust["assigning"]
    pythons, nodes = python["transitions"], node["xstate"]

    def others(name):
        return {"transitions": pythons[name], "XState": nodes[name]}

    return [
        ("Rust: an event, by places", ours["next"], 40, others("next")),
        ("  with a guard", ours["next_guarded"], 400, others("next_guarded")),
        ("Rust: an event, by names", ours["step"], None, {"transitions": pythons["by_name"], "XState's actor": nodes["send"]}),
        ("  with a guard", ours["step_guarded"], None, {}),
        ("Rust: fire, with record and effects", ours["fire"], None, {}),
        ("  refused, with the reason", ours["fire_refused"], None, {}),
        ("Rust: allowed, 9 events with reasons", ours["allowed"], None, {}),
        ("Rust: a definition is loaded", ours["load"], None, {}),
        ("Python: an event, by names", python["ours"]["step"], 1_000, {"transitions": pythons["by_name"]}),
        ("  with a guard", python["ours"]["step_guarded"], None, {"transitions": pythons["next_guarded"]}),
        ("Python: fire", python["ours"]["fire"], None, {}),
        ("Python: allowed", python["ours"]["allowed"], None, {}),
        ("Node: an event, by names", node["ours"]["step"], 1_000, {"XState": nodes["next"], "its actor": nodes["send"]}),
        ("  with a guard", node["ours"]["step_guarded"], None, {"XState": nodes["next_guarded"]}),
        ("Node: fire", node["ours"]["fire"], None, {}),
        ("Node: allowed", node["ours"]["allowed"], None, {}),
        ("a deadline", deadlines["due_at"], 1_000, {}),
        ("  paused twice", deadlines["due_at_paused"], None, {}),
        ("  all targets, with warnings", deadlines["track"], None, {}),
        ("one of 1,000 agents, in turns", assigning["round_robin"], 20_000, {}),
        ("  the least loaded", assigning["least_loaded"], 20_000, {}),
        ("  by skill", assigning["best_skill"], 20_000, {}),
        ("  the least loaded, with a ranking", assigning["ranked"], None, {}),
    ]


def main():
    rust = figures(BINARY)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder) / "workload.json"
        work.write_text(printed(BINARY, "workload"))
        python = figures(sys.executable, HERE / "peers.py", work)
        node = figures("node", HERE / "peers.mjs", work)
    rows = compared(rust, python, node)
    programs = (f"Python {platform.python_version()}", f"Node {node_version()}", f"transitions {python['version']}", f"XState {node['version']}")
    report = {"machine": machine(*programs), "rust": rust, "python": python, "node": node, "targets": targets(rows)}
    if as_json(report):
        return
    print(f"{report['machine']}\n")
    table("one event of a ticket", rows)


if __name__ == "__main__":
    main()
