"""What every bench prints: the machine, and rows with ours, the target, and the figures of others."""

import json
import os
import platform
import subprocess
import sys
from pathlib import Path


def printed(*command):
    return subprocess.run([str(word) for word in command], stdout=subprocess.PIPE, text=True, check=True).stdout


def figures(*command):
    """What a program prints as one JSON object."""
    return json.loads(printed(*command))


def cpu():
    model = platform.processor() or platform.machine()
    for line in Path("/proc/cpuinfo").read_text().splitlines() if Path("/proc/cpuinfo").exists() else []:
        if line.startswith("model name"):
            model = line.split(":", 1)[1].strip()
            break
    return model


def node_version():
    return printed("node", "--version").strip().removeprefix("v")


def machine(*programs):
    """The machine and the programs of a run, in a line."""
    return ", ".join([f"{os.cpu_count()} cores", cpu(), platform.system(), *programs])


def shown(nanoseconds):
    for unit, size in (("ms", 1e6), ("µs", 1e3)):
        if nanoseconds >= 10 * size:
            return f"{nanoseconds / size:,.0f} {unit}"
        if nanoseconds >= size:
            return f"{nanoseconds / size:,.1f} {unit}"
    return f"{nanoseconds:,.0f} ns" if nanoseconds >= 10 else f"{nanoseconds:.1f} ns"


def targets(rows):
    """Of rows of what, nanoseconds, target in nanoseconds and the figures of others, those that have a target."""
    return [{"what": what.strip(), "nanoseconds": figure, "target": target, "met": figure <= target} for what, figure, target, _ in rows if target]


def table(title, rows):
    print(f"{title:<38}{'ours':>10}  {'target':>10}         beside (times ours)")
    for what, figure, target, others in rows:
        aim = f"{'≤ ' + shown(target):>10}  {'met   ' if figure <= target else 'missed'}" if target else " " * 18
        beside = ",  ".join(f"{name} {shown(other)} ({other / figure:,.1f}×)" for name, other in others.items())
        print(f"{what:<38}{shown(figure):>10}  {aim} {beside}".rstrip())


def as_json(report):
    """Prints the whole report as JSON, when that is wanted."""
    if "--json" in sys.argv:
        print(json.dumps(report, indent=2))
        return True
    return False
