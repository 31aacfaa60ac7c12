//! The lanes of a board: those of a choice or of the states, in their order, and those that records have.

use serde_json::Value;

use super::super::columns::Cell;
use super::super::compiled::{Entity, Field};
use super::super::definition::{FieldKind, ViewDefinition};
use super::super::query::{QueryPlan, RecordQuery, Sign, Test, compared};
use super::super::values;
use super::ViewPlan;
use crate::{Code, Reason, Result};

/// The lanes of a board.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Lanes {
    /// The field by whose values there are lanes, by place.
    pub field: usize,
    /// Those that are there whether a record has them or not.
    pub known: Vec<Value>,
}

impl Lanes {
    /// As many as a board tells with their records; of others their number of records is told.
    pub const MOST: usize = 50;

    pub(super) fn of(view: &ViewDefinition, entity: &Entity) -> Option<Lanes> {
        let name = view.grouped(entity)?;
        let (place, field) = (entity.place_of(&name)?, entity.field(&name)?);
        let state = entity
            .definition()
            .machine
            .as_ref()
            .filter(|machine| machine.field == name);
        let known: Vec<String> = match (field.kind(), state.and(entity.machine())) {
            (FieldKind::Choice, _) => field.definition().choices.clone(),
            (_, Some(machine)) => {
                let states = machine.definition().states.iter();
                states.map(|state| state.name.clone()).collect()
            }
            _ => Vec::new(),
        };
        // What the view leaves out by this field has no lane.
        let wanted = view
            .filter
            .get(&name)
            .map(|text| text.split(',').map(str::trim).collect::<Vec<_>>());
        let known = known
            .into_iter()
            .filter(|own| wanted.as_ref().is_none_or(|wanted| wanted.contains(&own.as_str())));
        Some(Lanes {
            field: place,
            known: known.map(Value::from).collect(),
        })
    }

    /// Every lane with its number of records: those that are always there, then what else was counted, and last those without any.
    pub fn counted(&self, counts: &[(Value, u64)]) -> Vec<(Value, u64)> {
        let of = |value: &Value| {
            counts
                .iter()
                .find(|(own, _)| own == value)
                .map_or(0, |(_, count)| *count)
        };
        let known = self.known.iter().map(|value| (value.clone(), of(value)));
        let others = counts
            .iter()
            .filter(|(value, _)| !value.is_null() && !self.known.contains(value));
        let none = counts.iter().filter(|(value, _)| value.is_null());
        known.chain(others.cloned()).chain(none.cloned()).collect()
    }

    /// The records of one lane.
    pub fn plan(&self, entity: &Entity, board: &QueryPlan, value: &Value) -> Option<QueryPlan> {
        let field = entity.fields().get(self.field)?;
        let cell = match value {
            Value::Null => Cell::Null,
            value => Some(values::cell(field.column_kind(), value)).filter(|cell| !cell.is_null())?,
        };
        let mut plan = board.clone();
        plan.test = Test::all([plan.test, field.is(&cell)]);
        (plan.facets, plan.expand) = (Vec::new(), Vec::new());
        Some(plan)
    }
}

impl Field {
    /// Whether its column has this; nothing is what is missing.
    pub fn is(&self, cell: &Cell) -> Test {
        match (self.column(), cell) {
            (None, _) => Test::Constant(false),
            (Some(column), Cell::Null) => Test::contrary(Test::Given(column)),
            (Some(column), cell) => compared(column, Sign::Equal, cell.clone()),
        }
    }
}

impl ViewPlan {
    /// The question of the view, or of one of its lanes: a page of another view or of another lane does not follow on it.
    pub fn asked_of(&self, lane: Option<&str>) -> RecordQuery {
        let mut query = self.query.clone();
        let mark = lane.map_or_else(String::new, |lane| format!("lane {lane}"));
        query.filter.insert(format!("view {}", self.view.name), mark);
        query
    }

    /// The same of one lane alone, which is a list with pages.
    pub(super) fn only(mut self, entity: &Entity, lane: &str) -> Result<ViewPlan> {
        let value = match lane {
            "" => Value::Null,
            lane => Value::from(lane),
        };
        let lanes = self.lanes.take();
        let plan = lanes.and_then(|lanes| lanes.plan(entity, &self.plan, &value));
        let Some(plan) = plan else {
            return Err(Reason::new(Code::RequestRange, "/lane", "the board has no such lane").into());
        };
        let expand = std::mem::take(&mut self.plan.expand);
        self.plan = QueryPlan { expand, ..plan };
        Ok(self)
    }
}
