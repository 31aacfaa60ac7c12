use crate::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::Machine;
use super::changes::changes;
use super::compiled::{EventId, StateId, Way};
use super::definition::MachineEffect;
use super::instance::{MachineInstance, MachineRecord};
use super::known::Happening;
use crate::fault::Limits;
use crate::time::Instant;
use crate::{Code, Reason, Result};

/// What happened by itself before the event: a timer had run out, and nobody had fired it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct MachineSettled {
    /// What to keep of it; it happened when it was due.
    pub record: MachineRecord,
    /// What the host is to carry out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub effects: Vec<MachineEffect>,
}

/// As many timers as are settled in one call. Machines whose timers go round for years, or for ever, end there.
pub(super) const MAX_SETTLED: usize = 1_000;

/// An instance after all that was due, and what that was.
#[derive(Clone, Debug)]
pub(super) struct Settling {
    pub(super) instance: MachineInstance,
    pub(super) steps: Vec<MachineSettled>,
    /// What is due beyond the limit.
    more: Option<(Instant, EventId)>,
}

/// A timer of a state that has run out.
pub(super) struct Lapsed<'m> {
    pub(super) at: Instant,
    pub(super) event: EventId,
    pub(super) way: &'m Way,
}

impl Machine {
    /// All that was due by a moment happens, each at its own moment, one after the other; nothing when nothing was.
    pub(super) fn settle(
        &self,
        instance: &MachineInstance,
        state: StateId,
        now: Instant,
        facts: &Map<String, Value>,
    ) -> Result<Option<Settling>> {
        let Some(mut lapsed) = self.lapsed(instance, state, now, facts)? else {
            return Ok(None);
        };
        let mut settling = Settling {
            instance: instance.clone(),
            steps: Vec::new(),
            more: None,
        };
        loop {
            self.lapse(&mut settling, &lapsed)?;
            match self.lapsed(&settling.instance, lapsed.way.to, now, facts)? {
                None => return Ok(Some(settling)),
                Some(next) if settling.steps.len() >= MAX_SETTLED => {
                    settling.more = Some((next.at, next.event));
                    return Ok(Some(settling));
                }
                Some(next) => lapsed = next,
            }
        }
    }

    /// The first timer of the state that has run out by a moment, and whose way its event took at its own.
    fn lapsed<'m>(
        &'m self,
        instance: &MachineInstance,
        state: StateId,
        now: Instant,
        facts: &Map<String, Value>,
    ) -> Result<Option<Lapsed<'m>>> {
        if !self.is_timed(state) {
            return Ok(None);
        }
        for timer in self.run_out(instance, state, now) {
            let known = Happening {
                facts: Some(facts),
                recorded: Some(&instance.fields),
                now: Some(timer.at),
                ..Happening::default()
            };
            let taken = self.taken_way(state, timer.event, &known)?;
            if taken.is_some_and(|way| std::ptr::eq(way, timer.way)) {
                return Ok(Some(timer));
            }
        }
        Ok(None)
    }

    /// The timers of the state that have run out by a moment, in order of time.
    pub(super) fn run_out<'m>(&'m self, instance: &MachineInstance, state: StateId, now: Instant) -> Vec<Lapsed<'m>> {
        let mut timers: Vec<Lapsed<'_>> = self.timers(instance, state).filter(|timer| timer.at <= now).collect();
        timers.sort_by_key(|timer| timer.at);
        timers
    }

    /// Every timer of the state that has a moment, in the definition's order of events.
    pub(super) fn timers<'m>(&'m self, instance: &MachineInstance, state: StateId) -> impl Iterator<Item = Lapsed<'m>> {
        let ways = self
            .leading(state)
            .flat_map(move |(event, _)| self.ways(state, event).iter().map(move |way| (event, way)));
        ways.filter_map(move |(event, way)| {
            let at = self.transition(way)?.after.as_ref()?.due_at(instance)?;
            Some(Lapsed { at, event, way })
        })
    }

    fn lapse(&self, settling: &mut Settling, lapsed: &Lapsed<'_>) -> Result<()> {
        let Some(transition) = self.transition(lapsed.way) else {
            return Ok(());
        };
        let instance = &mut settling.instance;
        let happening = Happening {
            recorded: Some(&instance.fields),
            now: Some(lapsed.at),
            ..Happening::default()
        };
        let changed = changes(&transition.stamps, &lapsed.way.sets, None, &happening)?;
        let record = MachineRecord {
            version: instance.version + 1,
            event: Some(transition.event.clone()),
            before: Some(instance.state.clone()),
            after: transition.to.clone(),
            at: lapsed.at,
            actor: None,
            given: Map::new(),
            changed,
        };
        instance.take(&record);
        let effects = transition.effects.clone();
        settling.steps.push(MachineSettled { record, effects });
        Ok(())
    }
}

impl Settling {
    /// Whether the event is among what happened.
    pub(super) fn has(&self, event: &str) -> bool {
        self.steps
            .iter()
            .any(|step| step.record.event.as_deref() == Some(event))
    }

    /// Refuses to go on where more is due than is settled at once.
    pub(super) fn complete(&self, machine: &Machine) -> Result<()> {
        let Some((at, event)) = self.more else { return Ok(()) };
        let first = self.steps.first().and_then(|step| step.record.event.as_deref());
        let message = format!(
            "more than {MAX_SETTLED} timers have run out, and `{}` has been due since {at}; fire `{}` first, until none is due",
            machine.named(event),
            first.unwrap_or_default()
        );
        let reason = Reason::new(Code::FlowUnsettled, "/now", message);
        Err(reason.with("event", first).with("limit", MAX_SETTLED).into())
    }

    /// What happened, in short: for the details of a refusal.
    pub(super) fn told(&self) -> Value {
        let told = |step: &MachineSettled| {
            let record = &step.record;
            serde_json::json!({"event": record.event, "state": record.after, "at": record.at})
        };
        self.steps.iter().map(told).collect()
    }
}
