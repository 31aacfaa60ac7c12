//! What is free, and at which price? What a search page asks: one calendar and its rate lists.
//!
//! ```text
//! garden: 180.00 EUR
//! lake: 280.00 EUR
//! b-1 takes the garden room
//! lake: 280.00 EUR
//! garden: calendar.sold_out
//! ```

#![expect(clippy::print_stdout, reason = "an example shows what it gets")]

use ratebook::books::{AvailabilityAndPriceRequest, Storefront, StorefrontOffer};
use ratebook::calendar::definition::{Booking, Resource, ResourceMode, StayDays, Take, When};
use ratebook::calendar::{BookRequest, Calendar, CalendarDefinition};
use ratebook::rates::definition::{Prices, Unit};
use ratebook::rates::{PriceRequest, RateList, RateListDefinition};
use ratebook::time::{DayRange, Instant, Zone};

fn main() -> ratebook::Result<()> {
    let rooms = ["garden", "lake"].map(|id| Resource::new(id, Zone::UTC).with_mode(ResourceMode::Nights));
    let calendar = Calendar::new(CalendarDefinition::new(rooms))?;
    let year = DayRange::new("2026-01-01".parse()?, "2026-12-31".parse()?);
    let list = |code: &str, base: &str| {
        let definition = RateListDefinition::new(code, "EUR".parse()?, year, Unit::Night).with_code(code);
        RateList::new(definition.with_prices(Prices::default().with_base(base.parse()?)))
    };
    let offers = [
        StorefrontOffer::new("garden", "GARDEN"),
        StorefrontOffer::new("lake", "LAKE"),
    ];
    let lists = vec![list("GARDEN", "90.00")?, list("LAKE", "140.00")?];
    let storefront = Storefront::new(calendar, lists, &offers)?;

    let now: Instant = "2026-05-01T08:00:00Z".parse()?;
    let stay = When::Stay(StayDays::new("2026-05-04".parse()?, "2026-05-06".parse()?));
    let asked = AvailabilityAndPriceRequest::new(now, stay, PriceRequest::default().with_adults(2));
    for offer in storefront.availability_and_price(&asked)?.offers {
        println!("{}: {} {}", offer.resource, offer.total, offer.currency);
    }

    let taken = Booking::new("b-1", [Take::new("garden", stay)]);
    storefront.calendar().book(&BookRequest::new(now, taken))?;
    println!("b-1 takes the garden room");
    let found = storefront.availability_and_price(&asked)?;
    for offer in found.offers {
        println!("{}: {} {}", offer.resource, offer.total, offer.currency);
    }
    for refused in found.not_offered {
        let reasons: Vec<&str> = refused.reasons.iter().map(|reason| reason.code.as_str()).collect();
        println!("{}: {}", refused.resource, reasons.join(", "));
    }
    Ok(())
}
