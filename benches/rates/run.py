"""The family stay, ours beside what people use today, in one run: nanoseconds per call and ratios.

Every contender must come to 1236.86 before anything is timed. ZEN computes in binary floats; its answer is compared to the cent.
"""

import json
import os
import platform
import re
import subprocess
from datetime import date, timedelta
from pathlib import Path

import by_hand
import pyarrow
import ratebook
import zen
from report import as_json, cpu, figures, node_version
from timing import measure

HERE = Path(__file__).parent
SHARED = json.loads((HERE / "family_stay.json").read_text())


def python_figures():
    rates = ratebook.RateList(SHARED["rate_list"])
    asked = SHARED["request"]
    stay = {name: date.fromisoformat(asked[name]) for name in ("check_in", "check_out", "booked_on")}
    stay |= {"adults": asked["adults"], "children": asked["children"]}
    decision = zen.ZenEngine().create_decision((HERE / "family_stay.zen.json").read_text())
    nights = [stay["check_in"] + timedelta(days=night) for night in range(7)]
    facts = {
        "nights": [{"day": day.toordinal(), "weekday": day.weekday()} for day in nights],
        "adults": stay["adults"],
        "lead_days": (stay["check_in"] - stay["booked_on"]).days,
    }
    answers = [
        str(rates.total(**stay).amount),
        str(by_hand.price(**stay)),
        f"{decision.evaluate(facts)['result']['total']:.2f}",
    ]
    if any(answer != SHARED["total"] for answer in answers):
        raise SystemExit(f"the answers differ: {answers}")
    many = [stay] * 1_000
    count = 100_000
    table = pyarrow.table({name: pyarrow.array([value] * count) for name, value in stay.items()})
    return {
        "total": measure(20_000, lambda: rates.total(**stay)),
        "lines": measure(3_000, lambda: rates.price(**stay)),
        "batch_total": measure(20, lambda: rates.total_many(requests=many)) / len(many),
        "arrow_total": measure(3, lambda: rates.total_arrow(table)) / count,
        "arrow_sums": measure(3, lambda: rates.quote_arrow(table)) / count,
        "by_hand_total": measure(2_000, lambda: by_hand.price(**stay)),
        "by_hand_lines": measure(2_000, lambda: by_hand.price(**stay, lines=[])),
        "zen_total": measure(300, lambda: decision.evaluate(facts)),
    }


def figures_of(language):
    """What the bench of another language prints; the command to run it comes from `cargo xtask bench`."""
    folder, *command = json.loads(os.environ[f"RATEBOOK_BENCH_{language}"])
    printed = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout
    # Build tools write around it.
    return json.loads(re.findall(r"\{.*\}", printed)[-1])


def at_most(what, figure, target):
    return what, f"{figure:,.0f} ns", f"≤ {target:,} ns", figure <= target


def times(what, theirs, ours, target):
    return what, f"{theirs / ours:.1f}×", f"≥ {target}×", theirs >= target * ours


def main():
    rust = figures(os.environ["RATEBOOK_BENCH_BINARY"])
    python = python_figures()
    node = figures("node", HERE / "node.mjs")
    swift, kotlin = figures_of("SWIFT"), figures_of("KOTLIN")
    per_second = 1e9 / rust["batch_total"]
    targets = [
        at_most("Rust, total", rust["total"], 150),
        at_most("Rust, all lines", rust["lines"], 1_500),
        ("Rust, batch of totals", f"{per_second / 1e6:.1f} million/s", "≥ 2 million/s", per_second >= 2e6),
        ("Rust, 500 seasons instead of 2", f"{rust['total_500_seasons'] / rust['total']:.2f}×", "≤ 1.2×", rust["total_500_seasons"] <= 1.2 * rust["total"]),
        at_most("Python, total", python["total"], 1_000),
        at_most("Node, total", node["total"], 2_000),
        at_most("Swift, total", swift["total"], 2_000),
        at_most("Kotlin, total", kotlin["total"], 2_000),
        times("Swift, a batch beside a loop", swift["total"], swift["batch_total"], 2),
        times("Kotlin, a batch beside a loop", kotlin["total"], kotlin["batch_total"], 2),
        times("Python beside decimal by hand, a call", python["by_hand_total"], python["total"], 15),
        times("Python beside decimal by hand, every line", python["by_hand_lines"], python["lines"], 2),
        times("Python over Arrow beside decimal by hand", python["by_hand_total"], python["arrow_total"], 100),
        times("Node beside decimal.js by hand, a call", node["by_hand_total"], node["total"], 12),
        times("Node beside decimal.js by hand, every line", node["by_hand_lines"], node["lines"], 2),
    ]
    shape = {"cores": os.cpu_count(), "cpu": cpu(), "system": platform.system(), "python": platform.python_version(), "node": node_version()}
    report = {"machine": shape, "nanoseconds": {"rust": rust, "python": python, "node": node, "swift": swift, "kotlin": kotlin}}
    report["targets"] = [dict(zip(("what", "figure", "target", "met"), row)) for row in targets]
    if as_json(report):
        return
    print(f"{shape['cores']} cores, {shape['cpu']}, {shape['system']}, Python {shape['python']}, Node {shape['node']}\n")
    print(f"{'family stay, ns per call':<28}{'Rust':>12}{'Python':>12}{'Node':>12}{'Swift':>12}{'Kotlin':>12}")
    languages = (rust, python, node, swift, kotlin)
    for name in dict.fromkeys(name for measured in languages for name in measured):
        cells = [measured.get(name) for measured in languages]
        print(f"{name.replace('_', ' '):<28}" + "".join(f"{cell:>12,.0f}" if cell else f"{'':>12}" for cell in cells))
    print()
    for what, figure, target, met in targets:
        print(f"{'met   ' if met else 'missed'}  {what:<44}{figure:>18}  target {target}")
    for language, measured in (("Python", python), ("Node", node)):
        print(f"        {language}: ours beside ZEN (floats), a total{measured['zen_total'] / measured['total']:>12.0f}×")


if __name__ == "__main__":
    main()
