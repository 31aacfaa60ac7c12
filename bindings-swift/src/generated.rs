//! What the library was made of. Written by `cargo xtask generate`.

/// A number made of every declaration.
pub(crate) const INTERFACE: u64 = 0xe943d69b0b042c1c;
