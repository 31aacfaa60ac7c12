// Written by `cargo xtask generate`; change the declarations in core instead.

//! Every handle as a class and every plain operation as a function.

use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict};
use ratebook::api::{Function, Handle};

use crate::table::{self, Quotes};
use crate::wire::{self, Held, Json};

/// A rate list, checked and compiled: asked for prices as often as you like.
#[pyclass(frozen, module = "ratebook")]
pub(crate) struct RateList(Held<ratebook::rates::RateList>);

type RateListOperation = <ratebook::rates::RateList as Handle>::Operation;

#[pymethods]
impl RateList {
    #[new]
    #[pyo3(signature = (definition, /))]
    fn new(definition: &Bound<'_, PyAny>) -> PyResult<Self> {
        Held::load(definition).map(RateList)
    }

    /// Prices a request, with every line; or refuses it with every reason.
    #[pyo3(name = "price", signature = (**request), text_signature = "($self, *, check_in=None, check_out=None, first=None, last=None, start=None, end=None, adults=..., children=..., birth_dates=..., quantity=..., booked_on=None, as_of=None, supplements=..., promo_codes=..., promo_uses=..., tags=..., channel=None, place_of_supply=None, business_tax_id=None, preview=...)")]
    fn price<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask(py, request, |wire| self.0.handle.ask(RateListOperation::Price, wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn price_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(py, request, |wire| self.0.handle.ask(RateListOperation::Price, wire))
    }

    /// The total alone: the fast way when nobody reads the lines.
    #[pyo3(name = "total", signature = (**request), text_signature = "($self, *, check_in=None, check_out=None, first=None, last=None, start=None, end=None, adults=..., children=..., birth_dates=..., quantity=..., booked_on=None, as_of=None, supplements=..., promo_codes=..., promo_uses=..., tags=..., channel=None, place_of_supply=None, business_tax_id=None, preview=...)")]
    fn total<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask(py, request, |wire| self.0.handle.ask(RateListOperation::Total, wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn total_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(py, request, |wire| self.0.handle.ask(RateListOperation::Total, wire))
    }

    /// Prices a request and tells the total in another currency, with the exchange rate and its time.
    #[pyo3(name = "price_in", signature = (**request), text_signature = "($self, *, request, currency, rates, as_of, max_age_seconds=..., allow_stale=...)")]
    fn price_in<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask(py, request, |wire| self.0.handle.ask(RateListOperation::PriceIn, wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn price_in_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(py, request, |wire| self.0.handle.ask(RateListOperation::PriceIn, wire))
    }

    /// The price in sentences, or every reason against it.
    #[pyo3(name = "explain", signature = (**request), text_signature = "($self, *, check_in=None, check_out=None, first=None, last=None, start=None, end=None, adults=..., children=..., birth_dates=..., quantity=..., booked_on=None, as_of=None, supplements=..., promo_codes=..., promo_uses=..., tags=..., channel=None, place_of_supply=None, business_tax_id=None, preview=...)")]
    fn explain<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask(py, request, |wire| self.0.handle.ask(RateListOperation::Explain, wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn explain_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(py, request, |wire| self.0.handle.ask(RateListOperation::Explain, wire))
    }

    /// Prices many requests, one answer each; a bad request never spoils the others.
    #[pyo3(name = "quote_many", signature = (**request), text_signature = "($self, *, requests)")]
    fn quote_many<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(py, request, |wire| self.0.handle.ask(RateListOperation::QuoteMany, wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn quote_many_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(py, request, |wire| self.0.handle.ask(RateListOperation::QuoteMany, wire))
    }

    /// The totals of many requests, one answer each: the fastest way to price a lot.
    #[pyo3(name = "total_many", signature = (**request), text_signature = "($self, *, requests)")]
    fn total_many<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(py, request, |wire| self.0.handle.ask(RateListOperation::TotalMany, wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn total_many_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(py, request, |wire| self.0.handle.ask(RateListOperation::TotalMany, wire))
    }

    /// The total of every arrival day, length of stay and party.
    #[pyo3(name = "grid", signature = (**request), text_signature = "($self, *, arrivals, nights, parties, quantity=..., booked_on=None, preview=...)")]
    fn grid<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "GridRequest", "Grid", &|wire| self.grid_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn grid_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.grid_seldom(wire))
    }

    /// The list as bytes for a device: its definition in the compact form, with a checksum, from which it loads again.
    #[pyo3(name = "pack", signature = (**request), text_signature = "($self)")]
    fn pack<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "PackRequest", "Packed", &|wire| self.pack_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn pack_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.pack_seldom(wire))
    }

    /// Prices a whole table in one call: a column per field of a request, a row per request.
    ///
    /// Takes anything that speaks the Arrow C interface (pyarrow, polars, pandas, DuckDB) and gives a table that does.
    #[pyo3(signature = (table, /))]
    fn quote_arrow(&self, py: Python<'_>, table: &Bound<'_, PyAny>) -> PyResult<Quotes> {
        table::quote(py, &self.0.handle, table)
    }

    /// The totals of a whole table in one call, as `quote_arrow` takes it; several times faster.
    #[pyo3(signature = (table, /))]
    fn total_arrow(&self, py: Python<'_>, table: &Bound<'_, PyAny>) -> PyResult<Quotes> {
        table::total(py, &self.0.handle, table)
    }

    /// The definition as JSON text.
    fn to_json<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        self.0.to_json(py)
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> (Bound<'py, PyAny>, (Bound<'py, PyBytes>,)) {
        (slf.get_type().into_any(), (slf.get().0.to_json(slf.py()),))
    }
}

impl RateList {
    fn grid_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(RateListOperation::Grid, wire)
    }

    fn pack_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(RateListOperation::Pack, wire)
    }
}

/// Several rate lists, checked and compiled, that answer together.
#[pyclass(frozen, module = "ratebook")]
pub(crate) struct RateLists(Held<ratebook::rates::RateLists>);

type RateListsOperation = <ratebook::rates::RateLists as Handle>::Operation;

#[pymethods]
impl RateLists {
    #[new]
    #[pyo3(signature = (definition, /))]
    fn new(definition: &Bound<'_, PyAny>) -> PyResult<Self> {
        Held::load(definition).map(RateLists)
    }

    /// The price of the cheapest list, with every other offer and refusal.
    #[pyo3(name = "cheapest", signature = (**request), text_signature = "($self, *, request)")]
    fn cheapest<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "CheapestRequest", "Cheapest", &|wire| self.cheapest_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn cheapest_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.cheapest_seldom(wire))
    }

    /// The one list that answers for a product: by priority, most specific product, newest version, id, in this order.
    #[pyo3(name = "select", signature = (**request), text_signature = "($self, *, request, supplier=None, service_type=None, destination=None, product=None)")]
    fn select<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "SelectRequest", "Selection", &|wire| self.select_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn select_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.select_seldom(wire))
    }

    /// Every pair of published lists of one supplier, service, destination and product whose days meet.
    #[pyo3(name = "overlaps", signature = (**request), text_signature = "($self, *, within=None)")]
    fn overlaps<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "OverlapsRequest", "[Overlap]", &|wire| self.overlaps_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn overlaps_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.overlaps_seldom(wire))
    }

    /// The overlaps that a list would have, without saving it.
    #[pyo3(name = "validate_dates", signature = (**request), text_signature = "($self, *, list)")]
    fn validate_dates<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "ValidateDatesRequest", "[Overlap]", &|wire| self.validate_dates_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn validate_dates_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.validate_dates_seldom(wire))
    }

    /// Prices the same requests under two lists: what would have changed, for each and in sum.
    #[pyo3(name = "simulate", signature = (**request), text_signature = "($self, *, requests, before=..., after=...)")]
    fn simulate<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "SimulateRequest", "Simulation", &|wire| self.simulate_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn simulate_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.simulate_seldom(wire))
    }

    /// Writes the lists to a CSV or XLSX file, which reads back to the same lists.
    #[pyo3(name = "export", signature = (**request), text_signature = "($self, *, style=...)")]
    fn export<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "ExportRequest", "Exported", &|wire| self.export_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn export_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.export_seldom(wire))
    }

    /// One change over many lists as one set that can be looked at: all lists change or none.
    #[pyo3(name = "bulk_update", signature = (**request), text_signature = "($self, *, lists=..., change)")]
    fn bulk_update<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "BulkUpdateRequest", "BulkUpdate", &|wire| self.bulk_update_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn bulk_update_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.bulk_update_seldom(wire))
    }

    /// The definition as JSON text.
    fn to_json<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        self.0.to_json(py)
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> (Bound<'py, PyAny>, (Bound<'py, PyBytes>,)) {
        (slf.get_type().into_any(), (slf.get().0.to_json(slf.py()),))
    }
}

impl RateLists {
    fn cheapest_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(RateListsOperation::Cheapest, wire)
    }

    fn select_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(RateListsOperation::Select, wire)
    }

    fn overlaps_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(RateListsOperation::Overlaps, wire)
    }

    fn validate_dates_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(RateListsOperation::ValidateDates, wire)
    }

    fn simulate_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(RateListsOperation::Simulate, wire)
    }

    fn export_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(RateListsOperation::Export, wire)
    }

    fn bulk_update_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(RateListsOperation::BulkUpdate, wire)
    }
}

/// A plan, checked: what its periods cost, and what changes in their midst do.
#[pyclass(frozen, module = "ratebook")]
pub(crate) struct Plan(Held<ratebook::rates::Plan>);

type PlanOperation = <ratebook::rates::Plan as Handle>::Operation;

#[pymethods]
impl Plan {
    #[new]
    #[pyo3(signature = (definition, /))]
    fn new(definition: &Bound<'_, PyAny>) -> PyResult<Self> {
        Held::load(definition).map(Plan)
    }

    /// What a period costs with its usage, line by line.
    #[pyo3(name = "charge", signature = (**request), text_signature = "($self, *, usage=...)")]
    fn charge<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "UsageRequest", "PlanBill", &|wire| self.charge_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn charge_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.charge_seldom(wire))
    }

    /// The plan's billing periods, the anchor's day kept.
    #[pyo3(name = "periods", signature = (**request), text_signature = "($self, *, anchor, first=..., count)")]
    fn periods<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "PlanPeriodsRequest", "[BillingPeriod]", &|wire| self.periods_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn periods_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.periods_seldom(wire))
    }

    /// What a change in the midst of a period costs: credit and charge as separate lines.
    #[pyo3(name = "prorate", signature = (**request), text_signature = "($self, *, change, at, zone, anchor, by=...)")]
    fn prorate<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "ProrateRequest", "Proration", &|wire| self.prorate_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn prorate_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.prorate_seldom(wire))
    }

    /// The definition as JSON text.
    fn to_json<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        self.0.to_json(py)
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> (Bound<'py, PyAny>, (Bound<'py, PyBytes>,)) {
        (slf.get_type().into_any(), (slf.get().0.to_json(slf.py()),))
    }
}

impl Plan {
    fn charge_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(PlanOperation::Charge, wire)
    }

    fn periods_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(PlanOperation::Periods, wire)
    }

    fn prorate_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(PlanOperation::Prorate, wire)
    }
}

/// Resources and what is taken of them: asked as often as you like, and changed by what happens as a whole or not at all.
#[pyclass(frozen, module = "ratebook")]
pub(crate) struct Calendar(Held<ratebook::calendar::Calendar>);

type CalendarOperation = <ratebook::calendar::Calendar as Handle>::Operation;

#[pymethods]
impl Calendar {
    #[new]
    #[pyo3(signature = (definition, /))]
    fn new(definition: &Bound<'_, PyAny>) -> PyResult<Self> {
        Held::load(definition).map(Calendar)
    }

    /// Is it free? If not, every reason, with the units left.
    #[pyo3(name = "check", signature = (**request), text_signature = "($self, *, now, resource, when, units=..., partner=None, hold=None, booking=None)")]
    fn check<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask(py, request, |wire| self.0.handle.ask(CalendarOperation::Check, wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn check_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(py, request, |wire| self.0.handle.ask(CalendarOperation::Check, wire))
    }

    /// Are several things free at once? One answer for all of them, with every reason.
    #[pyo3(name = "check_all", signature = (**request), text_signature = "($self, *, now, takes, hold=None, booking=None)")]
    fn check_all<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "CheckAllRequest", "Availability", &|wire| self.check_all_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn check_all_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.check_all_seldom(wire))
    }

    /// The first free time of each resource, the earliest first.
    #[pyo3(name = "next_free", signature = (**request), text_signature = "($self, *, now, resources=..., after, minutes, units=..., within_days=...)")]
    fn next_free<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "NextFreeRequest", "[FreeTime]", &|wire| self.next_free_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn next_free_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.next_free_seldom(wire))
    }

    /// The free starts of many resources, in local time.
    #[pyo3(name = "slots", signature = (**request), text_signature = "($self, *, now, resources=..., days, minutes, units=..., step_minutes=None, hold=None, booking=None)")]
    fn slots<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask(py, request, |wire| self.0.handle.ask(CalendarOperation::Slots, wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn slots_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(py, request, |wire| self.0.handle.ask(CalendarOperation::Slots, wire))
    }

    /// The starts at which several things are free at once, with a resource for each of them.
    #[pyo3(name = "common_slots", signature = (**request), text_signature = "($self, *, now, needs, days, minutes, step_minutes=None, hold=None, booking=None)")]
    fn common_slots<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "CommonSlotsRequest", "[CommonSlot]", &|wire| self.common_slots_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn common_slots_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.common_slots_seldom(wire))
    }

    /// What a screen draws: a day, a week or a month of resources.
    #[pyo3(name = "view", signature = (**request), text_signature = "($self, *, now, view, day, week_begins=..., zone=None, resources=..., partner=None)")]
    fn view<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "ViewRequest", "[ResourceView]", &|wire| self.view_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn view_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.view_seldom(wire))
    }

    /// Utilisation by day or week, gaps too short to sell, and pickup.
    #[pyo3(name = "occupancy", signature = (**request), text_signature = "($self, *, resources=..., days, by=..., gaps_below_minutes=None, booked_since=None)")]
    fn occupancy<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "OccupancyRequest", "[ResourceOccupancy]", &|wire| self.occupancy_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn occupancy_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.occupancy_seldom(wire))
    }

    /// Who takes an appointment: free, able, and next by the rule.
    #[pyo3(name = "assign", signature = (**request), text_signature = "($self, *, now, when, any_of=..., skills=..., location=None, strategy, booking=None)")]
    fn assign<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "AssignRequest", "Assigned", &|wire| self.assign_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn assign_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.assign_seldom(wire))
    }

    /// Books one resource or several at once: all or none.
    #[pyo3(name = "book", signature = (**request), text_signature = "($self, *, now, booking, hold=None)")]
    fn book<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask(py, request, |wire| self.0.handle.ask(CalendarOperation::Book, wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn book_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(py, request, |wire| self.0.handle.ask(CalendarOperation::Book, wire))
    }

    /// Books a recurring time: all occurrences, those that are free, or none. Every clash is told.
    #[pyo3(name = "book_series", signature = (**request), text_signature = "($self, *, now, id, resource, recurrence, last_day=None, minutes, units=..., book, title=None)")]
    fn book_series<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "BookSeriesRequest", "BookedSeries", &|wire| self.book_series_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn book_series_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.book_series_seldom(wire))
    }

    /// Moves a booking, makes it longer or shorter, or gives it other resources. It does not stand in its own way.
    #[pyo3(name = "reschedule", signature = (**request), text_signature = "($self, *, now, booking, takes)")]
    fn reschedule<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "RescheduleRequest", "Booking", &|wire| self.reschedule_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn reschedule_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.reschedule_seldom(wire))
    }

    /// Gives a booking up.
    #[pyo3(name = "cancel", signature = (**request), text_signature = "($self, *, booking)")]
    fn cancel<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask(py, request, |wire| self.0.handle.ask(CalendarOperation::Cancel, wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn cancel_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(py, request, |wire| self.0.handle.ask(CalendarOperation::Cancel, wire))
    }

    /// Holds one resource or several at once, until a moment. The same key again is the same hold.
    #[pyo3(name = "hold", signature = (**request), text_signature = "($self, *, now, key, takes, ttl_seconds)")]
    fn hold<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(py, request, |wire| self.0.handle.ask(CalendarOperation::Hold, wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn hold_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(py, request, |wire| self.0.handle.ask(CalendarOperation::Hold, wire))
    }

    /// Makes a hold a booking; what it holds is checked again.
    #[pyo3(name = "confirm", signature = (**request), text_signature = "($self, *, now, key, booking, title=None, even_if_expired=...)")]
    fn confirm<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask(py, request, |wire| self.0.handle.ask(CalendarOperation::Confirm, wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn confirm_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(py, request, |wire| self.0.handle.ask(CalendarOperation::Confirm, wire))
    }

    /// Gives a hold up.
    #[pyo3(name = "release", signature = (**request), text_signature = "($self, *, key)")]
    fn release<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "ReleaseRequest", "Hold", &|wire| self.release_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn release_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.release_seldom(wire))
    }

    /// Lets a hold expire later.
    #[pyo3(name = "extend", signature = (**request), text_signature = "($self, *, now, key, ttl_seconds)")]
    fn extend<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "ExtendRequest", "Hold", &|wire| self.extend_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn extend_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.extend_seldom(wire))
    }

    /// Drops every hold that has expired, and tells which.
    #[pyo3(name = "expire", signature = (**request), text_signature = "($self, *, now)")]
    fn expire<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "ExpireRequest", "[Hold]", &|wire| self.expire_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn expire_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.expire_seldom(wire))
    }

    /// Blocks time, whatever is booked in it.
    #[pyo3(name = "block", signature = (**request), text_signature = "($self, *, blocked)")]
    fn block<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "BlockRequest", "Blocked", &|wire| self.block_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn block_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.block_seldom(wire))
    }

    /// Makes blocked time free again.
    #[pyo3(name = "unblock", signature = (**request), text_signature = "($self, *, blocked)")]
    fn unblock<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "UnblockRequest", "Blocked", &|wire| self.unblock_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn unblock_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.unblock_seldom(wire))
    }

    /// Many commands, one after the other, each for itself.
    #[pyo3(name = "apply", signature = (**request), text_signature = "($self, *, commands)")]
    fn apply<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "ApplyRequest", "[AppliedCommand]", &|wire| self.apply_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn apply_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.apply_seldom(wire))
    }

    /// Merges what devices did while they were apart, in a fixed order. What clashes is told, and nothing is lost.
    #[pyo3(name = "merge", signature = (**request), text_signature = "($self, *, received)")]
    fn merge<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "MergeRequest", "[MergedCommand]", &|wire| self.merge_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn merge_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.merge_seldom(wire))
    }

    /// Blocks the time of another calendar's events, and frees what it no longer has.
    #[pyo3(name = "import_feed", signature = (**request), text_signature = "($self, *, resource, source, text, days)")]
    fn import_feed<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "ImportFeedRequest", "ImportedFeed", &|wire| self.import_feed_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn import_feed_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.import_feed_seldom(wire))
    }

    /// What is taken as iCalendar text: events with names that stay the same, or only when it is busy.
    #[pyo3(name = "export_feed", signature = (**request), text_signature = "($self, *, now, resources=..., days, content=..., name=None)")]
    fn export_feed<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "ExportFeedRequest", "", &|wire| self.export_feed_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn export_feed_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.export_feed_seldom(wire))
    }

    /// Everything as a definition, from which it loads again.
    #[pyo3(name = "snapshot", signature = (**request), text_signature = "($self)")]
    fn snapshot<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "SnapshotRequest", "CalendarDefinition", &|wire| self.snapshot_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn snapshot_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.snapshot_seldom(wire))
    }

    /// The definition as JSON text.
    fn to_json<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        self.0.to_json(py)
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> (Bound<'py, PyAny>, (Bound<'py, PyBytes>,)) {
        (slf.get_type().into_any(), (slf.get().0.to_json(slf.py()),))
    }
}

impl Calendar {
    fn check_all_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(CalendarOperation::CheckAll, wire)
    }

    fn next_free_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(CalendarOperation::NextFree, wire)
    }

    fn common_slots_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(CalendarOperation::CommonSlots, wire)
    }

    fn view_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(CalendarOperation::View, wire)
    }

    fn occupancy_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(CalendarOperation::Occupancy, wire)
    }

    fn assign_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(CalendarOperation::Assign, wire)
    }

    fn book_series_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(CalendarOperation::BookSeries, wire)
    }

    fn reschedule_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(CalendarOperation::Reschedule, wire)
    }

    fn release_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(CalendarOperation::Release, wire)
    }

    fn extend_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(CalendarOperation::Extend, wire)
    }

    fn expire_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(CalendarOperation::Expire, wire)
    }

    fn block_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(CalendarOperation::Block, wire)
    }

    fn unblock_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(CalendarOperation::Unblock, wire)
    }

    fn apply_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(CalendarOperation::Apply, wire)
    }

    fn merge_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(CalendarOperation::Merge, wire)
    }

    fn import_feed_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(CalendarOperation::ImportFeed, wire)
    }

    fn export_feed_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(CalendarOperation::ExportFeed, wire)
    }

    fn snapshot_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(CalendarOperation::Snapshot, wire)
    }
}

/// A machine, checked and compiled to a table: what may happen next.
#[pyclass(frozen, module = "ratebook")]
pub(crate) struct Machine(Held<ratebook::flow::Machine>);

type MachineOperation = <ratebook::flow::Machine as Handle>::Operation;

#[pymethods]
impl Machine {
    #[new]
    #[pyo3(signature = (definition, /))]
    fn new(definition: &Bound<'_, PyAny>) -> PyResult<Self> {
        Held::load(definition).map(Machine)
    }

    /// Begins an instance in the initial state.
    #[pyo3(name = "start", signature = (**request), text_signature = "($self, *, now, id=None, actor=None, fields=...)")]
    fn start<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "StartRequest", "MachineFired", &|wire| self.start_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn start_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.start_seldom(wire))
    }

    /// What an event does to an instance, or every reason why it may not happen. Nothing is carried out: effects are told.
    #[pyo3(name = "fire", signature = (**request), text_signature = "($self, *, instance, event, now, actor=None, permissions=..., facts=..., given=..., expected_version=None)")]
    fn fire<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask(py, request, |wire| self.0.handle.ask(MachineOperation::Fire, wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn fire_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(py, request, |wire| self.0.handle.ask(MachineOperation::Fire, wire))
    }

    /// Many events of many instances, one after the other, each for itself.
    #[pyo3(name = "fire_all", signature = (**request), text_signature = "($self, *, events)")]
    fn fire_all<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "FireAllRequest", "[MachineAttempt]", &|wire| self.fire_all_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn fire_all_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.fire_all_seldom(wire))
    }

    /// Where an event leads, by names alone: who may and what must be given is not asked.
    #[pyo3(name = "step", signature = (**request), text_signature = "($self, *, state, event, facts=...)")]
    fn step<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask(py, request, |wire| self.0.handle.ask(MachineOperation::Step, wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn step_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(py, request, |wire| self.0.handle.ask(MachineOperation::Step, wire))
    }

    /// Every event: whether it may happen now, and why not.
    #[pyo3(name = "allowed", signature = (**request), text_signature = "($self, *, instance, permissions=..., facts=...)")]
    fn allowed<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "AllowedRequest", "[MachineChoice]", &|wire| self.allowed_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn allowed_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.allowed_seldom(wire))
    }

    /// The events whose timers have run out, and when to ask again.
    #[pyo3(name = "due", signature = (**request), text_signature = "($self, *, now, instances)")]
    fn due<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "DueRequest", "MachineTimers", &|wire| self.due_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn due_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.due_seldom(wire))
    }

    /// The instance that a history leads to, each record checked.
    #[pyo3(name = "replay", signature = (**request), text_signature = "($self, *, id=None, history)")]
    fn replay<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "ReplayRequest", "MachineInstance", &|wire| self.replay_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn replay_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.replay_seldom(wire))
    }

    /// The machine as a picture in Mermaid or DOT, with the present state marked.
    #[pyo3(name = "diagram", signature = (**request), text_signature = "($self, *, drawing, state=None)")]
    fn diagram<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "DiagramRequest", "", &|wire| self.diagram_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn diagram_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.diagram_seldom(wire))
    }

    /// The shortest path of events to each state.
    #[pyo3(name = "paths", signature = (**request), text_signature = "($self)")]
    fn paths<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "PathsRequest", "[MachinePath]", &|wire| self.paths_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn paths_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.paths_seldom(wire))
    }

    /// The definition as JSON text.
    fn to_json<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        self.0.to_json(py)
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> (Bound<'py, PyAny>, (Bound<'py, PyBytes>,)) {
        (slf.get_type().into_any(), (slf.get().0.to_json(slf.py()),))
    }
}

impl Machine {
    fn start_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(MachineOperation::Start, wire)
    }

    fn fire_all_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(MachineOperation::FireAll, wire)
    }

    fn allowed_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(MachineOperation::Allowed, wire)
    }

    fn due_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(MachineOperation::Due, wire)
    }

    fn replay_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(MachineOperation::Replay, wire)
    }

    fn diagram_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(MachineOperation::Diagram, wire)
    }

    fn paths_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(MachineOperation::Paths, wire)
    }
}

/// Deadlines, escalation and compliance by one policy, checked and compiled.
#[pyclass(frozen, module = "ratebook")]
pub(crate) struct DeadlinePolicy(Held<ratebook::flow::DeadlinePolicy>);

type DeadlinePolicyOperation = <ratebook::flow::DeadlinePolicy as Handle>::Operation;

#[pymethods]
impl DeadlinePolicy {
    #[new]
    #[pyo3(signature = (definition, /))]
    fn new(definition: &Bound<'_, PyAny>) -> PyResult<Self> {
        Held::load(definition).map(DeadlinePolicy)
    }

    /// Where a case stands: every deadline, what is left of it, and who has to be told.
    #[pyo3(name = "track", signature = (**request), text_signature = "($self, *, tracked, now)")]
    fn track<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "DeadlineTrackRequest", "TrackedDeadlines", &|wire| self.track_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn track_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.track_seldom(wire))
    }

    /// How well deadlines were kept over a period, by target, priority and agent.
    #[pyo3(name = "compliance", signature = (**request), text_signature = "($self, *, cases, period, now, by=...)")]
    fn compliance<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "DeadlineComplianceRequest", "[DeadlineFigures]", &|wire| self.compliance_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn compliance_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.compliance_seldom(wire))
    }

    /// The definition as JSON text.
    fn to_json<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        self.0.to_json(py)
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> (Bound<'py, PyAny>, (Bound<'py, PyBytes>,)) {
        (slf.get_type().into_any(), (slf.get().0.to_json(slf.py()),))
    }
}

impl DeadlinePolicy {
    fn track_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(DeadlinePolicyOperation::Track, wire)
    }

    fn compliance_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(DeadlinePolicyOperation::Compliance, wire)
    }
}

/// A tenant's rules, checked and compiled: who may, how much, and what is counted how.
#[pyclass(frozen, module = "ratebook")]
pub(crate) struct Tenant(Held<ratebook::tenancy::Tenant>);

type TenantOperation = <ratebook::tenancy::Tenant as Handle>::Operation;

#[pymethods]
impl Tenant {
    #[new]
    #[pyo3(signature = (definition, /))]
    fn new(definition: &Bound<'_, PyAny>) -> PyResult<Self> {
        Held::load(definition).map(Tenant)
    }

    /// The tenant's settings, defaults included.
    #[pyo3(name = "settings", signature = (**request), text_signature = "($self, *, tenant)")]
    fn settings<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "SettingsRequest", "TenantSettings", &|wire| self.settings_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn settings_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.settings_seldom(wire))
    }

    /// How the tenant stands, what that allows, and what it may become; or how it would stand after such a change.
    #[pyo3(name = "standing", signature = (**request), text_signature = "($self, *, tenant, now, becomes=None)")]
    fn standing<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "StandingRequest", "TenantStanding", &|wire| self.standing_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn standing_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.standing_seldom(wire))
    }

    /// Whether somebody may do something with a record, through what, or what they lack.
    #[pyo3(name = "may", signature = (**request), text_signature = "($self, *, actor, action, record=None)")]
    fn may<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask(py, request, |wire| self.0.handle.ask(TenantOperation::May, wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn may_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(py, request, |wire| self.0.handle.ask(TenantOperation::May, wire))
    }

    /// Every permission that somebody holds on all records, in order of name.
    #[pyo3(name = "permissions", signature = (**request), text_signature = "($self, *, tenant, id, roles=..., grants=..., denials=..., super_admin=..., across_tenants=...)")]
    fn permissions<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "AccessActor", "", &|wire| self.permissions_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn permissions_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.permissions_seldom(wire))
    }

    /// A record without what somebody may not see.
    #[pyo3(name = "mask", signature = (**request), text_signature = "($self, *, actor, entity, record)")]
    fn mask<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "MaskRequest", "MaskedRecord", &|wire| self.mask_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn mask_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.mask_seldom(wire))
    }

    /// A member with other roles, as long as an owner remains.
    #[pyo3(name = "change_roles", signature = (**request), text_signature = "($self, *, actor, members, member, roles)")]
    fn change_roles<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "ChangeRolesRequest", "AccessActor", &|wire| self.change_roles_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn change_roles_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.change_roles_seldom(wire))
    }

    /// Whether a feature is on, and why.
    #[pyo3(name = "flag", signature = (**request), text_signature = "($self, *, flag, subject)")]
    fn flag<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask(py, request, |wire| self.0.handle.ask(TenantOperation::Flag, wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn flag_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(py, request, |wire| self.0.handle.ask(TenantOperation::Flag, wire))
    }

    /// Every feature, for one subject.
    #[pyo3(name = "flags", signature = (**request), text_signature = "($self, *, tenant, now, id=None, roles=..., plan=None)")]
    fn flags<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "FlagSubject", "[FlagAnswer]", &|wire| self.flags_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn flags_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.flags_seldom(wire))
    }

    /// May a call go on? Every limit lets it through, or none counts it.
    #[pyo3(name = "rate_limit", signature = (**request), text_signature = "($self, *, tenant, now, plan=None, calls)")]
    fn rate_limit<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(py, request, |wire| self.0.handle.ask(TenantOperation::RateLimit, wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn rate_limit_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(py, request, |wire| self.0.handle.ask(TenantOperation::RateLimit, wire))
    }

    /// Counts failures up to a lock, and tells whether it is locked.
    #[pyo3(name = "lockout", signature = (**request), text_signature = "($self, *, tenant, lockout, now, event, of=None, state=None)")]
    fn lockout<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "LockoutRequest", "LockoutAnswer", &|wire| self.lockout_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn lockout_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.lockout_seldom(wire))
    }

    /// Whether an address passes, and by which rule: the most specific range decides.
    #[pyo3(name = "address", signature = (**request), text_signature = "($self, *, tenant, address, now, rules=...)")]
    fn address<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "AddressRequest", "AddressAnswer", &|wire| self.address_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn address_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.address_seldom(wire))
    }

    /// Takes, holds or gives back some of a quota, or asks how much is left.
    #[pyo3(name = "quota", signature = (**request), text_signature = "($self, *, tenant, quota, action, now, plan=None, amount=..., key=None, expires_at=None, state=None)")]
    fn quota<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "QuotaRequest", "QuotaAnswer", &|wire| self.quota_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn quota_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.quota_seldom(wire))
    }

    /// The next number of a format; none ever comes twice.
    #[pyo3(name = "next_number", signature = (**request), text_signature = "($self, *, tenant, format, now, parts=..., state=None)")]
    fn next_number<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "NumberRequest", "NumberAnswer", &|wire| self.next_number_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn next_number_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.next_number_seldom(wire))
    }

    /// Makes an API key of random bits that are given, and the record to keep of it.
    #[pyo3(name = "new_key", signature = (**request), text_signature = "($self, *, tenant, id, now, random, prefix=..., scopes=None, expires_at=None, addresses=None, replaces=None, overlap_seconds=...)")]
    fn new_key<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "NewKeyRequest", "NewKey", &|wire| self.new_key_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn new_key_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.new_key_seldom(wire))
    }

    /// Whether an API key holds, or every reason against it.
    #[pyo3(name = "check_key", signature = (**request), text_signature = "($self, *, tenant, key, now, records, address=None, needs=...)")]
    fn check_key<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "CheckKeyRequest", "KeyCheck", &|wire| self.check_key_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn check_key_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.check_key_seldom(wire))
    }

    /// Checks and normalises the custom values and tags of one thing.
    #[pyo3(name = "check_fields", signature = (**request), text_signature = "($self, *, tenant, entity, values=..., tags=..., taken=...)")]
    fn check_fields<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "CheckFieldsRequest", "CheckedFields", &|wire| self.check_fields_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn check_fields_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.check_fields_seldom(wire))
    }

    /// What every policy says about a change, and what follows.
    #[pyo3(name = "check_policies", signature = (**request), text_signature = "($self, *, tenant, subject)")]
    fn check_policies<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "CheckPoliciesRequest", "PolicyDecision", &|wire| self.check_policies_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn check_policies_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.check_policies_seldom(wire))
    }

    /// Which of the things there are keep the policies.
    #[pyo3(name = "compliance", signature = (**request), text_signature = "($self, *, tenant, subjects)")]
    fn compliance<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "ComplianceRequest", "ComplianceReport", &|wire| self.compliance_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn compliance_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.compliance_seldom(wire))
    }

    /// How a budget stands, which thresholds are to be told now, and how the month will end.
    #[pyo3(name = "budget", signature = (**request), text_signature = "($self, *, tenant, budget, spent, state=None, now)")]
    fn budget<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "BudgetRequest", "BudgetStanding", &|wire| self.budget_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn budget_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.budget_seldom(wire))
    }

    /// Everything about one person, and nothing about anybody else.
    #[pyo3(name = "export_person", signature = (**request), text_signature = "($self, *, tenant, person, sensitive=..., records)")]
    fn export_person<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "ExportPersonRequest", "PersonExport", &|wire| self.export_person_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn export_person_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.export_person_seldom(wire))
    }

    /// Replaces what names people for good; ids and numbers stay.
    #[pyo3(name = "anonymise", signature = (**request), text_signature = "($self, *, tenant, person=None, key, records)")]
    fn anonymise<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "AnonymiseRequest", "Anonymised", &|wire| self.anonymise_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn anonymise_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.anonymise_seldom(wire))
    }

    /// What has been kept long enough, by class, legal holds apart.
    #[pyo3(name = "retention", signature = (**request), text_signature = "($self, *, tenant, now, records, held=..., held_classes=...)")]
    fn retention<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "RetentionRequest", "[RetentionClass]", &|wire| self.retention_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn retention_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.retention_seldom(wire))
    }

    /// Whether a consent held at a moment, and by which entry.
    #[pyo3(name = "consent", signature = (**request), text_signature = "($self, *, tenant, purpose, version=None, at, history)")]
    fn consent<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "ConsentRequest", "ConsentStanding", &|wire| self.consent_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn consent_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.consent_seldom(wire))
    }

    /// The definition as JSON text.
    fn to_json<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        self.0.to_json(py)
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> (Bound<'py, PyAny>, (Bound<'py, PyBytes>,)) {
        (slf.get_type().into_any(), (slf.get().0.to_json(slf.py()),))
    }
}

impl Tenant {
    fn settings_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(TenantOperation::Settings, wire)
    }

    fn standing_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(TenantOperation::Standing, wire)
    }

    fn permissions_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(TenantOperation::Permissions, wire)
    }

    fn mask_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(TenantOperation::Mask, wire)
    }

    fn change_roles_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(TenantOperation::ChangeRoles, wire)
    }

    fn flags_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(TenantOperation::Flags, wire)
    }

    fn lockout_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(TenantOperation::Lockout, wire)
    }

    fn address_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(TenantOperation::Address, wire)
    }

    fn quota_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(TenantOperation::Quota, wire)
    }

    fn next_number_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(TenantOperation::NextNumber, wire)
    }

    fn new_key_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(TenantOperation::NewKey, wire)
    }

    fn check_key_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(TenantOperation::CheckKey, wire)
    }

    fn check_fields_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(TenantOperation::CheckFields, wire)
    }

    fn check_policies_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(TenantOperation::CheckPolicies, wire)
    }

    fn compliance_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(TenantOperation::Compliance, wire)
    }

    fn budget_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(TenantOperation::Budget, wire)
    }

    fn export_person_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(TenantOperation::ExportPerson, wire)
    }

    fn anonymise_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(TenantOperation::Anonymise, wire)
    }

    fn retention_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(TenantOperation::Retention, wire)
    }

    fn consent_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(TenantOperation::Consent, wire)
    }
}

/// Rules that act when something happens, checked and compiled. They say what is to be done and do nothing themselves.
#[pyclass(frozen, module = "ratebook")]
pub(crate) struct Automation(Held<ratebook::flow::Automation>);

type AutomationOperation = <ratebook::flow::Automation as Handle>::Operation;

#[pymethods]
impl Automation {
    #[new]
    #[pyo3(signature = (definition, /))]
    fn new(definition: &Bound<'_, PyAny>) -> PyResult<Self> {
        Held::load(definition).map(Automation)
    }

    /// What is to be done when something happens, by which rules, and why the others did not run.
    #[pyo3(name = "run", signature = (**request), text_signature = "($self, *, id, trigger, facts=..., handled=...)")]
    fn run<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "AutomationRequest", "AutomationRun", &|wire| self.run_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn run_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.run_seldom(wire))
    }

    /// The definition as JSON text.
    fn to_json<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        self.0.to_json(py)
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> (Bound<'py, PyAny>, (Bound<'py, PyBytes>,)) {
        (slf.get_type().into_any(), (slf.get().0.to_json(slf.py()),))
    }
}

impl Automation {
    fn run_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(AutomationOperation::Run, wire)
    }
}

/// When whom is written to: follow-ups, reminders, greetings; each once, and never in quiet hours.
#[pyclass(frozen, module = "ratebook")]
pub(crate) struct ContactPlan(Held<ratebook::flow::ContactPlan>);

type ContactPlanOperation = <ratebook::flow::ContactPlan as Handle>::Operation;

#[pymethods]
impl ContactPlan {
    #[new]
    #[pyo3(signature = (definition, /))]
    fn new(definition: &Bound<'_, PyAny>) -> PyResult<Self> {
        Held::load(definition).map(ContactPlan)
    }

    /// What is to be sent now, what waits until when, what is not sent and why, and when to ask again.
    #[pyo3(name = "due", signature = (**request), text_signature = "($self, *, now, since=None, delayed=..., subjects)")]
    fn due<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "ContactsDueRequest", "ContactsDue", &|wire| self.due_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn due_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.due_seldom(wire))
    }

    /// The definition as JSON text.
    fn to_json<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        self.0.to_json(py)
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> (Bound<'py, PyAny>, (Bound<'py, PyBytes>,)) {
        (slf.get_type().into_any(), (slf.get().0.to_json(slf.py()),))
    }
}

impl ContactPlan {
    fn due_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(ContactPlanOperation::Due, wire)
    }
}

/// A calendar and its prices: what a search page asks.
#[pyclass(frozen, module = "ratebook")]
pub(crate) struct Storefront(Held<ratebook::books::Storefront>);

type StorefrontOperation = <ratebook::books::Storefront as Handle>::Operation;

#[pymethods]
impl Storefront {
    #[new]
    #[pyo3(signature = (definition, /))]
    fn new(definition: &Bound<'_, PyAny>) -> PyResult<Self> {
        Held::load(definition).map(Storefront)
    }

    /// What is free and at which price, cheapest first, with the reasons of what is not offered.
    #[pyo3(name = "availability_and_price", signature = (**request), text_signature = "($self, *, now, when, request, resources=..., partner=None, hold=None)")]
    fn availability_and_price<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask(py, request, |wire| self.0.handle.ask(StorefrontOperation::AvailabilityAndPrice, wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn availability_and_price_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(py, request, |wire| self.0.handle.ask(StorefrontOperation::AvailabilityAndPrice, wire))
    }

    /// Many commands to the calendar, one after the other, each for itself.
    #[pyo3(name = "apply", signature = (**request), text_signature = "($self, *, commands)")]
    fn apply<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "ApplyRequest", "[AppliedCommand]", &|wire| self.apply_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn apply_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.apply_seldom(wire))
    }

    /// The calendar as it is now, as a definition.
    #[pyo3(name = "snapshot", signature = (**request), text_signature = "($self)")]
    fn snapshot<'py>(&self, py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_seldom(py, request, "SnapshotRequest", "CalendarDefinition", &|wire| self.snapshot_seldom(wire))
    }

    /// The same from JSON text to JSON text.
    #[pyo3(signature = (request, /))]
    fn snapshot_json<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_seldom_json(py, request, &|wire| self.snapshot_seldom(wire))
    }

    /// The definition as JSON text.
    fn to_json<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        self.0.to_json(py)
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> (Bound<'py, PyAny>, (Bound<'py, PyBytes>,)) {
        (slf.get_type().into_any(), (slf.get().0.to_json(slf.py()),))
    }
}

impl Storefront {
    fn apply_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(StorefrontOperation::Apply, wire)
    }

    fn snapshot_seldom(&self, wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
        self.0.handle.ask(StorefrontOperation::Snapshot, wire)
    }
}

/// The catalogue of every code that an error can carry.
#[pyfunction]
#[pyo3(name = "codes", signature = (**request), text_signature = "(*, family=None)")]
fn engine_codes<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    wire::ask_seldom(py, request, "CodesRequest", "[CodeEntry]", &engine_codes_seldom)
}

/// The same from JSON text to JSON text.
#[pyfunction]
#[pyo3(name = "codes_json", signature = (request, /))]
fn engine_codes_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    wire::ask_seldom_json(py, request, &engine_codes_seldom)
}

fn engine_codes_seldom(wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
    Function::EngineCodes.ask(wire)
}

/// Reads, types and evaluates an expression.
#[pyfunction]
#[pyo3(name = "evaluate", signature = (**request), text_signature = "(*, expression, types=..., facts=...)")]
fn expression_evaluate<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    wire::ask_seldom(py, request, "EvaluateRequest", "Evaluated", &expression_evaluate_seldom)
}

/// The same from JSON text to JSON text.
#[pyfunction]
#[pyo3(name = "evaluate_json", signature = (request, /))]
fn expression_evaluate_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    wire::ask_seldom_json(py, request, &expression_evaluate_seldom)
}

fn expression_evaluate_seldom(wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
    Function::ExpressionEvaluate.ask(wire)
}

/// Reads and types an expression: the type of its value, the names it looks at, its canonical form.
#[pyfunction]
#[pyo3(name = "check", signature = (**request), text_signature = "(*, expression, types=...)")]
fn expression_check<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    wire::ask_seldom(py, request, "ExpressionCheckRequest", "ExpressionChecked", &expression_check_seldom)
}

/// The same from JSON text to JSON text.
#[pyfunction]
#[pyo3(name = "check_json", signature = (request, /))]
fn expression_check_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    wire::ask_seldom_json(py, request, &expression_check_seldom)
}

fn expression_check_seldom(wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
    Function::ExpressionCheck.ask(wire)
}

/// Rounds an amount to a minor unit, a cash step or any other.
#[pyfunction]
#[pyo3(name = "round", signature = (**request), text_signature = "(*, money, mode=..., step=...)")]
fn money_round<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    wire::ask(py, request, |wire| Function::MoneyRound.ask(wire))
}

/// The same from JSON text to JSON text.
#[pyfunction]
#[pyo3(name = "round_json", signature = (request, /))]
fn money_round_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    wire::ask_json(py, request, |wire| Function::MoneyRound.ask(wire))
}

/// Shares an amount out by weights or in equal parts that add up to it exactly.
#[pyfunction]
#[pyo3(name = "allocate", signature = (**request), text_signature = "(*, total, among, method=..., step=...)")]
fn money_allocate<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    wire::ask_seldom(py, request, "AllocateRequest", "[Money]", &money_allocate_seldom)
}

/// The same from JSON text to JSON text.
#[pyfunction]
#[pyo3(name = "allocate_json", signature = (request, /))]
fn money_allocate_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    wire::ask_seldom_json(py, request, &money_allocate_seldom)
}

fn money_allocate_seldom(wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
    Function::MoneyAllocate.ask(wire)
}

/// Adds amounts of one currency up, exactly.
#[pyfunction]
#[pyo3(name = "sum", signature = (**request), text_signature = "(*, amounts, currency=None)")]
fn money_sum<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    wire::ask_detached(py, request, |wire| Function::MoneySum.ask(wire))
}

/// The same from JSON text to JSON text.
#[pyfunction]
#[pyo3(name = "sum_json", signature = (request, /))]
fn money_sum_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    wire::ask_json(py, request, |wire| Function::MoneySum.ask(wire))
}

/// Converts an amount by a table of exchange rates and tells which rate was used.
#[pyfunction]
#[pyo3(name = "convert", signature = (**request), text_signature = "(*, money, currency, rates, as_of, max_age_seconds=..., allow_stale=..., mode=..., step=...)")]
fn money_convert<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    wire::ask(py, request, |wire| Function::MoneyConvert.ask(wire))
}

/// The same from JSON text to JSON text.
#[pyfunction]
#[pyo3(name = "convert_json", signature = (request, /))]
fn money_convert_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    wire::ask_json(py, request, |wire| Function::MoneyConvert.ask(wire))
}

/// The facts of one currency: number, name, minor unit, digits shown, cash step.
#[pyfunction]
#[pyo3(name = "currency", signature = (**request), text_signature = "(*, currency)")]
fn money_currency<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    wire::ask(py, request, |wire| Function::MoneyCurrency.ask(wire))
}

/// The same from JSON text to JSON text.
#[pyfunction]
#[pyo3(name = "currency_json", signature = (request, /))]
fn money_currency_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    wire::ask_json(py, request, |wire| Function::MoneyCurrency.ask(wire))
}

/// The facts of every currency.
#[pyfunction]
#[pyo3(name = "currencies", signature = (**request), text_signature = "()")]
fn money_currencies<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    wire::ask_seldom(py, request, "CurrenciesRequest", "[CurrencyFacts]", &money_currencies_seldom)
}

/// The same from JSON text to JSON text.
#[pyfunction]
#[pyo3(name = "currencies_json", signature = (request, /))]
fn money_currencies_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    wire::ask_seldom_json(py, request, &money_currencies_seldom)
}

fn money_currencies_seldom(wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
    Function::MoneyCurrencies.ask(wire)
}

/// Counts an amount in the units of a payment gateway.
#[pyfunction]
#[pyo3(name = "to_gateway", signature = (**request), text_signature = "(*, money, gateway, purpose=..., mode=None)")]
fn money_to_gateway<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    wire::ask(py, request, |wire| Function::MoneyToGateway.ask(wire))
}

/// The same from JSON text to JSON text.
#[pyfunction]
#[pyo3(name = "to_gateway_json", signature = (request, /))]
fn money_to_gateway_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    wire::ask_json(py, request, |wire| Function::MoneyToGateway.ask(wire))
}

/// The amount that a payment gateway's units are.
#[pyfunction]
#[pyo3(name = "from_gateway", signature = (**request), text_signature = "(*, gateway, currency, units)")]
fn money_from_gateway<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    wire::ask(py, request, |wire| Function::MoneyFromGateway.ask(wire))
}

/// The same from JSON text to JSON text.
#[pyfunction]
#[pyo3(name = "from_gateway_json", signature = (request, /))]
fn money_from_gateway_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    wire::ask_json(py, request, |wire| Function::MoneyFromGateway.ask(wire))
}

/// Writes an amount as a language and place do.
#[pyfunction]
#[pyo3(name = "format", signature = (**request), text_signature = "(*, money, locale, digits=..., mark=...)")]
fn money_format<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    wire::ask(py, request, |wire| Function::MoneyFormat.ask(wire))
}

/// The same from JSON text to JSON text.
#[pyfunction]
#[pyo3(name = "format_json", signature = (request, /))]
fn money_format_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    wire::ask_json(py, request, |wire| Function::MoneyFormat.ask(wire))
}

/// Reads an amount as a language and place write it.
#[pyfunction]
#[pyo3(name = "parse", signature = (**request), text_signature = "(*, text, locale, currency)")]
fn money_parse<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    wire::ask(py, request, |wire| Function::MoneyParse.ask(wire))
}

/// The same from JSON text to JSON text.
#[pyfunction]
#[pyo3(name = "parse_json", signature = (request, /))]
fn money_parse_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    wire::ask_json(py, request, |wire| Function::MoneyParse.ask(wire))
}

/// What is known of a day.
#[pyfunction]
#[pyo3(name = "day", signature = (**request), text_signature = "(*, day)")]
fn time_day<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    wire::ask(py, request, |wire| Function::TimeDay.ask(wire))
}

/// The same from JSON text to JSON text.
#[pyfunction]
#[pyo3(name = "day_json", signature = (request, /))]
fn time_day_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    wire::ask_json(py, request, |wire| Function::TimeDay.ask(wire))
}

/// The same day of another month, or the month's last day when it has none.
#[pyfunction]
#[pyo3(name = "add_months", signature = (**request), text_signature = "(*, day, months)")]
fn time_add_months<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    wire::ask(py, request, |wire| Function::TimeAddMonths.ask(wire))
}

/// The same from JSON text to JSON text.
#[pyfunction]
#[pyo3(name = "add_months_json", signature = (request, /))]
fn time_add_months_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    wire::ask_json(py, request, |wire| Function::TimeAddMonths.ask(wire))
}

/// How old someone is on a day.
#[pyfunction]
#[pyo3(name = "age", signature = (**request), text_signature = "(*, born_on, on)")]
fn time_age<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    wire::ask(py, request, |wire| Function::TimeAge.ask(wire))
}

/// The same from JSON text to JSON text.
#[pyfunction]
#[pyo3(name = "age_json", signature = (request, /))]
fn time_age_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    wire::ask_json(py, request, |wire| Function::TimeAge.ask(wire))
}

/// The moment at which clocks show a time.
#[pyfunction]
#[pyo3(name = "to_instant", signature = (**request), text_signature = "(*, zone, day, time)")]
fn time_to_instant<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    wire::ask(py, request, |wire| Function::TimeToInstant.ask(wire))
}

/// The same from JSON text to JSON text.
#[pyfunction]
#[pyo3(name = "to_instant_json", signature = (request, /))]
fn time_to_instant_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    wire::ask_json(py, request, |wire| Function::TimeToInstant.ask(wire))
}

/// What clocks show at a moment.
#[pyfunction]
#[pyo3(name = "to_local", signature = (**request), text_signature = "(*, zone, instant)")]
fn time_to_local<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    wire::ask(py, request, |wire| Function::TimeToLocal.ask(wire))
}

/// The same from JSON text to JSON text.
#[pyfunction]
#[pyo3(name = "to_local_json", signature = (request, /))]
fn time_to_local_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    wire::ask_json(py, request, |wire| Function::TimeToLocal.ask(wire))
}

/// How many seconds a day has.
#[pyfunction]
#[pyo3(name = "day_length", signature = (**request), text_signature = "(*, zone, day)")]
fn time_day_length<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    wire::ask_seldom(py, request, "DayLengthRequest", "", &time_day_length_seldom)
}

/// The same from JSON text to JSON text.
#[pyfunction]
#[pyo3(name = "day_length_json", signature = (request, /))]
fn time_day_length_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    wire::ask_seldom_json(py, request, &time_day_length_seldom)
}

fn time_day_length_seldom(wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
    Function::TimeDayLength.ask(wire)
}

/// The moments at which clocks change in a stretch of time.
#[pyfunction]
#[pyo3(name = "clock_changes", signature = (**request), text_signature = "(*, zone, span)")]
fn time_clock_changes<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    wire::ask_seldom(py, request, "ClockChangesRequest", "[Instant]", &time_clock_changes_seldom)
}

/// The same from JSON text to JSON text.
#[pyfunction]
#[pyo3(name = "clock_changes_json", signature = (request, /))]
fn time_clock_changes_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    wire::ask_seldom_json(py, request, &time_clock_changes_seldom)
}

fn time_clock_changes_seldom(wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
    Function::TimeClockChanges.ask(wire)
}

/// The open stretches of days.
#[pyfunction]
#[pyo3(name = "open_spans", signature = (**request), text_signature = "(*, zone, hours, days)")]
fn time_open_spans<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    wire::ask_seldom(py, request, "OpenSpansRequest", "[Span]", &time_open_spans_seldom)
}

/// The same from JSON text to JSON text.
#[pyfunction]
#[pyo3(name = "open_spans_json", signature = (request, /))]
fn time_open_spans_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    wire::ask_seldom_json(py, request, &time_open_spans_seldom)
}

fn time_open_spans_seldom(wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
    Function::TimeOpenSpans.ask(wire)
}

/// Whether it is open at a moment.
#[pyfunction]
#[pyo3(name = "is_open", signature = (**request), text_signature = "(*, zone, hours, instant)")]
fn time_is_open<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    wire::ask_seldom(py, request, "IsOpenRequest", "", &time_is_open_seldom)
}

/// The same from JSON text to JSON text.
#[pyfunction]
#[pyo3(name = "is_open_json", signature = (request, /))]
fn time_is_open_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    wire::ask_seldom_json(py, request, &time_is_open_seldom)
}

fn time_is_open_seldom(wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
    Function::TimeIsOpen.ask(wire)
}

/// How many seconds of a stretch of time are open.
#[pyfunction]
#[pyo3(name = "open_time", signature = (**request), text_signature = "(*, zone, hours, span)")]
fn time_open_time<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    wire::ask_seldom(py, request, "OpenTimeRequest", "", &time_open_time_seldom)
}

/// The same from JSON text to JSON text.
#[pyfunction]
#[pyo3(name = "open_time_json", signature = (request, /))]
fn time_open_time_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    wire::ask_seldom_json(py, request, &time_open_time_seldom)
}

fn time_open_time_seldom(wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
    Function::TimeOpenTime.ask(wire)
}

/// The business day so many business days away.
#[pyfunction]
#[pyo3(name = "add_business_days", signature = (**request), text_signature = "(*, calendar, day, days)")]
fn time_add_business_days<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    wire::ask_seldom(py, request, "AddBusinessDaysRequest", "Day", &time_add_business_days_seldom)
}

/// The same from JSON text to JSON text.
#[pyfunction]
#[pyo3(name = "add_business_days_json", signature = (request, /))]
fn time_add_business_days_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    wire::ask_seldom_json(py, request, &time_add_business_days_seldom)
}

fn time_add_business_days_seldom(wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
    Function::TimeAddBusinessDays.ask(wire)
}

/// How many business days lie in a range.
#[pyfunction]
#[pyo3(name = "business_days", signature = (**request), text_signature = "(*, calendar, days)")]
fn time_business_days<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    wire::ask_seldom(py, request, "BusinessDaysRequest", "", &time_business_days_seldom)
}

/// The same from JSON text to JSON text.
#[pyfunction]
#[pyo3(name = "business_days_json", signature = (request, /))]
fn time_business_days_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    wire::ask_seldom_json(py, request, &time_business_days_seldom)
}

fn time_business_days_seldom(wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
    Function::TimeBusinessDays.ask(wire)
}

/// The moment at which so much business time has passed.
#[pyfunction]
#[pyo3(name = "add_business_time", signature = (**request), text_signature = "(*, calendar, start, seconds)")]
fn time_add_business_time<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    wire::ask_seldom(py, request, "AddBusinessTimeRequest", "Instant", &time_add_business_time_seldom)
}

/// The same from JSON text to JSON text.
#[pyfunction]
#[pyo3(name = "add_business_time_json", signature = (request, /))]
fn time_add_business_time_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    wire::ask_seldom_json(py, request, &time_add_business_time_seldom)
}

fn time_add_business_time_seldom(wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
    Function::TimeAddBusinessTime.ask(wire)
}

/// How many seconds of business time a stretch holds.
#[pyfunction]
#[pyo3(name = "business_time", signature = (**request), text_signature = "(*, calendar, span)")]
fn time_business_time<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    wire::ask_seldom(py, request, "BusinessTimeRequest", "", &time_business_time_seldom)
}

/// The same from JSON text to JSON text.
#[pyfunction]
#[pyo3(name = "business_time_json", signature = (request, /))]
fn time_business_time_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    wire::ask_seldom_json(py, request, &time_business_time_seldom)
}

fn time_business_time_seldom(wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
    Function::TimeBusinessTime.ask(wire)
}

/// Billing periods, the anchor's day kept.
#[pyfunction]
#[pyo3(name = "periods", signature = (**request), text_signature = "(*, interval, anchor, first, count)")]
fn time_periods<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    wire::ask_seldom(py, request, "PeriodsRequest", "[DayRange]", &time_periods_seldom)
}

/// The same from JSON text to JSON text.
#[pyfunction]
#[pyo3(name = "periods_json", signature = (request, /))]
fn time_periods_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    wire::ask_seldom_json(py, request, &time_periods_seldom)
}

fn time_periods_seldom(wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
    Function::TimePeriods.ask(wire)
}

/// The billing period that holds a day.
#[pyfunction]
#[pyo3(name = "period_of", signature = (**request), text_signature = "(*, interval, anchor, day)")]
fn time_period_of<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    wire::ask_seldom(py, request, "PeriodOfRequest", "NumberedPeriod", &time_period_of_seldom)
}

/// The same from JSON text to JSON text.
#[pyfunction]
#[pyo3(name = "period_of_json", signature = (request, /))]
fn time_period_of_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    wire::ask_seldom_json(py, request, &time_period_of_seldom)
}

fn time_period_of_seldom(wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
    Function::TimePeriodOf.ask(wire)
}

/// The occurrences of a rule of RFC 5545 by the clocks of a zone, in order of time.
#[pyfunction]
#[pyo3(name = "occurrences", signature = (**request), text_signature = "(*, zone, recurrence, within=None, limit=None)")]
fn time_occurrences<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    wire::ask_seldom(py, request, "OccurrencesRequest", "[Occurrence]", &time_occurrences_seldom)
}

/// The same from JSON text to JSON text.
#[pyfunction]
#[pyo3(name = "occurrences_json", signature = (request, /))]
fn time_occurrences_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    wire::ask_seldom_json(py, request, &time_occurrences_seldom)
}

fn time_occurrences_seldom(wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
    Function::TimeOccurrences.ask(wire)
}

/// The machines that come with the engine, to be used as they are or changed.
#[pyfunction]
#[pyo3(name = "machines", signature = (**request), text_signature = "(*, name=None)")]
fn flow_machines<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    wire::ask_seldom(py, request, "MachinesRequest", "[MachineDefinition]", &flow_machines_seldom)
}

/// The same from JSON text to JSON text.
#[pyfunction]
#[pyo3(name = "machines_json", signature = (request, /))]
fn flow_machines_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    wire::ask_seldom_json(py, request, &flow_machines_seldom)
}

fn flow_machines_seldom(wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
    Function::FlowMachines.ask(wire)
}

/// When a failed attempt is followed by the next one: listed or growing delays, with jitter.
#[pyfunction]
#[pyo3(name = "retry", signature = (**request), text_signature = "(*, policy, attempt, failed_at, first_failed_at=None, permanent=..., random=None)")]
fn flow_retry<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    wire::ask_seldom(py, request, "RetryRequest", "NextAttempt", &flow_retry_seldom)
}

/// The same from JSON text to JSON text.
#[pyfunction]
#[pyo3(name = "retry_json", signature = (request, /))]
fn flow_retry_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    wire::ask_seldom_json(py, request, &flow_retry_seldom)
}

fn flow_retry_seldom(wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
    Function::FlowRetry.ask(wire)
}

/// Follows a figure: an alert that opens once, stays open and clears.
#[pyfunction]
#[pyo3(name = "alert", signature = (**request), text_signature = "(*, rule, state=..., samples=..., now)")]
fn flow_alert<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    wire::ask_seldom(py, request, "AlertRequest", "Alerted", &flow_alert_seldom)
}

/// The same from JSON text to JSON text.
#[pyfunction]
#[pyo3(name = "alert_json", signature = (request, /))]
fn flow_alert_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    wire::ask_seldom_json(py, request, &flow_alert_seldom)
}

fn flow_alert_seldom(wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
    Function::FlowAlert.ask(wire)
}

/// A name as part of an address, unlike those that are taken.
#[pyfunction]
#[pyo3(name = "slug", signature = (**request), text_signature = "(*, name, taken=...)")]
fn tenancy_slug<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    wire::ask_seldom(py, request, "SlugRequest", "", &tenancy_slug_seldom)
}

/// The same from JSON text to JSON text.
#[pyfunction]
#[pyo3(name = "slug_json", signature = (request, /))]
fn tenancy_slug_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    wire::ask_seldom_json(py, request, &tenancy_slug_seldom)
}

fn tenancy_slug_seldom(wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
    Function::TenancySlug.ask(wire)
}

/// Makes the audit record that follows on the last one, with the least that tells before from after.
#[pyfunction]
#[pyo3(name = "audit_append", signature = (**request), text_signature = "(*, tenant, previous=None, at, actor, action, entity, entity_id, ip=None, request_id=None, reason=None, before=..., after=..., masks=...)")]
fn tenancy_audit_append<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    wire::ask_seldom(py, request, "AuditAppendRequest", "AuditRecord", &tenancy_audit_append_seldom)
}

/// The same from JSON text to JSON text.
#[pyfunction]
#[pyo3(name = "audit_append_json", signature = (request, /))]
fn tenancy_audit_append_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    wire::ask_seldom_json(py, request, &tenancy_audit_append_seldom)
}

fn tenancy_audit_append_seldom(wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
    Function::TenancyAuditAppend.ask(wire)
}

/// Checks audit records, and tells everything that was changed, removed or reordered.
#[pyfunction]
#[pyo3(name = "audit_verify", signature = (**request), text_signature = "(*, tenant, records, after=None, anchors=..., revealed=...)")]
fn tenancy_audit_verify<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    wire::ask_seldom(py, request, "AuditVerifyRequest", "AuditReport", &tenancy_audit_verify_seldom)
}

/// The same from JSON text to JSON text.
#[pyfunction]
#[pyo3(name = "audit_verify_json", signature = (request, /))]
fn tenancy_audit_verify_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    wire::ask_seldom_json(py, request, &tenancy_audit_verify_seldom)
}

fn tenancy_audit_verify_seldom(wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
    Function::TenancyAuditVerify.ask(wire)
}

/// One hash for all audit records of a day.
#[pyfunction]
#[pyo3(name = "audit_anchor", signature = (**request), text_signature = "(*, tenant, day, zone=None, records)")]
fn tenancy_audit_anchor<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    wire::ask_seldom(py, request, "AuditAnchorRequest", "AuditAnchor", &tenancy_audit_anchor_seldom)
}

/// The same from JSON text to JSON text.
#[pyfunction]
#[pyo3(name = "audit_anchor_json", signature = (request, /))]
fn tenancy_audit_anchor_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    wire::ask_seldom_json(py, request, &tenancy_audit_anchor_seldom)
}

fn tenancy_audit_anchor_seldom(wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
    Function::TenancyAuditAnchor.ask(wire)
}

/// Chooses who takes something: in turns, by load, by skill, or by name.
#[pyfunction]
#[pyo3(name = "choose", signature = (**request), text_signature = "(*, candidates, strategy, skills=..., area=None, stays_with=None, now=None)")]
fn assignment_choose<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    wire::ask_seldom(py, request, "ChooseRequest", "AssignmentChoice", &assignment_choose_seldom)
}

/// The same from JSON text to JSON text.
#[pyfunction]
#[pyo3(name = "choose_json", signature = (request, /))]
fn assignment_choose_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    wire::ask_seldom_json(py, request, &assignment_choose_seldom)
}

fn assignment_choose_seldom(wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
    Function::AssignmentChoose.ask(wire)
}

/// Checks a new list, gives it a code when it has none, and makes it a draft.
#[pyfunction]
#[pyo3(name = "create", signature = (**request), text_signature = "(*, list, taken_codes=..., created_on, code_prefix=...)")]
fn rates_create<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    wire::ask_seldom(py, request, "CreateListRequest", "RateListDefinition", &rates_create_seldom)
}

/// The same from JSON text to JSON text.
#[pyfunction]
#[pyo3(name = "create_json", signature = (request, /))]
fn rates_create_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    wire::ask_seldom_json(py, request, &rates_create_seldom)
}

fn rates_create_seldom(wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
    Function::RatesCreate.ask(wire)
}

/// Publishes a draft: its days must not meet those of another list, and its former version ends where it begins.
#[pyfunction]
#[pyo3(name = "publish", signature = (**request), text_signature = "(*, list, others=..., effective_on=None)")]
fn rates_publish<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    wire::ask_seldom(py, request, "PublishRequest", "Published", &rates_publish_seldom)
}

/// The same from JSON text to JSON text.
#[pyfunction]
#[pyo3(name = "publish_json", signature = (request, /))]
fn rates_publish_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    wire::ask_seldom_json(py, request, &rates_publish_seldom)
}

fn rates_publish_seldom(wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
    Function::RatesPublish.ask(wire)
}

/// Makes a published list a draft again, when nothing refers to it.
#[pyfunction]
#[pyo3(name = "unpublish", signature = (**request), text_signature = "(*, list, references)")]
fn rates_unpublish<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    wire::ask_seldom(py, request, "UnpublishRequest", "RateListDefinition", &rates_unpublish_seldom)
}

/// The same from JSON text to JSON text.
#[pyfunction]
#[pyo3(name = "unpublish_json", signature = (request, /))]
fn rates_unpublish_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    wire::ask_seldom_json(py, request, &rates_unpublish_seldom)
}

fn rates_unpublish_seldom(wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
    Function::RatesUnpublish.ask(wire)
}

/// Archives a draft or a published list.
#[pyfunction]
#[pyo3(name = "archive", signature = (**request), text_signature = "(*, list)")]
fn rates_archive<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    wire::ask_seldom(py, request, "ListRequest", "RateListDefinition", &rates_archive_seldom)
}

/// The same from JSON text to JSON text.
#[pyfunction]
#[pyo3(name = "archive_json", signature = (request, /))]
fn rates_archive_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    wire::ask_seldom_json(py, request, &rates_archive_seldom)
}

fn rates_archive_seldom(wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
    Function::RatesArchive.ask(wire)
}

/// Checks a change to a list: only drafts change, and not their code, version or parent.
#[pyfunction]
#[pyo3(name = "edit", signature = (**request), text_signature = "(*, list, changed)")]
fn rates_edit<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    wire::ask_seldom(py, request, "EditRequest", "RateListDefinition", &rates_edit_seldom)
}

/// The same from JSON text to JSON text.
#[pyfunction]
#[pyo3(name = "edit_json", signature = (request, /))]
fn rates_edit_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    wire::ask_seldom_json(py, request, &rates_edit_seldom)
}

fn rates_edit_seldom(wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
    Function::RatesEdit.ask(wire)
}

/// Makes the next version of a list, as a draft that refers to it.
#[pyfunction]
#[pyo3(name = "clone_list", signature = (**request), text_signature = "(*, list, id=None)")]
fn rates_clone_list<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    wire::ask_seldom(py, request, "CloneRequest", "RateListDefinition", &rates_clone_list_seldom)
}

/// The same from JSON text to JSON text.
#[pyfunction]
#[pyo3(name = "clone_list_json", signature = (request, /))]
fn rates_clone_list_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    wire::ask_seldom_json(py, request, &rates_clone_list_seldom)
}

fn rates_clone_list_seldom(wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
    Function::RatesCloneList.ask(wire)
}

/// Adds a blackout and tells which bookings lie in it.
#[pyfunction]
#[pyo3(name = "add_blackout", signature = (**request), text_signature = "(*, list, blackout, bookings=...)")]
fn rates_add_blackout<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    wire::ask_seldom(py, request, "AddBlackoutRequest", "BlackoutAdded", &rates_add_blackout_seldom)
}

/// The same from JSON text to JSON text.
#[pyfunction]
#[pyo3(name = "add_blackout_json", signature = (request, /))]
fn rates_add_blackout_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    wire::ask_seldom_json(py, request, &rates_add_blackout_seldom)
}

fn rates_add_blackout_seldom(wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
    Function::RatesAddBlackout.ask(wire)
}

/// Sells days again: blackouts lose them and keep the rest.
#[pyfunction]
#[pyo3(name = "remove_blackout", signature = (**request), text_signature = "(*, list, days)")]
fn rates_remove_blackout<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    wire::ask_seldom(py, request, "RemoveBlackoutRequest", "RateListDefinition", &rates_remove_blackout_seldom)
}

/// The same from JSON text to JSON text.
#[pyfunction]
#[pyo3(name = "remove_blackout_json", signature = (request, /))]
fn rates_remove_blackout_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    wire::ask_seldom_json(py, request, &rates_remove_blackout_seldom)
}

fn rates_remove_blackout_seldom(wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
    Function::RatesRemoveBlackout.ask(wire)
}

/// Reads rate lists from a CSV or XLSX file; every faulty row is reported with its column.
#[pyfunction]
#[pyo3(name = "import_", signature = (**request), text_signature = "(*, text=None, content_base64=None, style=..., on_fault=...)")]
fn rates_import<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    wire::ask_seldom(py, request, "ImportRequest", "Imported", &rates_import_seldom)
}

/// The same from JSON text to JSON text.
#[pyfunction]
#[pyo3(name = "import_json", signature = (request, /))]
fn rates_import_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    wire::ask_seldom_json(py, request, &rates_import_seldom)
}

fn rates_import_seldom(wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
    Function::RatesImport.ask(wire)
}

/// The taxes of a place of supply, as a rate list would apply them.
#[pyfunction]
#[pyo3(name = "taxes_for", signature = (**request), text_signature = "(*, region, place_of_supply=None, business_tax_id=None, on)")]
fn rates_taxes_for<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    wire::ask_seldom(py, request, "TaxesForRequest", "[Tax]", &rates_taxes_for_seldom)
}

/// The same from JSON text to JSON text.
#[pyfunction]
#[pyo3(name = "taxes_for_json", signature = (request, /))]
fn rates_taxes_for_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    wire::ask_seldom_json(py, request, &rates_taxes_for_seldom)
}

fn rates_taxes_for_seldom(wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
    Function::RatesTaxesFor.ask(wire)
}

/// Every blackout day with its reason.
#[pyfunction]
#[pyo3(name = "blackout_days", signature = (**request), text_signature = "(*, list, within=None)")]
fn rates_blackout_days<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    wire::ask_seldom(py, request, "BlackoutDaysRequest", "[BlackoutDay]", &rates_blackout_days_seldom)
}

/// The same from JSON text to JSON text.
#[pyfunction]
#[pyo3(name = "blackout_days_json", signature = (request, /))]
fn rates_blackout_days_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    wire::ask_seldom_json(py, request, &rates_blackout_days_seldom)
}

fn rates_blackout_days_seldom(wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
    Function::RatesBlackoutDays.ask(wire)
}

/// The price of a speed boost: the difference of the monthly prices by the hours' share of the month.
#[pyfunction]
#[pyo3(name = "boost", signature = (**request), text_signature = "(*, currency, current_price, boosted_price, start, hours, zone, minimum_charge=None, min_hours=..., max_hours=..., rounding=...)")]
fn plans_boost<'py>(py: Python<'py>, request: Option<&Bound<'py, PyDict>>) -> PyResult<Bound<'py, PyAny>> {
    wire::ask_seldom(py, request, "BoostRequest", "Boost", &plans_boost_seldom)
}

/// The same from JSON text to JSON text.
#[pyfunction]
#[pyo3(name = "boost_json", signature = (request, /))]
fn plans_boost_json<'py>(py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    wire::ask_seldom_json(py, request, &plans_boost_seldom)
}

fn plans_boost_seldom(wire: &mut Json<'_>) -> ratebook::Result<Vec<u8>> {
    Function::PlansBoost.ask(wire)
}

/// Adds the classes, and a module per area for the plain operations.
pub(crate) fn fill(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<RateList>()?;
    module.add_class::<RateLists>()?;
    module.add_class::<Plan>()?;
    module.add_class::<Calendar>()?;
    module.add_class::<Machine>()?;
    module.add_class::<DeadlinePolicy>()?;
    module.add_class::<Tenant>()?;
    module.add_class::<Automation>()?;
    module.add_class::<ContactPlan>()?;
    module.add_class::<Storefront>()?;
    fill_engine(&crate::area(module, "engine")?)?;
    fill_expression(&crate::area(module, "expression")?)?;
    fill_money(&crate::area(module, "money")?)?;
    fill_time(&crate::area(module, "time")?)?;
    fill_flow(&crate::area(module, "flow")?)?;
    fill_tenancy(&crate::area(module, "tenancy")?)?;
    fill_assignment(&crate::area(module, "assignment")?)?;
    fill_rates(&crate::area(module, "rates")?)?;
    fill_plans(&crate::area(module, "plans")?)?;
    module.add_class::<Quotes>()
}

fn fill_engine(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(engine_codes, module)?)?;
    module.add_function(wrap_pyfunction!(engine_codes_json, module)?)?;
    Ok(())
}

fn fill_expression(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(expression_evaluate, module)?)?;
    module.add_function(wrap_pyfunction!(expression_evaluate_json, module)?)?;
    module.add_function(wrap_pyfunction!(expression_check, module)?)?;
    module.add_function(wrap_pyfunction!(expression_check_json, module)?)?;
    Ok(())
}

fn fill_money(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(money_round, module)?)?;
    module.add_function(wrap_pyfunction!(money_round_json, module)?)?;
    module.add_function(wrap_pyfunction!(money_allocate, module)?)?;
    module.add_function(wrap_pyfunction!(money_allocate_json, module)?)?;
    module.add_function(wrap_pyfunction!(money_sum, module)?)?;
    module.add_function(wrap_pyfunction!(money_sum_json, module)?)?;
    module.add_function(wrap_pyfunction!(money_convert, module)?)?;
    module.add_function(wrap_pyfunction!(money_convert_json, module)?)?;
    module.add_function(wrap_pyfunction!(money_currency, module)?)?;
    module.add_function(wrap_pyfunction!(money_currency_json, module)?)?;
    module.add_function(wrap_pyfunction!(money_currencies, module)?)?;
    module.add_function(wrap_pyfunction!(money_currencies_json, module)?)?;
    module.add_function(wrap_pyfunction!(money_to_gateway, module)?)?;
    module.add_function(wrap_pyfunction!(money_to_gateway_json, module)?)?;
    module.add_function(wrap_pyfunction!(money_from_gateway, module)?)?;
    module.add_function(wrap_pyfunction!(money_from_gateway_json, module)?)?;
    module.add_function(wrap_pyfunction!(money_format, module)?)?;
    module.add_function(wrap_pyfunction!(money_format_json, module)?)?;
    module.add_function(wrap_pyfunction!(money_parse, module)?)?;
    module.add_function(wrap_pyfunction!(money_parse_json, module)?)?;
    Ok(())
}

fn fill_time(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(time_day, module)?)?;
    module.add_function(wrap_pyfunction!(time_day_json, module)?)?;
    module.add_function(wrap_pyfunction!(time_add_months, module)?)?;
    module.add_function(wrap_pyfunction!(time_add_months_json, module)?)?;
    module.add_function(wrap_pyfunction!(time_age, module)?)?;
    module.add_function(wrap_pyfunction!(time_age_json, module)?)?;
    module.add_function(wrap_pyfunction!(time_to_instant, module)?)?;
    module.add_function(wrap_pyfunction!(time_to_instant_json, module)?)?;
    module.add_function(wrap_pyfunction!(time_to_local, module)?)?;
    module.add_function(wrap_pyfunction!(time_to_local_json, module)?)?;
    module.add_function(wrap_pyfunction!(time_day_length, module)?)?;
    module.add_function(wrap_pyfunction!(time_day_length_json, module)?)?;
    module.add_function(wrap_pyfunction!(time_clock_changes, module)?)?;
    module.add_function(wrap_pyfunction!(time_clock_changes_json, module)?)?;
    module.add_function(wrap_pyfunction!(time_open_spans, module)?)?;
    module.add_function(wrap_pyfunction!(time_open_spans_json, module)?)?;
    module.add_function(wrap_pyfunction!(time_is_open, module)?)?;
    module.add_function(wrap_pyfunction!(time_is_open_json, module)?)?;
    module.add_function(wrap_pyfunction!(time_open_time, module)?)?;
    module.add_function(wrap_pyfunction!(time_open_time_json, module)?)?;
    module.add_function(wrap_pyfunction!(time_add_business_days, module)?)?;
    module.add_function(wrap_pyfunction!(time_add_business_days_json, module)?)?;
    module.add_function(wrap_pyfunction!(time_business_days, module)?)?;
    module.add_function(wrap_pyfunction!(time_business_days_json, module)?)?;
    module.add_function(wrap_pyfunction!(time_add_business_time, module)?)?;
    module.add_function(wrap_pyfunction!(time_add_business_time_json, module)?)?;
    module.add_function(wrap_pyfunction!(time_business_time, module)?)?;
    module.add_function(wrap_pyfunction!(time_business_time_json, module)?)?;
    module.add_function(wrap_pyfunction!(time_periods, module)?)?;
    module.add_function(wrap_pyfunction!(time_periods_json, module)?)?;
    module.add_function(wrap_pyfunction!(time_period_of, module)?)?;
    module.add_function(wrap_pyfunction!(time_period_of_json, module)?)?;
    module.add_function(wrap_pyfunction!(time_occurrences, module)?)?;
    module.add_function(wrap_pyfunction!(time_occurrences_json, module)?)?;
    Ok(())
}

fn fill_flow(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(flow_machines, module)?)?;
    module.add_function(wrap_pyfunction!(flow_machines_json, module)?)?;
    module.add_function(wrap_pyfunction!(flow_retry, module)?)?;
    module.add_function(wrap_pyfunction!(flow_retry_json, module)?)?;
    module.add_function(wrap_pyfunction!(flow_alert, module)?)?;
    module.add_function(wrap_pyfunction!(flow_alert_json, module)?)?;
    Ok(())
}

fn fill_tenancy(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(tenancy_slug, module)?)?;
    module.add_function(wrap_pyfunction!(tenancy_slug_json, module)?)?;
    module.add_function(wrap_pyfunction!(tenancy_audit_append, module)?)?;
    module.add_function(wrap_pyfunction!(tenancy_audit_append_json, module)?)?;
    module.add_function(wrap_pyfunction!(tenancy_audit_verify, module)?)?;
    module.add_function(wrap_pyfunction!(tenancy_audit_verify_json, module)?)?;
    module.add_function(wrap_pyfunction!(tenancy_audit_anchor, module)?)?;
    module.add_function(wrap_pyfunction!(tenancy_audit_anchor_json, module)?)?;
    Ok(())
}

fn fill_assignment(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(assignment_choose, module)?)?;
    module.add_function(wrap_pyfunction!(assignment_choose_json, module)?)?;
    Ok(())
}

fn fill_rates(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(rates_create, module)?)?;
    module.add_function(wrap_pyfunction!(rates_create_json, module)?)?;
    module.add_function(wrap_pyfunction!(rates_publish, module)?)?;
    module.add_function(wrap_pyfunction!(rates_publish_json, module)?)?;
    module.add_function(wrap_pyfunction!(rates_unpublish, module)?)?;
    module.add_function(wrap_pyfunction!(rates_unpublish_json, module)?)?;
    module.add_function(wrap_pyfunction!(rates_archive, module)?)?;
    module.add_function(wrap_pyfunction!(rates_archive_json, module)?)?;
    module.add_function(wrap_pyfunction!(rates_edit, module)?)?;
    module.add_function(wrap_pyfunction!(rates_edit_json, module)?)?;
    module.add_function(wrap_pyfunction!(rates_clone_list, module)?)?;
    module.add_function(wrap_pyfunction!(rates_clone_list_json, module)?)?;
    module.add_function(wrap_pyfunction!(rates_add_blackout, module)?)?;
    module.add_function(wrap_pyfunction!(rates_add_blackout_json, module)?)?;
    module.add_function(wrap_pyfunction!(rates_remove_blackout, module)?)?;
    module.add_function(wrap_pyfunction!(rates_remove_blackout_json, module)?)?;
    module.add_function(wrap_pyfunction!(rates_import, module)?)?;
    module.add_function(wrap_pyfunction!(rates_import_json, module)?)?;
    module.add_function(wrap_pyfunction!(rates_taxes_for, module)?)?;
    module.add_function(wrap_pyfunction!(rates_taxes_for_json, module)?)?;
    module.add_function(wrap_pyfunction!(rates_blackout_days, module)?)?;
    module.add_function(wrap_pyfunction!(rates_blackout_days_json, module)?)?;
    Ok(())
}

fn fill_plans(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(plans_boost, module)?)?;
    module.add_function(wrap_pyfunction!(plans_boost_json, module)?)?;
    Ok(())
}
