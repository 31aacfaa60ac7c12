//! Digits that differ from ISO 4217's minor units: what is displayed, and what can be paid in coins.

use super::Decimal;

/// Digits shown, where Unicode CLDR 48 (`supplementalData.xml`, `currencyData/fractions`, attribute `digits`) differs from
/// ISO 4217. They say how people write an amount and never how it is kept, rounded or sent to a gateway.
static DISPLAY: &[(&str, u32)] = &[
    ("AFN", 0),
    ("ALL", 0),
    ("COP", 0),
    ("HUF", 0),
    ("IDR", 0),
    ("IQD", 0),
    ("IRR", 0),
    ("KPW", 0),
    ("LAK", 0),
    ("LBP", 0),
    ("MGA", 0),
    ("MMK", 0),
    ("PKR", 0),
    ("SOS", 0),
    ("SYP", 0),
    ("YER", 0),
];

/// The smallest coin still in use, as units and digits, where it is larger than the minor unit. Countries of the euro
/// that round to 0.05 do so by national rule, so EUR is not here: give the step.
static CASH: &[(&str, i128, u32)] = &[
    ("AUD", 5, 2),
    ("CAD", 5, 2),
    ("CHF", 5, 2),
    ("CZK", 1, 0),
    ("DKK", 50, 2),
    ("HKD", 10, 2),
    ("HUF", 5, 0),
    ("ILS", 10, 2),
    ("MYR", 5, 2),
    ("NOK", 1, 0),
    ("NZD", 10, 2),
    ("SEK", 1, 0),
    ("SGD", 5, 2),
    ("ZAR", 10, 2),
];

pub(super) fn display(code: &str) -> Option<u32> {
    DISPLAY
        .iter()
        .find_map(|(known, digits)| (*known == code).then_some(*digits))
}

pub(super) fn cash_step(code: &str) -> Option<Decimal> {
    let (_, units, scale) = CASH.iter().find(|(known, ..)| *known == code)?;
    Decimal::from_units(*units, *scale)
}
