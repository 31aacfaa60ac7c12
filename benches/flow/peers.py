"""What Python uses: `transitions`, and Ratebook's own package. Nanoseconds per call, as one JSON object.

Both are given the machines that the Rust side printed, and must give its answer to every question before anything is timed.
"""

import json
import sys
from datetime import datetime, timezone
from importlib.metadata import version
from pathlib import Path

import ratebook
import transitions
from timing import measure

MAY = {"attempts": 1, "max_attempts": 3}


class Record:
    """What lives by a machine of `transitions`: it puts the state and the events here."""


def condition(guard):
    """A guard of ours is an expression of Python too."""
    compiled = eval(f"lambda attempts, max_attempts: {guard}")
    return lambda **facts: compiled(**facts)


def theirs(definition):
    record = Record()
    machine = transitions.Machine(
        model=record, states=[state["name"] for state in definition["states"]], initial=definition["initial"], auto_transitions=False
    )
    for one in definition["transitions"]:
        conditions = [condition(one["guard"])] if "guard" in one else None
        machine.add_transition(one["event"], one["from"], one["to"], conditions=conditions)
    return record


def led(record, question):
    record.state = question["state"]
    try:
        happened = record.trigger(question["event"], **question["facts"])
    except (AttributeError, transitions.MachineError):
        return None
    return record.state if happened else None


def stepped(machine, question):
    try:
        return machine.step(state=question["state"], event=question["event"], facts=question["facts"]).state
    except ratebook.RatebookError:
        return None


def transitions_figures(records):
    ticket, delivery = records["ticket"], records["delivery"]

    def unguarded():
        ticket.state = "in_progress"
        ticket.wait()

    def by_name():
        ticket.state = "in_progress"
        ticket.trigger("wait")

    def guarded():
        delivery.state = "waiting"
        delivery.attempt(**MAY)

    return {"next": measure(20_000, unguarded), "by_name": measure(20_000, by_name), "next_guarded": measure(20_000, guarded)}


def own_figures(machines):
    ticket, delivery = machines["ticket"], machines["delivery"]
    now = datetime(2026, 11, 2, 9, 30, tzinfo=timezone.utc)
    begun = ticket.start(now=now, id="TK-2611-0007", fields={"subject": "no signal since noon"}).instance
    given = {"resolution": "the router was restarted"}
    return {
        "step": measure(200_000, lambda: ticket.step(state="in_progress", event="wait")),
        "step_guarded": measure(100_000, lambda: delivery.step(state="waiting", event="attempt", facts=MAY)),
        "fire": measure(10_000, lambda: ticket.fire(instance=begun, event="resolve", now=now, actor="ann", given=given)),
        "allowed": measure(5_000, lambda: ticket.allowed(instance=begun, permissions=["tickets:*"])),
    }


def main():
    work = json.loads(Path(sys.argv[1]).read_text())
    records = {definition["name"]: theirs(definition) for definition in work["machines"]}
    machines = {definition["name"]: ratebook.Machine(definition) for definition in work["machines"]}
    for question in work["questions"]:
        answers = led(records[question["machine"]], question), stepped(machines[question["machine"]], question)
        if any(answer != question["to"] for answer in answers):
            raise SystemExit(f"the answers differ: {question}, {answers}")
    print(json.dumps({"version": version("transitions"), "transitions": transitions_figures(records), "ours": own_figures(machines)}))


if __name__ == "__main__":
    main()
