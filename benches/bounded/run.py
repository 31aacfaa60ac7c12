"""What grows costs as it grows: everything a definition or a request can hold much of, in Rust, Python and Node. One table, or
everything as JSON.

Each thing is made at one size and at eight times that. A figure is how much faster than the bytes the time grew: 1 is proportional,
8 would be the square. What grew too fast is made once more at eight times both sizes: a step between two ways of handing over, each
proportional, is not there again; the square is.
"""

import json
import os
import platform
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

from report import as_json, machine, node_version

HERE = Path(__file__).parent
BINARY = os.environ["RATEBOOK_BENCH_BINARY"]

# Sorting takes a third more at eight times the size; the rest is for whoever shares the machine.
ALLOWED = 1.8


def lines(process):
    return [json.loads(line) for line in process.stdout]


def streamed(*command, names=()):
    """The figures of a program that reads what `stream` writes: of everything, or of these names at larger sizes."""
    source = subprocess.Popen([BINARY, "stream", *names], stdout=subprocess.PIPE)
    reader = subprocess.Popen([str(word) for word in command], stdin=source.stdout, stdout=subprocess.PIPE, text=True)
    found = lines(reader)
    if source.wait() or reader.wait():
        sys.exit(f"{command[0]} or the source of its input ended with a failure")
    return found


def rust_figures(names=()):
    return lines(subprocess.Popen([BINARY, "figures", *names], stdout=subprocess.PIPE, text=True))


PEERS = {"Python": (sys.executable, HERE / "peer.py"), "Node": ("node", HERE / "peer.mjs")}


def larger(key, what):
    """How much faster than the bytes the time grew at larger sizes."""
    language, _, way = key.partition(", ")
    if language == "Rust":
        return rust_figures([what])[0]["times"]
    return streamed(*PEERS[language], names=[what])[0][way]


def main():
    rust = rust_figures()
    python, node = (streamed(*command) for command in PEERS.values())
    worst = defaultdict(dict)
    memory = defaultdict(float)
    for line in rust:
        worst[line["of"]]["Rust"] = max(worst[line["of"]].get("Rust", (0, "")), (line["times"], line["what"]))
        memory[line["of"]] = max(memory[line["of"]], line["memory"] / max(1, line["bytes"]))
    for language, figures in (("Python", python), ("Node", node)):
        for line in figures:
            for way in ("text", "values"):
                key = f"{language}, {way}"
                worst[line["of"]][key] = max(worst[line["of"]].get(key, (0, "")), (line[way], line["what"]))
    faster = [(key, times, what, larger(key, what)) for found in worst.values() for key, (times, what) in found.items() if times > ALLOWED]
    report = {"machine": machine(f"Python {platform.python_version()}", f"Node {node_version()}"), "things": len(rust),
              "worst": worst, "memory": memory, "faster": faster}
    if as_json(report):
        return
    print(f"What grows costs as it grows ({report['machine']}): {len(rust)} things, eightfold\n")
    columns = ["Rust", "Python, text", "Python, values", "Node, text", "Node, values"]
    print(f"{'time beside bytes, the worst of each':<44}" + "".join(f"{column:>16}" for column in columns) + "   bytes taken a byte")
    for of, found in sorted(worst.items()):
        print(f"{of:<44}" + "".join(f"{found.get(column, (0,))[0]:>16.2f}" for column in columns) + f"{memory[of]:>12.0f}")
    print()
    for key, times, what, again in sorted(faster, key=lambda one: -one[3]):
        print(f"{'missed' if again > ALLOWED else 'step  '}  {key}: {what}: {times:.1f}, and {again:.1f} at larger sizes, target ≤ {ALLOWED}")
    if all(again <= ALLOWED for *_, again in faster):
        print(f"met     everything ≤ {ALLOWED}, {len(faster)} of them at larger sizes alone")


main()
