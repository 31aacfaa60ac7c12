//! The Arrow C interface in Python capsules: the one place where columns cross as raw pointers.

#![expect(unsafe_code, reason = "the Arrow C interface is made of pointers")]

use std::ffi::CStr;

use arrow_array::ffi::from_ffi;
use arrow_array::ffi_stream::{FFI_ArrowArrayStream, RecordBatchStreamReader};
use arrow_array::{RecordBatch, RecordBatchReader, StructArray};
use arrow_data::ffi::FFI_ArrowArray;
use arrow_schema::ffi::FFI_ArrowSchema;
use arrow_schema::{ArrowError, Schema};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyCapsuleMethods};

const STREAM: &CStr = c"arrow_array_stream";
const SCHEMA: &CStr = c"arrow_schema";
const ARRAY: &CStr = c"arrow_array";

/// Batches that another library lends us.
pub(crate) enum Lent {
    /// One after the other.
    Stream(RecordBatchStreamReader),
    /// A single one.
    Batch(Box<RecordBatch>),
}

/// Takes a table or a record batch from anything that offers one.
pub(crate) fn import(table: &Bound<'_, PyAny>) -> PyResult<Lent> {
    if let Some(offer) = table.getattr_opt("__arrow_c_stream__")? {
        let capsule = offer.call0()?.cast_into::<PyCapsule>()?;
        let pointer = capsule.pointer_checked(Some(STREAM))?.cast::<FFI_ArrowArrayStream>();
        // SAFETY: a capsule of this name holds a live stream by the Arrow PyCapsule interface; it is moved out, and what
        // stays in the capsule is marked as released.
        let reader = unsafe { RecordBatchStreamReader::from_raw(pointer.as_ptr()) };
        return reader.map(Lent::Stream).map_err(refused);
    }
    let Some(offer) = table.getattr_opt("__arrow_c_array__")? else {
        return Err(PyTypeError::new_err(
            "pass a table that speaks Arrow, such as one of pyarrow, polars, pandas or DuckDB",
        ));
    };
    let (schema, array): (Bound<'_, PyCapsule>, Bound<'_, PyCapsule>) = offer.call0()?.extract()?;
    let schema = schema.pointer_checked(Some(SCHEMA))?.cast::<FFI_ArrowSchema>();
    let array = array.pointer_checked(Some(ARRAY))?.cast::<FFI_ArrowArray>();
    // SAFETY: capsules of these names hold a live schema and array by the same interface; the array is moved out and
    // what stays is marked as released, the schema is only read while its capsule lives.
    let taken = unsafe { from_ffi(FFI_ArrowArray::from_raw(array.as_ptr()), schema.as_ref()) };
    let taken = taken.map_err(refused)?;
    if !matches!(taken.data_type(), arrow_schema::DataType::Struct(_)) {
        return Err(PyTypeError::new_err(
            "pass a record batch or a table, not a single column",
        ));
    }
    Ok(Lent::Batch(Box::new(RecordBatch::from(StructArray::from(taken)))))
}

/// Offers batches to another library.
pub(crate) fn export<'py>(
    py: Python<'py>,
    batches: Box<dyn RecordBatchReader + Send>,
) -> PyResult<Bound<'py, PyCapsule>> {
    PyCapsule::new_with_value(py, FFI_ArrowArrayStream::new(batches), STREAM)
}

/// Offers a schema to another library.
pub(crate) fn export_schema<'py>(py: Python<'py>, schema: &Schema) -> PyResult<Bound<'py, PyCapsule>> {
    let schema = FFI_ArrowSchema::try_from(schema).map_err(refused)?;
    PyCapsule::new_with_value(py, schema, SCHEMA)
}

/// The other library's own words.
pub(crate) fn refused(error: ArrowError) -> PyErr {
    PyTypeError::new_err(format!("the table cannot be read: {error}"))
}
