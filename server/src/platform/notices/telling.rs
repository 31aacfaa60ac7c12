//! Each of those who are told something: kept in the ways in which they want it.

use ratebook::time::Instant;
use serde_json::{Value, json};

use super::preferences::{UNREADABLE, When};
use super::{
    About, DIGEST, NOTIFY, OWNER, Person, RECORD_LETTER, RECORD_PUSH, RECORD_SMS, SEND_EMAIL, SEND_PUSH, WAITING,
};
use crate::platform::auth::written;
use crate::platform::jobs::{Job, NewJob};
use crate::platform::{push, trace};
use crate::records::keep::new_id;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{Failure, PlatformTx, TenantKey};

/// Keeps what each of them is told: once, however often it is tried.
pub(super) struct Telling<'t> {
    pub(super) app: &'t App,
    pub(super) job: &'t Job,
    pub(super) about: &'t About,
    pub(super) counts: Counts,
}

/// How many are told in which way.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Counts {
    pub(super) shown: u32,
    pub(super) gathered: u32,
    pub(super) letters: u32,
    pub(super) pushed: u32,
    pub(super) sms: u32,
    /// As it is not known how they want to be told.
    pub(super) unreadable: u32,
}

const TOLD: &str = "INSERT INTO notifications (tenant_id, member, id, key, letter, entity, record_id, state, digest, created_at) VALUES ($1, \
    $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (tenant_id, member, key) DO NOTHING";

impl Telling<'_> {
    fn now(&self) -> Instant {
        self.about.desk.now
    }

    pub(super) async fn person(
        &mut self,
        tx: &mut PlatformTx<'_>,
        (account, kind): ([u8; 16], &'static str),
    ) -> Result<(), Failure> {
        let person = Person::of(tx, self.job.tenant, account).await?;
        let Some(person) = person.filter(|person| person.is_member || kind == OWNER) else {
            return Ok(());
        };
        if person.preferences.is_unreadable() {
            self.counts.unreadable += 1;
            trace::tell(&format!(
                "notifications: nothing goes to {} of tenant {}: {UNREADABLE}",
                written(account),
                written(self.job.tenant)
            ));
            return Ok(());
        }
        let own = person.preferences.of(&self.about.letter.name);
        if own.push && self.job.name != SEND_EMAIL {
            self.push(tx, (kind, &written(account))).await?;
        }
        if self.job.name == SEND_PUSH {
            return Ok(());
        }
        let is_shown = self.job.name == NOTIFY && person.is_member && own.in_app;
        let due = own
            .mail
            .due(self.now(), self.about.desk.zone())
            .filter(|_| person.is_member);
        if is_shown || due.is_some() {
            let values = [
                Bound::Id(self.job.tenant),
                Bound::Text(written(account)),
                Bound::Id(new_id()),
                Bound::Text(self.job.key.clone()),
                Bound::Text(self.about.letter.name.clone()),
                Bound::Text(self.about.letter.entity.clone()),
                Bound::Id(self.about.record),
                Bound::Text(if is_shown { "unread" } else { "unshown" }.to_owned()),
                Bound::text(due.map(|_| WAITING)),
                Bound::Whole(self.now().microseconds()),
            ];
            tx.tell(TOLD, &values).await?;
        }
        if is_shown {
            self.counts.shown += 1;
        }
        if let Some(due) = due {
            self.counts.gathered += 1;
            // The letter of that hour may have been written since this began to be told: then it is one for the next.
            if !self.gather(tx, account, due).await?
                && let Some(next) = own.mail.due(due, self.about.desk.zone())
            {
                self.gather(tx, account, next).await?;
            }
        }
        match own.mail {
            When::AtOnce => self.letter(tx, (kind, &written(account))).await,
            // Who owns a record and is no member has nothing gathered for them.
            When::Hourly | When::Daily if !person.is_member => self.letter(tx, (kind, &written(account))).await,
            _ => Ok(()),
        }
    }

    /// A letter of what was gathered, at a moment; whether it is still to be written.
    async fn gather(&self, tx: &mut PlatformTx<'_>, account: [u8; 16], due: Instant) -> Result<bool, Failure> {
        let key = format!("{}/{}", written(account), due.microseconds());
        let job = NewJob {
            name: DIGEST.to_owned(),
            key: key.clone(),
            lane: None,
            body: json!({"member": written(account), "due_at": due}),
        };
        self.keep(tx, job).await?;
        let text =
            "SELECT 1 FROM jobs WHERE tenant_id = $1 AND name = $2 AND key = $3 AND state = 'waiting' AND attempt = 0";
        let values = [
            Bound::Id(self.job.tenant),
            Bound::Text(DIGEST.to_owned()),
            Bound::Text(key),
        ];
        Ok(!tx.ask(text, &values).await?.is_empty())
    }

    /// A letter to somebody, who is found when it is sent: it names nobody meanwhile.
    pub(super) async fn letter(&mut self, tx: &mut PlatformTx<'_>, (kind, to): (&str, &str)) -> Result<(), Failure> {
        self.counts.letters += 1;
        let body = self.body((kind, to));
        self.keep(tx, self.new_job(RECORD_LETTER, to, body)).await
    }

    /// An SMS to the telephone number that stands there when it is sent.
    pub(super) async fn sms(&mut self, tx: &mut PlatformTx<'_>, path: &str) -> Result<(), Failure> {
        self.counts.sms += 1;
        let body = self.body(("phone", path));
        self.keep(tx, self.new_job(RECORD_SMS, &format!("{path}/sms"), body))
            .await
    }

    /// To each browser and telephone that somebody has let, each tried by itself.
    async fn push(&mut self, tx: &mut PlatformTx<'_>, (kind, to): (&str, &str)) -> Result<(), Failure> {
        if self.about.letter.words.values().all(|words| words.short.is_none()) {
            return Ok(());
        }
        for subscription in push::of_member(tx, self.job.tenant, to).await? {
            self.counts.pushed += 1;
            let subscription = written(subscription);
            let mut body = self.body((kind, to));
            if let Some(body) = body.as_object_mut() {
                body.insert("subscription".to_owned(), json!(subscription));
            }
            let key = format!("{to}/push/{subscription}");
            self.keep(tx, self.new_job(RECORD_PUSH, &key, body)).await?;
        }
        Ok(())
    }

    fn body(&self, (kind, to): (&str, &str)) -> Value {
        json!({
            "letter": self.about.letter.name,
            "entity": self.about.letter.entity,
            "record": written(self.about.record),
            "to": {kind: to},
        })
    }

    fn new_job(&self, name: &str, key: &str, body: Value) -> NewJob {
        NewJob {
            name: name.to_owned(),
            key: format!("{}/{key}", self.job.key),
            lane: None,
            body,
        }
    }

    async fn keep(&self, tx: &mut PlatformTx<'_>, job: NewJob) -> Result<(), Failure> {
        let when = (self.job.tenant, self.now().microseconds());
        job.keep(tx, when, &self.app.connectors).await
    }
}

/// Keeps that a member is told something of the engine itself, once: under a name, of what it calls so.
pub(in crate::platform) async fn keep_own(
    tx: &mut PlatformTx<'_>,
    (tenant, member): (TenantKey, &str),
    (name, of, id): (&str, &str, [u8; 16]),
    now: i64,
) -> Result<(), Failure> {
    let values = [
        Bound::Id(tenant),
        Bound::Text(member.to_owned()),
        Bound::Id(new_id()),
        Bound::Text(format!("{name} {}", written(id))),
        Bound::Text(name.to_owned()),
        Bound::Text(of.to_owned()),
        Bound::Id(id),
        Bound::Text("unread".to_owned()),
        Bound::text(None),
        Bound::Whole(now),
    ];
    tx.tell(TOLD, &values).await.map(drop)
}
