//! Rules of packs that act when something has happened to a record. All that the rules of one occasion do is one transaction with the end
//! of its job: each action once, in the rights of the role that its rule names, or nothing of it.

use std::sync::Arc;

use ratebook::flow::{
    AutomationAction, AutomationEvent, AutomationField, AutomationTrigger, MachineEffect, RetryPolicy,
};
use ratebook::records::{Deed, Entity, Pack, RecordAutomationRequest};
use serde_json::{Map, Value, json};

use super::effects::{LANE, desk_of, engine_of};
use super::{Carried, Carrying, Connector, Job, NewJob};
use crate::platform::accounts::id_of;
use crate::platform::auth::written;
use crate::records::desk::Desk;
use crate::records::follow::MOST_CHAINED;
use crate::state::App;
use crate::store::{Failure, Record, TenantTx};

/// The name of the jobs that run rules.
const NAME: &str = "automation";
/// An event is told as `ticket:resolve`.
const OF: char = ':';

/// Whoever runs rules.
#[derive(Debug)]
pub(super) struct Rules;

/// Something that rules are asked about.
#[derive(Clone, Debug)]
pub(super) struct Occasion {
    /// The same however often it is tried.
    pub(super) key: String,
    pub(super) triggers: Vec<AutomationTrigger>,
    /// By whom it happened.
    pub(super) actor: Option<String>,
    /// The action of a rule by which it happened.
    pub(super) followed: Option<AutomationTrigger>,
}

impl Connector for Rules {
    fn names(&self) -> &[&'static str] {
        &[NAME]
    }

    fn is_own(&self) -> bool {
        true
    }

    fn leads_outside(&self) -> bool {
        false
    }

    fn retries(&self) -> RetryPolicy {
        RetryPolicy::new(vec![1, 5, 30, 300, 1_800])
    }

    fn carry<'a>(&'a self, app: &'a App, job: &'a Job) -> Carrying<'a> {
        Box::pin(run(app, job))
    }
}

/// The job of what happened to a record, where a rule waits for it. Whoever does not serve the pack leaves it to those who do.
pub(super) fn job_of(
    pack: Option<&Pack>,
    (entity, record, name): (&str, [u8; 16], &str),
    (event, actor): ([u8; 16], &str),
    body: &Value,
) -> Option<NewJob> {
    let mut told = Map::new();
    for part in ["state", "fields", "more", "followed", "chain"] {
        told.extend(body.get(part).map(|value| (part.to_owned(), value.clone())));
    }
    let record = written(record);
    told.insert("entity".to_owned(), entity.into());
    told.insert("record".to_owned(), record.as_str().into());
    told.insert("event".to_owned(), name.into());
    told.insert("actor".to_owned(), actor.into());
    let body = Value::Object(told);
    let known = pack.and_then(|pack| Some((pack, pack.entity(entity)?)));
    if known.is_some_and(|(pack, entity)| triggers(pack, entity, &body).is_empty()) {
        return None;
    }
    Some(NewJob {
        name: NAME.to_owned(),
        key: written(event),
        lane: Some(format!("{LANE} {entity} {record}")),
        body,
    })
}

/// What happened, as far as a rule waits for it.
fn triggers(pack: &Pack, entity: &Entity, body: &Value) -> Vec<AutomationTrigger> {
    let text = |name: &str| body.get(name).and_then(Value::as_str);
    let followed = followed(body);
    // A field that a rule has set was followed with all that is computed of it.
    if matches!(followed, Some(AutomationTrigger::Field(_))) {
        return Vec::new();
    }
    let mut happened = Vec::new();
    let machine = entity.definition().machine.as_ref();
    let event = text("event").and_then(|name| name.split_once(OF));
    if let (Some(machine), Some((_, event)), Some(state)) = (machine, event, text("state")) {
        let mut own = AutomationEvent::new(machine.name.as_str(), event);
        own.state = Some(state.to_owned());
        happened.push(AutomationTrigger::Event(own));
    }
    // Of several events of one change the last one tells which fields are others.
    let fields = body.get("fields").and_then(Value::as_array);
    let fields = fields.filter(|_| body.get("more").is_none()).into_iter().flatten();
    let field = |name: &Value| {
        Some(AutomationTrigger::Field(AutomationField::new(
            entity.name(),
            name.as_str()?,
        )))
    };
    happened.extend(fields.filter_map(field));
    happened.retain(|trigger| pack.waits_for(entity.name(), trigger, followed.as_ref()));
    happened
}

fn followed(body: &Value) -> Option<AutomationTrigger> {
    serde_json::from_value(body.get("followed")?.clone()).ok()
}

async fn run(app: &App, job: &Job) -> Result<Carried, Failure> {
    let text = |name: &str| job.body.get(name).and_then(Value::as_str).unwrap_or_default();
    let Some(id) = id_of(text("record")) else {
        return Ok(Carried::Useless("it names no record".to_owned()));
    };
    let caller = engine_of(app, job.tenant, text("entity")).await?;
    let Some(desk) = desk_of(app, &caller, text("entity")) else {
        return Ok(Carried::Done("the pack has no such records any more".to_owned()));
    };
    let occasion = Occasion {
        key: job.key.clone(),
        triggers: triggers(desk.pack(), desk.entity()?, &job.body),
        actor: Some(text("actor").to_owned()),
        followed: followed(&job.body),
    };
    if occasion.triggers.is_empty() {
        return Ok(Carried::Done("no rule waits for it".to_owned()));
    }
    let chain = job.body.get("chain").and_then(Value::as_u64).unwrap_or(0);
    if chain >= MOST_CHAINED {
        let why =
            format!("{MOST_CHAINED} effects and runs of rules have followed from each other: they go in a circle");
        return Ok(Carried::Useless(why));
    }
    let (store, whose) = (app.store.clone(), desk.caller.whose());
    let own = Arc::new((desk.behind(chain + 1), job.clone(), occasion));
    let done = store.write_again(whose, move |mut tx| {
        let own = Arc::clone(&own);
        Box::pin(async move {
            let (desk, job, occasion) = &*own;
            let Some(told) = desk.run_rules(&mut tx, id, occasion).await? else {
                return Ok(false);
            };
            job.done_in(&mut tx, desk.now.microseconds(), &told).await?;
            Ok(true)
        })
    });
    match done.await {
        Ok(true) => Ok(Carried::Kept),
        Ok(false) => Ok(Carried::Useless("the record is gone".to_owned())),
        // The rules of the pack refuse it, and will again.
        Err(Failure::Refused(error)) => Ok(Carried::Useless(error.to_string())),
        Err(failure) => Err(failure),
    }
}

impl Desk {
    /// What the rules would do about a record.
    pub(super) fn rules(&self, record: Record, occasion: &Occasion) -> Result<RecordAutomationRequest, Failure> {
        let (key, triggers) = (occasion.key.as_str(), occasion.triggers.clone());
        let mut request = RecordAutomationRequest::new(key, self.entity()?.name(), record, triggers, self.now);
        request.zone = Some(self.zone().clone());
        (request.actor, request.followed) = (occasion.actor.clone(), occasion.followed.clone());
        Ok(request)
    }

    /// Does what the rules say about a record, and tells which of them ran; nothing where the record is gone.
    pub(super) async fn run_rules(
        &self,
        tx: &mut TenantTx<'_>,
        id: [u8; 16],
        occasion: &Occasion,
    ) -> Result<Option<String>, Failure> {
        let Some(record) = self.before(tx, id, false).await? else {
            return Ok(None);
        };
        let run = self.pack().automate(&self.rules(record, occasion)?)?;
        for own in &run.runs {
            // It may what its role may.
            let desk = self.of_role(own.as_role.as_deref(), format!("{NAME}:{}", own.rule))?;
            for (number, action) in own.actions.iter().enumerate() {
                desk.act_by_rule(tx, id, action, &format!("{}/{number}", own.key))
                    .await?;
            }
        }
        let ran: Vec<String> = run.runs.iter().map(|own| format!("`{}`", own.rule)).collect();
        Ok(Some(match ran.is_empty() {
            true => "no rule applies".to_owned(),
            false => format!("ran {}", ran.join(", ")),
        }))
    }

    async fn act_by_rule(
        &self,
        tx: &mut TenantTx<'_>,
        id: [u8; 16],
        action: &AutomationAction,
        key: &str,
    ) -> Result<(), Failure> {
        match action {
            AutomationAction::SetField(set) => {
                let followed = AutomationField::new(set.entity.as_str(), set.field.as_str());
                let change = Deed::Set {
                    field: set.field.clone(),
                    value: set.value.clone(),
                };
                let desk = self.clone().doing(AutomationTrigger::Field(followed));
                desk.carry_out(tx, id, &change).await
            }
            AutomationAction::ChangeStatus(status) => {
                let mut followed = AutomationEvent::new(status.machine.as_str(), status.event.as_str());
                followed.state.clone_from(&status.state);
                let change = Deed::Fire {
                    event: status.event.clone(),
                    given: Record::new(),
                };
                let desk = self.clone().doing(AutomationTrigger::Event(followed));
                desk.carry_out(tx, id, &change).await
            }
            AutomationAction::Notify(own) => {
                self.send(tx, id, ("notify", &own.parameters, Some(("template", &own.name))), key)
            }
            AutomationAction::CallWebhook(own) => self.send(
                tx,
                id,
                ("call_webhook", &own.parameters, Some(("event", &own.name))),
                key,
            ),
            AutomationAction::Effect(own) => self.send(tx, id, (&own.name, &own.parameters, None), key),
            // A pack with any other action does not load.
            _ => Err(Failure::defect("a rule that does what nobody knows")),
        }
    }

    /// Has an effect carried out once this is kept.
    fn send(
        &self,
        tx: &mut TenantTx<'_>,
        id: [u8; 16],
        (name, parameters, named): (&str, &Map<String, Value>, Option<(&str, &String)>),
        key: &str,
    ) -> Result<(), Failure> {
        let mut effect = MachineEffect::new(name);
        effect.with.clone_from(parameters);
        let named = named.map(|(parameter, name)| (parameter.to_owned(), json!(name)));
        effect.with.extend(named);
        self.send_effect(tx, id, &effect, Some(key))
    }
}
