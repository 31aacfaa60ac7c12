//! The one plan: every list, search, sum, facet, expansion and export of records is one, with access in it.

use serde_json::Value;

use super::super::columns::{Cell, ColumnKind};
use super::super::compiled::{Compiled, Entity, Field, Gather, Pack};
use super::super::definition::FieldKind;
use super::super::values;
use super::access::Reader;
use super::compile::{Present, incomparable};
use super::filter::{filters, unknown};
use super::search::languages;
use super::{Rank, RecordQuery, Test, rank};
use crate::expression::Expression;
use crate::fault::{Limits, Pointer};
use crate::tenancy::access::Holder;
use crate::time::Zone;
use crate::{Code, Error, Reason, Result};

/// How many records a page has when nobody says.
const LIMIT: u32 = 20;

/// What is asked of an entity's table, in numbers of columns: pure data, with every right of the actor in it. What carries it out
/// adds the tenant and nothing else.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct QueryPlan {
    /// The place of the entity among the pack's.
    pub entity: usize,
    /// What must be true of a record.
    pub test: Test,
    /// The languages in which texts are shown, found and sorted of which there are several, the best first; behind them comes the pack's
    /// first.
    pub languages: Vec<String>,
    /// What the records are ranked by before all else, when they are searched and no order is named.
    pub rank: Option<Rank>,
    /// The order of the records; it ends with what is unique.
    pub sort: Vec<SortKey>,
    /// The keys that the page follows on, one for each of `sort`; that of the rank stands before them.
    pub after: Option<Vec<Cell>>,
    /// How many records at most.
    pub limit: u32,
    /// The fields that are answered, by place, each with the records of which it is seen.
    pub fields: Vec<Visible>,
    /// The links whose records are answered too, by place, each with the plan of what may be read of them.
    pub expand: Vec<(usize, Box<QueryPlan>)>,
    /// The fields that are summed, by place.
    pub sums: Vec<usize>,
    /// The fields by whose values records are counted, by place.
    pub facets: Vec<usize>,
    /// Whether it is to be told how many there are.
    pub total: bool,
    /// Where the values of fields stand that are gathered.
    pub gathers: Vec<Gathering>,
}

/// Where the values of a field stand that are gathered.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Gathering {
    /// The place of the field.
    pub field: u16,
    /// The place of the entity in whose records they stand, among the pack's.
    pub entity: usize,
    /// The column of the value.
    pub value: u16,
    /// The column of the link by which its records belong to the one that gathers.
    pub by: u16,
    /// What must be true of them.
    pub test: Test,
}

/// A field that is answered.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Visible {
    /// Its place among the entity's fields.
    pub field: usize,
    /// The records of which it is seen; of all others stars are.
    pub seen: Test,
}

/// A key of an order. What is missing comes before everything when it goes up, and behind it when it goes down.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SortKey {
    /// The column.
    pub column: u16,
    /// Whether the greatest comes first.
    pub descending: bool,
    /// Whether a record may lack it.
    pub nullable: bool,
}

impl Pack {
    /// The plan of a query for somebody whose rights are known; every fault of the query is told at once. What the actor may not
    /// read cannot be named anywhere in it.
    pub fn plan(&self, query: &RecordQuery, holder: &Holder) -> Result<QueryPlan> {
        query.bounded()?;
        let entity = self.named(&query.entity)?;
        let reader = Reader {
            pack: self,
            holder,
            entity,
        };
        let verb = if query.export { "export" } else { "read" };
        let mut test = reader.required(entity.permissions.read, "read")?;
        if query.export {
            test = Test::all([test, reader.required(entity.permissions.export, verb)?]);
        }
        let languages = languages(self, query)?;
        let asked = Asking {
            pack: self,
            reader: &reader,
            query,
            by_language: !languages.is_empty(),
        };
        let mut faults = Vec::new();
        let mut keep = |found: Result<Test>| {
            found
                .map_err(|error| faults.extend(error.into_reasons()))
                .unwrap_or(Test::Constant(false))
        };
        let (filtered, condition, search) = (
            keep(filters(&reader, query)),
            keep(asked.condition()),
            keep(asked.search()),
        );
        let rank = asked.rank(&search);
        let test = Test::all([test, asked.alive(), filtered, condition, search]);
        let mut plan = QueryPlan {
            entity: self.place_of(&query.entity),
            test,
            languages,
            rank,
            sort: Vec::new(),
            after: None,
            limit: query.limit.unwrap_or(LIMIT),
            fields: Vec::new(),
            expand: Vec::new(),
            sums: Vec::new(),
            facets: Vec::new(),
            total: query.total,
            gathers: asked.gathers(),
        };
        let mut keep = |found: Result<()>| {
            if let Err(error) = found {
                faults.extend(error.into_reasons());
            }
        };
        keep(asked.sort(&mut plan));
        keep(asked.after(&mut plan));
        keep(asked.fields(&mut plan));
        keep(asked.expand(&mut plan));
        keep(asked.figures(&mut plan));
        Error::unless_empty(faults).map(|()| plan)
    }

    fn place_of(&self, name: &str) -> usize {
        self.entities()
            .iter()
            .position(|entity| entity.name() == name)
            .unwrap_or(usize::MAX)
    }
}

pub(super) struct Asking<'a> {
    pack: &'a Pack,
    pub(super) reader: &'a Reader<'a>,
    pub(super) query: &'a RecordQuery,
    /// Whether texts of other languages than the pack's first are wanted.
    pub(super) by_language: bool,
}

impl Asking<'_> {
    pub(super) fn entity(&self) -> &Entity {
        self.reader.entity
    }

    fn gathers(&self) -> Vec<Gathering> {
        let fields = (0_u16..).zip(self.entity().fields());
        let gathers = fields.filter_map(|(place, field)| Some((place, field.gather()?)));
        let gathering = |(field, gather): (u16, &Gather)| {
            let entity = self.pack.entities().get(gather.entity)?;
            let condition = gather.condition.as_ref();
            let condition = condition.map(|condition| condition.test(entity, &self.present()));
            let alive = entity
                .column_named("deleted_at")
                .map(|column| Test::contrary(Test::Given(column)));
            Some(Gathering {
                field,
                entity: gather.entity,
                value: gather.value,
                by: gather.by,
                test: Test::all(alive.into_iter().chain(condition)),
            })
        };
        gathers.filter_map(gathering).collect()
    }

    /// Records that were deleted are not there, or they alone.
    fn alive(&self) -> Test {
        match (self.entity().column_named("deleted_at"), self.query.deleted) {
            (Some(column), false) => Test::contrary(Test::Given(column)),
            (Some(column), true) => Test::all([Test::Given(column), self.reader.may(self.entity().permissions.delete)]),
            (None, deleted) => Test::Constant(!deleted),
        }
    }

    /// A condition of the query, over fields that the actor may name.
    fn condition(&self) -> Result<Test> {
        let Some(text) = &self.query.condition else {
            return Ok(Test::Constant(true));
        };
        let place = "/where";
        let under = |error: Error| {
            // A condition of a request is at fault as a request is.
            error.under(place).each_reason(|reason| {
                reason.code = Code::RequestRange;
                // Where in the text it is, the message says.
                reason.details.remove("at");
            })
        };
        let names = self.entity().environment.names();
        let seen = names.iter().filter(|(name, _)| {
            let own = name.split('.').next().unwrap_or(name);
            self.entity().place_of(own).is_none_or(|place| self.reader.names(place))
        });
        // What may not be named is not there.
        let known = crate::expression::Environment::new(seen.map(|(name, own)| (name.as_str(), own.clone())));
        let _ = Expression::condition(text, &known).map_err(under)?;
        let expression = Expression::condition(text, &self.entity().environment).map_err(under)?;
        let asked = expression.asked().map_err(under)?;
        if let Some(message) = incomparable(self.entity(), &asked) {
            return Err(Reason::new(Code::RequestRange, place, message).into());
        }
        let compiled = Compiled {
            expression,
            asked: Some(asked),
        };
        Ok(compiled.test(self.entity(), &self.present()))
    }

    fn present(&self) -> Present<'_> {
        let utc = Zone::UTC;
        let zone = self.query.zone.as_ref().unwrap_or(&utc);
        Present {
            now: self.query.now,
            today: zone.day_of(self.query.now),
            actor: &self.query.actor.id,
        }
    }

    fn after(&self, plan: &mut QueryPlan) -> Result<()> {
        if self.query.after.is_empty() {
            return Ok(());
        }
        let wrong = |place: usize, message: &str| {
            Error::from(Reason::new(Code::RequestRange, format!("/after/{place}"), message))
        };
        let kinds = plan.key_kinds(self.entity());
        if self.query.after.len() != kinds.len() {
            return Err(wrong(
                0,
                "the keys are not those of this order; ask for the first page again",
            ));
        }
        let before_sort = kinds.len() - plan.sort.len();
        let mut cells = Vec::with_capacity(kinds.len());
        for (index, (value, kind)) in self.query.after.iter().zip(kinds).enumerate() {
            let key = index.checked_sub(before_sort).and_then(|index| plan.sort.get(index));
            let nullable = key.is_some_and(|key| key.nullable);
            let cell = values::cell(kind, value);
            let unkept = match &cell {
                Cell::Text(text) => text.contains('\0'),
                Cell::Whole(tier) => key.is_none() && !(0..=rank::LAST).contains(tier),
                _ => false,
            };
            if unkept || (cell.is_null() && !(nullable && value.is_null())) {
                return Err(wrong(
                    index,
                    "the key is not of its column; ask for the first page again",
                ));
            }
            cells.push(cell);
        }
        plan.after = Some(cells);
        Ok(())
    }

    fn fields(&self, plan: &mut QueryPlan) -> Result<()> {
        let visible = |place: usize| Visible {
            field: place,
            seen: self.reader.sees(place),
        };
        if self.query.fields.is_empty() {
            // Tables of rows are lists of their own.
            let own = self
                .entity()
                .fields()
                .iter()
                .enumerate()
                .filter(|(_, field)| field.kind() != FieldKind::Rows);
            plan.fields = own.map(|(place, _)| visible(place)).collect();
            return Ok(());
        }
        let mut reasons = Vec::new();
        for (index, name) in self.query.fields.iter().enumerate() {
            match self.entity().place_of(name) {
                Some(place) => plan.fields.push(visible(place)),
                None if self.entity().column_named(name).is_some() => {}
                None => {
                    let told = unknown(self.reader, name, "answer", format!("/fields/{index}"), |_| true);
                    reasons.extend(told.into_reasons());
                }
            }
        }
        plan.fields.sort_by_key(|visible| visible.field);
        plan.fields.dedup_by_key(|visible| visible.field);
        Error::unless_empty(reasons)
    }

    /// The records that links lead to, as their own lists would show them.
    fn expand(&self, plan: &mut QueryPlan) -> Result<()> {
        let mut reasons = Vec::new();
        for (index, name) in self.query.expand.iter().enumerate() {
            let expandable = |field: &Field| matches!(field.kind(), FieldKind::Link | FieldKind::Links);
            let place = self.entity().place_of(name).filter(|place| self.reader.names(*place));
            let field = self.entity().field(name).filter(|field| expandable(field));
            let target = field
                .and_then(Field::target)
                .and_then(|target| self.pack.entities().get(target));
            let (Some(place), Some(target)) = (place, target) else {
                let told = unknown(self.reader, name, "expand", format!("/expand/{index}"), expandable);
                reasons.extend(told.into_reasons());
                continue;
            };
            let mut query = RecordQuery::new(target.name(), self.query.actor.clone(), self.query.now);
            query.limit = Some(100);
            (query.export, query.zone) = (self.query.export, self.query.zone.clone());
            query.locale.clone_from(&self.query.locale);
            match self.pack.plan(&query, self.reader.holder) {
                Ok(other) => plan.expand.push((place, Box::new(other))),
                // What may not be read is told as what is not there, and never left out in silence.
                Err(error) if error.code() == Code::TenancyPermissionMissing => {
                    let told = unknown(self.reader, name, "expand", format!("/expand/{index}"), expandable);
                    reasons.extend(told.into_reasons());
                }
                Err(error) => reasons.extend(error.into_reasons()),
            }
        }
        Error::unless_empty(reasons)
    }

    fn figures(&self, plan: &mut QueryPlan) -> Result<()> {
        let counted = |field: &Field| {
            field.definition().filter
                && (field.kind().has_column() || field.kind() == FieldKind::Tags)
                && !matches!(field.kind(), FieldKind::Instant | FieldKind::Money)
        };
        let mut reasons = Vec::new();
        let mut named = |list: &str, names: &[String], what: &str, fits: fn(&Field) -> bool| {
            let mut places = Vec::with_capacity(names.len());
            for (index, name) in names.iter().enumerate() {
                let place = self.entity().place_of(name).filter(|place| self.reader.names(*place));
                let fitting = self.entity().field(name).is_some_and(fits);
                match place.filter(|place| fitting && !places.contains(place)) {
                    Some(place) => places.push(place),
                    None => {
                        let place = Pointer::root().join(list).join(index);
                        reasons.extend(unknown(self.reader, name, what, place, fits).into_reasons());
                    }
                }
            }
            places
        };
        plan.sums = named("sums", &self.query.sums, "sum", Field::is_summed);
        plan.facets = named("facets", &self.query.facets, "count by", counted);
        Error::unless_empty(reasons)
    }
}

impl QueryPlan {
    /// The kinds of the keys that a page follows on, in their order.
    pub fn key_kinds(&self, entity: &Entity) -> Vec<ColumnKind> {
        let rank = self.rank.iter().map(|_| ColumnKind::Integer);
        let sort = self.sort.iter().map(|key| {
            let column = entity.column(key.column);
            column.map_or(ColumnKind::Text, |column| column.kind)
        });
        rank.chain(sort).collect()
    }
}

/// The value of a cell as it stands in a cursor.
pub(super) fn key_value(kind: ColumnKind, cell: &Cell) -> Value {
    super::super::values::value(kind, cell)
}
