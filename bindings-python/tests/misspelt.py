"""Misspelt definitions and requests, each in a line marked with `expect`: mypy and pyright find every one, and nothing else."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Literal

import ratebook
from ratebook import definitions
from ratebook.machines import PaymentEvent, PaymentState

NOW = datetime(2026, 12, 18, 9, tzinfo=timezone.utc)
VALID: definitions.DayRange = {"first": "2026-11-01", "last": "2027-10-31"}
PRICES: definitions.Prices = {"by_adults": {2: "120"}}

# What is said of a handle's definition.
ratebook.RateList({"name": "x", "currency": "EUR", "unit": "night", "valid": VALID, "pricse": PRICES})  # expect
ratebook.RateList({"name": "x", "currency": "EUR", "unit": "fortnight", "valid": VALID, "prices": PRICES})  # expect
ratebook.RateList({"name": "x", "currency": "EUR", "unit": "night", "prices": PRICES})  # expect
ratebook.RateList({"name": "x", "currency": "EUR", "unit": "night", "valid": VALID, "prices": {"base": 124.5}})  # expect
ratebook.RateList({"name": "x", "currency": "EUR", "unit": "night", "valid": VALID, "prices": {"bse": "1"}})  # expect
ratebook.Calendar({"resources": [{"id": "studio", "zone": "UTC", "buffer_after_minute": 30}]})  # expect
ratebook.Calendar({"resource": [{"id": "studio", "zone": "UTC"}]})  # expect
ratebook.Tenant({"id": "acme", "name": "Acme", "quota": []})  # expect
ratebook.Plan({"nmae": "x"})  # expect
ratebook.Machine({"name": "door", "initial": "open", "states": [{"nam": "open"}], "events": [], "transitions": []})  # expect
ratebook.RateList(dict(name="x"))  # expect
ratebook.RateList(["x"])  # expect

# What is written down first.
season: definitions.Season = {"name": "peak", "days": [VALID], "prcie": {"multiply": "1.4"}}  # expect
change: definitions.PriceRequest = {"check_in": "2026-12-18", "adlts": 2}  # expect
tax: definitions.Tax = {"name": "VAT", "rate": {"percnt": "10"}}  # expect
take: definitions.Take = {"resource": "studio", "when": {"sapn": {"start": NOW, "end": NOW}}}  # expect

# Requests.
rate_list = ratebook.RateList("{}")
rate_list.price(check_in="2026-12-18", adlts=2)  # expect
rate_list.total_many(requests=[{"check_in": "2026-12-18", "adlts": 2}])  # expect
calendar = ratebook.Calendar("{}")
calendar.check(now=NOW, resource="studio", when={"stay": {"checkin": "2026-12-18"}})  # expect
calendar.hold(now=NOW, key="k", takes=[{"resorce": "studio"}], ttl_seconds=60)  # expect

# Words of machines.
payment = ratebook.flow.machine("payment")
started = payment.start(now=NOW, id="p", fields={"amount": "10", "currency": "EUR"})
ratebook.flow.machine("paymnt")  # expect
payment.fire(instance=started.instance, event="captur", now=NOW)  # expect
payment.fire(instance=started.instance, event="check_in", now=NOW)  # expect
payment.fire(instance={"machine": "payment"}, event="capture", now=NOW)  # expect
payment.fire_all(events=[{"instance": started.instance, "event": "captur", "now": NOW}])  # expect
payment.fire_all(events=[{"instance": started.instance, "evnt": "capture", "now": NOW}])  # expect
payment.step(state="create", event="capture")  # expect
payment.step(state="created", event="captur")  # expect
wrong_event: PaymentEvent = "captur"  # expect
wrong_state: Literal["authorised"] = started.instance.state  # expect

# Figures of errors.
try:
    payment.fire(instance=started.instance, event="capture", now=NOW)
except ratebook.RatebookError as error:
    left: str = error.details.get("units_left", 0)  # expect
    error.details.get("units_lft", 0) + 1  # expect
    units: int = error.details.get("units_left", 0)
    day: str | None = error.reasons[0].details.get("day")

# What is right.
event: PaymentEvent = "capture"
state: PaymentState = payment.fire(instance=started.instance, event=event, now=NOW).instance.state
first: PaymentEvent = payment.allowed(instance=started.instance)[0].event
payment.fire_all(events=[{"instance": started.instance, "event": event, "now": NOW, "permissions": ["*"]}])
payment.step(state="created", event=event, facts={})
ratebook.Machine("{}").fire_all(events=[{"instance": started.instance, "event": "any", "now": NOW}])
ratebook.Machine("{}").step(state="any", event="any")
plain: ratebook.MachineInstance = started.instance
payment.fire(instance=plain, event="capture", now=NOW)
kept: definitions.MachineInstance = {
    "machine": "payment",
    "machine_version": 1,
    "state": "authorized",
    "version": 3,
    "entered_at": NOW,
}
payment.fire(instance=kept, event="capture", now=NOW)
door: ratebook.Machine[Literal["open", "shut"], Literal["shut"]] = ratebook.Machine("{}")
door.fire(instance=kept, event="slam", now=NOW)  # expect
again = ratebook.Machine(ratebook.flow.machines(name="payment")[0])
again.fire(instance=started.instance, event="anything", now=NOW)
ratebook.Calendar(calendar.snapshot())
