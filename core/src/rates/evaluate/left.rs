use super::Work;
use crate::rates::compiled::grid::{Overflow, Units, Whole, share_of_left, sum};
use crate::rates::definition::DiscountedPart;

/// From which nights a discount is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// All of the stay, with what belongs to no night.
    Stay,
    /// Every night.
    Nights,
    /// One night.
    Night(usize),
}

/// What discounts have left of each night: the units, the rest of their tax category, then each further category in a row of
/// its own. The last place of a row holds what belongs to no night.
#[derive(Debug)]
pub(super) struct Left<N> {
    rows: Vec<Vec<N>>,
    units: N,
    all: N,
}

impl<N: Whole> Left<N> {
    /// Before any discount.
    pub(super) fn of<S>(work: &Work<'_, S, N>) -> Result<Self, Overflow> {
        let rest = work.own_category.minus(work.units)?;
        let night_rest = work
            .night_values
            .iter()
            .zip(&work.night_units)
            .map(|(value, units)| value.minus(*units))
            .collect::<Result<_, _>>()?;
        let mut rows = vec![
            with_rest(work.night_units.clone(), work.units)?,
            with_rest(night_rest, rest)?,
        ];
        let mut nights = work.night_others.chunks_exact(work.ask.units.max(1));
        for whole in &work.other_categories {
            rows.push(with_rest(nights.next().unwrap_or_default().to_vec(), *whole)?);
        }
        Ok(Left {
            rows,
            units: work.units,
            all: work.sums.subtotal,
        })
    }

    /// What is left of a part, of which a share is taken.
    pub(super) fn base_of(&self, part: DiscountedPart) -> N {
        match part {
            DiscountedPart::Units => self.units,
            DiscountedPart::Subtotal => self.all,
        }
    }

    /// How much can be taken off a part: no more than is left of everything.
    pub(super) fn of_part(&self, part: DiscountedPart) -> N {
        match part {
            DiscountedPart::Units => self.units.min(self.all),
            DiscountedPart::Subtotal => self.all,
        }
    }

    /// What is left of a part on one night.
    pub(super) fn of_night(&self, part: DiscountedPart, night: usize) -> Result<N, Overflow> {
        self.rows_of(part).iter().try_fold(N::default(), |sum, row| {
            let (_, nights) = row.split_last().unwrap_or((&sum, &[]));
            sum.plus(nights.get(night).copied().unwrap_or_default())
        })
    }

    /// What is left of a part on all nights.
    pub(super) fn of_nights(&self, part: DiscountedPart) -> Result<N, Overflow> {
        self.rows_of(part).iter().try_fold(N::default(), |whole, row| {
            let (_, nights) = row.split_last().unwrap_or((&whole, &[]));
            whole.plus(sum(nights)?)
        })
    }

    /// What is left of each night in the category of units.
    pub(super) fn night_values(&self) -> Result<Vec<N>, Overflow> {
        let [units, rest, ..] = self.rows.as_slice() else {
            return Ok(Vec::new());
        };
        let values = units.iter().zip(rest).map(|(units, rest)| units.plus(*rest));
        let mut values = values.collect::<Result<Vec<_>, _>>()?;
        values.pop();
        Ok(values)
    }

    /// Takes an amount off, where it reaches as far as something is left there: how much of it falls to each tax category, in
    /// whole steps by what is left of each.
    pub(super) fn take(
        &mut self,
        amount: N,
        part: DiscountedPart,
        reach: Reach,
        step: Units,
    ) -> Result<Vec<N>, Overflow> {
        let mut taken = vec![N::default(); self.rows.len() - 1];
        let within = sum(&self.by_category(part, reach)?)?;
        let step_size = N::narrowed(step)?;
        let within = within.max(N::default()).divided(step_size).0.times(step_size)?;
        let beyond = if reach == Reach::Stay {
            N::default()
        } else {
            amount.minus(within)?.max(N::default())
        };
        self.take_within(amount.minus(beyond)?, part, reach, step, &mut taken)?;
        if beyond > N::default() {
            self.take_within(beyond, part, Reach::Stay, step, &mut taken)?;
        }
        self.all = self.all.minus(amount)?;
        Ok(taken)
    }

    fn take_within(
        &mut self,
        amount: N,
        part: DiscountedPart,
        reach: Reach,
        step: Units,
        taken: &mut [N],
    ) -> Result<(), Overflow> {
        let shares = share_of_left(amount, &self.by_category(part, reach)?, step)?;
        for (category, share) in shares.into_iter().enumerate() {
            if let Some(sum) = taken.get_mut(category) {
                *sum = sum.plus(share)?;
            }
            if category > 0 {
                self.lower(category + 1, share, reach)?;
                continue;
            }
            // Of their category, units lose what they are of it.
            let rest = if part == DiscountedPart::Units {
                N::default()
            } else {
                let left = [self.of_row(0, reach)?, self.of_row(1, reach)?];
                share_of_left(share, &left, step)?.pop().unwrap_or_default()
            };
            let units = share.minus(rest)?;
            self.lower(0, units, reach)?;
            self.lower(1, rest, reach)?;
            self.units = self.units.minus(units)?;
        }
        Ok(())
    }

    fn rows_of(&self, part: DiscountedPart) -> &[Vec<N>] {
        match part {
            DiscountedPart::Units => self.rows.get(..1).unwrap_or_default(),
            DiscountedPart::Subtotal => &self.rows,
        }
    }

    /// What of each category a discount finds where it reaches: below zero where reductions are more than charges.
    fn by_category(&self, part: DiscountedPart, reach: Reach) -> Result<Vec<N>, Overflow> {
        let units = self.of_row(0, reach)?;
        if part == DiscountedPart::Units {
            return Ok(vec![units]);
        }
        let own = units.plus(self.of_row(1, reach)?);
        let others = (2..self.rows.len()).map(|row| self.of_row(row, reach));
        std::iter::once(own).chain(others).collect()
    }

    /// What is left of a row where a discount reaches.
    fn of_row(&self, row: usize, reach: Reach) -> Result<N, Overflow> {
        sum(self
            .rows
            .get(row)
            .map(|cells| reached(cells, reach))
            .unwrap_or_default())
    }

    /// Takes off a row: where the discount reaches, and what is more than is left there from all of the row. What reductions
    /// lose is below zero.
    fn lower(&mut self, row: usize, amount: N, reach: Reach) -> Result<(), Overflow> {
        let zero = N::default();
        let Some(cells) = self.rows.get_mut(row).filter(|_| amount != zero) else {
            return Ok(());
        };
        let range = range_of(cells.len(), reach);
        let mut more = amount;
        for range in [range, 0..cells.len()] {
            let Some(cells) = cells.get_mut(range).filter(|_| more != zero) else {
                continue;
            };
            let left = sum(cells)?;
            let here = if more > zero {
                more.min(left.max(zero))
            } else {
                more.max(left.min(zero))
            };
            let shares = share_of_left(here, cells, 1)?;
            for (cell, share) in cells.iter_mut().zip(shares) {
                *cell = cell.minus(share)?;
            }
            more = more.minus(here)?;
        }
        if let Some(cell) = cells.last_mut() {
            *cell = cell.minus(more)?;
        }
        Ok(())
    }
}

/// Nights, and what of a whole belongs to none of them.
fn with_rest<N: Whole>(mut nights: Vec<N>, whole: N) -> Result<Vec<N>, Overflow> {
    let rest = whole.minus(sum(&nights)?)?;
    nights.push(rest);
    Ok(nights)
}

fn reached<N>(cells: &[N], reach: Reach) -> &[N] {
    cells.get(range_of(cells.len(), reach)).unwrap_or_default()
}

fn range_of(cells: usize, reach: Reach) -> std::ops::Range<usize> {
    let nights = cells.saturating_sub(1);
    match reach {
        Reach::Stay => 0..cells,
        Reach::Nights => 0..nights,
        Reach::Night(night) => night.min(nights)..(night + 1).min(nights),
    }
}
