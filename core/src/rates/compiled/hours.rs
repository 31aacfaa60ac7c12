use super::Names;
use super::grid::{Grid, Overflow, Units};
use crate::money::Decimal;
use crate::rates::definition::{HourWindow, Hours, RateListDefinition};
use crate::time::{Day, TimeOfDay, Weekdays, Zone};

/// Microseconds of an hour.
pub(crate) const HOUR: i128 = 3_600_000_000;

/// What hours cost, ready to be charged.
#[derive(Clone, Debug)]
pub(crate) struct CompiledHours {
    pub(crate) zone: Zone,
    pub(crate) windows: Vec<Window>,
    pub(crate) window_names: Vec<Names>,
    /// Length in microseconds and price.
    pub(crate) blocks: Vec<(i128, Units)>,
    pub(crate) block_names: Vec<Names>,
    pub(crate) minimum_charge: Option<Units>,
    pub(crate) minimum_names: Names,
    pub(crate) increment: Option<i128>,
    pub(crate) after: Option<After>,
    pub(crate) after_names: Names,
}

/// A window of the wall clock.
#[derive(Clone, Debug)]
pub(crate) struct Window {
    pub(crate) definition: HourWindow,
    /// The price of an hour from so many microseconds of the whole span on, longest first; the plain one comes last.
    tiers: Vec<(i128, Rate)>,
}

/// An exact price of an hour.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rate {
    over: i128,
    under: i128,
}

/// What comes on top outside ordinary hours.
#[derive(Clone, Debug)]
pub(crate) struct After {
    pub(crate) opens: TimeOfDay,
    pub(crate) closes: TimeOfDay,
    pub(crate) weekdays: Weekdays,
    pub(crate) rate: Rate,
}

impl Rate {
    fn new(price: Decimal, grid: &Grid) -> Result<Rate, Overflow> {
        let price = price.normalized();
        let digits = price.scale().max(grid.digits());
        let over = price.units(digits).ok_or(Overflow)?;
        let under = 10_i128.checked_pow(digits - grid.digits()).ok_or(Overflow)?;
        Ok(Rate { over, under })
    }

    /// The price of so many microseconds, rounded as a line.
    pub(crate) fn of(self, microseconds: i128, grid: &Grid) -> Result<Units, Overflow> {
        let over = self.over.checked_mul(microseconds).ok_or(Overflow)?;
        grid.line(over, self.under.checked_mul(HOUR).ok_or(Overflow)?)
    }

    /// The price of an hour.
    pub(crate) fn hour(self, grid: &Grid) -> Result<Units, Overflow> {
        grid.line(self.over, self.under)
    }
}

impl Window {
    fn new(window: &HourWindow, grid: &Grid) -> Result<Window, Overflow> {
        let tier = |at_least: Decimal, price: Decimal| Ok((microseconds(at_least)?, Rate::new(price, grid)?));
        let tiers = window.tiers.iter().map(|one| tier(one.at_least, one.price));
        let mut tiers = tiers.collect::<Result<Vec<_>, Overflow>>()?;
        tiers.sort_by_key(|(at_least, _)| std::cmp::Reverse(*at_least));
        tiers.push((i128::MIN, Rate::new(window.price, grid)?));
        Ok(Window {
            definition: window.clone(),
            tiers,
        })
    }

    /// The price of an hour when the whole span has that length.
    pub(crate) fn rate(&self, whole: i128) -> Option<Rate> {
        self.tiers
            .iter()
            .find(|(at_least, _)| whole >= *at_least)
            .map(|(_, rate)| *rate)
    }

    /// Whether it opens on that day.
    pub(crate) fn opens_on(&self, day: Day) -> bool {
        let days = &self.definition.days;
        self.definition.weekdays.contains(day.weekday())
            && (days.is_empty() || days.iter().any(|range| range.contains(day)))
    }
}

impl CompiledHours {
    pub(super) fn new(definition: &RateListDefinition, hours: &Hours, grid: &Grid) -> Result<CompiledHours, Overflow> {
        let blocks = hours
            .blocks
            .iter()
            .map(|block| Ok((microseconds(block.hours)?, grid.units(block.price)?)));
        let names = |names: Vec<&str>, field: &str| {
            let named = names.into_iter().enumerate();
            named
                .map(|(index, name)| Names::new(name, &format!("/hours/{field}/{index}")))
                .collect()
        };
        let after = hours.after_hours.as_ref().map(|after| {
            let (opens, closes, weekdays) = (after.opens, after.closes, after.weekdays);
            Ok(After {
                opens,
                closes,
                weekdays,
                rate: Rate::new(after.amount, grid)?,
            })
        });
        Ok(CompiledHours {
            zone: definition.zone.clone().unwrap_or(Zone::UTC),
            windows: hours
                .windows
                .iter()
                .map(|window| Window::new(window, grid))
                .collect::<Result<_, _>>()?,
            window_names: names(
                hours.windows.iter().map(|window| window.name.as_str()).collect(),
                "windows",
            ),
            blocks: blocks.collect::<Result<_, Overflow>>()?,
            block_names: names(hours.blocks.iter().map(|block| block.name.as_str()).collect(), "blocks"),
            minimum_charge: hours.minimum_charge.map(|charge| grid.units(charge)).transpose()?,
            minimum_names: Names::new("up to the minimum charge", "/hours/minimum_charge"),
            increment: hours.increment_minutes.map(|minutes| i128::from(minutes) * 60_000_000),
            after: after.transpose()?,
            after_names: Names::new("after hours", "/hours/after_hours"),
        })
    }
}

fn microseconds(hours: Decimal) -> Result<i128, Overflow> {
    let exact = hours
        .times(Decimal::from(3_600_000_000))
        .ok()
        .and_then(|micros| micros.units(0));
    exact.ok_or(Overflow)
}
