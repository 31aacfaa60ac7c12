//! `cargo run -p ratebook-demo`: a rate list and a calendar are asked. What does this stay cost, and why? What does each night of a
//! month cost? What is free in a week of a studio? What may happen next to a booking? And why can this not be had?
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a demonstration is there to be read"
)]

mod life;
mod month;
mod stay;
mod week;

use std::io::IsTerminal;
use std::process::ExitCode;

use ratebook::Result;
use ratebook::calendar::Calendar;
use ratebook::rates::{PriceRequest, RateList};
use ratebook::time::DayRange;

const LIST: &str = include_str!("../seaside-family-room.json");
const STUDIO: &str = include_str!("../studio.json");

fn main() -> ExitCode {
    match shown(std::io::stdout().is_terminal()) {
        Ok(text) => {
            print!("{text}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// The whole demonstration, in colour where the reader's terminal has it.
fn shown(coloured: bool) -> Result<String> {
    let list = RateList::load_text(LIST.as_bytes())?;
    let family = PriceRequest::default()
        .with_check_in("2026-12-18".parse()?)
        .with_check_out("2026-12-25".parse()?)
        .with_adults(2)
        .with_children([8, 1])
        .with_booked_on("2026-09-01".parse()?);
    let new_year = family
        .clone()
        .with_check_in("2026-12-29".parse()?)
        .with_check_out("2026-12-31".parse()?)
        .with_adults(4);
    let studio = Calendar::load_text(STUDIO.as_bytes())?;
    let december = DayRange {
        first: "2026-12-01".parse()?,
        last: "2026-12-31".parse()?,
    };
    Ok([
        "What does it cost? Two adults and children of 8 and 1, over Christmas:\n".to_owned(),
        stay::priced(&list, &family)?,
        "What does a night cost? Every night of December for two adults, and when there is none to be had:\n"
            .to_owned(),
        month::heat_map(&list, december, coloured)?,
        "Why not? Four adults and the children from 29 to 31 December:\n".to_owned(),
        stay::refused(&list, &new_year),
        "Is it free? A week of a studio, `·` free, `█` booked, `▒` held, `░` kept free between bookings:\n".to_owned(),
        week::shown(&studio)?,
        "What may happen next? A room booking from hold to end, and one event too many:\n".to_owned(),
        life::lived()?,
    ]
    .join("\n"))
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_price_a_month_a_week_and_refusals() {
        let text = super::shown(false).expect("the list loads and the stay is sold");
        assert!(text.contains("1236.86 EUR"), "{text}");
        assert!(text.contains("2026-12-01"), "{text}");
        assert!(text.contains("2026-11-24 12:00+01:00"), "{text}");
        assert!(text.contains("completed    version 5"), "{text}");
        for code in ["rates.blackout", "rates.min_stay", "rates.occupancy", "calendar.held"] {
            assert!(text.contains(code), "{code} is missing in\n{text}");
        }
        assert!(!text.contains('\u{1b}'), "colour where there is no terminal");
    }
}
