//! What the library was made of. Written by `cargo xtask generate`.

/// A number made of every declaration.
pub(crate) const INTERFACE: u64 = 0xf98bf1fbe91a9b97;
