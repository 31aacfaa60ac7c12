//! Pricing whole tables: a column per field of a request, a row per request, over the Arrow C interface.

use std::sync::Arc;

use arrow_array::builder::StringBuilder;
use arrow_array::{ArrayRef, Decimal128Array, RecordBatch, RecordBatchIterator, new_null_array};
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};
use pyo3::prelude::*;
use pyo3::types::PyCapsule;
use ratebook::money::Decimal;
use ratebook::rates::{PriceRequest, RateList};
use ratebook::{Code, Error, Result};

use crate::capsule::{self, Lent};
use crate::cell::Columns;
use crate::errors::raise;
use crate::fork;

/// A table of answers, in the Arrow C interface.
#[pyclass(frozen, module = "ratebook")]
pub(crate) struct Quotes {
    schema: SchemaRef,
    batches: Vec<RecordBatch>,
}

#[pymethods]
impl Quotes {
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        capsule::export_schema(py, &self.schema)
    }

    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        // Another schema is a wish that the interface lets us leave unmet.
        let _ = requested_schema;
        let batches: Vec<_> = self.batches.iter().cloned().map(Ok).collect();
        capsule::export(py, Box::new(RecordBatchIterator::new(batches, self.schema.clone())))
    }

    fn __len__(&self) -> usize {
        self.batches.iter().map(RecordBatch::num_rows).sum()
    }
}

/// What each row is asked for, and the amounts that answer it.
trait Question: Sync {
    const AMOUNTS: &'static [&'static str];
    type Amounts: AsRef<[Decimal]> + Send;
    fn ask(&self, request: &PriceRequest) -> Result<Self::Amounts>;
}

/// The total alone.
struct Total<'a>(&'a RateList);

impl Question for Total<'_> {
    const AMOUNTS: &'static [&'static str] = &["total"];
    type Amounts = [Decimal; 1];

    fn ask(&self, request: &PriceRequest) -> Result<[Decimal; 1]> {
        self.0.total(request).map(|total| [total.amount])
    }
}

/// The sums of a price.
struct Sums<'a>(&'a RateList);

impl Question for Sums<'_> {
    const AMOUNTS: &'static [&'static str] = &["total", "subtotal", "discounts", "fees", "taxes", "net"];
    type Amounts = [Decimal; 6];

    fn ask(&self, request: &PriceRequest) -> Result<[Decimal; 6]> {
        let sums = self.0.sums(request)?;
        Ok([sums.total, sums.subtotal, sums.discounts, sums.fees, sums.tax, sums.net])
    }
}

/// Prices every row.
pub(crate) fn quote(py: Python<'_>, list: &RateList, table: &Bound<'_, PyAny>) -> PyResult<Quotes> {
    answer(py, &Sums(list), table)
}

/// The total of every row.
pub(crate) fn total(py: Python<'_>, list: &RateList, table: &Bound<'_, PyAny>) -> PyResult<Quotes> {
    answer(py, &Total(list), table)
}

fn answer<Q: Question>(py: Python<'_>, question: &Q, table: &Bound<'_, PyAny>) -> PyResult<Quotes> {
    let lent = capsule::import(table)?;
    match fork::away(py, || read_all(question, lent)) {
        Ok(quotes) => Ok(quotes),
        Err(Trouble::Core(error)) => Err(raise(py, &error)),
        Err(Trouble::Arrow(error)) => Err(capsule::refused(error)),
    }
}

enum Trouble {
    Core(Error),
    Arrow(ArrowError),
}

fn read_all<Q: Question>(question: &Q, lent: Lent) -> std::result::Result<Quotes, Trouble> {
    let mut read = Vec::new();
    match lent {
        Lent::Batch(batch) => read.push(Answers::of(question, &batch).map_err(Trouble::Core)?),
        Lent::Stream(batches) => {
            for batch in batches {
                let batch = batch.map_err(Trouble::Arrow)?;
                read.push(Answers::of(question, &batch).map_err(Trouble::Core)?);
            }
        }
    }
    // One scale for the whole table: that of the finest amount.
    let scale = read.iter().map(|answers| answers.scale).max().unwrap_or(0);
    let schema = schema(Q::AMOUNTS, scale);
    let mut batches = Vec::with_capacity(read.len());
    for answers in read {
        batches.push(answers.into_batch(&schema, scale).map_err(Trouble::Arrow)?);
    }
    Ok(Quotes { schema, batches })
}

/// How many digits a `decimal128` of the table has.
const PRECISION: u8 = 38;

fn schema(amounts: &[&str], scale: u32) -> SchemaRef {
    let kind = DataType::Decimal128(PRECISION, i8::try_from(scale).unwrap_or(i8::MAX));
    let amounts = amounts.iter().map(|name| Field::new(*name, kind.clone(), true));
    let texts = ["code", "path", "message"].map(|name| Field::new(name, DataType::Utf8, true));
    Arc::new(Schema::new(amounts.chain(texts).collect::<Vec<_>>()))
}

/// The answers to one batch, column by column.
struct Answers {
    amounts: Vec<Vec<Option<Decimal>>>,
    scale: u32,
    /// The rows that were refused, and why.
    refused: Vec<(usize, Error)>,
}

impl Answers {
    fn of<Q: Question>(question: &Q, batch: &RecordBatch) -> Result<Answers> {
        let rows = batch.num_rows();
        let columns = Columns::of(batch)
            .map_err(|fault| Error::new(Code::RequestType, format!("/{}", fault.column), fault.message))?;
        let mut answers = Answers {
            amounts: Q::AMOUNTS.iter().map(|_| Vec::with_capacity(rows)).collect(),
            scale: 0,
            refused: Vec::new(),
        };
        let mut request = PriceRequest::default();
        for row in 0..rows {
            match columns.read_over(row, &mut request) {
                Ok(()) => match question.ask(&request) {
                    Ok(amounts) => answers.push(amounts.as_ref()),
                    Err(error) => answers.refuse(row, error),
                },
                Err(fault) => {
                    let error = Error::new(Code::RequestType, format!("/{}", fault.column), fault.message);
                    answers.refuse(row, error);
                }
            }
        }
        Ok(answers)
    }

    fn push(&mut self, amounts: &[Decimal]) {
        for (column, amount) in self.amounts.iter_mut().zip(amounts) {
            self.scale = self.scale.max(amount.scale());
            column.push(Some(*amount));
        }
    }

    fn refuse(&mut self, row: usize, error: Error) {
        for column in &mut self.amounts {
            column.push(None);
        }
        self.refused.push((row, error));
    }

    fn into_batch(self, schema: &SchemaRef, scale: u32) -> std::result::Result<RecordBatch, ArrowError> {
        let rows = self.amounts.first().map_or(0, Vec::len);
        let mut columns: Vec<ArrayRef> = Vec::new();
        for column in self.amounts {
            let units = column
                .into_iter()
                .map(|amount| amount.and_then(|amount| units(amount, scale)));
            let units: Decimal128Array = units.collect();
            let scale = i8::try_from(scale).unwrap_or(i8::MAX);
            columns.push(Arc::new(units.with_precision_and_scale(PRECISION, scale)?));
        }
        let told: [fn(&Error) -> String; 3] = [
            |error| error.code().as_str().to_owned(),
            |error| error.path().to_owned(),
            Error::to_string,
        ];
        for tell in told {
            columns.push(texts(&self.refused, rows, tell));
        }
        RecordBatch::try_new(schema.clone(), columns)
    }
}

#[inline]
fn units(amount: Decimal, scale: u32) -> Option<i128> {
    if amount.scale() == scale {
        Some(amount.mantissa())
    } else {
        amount.units(scale)
    }
}

/// A text for each row that was refused, and nothing for the others.
fn texts(refused: &[(usize, Error)], rows: usize, tell: fn(&Error) -> String) -> ArrayRef {
    if refused.is_empty() {
        return new_null_array(&DataType::Utf8, rows);
    }
    let mut texts = StringBuilder::with_capacity(rows, refused.len() * 16);
    let mut next = 0;
    for (row, error) in refused {
        texts.append_nulls(row - next);
        texts.append_value(tell(error));
        next = row + 1;
    }
    texts.append_nulls(rows - next);
    Arc::new(texts.finish())
}
