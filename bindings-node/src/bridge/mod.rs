//! The bridge between JavaScript's spelling of a value and core's types.

pub(crate) mod case;
pub(crate) mod read;
pub(crate) mod write;
