use super::check;
use super::compiled::Compiled;
use super::definition::RateListDefinition;
use super::evaluate::ask::Ask;
use super::evaluate::{self, Sums, screen};
use super::price::{Price, PriceSums};
use super::request::PriceRequest;
use crate::Result;
use crate::fault::{Faults, Limits};
use crate::money::Money;

/// A rate list, checked and compiled: asked for prices as often as you like.
///
/// ```
/// use ratebook::rates::definition::{Prices, Unit};
/// use ratebook::rates::{PriceRequest, RateList, RateListDefinition};
/// use ratebook::time::DayRange;
/// # fn main() -> ratebook::Result<()> {
/// let year = DayRange::new("2026-01-01".parse()?, "2026-12-31".parse()?);
/// let list = RateList::new(
///     RateListDefinition::new("Double room", "EUR".parse()?, year, Unit::Night)
///         .with_prices(Prices::default().with_base("100".parse()?)),
/// )?;
/// let request = PriceRequest::default()
///     .with_check_in("2026-05-01".parse()?)
///     .with_check_out("2026-05-04".parse()?)
///     .with_adults(2);
/// assert_eq!(list.total(&request)?.to_string(), "300.00 EUR");
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
pub struct RateList {
    definition: RateListDefinition,
    compiled: Compiled,
}

impl RateList {
    pub(crate) fn checked(definition: RateListDefinition, mut faults: Faults) -> Result<Self> {
        check::check(&definition, &mut faults);
        faults.finish(())?;
        RateList::compiled(definition)
    }

    /// Compiles a definition in which the check found nothing.
    pub(crate) fn compiled(definition: RateListDefinition) -> Result<Self> {
        let compiled = Compiled::new(&definition)?;
        Ok(RateList { definition, compiled })
    }

    /// The definition it was loaded from.
    pub fn definition(&self) -> &RateListDefinition {
        &self.definition
    }

    /// Prices a request, with every line; or refuses it with every reason.
    pub fn price(&self, request: &PriceRequest) -> Result<Price> {
        let mut ask = Ask::of(request, &self.compiled);
        self.understand(&mut ask)?;
        let (sums, lines) = evaluate::with_lines(&self.definition, &self.compiled, &ask)?;
        let grid = &self.compiled.grid;
        let price = Price {
            list_code: self.compiled.code.clone(),
            list_version: self.definition.version,
            currency: self.definition.currency,
            lines,
            subtotal: grid.decimal(sums.subtotal)?,
            discounts: grid.decimal(sums.discounts)?,
            fees: grid.decimal(sums.fees)?,
            taxes: sums.taxes,
            net: grid.decimal(sums.total - sums.tax)?,
            total: grid.decimal(sums.total)?,
            priced_at: request.as_of,
        };
        Ok(if request.quantity < 0 {
            price.given_back()
        } else {
            price
        })
    }

    /// The total alone: the fast way when nobody reads the lines.
    pub fn total(&self, request: &PriceRequest) -> Result<Money> {
        let mut ask = Ask::of(request, &self.compiled);
        self.understand(&mut ask)?;
        let total = evaluate::sums(&self.definition, &self.compiled, &ask, |sums| sums.total)?;
        let total = if request.quantity < 0 { -total } else { total };
        Ok(Money {
            amount: self.compiled.grid.decimal(total)?,
            currency: self.definition.currency,
        })
    }

    /// What [`RateList::price`] adds up to, as fast as the total alone.
    pub fn sums(&self, request: &PriceRequest) -> Result<PriceSums> {
        let mut ask = Ask::of(request, &self.compiled);
        self.understand(&mut ask)?;
        let sums = evaluate::sums(&self.definition, &self.compiled, &ask, Sums::clone)?;
        let grid = &self.compiled.grid;
        let sums = PriceSums {
            currency: self.definition.currency,
            subtotal: grid.decimal(sums.subtotal)?,
            discounts: grid.decimal(sums.discounts)?,
            fees: grid.decimal(sums.fees)?,
            tax: grid.decimal(sums.tax)?,
            net: grid.decimal(sums.total - sums.tax)?,
            total: grid.decimal(sums.total)?,
        };
        Ok(if request.quantity < 0 { sums.given_back() } else { sums })
    }

    #[cfg(test)]
    pub(crate) fn compiled_list(&self) -> &Compiled {
        &self.compiled
    }

    /// Understands a request that is within its limits and that the list does not refuse.
    #[inline]
    fn understand(&self, ask: &mut Ask<'_>) -> Result<()> {
        ask.request.bounded()?;
        ask.understand(&self.definition, &self.compiled)?;
        screen::screen(&self.definition, &self.compiled, ask)
    }
}
