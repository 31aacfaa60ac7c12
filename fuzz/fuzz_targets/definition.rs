//! Any bytes as a rate list; what loads must price, or refuse, without a panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use ratebook::api::Handle;
use ratebook::rates::{PriceRequest, RateList};

fuzz_target!(|bytes: &[u8]| {
    let Ok(list) = RateList::load_text(bytes) else { return };
    let valid = list.definition().valid;
    let request = PriceRequest {
        check_in: Some(valid.first),
        check_out: valid.first.plus(3),
        adults: 2,
        children: vec![1, 8],
        booked_on: Some(valid.first),
        ..PriceRequest::default()
    };
    let total = list.total(&request).ok().map(|total| total.amount);
    let price = list.price(&request).ok();
    assert_eq!(price.as_ref().map(|price| price.total), total);
    if let Some(price) = price {
        let sum = price.lines.iter().try_fold(ratebook::money::Decimal::ZERO, |sum, line| sum.plus(line.amount));
        assert!(sum.is_err() || sum.is_ok_and(|sum| sum == price.total));
    }
});
