//! The operations and handles by number, as `index.js` counts them. Written by `cargo xtask generate`.

use ratebook::api::{Function, Operation, RateListOperation, RateListsOperation};

/// Every operation.
pub(crate) const OPERATIONS: &[Operation] = &[
    Operation::Function(Function::EngineCodes),
    Operation::Function(Function::ExpressionEvaluate),
    Operation::Function(Function::MoneyRound),
    Operation::Function(Function::MoneyAllocate),
    Operation::Function(Function::MoneySum),
    Operation::Function(Function::MoneyConvert),
    Operation::Function(Function::MoneyCurrency),
    Operation::Function(Function::MoneyCurrencies),
    Operation::Function(Function::MoneyToGateway),
    Operation::Function(Function::MoneyFromGateway),
    Operation::Function(Function::MoneyFormat),
    Operation::Function(Function::MoneyParse),
    Operation::Function(Function::RatesCreate),
    Operation::Function(Function::RatesPublish),
    Operation::Function(Function::RatesUnpublish),
    Operation::Function(Function::RatesArchive),
    Operation::Function(Function::RatesEdit),
    Operation::Function(Function::RatesCloneList),
    Operation::Function(Function::RatesAddBlackout),
    Operation::Function(Function::RatesRemoveBlackout),
    Operation::Function(Function::RatesImport),
    Operation::Function(Function::RatesTaxesFor),
    Operation::Function(Function::RatesBlackoutDays),
    Operation::RateList(RateListOperation::Price),
    Operation::RateList(RateListOperation::Total),
    Operation::RateList(RateListOperation::Explain),
    Operation::RateList(RateListOperation::QuoteMany),
    Operation::RateList(RateListOperation::TotalMany),
    Operation::RateList(RateListOperation::Grid),
    Operation::RateLists(RateListsOperation::Cheapest),
    Operation::RateLists(RateListsOperation::Select),
    Operation::RateLists(RateListsOperation::Overlaps),
    Operation::RateLists(RateListsOperation::ValidateDates),
    Operation::RateLists(RateListsOperation::Simulate),
    Operation::RateLists(RateListsOperation::Export),
    Operation::RateLists(RateListsOperation::BulkUpdate),
];

/// The keys of every kind of handle.
pub(crate) const HANDLES: &[&str] = &["rate_list", "rate_lists"];
