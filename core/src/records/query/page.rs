//! The same plan, carried out over records at hand: what a phone does with the list it has.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::super::columns::{Cell, Column, ColumnKind, ColumnPart};
use super::super::compiled::{Entity, Field, Pack};
use super::super::definition::FieldKind;
use super::super::values;
use super::plan::key_value;
use super::{Matched, MatchesRequest, QueryPlan, Row, STARS, Visible};
use crate::expression::Duration;
use crate::fault::Limits;
use crate::money::{Currency, Decimal, Rounding, RoundingMode};
use crate::{Code, Error, Reason, Result};

/// A record at hand, as its table would keep it.
#[derive(Clone, Debug)]
pub struct Kept {
    cells: Vec<Cell>,
    /// By the place of the field: links, gathered values, and texts by language that are searched.
    lists: Vec<(u16, Vec<Cell>)>,
}

impl Kept {
    /// Its cells, in the order of the columns.
    pub fn cells(&self) -> &[Cell] {
        &self.cells
    }
}

impl Row for Kept {
    fn cell(&self, column: u16) -> &Cell {
        self.cells.get(usize::from(column)).unwrap_or(&Cell::Null)
    }

    fn list(&self, field: u16) -> &[Cell] {
        let found = self.lists.iter().find(|(own, _)| *own == field);
        found.map_or(&[], |(_, list)| list)
    }
}

impl Entity {
    /// A record as its table would keep it.
    pub fn kept(&self, record: &Map<String, Value>) -> Kept {
        self.kept_in(record, &[])
    }

    /// The same for somebody who would rather read these languages, the best first.
    pub fn kept_in(&self, record: &Map<String, Value>, languages: &[String]) -> Kept {
        let listed = |field: &Field| match field.kind() {
            kind if kind.is_list() => true,
            kind => kind == FieldKind::TranslatedText && field.definition().search,
        };
        let lists = (0_u16..).zip(self.fields()).filter(|(_, field)| listed(field));
        let cells = self.columns().iter().map(|column| match column.part {
            ColumnPart::Shown => self.shown(column, record, languages),
            _ => self.cell(column, record),
        });
        Kept {
            cells: cells.collect(),
            lists: lists.map(|(place, field)| (place, field.list(record))).collect(),
        }
    }

    /// What of texts by language somebody is shown who would rather read these languages.
    fn shown(&self, column: &Column, record: &Map<String, Value>, languages: &[String]) -> Cell {
        let field = column.field.and_then(|place| self.fields().get(place));
        let found = field.and_then(|field| Some((field, record.get(field.name())?)));
        found.map_or(Cell::Null, |(field, value)| field.shown(value, languages))
    }

    /// What a column of its table would keep of a record.
    pub(in crate::records) fn cell(&self, column: &Column, record: &Map<String, Value>) -> Cell {
        match column.field.and_then(|field| self.fields().get(field)) {
            Some(field) => field.part(column.part, record.get(field.name()).unwrap_or(&Value::Null)),
            None => values::cell(column.kind, record.get(&column.name).unwrap_or(&Value::Null)),
        }
    }
}

impl Field {
    /// The entries of a list of links or of gathered values, as a table would keep them; of texts by language all of them.
    pub(in crate::records) fn list(&self, record: &Map<String, Value>) -> Vec<Cell> {
        if self.kind() == FieldKind::TranslatedText {
            return self.searched_texts(record);
        }
        let entries = record.get(self.name()).and_then(Value::as_array);
        let texts = entries.into_iter().flatten().filter_map(Value::as_str);
        texts.filter_map(|text| self.entry(text)).collect()
    }
}

impl Pack {
    /// Which of the records at hand a list would answer, in its order and as the actor may see them.
    pub fn matches(&self, request: &MatchesRequest) -> Result<Matched> {
        request.bounded()?;
        let holder = self.holder(&request.query.actor)?;
        let plan = self.plan(&request.query, &holder)?;
        let entity = self.named(&request.query.entity)?;
        foreign(request)?;
        let kept: Vec<Kept> = request
            .records
            .iter()
            .map(|record| entity.kept_in(record, &plan.languages))
            .collect();
        let mut found: Vec<usize> = (0..kept.len())
            .filter(|place| kept.get(*place).is_some_and(|row| plan.test.holds(row)))
            .collect();
        let row = |place: &usize| kept.get(*place);
        found.sort_by(|one, other| match (row(one), row(other)) {
            (Some(one), Some(other)) => ordered(&plan, one, other),
            _ => Ordering::Equal,
        });
        let rows: Vec<&Kept> = found.iter().filter_map(row).collect();
        let mut matched = Matched {
            places: Vec::new(),
            items: Vec::new(),
            total: plan.total.then(|| u32::try_from(found.len()).unwrap_or(u32::MAX)),
            next: None,
            sums: sums(entity, &plan, &rows),
            facets: facets(entity, &plan, &rows),
        };
        let behind = |place: &&usize| match (&plan.after, row(place)) {
            (Some(after), Some(row)) => is_behind(&plan, row, after),
            _ => true,
        };
        let mut page = found.iter().filter(behind);
        let limit = usize::try_from(plan.limit).unwrap_or(usize::MAX);
        let taken: Vec<usize> = page.by_ref().take(limit).copied().collect();
        if page.next().is_some() {
            matched.next = taken.last().and_then(row).map(|last| keys(entity, &plan, last));
        }
        for place in taken {
            let (Some(record), Some(kept)) = (request.records.get(place), kept.get(place)) else {
                continue;
            };
            matched.places.push(u32::try_from(place).unwrap_or(u32::MAX));
            matched.items.push(shown(entity, &plan.fields, record, kept));
        }
        Ok(matched)
    }
}

/// A record of another tenant is no record of this list; nothing of it is looked at.
fn foreign(request: &MatchesRequest) -> Result<()> {
    let actor = &request.query.actor;
    let own = actor.tenant.as_str();
    let crosses = actor.super_admin && actor.across_tenants;
    let other = request.records.iter().position(|record| {
        let tenant = record.get("tenant_id").and_then(Value::as_str);
        tenant.is_some_and(|tenant| tenant != own)
    });
    match other.filter(|_| !crosses) {
        None => Ok(()),
        Some(place) => {
            let message = "the record belongs to another tenant than the actor";
            let place = format!("/records/{place}/tenant_id");
            Err(Error::from(Reason::new(Code::TenancyWrongTenant, place, message)))
        }
    }
}

/// A record without what is hidden of it.
pub(in crate::records) fn shown(
    entity: &Entity,
    fields: &[Visible],
    record: &Map<String, Value>,
    kept: &Kept,
) -> Map<String, Value> {
    let own = entity.columns().iter().filter(|column| column.field.is_none());
    let own = own.map(|column| column.name.as_str()).chain(["tenant_id"]);
    let mut answer: Map<String, Value> = own
        .filter_map(|name| Some((name.to_owned(), record.get(name)?.clone())))
        .collect();
    for visible in fields {
        let Some(field) = entity.fields().get(visible.field) else {
            continue;
        };
        let value = record.get(field.name()).cloned().unwrap_or(Value::Null);
        // Whether there is a secret may be known; whether there is something hidden may not.
        let secret = field.kind() == FieldKind::Secret && !value.is_null();
        let hidden = secret || !visible.seen.holds(kept);
        answer.insert(field.name().to_owned(), if hidden { STARS.into() } else { value });
    }
    answer
}

fn ordered(plan: &QueryPlan, one: &Kept, other: &Kept) -> Ordering {
    let rank = plan.rank.iter().map(|rank| rank.tier(one).cmp(&rank.tier(other)));
    let keys = plan.sort.iter().map(|key| {
        let order = one.cell(key.column).cmp(other.cell(key.column));
        if key.descending { order.reverse() } else { order }
    });
    rank.chain(keys).fold(Ordering::Equal, Ordering::then)
}

/// Whether a record comes behind the one with these keys.
fn is_behind(plan: &QueryPlan, row: &Kept, after: &[Cell]) -> bool {
    let mut after = after.iter();
    let ranks = plan.rank.iter().zip(after.by_ref());
    let rank = ranks.fold(Ordering::Equal, |_, (rank, mark)| Cell::Whole(rank.tier(row)).cmp(mark));
    let keys = plan.sort.iter().zip(after).map(|(key, mark)| {
        let order = row.cell(key.column).cmp(mark);
        if key.descending { order.reverse() } else { order }
    });
    keys.fold(rank, Ordering::then).is_gt()
}

fn keys(entity: &Entity, plan: &QueryPlan, row: &Kept) -> Vec<Value> {
    let rank = plan.rank.iter().map(|rank| Cell::Whole(rank.tier(row)));
    let cells = rank.chain(plan.sort.iter().map(|key| row.cell(key.column).clone()));
    let kinds = plan.key_kinds(entity).into_iter();
    kinds.zip(cells).map(|(kind, cell)| key_value(kind, &cell)).collect()
}

/// The sum of each field: of a number as its field writes it, of amounts by currency.
fn sums(entity: &Entity, plan: &QueryPlan, rows: &[&Kept]) -> Map<String, Value> {
    let mut answer = Map::new();
    for field in plan.sums.iter().filter_map(|place| entity.fields().get(*place)) {
        let Some(column) = field.column() else {
            continue;
        };
        let mut by_currency: BTreeMap<String, i128> = BTreeMap::new();
        for row in rows {
            let currency = field.currency_column().map(|column| row.cell(column));
            let currency = match currency {
                Some(Cell::Text(currency)) => currency.clone(),
                _ => String::new(),
            };
            if let Cell::Whole(number) = row.cell(column) {
                *by_currency.entry(currency).or_default() += i128::from(*number);
            }
        }
        answer.insert(field.name().to_owned(), field.sum(&by_currency));
    }
    answer
}

impl Field {
    /// How its values are kept.
    pub fn column_kind(&self) -> ColumnKind {
        self.definition().column()
    }

    /// Whether its values can be added up.
    pub fn is_summed(&self) -> bool {
        let kind = self.column_kind();
        self.kind().has_column() && matches!(kind, ColumnKind::Integer | ColumnKind::Scaled(_) | ColumnKind::Duration)
    }

    /// The sums of a list as they are answered, from the units in which they are kept: of amounts by currency, of other numbers
    /// under no name.
    pub fn sum(&self, sums: &BTreeMap<String, i128>) -> Value {
        let told = |units: i128| match self.column_kind() {
            ColumnKind::Scaled(digits) => Decimal::from_units(units, digits.into())
                .map_or_else(|| units.to_string(), |own| own.normalized().to_string()),
            ColumnKind::Duration => i64::try_from(units)
                .ok()
                .and_then(Duration::from_microseconds)
                .map_or_else(|| units.to_string(), |length| length.to_string()),
            _ => units.to_string(),
        };
        if self.currency_column().is_none() {
            return told(sums.values().sum()).into();
        }
        let amount = |(currency, units): (&String, &i128)| {
            let digits = currency.parse::<Currency>().map_or(0, |own| own.minor_unit());
            let amount = told(*units).parse::<Decimal>();
            let amount = amount.map_or_else(|_| told(*units), |own| own.at_least(digits).to_string());
            json!({"amount": amount, "currency": currency})
        };
        sums.iter()
            .filter(|(currency, _)| !currency.is_empty())
            .map(amount)
            .collect()
    }

    /// The average of so many values, from the sum of the units in which they are kept: of numbers to six digits more than each of them
    /// has. Nothing of none.
    pub fn average(&self, sum: i128, count: u64) -> Value {
        let digits = match self.column_kind() {
            ColumnKind::Scaled(digits) => digits.into(),
            ColumnKind::Duration => {
                let length = sum.checked_div(count.into()).and_then(|own| i64::try_from(own).ok());
                let length = length.and_then(Duration::from_microseconds);
                return length.map_or(Value::Null, |length| length.to_string().into());
            }
            _ => 0,
        };
        let parts = Decimal::from_units(sum, digits).zip(Decimal::from_units(count.into(), 0));
        let average = parts.and_then(|(sum, count)| sum.divided_by(count));
        let rounded = average.map(|own| Rounding::to_digits(RoundingMode::HalfEven, digits + 6).round(own));
        match rounded {
            Some(Ok(average)) => average.normalized().to_string().into(),
            _ => Value::Null,
        }
    }

    /// How many records have each value, as it is answered.
    pub fn counts(&self, counts: &[(Cell, u64)]) -> Value {
        let kind = self.column_kind();
        let counts = counts.iter();
        counts
            .map(|(cell, count)| json!({"value": values::value(kind, cell), "count": count}))
            .collect()
    }
}

/// How many records have each value of a field, the most frequent first.
fn facets(entity: &Entity, plan: &QueryPlan, rows: &[&Kept]) -> Map<String, Value> {
    let mut answer = Map::new();
    for place in &plan.facets {
        let Some(field) = entity.fields().get(*place) else {
            continue;
        };
        let mut counts: BTreeMap<Cell, u64> = BTreeMap::new();
        for row in rows {
            let entries = match (field.column(), u16::try_from(*place)) {
                (Some(column), _) => std::slice::from_ref(row.cell(column)),
                (None, Ok(place)) => row.list(place),
                (None, Err(_)) => &[],
            };
            for entry in entries {
                *counts.entry(entry.clone()).or_default() += 1;
            }
        }
        let mut counts: Vec<(Cell, u64)> = counts.into_iter().collect();
        counts.sort_by(|(one, few), (other, many)| many.cmp(few).then_with(|| one.cmp(other)));
        counts.truncate(MOST_VALUES);
        answer.insert(field.name().to_owned(), field.counts(&counts));
    }
    answer
}

/// As many values as a facet tells.
const MOST_VALUES: usize = 100;
