//! What a pack writes to people about records by itself: what went out of it about one, and what comes.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Path, RawQuery, State};
use axum::http::Response;
use axum::response::IntoResponse;
use ratebook::flow::{ContactSuppressedWhy, MachineEffect};
use ratebook::records::{RecordContact, RecordContacts, RecordContactsRequest};
use ratebook::time::Instant;
use serde_json::{Value, json};

use super::desk::Desk;
use super::parameters::Parameters;
use crate::platform::accounts::id_of;
use crate::platform::auth::written;
use crate::platform::caller::Comer;
use crate::platform::{mail, privacy, sms};
use crate::problem::Problem;
use crate::state::App;
use crate::store::json;
use crate::store::sql::Bound;
use crate::store::{Failure, LOOK_AGAIN, Record, RowCells, TenantTx};

/// The actor of what goes out is called so, with the plan behind it.
const NAME: &str = "contacts";
/// As many keys of what was sent about one record are looked at.
const MOST_SENT: i64 = 10_000;

/// A record is looked at as soon as somebody comes to it.
const LOOK: &str = "INSERT INTO contact_timers (tenant_id, entity, record_id, due_at, version) VALUES ($1, $2, $3, $4, $5) ON CONFLICT \
    (tenant_id, entity, record_id) DO UPDATE SET due_at = excluded.due_at, version = excluded.version";
const KEEP: &str = "INSERT INTO contacts (tenant_id, entity, record_id, key, plan, contact, letter, channel, due_at, sent_at) VALUES ($1, $2, \
    $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (tenant_id, entity, record_id, key) DO NOTHING";

impl Desk {
    /// Has a record looked at for what is written about it by itself; one that is gone no more.
    pub(super) async fn look_at_contacts(
        &self,
        tx: &mut TenantTx<'_>,
        id: [u8; 16],
        record: Option<&Record>,
    ) -> Result<(), Failure> {
        let name = self.entity()?.name();
        let mut plans = self.pack().definition().contacts.iter();
        if !plans.any(|plan| plan.entity == name) {
            return Ok(());
        }
        match record {
            Some(_) => tx.tell_later(LOOK, &self.look(id)?),
            None => self.look_no_more(tx, id).await?,
        }
        Ok(())
    }

    /// The same of one that is as it was, unless it is known when.
    pub(crate) async fn look_at_contacts_again(&self, tx: &mut TenantTx<'_>, id: [u8; 16]) -> Result<(), Failure> {
        tx.tell(LOOK_AGAIN, &self.look(id)?).await.map(drop)
    }

    fn look(&self, id: [u8; 16]) -> Result<[Bound; 4], Failure> {
        Ok([
            Bound::Text(self.entity()?.name().to_owned()),
            Bound::Id(id),
            Bound::Whole(self.now.microseconds()),
            Bound::Whole(self.pack().definition().version.into()),
        ])
    }

    async fn look_no_more(&self, tx: &mut TenantTx<'_>, id: [u8; 16]) -> Result<(), Failure> {
        let values = [Bound::Text(self.entity()?.name().to_owned()), Bound::Id(id)];
        let text = "DELETE FROM contact_timers WHERE tenant_id = $1 AND entity = $2 AND record_id = $3";
        tx.tell(text, &values).await.map(drop)
    }

    /// Forgets what was sent about a record that is gone for good.
    pub(super) async fn forget_contacts(&self, tx: &mut TenantTx<'_>, id: [u8; 16]) -> Result<(), Failure> {
        let values = [Bound::Text(self.entity()?.name().to_owned()), Bound::Id(id)];
        let text = "DELETE FROM contacts WHERE tenant_id = $1 AND entity = $2 AND record_id = $3";
        tx.tell(text, &values).await?;
        self.forget_sent(tx, id).await
    }

    /// Forgets what became of letters and SMS about a record.
    pub(crate) async fn forget_sent(&self, tx: &mut TenantTx<'_>, id: [u8; 16]) -> Result<(), Failure> {
        let values = [Bound::Text(self.entity()?.name().to_owned()), Bound::Id(id)];
        sms::forget_record(tx, &values).await?;
        mail::forget_record(tx, &values).await
    }

    /// Forgets what was sent about a record by dates that say nothing any more: when it was sent tells what they said. It does not go out
    /// again without them.
    pub(crate) async fn forget_contacts_by(
        &self,
        tx: &mut TenantTx<'_>,
        id: [u8; 16],
        changed: &[String],
    ) -> Result<(), Failure> {
        let name = self.entity()?.name();
        let plans = self.pack().definition().contacts.iter();
        for plan in plans.filter(|plan| plan.entity == name) {
            for contact in plan.contacts.iter().filter(|own| changed.contains(&own.anchor)) {
                let values = [
                    Bound::Text(name.to_owned()),
                    Bound::Id(id),
                    Bound::Text(plan.name.clone()),
                    Bound::Text(contact.id.clone()),
                ];
                let text = "DELETE FROM contacts WHERE tenant_id = $1 AND entity = $2 AND record_id = $3 AND plan = $4 AND contact = $5";
                tx.tell(text, &values).await?;
            }
        }
        Ok(())
    }

    /// Sends what is due about a record, each once, and keeps when it is looked at again; how much was sent.
    pub(crate) async fn send_contacts(&self, tx: &mut TenantTx<'_>, id: [u8; 16]) -> Result<usize, Failure> {
        // Held first: what is true of it then stays so, and nobody else sends the same.
        let Some(record) = self.as_engine()?.before(tx, id, false).await? else {
            self.look_no_more(tx, id).await?;
            return Ok(0);
        };
        let found = self.contacts(tx, id, record).await?;
        let mut sent = 0;
        for contact in &found.send {
            if self.keep_contact(tx, id, contact).await? {
                self.send_contact(tx, id, contact)?;
                sent += 1;
            }
        }
        match found.next_at {
            Some(next) => {
                let [entity, id, _, version] = self.look(id)?;
                let values = [entity, id, Bound::Whole(next.microseconds()), version];
                tx.tell(LOOK, &values).await?;
            }
            None => self.look_no_more(tx, id).await?,
        }
        Ok(sent)
    }

    /// What is due about a record by now, and what comes.
    async fn contacts(&self, tx: &mut TenantTx<'_>, id: [u8; 16], record: Record) -> Result<RecordContacts, Failure> {
        let entity = self.entity()?;
        let people = entity.definition().people.iter().map(|path| {
            let name = path.strip_prefix('/').unwrap_or(path);
            record.get(name).and_then(Value::as_str).and_then(id_of)
        });
        let people: Vec<[u8; 16]> = people.flatten().collect();
        let mut request = RecordContactsRequest::new(entity.name(), record, self.now);
        request.zone = Some(self.zone().clone());
        let mut plans = self.pack().definition().contacts.iter();
        if plans.any(|plan| plan.entity == entity.name() && plan.consent.is_some()) {
            request.agreed = privacy::agreed(tx, self, &people).await?;
        }
        for row in &self.sent_contacts(tx, id).await? {
            request.sent.push(row.key.clone());
        }
        Ok(self.pack().contacts(&request)?)
    }

    async fn sent_contacts(&self, tx: &mut TenantTx<'_>, id: [u8; 16]) -> Result<Vec<Sent>, Failure> {
        let text = "SELECT key, plan, contact, letter, channel, due_at, sent_at FROM contacts WHERE tenant_id = $1 AND entity = $2 AND \
                    record_id = $3 ORDER BY sent_at DESC, key LIMIT $4";
        let values = [
            Bound::Text(self.entity()?.name().to_owned()),
            Bound::Id(id),
            Bound::Whole(MOST_SENT),
        ];
        let rows = tx.ask(text, &values).await?;
        let sent = rows.iter().map(|row| {
            let text = |place: usize| Ok::<_, Failure>(row.text(place)?.unwrap_or_default().to_owned());
            let moment = |place: usize| Ok::<_, Failure>(row.whole(place)?.and_then(Instant::from_microseconds));
            Ok(Sent {
                key: text(0)?,
                plan: text(1)?,
                told: json!({
                    "plan": text(1)?,
                    "contact": text(2)?,
                    "letter": text(3)?,
                    "channel": text(4)?,
                    "due_at": moment(5)?,
                    "sent_at": moment(6)?,
                }),
            })
        });
        sent.collect()
    }

    /// Keeps that something goes out; whether it did not before.
    async fn keep_contact(
        &self,
        tx: &mut TenantTx<'_>,
        id: [u8; 16],
        contact: &RecordContact,
    ) -> Result<bool, Failure> {
        let values = [
            Bound::Text(self.entity()?.name().to_owned()),
            Bound::Id(id),
            Bound::Text(contact.key.clone()),
            Bound::Text(contact.plan.clone()),
            Bound::Text(contact.contact.clone()),
            Bound::Text(contact.letter.clone()),
            Bound::Text(contact.channel.clone()),
            Bound::Whole(contact.due_at.microseconds()),
            Bound::Whole(self.now.microseconds()),
        ];
        Ok(tx.tell(KEEP, &values).await? > 0)
    }

    /// Has its letter sent once this is kept, as the role of its plan.
    fn send_contact(&self, tx: &mut TenantTx<'_>, id: [u8; 16], contact: &RecordContact) -> Result<(), Failure> {
        let role = self.pack().contacts_of(&contact.plan).map(|plan| plan.as_role.as_str());
        let desk = self.of_role(role, format!("{NAME}:{}", contact.plan))?;
        let effect = match contact.channel.as_str() {
            "notify" => "notify",
            "push" => "send_push",
            "sms" => "send_sms",
            _ => "send_email",
        };
        let mut effect = MachineEffect::new(effect);
        effect
            .with
            .insert("template".to_owned(), contact.letter.as_str().into());
        let key = format!("{NAME}/{}/{}/{}", self.entity()?.name(), written(id), contact.key);
        desk.send_effect(tx, id, &effect, Some(&key))
    }

    /// Whether somebody is told what a plan sends about a record: they see all that it looks at, and may know to what people have agreed
    /// where it goes by that.
    fn shows_contacts(&self, plan: &str, hidden: &[String]) -> bool {
        let Some(definition) = self.pack().contacts_of(plan) else {
            return false;
        };
        let reads = self.pack().access().permission(privacy::READS);
        let may_know = || reads.is_some_and(|reads| self.caller.holder.may(reads));
        let mut fields = self.pack().contact_fields(plan);
        fields.all(|field| hidden.iter().all(|own| own != field)) && (definition.consent.is_none() || may_know())
    }
}

/// Something that went out.
struct Sent {
    key: String,
    plan: String,
    told: Value,
}

/// `GET /v1/{plural}/{id}/contacts`: what went out about a record by itself, what comes, and what is due and does not go out.
pub(super) async fn of_record(
    State(app): State<App>,
    Comer(caller): Comer,
    Path((plural, id)): Path<(String, String)>,
    RawQuery(address): RawQuery,
) -> Result<Response<Body>, Problem> {
    let desk = Desk::of(&app, caller, &plural)?;
    Parameters::read(address.as_deref())?.finish()?;
    let id = desk.id(&id)?;
    let plan = Arc::new(desk.plan(&desk.query()?)?);
    desk.settle_before_reading(id, &plan).await;
    let (tenant, whole, working) = (desk.caller.tenant, desk.whole_plan(false)?, desk.clone());
    let found = app.store.read(tenant, move |mut tx| {
        Box::pin(async move {
            if tx.one(working.pack(), &plan, id).await?.is_none() {
                return Err(working.went(&mut tx, id).await?);
            }
            let Some(record) = tx.one(working.pack(), &whole, id).await? else {
                return Err(working.not_found()?);
            };
            let record: Record = json::read(&record)?;
            let hidden = working.hidden(&record)?;
            let sent = working.sent_contacts(&mut tx, id).await?;
            let found = working.contacts(&mut tx, id, record).await?;
            Ok(told(&working, &hidden, sent, found))
        })
    });
    Ok(axum::Json(found.await?).into_response())
}

/// What somebody may know of it.
fn told(desk: &Desk, hidden: &[String], sent: Vec<Sent>, found: RecordContacts) -> Value {
    let shown = |plan: &str| desk.shows_contacts(plan, hidden);
    let sent = sent.into_iter().filter(|one| shown(&one.plan)).map(|one| one.told);
    let planned = |one: &RecordContact| {
        json!({
            "plan": one.plan,
            "contact": one.contact,
            "letter": one.letter,
            "channel": one.channel,
            "due_at": one.due_at,
        })
    };
    let with = |mut told: Value, name: &str, value: Value| {
        if let Some(told) = told.as_object_mut() {
            told.insert(name.to_owned(), value);
        }
        told
    };
    let next = found.send.iter().chain(&found.delayed).chain(&found.upcoming);
    let next = next
        .filter(|one| shown(&one.plan))
        .map(|one| with(planned(one), "goes_at", json!(one.goes_at)));
    let against = found.suppressed.iter();
    let against = against
        .filter(|one| one.why != Some(ContactSuppressedWhy::Sent) && shown(&one.plan))
        .map(|one| with(planned(one), "why", json!(one.why)));
    json!({
        "sent": sent.collect::<Vec<_>>(),
        "next": next.collect::<Vec<_>>(),
        "not_sent": against.collect::<Vec<_>>(),
    })
}
