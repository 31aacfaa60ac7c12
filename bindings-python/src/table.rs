//! Pricing whole tables: a column per field of a request, a row per request, over the Arrow C interface.

use std::sync::Arc;

use arrow_array::builder::StringBuilder;
use arrow_array::{ArrayRef, Decimal128Array, RecordBatch, RecordBatchIterator};
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};
use pyo3::prelude::*;
use pyo3::types::PyCapsule;
use ratebook::money::Decimal;
use ratebook::rates::{PriceRequest, RateList};
use ratebook::{Code, Error, Result};

use crate::capsule::{self, Lent};
use crate::cell::Columns;
use crate::errors::raise;

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
    match py.detach(|| read_all(question, lent)) {
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
    codes: StringBuilder,
    paths: StringBuilder,
    messages: StringBuilder,
}

impl Answers {
    fn of<Q: Question>(question: &Q, batch: &RecordBatch) -> Result<Answers> {
        let rows = batch.num_rows();
        let columns = Columns::of(batch)
            .map_err(|fault| Error::new(Code::RequestType, format!("/{}", fault.column), fault.message))?;
        let mut answers = Answers {
            amounts: Q::AMOUNTS.iter().map(|_| Vec::with_capacity(rows)).collect(),
            scale: 0,
            codes: StringBuilder::with_capacity(rows, 0),
            paths: StringBuilder::with_capacity(rows, 0),
            messages: StringBuilder::with_capacity(rows, 0),
        };
        for row in 0..rows {
            let request = columns
                .read::<PriceRequest>(row)
                .map_err(|fault| Error::new(Code::RequestType, format!("/{}", fault.column), fault.message));
            match request.and_then(|request| question.ask(&request)) {
                Ok(amounts) => answers.push(amounts.as_ref()),
                Err(error) => answers.push_error(&error),
            }
        }
        Ok(answers)
    }

    fn push(&mut self, amounts: &[Decimal]) {
        for (column, amount) in self.amounts.iter_mut().zip(amounts) {
            self.scale = self.scale.max(amount.scale());
            column.push(Some(*amount));
        }
        self.codes.append_null();
        self.paths.append_null();
        self.messages.append_null();
    }

    fn push_error(&mut self, error: &Error) {
        for column in &mut self.amounts {
            column.push(None);
        }
        self.codes.append_value(error.code().as_str());
        self.paths.append_value(error.path());
        self.messages.append_value(error.to_string());
    }

    fn into_batch(mut self, schema: &SchemaRef, scale: u32) -> std::result::Result<RecordBatch, ArrowError> {
        let mut columns: Vec<ArrayRef> = Vec::new();
        for column in self.amounts {
            let units = column
                .into_iter()
                .map(|amount| amount.and_then(|amount| amount.units(scale)));
            let units: Decimal128Array = units.collect();
            let scale = i8::try_from(scale).unwrap_or(i8::MAX);
            columns.push(Arc::new(units.with_precision_and_scale(PRECISION, scale)?));
        }
        for texts in [&mut self.codes, &mut self.paths, &mut self.messages] {
            columns.push(Arc::new(texts.finish()));
        }
        RecordBatch::try_new(schema.clone(), columns)
    }
}
