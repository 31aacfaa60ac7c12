//! The operations and handles by number, as `index.js` counts them. Written by `cargo xtask generate`.

use ratebook::api::{Function, Operation, RateListOperation};

/// Every operation.
pub(crate) const OPERATIONS: &[Operation] = &[
    Operation::Function(Function::EngineCodes),
    Operation::RateList(RateListOperation::Price),
    Operation::RateList(RateListOperation::Total),
    Operation::RateList(RateListOperation::Explain),
    Operation::RateList(RateListOperation::QuoteMany),
    Operation::RateList(RateListOperation::TotalMany),
    Operation::RateList(RateListOperation::Grid),
];

/// The keys of every kind of handle.
pub(crate) const HANDLES: &[&str] = &["rate_list"];
