//! Fields that nearly every table has, read without serde.

use ratebook::rates::PriceRequest;
use ratebook::time::Day;

use super::{Cells, Column};

/// A field that nearly every table has, which is put in without asking for its name again at each row.
#[derive(Clone, Copy)]
pub(super) enum Plain {
    Day(fn(&mut PriceRequest) -> &mut Option<Day>),
    Adults,
    Quantity,
    Children,
    /// Any other, which is read by serde.
    No,
}

impl Plain {
    pub(super) fn of(name: &str) -> Plain {
        match name {
            "check_in" => Plain::Day(|request| &mut request.check_in),
            "check_out" => Plain::Day(|request| &mut request.check_out),
            "first" => Plain::Day(|request| &mut request.first),
            "last" => Plain::Day(|request| &mut request.last),
            "booked_on" => Plain::Day(|request| &mut request.booked_on),
            "adults" => Plain::Adults,
            "quantity" => Plain::Quantity,
            "children" => Plain::Children,
            _ => Plain::No,
        }
    }
}

impl Column<'_> {
    /// Puts a cell into its field; nothing when it is not as plain as that, or out of range. A cell that is null is a field
    /// that is not given.
    #[inline]
    pub(super) fn put(&self, field: Plain, row: usize, request: &mut PriceRequest) -> Option<()> {
        let given = self.array.is_valid(row);
        match field {
            Plain::Day(day) => {
                *day(request) = match &self.cells {
                    Cells::Day(days) if given => Some(Day::from_number(*days.get(row)?)?),
                    Cells::Day(_) => None,
                    _ => return None,
                }
            }
            Plain::Adults => request.adults = if given { self.whole(row)? } else { 0 },
            Plain::Quantity => request.quantity = if given { self.whole(row)? } else { 1 },
            Plain::Children => {
                request.children.clear();
                if given {
                    self.put_ages(row, &mut request.children)?;
                }
            }
            Plain::No => return None,
        }
        Some(())
    }

    #[inline]
    fn whole<T: TryFrom<i64>>(&self, row: usize) -> Option<T> {
        match &self.cells {
            Cells::Whole(whole) => T::try_from(whole(row)).ok(),
            _ => None,
        }
    }

    fn put_ages(&self, row: usize, ages: &mut Vec<u8>) -> Option<()> {
        let Cells::List(range, values) = &self.cells else {
            return None;
        };
        let has_nulls = values.array.null_count() > 0;
        for row in range(row) {
            if has_nulls && values.array.is_null(row) {
                return None;
            }
            ages.push(values.whole(row)?);
        }
        Some(())
    }
}
