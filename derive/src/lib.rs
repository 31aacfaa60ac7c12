//! `#[derive(Limits)]`: the limits that a type states for its schema (`#[schemars(range(…), length(…))]`) hold for its values too,
//! whichever way they were made. The implementation refers to `crate::fault`, so it serves the crate `ratebook` alone.

mod attributes;
mod limits;

use proc_macro::TokenStream;
use syn::{DeriveInput, parse_macro_input};

/// Implements `crate::fault::Limits` by what `#[schemars(…)]` says of each field, and of what the fields hold. A field with
/// `#[limits(judged)]` is left to the operation, which judges what it holds instead of refusing it.
#[proc_macro_derive(Limits, attributes(limits, schemars, serde))]
pub fn derive_limits(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    limits::implementation(&input)
        .unwrap_or_else(|error| error.to_compile_error())
        .into()
}
