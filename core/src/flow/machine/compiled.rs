use std::sync::Arc;

use super::check;
use super::definition::{MachineDefinition, MachineEvent, MachineState, MachineTransition};
use super::fields::Fields;
use crate::Result;
use crate::expression::{Expression, Facts};
use crate::fault::Faults;
use crate::permission::Permission;

/// A machine, checked and compiled to a table: fired millions of times a second, with the same verdict everywhere.
///
/// ```
/// use ratebook::flow::{FireRequest, Machine, StartRequest};
/// # fn main() -> ratebook::Result<()> {
/// let machine = Machine::load_text(br#"
///     name = "hold"
///     initial = "held"
///     states = [{name = "held"}, {name = "taken", terminal = true}, {name = "lapsed", terminal = true}]
///     events = [{name = "take"}, {name = "lapse"}]
///     transitions = [
///         {from = ["held"], event = "take", to = "taken", stamps = {taken_at = "now"}},
///         {from = ["held"], event = "lapse", to = "lapsed", after = {minutes = 15}},
///     ]
/// "#)?;
/// let now = "2026-05-04T10:00:00Z".parse()?;
/// let held = machine.start(&StartRequest::new(now))?.instance;
/// let taken = machine.fire(&FireRequest::new(held, "take", now))?;
/// assert_eq!(taken.instance.state, "taken");
/// let again = machine.fire(&FireRequest::new(taken.instance, "lapse", now));
/// assert_eq!(again.unwrap_err().code().as_str(), "flow.illegal");
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
pub struct Machine {
    inner: Arc<Compiled>,
}

/// A state, by its place in the definition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct StateId(pub(super) u16);

/// An event, by its place in the definition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct EventId(pub(super) u16);

#[derive(Debug)]
pub(super) struct Compiled {
    definition: MachineDefinition,
    /// For each state and event the place of its first way, or [`NONE`].
    table: Vec<u16>,
    ways: Vec<Way>,
    states: Names,
    events: Names,
    /// For each state whether a timer may lead from it.
    timed: Vec<bool>,
    fields: Fields,
    beginning: Beginning,
}

/// A field that is set to the value of an expression.
#[derive(Clone, Debug)]
pub(super) struct FieldSet {
    pub(super) name: Box<str>,
    pub(super) value: Expression,
}

/// When an instance may begin, and what that sets.
#[derive(Debug, Default)]
pub(super) struct Beginning {
    pub(super) guard: Option<Expression>,
    pub(super) sets: Vec<FieldSet>,
}

/// Where a transition leads from one of its states.
#[derive(Clone, Debug)]
pub struct Way {
    pub(super) to: StateId,
    pub(super) guard: Option<Arc<Expression>>,
    pub(super) permission: Option<Arc<Permission>>,
    pub(super) sets: Arc<[FieldSet]>,
    /// The place of its transition in the definition.
    pub(super) transition: usize,
    /// Whether another way of the same state and event comes after it.
    pub(super) more: bool,
}

const NONE: u16 = u16::MAX;
/// As many ways as the table can tell apart.
pub(super) const MAX_WAYS: usize = NONE as usize;

/// Names in order, for finding their places.
#[derive(Clone, Debug, Default)]
struct Names(Vec<(Box<str>, u16)>);

impl Names {
    fn of<'n>(names: impl Iterator<Item = &'n str>) -> Names {
        let mut all: Vec<_> = (0..).zip(names).map(|(place, name)| (name.into(), place)).collect();
        all.sort();
        Names(all)
    }

    fn find(&self, name: &str) -> Option<u16> {
        let found = self.0.binary_search_by(|(own, _)| (**own).cmp(name)).ok()?;
        self.0.get(found).map(|(_, place)| *place)
    }
}

/// What the check found of a definition.
pub(super) struct Checked {
    pub(super) resolved: Vec<Resolved>,
    pub(super) beginning: Beginning,
    pub(super) fields: Fields,
}

/// A transition with its states resolved, as the check found it.
pub(super) struct Resolved {
    pub(super) from: Vec<u16>,
    pub(super) event: u16,
    pub(super) to: u16,
    pub(super) guard: Option<Arc<Expression>>,
    pub(super) permission: Option<Arc<Permission>>,
    pub(super) sets: Arc<[FieldSet]>,
    pub(super) transition: usize,
}

impl Machine {
    pub(crate) fn checked(definition: MachineDefinition, mut faults: Faults) -> Result<Machine> {
        let resolved = check::check(&definition, &mut faults);
        let machine = Machine {
            inner: Arc::new(Compiled::new(definition, resolved)),
        };
        faults.finish(machine)
    }

    /// What it was loaded from.
    pub fn definition(&self) -> &MachineDefinition {
        &self.inner.definition
    }

    /// The state of that name.
    pub fn state(&self, name: &str) -> Option<StateId> {
        self.inner.states.find(name).map(StateId)
    }

    /// The event of that name.
    pub fn event(&self, name: &str) -> Option<EventId> {
        self.inner.events.find(name).map(EventId)
    }

    /// What leads from a state by an event; several when all but the last are guarded.
    pub fn ways(&self, state: StateId, event: EventId) -> &[Way] {
        let inner = &*self.inner;
        let slot = usize::from(state.0) * inner.definition.events.len() + usize::from(event.0);
        let first = inner.table.get(slot).copied().unwrap_or(NONE);
        let rest = inner.ways.get(usize::from(first)..).unwrap_or_default();
        let count = rest.iter().position(|way| !way.more).map_or(0, |last| last + 1);
        rest.get(..count).unwrap_or_default()
    }

    /// The state that an event leads to, for those who hold typed facts: those that are declared in the order of their names,
    /// then `now`, then the fields in the order of theirs, as they are, as they are given and as they were recorded. Nothing when no condition holds. Who may is not asked, nor when.
    pub fn next(&self, state: StateId, event: EventId, facts: &dyn Facts) -> Result<Option<StateId>> {
        for way in self.ways(state, event) {
            match &way.guard {
                Some(guard) if !guard.is_true(facts)? => {}
                _ => return Ok(Some(way.to)),
            }
        }
        Ok(None)
    }

    /// Whether a timer may lead from the state.
    pub(super) fn is_timed(&self, state: StateId) -> bool {
        self.inner.timed.get(usize::from(state.0)).copied().unwrap_or_default()
    }

    pub(super) fn beginning(&self) -> &Beginning {
        &self.inner.beginning
    }

    pub(super) fn fields(&self) -> &Fields {
        &self.inner.fields
    }

    pub(super) fn state_at(&self, state: StateId) -> Option<&MachineState> {
        self.definition().states.get(usize::from(state.0))
    }

    /// The transition of a way.
    pub(super) fn transition(&self, way: &Way) -> Option<&MachineTransition> {
        self.definition().transitions.get(way.transition)
    }

    /// The events that lead somewhere from a state.
    pub(super) fn leading(&self, state: StateId) -> impl Iterator<Item = (EventId, &MachineEvent)> {
        let events = (0..).map(EventId).zip(&self.definition().events);
        events.filter(move |(event, _)| !self.ways(state, *event).is_empty())
    }
}

impl Compiled {
    fn new(definition: MachineDefinition, checked: Checked) -> Compiled {
        let (states, events) = (definition.states.len(), definition.events.len());
        let mut by_cell: Vec<Vec<Way>> = vec![Vec::new(); states * events];
        let mut timed = vec![false; states];
        for one in checked.resolved {
            let has_timer = definition
                .transitions
                .get(one.transition)
                .is_some_and(|own| own.after.is_some());
            for state in one.from {
                if let Some(timed) = timed.get_mut(usize::from(state)) {
                    *timed |= has_timer;
                }
                let slot = usize::from(state) * events + usize::from(one.event);
                if let Some(cell) = by_cell.get_mut(slot) {
                    cell.push(Way {
                        to: StateId(one.to),
                        guard: one.guard.clone(),
                        permission: one.permission.clone(),
                        sets: Arc::clone(&one.sets),
                        transition: one.transition,
                        more: true,
                    });
                }
            }
        }
        let mut ways = Vec::new();
        let mut table = Vec::with_capacity(by_cell.len());
        for mut cell in by_cell {
            if let Some(last) = cell.last_mut() {
                last.more = false;
            }
            let first = if cell.is_empty() {
                None
            } else {
                u16::try_from(ways.len()).ok()
            };
            table.push(first.unwrap_or(NONE));
            ways.append(&mut cell);
        }
        Compiled {
            table,
            ways,
            states: Names::of(definition.states.iter().map(|state| state.name.as_str())),
            events: Names::of(definition.events.iter().map(|event| event.name.as_str())),
            timed,
            fields: checked.fields,
            beginning: checked.beginning,
            definition,
        }
    }
}
