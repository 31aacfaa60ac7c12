// Written by `cargo xtask generate`; change the declarations in core instead.

//! Every handle as a class and every plain operation as a function.

use std::ffi::CStr;

use pyo3::prelude::*;
use pyo3::types::PyBytes;
use ratebook::api::{Function, Handle};

use crate::call::{Asked, Plain, add_function, add_method};
use crate::keywords::Keywords;
use crate::table::{self, Quotes};
use crate::wire::{self, Held};

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
    fn fill(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add_class::<RateList>()?;
        let class = module.py().get_type::<RateList>();
        add_method::<RateListPrice>(&class)?;
        add_method::<RateListTotal>(&class)?;
        add_method::<RateListPriceIn>(&class)?;
        add_method::<RateListExplain>(&class)?;
        add_method::<RateListQuoteMany>(&class)?;
        add_method::<RateListTotalMany>(&class)?;
        add_method::<RateListGrid>(&class)?;
        add_method::<RateListPack>(&class)?;
        Ok(())
    }
}

struct RateListPrice;

impl Asked for RateListPrice {
    type Class = RateList;
    const NAMES: [&'static CStr; 2] = [c"price", c"price_json"];
    const DOC: &'static CStr = c"price($self, *, check_in=None, check_out=None, first=None, last=None, start=None, end=None, adults=..., children=..., birth_dates=..., quantity=..., booked_on=None, as_of=None, supplements=..., promo_codes=..., promo_uses=..., tags=..., channel=None, place_of_supply=None, business_tax_id=None, preview=...)\n--\n\nPrices a request, with every line; or refuses it with every reason.";

    fn ask<'py>(handle: &RateList, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask(keywords, |wire| handle.0.handle.ask(RateListOperation::Price, wire))
    }

    fn ask_json<'py>(handle: &RateList, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(RateListOperation::Price, wire))
    }
}

struct RateListTotal;

impl Asked for RateListTotal {
    type Class = RateList;
    const NAMES: [&'static CStr; 2] = [c"total", c"total_json"];
    const DOC: &'static CStr = c"total($self, *, check_in=None, check_out=None, first=None, last=None, start=None, end=None, adults=..., children=..., birth_dates=..., quantity=..., booked_on=None, as_of=None, supplements=..., promo_codes=..., promo_uses=..., tags=..., channel=None, place_of_supply=None, business_tax_id=None, preview=...)\n--\n\nThe total alone: the fast way when nobody reads the lines.";

    fn ask<'py>(handle: &RateList, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask(keywords, |wire| handle.0.handle.ask(RateListOperation::Total, wire))
    }

    fn ask_json<'py>(handle: &RateList, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(RateListOperation::Total, wire))
    }
}

struct RateListPriceIn;

impl Asked for RateListPriceIn {
    type Class = RateList;
    const NAMES: [&'static CStr; 2] = [c"price_in", c"price_in_json"];
    const DOC: &'static CStr = c"price_in($self, *, request, currency, rates, as_of, max_age_seconds=..., allow_stale=...)\n--\n\nPrices a request and tells the total in another currency, with the exchange rate and its time.";

    fn ask<'py>(handle: &RateList, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask(keywords, |wire| handle.0.handle.ask(RateListOperation::PriceIn, wire))
    }

    fn ask_json<'py>(handle: &RateList, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(RateListOperation::PriceIn, wire))
    }
}

struct RateListExplain;

impl Asked for RateListExplain {
    type Class = RateList;
    const NAMES: [&'static CStr; 2] = [c"explain", c"explain_json"];
    const DOC: &'static CStr = c"explain($self, *, check_in=None, check_out=None, first=None, last=None, start=None, end=None, adults=..., children=..., birth_dates=..., quantity=..., booked_on=None, as_of=None, supplements=..., promo_codes=..., promo_uses=..., tags=..., channel=None, place_of_supply=None, business_tax_id=None, preview=...)\n--\n\nThe price in sentences, or every reason against it.";

    fn ask<'py>(handle: &RateList, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask(keywords, |wire| handle.0.handle.ask(RateListOperation::Explain, wire))
    }

    fn ask_json<'py>(handle: &RateList, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(RateListOperation::Explain, wire))
    }
}

struct RateListQuoteMany;

impl Asked for RateListQuoteMany {
    type Class = RateList;
    const NAMES: [&'static CStr; 2] = [c"quote_many", c"quote_many_json"];
    const DOC: &'static CStr = c"quote_many($self, *, requests)\n--\n\nPrices many requests, one answer each; a bad request never spoils the others.";

    fn ask<'py>(handle: &RateList, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(RateListOperation::QuoteMany, wire))
    }

    fn ask_json<'py>(handle: &RateList, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(RateListOperation::QuoteMany, wire))
    }
}

struct RateListTotalMany;

impl Asked for RateListTotalMany {
    type Class = RateList;
    const NAMES: [&'static CStr; 2] = [c"total_many", c"total_many_json"];
    const DOC: &'static CStr = c"total_many($self, *, requests)\n--\n\nThe totals of many requests, one answer each: the fastest way to price a lot.";

    fn ask<'py>(handle: &RateList, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(RateListOperation::TotalMany, wire))
    }

    fn ask_json<'py>(handle: &RateList, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(RateListOperation::TotalMany, wire))
    }
}

struct RateListGrid;

impl Asked for RateListGrid {
    type Class = RateList;
    const NAMES: [&'static CStr; 2] = [c"grid", c"grid_json"];
    const DOC: &'static CStr = c"grid($self, *, arrivals, nights, parties, quantity=..., booked_on=None, preview=...)\n--\n\nThe total of every arrival day, length of stay and party.";

    fn ask<'py>(handle: &RateList, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(RateListOperation::Grid, wire))
    }

    fn ask_json<'py>(handle: &RateList, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(RateListOperation::Grid, wire))
    }
}

struct RateListPack;

impl Asked for RateListPack {
    type Class = RateList;
    const NAMES: [&'static CStr; 2] = [c"pack", c"pack_json"];
    const DOC: &'static CStr = c"pack($self)\n--\n\nThe list as bytes for a device: its definition in the compact form, with a checksum, from which it loads again.";

    fn ask<'py>(handle: &RateList, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(RateListOperation::Pack, wire))
    }

    fn ask_json<'py>(handle: &RateList, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(RateListOperation::Pack, wire))
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

    /// The definition as JSON text.
    fn to_json<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        self.0.to_json(py)
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> (Bound<'py, PyAny>, (Bound<'py, PyBytes>,)) {
        (slf.get_type().into_any(), (slf.get().0.to_json(slf.py()),))
    }
}

impl RateLists {
    fn fill(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add_class::<RateLists>()?;
        let class = module.py().get_type::<RateLists>();
        add_method::<RateListsCheapest>(&class)?;
        add_method::<RateListsSelect>(&class)?;
        add_method::<RateListsOverlaps>(&class)?;
        add_method::<RateListsValidateDates>(&class)?;
        add_method::<RateListsSimulate>(&class)?;
        add_method::<RateListsExport>(&class)?;
        add_method::<RateListsBulkUpdate>(&class)?;
        Ok(())
    }
}

struct RateListsCheapest;

impl Asked for RateListsCheapest {
    type Class = RateLists;
    const NAMES: [&'static CStr; 2] = [c"cheapest", c"cheapest_json"];
    const DOC: &'static CStr = c"cheapest($self, *, request, buyer=...)\n--\n\nThe price of the cheapest list, with every other offer and refusal.";

    fn ask<'py>(handle: &RateLists, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(RateListsOperation::Cheapest, wire))
    }

    fn ask_json<'py>(handle: &RateLists, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(RateListsOperation::Cheapest, wire))
    }
}

struct RateListsSelect;

impl Asked for RateListsSelect {
    type Class = RateLists;
    const NAMES: [&'static CStr; 2] = [c"select", c"select_json"];
    const DOC: &'static CStr = c"select($self, *, request, buyer=..., supplier=None, service_type=None, destination=None, product=None)\n--\n\nThe one list that answers for a product: by priority, most specific product, newest version, id, in this order.";

    fn ask<'py>(handle: &RateLists, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(RateListsOperation::Select, wire))
    }

    fn ask_json<'py>(handle: &RateLists, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(RateListsOperation::Select, wire))
    }
}

struct RateListsOverlaps;

impl Asked for RateListsOverlaps {
    type Class = RateLists;
    const NAMES: [&'static CStr; 2] = [c"overlaps", c"overlaps_json"];
    const DOC: &'static CStr = c"overlaps($self, *, within=None)\n--\n\nEvery pair of published lists of one supplier, service, destination and product whose days meet.";

    fn ask<'py>(handle: &RateLists, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(RateListsOperation::Overlaps, wire))
    }

    fn ask_json<'py>(handle: &RateLists, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(RateListsOperation::Overlaps, wire))
    }
}

struct RateListsValidateDates;

impl Asked for RateListsValidateDates {
    type Class = RateLists;
    const NAMES: [&'static CStr; 2] = [c"validate_dates", c"validate_dates_json"];
    const DOC: &'static CStr = c"validate_dates($self, *, list)\n--\n\nThe overlaps that a list would have, without saving it.";

    fn ask<'py>(handle: &RateLists, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(RateListsOperation::ValidateDates, wire))
    }

    fn ask_json<'py>(handle: &RateLists, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(RateListsOperation::ValidateDates, wire))
    }
}

struct RateListsSimulate;

impl Asked for RateListsSimulate {
    type Class = RateLists;
    const NAMES: [&'static CStr; 2] = [c"simulate", c"simulate_json"];
    const DOC: &'static CStr = c"simulate($self, *, requests, before=..., after=...)\n--\n\nPrices the same requests under two lists: what would have changed, for each and in sum.";

    fn ask<'py>(handle: &RateLists, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(RateListsOperation::Simulate, wire))
    }

    fn ask_json<'py>(handle: &RateLists, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(RateListsOperation::Simulate, wire))
    }
}

struct RateListsExport;

impl Asked for RateListsExport {
    type Class = RateLists;
    const NAMES: [&'static CStr; 2] = [c"export", c"export_json"];
    const DOC: &'static CStr = c"export($self, *, style=...)\n--\n\nWrites the lists to a CSV or XLSX file, which reads back to the same lists.";

    fn ask<'py>(handle: &RateLists, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(RateListsOperation::Export, wire))
    }

    fn ask_json<'py>(handle: &RateLists, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(RateListsOperation::Export, wire))
    }
}

struct RateListsBulkUpdate;

impl Asked for RateListsBulkUpdate {
    type Class = RateLists;
    const NAMES: [&'static CStr; 2] = [c"bulk_update", c"bulk_update_json"];
    const DOC: &'static CStr = c"bulk_update($self, *, lists=..., change)\n--\n\nOne change over many lists as one set that can be looked at: all lists change or none.";

    fn ask<'py>(handle: &RateLists, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(RateListsOperation::BulkUpdate, wire))
    }

    fn ask_json<'py>(handle: &RateLists, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(RateListsOperation::BulkUpdate, wire))
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

    /// The definition as JSON text.
    fn to_json<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        self.0.to_json(py)
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> (Bound<'py, PyAny>, (Bound<'py, PyBytes>,)) {
        (slf.get_type().into_any(), (slf.get().0.to_json(slf.py()),))
    }
}

impl Plan {
    fn fill(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add_class::<Plan>()?;
        let class = module.py().get_type::<Plan>();
        add_method::<PlanCharge>(&class)?;
        add_method::<PlanPeriods>(&class)?;
        add_method::<PlanProrate>(&class)?;
        Ok(())
    }
}

struct PlanCharge;

impl Asked for PlanCharge {
    type Class = Plan;
    const NAMES: [&'static CStr; 2] = [c"charge", c"charge_json"];
    const DOC: &'static CStr = c"charge($self, *, usage=..., credit=...)\n--\n\nWhat a period costs with its usage, line by line.";

    fn ask<'py>(handle: &Plan, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(PlanOperation::Charge, wire))
    }

    fn ask_json<'py>(handle: &Plan, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(PlanOperation::Charge, wire))
    }
}

struct PlanPeriods;

impl Asked for PlanPeriods {
    type Class = Plan;
    const NAMES: [&'static CStr; 2] = [c"periods", c"periods_json"];
    const DOC: &'static CStr = c"periods($self, *, anchor, first=..., count)\n--\n\nThe plan's billing periods, the anchor's day kept.";

    fn ask<'py>(handle: &Plan, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(PlanOperation::Periods, wire))
    }

    fn ask_json<'py>(handle: &Plan, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(PlanOperation::Periods, wire))
    }
}

struct PlanProrate;

impl Asked for PlanProrate {
    type Class = Plan;
    const NAMES: [&'static CStr; 2] = [c"prorate", c"prorate_json"];
    const DOC: &'static CStr = c"prorate($self, *, change, at, zone, anchor, by=None)\n--\n\nWhat a change in the midst of a period costs: credit and charge as separate lines.";

    fn ask<'py>(handle: &Plan, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(PlanOperation::Prorate, wire))
    }

    fn ask_json<'py>(handle: &Plan, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(PlanOperation::Prorate, wire))
    }
}

/// A cancellation policy, checked: what is charged and what goes back, by how long before the start.
#[pyclass(frozen, module = "ratebook")]
pub(crate) struct CancellationPolicy(Held<ratebook::rates::CancellationPolicy>);

type CancellationPolicyOperation = <ratebook::rates::CancellationPolicy as Handle>::Operation;

#[pymethods]
impl CancellationPolicy {
    #[new]
    #[pyo3(signature = (definition, /))]
    fn new(definition: &Bound<'_, PyAny>) -> PyResult<Self> {
        Held::load(definition).map(CancellationPolicy)
    }

    /// The definition as JSON text.
    fn to_json<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        self.0.to_json(py)
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> (Bound<'py, PyAny>, (Bound<'py, PyBytes>,)) {
        (slf.get_type().into_any(), (slf.get().0.to_json(slf.py()),))
    }
}

impl CancellationPolicy {
    fn fill(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add_class::<CancellationPolicy>()?;
        let class = module.py().get_type::<CancellationPolicy>();
        add_method::<CancellationPolicyFee>(&class)?;
        add_method::<CancellationPolicyDeadlines>(&class)?;
        Ok(())
    }
}

struct CancellationPolicyFee;

impl Asked for CancellationPolicyFee {
    type Class = CancellationPolicy;
    const NAMES: [&'static CStr; 2] = [c"fee", c"fee_json"];
    const DOC: &'static CStr = c"fee($self, *, booking, at, cancelled_by=..., no_show=...)\n--\n\nWhat a cancellation costs and what goes back, component by component.";

    fn ask<'py>(handle: &CancellationPolicy, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(CancellationPolicyOperation::Fee, wire))
    }

    fn ask_json<'py>(handle: &CancellationPolicy, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(CancellationPolicyOperation::Fee, wire))
    }
}

struct CancellationPolicyDeadlines;

impl Asked for CancellationPolicyDeadlines {
    type Class = CancellationPolicy;
    const NAMES: [&'static CStr; 2] = [c"deadlines", c"deadlines_json"];
    const DOC: &'static CStr = c"deadlines($self, *, booking, now=None)\n--\n\nEvery deadline of a booking with what cancelling costs until then, as a guest is shown it.";

    fn ask<'py>(handle: &CancellationPolicy, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(CancellationPolicyOperation::Deadlines, wire))
    }

    fn ask_json<'py>(handle: &CancellationPolicy, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(CancellationPolicyOperation::Deadlines, wire))
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

    /// The definition as JSON text.
    fn to_json<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        self.0.to_json(py)
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> (Bound<'py, PyAny>, (Bound<'py, PyBytes>,)) {
        (slf.get_type().into_any(), (slf.get().0.to_json(slf.py()),))
    }
}

impl Calendar {
    fn fill(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add_class::<Calendar>()?;
        let class = module.py().get_type::<Calendar>();
        add_method::<CalendarCheck>(&class)?;
        add_method::<CalendarCheckAll>(&class)?;
        add_method::<CalendarNextFree>(&class)?;
        add_method::<CalendarSlots>(&class)?;
        add_method::<CalendarCommonSlots>(&class)?;
        add_method::<CalendarView>(&class)?;
        add_method::<CalendarOccupancy>(&class)?;
        add_method::<CalendarAssign>(&class)?;
        add_method::<CalendarBook>(&class)?;
        add_method::<CalendarBookSeries>(&class)?;
        add_method::<CalendarReschedule>(&class)?;
        add_method::<CalendarCancel>(&class)?;
        add_method::<CalendarHold>(&class)?;
        add_method::<CalendarConfirm>(&class)?;
        add_method::<CalendarRelease>(&class)?;
        add_method::<CalendarExtend>(&class)?;
        add_method::<CalendarExpire>(&class)?;
        add_method::<CalendarBlock>(&class)?;
        add_method::<CalendarUnblock>(&class)?;
        add_method::<CalendarApply>(&class)?;
        add_method::<CalendarApplyRows>(&class)?;
        add_method::<CalendarMerge>(&class)?;
        add_method::<CalendarImportFeed>(&class)?;
        add_method::<CalendarExportFeed>(&class)?;
        add_method::<CalendarSnapshot>(&class)?;
        Ok(())
    }
}

struct CalendarCheck;

impl Asked for CalendarCheck {
    type Class = Calendar;
    const NAMES: [&'static CStr; 2] = [c"check", c"check_json"];
    const DOC: &'static CStr = c"check($self, *, now, resource, when, units=..., partner=None, hold=None, booking=None)\n--\n\nIs it free? If not, every reason, with the units left.";

    fn ask<'py>(handle: &Calendar, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask(keywords, |wire| handle.0.handle.ask(CalendarOperation::Check, wire))
    }

    fn ask_json<'py>(handle: &Calendar, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(CalendarOperation::Check, wire))
    }
}

struct CalendarCheckAll;

impl Asked for CalendarCheckAll {
    type Class = Calendar;
    const NAMES: [&'static CStr; 2] = [c"check_all", c"check_all_json"];
    const DOC: &'static CStr = c"check_all($self, *, now, takes, hold=None, booking=None)\n--\n\nAre several things free at once? One answer for all of them, with every reason.";

    fn ask<'py>(handle: &Calendar, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(CalendarOperation::CheckAll, wire))
    }

    fn ask_json<'py>(handle: &Calendar, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(CalendarOperation::CheckAll, wire))
    }
}

struct CalendarNextFree;

impl Asked for CalendarNextFree {
    type Class = Calendar;
    const NAMES: [&'static CStr; 2] = [c"next_free", c"next_free_json"];
    const DOC: &'static CStr = c"next_free($self, *, now, resources=..., after, minutes, units=..., within_days=...)\n--\n\nThe first free time of each resource, the earliest first.";

    fn ask<'py>(handle: &Calendar, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(CalendarOperation::NextFree, wire))
    }

    fn ask_json<'py>(handle: &Calendar, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(CalendarOperation::NextFree, wire))
    }
}

struct CalendarSlots;

impl Asked for CalendarSlots {
    type Class = Calendar;
    const NAMES: [&'static CStr; 2] = [c"slots", c"slots_json"];
    const DOC: &'static CStr = c"slots($self, *, now, resources=..., days, minutes, units=..., step_minutes=None, counted=..., hold=None, booking=None)\n--\n\nThe free starts of many resources, in local time.";

    fn ask<'py>(handle: &Calendar, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask(keywords, |wire| handle.0.handle.ask(CalendarOperation::Slots, wire))
    }

    fn ask_json<'py>(handle: &Calendar, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(CalendarOperation::Slots, wire))
    }
}

struct CalendarCommonSlots;

impl Asked for CalendarCommonSlots {
    type Class = Calendar;
    const NAMES: [&'static CStr; 2] = [c"common_slots", c"common_slots_json"];
    const DOC: &'static CStr = c"common_slots($self, *, now, needs, days, minutes, step_minutes=None, counted=..., hold=None, booking=None)\n--\n\nThe starts at which several things are free at once, with a resource for each of them.";

    fn ask<'py>(handle: &Calendar, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(CalendarOperation::CommonSlots, wire))
    }

    fn ask_json<'py>(handle: &Calendar, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(CalendarOperation::CommonSlots, wire))
    }
}

struct CalendarView;

impl Asked for CalendarView {
    type Class = Calendar;
    const NAMES: [&'static CStr; 2] = [c"view", c"view_json"];
    const DOC: &'static CStr = c"view($self, *, now, view, day, week_begins=..., zone=None, resources=..., partner=None, without_names=...)\n--\n\nWhat a screen draws: a day, a week or a month of resources.";

    fn ask<'py>(handle: &Calendar, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(CalendarOperation::View, wire))
    }

    fn ask_json<'py>(handle: &Calendar, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(CalendarOperation::View, wire))
    }
}

struct CalendarOccupancy;

impl Asked for CalendarOccupancy {
    type Class = Calendar;
    const NAMES: [&'static CStr; 2] = [c"occupancy", c"occupancy_json"];
    const DOC: &'static CStr = c"occupancy($self, *, resources=..., days, by=..., gaps_below_minutes=None, booked_since=None)\n--\n\nUtilisation by day or week, gaps too short to sell, and pickup.";

    fn ask<'py>(handle: &Calendar, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(CalendarOperation::Occupancy, wire))
    }

    fn ask_json<'py>(handle: &Calendar, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(CalendarOperation::Occupancy, wire))
    }
}

struct CalendarAssign;

impl Asked for CalendarAssign {
    type Class = Calendar;
    const NAMES: [&'static CStr; 2] = [c"assign", c"assign_json"];
    const DOC: &'static CStr = c"assign($self, *, now, when, any_of=..., skills=..., location=None, strategy, booking=None)\n--\n\nWho takes an appointment: free, able, and next by the rule.";

    fn ask<'py>(handle: &Calendar, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(CalendarOperation::Assign, wire))
    }

    fn ask_json<'py>(handle: &Calendar, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(CalendarOperation::Assign, wire))
    }
}

struct CalendarBook;

impl Asked for CalendarBook {
    type Class = Calendar;
    const NAMES: [&'static CStr; 2] = [c"book", c"book_json"];
    const DOC: &'static CStr = c"book($self, *, now, booking, hold=None)\n--\n\nBooks one resource or several at once: all or none.";

    fn ask<'py>(handle: &Calendar, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask(keywords, |wire| handle.0.handle.ask(CalendarOperation::Book, wire))
    }

    fn ask_json<'py>(handle: &Calendar, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(CalendarOperation::Book, wire))
    }
}

struct CalendarBookSeries;

impl Asked for CalendarBookSeries {
    type Class = Calendar;
    const NAMES: [&'static CStr; 2] = [c"book_series", c"book_series_json"];
    const DOC: &'static CStr = c"book_series($self, *, now, id, resource, recurrence, last_day=None, minutes, units=..., book, title=None)\n--\n\nBooks a recurring time: all occurrences, those that are free, or none. Every clash is told.";

    fn ask<'py>(handle: &Calendar, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(CalendarOperation::BookSeries, wire))
    }

    fn ask_json<'py>(handle: &Calendar, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(CalendarOperation::BookSeries, wire))
    }
}

struct CalendarReschedule;

impl Asked for CalendarReschedule {
    type Class = Calendar;
    const NAMES: [&'static CStr; 2] = [c"reschedule", c"reschedule_json"];
    const DOC: &'static CStr = c"reschedule($self, *, now, booking, takes)\n--\n\nMoves a booking, makes it longer or shorter, or gives it other resources. It does not stand in its own way.";

    fn ask<'py>(handle: &Calendar, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(CalendarOperation::Reschedule, wire))
    }

    fn ask_json<'py>(handle: &Calendar, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(CalendarOperation::Reschedule, wire))
    }
}

struct CalendarCancel;

impl Asked for CalendarCancel {
    type Class = Calendar;
    const NAMES: [&'static CStr; 2] = [c"cancel", c"cancel_json"];
    const DOC: &'static CStr = c"cancel($self, *, booking)\n--\n\nGives a booking up.";

    fn ask<'py>(handle: &Calendar, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask(keywords, |wire| handle.0.handle.ask(CalendarOperation::Cancel, wire))
    }

    fn ask_json<'py>(handle: &Calendar, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(CalendarOperation::Cancel, wire))
    }
}

struct CalendarHold;

impl Asked for CalendarHold {
    type Class = Calendar;
    const NAMES: [&'static CStr; 2] = [c"hold", c"hold_json"];
    const DOC: &'static CStr = c"hold($self, *, now, key, takes, ttl_seconds)\n--\n\nHolds one resource or several at once, until a moment. The same key again is the same hold.";

    fn ask<'py>(handle: &Calendar, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask(keywords, |wire| handle.0.handle.ask(CalendarOperation::Hold, wire))
    }

    fn ask_json<'py>(handle: &Calendar, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(CalendarOperation::Hold, wire))
    }
}

struct CalendarConfirm;

impl Asked for CalendarConfirm {
    type Class = Calendar;
    const NAMES: [&'static CStr; 2] = [c"confirm", c"confirm_json"];
    const DOC: &'static CStr = c"confirm($self, *, now, key, booking, title=None, even_if_expired=...)\n--\n\nMakes a hold a booking; what it holds is checked again.";

    fn ask<'py>(handle: &Calendar, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask(keywords, |wire| handle.0.handle.ask(CalendarOperation::Confirm, wire))
    }

    fn ask_json<'py>(handle: &Calendar, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(CalendarOperation::Confirm, wire))
    }
}

struct CalendarRelease;

impl Asked for CalendarRelease {
    type Class = Calendar;
    const NAMES: [&'static CStr; 2] = [c"release", c"release_json"];
    const DOC: &'static CStr = c"release($self, *, key)\n--\n\nGives a hold up.";

    fn ask<'py>(handle: &Calendar, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(CalendarOperation::Release, wire))
    }

    fn ask_json<'py>(handle: &Calendar, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(CalendarOperation::Release, wire))
    }
}

struct CalendarExtend;

impl Asked for CalendarExtend {
    type Class = Calendar;
    const NAMES: [&'static CStr; 2] = [c"extend", c"extend_json"];
    const DOC: &'static CStr = c"extend($self, *, now, key, ttl_seconds)\n--\n\nLets a hold expire later.";

    fn ask<'py>(handle: &Calendar, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(CalendarOperation::Extend, wire))
    }

    fn ask_json<'py>(handle: &Calendar, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(CalendarOperation::Extend, wire))
    }
}

struct CalendarExpire;

impl Asked for CalendarExpire {
    type Class = Calendar;
    const NAMES: [&'static CStr; 2] = [c"expire", c"expire_json"];
    const DOC: &'static CStr = c"expire($self, *, now)\n--\n\nDrops every hold that has expired, and tells which.";

    fn ask<'py>(handle: &Calendar, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(CalendarOperation::Expire, wire))
    }

    fn ask_json<'py>(handle: &Calendar, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(CalendarOperation::Expire, wire))
    }
}

struct CalendarBlock;

impl Asked for CalendarBlock {
    type Class = Calendar;
    const NAMES: [&'static CStr; 2] = [c"block", c"block_json"];
    const DOC: &'static CStr = c"block($self, *, blocked)\n--\n\nBlocks time, whatever is booked in it.";

    fn ask<'py>(handle: &Calendar, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(CalendarOperation::Block, wire))
    }

    fn ask_json<'py>(handle: &Calendar, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(CalendarOperation::Block, wire))
    }
}

struct CalendarUnblock;

impl Asked for CalendarUnblock {
    type Class = Calendar;
    const NAMES: [&'static CStr; 2] = [c"unblock", c"unblock_json"];
    const DOC: &'static CStr = c"unblock($self, *, blocked)\n--\n\nMakes blocked time free again.";

    fn ask<'py>(handle: &Calendar, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(CalendarOperation::Unblock, wire))
    }

    fn ask_json<'py>(handle: &Calendar, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(CalendarOperation::Unblock, wire))
    }
}

struct CalendarApply;

impl Asked for CalendarApply {
    type Class = Calendar;
    const NAMES: [&'static CStr; 2] = [c"apply", c"apply_json"];
    const DOC: &'static CStr = c"apply($self, *, commands)\n--\n\nMany commands, one after the other, each for itself.";

    fn ask<'py>(handle: &Calendar, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(CalendarOperation::Apply, wire))
    }

    fn ask_json<'py>(handle: &Calendar, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(CalendarOperation::Apply, wire))
    }
}

struct CalendarApplyRows;

impl Asked for CalendarApplyRows {
    type Class = Calendar;
    const NAMES: [&'static CStr; 2] = [c"apply_rows", c"apply_rows_json"];
    const DOC: &'static CStr = c"apply_rows($self, *, bookings=..., holds=..., blocked=..., removed=...)\n--\n\nTakes over what a database has added, changed or removed: rows as they are, all or none. The same rows again change nothing.";

    fn ask<'py>(handle: &Calendar, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(CalendarOperation::ApplyRows, wire))
    }

    fn ask_json<'py>(handle: &Calendar, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(CalendarOperation::ApplyRows, wire))
    }
}

struct CalendarMerge;

impl Asked for CalendarMerge {
    type Class = Calendar;
    const NAMES: [&'static CStr; 2] = [c"merge", c"merge_json"];
    const DOC: &'static CStr = c"merge($self, *, received)\n--\n\nMerges what devices did while they were apart, in a fixed order. What clashes is told, and nothing is lost.";

    fn ask<'py>(handle: &Calendar, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(CalendarOperation::Merge, wire))
    }

    fn ask_json<'py>(handle: &Calendar, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(CalendarOperation::Merge, wire))
    }
}

struct CalendarImportFeed;

impl Asked for CalendarImportFeed {
    type Class = Calendar;
    const NAMES: [&'static CStr; 2] = [c"import_feed", c"import_feed_json"];
    const DOC: &'static CStr = c"import_feed($self, *, resource, source, text, days)\n--\n\nBlocks the time of another calendar's events, and frees what it no longer has.";

    fn ask<'py>(handle: &Calendar, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(CalendarOperation::ImportFeed, wire))
    }

    fn ask_json<'py>(handle: &Calendar, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(CalendarOperation::ImportFeed, wire))
    }
}

struct CalendarExportFeed;

impl Asked for CalendarExportFeed {
    type Class = Calendar;
    const NAMES: [&'static CStr; 2] = [c"export_feed", c"export_feed_json"];
    const DOC: &'static CStr = c"export_feed($self, *, now, resources=..., days, content=..., name=None)\n--\n\nWhat is taken as iCalendar text: events with names that stay the same, or only when it is busy.";

    fn ask<'py>(handle: &Calendar, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(CalendarOperation::ExportFeed, wire))
    }

    fn ask_json<'py>(handle: &Calendar, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(CalendarOperation::ExportFeed, wire))
    }
}

struct CalendarSnapshot;

impl Asked for CalendarSnapshot {
    type Class = Calendar;
    const NAMES: [&'static CStr; 2] = [c"snapshot", c"snapshot_json"];
    const DOC: &'static CStr = c"snapshot($self)\n--\n\nEverything as a definition, from which it loads again.";

    fn ask<'py>(handle: &Calendar, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(CalendarOperation::Snapshot, wire))
    }

    fn ask_json<'py>(handle: &Calendar, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(CalendarOperation::Snapshot, wire))
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

    /// The same class with the words of its states and events, for type checkers.
    #[classmethod]
    fn __class_getitem__<'py>(class: &Bound<'py, pyo3::types::PyType>, words: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        class.py().import("types")?.getattr("GenericAlias")?.call1((class, words))
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
    fn fill(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add_class::<Machine>()?;
        let class = module.py().get_type::<Machine>();
        add_method::<MachineStart>(&class)?;
        add_method::<MachineFire>(&class)?;
        add_method::<MachineFireAll>(&class)?;
        add_method::<MachineStep>(&class)?;
        add_method::<MachineAllowed>(&class)?;
        add_method::<MachineDue>(&class)?;
        add_method::<MachineReplay>(&class)?;
        add_method::<MachineDiagram>(&class)?;
        add_method::<MachinePaths>(&class)?;
        Ok(())
    }
}

struct MachineStart;

impl Asked for MachineStart {
    type Class = Machine;
    const NAMES: [&'static CStr; 2] = [c"start", c"start_json"];
    const DOC: &'static CStr = c"start($self, *, now, id=None, actor=None, fields=...)\n--\n\nBegins an instance in the initial state.";

    fn ask<'py>(handle: &Machine, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(MachineOperation::Start, wire))
    }

    fn ask_json<'py>(handle: &Machine, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(MachineOperation::Start, wire))
    }
}

struct MachineFire;

impl Asked for MachineFire {
    type Class = Machine;
    const NAMES: [&'static CStr; 2] = [c"fire", c"fire_json"];
    const DOC: &'static CStr = c"fire($self, *, instance, event, now, actor=None, permissions=..., facts=..., given=..., expected_version=None)\n--\n\nWhat an event does to an instance, or every reason why it may not happen. Nothing is carried out: effects are told.";

    fn ask<'py>(handle: &Machine, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask(keywords, |wire| handle.0.handle.ask(MachineOperation::Fire, wire))
    }

    fn ask_json<'py>(handle: &Machine, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(MachineOperation::Fire, wire))
    }
}

struct MachineFireAll;

impl Asked for MachineFireAll {
    type Class = Machine;
    const NAMES: [&'static CStr; 2] = [c"fire_all", c"fire_all_json"];
    const DOC: &'static CStr = c"fire_all($self, *, events)\n--\n\nMany events of many instances, one after the other, each for itself.";

    fn ask<'py>(handle: &Machine, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(MachineOperation::FireAll, wire))
    }

    fn ask_json<'py>(handle: &Machine, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(MachineOperation::FireAll, wire))
    }
}

struct MachineStep;

impl Asked for MachineStep {
    type Class = Machine;
    const NAMES: [&'static CStr; 2] = [c"step", c"step_json"];
    const DOC: &'static CStr = c"step($self, *, state, event, facts=...)\n--\n\nWhere an event leads, by names alone: who may and what must be given is not asked.";

    fn ask<'py>(handle: &Machine, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask(keywords, |wire| handle.0.handle.ask(MachineOperation::Step, wire))
    }

    fn ask_json<'py>(handle: &Machine, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(MachineOperation::Step, wire))
    }
}

struct MachineAllowed;

impl Asked for MachineAllowed {
    type Class = Machine;
    const NAMES: [&'static CStr; 2] = [c"allowed", c"allowed_json"];
    const DOC: &'static CStr = c"allowed($self, *, instance, now=None, permissions=..., facts=...)\n--\n\nEvery event: whether it may happen now, and why not.";

    fn ask<'py>(handle: &Machine, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(MachineOperation::Allowed, wire))
    }

    fn ask_json<'py>(handle: &Machine, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(MachineOperation::Allowed, wire))
    }
}

struct MachineDue;

impl Asked for MachineDue {
    type Class = Machine;
    const NAMES: [&'static CStr; 2] = [c"due", c"due_json"];
    const DOC: &'static CStr = c"due($self, *, now, instances)\n--\n\nThe events whose timers have run out, and when to ask again.";

    fn ask<'py>(handle: &Machine, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(MachineOperation::Due, wire))
    }

    fn ask_json<'py>(handle: &Machine, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(MachineOperation::Due, wire))
    }
}

struct MachineReplay;

impl Asked for MachineReplay {
    type Class = Machine;
    const NAMES: [&'static CStr; 2] = [c"replay", c"replay_json"];
    const DOC: &'static CStr = c"replay($self, *, id=None, history)\n--\n\nThe instance that a history leads to, each record checked.";

    fn ask<'py>(handle: &Machine, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(MachineOperation::Replay, wire))
    }

    fn ask_json<'py>(handle: &Machine, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(MachineOperation::Replay, wire))
    }
}

struct MachineDiagram;

impl Asked for MachineDiagram {
    type Class = Machine;
    const NAMES: [&'static CStr; 2] = [c"diagram", c"diagram_json"];
    const DOC: &'static CStr = c"diagram($self, *, drawing, state=None)\n--\n\nThe machine as a picture in Mermaid or DOT, with the present state marked.";

    fn ask<'py>(handle: &Machine, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(MachineOperation::Diagram, wire))
    }

    fn ask_json<'py>(handle: &Machine, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(MachineOperation::Diagram, wire))
    }
}

struct MachinePaths;

impl Asked for MachinePaths {
    type Class = Machine;
    const NAMES: [&'static CStr; 2] = [c"paths", c"paths_json"];
    const DOC: &'static CStr = c"paths($self)\n--\n\nThe shortest path of events to each state.";

    fn ask<'py>(handle: &Machine, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(MachineOperation::Paths, wire))
    }

    fn ask_json<'py>(handle: &Machine, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(MachineOperation::Paths, wire))
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

    /// The definition as JSON text.
    fn to_json<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        self.0.to_json(py)
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> (Bound<'py, PyAny>, (Bound<'py, PyBytes>,)) {
        (slf.get_type().into_any(), (slf.get().0.to_json(slf.py()),))
    }
}

impl DeadlinePolicy {
    fn fill(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add_class::<DeadlinePolicy>()?;
        let class = module.py().get_type::<DeadlinePolicy>();
        add_method::<DeadlinePolicyTrack>(&class)?;
        add_method::<DeadlinePolicyCompliance>(&class)?;
        Ok(())
    }
}

struct DeadlinePolicyTrack;

impl Asked for DeadlinePolicyTrack {
    type Class = DeadlinePolicy;
    const NAMES: [&'static CStr; 2] = [c"track", c"track_json"];
    const DOC: &'static CStr = c"track($self, *, tracked, now)\n--\n\nWhere a case stands: every deadline, what is left of it, and who has to be told.";

    fn ask<'py>(handle: &DeadlinePolicy, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(DeadlinePolicyOperation::Track, wire))
    }

    fn ask_json<'py>(handle: &DeadlinePolicy, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(DeadlinePolicyOperation::Track, wire))
    }
}

struct DeadlinePolicyCompliance;

impl Asked for DeadlinePolicyCompliance {
    type Class = DeadlinePolicy;
    const NAMES: [&'static CStr; 2] = [c"compliance", c"compliance_json"];
    const DOC: &'static CStr = c"compliance($self, *, cases, period, now, by=...)\n--\n\nHow well deadlines were kept over a period, by target, priority and agent.";

    fn ask<'py>(handle: &DeadlinePolicy, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(DeadlinePolicyOperation::Compliance, wire))
    }

    fn ask_json<'py>(handle: &DeadlinePolicy, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(DeadlinePolicyOperation::Compliance, wire))
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

    /// The definition as JSON text.
    fn to_json<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        self.0.to_json(py)
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> (Bound<'py, PyAny>, (Bound<'py, PyBytes>,)) {
        (slf.get_type().into_any(), (slf.get().0.to_json(slf.py()),))
    }
}

impl Tenant {
    fn fill(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add_class::<Tenant>()?;
        let class = module.py().get_type::<Tenant>();
        add_method::<TenantSettings>(&class)?;
        add_method::<TenantStanding>(&class)?;
        add_method::<TenantMay>(&class)?;
        add_method::<TenantPermissions>(&class)?;
        add_method::<TenantMask>(&class)?;
        add_method::<TenantChangeRoles>(&class)?;
        add_method::<TenantFlag>(&class)?;
        add_method::<TenantFlags>(&class)?;
        add_method::<TenantRateLimit>(&class)?;
        add_method::<TenantLockout>(&class)?;
        add_method::<TenantAddress>(&class)?;
        add_method::<TenantQuota>(&class)?;
        add_method::<TenantNextNumber>(&class)?;
        add_method::<TenantNewKey>(&class)?;
        add_method::<TenantCheckKey>(&class)?;
        add_method::<TenantCheckFields>(&class)?;
        add_method::<TenantCheckPolicies>(&class)?;
        add_method::<TenantCompliance>(&class)?;
        add_method::<TenantBudget>(&class)?;
        add_method::<TenantExportPerson>(&class)?;
        add_method::<TenantAnonymise>(&class)?;
        add_method::<TenantRetention>(&class)?;
        add_method::<TenantConsent>(&class)?;
        Ok(())
    }
}

struct TenantSettings;

impl Asked for TenantSettings {
    type Class = Tenant;
    const NAMES: [&'static CStr; 2] = [c"settings", c"settings_json"];
    const DOC: &'static CStr = c"settings($self, *, tenant)\n--\n\nThe tenant's settings, defaults included.";

    fn ask<'py>(handle: &Tenant, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(TenantOperation::Settings, wire))
    }

    fn ask_json<'py>(handle: &Tenant, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(TenantOperation::Settings, wire))
    }
}

struct TenantStanding;

impl Asked for TenantStanding {
    type Class = Tenant;
    const NAMES: [&'static CStr; 2] = [c"standing", c"standing_json"];
    const DOC: &'static CStr = c"standing($self, *, tenant, now, becomes=None)\n--\n\nHow the tenant stands, what that allows, and what it may become; or how it would stand after such a change.";

    fn ask<'py>(handle: &Tenant, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(TenantOperation::Standing, wire))
    }

    fn ask_json<'py>(handle: &Tenant, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(TenantOperation::Standing, wire))
    }
}

struct TenantMay;

impl Asked for TenantMay {
    type Class = Tenant;
    const NAMES: [&'static CStr; 2] = [c"may", c"may_json"];
    const DOC: &'static CStr = c"may($self, *, actor, action, record=None)\n--\n\nWhether somebody may do something with a record, through what, or what they lack.";

    fn ask<'py>(handle: &Tenant, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask(keywords, |wire| handle.0.handle.ask(TenantOperation::May, wire))
    }

    fn ask_json<'py>(handle: &Tenant, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(TenantOperation::May, wire))
    }
}

struct TenantPermissions;

impl Asked for TenantPermissions {
    type Class = Tenant;
    const NAMES: [&'static CStr; 2] = [c"permissions", c"permissions_json"];
    const DOC: &'static CStr = c"permissions($self, *, tenant, id, roles=..., grants=..., denials=..., scopes=None, super_admin=..., across_tenants=...)\n--\n\nEvery permission that somebody holds on all records, in order of name.";

    fn ask<'py>(handle: &Tenant, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(TenantOperation::Permissions, wire))
    }

    fn ask_json<'py>(handle: &Tenant, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(TenantOperation::Permissions, wire))
    }
}

struct TenantMask;

impl Asked for TenantMask {
    type Class = Tenant;
    const NAMES: [&'static CStr; 2] = [c"mask", c"mask_json"];
    const DOC: &'static CStr = c"mask($self, *, actor, entity, record)\n--\n\nA record without what somebody may not see.";

    fn ask<'py>(handle: &Tenant, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(TenantOperation::Mask, wire))
    }

    fn ask_json<'py>(handle: &Tenant, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(TenantOperation::Mask, wire))
    }
}

struct TenantChangeRoles;

impl Asked for TenantChangeRoles {
    type Class = Tenant;
    const NAMES: [&'static CStr; 2] = [c"change_roles", c"change_roles_json"];
    const DOC: &'static CStr = c"change_roles($self, *, actor, members, member, roles)\n--\n\nA member with other roles, as long as an owner remains.";

    fn ask<'py>(handle: &Tenant, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(TenantOperation::ChangeRoles, wire))
    }

    fn ask_json<'py>(handle: &Tenant, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(TenantOperation::ChangeRoles, wire))
    }
}

struct TenantFlag;

impl Asked for TenantFlag {
    type Class = Tenant;
    const NAMES: [&'static CStr; 2] = [c"flag", c"flag_json"];
    const DOC: &'static CStr = c"flag($self, *, flag, subject)\n--\n\nWhether a feature is on, and why.";

    fn ask<'py>(handle: &Tenant, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask(keywords, |wire| handle.0.handle.ask(TenantOperation::Flag, wire))
    }

    fn ask_json<'py>(handle: &Tenant, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(TenantOperation::Flag, wire))
    }
}

struct TenantFlags;

impl Asked for TenantFlags {
    type Class = Tenant;
    const NAMES: [&'static CStr; 2] = [c"flags", c"flags_json"];
    const DOC: &'static CStr = c"flags($self, *, tenant, now, id=None, roles=..., plan=None)\n--\n\nEvery feature, for one subject.";

    fn ask<'py>(handle: &Tenant, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(TenantOperation::Flags, wire))
    }

    fn ask_json<'py>(handle: &Tenant, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(TenantOperation::Flags, wire))
    }
}

struct TenantRateLimit;

impl Asked for TenantRateLimit {
    type Class = Tenant;
    const NAMES: [&'static CStr; 2] = [c"rate_limit", c"rate_limit_json"];
    const DOC: &'static CStr = c"rate_limit($self, *, tenant, now, plan=None, calls)\n--\n\nMay a call go on? Every limit lets it through, or none counts it.";

    fn ask<'py>(handle: &Tenant, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask(keywords, |wire| handle.0.handle.ask(TenantOperation::RateLimit, wire))
    }

    fn ask_json<'py>(handle: &Tenant, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(TenantOperation::RateLimit, wire))
    }
}

struct TenantLockout;

impl Asked for TenantLockout {
    type Class = Tenant;
    const NAMES: [&'static CStr; 2] = [c"lockout", c"lockout_json"];
    const DOC: &'static CStr = c"lockout($self, *, tenant, lockout, now, event, of=None, state=None)\n--\n\nCounts failures up to a lock, and tells whether it is locked.";

    fn ask<'py>(handle: &Tenant, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(TenantOperation::Lockout, wire))
    }

    fn ask_json<'py>(handle: &Tenant, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(TenantOperation::Lockout, wire))
    }
}

struct TenantAddress;

impl Asked for TenantAddress {
    type Class = Tenant;
    const NAMES: [&'static CStr; 2] = [c"address", c"address_json"];
    const DOC: &'static CStr = c"address($self, *, tenant, address, now, rules=...)\n--\n\nWhether an address passes, and by which rule: the most specific range decides.";

    fn ask<'py>(handle: &Tenant, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(TenantOperation::Address, wire))
    }

    fn ask_json<'py>(handle: &Tenant, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(TenantOperation::Address, wire))
    }
}

struct TenantQuota;

impl Asked for TenantQuota {
    type Class = Tenant;
    const NAMES: [&'static CStr; 2] = [c"quota", c"quota_json"];
    const DOC: &'static CStr = c"quota($self, *, tenant, quota, action, now, plan=None, amount=..., key=None, expires_at=None, state=None)\n--\n\nTakes, holds or gives back some of a quota, or asks how much is left.";

    fn ask<'py>(handle: &Tenant, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(TenantOperation::Quota, wire))
    }

    fn ask_json<'py>(handle: &Tenant, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(TenantOperation::Quota, wire))
    }
}

struct TenantNextNumber;

impl Asked for TenantNextNumber {
    type Class = Tenant;
    const NAMES: [&'static CStr; 2] = [c"next_number", c"next_number_json"];
    const DOC: &'static CStr = c"next_number($self, *, tenant, format, now, parts=..., state=None)\n--\n\nThe next number of a format; none ever comes twice.";

    fn ask<'py>(handle: &Tenant, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(TenantOperation::NextNumber, wire))
    }

    fn ask_json<'py>(handle: &Tenant, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(TenantOperation::NextNumber, wire))
    }
}

struct TenantNewKey;

impl Asked for TenantNewKey {
    type Class = Tenant;
    const NAMES: [&'static CStr; 2] = [c"new_key", c"new_key_json"];
    const DOC: &'static CStr = c"new_key($self, *, tenant, id, now, random, prefix=..., scopes=None, expires_at=None, addresses=None, replaces=None, overlap_seconds=...)\n--\n\nMakes an API key of random bits that are given, and the record to keep of it.";

    fn ask<'py>(handle: &Tenant, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(TenantOperation::NewKey, wire))
    }

    fn ask_json<'py>(handle: &Tenant, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(TenantOperation::NewKey, wire))
    }
}

struct TenantCheckKey;

impl Asked for TenantCheckKey {
    type Class = Tenant;
    const NAMES: [&'static CStr; 2] = [c"check_key", c"check_key_json"];
    const DOC: &'static CStr = c"check_key($self, *, tenant, key, now, records, address=None, needs=...)\n--\n\nWhether an API key holds, or every reason against it.";

    fn ask<'py>(handle: &Tenant, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(TenantOperation::CheckKey, wire))
    }

    fn ask_json<'py>(handle: &Tenant, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(TenantOperation::CheckKey, wire))
    }
}

struct TenantCheckFields;

impl Asked for TenantCheckFields {
    type Class = Tenant;
    const NAMES: [&'static CStr; 2] = [c"check_fields", c"check_fields_json"];
    const DOC: &'static CStr = c"check_fields($self, *, tenant, entity, values=..., tags=..., taken=...)\n--\n\nChecks and normalises the custom values and tags of one thing.";

    fn ask<'py>(handle: &Tenant, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(TenantOperation::CheckFields, wire))
    }

    fn ask_json<'py>(handle: &Tenant, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(TenantOperation::CheckFields, wire))
    }
}

struct TenantCheckPolicies;

impl Asked for TenantCheckPolicies {
    type Class = Tenant;
    const NAMES: [&'static CStr; 2] = [c"check_policies", c"check_policies_json"];
    const DOC: &'static CStr = c"check_policies($self, *, tenant, subject)\n--\n\nWhat every policy says about a change, and what follows.";

    fn ask<'py>(handle: &Tenant, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(TenantOperation::CheckPolicies, wire))
    }

    fn ask_json<'py>(handle: &Tenant, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(TenantOperation::CheckPolicies, wire))
    }
}

struct TenantCompliance;

impl Asked for TenantCompliance {
    type Class = Tenant;
    const NAMES: [&'static CStr; 2] = [c"compliance", c"compliance_json"];
    const DOC: &'static CStr = c"compliance($self, *, tenant, subjects)\n--\n\nWhich of the things there are keep the policies.";

    fn ask<'py>(handle: &Tenant, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(TenantOperation::Compliance, wire))
    }

    fn ask_json<'py>(handle: &Tenant, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(TenantOperation::Compliance, wire))
    }
}

struct TenantBudget;

impl Asked for TenantBudget {
    type Class = Tenant;
    const NAMES: [&'static CStr; 2] = [c"budget", c"budget_json"];
    const DOC: &'static CStr = c"budget($self, *, tenant, budget, spent, state=None, now)\n--\n\nHow a budget stands, which thresholds are to be told now, and how the month will end.";

    fn ask<'py>(handle: &Tenant, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(TenantOperation::Budget, wire))
    }

    fn ask_json<'py>(handle: &Tenant, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(TenantOperation::Budget, wire))
    }
}

struct TenantExportPerson;

impl Asked for TenantExportPerson {
    type Class = Tenant;
    const NAMES: [&'static CStr; 2] = [c"export_person", c"export_person_json"];
    const DOC: &'static CStr = c"export_person($self, *, tenant, person, sensitive=..., records)\n--\n\nEverything about one person, and nothing about anybody else.";

    fn ask<'py>(handle: &Tenant, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(TenantOperation::ExportPerson, wire))
    }

    fn ask_json<'py>(handle: &Tenant, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(TenantOperation::ExportPerson, wire))
    }
}

struct TenantAnonymise;

impl Asked for TenantAnonymise {
    type Class = Tenant;
    const NAMES: [&'static CStr; 2] = [c"anonymise", c"anonymise_json"];
    const DOC: &'static CStr = c"anonymise($self, *, tenant, person=None, key, records)\n--\n\nReplaces what names people for good; ids and numbers stay.";

    fn ask<'py>(handle: &Tenant, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(TenantOperation::Anonymise, wire))
    }

    fn ask_json<'py>(handle: &Tenant, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(TenantOperation::Anonymise, wire))
    }
}

struct TenantRetention;

impl Asked for TenantRetention {
    type Class = Tenant;
    const NAMES: [&'static CStr; 2] = [c"retention", c"retention_json"];
    const DOC: &'static CStr = c"retention($self, *, tenant, now, records, held=..., held_classes=...)\n--\n\nWhat has been kept long enough, by class, legal holds apart.";

    fn ask<'py>(handle: &Tenant, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(TenantOperation::Retention, wire))
    }

    fn ask_json<'py>(handle: &Tenant, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(TenantOperation::Retention, wire))
    }
}

struct TenantConsent;

impl Asked for TenantConsent {
    type Class = Tenant;
    const NAMES: [&'static CStr; 2] = [c"consent", c"consent_json"];
    const DOC: &'static CStr = c"consent($self, *, tenant, purpose, version=None, at, history)\n--\n\nWhether a consent held at a moment, and by which entry.";

    fn ask<'py>(handle: &Tenant, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(TenantOperation::Consent, wire))
    }

    fn ask_json<'py>(handle: &Tenant, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(TenantOperation::Consent, wire))
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

    /// The definition as JSON text.
    fn to_json<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        self.0.to_json(py)
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> (Bound<'py, PyAny>, (Bound<'py, PyBytes>,)) {
        (slf.get_type().into_any(), (slf.get().0.to_json(slf.py()),))
    }
}

impl Automation {
    fn fill(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add_class::<Automation>()?;
        let class = module.py().get_type::<Automation>();
        add_method::<AutomationRun>(&class)?;
        Ok(())
    }
}

struct AutomationRun;

impl Asked for AutomationRun {
    type Class = Automation;
    const NAMES: [&'static CStr; 2] = [c"run", c"run_json"];
    const DOC: &'static CStr = c"run($self, *, id, trigger, facts=..., handled=...)\n--\n\nWhat is to be done when something happens, by which rules, and why the others did not run.";

    fn ask<'py>(handle: &Automation, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(AutomationOperation::Run, wire))
    }

    fn ask_json<'py>(handle: &Automation, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(AutomationOperation::Run, wire))
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

    /// The definition as JSON text.
    fn to_json<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        self.0.to_json(py)
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> (Bound<'py, PyAny>, (Bound<'py, PyBytes>,)) {
        (slf.get_type().into_any(), (slf.get().0.to_json(slf.py()),))
    }
}

impl ContactPlan {
    fn fill(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add_class::<ContactPlan>()?;
        let class = module.py().get_type::<ContactPlan>();
        add_method::<ContactPlanDue>(&class)?;
        Ok(())
    }
}

struct ContactPlanDue;

impl Asked for ContactPlanDue {
    type Class = ContactPlan;
    const NAMES: [&'static CStr; 2] = [c"due", c"due_json"];
    const DOC: &'static CStr = c"due($self, *, now, since=None, delayed=..., subjects)\n--\n\nWhat is to be sent now, what waits until when, what is not sent and why, and when to ask again.";

    fn ask<'py>(handle: &ContactPlan, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(ContactPlanOperation::Due, wire))
    }

    fn ask_json<'py>(handle: &ContactPlan, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(ContactPlanOperation::Due, wire))
    }
}

/// A back office as data, checked and compiled: what is kept, who may, and what lists answer.
#[pyclass(frozen, module = "ratebook")]
pub(crate) struct Pack(Held<ratebook::records::Pack>);

type PackOperation = <ratebook::records::Pack as Handle>::Operation;

#[pymethods]
impl Pack {
    #[new]
    #[pyo3(signature = (definition, /))]
    fn new(definition: &Bound<'_, PyAny>) -> PyResult<Self> {
        Held::load(definition).map(Pack)
    }

    /// The definition as JSON text.
    fn to_json<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        self.0.to_json(py)
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> (Bound<'py, PyAny>, (Bound<'py, PyBytes>,)) {
        (slf.get_type().into_any(), (slf.get().0.to_json(slf.py()),))
    }
}

impl Pack {
    fn fill(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add_class::<Pack>()?;
        let class = module.py().get_type::<Pack>();
        add_method::<PackMatches>(&class)?;
        add_method::<PackQuery>(&class)?;
        add_method::<PackCheck>(&class)?;
        add_method::<PackLookUps>(&class)?;
        add_method::<PackDelete>(&class)?;
        add_method::<PackRestore>(&class)?;
        add_method::<PackCarriedOut>(&class)?;
        add_method::<PackMerge>(&class)?;
        add_method::<PackFire>(&class)?;
        add_method::<PackLapse>(&class)?;
        add_method::<PackMask>(&class)?;
        add_method::<PackForm>(&class)?;
        add_method::<PackScreens>(&class)?;
        add_method::<PackSettings>(&class)?;
        add_method::<PackViews>(&class)?;
        add_method::<PackView>(&class)?;
        add_method::<PackDiff>(&class)?;
        add_method::<PackAutomate>(&class)?;
        add_method::<PackContacts>(&class)?;
        add_method::<PackChangeRole>(&class)?;
        add_method::<PackChangeMachine>(&class)?;
        add_method::<PackHistory>(&class)?;
        add_method::<PackNotice>(&class)?;
        add_method::<PackSchema>(&class)?;
        add_method::<PackPlan>(&class)?;
        add_method::<PackOpenApi>(&class)?;
        add_method::<PackRows>(&class)?;
        add_method::<PackWebhook>(&class)?;
        add_method::<PackPersonExport>(&class)?;
        add_method::<PackAnonymisePerson>(&class)?;
        Ok(())
    }
}

struct PackMatches;

impl Asked for PackMatches {
    type Class = Pack;
    const NAMES: [&'static CStr; 2] = [c"matches", c"matches_json"];
    const DOC: &'static CStr = c"matches($self, *, query, records)\n--\n\nWhich of the records at hand a list would answer, in its order and as the actor may see them.";

    fn ask<'py>(handle: &Pack, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(PackOperation::Matches, wire))
    }

    fn ask_json<'py>(handle: &Pack, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(PackOperation::Matches, wire))
    }
}

struct PackQuery;

impl Asked for PackQuery {
    type Class = Pack;
    const NAMES: [&'static CStr; 2] = [c"query", c"query_json"];
    const DOC: &'static CStr = c"query($self, *, entity, actor, now, zone=None, locale=None, filter=..., where=None, q=None, sort=..., limit=None, after=..., fields=..., expand=..., sums=..., facets=..., total=..., export=..., deleted=...)\n--\n\nA question typed and turned into a plan of column numbers, with the actor's rights in it; or refused with every reason.";

    fn ask<'py>(handle: &Pack, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(PackOperation::Query, wire))
    }

    fn ask_json<'py>(handle: &Pack, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(PackOperation::Query, wire))
    }
}

struct PackCheck;

impl Asked for PackCheck {
    type Class = Pack;
    const NAMES: [&'static CStr; 2] = [c"check", c"check_json"];
    const DOC: &'static CStr = c"check($self, *, entity, actor, now, zone=None, id=None, before=None, change=..., replace=..., expected_version=None)\n--\n\nWhat becomes of a record by a change, or of a new one, with all that follows; or every reason why it may not be.";

    fn ask<'py>(handle: &Pack, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(PackOperation::Check, wire))
    }

    fn ask_json<'py>(handle: &Pack, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(PackOperation::Check, wire))
    }
}

struct PackLookUps;

impl Asked for PackLookUps {
    type Class = Pack;
    const NAMES: [&'static CStr; 2] = [c"look_ups", c"look_ups_json"];
    const DOC: &'static CStr = c"look_ups($self, *, entity, actor, now, zone=None, links=..., taken=..., referring=...)\n--\n\nThat nothing of what was looked up stands against a change or a deletion; or every reason why something does.";

    fn ask<'py>(handle: &Pack, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(PackOperation::LookUps, wire))
    }

    fn ask_json<'py>(handle: &Pack, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(PackOperation::LookUps, wire))
    }
}

struct PackDelete;

impl Asked for PackDelete {
    type Class = Pack;
    const NAMES: [&'static CStr; 2] = [c"delete", c"delete_json"];
    const DOC: &'static CStr = c"delete($self, *, entity, actor, now, before, expected_version=None)\n--\n\nWhat becomes of a record that is deleted, and which fields may link to it.";

    fn ask<'py>(handle: &Pack, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(PackOperation::Delete, wire))
    }

    fn ask_json<'py>(handle: &Pack, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(PackOperation::Delete, wire))
    }
}

struct PackRestore;

impl Asked for PackRestore {
    type Class = Pack;
    const NAMES: [&'static CStr; 2] = [c"restore", c"restore_json"];
    const DOC: &'static CStr = c"restore($self, *, entity, actor, now, before, expected_version=None)\n--\n\nWhat becomes of a record that was deleted softly and is brought back.";

    fn ask<'py>(handle: &Pack, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(PackOperation::Restore, wire))
    }

    fn ask_json<'py>(handle: &Pack, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(PackOperation::Restore, wire))
    }
}

struct PackCarriedOut;

impl Asked for PackCarriedOut {
    type Class = Pack;
    const NAMES: [&'static CStr; 2] = [c"carried_out", c"carried_out_json"];
    const DOC: &'static CStr = c"carried_out($self, *, carries)\n--\n\nThat the host carries out every effect of the pack that it does not say is carried out elsewhere; or every one that nobody does, with its place.";

    fn ask<'py>(handle: &Pack, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(PackOperation::CarriedOut, wire))
    }

    fn ask_json<'py>(handle: &Pack, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(PackOperation::CarriedOut, wire))
    }
}

struct PackMerge;

impl Asked for PackMerge {
    type Class = Pack;
    const NAMES: [&'static CStr; 2] = [c"merge", c"merge_json"];
    const DOC: &'static CStr = c"merge($self, *, entity, actor, now, zone=None, kept, other, fields=..., expected_version=None, other_version=None)\n--\n\nWhat becomes of two records that become one: whose values stay, what of the other is left behind, and which fields may link to it.";

    fn ask<'py>(handle: &Pack, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(PackOperation::Merge, wire))
    }

    fn ask_json<'py>(handle: &Pack, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(PackOperation::Merge, wire))
    }
}

struct PackFire;

impl Asked for PackFire {
    type Class = Pack;
    const NAMES: [&'static CStr; 2] = [c"fire", c"fire_json"];
    const DOC: &'static CStr = c"fire($self, *, entity, actor, now, zone=None, before, event, given=..., facts=..., expected_version=None)\n--\n\nWhat an event of its machine does to a record: rights, fields, conditions and stamps in one question.";

    fn ask<'py>(handle: &Pack, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(PackOperation::Fire, wire))
    }

    fn ask_json<'py>(handle: &Pack, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(PackOperation::Fire, wire))
    }
}

struct PackLapse;

impl Asked for PackLapse {
    type Class = Pack;
    const NAMES: [&'static CStr; 2] = [c"lapse", c"lapse_json"];
    const DOC: &'static CStr = c"lapse($self, *, entity, now, zone=None, before)\n--\n\nWhat of a record's deadlines has passed by now: which it has missed, of which it warns, and the events that follow.";

    fn ask<'py>(handle: &Pack, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(PackOperation::Lapse, wire))
    }

    fn ask_json<'py>(handle: &Pack, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(PackOperation::Lapse, wire))
    }
}

struct PackMask;

impl Asked for PackMask {
    type Class = Pack;
    const NAMES: [&'static CStr; 2] = [c"mask", c"mask_json"];
    const DOC: &'static CStr = c"mask($self, *, entity, actor, record=None)\n--\n\nA record without what somebody may not see.";

    fn ask<'py>(handle: &Pack, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(PackOperation::Mask, wire))
    }

    fn ask_json<'py>(handle: &Pack, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(PackOperation::Mask, wire))
    }
}

struct PackForm;

impl Asked for PackForm {
    type Class = Pack;
    const NAMES: [&'static CStr; 2] = [c"form", c"form_json"];
    const DOC: &'static CStr = c"form($self, *, entity, actor, now, record=None)\n--\n\nWhat a screen needs for a record: fields in groups, each with its rules, and what may happen.";

    fn ask<'py>(handle: &Pack, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(PackOperation::Form, wire))
    }

    fn ask_json<'py>(handle: &Pack, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(PackOperation::Form, wire))
    }
}

struct PackScreens;

impl Asked for PackScreens {
    type Class = Pack;
    const NAMES: [&'static CStr; 2] = [c"screens", c"screens_json"];
    const DOC: &'static CStr = c"screens($self, *, actor, now)\n--\n\nWhat the screens of a pack are drawn from: its entities, each as far as somebody may see it, with the life of its records.";

    fn ask<'py>(handle: &Pack, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(PackOperation::Screens, wire))
    }

    fn ask_json<'py>(handle: &Pack, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(PackOperation::Screens, wire))
    }
}

struct PackSettings;

impl Asked for PackSettings {
    type Class = Pack;
    const NAMES: [&'static CStr; 2] = [c"settings", c"settings_json"];
    const DOC: &'static CStr = c"settings($self, *, operator=..., tenant=..., change=..., layer=...)\n--\n\nThe settings of a tenant with where each value comes from, and what is to be kept of a change; or every reason against it.";

    fn ask<'py>(handle: &Pack, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(PackOperation::Settings, wire))
    }

    fn ask_json<'py>(handle: &Pack, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(PackOperation::Settings, wire))
    }
}

struct PackViews;

impl Asked for PackViews {
    type Class = Pack;
    const NAMES: [&'static CStr; 2] = [c"views", c"views_json"];
    const DOC: &'static CStr = c"views($self, *, actor, now)\n--\n\nThe views of the pack that somebody may see, each as far as they may see it.";

    fn ask<'py>(handle: &Pack, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(PackOperation::Views, wire))
    }

    fn ask_json<'py>(handle: &Pack, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(PackOperation::Views, wire))
    }
}

struct PackView;

impl Asked for PackView {
    type Class = Pack;
    const NAMES: [&'static CStr; 2] = [c"view", c"view_json"];
    const DOC: &'static CStr = c"view($self, *, view, actor, now, zone=None, filter=..., where=None, q=None, sort=..., expand=..., limit=None, after=..., lane=None, first=None, last=None, total=...)\n--\n\nWhat a view asks of its records, as plans with the actor's rights in them: of its items, its lanes, its days and its figures.";

    fn ask<'py>(handle: &Pack, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(PackOperation::View, wire))
    }

    fn ask_json<'py>(handle: &Pack, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(PackOperation::View, wire))
    }
}

struct PackDiff;

impl Asked for PackDiff {
    type Class = Pack;
    const NAMES: [&'static CStr; 2] = [c"diff", c"diff_json"];
    const DOC: &'static CStr = c"diff($self, *, entity, before=None, after=None)\n--\n\nWhat tells two images of a record apart, field by field.";

    fn ask<'py>(handle: &Pack, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(PackOperation::Diff, wire))
    }

    fn ask_json<'py>(handle: &Pack, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(PackOperation::Diff, wire))
    }
}

struct PackAutomate;

impl Asked for PackAutomate {
    type Class = Pack;
    const NAMES: [&'static CStr; 2] = [c"automate", c"automate_json"];
    const DOC: &'static CStr = c"automate($self, *, id, entity, record, triggers, now, zone=None, actor=None, followed=None)\n--\n\nWhat the rules of the pack do when something has happened to a record.";

    fn ask<'py>(handle: &Pack, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(PackOperation::Automate, wire))
    }

    fn ask_json<'py>(handle: &Pack, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(PackOperation::Automate, wire))
    }
}

struct PackContacts;

impl Asked for PackContacts {
    type Class = Pack;
    const NAMES: [&'static CStr; 2] = [c"contacts", c"contacts_json"];
    const DOC: &'static CStr = c"contacts($self, *, entity, record, now, zone=None, sent=..., agreed=...)\n--\n\nWhat is to be sent about a record by now by the pack's plans of contacts, what is not and why, and what comes next.";

    fn ask<'py>(handle: &Pack, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(PackOperation::Contacts, wire))
    }

    fn ask_json<'py>(handle: &Pack, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(PackOperation::Contacts, wire))
    }
}

struct PackChangeRole;

impl Asked for PackChangeRole {
    type Class = Pack;
    const NAMES: [&'static CStr; 2] = [c"change_role", c"change_role_json"];
    const DOC: &'static CStr = c"change_role($self, *, actor, name, role=None, members=..., invited=...)\n--\n\nA role of the tenant's own, as it is to be from now on, with all that it includes; or every reason against it.";

    fn ask<'py>(handle: &Pack, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(PackOperation::ChangeRole, wire))
    }

    fn ask_json<'py>(handle: &Pack, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(PackOperation::ChangeRole, wire))
    }
}

struct PackChangeMachine;

impl Asked for PackChangeMachine {
    type Class = Pack;
    const NAMES: [&'static CStr; 2] = [c"change_machine", c"change_machine_json"];
    const DOC: &'static CStr = c"change_machine($self, *, actor, entity, machine=None)\n--\n\nThe machine of the tenant's own by which new records of an entity live from now on, or the pack's again; or every reason against it.";

    fn ask<'py>(handle: &Pack, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(PackOperation::ChangeMachine, wire))
    }

    fn ask_json<'py>(handle: &Pack, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(PackOperation::ChangeMachine, wire))
    }
}

struct PackHistory;

impl Asked for PackHistory {
    type Class = Pack;
    const NAMES: [&'static CStr; 2] = [c"history", c"history_json"];
    const DOC: &'static CStr = c"history($self, *, entity, actor, record=None, entries)\n--\n\nWhat happened to a record, as far as somebody may see it now.";

    fn ask<'py>(handle: &Pack, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(PackOperation::History, wire))
    }

    fn ask_json<'py>(handle: &Pack, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(PackOperation::History, wire))
    }
}

struct PackNotice;

impl Asked for PackNotice {
    type Class = Pack;
    const NAMES: [&'static CStr; 2] = [c"notice", c"notice_json"];
    const DOC: &'static CStr = c"notice($self, *, entity, actor, before=None, after=None, fields=...)\n--\n\nWhat somebody who listens learns of a change, by what they saw of the record before it and see of it afterwards.";

    fn ask<'py>(handle: &Pack, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(PackOperation::Notice, wire))
    }

    fn ask_json<'py>(handle: &Pack, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(PackOperation::Notice, wire))
    }
}

struct PackSchema;

impl Asked for PackSchema {
    type Class = Pack;
    const NAMES: [&'static CStr; 2] = [c"schema", c"schema_json"];
    const DOC: &'static CStr = c"schema($self, *, entity=None)\n--\n\nThe tables in which its records are kept.";

    fn ask<'py>(handle: &Pack, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(PackOperation::Schema, wire))
    }

    fn ask_json<'py>(handle: &Pack, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(PackOperation::Schema, wire))
    }
}

struct PackPlan;

impl Asked for PackPlan {
    type Class = Pack;
    const NAMES: [&'static CStr; 2] = [c"plan", c"plan_json"];
    const DOC: &'static CStr = c"plan($self, *, before=None, accept=...)\n--\n\nWhat has to be done so that the records of another version of the pack are this one's: steps in order, and what is lost.";

    fn ask<'py>(handle: &Pack, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(PackOperation::Plan, wire))
    }

    fn ask_json<'py>(handle: &Pack, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(PackOperation::Plan, wire))
    }
}

struct PackOpenApi;

impl Asked for PackOpenApi {
    type Class = Pack;
    const NAMES: [&'static CStr; 2] = [c"openapi", c"openapi_json"];
    const DOC: &'static CStr = c"openapi($self, *, entity=None)\n--\n\nHow its records are asked over HTTP, as OpenAPI 3.1.";

    fn ask<'py>(handle: &Pack, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(PackOperation::OpenApi, wire))
    }

    fn ask_json<'py>(handle: &Pack, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(PackOperation::OpenApi, wire))
    }
}

struct PackRows;

impl Asked for PackRows {
    type Class = Pack;
    const NAMES: [&'static CStr; 2] = [c"rows", c"rows_json"];
    const DOC: &'static CStr = c"rows($self, *, entity, actor, now, text=None, content_base64=None, style=..., mapping=...)\n--\n\nReads a CSV or XLSX sheet as records; a bad cell spoils no other row.";

    fn ask<'py>(handle: &Pack, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(PackOperation::Rows, wire))
    }

    fn ask_json<'py>(handle: &Pack, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(PackOperation::Rows, wire))
    }
}

struct PackWebhook;

impl Asked for PackWebhook {
    type Class = Pack;
    const NAMES: [&'static CStr; 2] = [c"webhook", c"webhook_json"];
    const DOC: &'static CStr = c"webhook($self, *, source, headers=..., body, secrets, address=None, signed=None, now)\n--\n\nWhat a message from outside is called and what is done of it, where a secret proves it.";

    fn ask<'py>(handle: &Pack, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(PackOperation::Webhook, wire))
    }

    fn ask_json<'py>(handle: &Pack, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(PackOperation::Webhook, wire))
    }
}

struct PackPersonExport;

impl Asked for PackPersonExport {
    type Class = Pack;
    const NAMES: [&'static CStr; 2] = [c"person_export", c"person_export_json"];
    const DOC: &'static CStr = c"person_export($self, *, tenant, person, include_sensitive=..., records)\n--\n\nEverything that records say of one person, and nothing of anybody else.";

    fn ask<'py>(handle: &Pack, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(PackOperation::PersonExport, wire))
    }

    fn ask_json<'py>(handle: &Pack, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(PackOperation::PersonExport, wire))
    }
}

struct PackAnonymisePerson;

impl Asked for PackAnonymisePerson {
    type Class = Pack;
    const NAMES: [&'static CStr; 2] = [c"anonymise_person", c"anonymise_person_json"];
    const DOC: &'static CStr = c"anonymise_person($self, *, tenant, person, salt, records)\n--\n\nReplaces what names one person for good; ids and numbers stay.";

    fn ask<'py>(handle: &Pack, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(PackOperation::AnonymisePerson, wire))
    }

    fn ask_json<'py>(handle: &Pack, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(PackOperation::AnonymisePerson, wire))
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

    /// The definition as JSON text.
    fn to_json<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        self.0.to_json(py)
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> (Bound<'py, PyAny>, (Bound<'py, PyBytes>,)) {
        (slf.get_type().into_any(), (slf.get().0.to_json(slf.py()),))
    }
}

impl Storefront {
    fn fill(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add_class::<Storefront>()?;
        let class = module.py().get_type::<Storefront>();
        add_method::<StorefrontAvailabilityAndPrice>(&class)?;
        add_method::<StorefrontApply>(&class)?;
        add_method::<StorefrontSnapshot>(&class)?;
        Ok(())
    }
}

struct StorefrontAvailabilityAndPrice;

impl Asked for StorefrontAvailabilityAndPrice {
    type Class = Storefront;
    const NAMES: [&'static CStr; 2] = [c"availability_and_price", c"availability_and_price_json"];
    const DOC: &'static CStr = c"availability_and_price($self, *, now, when, request, buyer=..., resources=..., partner=None, hold=None)\n--\n\nWhat is free and at which price, cheapest first, with the reasons of what is not offered.";

    fn ask<'py>(handle: &Storefront, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask(keywords, |wire| handle.0.handle.ask(StorefrontOperation::AvailabilityAndPrice, wire))
    }

    fn ask_json<'py>(handle: &Storefront, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(StorefrontOperation::AvailabilityAndPrice, wire))
    }
}

struct StorefrontApply;

impl Asked for StorefrontApply {
    type Class = Storefront;
    const NAMES: [&'static CStr; 2] = [c"apply", c"apply_json"];
    const DOC: &'static CStr = c"apply($self, *, commands)\n--\n\nMany commands to the calendar, one after the other, each for itself.";

    fn ask<'py>(handle: &Storefront, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(StorefrontOperation::Apply, wire))
    }

    fn ask_json<'py>(handle: &Storefront, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(StorefrontOperation::Apply, wire))
    }
}

struct StorefrontSnapshot;

impl Asked for StorefrontSnapshot {
    type Class = Storefront;
    const NAMES: [&'static CStr; 2] = [c"snapshot", c"snapshot_json"];
    const DOC: &'static CStr = c"snapshot($self)\n--\n\nThe calendar as it is now, as a definition.";

    fn ask<'py>(handle: &Storefront, keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| handle.0.handle.ask(StorefrontOperation::Snapshot, wire))
    }

    fn ask_json<'py>(handle: &Storefront, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| handle.0.handle.ask(StorefrontOperation::Snapshot, wire))
    }
}

struct EngineCodes;

impl Plain for EngineCodes {
    const NAMES: [&'static CStr; 2] = [c"codes", c"codes_json"];
    const DOC: &'static CStr = c"codes(*, family=None)\n--\n\nThe catalogue of every code that an error can carry.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| Function::EngineCodes.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::EngineCodes.ask(wire))
    }
}

struct EngineMessage;

impl Plain for EngineMessage {
    const NAMES: [&'static CStr; 2] = [c"message", c"message_json"];
    const DOC: &'static CStr = c"message(*, reasons, language, zone=None, currency=None)\n--\n\nTells a guest what is wrong, in one of five languages.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| Function::EngineMessage.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::EngineMessage.ask(wire))
    }
}

struct ExpressionEvaluate;

impl Plain for ExpressionEvaluate {
    const NAMES: [&'static CStr; 2] = [c"evaluate", c"evaluate_json"];
    const DOC: &'static CStr = c"evaluate(*, expression, types=..., facts=...)\n--\n\nReads, types and evaluates an expression.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| Function::ExpressionEvaluate.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::ExpressionEvaluate.ask(wire))
    }
}

struct ExpressionCheck;

impl Plain for ExpressionCheck {
    const NAMES: [&'static CStr; 2] = [c"check", c"check_json"];
    const DOC: &'static CStr = c"check(*, expression, types=...)\n--\n\nReads and types an expression: the type of its value, the names it looks at, its canonical form.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| Function::ExpressionCheck.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::ExpressionCheck.ask(wire))
    }
}

struct MoneyRound;

impl Plain for MoneyRound {
    const NAMES: [&'static CStr; 2] = [c"round", c"round_json"];
    const DOC: &'static CStr = c"round(*, money, mode=..., step=...)\n--\n\nRounds an amount to a minor unit, a cash step or any other.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask(keywords, |wire| Function::MoneyRound.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::MoneyRound.ask(wire))
    }
}

struct MoneyAllocate;

impl Plain for MoneyAllocate {
    const NAMES: [&'static CStr; 2] = [c"allocate", c"allocate_json"];
    const DOC: &'static CStr = c"allocate(*, total, among, method=..., step=...)\n--\n\nShares an amount out by weights or in equal parts that add up to it exactly.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| Function::MoneyAllocate.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::MoneyAllocate.ask(wire))
    }
}

struct MoneySum;

impl Plain for MoneySum {
    const NAMES: [&'static CStr; 2] = [c"sum", c"sum_json"];
    const DOC: &'static CStr = c"sum(*, amounts, currency=None)\n--\n\nAdds amounts of one currency up, exactly.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask(keywords, |wire| Function::MoneySum.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::MoneySum.ask(wire))
    }
}

struct MoneyConvert;

impl Plain for MoneyConvert {
    const NAMES: [&'static CStr; 2] = [c"convert", c"convert_json"];
    const DOC: &'static CStr = c"convert(*, money, currency, rates, as_of, max_age_seconds=..., allow_stale=..., mode=..., step=...)\n--\n\nConverts an amount by a table of exchange rates and tells which rate was used.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask(keywords, |wire| Function::MoneyConvert.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::MoneyConvert.ask(wire))
    }
}

struct MoneyCheckRates;

impl Plain for MoneyCheckRates {
    const NAMES: [&'static CStr; 2] = [c"check_rates", c"check_rates_json"];
    const DOC: &'static CStr = c"check_rates(*, rates)\n--\n\nLooks a table of exchange rates over: every row that cannot be used, and why.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| Function::MoneyCheckRates.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::MoneyCheckRates.ask(wire))
    }
}

struct MoneyCurrency;

impl Plain for MoneyCurrency {
    const NAMES: [&'static CStr; 2] = [c"currency", c"currency_json"];
    const DOC: &'static CStr = c"currency(*, currency)\n--\n\nThe facts of one currency: number, name, minor unit, digits shown, cash step.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask(keywords, |wire| Function::MoneyCurrency.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::MoneyCurrency.ask(wire))
    }
}

struct MoneyCurrencies;

impl Plain for MoneyCurrencies {
    const NAMES: [&'static CStr; 2] = [c"currencies", c"currencies_json"];
    const DOC: &'static CStr = c"currencies()\n--\n\nThe facts of every currency.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| Function::MoneyCurrencies.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::MoneyCurrencies.ask(wire))
    }
}

struct MoneyToGateway;

impl Plain for MoneyToGateway {
    const NAMES: [&'static CStr; 2] = [c"to_gateway", c"to_gateway_json"];
    const DOC: &'static CStr = c"to_gateway(*, money, gateway, purpose=..., mode=None)\n--\n\nCounts an amount in the units of a payment gateway.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask(keywords, |wire| Function::MoneyToGateway.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::MoneyToGateway.ask(wire))
    }
}

struct MoneyFromGateway;

impl Plain for MoneyFromGateway {
    const NAMES: [&'static CStr; 2] = [c"from_gateway", c"from_gateway_json"];
    const DOC: &'static CStr = c"from_gateway(*, gateway, currency, units)\n--\n\nThe amount that a payment gateway's units are.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask(keywords, |wire| Function::MoneyFromGateway.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::MoneyFromGateway.ask(wire))
    }
}

struct MoneyFormat;

impl Plain for MoneyFormat {
    const NAMES: [&'static CStr; 2] = [c"format", c"format_json"];
    const DOC: &'static CStr = c"format(*, money, locale, digits=..., mark=...)\n--\n\nWrites an amount as a language and place do.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask(keywords, |wire| Function::MoneyFormat.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::MoneyFormat.ask(wire))
    }
}

struct MoneyParse;

impl Plain for MoneyParse {
    const NAMES: [&'static CStr; 2] = [c"parse", c"parse_json"];
    const DOC: &'static CStr = c"parse(*, text, locale, currency)\n--\n\nReads an amount as a language and place write it.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask(keywords, |wire| Function::MoneyParse.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::MoneyParse.ask(wire))
    }
}

struct TimeDay;

impl Plain for TimeDay {
    const NAMES: [&'static CStr; 2] = [c"day", c"day_json"];
    const DOC: &'static CStr = c"day(*, day)\n--\n\nWhat is known of a day.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask(keywords, |wire| Function::TimeDay.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::TimeDay.ask(wire))
    }
}

struct TimeAddMonths;

impl Plain for TimeAddMonths {
    const NAMES: [&'static CStr; 2] = [c"add_months", c"add_months_json"];
    const DOC: &'static CStr = c"add_months(*, day, months)\n--\n\nThe same day of another month, or the month's last day when it has none.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask(keywords, |wire| Function::TimeAddMonths.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::TimeAddMonths.ask(wire))
    }
}

struct TimeAge;

impl Plain for TimeAge {
    const NAMES: [&'static CStr; 2] = [c"age", c"age_json"];
    const DOC: &'static CStr = c"age(*, born_on, on)\n--\n\nHow old someone is on a day.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask(keywords, |wire| Function::TimeAge.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::TimeAge.ask(wire))
    }
}

struct TimeToInstant;

impl Plain for TimeToInstant {
    const NAMES: [&'static CStr; 2] = [c"to_instant", c"to_instant_json"];
    const DOC: &'static CStr = c"to_instant(*, zone, day, time)\n--\n\nThe moment at which clocks show a time.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask(keywords, |wire| Function::TimeToInstant.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::TimeToInstant.ask(wire))
    }
}

struct TimeToLocal;

impl Plain for TimeToLocal {
    const NAMES: [&'static CStr; 2] = [c"to_local", c"to_local_json"];
    const DOC: &'static CStr = c"to_local(*, zone, instant)\n--\n\nWhat clocks show at a moment.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask(keywords, |wire| Function::TimeToLocal.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::TimeToLocal.ask(wire))
    }
}

struct TimeDayLength;

impl Plain for TimeDayLength {
    const NAMES: [&'static CStr; 2] = [c"day_length", c"day_length_json"];
    const DOC: &'static CStr = c"day_length(*, zone, day)\n--\n\nHow many seconds a day has.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| Function::TimeDayLength.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::TimeDayLength.ask(wire))
    }
}

struct TimeZoneDatabase;

impl Plain for TimeZoneDatabase {
    const NAMES: [&'static CStr; 2] = [c"zone_database", c"zone_database_json"];
    const DOC: &'static CStr = c"zone_database()\n--\n\nWhich release of the IANA zone database is inside.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| Function::TimeZoneDatabase.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::TimeZoneDatabase.ask(wire))
    }
}

struct TimeClockChanges;

impl Plain for TimeClockChanges {
    const NAMES: [&'static CStr; 2] = [c"clock_changes", c"clock_changes_json"];
    const DOC: &'static CStr = c"clock_changes(*, zone, span)\n--\n\nThe moments at which clocks change in a stretch of time.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| Function::TimeClockChanges.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::TimeClockChanges.ask(wire))
    }
}

struct TimeOpenSpans;

impl Plain for TimeOpenSpans {
    const NAMES: [&'static CStr; 2] = [c"open_spans", c"open_spans_json"];
    const DOC: &'static CStr = c"open_spans(*, zone, hours, days)\n--\n\nThe open stretches of days.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| Function::TimeOpenSpans.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::TimeOpenSpans.ask(wire))
    }
}

struct TimeIsOpen;

impl Plain for TimeIsOpen {
    const NAMES: [&'static CStr; 2] = [c"is_open", c"is_open_json"];
    const DOC: &'static CStr = c"is_open(*, zone, hours, instant)\n--\n\nWhether it is open at a moment.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| Function::TimeIsOpen.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::TimeIsOpen.ask(wire))
    }
}

struct TimeOpenTime;

impl Plain for TimeOpenTime {
    const NAMES: [&'static CStr; 2] = [c"open_time", c"open_time_json"];
    const DOC: &'static CStr = c"open_time(*, zone, hours, span)\n--\n\nHow many seconds of a stretch of time are open.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| Function::TimeOpenTime.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::TimeOpenTime.ask(wire))
    }
}

struct TimeAddBusinessDays;

impl Plain for TimeAddBusinessDays {
    const NAMES: [&'static CStr; 2] = [c"add_business_days", c"add_business_days_json"];
    const DOC: &'static CStr = c"add_business_days(*, calendar, day, days)\n--\n\nThe business day so many business days away.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| Function::TimeAddBusinessDays.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::TimeAddBusinessDays.ask(wire))
    }
}

struct TimeBusinessDays;

impl Plain for TimeBusinessDays {
    const NAMES: [&'static CStr; 2] = [c"business_days", c"business_days_json"];
    const DOC: &'static CStr = c"business_days(*, calendar, days)\n--\n\nHow many business days lie in a range.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| Function::TimeBusinessDays.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::TimeBusinessDays.ask(wire))
    }
}

struct TimeAddBusinessTime;

impl Plain for TimeAddBusinessTime {
    const NAMES: [&'static CStr; 2] = [c"add_business_time", c"add_business_time_json"];
    const DOC: &'static CStr = c"add_business_time(*, calendar, start, seconds)\n--\n\nThe moment at which so much business time has passed.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| Function::TimeAddBusinessTime.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::TimeAddBusinessTime.ask(wire))
    }
}

struct TimeBusinessTime;

impl Plain for TimeBusinessTime {
    const NAMES: [&'static CStr; 2] = [c"business_time", c"business_time_json"];
    const DOC: &'static CStr = c"business_time(*, calendar, span)\n--\n\nHow many seconds of business time a stretch holds.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| Function::TimeBusinessTime.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::TimeBusinessTime.ask(wire))
    }
}

struct TimePeriods;

impl Plain for TimePeriods {
    const NAMES: [&'static CStr; 2] = [c"periods", c"periods_json"];
    const DOC: &'static CStr = c"periods(*, interval, anchor, first, count)\n--\n\nBilling periods, the anchor's day kept.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| Function::TimePeriods.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::TimePeriods.ask(wire))
    }
}

struct TimePeriodOf;

impl Plain for TimePeriodOf {
    const NAMES: [&'static CStr; 2] = [c"period_of", c"period_of_json"];
    const DOC: &'static CStr = c"period_of(*, interval, anchor, day)\n--\n\nThe billing period that holds a day.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| Function::TimePeriodOf.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::TimePeriodOf.ask(wire))
    }
}

struct TimeOccurrences;

impl Plain for TimeOccurrences {
    const NAMES: [&'static CStr; 2] = [c"occurrences", c"occurrences_json"];
    const DOC: &'static CStr = c"occurrences(*, zone, recurrence, within=None, limit=None)\n--\n\nThe occurrences of a rule of RFC 5545 by the clocks of a zone, in order of time.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| Function::TimeOccurrences.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::TimeOccurrences.ask(wire))
    }
}

struct TimeCron;

impl Plain for TimeCron {
    const NAMES: [&'static CStr; 2] = [c"cron", c"cron_json"];
    const DOC: &'static CStr = c"cron(*, cron, zone, after, count=...)\n--\n\nThe next moments of a line of cron by the clocks of a zone.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| Function::TimeCron.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::TimeCron.ask(wire))
    }
}

struct FlowMachines;

impl Plain for FlowMachines {
    const NAMES: [&'static CStr; 2] = [c"machines", c"machines_json"];
    const DOC: &'static CStr = c"machines(*, name=None)\n--\n\nThe machines that come with the engine, to be used as they are or changed.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| Function::FlowMachines.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::FlowMachines.ask(wire))
    }
}

struct FlowRetry;

impl Plain for FlowRetry {
    const NAMES: [&'static CStr; 2] = [c"retry", c"retry_json"];
    const DOC: &'static CStr = c"retry(*, policy, attempt, failed_at, first_failed_at=None, permanent=..., random=None)\n--\n\nWhen a failed attempt is followed by the next one: listed or growing delays, with jitter.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| Function::FlowRetry.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::FlowRetry.ask(wire))
    }
}

struct FlowAlert;

impl Plain for FlowAlert {
    const NAMES: [&'static CStr; 2] = [c"alert", c"alert_json"];
    const DOC: &'static CStr = c"alert(*, rule, state=..., samples=..., now)\n--\n\nFollows a figure: an alert that opens once, stays open and clears.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| Function::FlowAlert.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::FlowAlert.ask(wire))
    }
}

struct TenancySlug;

impl Plain for TenancySlug {
    const NAMES: [&'static CStr; 2] = [c"slug", c"slug_json"];
    const DOC: &'static CStr = c"slug(*, name, taken=...)\n--\n\nA name as part of an address, unlike those that are taken.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| Function::TenancySlug.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::TenancySlug.ask(wire))
    }
}

struct TenancyAuditAppend;

impl Plain for TenancyAuditAppend {
    const NAMES: [&'static CStr; 2] = [c"audit_append", c"audit_append_json"];
    const DOC: &'static CStr = c"audit_append(*, tenant, previous=None, at, actor, action, entity, entity_id, ip=None, request_id=None, reason=None, before=..., after=..., masks=...)\n--\n\nMakes the audit record that follows on the last one, with the least that tells before from after.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| Function::TenancyAuditAppend.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::TenancyAuditAppend.ask(wire))
    }
}

struct TenancyAuditVerify;

impl Plain for TenancyAuditVerify {
    const NAMES: [&'static CStr; 2] = [c"audit_verify", c"audit_verify_json"];
    const DOC: &'static CStr = c"audit_verify(*, tenant, records, after=None, anchors=..., revealed=...)\n--\n\nChecks audit records, and tells everything that was changed, removed or reordered.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| Function::TenancyAuditVerify.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::TenancyAuditVerify.ask(wire))
    }
}

struct TenancyAuditAnchor;

impl Plain for TenancyAuditAnchor {
    const NAMES: [&'static CStr; 2] = [c"audit_anchor", c"audit_anchor_json"];
    const DOC: &'static CStr = c"audit_anchor(*, tenant, day, zone=None, records)\n--\n\nOne hash for all audit records of a day.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| Function::TenancyAuditAnchor.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::TenancyAuditAnchor.ask(wire))
    }
}

struct AssignmentChoose;

impl Plain for AssignmentChoose {
    const NAMES: [&'static CStr; 2] = [c"choose", c"choose_json"];
    const DOC: &'static CStr = c"choose(*, candidates, strategy, skills=..., area=None, stays_with=None, now=None)\n--\n\nChooses who takes something: in turns, by load, by skill, or by name.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| Function::AssignmentChoose.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::AssignmentChoose.ask(wire))
    }
}

struct RatesCreate;

impl Plain for RatesCreate {
    const NAMES: [&'static CStr; 2] = [c"create", c"create_json"];
    const DOC: &'static CStr = c"create(*, list, taken_codes=..., created_on, code_prefix=...)\n--\n\nChecks a new list, gives it a code when it has none, and makes it a draft.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| Function::RatesCreate.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::RatesCreate.ask(wire))
    }
}

struct RatesPublish;

impl Plain for RatesPublish {
    const NAMES: [&'static CStr; 2] = [c"publish", c"publish_json"];
    const DOC: &'static CStr = c"publish(*, list, others=..., effective_on=None)\n--\n\nPublishes a draft: its days must not meet those of another list, and its former version ends where it begins.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| Function::RatesPublish.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::RatesPublish.ask(wire))
    }
}

struct RatesUnpublish;

impl Plain for RatesUnpublish {
    const NAMES: [&'static CStr; 2] = [c"unpublish", c"unpublish_json"];
    const DOC: &'static CStr = c"unpublish(*, list, references)\n--\n\nMakes a published list a draft again, when nothing refers to it.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| Function::RatesUnpublish.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::RatesUnpublish.ask(wire))
    }
}

struct RatesArchive;

impl Plain for RatesArchive {
    const NAMES: [&'static CStr; 2] = [c"archive", c"archive_json"];
    const DOC: &'static CStr = c"archive(*, list)\n--\n\nArchives a draft or a published list.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| Function::RatesArchive.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::RatesArchive.ask(wire))
    }
}

struct RatesEdit;

impl Plain for RatesEdit {
    const NAMES: [&'static CStr; 2] = [c"edit", c"edit_json"];
    const DOC: &'static CStr = c"edit(*, list, changed)\n--\n\nChecks a change to a list: only drafts change, and not their code, version or parent.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| Function::RatesEdit.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::RatesEdit.ask(wire))
    }
}

struct RatesCloneList;

impl Plain for RatesCloneList {
    const NAMES: [&'static CStr; 2] = [c"clone_list", c"clone_list_json"];
    const DOC: &'static CStr = c"clone_list(*, list, id=None)\n--\n\nMakes the next version of a list, as a draft that refers to it.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| Function::RatesCloneList.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::RatesCloneList.ask(wire))
    }
}

struct RatesAddBlackout;

impl Plain for RatesAddBlackout {
    const NAMES: [&'static CStr; 2] = [c"add_blackout", c"add_blackout_json"];
    const DOC: &'static CStr = c"add_blackout(*, list, blackout, bookings=...)\n--\n\nAdds a blackout and tells which bookings lie in it.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| Function::RatesAddBlackout.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::RatesAddBlackout.ask(wire))
    }
}

struct RatesRemoveBlackout;

impl Plain for RatesRemoveBlackout {
    const NAMES: [&'static CStr; 2] = [c"remove_blackout", c"remove_blackout_json"];
    const DOC: &'static CStr = c"remove_blackout(*, list, days)\n--\n\nSells days again: blackouts lose them and keep the rest.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| Function::RatesRemoveBlackout.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::RatesRemoveBlackout.ask(wire))
    }
}

struct RatesImport;

impl Plain for RatesImport {
    const NAMES: [&'static CStr; 2] = [c"import_", c"import_json"];
    const DOC: &'static CStr = c"import_(*, text=None, content_base64=None, style=..., on_fault=...)\n--\n\nReads rate lists from a CSV or XLSX file; every faulty row is reported with its column.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| Function::RatesImport.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::RatesImport.ask(wire))
    }
}

struct RatesTaxesFor;

impl Plain for RatesTaxesFor {
    const NAMES: [&'static CStr; 2] = [c"taxes_for", c"taxes_for_json"];
    const DOC: &'static CStr = c"taxes_for(*, region, place_of_supply=None, business_tax_id=None, on, currency=None)\n--\n\nThe taxes of a place of supply, as a rate list would apply them.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| Function::RatesTaxesFor.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::RatesTaxesFor.ask(wire))
    }
}

struct RatesTaxTables;

impl Plain for RatesTaxTables {
    const NAMES: [&'static CStr; 2] = [c"tax_tables", c"tax_tables_json"];
    const DOC: &'static CStr = c"tax_tables(*, region=None)\n--\n\nThe tables of taxes that come with the engine, each with its source, its day, what it covers and what not.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| Function::RatesTaxTables.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::RatesTaxTables.ask(wire))
    }
}

struct RatesBlackoutDays;

impl Plain for RatesBlackoutDays {
    const NAMES: [&'static CStr; 2] = [c"blackout_days", c"blackout_days_json"];
    const DOC: &'static CStr = c"blackout_days(*, list, within=None)\n--\n\nEvery blackout day with its reason.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| Function::RatesBlackoutDays.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::RatesBlackoutDays.ask(wire))
    }
}

struct PlansBoost;

impl Plain for PlansBoost {
    const NAMES: [&'static CStr; 2] = [c"boost", c"boost_json"];
    const DOC: &'static CStr = c"boost(*, currency, current_price, boosted_price, start, hours, zone, minimum_charge=None, min_hours=..., max_hours=..., rounding=...)\n--\n\nThe price of a speed boost: the difference of the monthly prices by the hours' share of the month.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| Function::PlansBoost.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::PlansBoost.ask(wire))
    }
}

struct RecordsReadFiles;

impl Plain for RecordsReadFiles {
    const NAMES: [&'static CStr; 2] = [c"read_files", c"read_files_json"];
    const DOC: &'static CStr = c"read_files(*, files, carries=None, others=...)\n--\n\nReads a pack from its files and checks the whole: every fault of all files, each with its file and its place in it.";

    fn ask<'py>(keywords: Keywords<'_, 'py>) -> PyResult<Bound<'py, PyAny>> {
        wire::ask_detached(keywords, |wire| Function::RecordsReadFiles.ask(wire))
    }

    fn ask_json<'py>(request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        wire::ask_json(request, |wire| Function::RecordsReadFiles.ask(wire))
    }
}

/// Adds the classes, and a module per area for the plain operations.
pub(crate) fn fill(module: &Bound<'_, PyModule>) -> PyResult<()> {
    RateList::fill(module)?;
    RateLists::fill(module)?;
    Plan::fill(module)?;
    CancellationPolicy::fill(module)?;
    Calendar::fill(module)?;
    Machine::fill(module)?;
    DeadlinePolicy::fill(module)?;
    Tenant::fill(module)?;
    Automation::fill(module)?;
    ContactPlan::fill(module)?;
    Pack::fill(module)?;
    Storefront::fill(module)?;
    fill_engine(&crate::area(module, "engine")?)?;
    fill_expression(&crate::area(module, "expression")?)?;
    fill_money(&crate::area(module, "money")?)?;
    fill_time(&crate::area(module, "time")?)?;
    fill_flow(&crate::area(module, "flow")?)?;
    fill_tenancy(&crate::area(module, "tenancy")?)?;
    fill_assignment(&crate::area(module, "assignment")?)?;
    fill_rates(&crate::area(module, "rates")?)?;
    fill_plans(&crate::area(module, "plans")?)?;
    fill_records(&crate::area(module, "records")?)?;
    module.add_class::<Quotes>()
}

fn fill_engine(area: &Bound<'_, PyModule>) -> PyResult<()> {
    add_function::<EngineCodes>(area)?;
    add_function::<EngineMessage>(area)?;
    Ok(())
}

fn fill_expression(area: &Bound<'_, PyModule>) -> PyResult<()> {
    add_function::<ExpressionEvaluate>(area)?;
    add_function::<ExpressionCheck>(area)?;
    Ok(())
}

fn fill_money(area: &Bound<'_, PyModule>) -> PyResult<()> {
    add_function::<MoneyRound>(area)?;
    add_function::<MoneyAllocate>(area)?;
    add_function::<MoneySum>(area)?;
    add_function::<MoneyConvert>(area)?;
    add_function::<MoneyCheckRates>(area)?;
    add_function::<MoneyCurrency>(area)?;
    add_function::<MoneyCurrencies>(area)?;
    add_function::<MoneyToGateway>(area)?;
    add_function::<MoneyFromGateway>(area)?;
    add_function::<MoneyFormat>(area)?;
    add_function::<MoneyParse>(area)?;
    Ok(())
}

fn fill_time(area: &Bound<'_, PyModule>) -> PyResult<()> {
    add_function::<TimeDay>(area)?;
    add_function::<TimeAddMonths>(area)?;
    add_function::<TimeAge>(area)?;
    add_function::<TimeToInstant>(area)?;
    add_function::<TimeToLocal>(area)?;
    add_function::<TimeDayLength>(area)?;
    add_function::<TimeZoneDatabase>(area)?;
    add_function::<TimeClockChanges>(area)?;
    add_function::<TimeOpenSpans>(area)?;
    add_function::<TimeIsOpen>(area)?;
    add_function::<TimeOpenTime>(area)?;
    add_function::<TimeAddBusinessDays>(area)?;
    add_function::<TimeBusinessDays>(area)?;
    add_function::<TimeAddBusinessTime>(area)?;
    add_function::<TimeBusinessTime>(area)?;
    add_function::<TimePeriods>(area)?;
    add_function::<TimePeriodOf>(area)?;
    add_function::<TimeOccurrences>(area)?;
    add_function::<TimeCron>(area)?;
    Ok(())
}

fn fill_flow(area: &Bound<'_, PyModule>) -> PyResult<()> {
    add_function::<FlowMachines>(area)?;
    add_function::<FlowRetry>(area)?;
    add_function::<FlowAlert>(area)?;
    Ok(())
}

fn fill_tenancy(area: &Bound<'_, PyModule>) -> PyResult<()> {
    add_function::<TenancySlug>(area)?;
    add_function::<TenancyAuditAppend>(area)?;
    add_function::<TenancyAuditVerify>(area)?;
    add_function::<TenancyAuditAnchor>(area)?;
    Ok(())
}

fn fill_assignment(area: &Bound<'_, PyModule>) -> PyResult<()> {
    add_function::<AssignmentChoose>(area)?;
    Ok(())
}

fn fill_rates(area: &Bound<'_, PyModule>) -> PyResult<()> {
    add_function::<RatesCreate>(area)?;
    add_function::<RatesPublish>(area)?;
    add_function::<RatesUnpublish>(area)?;
    add_function::<RatesArchive>(area)?;
    add_function::<RatesEdit>(area)?;
    add_function::<RatesCloneList>(area)?;
    add_function::<RatesAddBlackout>(area)?;
    add_function::<RatesRemoveBlackout>(area)?;
    add_function::<RatesImport>(area)?;
    add_function::<RatesTaxesFor>(area)?;
    add_function::<RatesTaxTables>(area)?;
    add_function::<RatesBlackoutDays>(area)?;
    Ok(())
}

fn fill_plans(area: &Bound<'_, PyModule>) -> PyResult<()> {
    add_function::<PlansBoost>(area)?;
    Ok(())
}

fn fill_records(area: &Bound<'_, PyModule>) -> PyResult<()> {
    add_function::<RecordsReadFiles>(area)?;
    Ok(())
}
