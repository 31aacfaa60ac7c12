//! The bridge between JavaScript's spelling of a value and core's types.

pub(crate) mod case;
mod read;
mod write;

pub(crate) use read::Camel;
pub(crate) use write::to_camel_json;
