//! Way C: a class with getters for every type, and an argument for every field. Only what pricing needs is written out,
//! without equality, `repr`, pickling or `to_dict`, which way B has for all types at once.

use std::collections::BTreeMap;
use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDate, PyDateAccess, PyDateTime, PyTuple, PyType};
use ratebook::rates::{self, PriceRequest, RateList};
use ratebook::time::{Day, Instant};

use crate::{failed, load};

fn decimal(py: Python<'_>, value: ratebook::money::Decimal) -> PyResult<Bound<'_, PyAny>> {
    static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    CLASS.import(py, "decimal", "Decimal")?.call1((value.to_string(),))
}

fn date(py: Python<'_>, day: Day) -> PyResult<Bound<'_, PyDate>> {
    let (year, month, of_month) = day.ymd();
    PyDate::new(py, year, month as u8, of_month as u8)
}

fn day(value: Option<Bound<'_, PyDate>>) -> PyResult<Option<Day>> {
    let Some(value) = value else { return Ok(None) };
    let day = Day::new(value.get_year(), value.get_month().into(), value.get_day().into());
    day.map(Some).ok_or_else(|| failed("no such day"))
}

fn instant(value: Option<Bound<'_, PyDateTime>>) -> PyResult<Option<Instant>> {
    let Some(value) = value else { return Ok(None) };
    let text: String = value.call_method0("isoformat")?.extract()?;
    text.parse().map(Some).map_err(failed)
}

#[pyclass(frozen)]
pub struct ClassList(RateList);

#[pymethods]
impl ClassList {
    #[new]
    fn new(definition: &[u8]) -> PyResult<Self> {
        load(definition).map(ClassList)
    }

    #[pyo3(signature = (*, check_in = None, check_out = None, first = None, last = None, start = None, end = None,
        adults = 0, children = vec![], birth_dates = vec![], quantity = 1, booked_on = None, as_of = None,
        supplements = BTreeMap::new(), promo_codes = vec![], promo_uses = BTreeMap::new(), tags = vec![],
        channel = None, place_of_supply = None, business_tax_id = None, preview = false))]
    #[expect(clippy::too_many_arguments, reason = "one for every field: that is this way")]
    fn price(
        &self,
        check_in: Option<Bound<'_, PyDate>>,
        check_out: Option<Bound<'_, PyDate>>,
        first: Option<Bound<'_, PyDate>>,
        last: Option<Bound<'_, PyDate>>,
        start: Option<Bound<'_, PyDateTime>>,
        end: Option<Bound<'_, PyDateTime>>,
        adults: u16,
        children: Vec<u8>,
        birth_dates: Vec<Bound<'_, PyDate>>,
        quantity: i32,
        booked_on: Option<Bound<'_, PyDate>>,
        as_of: Option<Bound<'_, PyDateTime>>,
        supplements: BTreeMap<String, u32>,
        promo_codes: Vec<String>,
        promo_uses: BTreeMap<String, u32>,
        tags: Vec<String>,
        channel: Option<String>,
        place_of_supply: Option<String>,
        business_tax_id: Option<String>,
        preview: bool,
    ) -> PyResult<Price> {
        let births: PyResult<Vec<_>> = birth_dates.into_iter().map(|one| day(Some(one))).collect();
        let request = PriceRequest {
            check_in: day(check_in)?,
            check_out: day(check_out)?,
            first: day(first)?,
            last: day(last)?,
            start: instant(start)?,
            end: instant(end)?,
            adults,
            children: children.into_iter().collect(),
            birth_dates: births?.into_iter().flatten().collect(),
            quantity,
            booked_on: day(booked_on)?,
            as_of: instant(as_of)?,
            supplements,
            promo_codes,
            promo_uses,
            tags,
            channel,
            place_of_supply,
            business_tax_id,
            preview,
        };
        self.0
            .price(&request)
            .map(|price| Price(Arc::new(price)))
            .map_err(failed)
    }

    #[pyo3(signature = (*, check_in, check_out, adults = 0, children = vec![], booked_on = None))]
    fn total(
        &self,
        check_in: Bound<'_, PyDate>,
        check_out: Bound<'_, PyDate>,
        adults: u16,
        children: Vec<u8>,
        booked_on: Option<Bound<'_, PyDate>>,
    ) -> PyResult<Money> {
        let request = PriceRequest {
            check_in: day(Some(check_in))?,
            check_out: day(Some(check_out))?,
            adults,
            children: children.into_iter().collect(),
            booked_on: day(booked_on)?,
            ..PriceRequest::default()
        };
        self.0.total(&request).map(Money).map_err(failed)
    }
}

#[pyclass(frozen)]
pub struct Money(ratebook::money::Money);

#[pymethods]
impl Money {
    #[getter]
    fn amount<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        decimal(py, self.0.amount)
    }

    #[getter]
    fn currency(&self) -> &'static str {
        self.0.currency.code()
    }
}

#[pyclass(frozen)]
pub struct Price(Arc<rates::Price>);

impl Price {
    fn inner(&self) -> &rates::Price {
        &self.0
    }
}

#[pymethods]
impl Price {
    #[getter]
    fn list_code(&self) -> Option<&str> {
        self.0.list_code.as_deref()
    }

    #[getter]
    fn list_version(&self) -> u32 {
        self.0.list_version
    }

    #[getter]
    fn currency(&self) -> &'static str {
        self.0.currency.code()
    }

    #[getter]
    fn lines<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, (0..self.0.lines.len()).map(|place| Line(self.0.clone(), place)))
    }

    #[getter]
    fn taxes<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, (0..self.0.taxes.len()).map(|place| TaxTotal(self.0.clone(), place)))
    }

    #[getter]
    fn subtotal<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        decimal(py, self.inner().subtotal)
    }

    #[getter]
    fn discounts<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        decimal(py, self.inner().discounts)
    }

    #[getter]
    fn fees<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        decimal(py, self.inner().fees)
    }

    #[getter]
    fn net<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        decimal(py, self.inner().net)
    }

    #[getter]
    fn total<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        decimal(py, self.inner().total)
    }
}

#[pyclass(frozen)]
pub struct Line(Arc<rates::Price>, usize);

impl Line {
    fn inner(&self) -> &rates::Line {
        &self.0.lines[self.1]
    }
}

#[pymethods]
impl Line {
    #[getter]
    fn kind(&self) -> LineKind {
        match self.inner().kind {
            rates::LineKind::Unit => LineKind::Unit,
            rates::LineKind::ExtraAdult => LineKind::ExtraAdult,
            rates::LineKind::Child => LineKind::Child,
            rates::LineKind::Hours => LineKind::Hours,
            rates::LineKind::Minimum => LineKind::Minimum,
            rates::LineKind::Supplement => LineKind::Supplement,
            rates::LineKind::Extra => LineKind::Extra,
            rates::LineKind::Discount => LineKind::Discount,
            rates::LineKind::Fee => LineKind::Fee,
            rates::LineKind::Tax => LineKind::Tax,
            rates::LineKind::Rounding => LineKind::Rounding,
        }
    }

    #[getter]
    fn label(&self) -> &str {
        &self.inner().label
    }

    #[getter]
    fn rule(&self) -> &str {
        &self.inner().rule
    }

    #[getter]
    fn day<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyDate>>> {
        self.inner().day.map(|day| date(py, day)).transpose()
    }

    #[getter]
    fn quantity<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        decimal(py, self.inner().quantity)
    }

    #[getter]
    fn unit_amount<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        decimal(py, self.inner().unit_amount)
    }

    #[getter]
    fn amount<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        decimal(py, self.inner().amount)
    }

    #[getter]
    fn tax_category(&self) -> Option<&str> {
        self.inner().tax_category.as_deref()
    }
}

/// What a line is for.
#[pyclass(frozen, eq, eq_int, hash)]
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub enum LineKind {
    Unit,
    ExtraAdult,
    Child,
    Hours,
    Minimum,
    Supplement,
    Extra,
    Discount,
    Fee,
    Tax,
    Rounding,
}

#[pyclass(frozen)]
pub struct TaxTotal(Arc<rates::Price>, usize);

impl TaxTotal {
    fn inner(&self) -> &rates::TaxTotal {
        &self.0.taxes[self.1]
    }
}

#[pymethods]
impl TaxTotal {
    #[getter]
    fn name(&self) -> &str {
        &self.inner().name
    }

    #[getter]
    fn percent<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.inner().percent.map(|percent| decimal(py, percent)).transpose()
    }

    #[getter]
    fn base<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        decimal(py, self.inner().base)
    }

    #[getter]
    fn amount<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        decimal(py, self.inner().amount)
    }

    #[getter]
    fn inclusive(&self) -> bool {
        self.inner().inclusive
    }

    #[getter]
    fn category(&self) -> Option<&str> {
        self.inner().category.as_deref()
    }
}

/// Adds every class of this way.
pub fn fill(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<ClassList>()?;
    module.add_class::<Money>()?;
    module.add_class::<Price>()?;
    module.add_class::<Line>()?;
    module.add_class::<LineKind>()?;
    module.add_class::<TaxTotal>()
}
