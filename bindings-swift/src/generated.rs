//! What the library was made of. Written by `cargo xtask generate`.

/// A number made of every declaration.
pub(crate) const INTERFACE: u64 = 0x79d0a02cb959c752;
