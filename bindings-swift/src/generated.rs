//! What the library was made of. Written by `cargo xtask generate`.

/// A number made of every declaration.
pub(crate) const INTERFACE: u64 = 0xd8d3c5d89fa35f62;
