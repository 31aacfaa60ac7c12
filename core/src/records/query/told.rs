//! A plan as it is told: for hosts that carry it out in a database of their own.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::super::columns::Cell;
use super::super::compiled::{Entity, Pack};
use super::{QueryPlan, RecordQuery, Sign, Test};
use crate::JsonSchema;
use crate::Result;
use crate::fault::Limits;

/// What is to be asked of an entity's table, in numbers of columns, with every right of the actor in it. Who carries it out adds the
/// tenant and nothing else.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct PlannedQuery {
    /// The entity.
    pub entity: String,
    /// The columns of its table, in order of number.
    pub columns: Vec<String>,
    /// What must be true of a record, step by step: each puts true or false on a pile, or takes some off it and puts one back.
    pub test: Vec<PlanStep>,
    /// The languages in which texts are found and sorted of which there are several, the best first; behind them comes the pack's first.
    /// A column that ends with `__shown` is such a text in the first of them that is there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
    /// What the records are ranked by before all else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rank: Option<PlanRank>,
    /// The order; it ends with what is unique.
    pub sort: Vec<PlanSortKey>,
    /// How many records at most.
    pub limit: u32,
    /// The fields that are answered.
    pub fields: Vec<PlanField>,
    /// The links whose records are answered too, each by its own plan.
    pub expand: Vec<String>,
    /// The fields that are summed.
    pub sums: Vec<String>,
    /// The fields by whose values records are counted.
    pub facets: Vec<String>,
    /// Whether it is to be told how many there are.
    pub total: bool,
    /// Where the values of gathered fields stand.
    pub gathers: Vec<PlanGathering>,
}

/// One step of a test. What is missing makes a comparison false.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct PlanStep {
    /// What it does.
    pub step: PlanStepKind,
    /// The columns that it looks at.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<u16>,
    /// Columns of a sum that are taken off.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub taken_off: Vec<u16>,
    /// The fields whose lists it looks into.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lists: Vec<String>,
    /// The field whose list it looks at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// How it compares.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sign: Option<Sign>,
    /// What it compares with: whole numbers as text, in the units of the column.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<Value>,
    /// How many answers it takes off the pile.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
}

/// What a step does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum PlanStepKind {
    /// Puts a truth on the pile.
    Truth,
    /// Takes several off and puts back whether all are true.
    All,
    /// Takes several off and puts back whether one of them is true.
    Either,
    /// Turns the last one round.
    Not,
    /// Whether there is a value in the column.
    Given,
    /// Whether the columns, added up, compare so with a number; one of them alone compares by itself.
    Sum,
    /// Whether a text, an id or a truth compares so.
    Compare,
    /// Whether one column compares so with another.
    Columns,
    /// Whether the value is one of several.
    OneOf,
    /// Whether a list has a value.
    Holds,
    /// Whether a text begins with another.
    Begins,
    /// Whether a text has another in it.
    Contains,
    /// Whether any of the columns, or any entry of the lists, has a part in it.
    Search,
}

/// What records are ranked by, the best of their texts: those come first of which a text is the part, then those of which one begins
/// with it, then those of which a word in one does, then all others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct PlanRank {
    /// The columns of the texts.
    pub columns: Vec<u16>,
    /// The fields with lists of texts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lists: Vec<String>,
    /// What is searched for, in small letters.
    pub part: String,
}

/// A key of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct PlanSortKey {
    /// The column.
    pub column: u16,
    /// Whether the greatest comes first. What is missing is below everything.
    pub descending: bool,
}

/// A field that is answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct PlanField {
    /// Which.
    pub field: String,
    /// The records of which it is seen; of all others stars are.
    pub seen: Vec<PlanStep>,
}

/// Where the values of a gathered field stand.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct PlanGathering {
    /// The field.
    pub field: String,
    /// The entity in whose records they stand.
    pub entity: String,
    /// The column of the value there.
    pub value: u16,
    /// The column of the link there.
    pub by: u16,
    /// What must be true there.
    pub test: Vec<PlanStep>,
}

impl Pack {
    /// A question typed and turned into a plan, or refused with every reason.
    pub fn query(&self, request: &RecordQuery) -> Result<PlannedQuery> {
        let holder = self.holder(&request.actor)?;
        let plan = self.plan(request, &holder)?;
        let entity = self.named(&request.entity)?;
        Ok(told(self, entity, &plan))
    }
}

pub(in crate::records) fn told(pack: &Pack, entity: &Entity, plan: &QueryPlan) -> PlannedQuery {
    let name = |place: usize| entity.fields().get(place).map(|field| field.name().to_owned());
    let names = |places: &[usize]| places.iter().filter_map(|place| name(*place)).collect();
    let gathers = plan.gathers.iter().filter_map(|gathering| {
        let other = pack.entities().get(gathering.entity)?;
        Some(PlanGathering {
            field: name(gathering.field.into())?,
            entity: other.name().to_owned(),
            value: gathering.value,
            by: gathering.by,
            test: steps(other, &gathering.test),
        })
    });
    let fields = plan.fields.iter().filter_map(|visible| {
        let seen = steps(entity, &visible.seen);
        Some(PlanField {
            field: name(visible.field)?,
            seen,
        })
    });
    let sort = plan.sort.iter().map(|key| PlanSortKey {
        column: key.column,
        descending: key.descending,
    });
    let expanded: Vec<usize> = plan.expand.iter().map(|(place, _)| *place).collect();
    PlannedQuery {
        entity: entity.name().to_owned(),
        columns: entity.columns().iter().map(|column| column.name.clone()).collect(),
        test: steps(entity, &plan.test),
        languages: plan.languages.clone(),
        rank: plan.rank.as_ref().map(|rank| PlanRank {
            columns: rank.columns.clone(),
            lists: named(entity, &rank.lists),
            part: rank.part.clone(),
        }),
        sort: sort.collect(),
        limit: plan.limit,
        fields: fields.collect(),
        expand: names(&expanded),
        sums: names(&plan.sums),
        facets: names(&plan.facets),
        total: plan.total,
        gathers: gathers.collect(),
    }
}

/// The fields of these places.
fn named(entity: &Entity, places: &[u16]) -> Vec<String> {
    let fields = places
        .iter()
        .filter_map(|place| entity.fields().get(usize::from(*place)));
    fields.map(|field| field.name().to_owned()).collect()
}

fn steps(entity: &Entity, test: &Test) -> Vec<PlanStep> {
    let mut steps = Vec::new();
    add(entity, test, &mut steps);
    steps
}

impl PlanStep {
    fn new(step: PlanStepKind) -> PlanStep {
        PlanStep {
            step,
            columns: Vec::new(),
            taken_off: Vec::new(),
            lists: Vec::new(),
            field: None,
            sign: None,
            values: Vec::new(),
            count: None,
        }
    }

    fn of(step: PlanStepKind, columns: impl Into<Vec<u16>>, sign: Option<Sign>, values: Vec<Value>) -> PlanStep {
        PlanStep {
            columns: columns.into(),
            sign,
            values,
            ..PlanStep::new(step)
        }
    }
}

fn add(entity: &Entity, test: &Test, steps: &mut Vec<PlanStep>) {
    let step = match test {
        Test::Constant(truth) => PlanStep::of(PlanStepKind::Truth, [], None, vec![(*truth).into()]),
        Test::All(inner) | Test::Any(inner) => {
            inner.iter().for_each(|test| add(entity, test, steps));
            let kind = if matches!(test, Test::All(_)) {
                PlanStepKind::All
            } else {
                PlanStepKind::Either
            };
            PlanStep {
                count: u32::try_from(inner.len()).ok(),
                ..PlanStep::new(kind)
            }
        }
        Test::Not(inner) => {
            add(entity, inner, steps);
            PlanStep::new(PlanStepKind::Not)
        }
        Test::Given(column) => PlanStep::of(PlanStepKind::Given, [*column], None, Vec::new()),
        Test::Is(column, truth) => PlanStep::of(
            PlanStepKind::Compare,
            [*column],
            Some(Sign::Equal),
            vec![(*truth).into()],
        ),
        Test::Sum { terms, sign, value } => {
            let columns = |off: bool| -> Vec<u16> {
                let own = terms.iter().filter(|(own, _)| *own == off);
                own.map(|(_, column)| *column).collect()
            };
            PlanStep {
                taken_off: columns(true),
                ..PlanStep::of(
                    PlanStepKind::Sum,
                    columns(false),
                    Some(*sign),
                    vec![value.to_string().into()],
                )
            }
        }
        Test::Compare(column, sign, cell) => {
            PlanStep::of(PlanStepKind::Compare, [*column], Some(*sign), vec![value(cell)])
        }
        Test::Columns(left, sign, right) => {
            PlanStep::of(PlanStepKind::Columns, [*left, *right], Some(*sign), Vec::new())
        }
        Test::OneOf(column, cells) => {
            PlanStep::of(PlanStepKind::OneOf, [*column], None, cells.iter().map(value).collect())
        }
        Test::Holds(field, cell) => PlanStep {
            field: entity
                .fields()
                .get(usize::from(*field))
                .map(|field| field.name().to_owned()),
            ..PlanStep::of(PlanStepKind::Holds, [], None, vec![value(cell)])
        },
        Test::Begins(column, part) => PlanStep::of(PlanStepKind::Begins, [*column], None, vec![part.as_str().into()]),
        Test::Contains(column, part) => {
            PlanStep::of(PlanStepKind::Contains, [*column], None, vec![part.as_str().into()])
        }
        Test::Search { columns, lists, part } => PlanStep {
            lists: named(entity, lists),
            ..PlanStep::of(PlanStepKind::Search, columns.clone(), None, vec![part.as_str().into()])
        },
    };
    steps.push(step);
}

fn value(cell: &Cell) -> Value {
    match cell {
        Cell::Null => Value::Null,
        Cell::Truth(truth) => (*truth).into(),
        Cell::Whole(number) => number.to_string().into(),
        Cell::Text(text) => text.as_str().into(),
        Cell::Id(id) => Cell::id_text(id).into(),
    }
}
