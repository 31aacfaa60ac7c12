use super::grid::{Grid, Overflow, Units};
use crate::money::Decimal;
use crate::rates::definition::{Change, ChildPrice, PriceKind, Prices, RateListDefinition, Season, SingleUse};
use crate::{Code, Reason, Result};

/// The prices of a night: those of the list, or those of one season.
#[derive(Clone, Debug)]
pub(crate) struct PriceRow {
    /// The price by number of adults, 1 first; none where the list has none.
    by_adults: Vec<Option<Units>>,
    /// The price of each adult, for lists by person.
    per_person: Option<Units>,
    /// For lists by the number of people.
    by_people: Option<Box<ByPeople>>,
    /// Each adult beyond the table.
    extra_adult: Option<Units>,
    single_use: Option<Units>,
    /// The price of a child by slot; none where it is a share of what goes by the number of people.
    children: Vec<Option<Units>>,
    pub(crate) label: String,
    pub(crate) rule: String,
}

/// What each adult pays by the number of people.
#[derive(Clone, Debug)]
struct ByPeople {
    /// The fewest people first.
    prices: Vec<(u16, Decimal, Units)>,
    use_larger: bool,
    /// Which slots are a share of so many times such a price: so many percent.
    shares: Vec<Option<(Decimal, u16)>>,
}

impl ByPeople {
    fn price(&self, people: u16) -> Option<(Decimal, Units)> {
        let place = self.prices.partition_point(|(count, ..)| *count < people);
        let (count, exact, units) = *self.prices.get(place)?;
        (count == people || self.use_larger).then_some((exact, units))
    }

    /// What a child pays whose price is a share.
    fn share(&self, slot: usize, people: u16, grid: &Grid) -> Option<Units> {
        let (percent, times) = self.shares.get(slot).copied().flatten()?;
        let whole = self.price(people)?.0.times(Decimal::from(i64::from(times))).ok()?;
        grid.units(percent.percent_of(whole).ok()?).ok()
    }
}

/// What the adults of one unit pay for one night.
#[derive(Clone, Copy, Debug)]
pub(crate) struct UnitPrice {
    pub(crate) amount: Units,
    /// How often: the number of adults for lists by person, once for others.
    pub(crate) count: u16,
    /// Extra adults and what each of them pays.
    pub(crate) extra: Option<(u16, Units)>,
}

impl PriceRow {
    /// Up to how many adults every party has a price, whatever children are with them.
    pub(crate) fn complete_up_to(&self) -> u16 {
        if self.children.iter().any(Option::is_none) {
            return 0;
        }
        let priced = self.by_adults.iter().take_while(|price| price.is_some()).count();
        let all =
            self.per_person.is_some() || (priced == self.by_adults.len() && self.extra_adult.is_some() && priced > 0);
        if all {
            u16::MAX
        } else {
            u16::try_from(priced).unwrap_or(u16::MAX)
        }
    }

    /// What a child pays by a slot, in a party of so many.
    #[inline]
    pub(crate) fn child(&self, slot: usize, people: u16, grid: &Grid) -> Option<Units> {
        let fixed = self.children.get(slot).copied().flatten();
        fixed.or_else(|| self.by_people.as_ref()?.share(slot, people, grid))
    }

    /// What so many adults pay in a party of so many.
    #[inline]
    pub(crate) fn unit(&self, adults: u16, people: u16) -> Option<UnitPrice> {
        let once = |amount| UnitPrice {
            amount,
            count: 1,
            extra: None,
        };
        if people == 1
            && adults == 1
            && let Some(amount) = self.single_use
        {
            return Some(once(amount));
        }
        if let Some(amount) = self.per_person {
            return Some(UnitPrice {
                amount,
                count: adults,
                extra: None,
            });
        }
        let place = usize::from(adults.max(1)) - 1;
        if let Some(amount) = self.by_adults.get(place) {
            return amount.map(once);
        }
        if let Some(by_people) = &self.by_people {
            let (_, amount) = by_people.price(people)?;
            return Some(UnitPrice {
                amount,
                count: adults,
                extra: None,
            });
        }
        let known = u16::try_from(self.by_adults.len()).unwrap_or(u16::MAX);
        let amount = (*self.by_adults.last()?)?;
        Some(UnitPrice {
            amount,
            count: 1,
            extra: Some((adults - known, self.extra_adult?)),
        })
    }
}

/// The exact prices that a row is made from.
struct Exact {
    by_adults: Vec<Option<Decimal>>,
    by_people: Vec<(u16, Decimal)>,
    per_person: Option<Decimal>,
    extra_adult: Option<Decimal>,
    extra_bed: Option<Decimal>,
    child: Option<Decimal>,
    single_use: Option<SingleUse>,
}

/// The row of the list itself and one for each season.
pub(super) fn rows(
    definition: &RateListDefinition,
    slots: &[super::bands::ChildSlot],
    grid: &Grid,
) -> Result<Vec<PriceRow>> {
    let Some(prices) = &definition.prices else {
        return Ok(Vec::new());
    };
    let builder = Builder {
        definition,
        prices,
        slots,
        grid,
    };
    let seasons = definition.seasons.iter().enumerate();
    std::iter::once(builder.row(None))
        .chain(seasons.map(|season| builder.row(Some(season))))
        .collect()
}

struct Builder<'a> {
    definition: &'a RateListDefinition,
    prices: &'a Prices,
    slots: &'a [super::bands::ChildSlot],
    grid: &'a Grid,
}

impl Builder<'_> {
    fn row(&self, season: Option<(usize, &Season)>) -> Result<PriceRow> {
        let place = season.map_or_else(|| "/prices".to_owned(), |(index, _)| format!("/seasons/{index}"));
        let exact = self
            .exact(season.map(|(_, season)| season))
            .map_err(|error| error.under(&place))?;
        let children = self
            .slots
            .iter()
            .map(|slot| self.child(slot, &exact, season.map(|(_, season)| season)));
        let children = children.collect::<Result<_>>().map_err(|error| error.under(&place))?;
        let units = |price: Option<Decimal>| price.map(|price| self.units(price, &place)).transpose();
        let by_adults = exact
            .by_adults
            .iter()
            .map(|price| units(*price))
            .collect::<Result<_>>()?;
        let by_people = self.by_people(&exact, season.map(|(_, season)| season), &place)?;
        Ok(PriceRow {
            by_adults,
            by_people,
            per_person: units(exact.per_person)?,
            extra_adult: units(exact.extra_adult)?,
            single_use: units(self.single_use(&exact)?)?,
            children,
            label: season.map_or_else(|| self.definition.name.clone(), |(_, season)| season.name.clone()),
            rule: place,
        })
    }

    /// The price in units; a price that a season makes negative is a fault of the season.
    fn units(&self, price: Decimal, place: &str) -> Result<Units> {
        if price.is_negative() {
            let message = format!("the price becomes `{}`, below zero", price.normalized());
            return Err(Reason::new(Code::DefinitionRange, place, message)
                .with("price", price)
                .into());
        }
        self.grid
            .units(price)
            .map_err(|Overflow| crate::Error::from(Overflow).under(place))
    }

    fn exact(&self, season: Option<&Season>) -> Result<Exact> {
        let prices = self.prices;
        let changed = |price: Option<Decimal>, change: Option<&Change>| match (price, change) {
            (None, Some(Change::Set(price))) => Ok(Some(*price)),
            (Some(price), Some(change)) => changed_by(price, change).map(Some),
            (price, None) | (price @ None, Some(_)) => Ok(price),
        };
        let whole = season.and_then(|season| season.price.as_ref());
        let by_people = prices.by_people.iter().map(|(people, price)| {
            let own = season.and_then(|season| season.by_people.get(people));
            let price = own.or(whole).map_or(Ok(*price), |change| changed_by(*price, change))?;
            Ok((*people, price))
        });
        Ok(Exact {
            by_adults: self.table(season)?,
            by_people: by_people.collect::<Result<_>>()?,
            per_person: if prices.per_person.is_some() {
                changed(prices.per_person, whole)?
            } else {
                None
            },
            extra_adult: changed(
                prices.extra_adult,
                season.and_then(|season| season.extra_adult.as_ref()),
            )?,
            extra_bed: changed(prices.extra_bed, season.and_then(|season| season.extra_bed.as_ref()))?,
            child: changed(prices.child, season.and_then(|season| season.child.as_ref()))?,
            single_use: season
                .and_then(|season| season.single_use.clone())
                .or_else(|| prices.single_use.clone()),
        })
    }

    /// The table by people, and which slots are shares of it.
    fn by_people(&self, exact: &Exact, season: Option<&Season>, place: &str) -> Result<Option<Box<ByPeople>>> {
        if exact.by_people.is_empty() {
            return Ok(None);
        }
        let prices = exact.by_people.iter();
        let prices = prices.map(|(people, price)| Ok((*people, *price, self.units(*price, place)?)));
        let standard = self.definition.people.standard().max(1);
        let shares = self.slots.iter().map(|slot| match price_of(slot, season).0 {
            ChildPrice::Percent(share) => match share.of {
                PriceKind::Adult => Some((share.percent, 1)),
                PriceKind::Base => Some((share.percent, standard)),
                PriceKind::ExtraBed | PriceKind::Child => None,
            },
            ChildPrice::Free | ChildPrice::Fixed(_) => None,
        });
        Ok(Some(Box::new(ByPeople {
            prices: prices.collect::<Result<_>>()?,
            use_larger: self.definition.people.use_larger_price,
            shares: shares.collect(),
        })))
    }

    /// The table by adults, 1 first: the base price up to the standard occupancy, or the list's own table.
    fn table(&self, season: Option<&Season>) -> Result<Vec<Option<Decimal>>> {
        let prices = self.prices;
        let mut table = Vec::new();
        if let Some(base) = prices.base {
            table.resize(usize::from(self.definition.people.standard().max(1)), Some(base));
        } else if let Some((largest, _)) = prices.by_adults.last_key_value() {
            table = (1..=*largest)
                .map(|adults| prices.by_adults.get(&adults).copied())
                .collect();
        }
        if let Some(season) = season {
            for (adults, price) in (1_u16..).zip(&mut table) {
                let change = season.by_adults.get(&adults).or(season.price.as_ref());
                if let (Some(known), Some(change)) = (*price, change) {
                    *price = Some(changed_by(known, change)?);
                }
            }
        }
        if self.definition.people.use_larger_price {
            let mut larger = None;
            for price in table.iter_mut().rev() {
                larger = price.or(larger);
                *price = larger;
            }
        }
        Ok(table)
    }

    fn single_use(&self, exact: &Exact) -> Result<Option<Decimal>> {
        let Some(single_use) = &exact.single_use else {
            return Ok(None);
        };
        let of_one = |(people, price): &(u16, Decimal)| {
            (*people == 1 || self.definition.people.use_larger_price).then_some(*price)
        };
        let alone = exact
            .per_person
            .or_else(|| exact.by_adults.first().copied().flatten())
            .or_else(|| exact.by_people.first().and_then(of_one));
        match (single_use, alone) {
            (SingleUse::Price(price), _) => Ok(Some(*price)),
            (SingleUse::Percent(percent), Some(alone)) => alone.plus(percent.percent_of(alone)?).map(Some),
            (SingleUse::Amount(amount), Some(alone)) => alone.plus(*amount).map(Some),
            (_, None) => Ok(None),
        }
    }

    fn child(&self, slot: &super::bands::ChildSlot, exact: &Exact, season: Option<&Season>) -> Result<Option<Units>> {
        let (price, of_season) = price_of(slot, season);
        let change = season.and_then(|season| season.child.as_ref());
        let exact_price = match price {
            ChildPrice::Free => Some(Decimal::ZERO),
            ChildPrice::Fixed(price) => Some(match change.filter(|_| !of_season) {
                Some(change) => changed_by(*price, change)?,
                None => *price,
            }),
            ChildPrice::Percent(share) => self.share(share.percent, share.of, exact)?,
        };
        exact_price.map(|price| self.units(price, "")).transpose()
    }

    /// So many percent of a price, divided last: a third of a price may have no end.
    fn share(&self, percent: Decimal, kind: PriceKind, exact: &Exact) -> Result<Option<Decimal>> {
        let Some((whole, heads)) = self.of(kind, exact) else {
            return Ok(None);
        };
        let share = percent.percent_of(whole)?;
        Ok(if heads == 1 {
            Some(share)
        } else {
            share.divided_by(Decimal::from(i64::from(heads)))
        })
    }

    /// A price, and among how many heads it is divided.
    fn of(&self, kind: PriceKind, exact: &Exact) -> Option<(Decimal, u16)> {
        let standard = self.definition.people.standard().max(1);
        let base = || {
            let at_standard = exact.by_adults.get(usize::from(standard) - 1).copied().flatten();
            at_standard.map(|price| (price, standard)).or_else(|| {
                let adults = exact.by_adults.iter().rposition(Option::is_some)?;
                Some((
                    exact.by_adults.get(adults).copied().flatten()?,
                    u16::try_from(adults + 1).ok()?,
                ))
            })
        };
        match kind {
            PriceKind::Adult => exact.per_person.map(|price| (price, 1)).or_else(base),
            PriceKind::Base => match exact.per_person {
                Some(price) => price
                    .times(Decimal::from(i64::from(standard)))
                    .ok()
                    .map(|price| (price, 1)),
                None => base().map(|(price, _)| (price, 1)),
            },
            PriceKind::ExtraBed => exact.extra_bed.map(|price| (price, 1)),
            PriceKind::Child => exact.child.map(|price| (price, 1)),
        }
    }
}

/// What a child pays by a slot, and whether the season itself says so.
fn price_of<'s>(slot: &'s super::bands::ChildSlot, season: Option<&'s Season>) -> (&'s ChildPrice, bool) {
    let own = slot.band.as_ref().and_then(|band| season?.age_bands.get(band));
    own.map_or((&slot.price, false), |price| (price, true))
}

fn changed_by(price: Decimal, change: &Change) -> Result<Decimal> {
    match change {
        Change::Set(price) => Ok(*price),
        Change::Multiply(factor) => price.times(*factor),
        Change::Add(amount) => price.plus(*amount),
        Change::Percent(percent) => price.plus(percent.percent_of(price)?),
    }
}
