//! Any bytes as a rate list; what loads must price, or refuse, without a panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use ratebook::form::{self, Family};
use ratebook::rates::{PriceRequest, RateList};

fuzz_target!(|bytes: &[u8]| {
    let walked = form::parse(bytes, Family::Definition).and_then(RateList::load);
    let quick = RateList::load_text(bytes);
    if bytes.trim_ascii_start().starts_with(b"{") {
        // The quick way and the one that finds every fault agree; what is no object may be TOML.
        assert_eq!(quick.as_ref().map(RateList::definition).ok(), walked.as_ref().map(RateList::definition).ok());
        assert_eq!(quick.as_ref().err().map(ToString::to_string), walked.as_ref().err().map(ToString::to_string));
    }
    let Ok(list) = quick else { return };
    let valid = list.definition().valid;
    let mut request = PriceRequest::default().with_check_in(valid.first).with_booked_on(valid.first);
    request.check_out = valid.first.plus(3);
    let request = request.with_adults(2).with_children([1, 8]);
    let total = list.total(&request).ok().map(|total| total.amount);
    let price = list.price(&request).ok();
    assert_eq!(price.as_ref().map(|price| price.total), total);
    if let Some(price) = price {
        let sum = price.lines.iter().try_fold(ratebook::money::Decimal::ZERO, |sum, line| sum.plus(line.amount));
        assert!(sum.is_err() || sum.is_ok_and(|sum| sum == price.total));
    }
});
