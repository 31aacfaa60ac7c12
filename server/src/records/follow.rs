//! What follows from a change: effects that are acts are done in its transaction, one after the other and each with all that follows from
//! it; those of connectors go into the outbox. What is refused of that refuses the change.

use std::collections::BTreeMap;
use std::sync::Arc;

use ratebook::flow::MachineEffect;
use ratebook::records::{Cell, Deed, RecordAct};
use ratebook::{Code, Error, Reason};
use serde_json::Value;

use super::desk::Desk;
use crate::platform::trace;
use crate::store::sql::Hold;
use crate::store::{Failure, Record, TenantTx};

/// How often effects and runs of rules may follow from each other before they are taken for a circle.
pub(crate) const MOST_CHAINED: u64 = 10;
/// How many acts follow from one change at most.
const MOST_ACTS: u64 = 100;

/// The effects of a change that are to be carried out, and the record by whose links they reach others.
#[derive(Clone, Debug, Default)]
pub(crate) struct Left {
    record: Record,
    /// Where each stands, seen from what was asked for.
    effects: Vec<(String, MachineEffect)>,
}

impl Left {
    /// The same, of a record as it is by then.
    pub(super) fn of(mut self, record: &Record) -> Left {
        if !self.effects.is_empty() {
            self.record.clone_from(record);
        }
        self
    }

    /// The same with the effects of a place.
    pub(super) fn and(mut self, at: &str, effects: &[MachineEffect]) -> Left {
        let placed = effects.iter().enumerate();
        let placed = placed.map(|(number, effect)| (format!("{at}/effects/{number}"), effect.clone()));
        self.effects.extend(placed);
        self
    }
}

/// An effect that comes next.
struct Next {
    desk: Arc<Desk>,
    id: [u8; 16],
    record: Arc<Record>,
    at: String,
    effect: MachineEffect,
}

/// Puts what is left of a change before all that waits already.
fn put_first(waiting: &mut Vec<Next>, (desk, id, at): (&Arc<Desk>, [u8; 16], &str), left: Left) {
    let record = Arc::new(left.record);
    let next = left.effects.into_iter().rev().map(|(place, effect)| Next {
        desk: Arc::clone(desk),
        id,
        record: Arc::clone(&record),
        at: format!("{at}{place}"),
        effect,
    });
    waiting.extend(next);
}

/// Who changes what an act is about, and which record that is where it is another one.
type Led = (Desk, Option<[u8; 16]>);

impl Desk {
    /// Does something to a record, with all that follows.
    pub(crate) async fn carry_out(&self, tx: &mut TenantTx<'_>, id: [u8; 16], deed: &Deed) -> Result<(), Failure> {
        let left = self.keep_deed(tx, id, deed).await?;
        self.follow(tx, id, left).await
    }

    async fn keep_deed(&self, tx: &mut TenantTx<'_>, id: [u8; 16], deed: &Deed) -> Result<Left, Failure> {
        match deed {
            Deed::Set { field, value } => {
                let mut change = Record::new();
                change.insert(field.clone(), value.clone());
                self.keep_change(tx, id, (&change, false), None).await?;
                Ok(Left::default())
            }
            Deed::Fire { event, given } => self.keep_event(tx, id, (event, given), None).await,
            _ => Err(Failure::defect("an act that nobody knows")),
        }
    }

    /// Carries out what is left of a change that is kept by now.
    pub(super) async fn follow(&self, tx: &mut TenantTx<'_>, id: [u8; 16], left: Left) -> Result<(), Failure> {
        if left.effects.is_empty() {
            return Ok(());
        }
        let mut waiting = Vec::new();
        put_first(&mut waiting, (&Arc::new(self.clone()), id, ""), left);
        let mut done = 0;
        while let Some(next) = waiting.pop() {
            let Some(act) = act_of(&next)? else {
                next.desk.send_effect(tx, next.id, &next.effect, None)?;
                continue;
            };
            if done == MOST_ACTS || next.desk.chain() >= MOST_CHAINED {
                return Err(circle(&next));
            }
            done += 1;
            let target = next.desk.target_of(&act, &next.record)?;
            let Some((desk, linked)) = target else { continue };
            let id = linked.unwrap_or(next.id);
            if linked.is_some() && desk.before(tx, id, false).await?.is_none() {
                let message = format!("what the effect `{}` changes is gone", next.effect.name);
                return Err(Reason::new(Code::RecordsLink, format!("{}/with/link", next.at), message).into());
            }
            match desk.keep_deed(tx, id, &act.deed).await {
                Ok(left) => put_first(&mut waiting, (&Arc::new(desk), id, &next.at), left),
                Err(failure) => return Err(self.refused_by(&desk, &next, &act, failure)),
            }
        }
        Ok(())
    }

    /// Holds what acts will change beside the record itself, in one order for everybody and before anything is linked to.
    pub(super) async fn hold_for_acts(&self, tx: &mut TenantTx<'_>, left: &Left) -> Result<(), Failure> {
        let mut targets = BTreeMap::new();
        for (_, effect) in &left.effects {
            // What an effect lacks is told where it is done.
            let Ok(Some(act)) = RecordAct::of(effect) else { continue };
            if let Some((desk, Some(id))) = self.target_of(&act, &left.record)? {
                targets.insert((desk.entity()?.name().to_owned(), id), desk);
            }
        }
        for ((_, id), desk) in targets {
            desk.held(tx, id, false, Hold::ToChange).await?;
        }
        Ok(())
    }

    /// The engine at the desk of what an act changes, and which record that is where a link leads there; nothing where the link is empty.
    fn target_of(&self, act: &RecordAct, record: &Record) -> Result<Option<Led>, Failure> {
        let Some(link) = &act.link else {
            return Ok(Some((self.by_itself()?, None)));
        };
        let field = self.entity()?.field(link);
        let Some(name) = field.and_then(|field| field.definition().entity.as_deref()) else {
            return Err(Failure::defect(format!("an effect by `{link}`, which is no link")));
        };
        match record.get(link).and_then(Value::as_str).map(Cell::id) {
            None => Ok(None),
            Some(Some(Cell::Id(id))) => Ok(Some((self.at(name)?.by_itself()?, Some(id)))),
            Some(_) => Err(Failure::defect(format!("`{link}` names no record"))),
        }
    }

    /// Whether records of the entity live by a machine with effects that are acts.
    pub(super) fn has_acts(&self) -> Result<bool, Failure> {
        let is_act = |effect: &MachineEffect| !matches!(RecordAct::of(effect), Ok(None));
        Ok(self.entity()?.machines().any(|machine| {
            let definition = machine.definition();
            let begins = definition.start.iter().flat_map(|start| &start.effects);
            let mut all = begins.chain(definition.transitions.iter().flat_map(|way| &way.effects));
            all.any(is_act)
        }))
    }

    /// Why a change is refused by what would follow from it: at the place of the effect. It was found with all of the other record in
    /// view, so whoever does not see all of that is told no more than the code.
    fn refused_by(&self, desk: &Desk, next: &Next, act: &RecordAct, failure: Failure) -> Failure {
        let Failure::Refused(error) = failure else {
            return failure;
        };
        let mut own = desk.clone();
        own.caller.clone_from(&self.caller);
        let is_whole = own.sees_all()
            && own
                .entity()
                .is_ok_and(|entity| entity.hides_nothing_from(&own.caller.holder));
        if is_whole || self.caller.actor.super_admin {
            return error
                .each_reason(|reason| reason.path = place_of(next, act, &reason.path))
                .into();
        }
        trace::tell(&format!("{}: {error}", next.at));
        let mut reasons: Vec<Reason> = Vec::new();
        for told in error.into_reasons() {
            if reasons.iter().all(|reason| reason.code != told.code) {
                let message = "what follows from this is refused, and why is in what you do not see";
                reasons.push(Reason::new(told.code, next.at.as_str(), message));
            }
        }
        Error::from_reasons(reasons).map_or_else(|| Failure::defect("a refusal without a reason"), Failure::Refused)
    }
}

/// What the next effect does to a record, where it is an act.
fn act_of(next: &Next) -> Result<Option<RecordAct>, Failure> {
    Ok(RecordAct::of(&next.effect).map_err(|error| error.under(&next.at))?)
}

fn circle(next: &Next) -> Failure {
    let limit = match next.desk.chain() {
        chain if chain >= MOST_CHAINED => MOST_CHAINED,
        _ => MOST_ACTS,
    };
    let message = format!("{limit} effects and runs of rules have followed from each other: they go in a circle");
    let reason = Reason::new(Code::FlowEffectLoop, next.at.as_str(), message);
    reason.with("limit", limit).into()
}

/// Where the effect says what was refused.
fn place_of(next: &Next, act: &RecordAct, path: &str) -> String {
    let at = &next.at;
    match &act.deed {
        Deed::Fire { .. } if path == "/event" || path.starts_with("/given/") => format!("{at}/with{path}"),
        Deed::Set { field, .. } => {
            let rest = path
                .strip_prefix("/change/")
                .and_then(|path| path.strip_prefix(field.as_str()));
            match rest.filter(|rest| rest.is_empty() || rest.starts_with('/')) {
                Some(rest) => format!("{at}/with/value{rest}"),
                None => at.clone(),
            }
        }
        _ => at.clone(),
    }
}
