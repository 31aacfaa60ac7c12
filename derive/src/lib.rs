//! Derives for the declared types of the crate `ratebook`, which they serve alone.
//!
//! `#[derive(Limits)]`: the limits that a type states for its schema (`#[schemars(range(…), length(…))]`) hold for its values too,
//! whichever way they were made. The implementation refers to `crate::fault`.
//!
//! `#[derive(NoSchema)]` stands where `schemars::JsonSchema` does, when schemas are not asked for.
//!
//! `#[derive(Build)]`: a type is made of what it needs and set field by field, as its declaration for serde says.

mod attributes;
mod build;
mod limits;

use proc_macro::TokenStream;
use syn::{DeriveInput, parse_macro_input};

/// Implements `crate::fault::Limits` by what `#[schemars(…)]` says of each field, and of what the fields hold. A text, the texts
/// of a list and the names of a map's entries are names with `extend("format" = "name")`, the values of a map with
/// `extend("valueFormat" = "name")`; `"reference"` and `"text"` say that they are not checked as names. A field with
/// `#[limits(judged)]` is left to the operation, which judges what it holds instead of refusing it.
#[proc_macro_derive(Limits, attributes(limits, schemars, serde))]
pub fn derive_limits(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    limits::implementation(&input)
        .unwrap_or_else(|error| error.to_compile_error())
        .into()
}

/// `new` with the fields that have no default for serde, in their order, or `Default` where every field has one; and for each public
/// field a method `with_<field>` that sets it. Texts, lists and maps are taken as whatever makes one; an optional field takes what
/// it holds.
#[proc_macro_derive(Build, attributes(serde))]
pub fn derive_build(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    build::implementation(&input)
        .unwrap_or_else(|error| error.to_compile_error())
        .into()
}

/// Nothing: what a type says for its schema is left to the other derives.
#[proc_macro_derive(NoSchema, attributes(schemars))]
pub fn derive_no_schema(_: TokenStream) -> TokenStream {
    TokenStream::new()
}
