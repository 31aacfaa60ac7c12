//! What does it cost? A rate list, a stay, and its price line by line.
//!
//! ```text
//! Double room    100.00 EUR
//! Double room    100.00 EUR
//! Summer         125.00 EUR
//! VAT             32.50 EUR
//! to be paid     357.50 EUR
//! rates.not_valid: the list is valid 2026-01-01…2026-12-31; 1 day is outside, 2027-01-01
//! ```

#![expect(clippy::print_stdout, reason = "an example shows what it gets")]

use ratebook::rates::definition::{Change, Prices, Season, Tax, TaxRate, Unit};
use ratebook::rates::{PriceRequest, RateList, RateListDefinition};
use ratebook::time::DayRange;

fn main() -> ratebook::Result<()> {
    let year = DayRange::new("2026-01-01".parse()?, "2026-12-31".parse()?);
    let summer = DayRange::new("2026-06-15".parse()?, "2026-09-15".parse()?);
    let list = RateList::new(
        RateListDefinition::new("Double room", "EUR".parse()?, year, Unit::Night)
            .with_prices(Prices::default().with_base("100.00".parse()?))
            .with_seasons([Season::new("Summer", [summer]).with_price(Change::Percent("25".parse()?))])
            .with_taxes([Tax::new("VAT", TaxRate::Percent("10".parse()?))]),
    )?;

    let stay = PriceRequest::default()
        .with_check_in("2026-06-13".parse()?)
        .with_check_out("2026-06-16".parse()?)
        .with_adults(2);
    let price = list.price(&stay)?;
    for line in &price.lines {
        println!("{:<12} {:>8} {}", line.label, line.amount, price.currency);
    }
    println!("{:<12} {:>8} {}", "to be paid", price.total, price.currency);

    // What is not sold is refused with every reason.
    if let Err(refused) = list.total(&stay.with_check_out("2027-01-02".parse()?)) {
        println!("{}: {refused}", refused.code());
    }
    Ok(())
}
