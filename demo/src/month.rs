use std::fmt::Write;

use ratebook::Result;
use ratebook::money::Decimal;
use ratebook::rates::{GridCell, GridParty, GridRequest, RateList};
use ratebook::time::{Day, DayRange, Weekday};

/// Background colours of a terminal, from the cheapest night to the dearest.
const SHADES: [u8; 5] = [194, 157, 229, 216, 210];
/// The same without colour.
const MARKS: [char; 5] = ['·', '░', '▒', '▓', '█'];

/// A month as a calendar: one night for two adults in each cell, shaded by its price.
pub(crate) fn heat_map(list: &RateList, days: DayRange, coloured: bool) -> Result<String> {
    let mut request = GridRequest::new(days, [1], [GridParty::new(2)]);
    request.booked_on = days.first.plus(-14);
    let grid = list.grid(&request)?;
    let prices = Prices::of(&grid.cells);

    let mut text = format!("  {}, in {}\n  ", days, grid.currency);
    for weekday in Weekday::ALL {
        let _ = write!(text, "{:<13}", weekday.to_string());
    }
    let before = days.first.weekday() as usize;
    let _ = write!(text, "\n  {:width$}", "", width = before * 13);
    for (place, cell) in grid.cells.iter().enumerate() {
        if place > 0 && (place + before).is_multiple_of(7) {
            text.push_str("\n  ");
        }
        text.push_str(&written(cell.arrival, prices.step(cell.total), cell.total, coloured));
    }
    text.push('\n');
    Ok(text)
}

fn written(day: Day, step: Option<usize>, total: Option<Decimal>, coloured: bool) -> String {
    let (_, _, day) = day.ymd();
    let price = total.map_or_else(|| "–".to_owned(), |total| total.to_string());
    let shade = step.and_then(|step| Some((SHADES.get(step)?, MARKS.get(step)?)));
    match shade {
        Some((shade, _)) if coloured => format!("\u{1b}[48;5;{shade};30m {day:>2} {price:>6} \u{1b}[0m  "),
        Some((_, mark)) => format!("{day:>2} {mark} {price:<8}"),
        None if coloured => format!(" {day:>2} {price:>6}   "),
        None => format!("{day:>2}   {price:<8}"),
    }
}

/// The cheapest and the dearest night.
struct Prices {
    lowest: Decimal,
    highest: Decimal,
}

impl Prices {
    fn of(cells: &[GridCell]) -> Prices {
        let totals = || cells.iter().filter_map(|cell| cell.total);
        Prices {
            lowest: totals().min().unwrap_or(Decimal::ZERO),
            highest: totals().max().unwrap_or(Decimal::ZERO),
        }
    }

    /// In which fifth between the two a price lies.
    fn step(&self, total: Option<Decimal>) -> Option<usize> {
        let cents = |amount: Decimal| amount.units(2);
        let above = cents(total?)? - cents(self.lowest)?;
        let width = cents(self.highest)? - cents(self.lowest)? + 1;
        usize::try_from(above * 5 / width).ok()
    }
}
