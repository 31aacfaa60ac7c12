//! JSON of the server's own making, read and written: what cannot be is a defect.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::failure::Failure;

fn defect(error: serde_json::Error) -> Failure {
    Failure::defect(error.to_string())
}

/// What the store has answered, such as the records of a page.
pub(crate) fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Failure> {
    serde_json::from_slice(bytes).map_err(defect)
}

/// Something as bytes, such as the body of an answer.
pub(crate) fn bytes<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>, Failure> {
    serde_json::to_vec(value).map_err(defect)
}

/// Something as text, such as what a table keeps.
pub(crate) fn text<T: Serialize + ?Sized>(value: &T) -> Result<String, Failure> {
    serde_json::to_string(value).map_err(defect)
}

/// Something as a tree.
pub(crate) fn value<T: Serialize + ?Sized>(value: &T) -> Result<serde_json::Value, Failure> {
    serde_json::to_value(value).map_err(defect)
}
