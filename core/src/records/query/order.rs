//! The order of a plan: its keys, and the one currency of those that are amounts.

use super::super::columns::Cell;
use super::super::compiled::Field;
use super::access::is_ordered;
use super::filter::unknown;
use super::plan::Asking;
use super::{QueryPlan, Sign, SortKey, Test};
use crate::money::Currency;
use crate::{Code, Error, Reason, Result};

/// A key of an order as it is asked for: `name`, `-name`, `price EUR`.
struct Wanted<'k> {
    name: &'k str,
    descending: bool,
    currency: Option<&'k str>,
}

impl<'k> Wanted<'k> {
    fn read(key: &'k str) -> Wanted<'k> {
        let (key, descending) = key.strip_prefix('-').map_or((key, false), |key| (key, true));
        let (name, currency) = key.split_once(' ').map_or((key, None), |(name, own)| (name, Some(own)));
        Wanted {
            name,
            descending,
            currency,
        }
    }
}

impl Asking<'_> {
    pub(super) fn sort(&self, plan: &mut QueryPlan) -> Result<()> {
        let own = &self.entity().definition().sort;
        let created = ["-created_at".to_owned()];
        let keys: &[String] = match (self.query.sort.is_empty(), own.is_empty()) {
            (false, _) => &self.query.sort,
            _ if plan.rank.is_some() => &[],
            (true, false) => own,
            (true, true) if self.entity().column_named("created_at").is_some() => &created,
            _ => &[],
        };
        let mut reasons = Vec::new();
        for (index, key) in keys.iter().enumerate() {
            let wanted = Wanted::read(key);
            let place = format!("/sort/{index}");
            match self.sort_column(&wanted) {
                Some(column) if plan.sort.iter().all(|key| key.column != column) => {
                    let nullable = self.entity().column(column).is_none_or(|own| !own.required);
                    plan.sort.push(SortKey {
                        column,
                        descending: wanted.descending,
                        nullable,
                    });
                    match self.of_one_currency(&wanted, &place) {
                        Ok(test) => {
                            let before = std::mem::replace(&mut plan.test, Test::Constant(true));
                            plan.test = Test::all([before, test]);
                        }
                        Err(error) => reasons.extend(error.into_reasons()),
                    }
                }
                Some(_) => {
                    let message = format!("`{}` is there twice; each field sorts once", wanted.name);
                    reasons.push(Reason::new(Code::RequestConflict, place, message));
                }
                // What a pack sorts by and the actor may not see sorts nothing.
                None if self.query.sort.is_empty() => {}
                None => {
                    let name = key.strip_prefix('-').unwrap_or(key);
                    let told = unknown(self.reader, name, "sort by", place, |field| field.definition().sort);
                    reasons.extend(told.into_reasons());
                }
            }
        }
        self.tell_apart(plan);
        Error::unless_empty(reasons)
    }

    /// The id, or the subject and the moment of a sample, tells records apart that are alike in all else.
    fn tell_apart(&self, plan: &mut QueryPlan) {
        let series = self.entity().definition().series.as_ref();
        let last = match series {
            Some(series) => vec![series.subject.as_str(), series.at.as_str()],
            None => vec!["id"],
        };
        let descending = plan.sort.last().is_some_and(|key| key.descending);
        for name in last {
            let column = self.entity().column_named(name);
            if let Some(column) = column.filter(|column| plan.sort.iter().all(|key| key.column != *column)) {
                plan.sort.push(SortKey {
                    column,
                    descending,
                    nullable: false,
                });
            }
        }
    }

    fn sort_column(&self, wanted: &Wanted<'_>) -> Option<u16> {
        if ["id", "created_at", "updated_at"].contains(&wanted.name) {
            return self
                .entity()
                .column_named(wanted.name)
                .filter(|_| wanted.currency.is_none());
        }
        let place = self.entity().place_of(wanted.name)?;
        let field = self.entity().field(wanted.name)?;
        let named = wanted.currency.is_none() || field.currency_column().is_some();
        let sorted = field.definition().sort && self.reader.names(place) && is_ordered(field.definition().column());
        let shown = field.shown_column().filter(|_| self.by_language);
        let column = shown.or(field.folded_column()).or(field.column());
        column.filter(|_| sorted && named)
    }

    /// Amounts are ordered within one currency, as they are compared within one: the field's own, that of the filter, or the one
    /// behind the key, of which alone records are found then.
    fn of_one_currency(&self, wanted: &Wanted<'_>, place: &str) -> Result<Test> {
        let always = Ok(Test::Constant(true));
        let Some(field) = self.entity().field(wanted.name) else {
            return always;
        };
        let Some(column) = field.currency_column() else {
            return always;
        };
        let told = wanted.currency.map(str::parse::<Currency>);
        match (field.definition().currency, told) {
            (Some(_), None) => always,
            (Some(own), Some(Ok(told))) if told == own => always,
            (Some(own), Some(_)) => {
                let message = format!("`{}` is kept in {own}, and in no other currency", field.name());
                Err(Reason::new(Code::MoneyCurrencyMismatch, place, message).into())
            }
            (None, Some(Ok(told))) => Ok(Test::Compare(column, Sign::Equal, Cell::Text(told.code().to_owned()))),
            (None, None) if self.is_of_one_currency(field) => always,
            (None, _) => {
                let message = format!(
                    "amounts of `{0}` are of several currencies; name one behind it: `{0} EUR`",
                    field.name()
                );
                Err(Reason::new(Code::RequestRange, place, message).into())
            }
        }
    }

    /// Whether a filter of the field finds records of one currency alone.
    fn is_of_one_currency(&self, field: &Field) -> bool {
        let named = |suffix: &str| self.query.filter.get(&format!("{}{suffix}", field.name()));
        let one = |text: &String| {
            let mut told = text
                .split(',')
                .map(|one| one.trim().rsplit_once(' ').map(|(_, own)| own));
            let first = told.next().flatten();
            first.is_some() && told.all(|own| own == first)
        };
        ["", "_first", "_last"].into_iter().filter_map(named).any(one)
    }
}
