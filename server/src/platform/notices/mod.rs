//! Who is told what a pack writes, and how: in the application, by letter at once, or gathered into one. What is said is made of the record
//! when it is read or sent, in the rights of the letter's role or of whoever reads it; nothing of it is kept.

mod list;
mod preferences;
mod telling;

use std::collections::BTreeMap;

use ratebook::flow::RetryPolicy;
use ratebook::records::{LetterDefinition, LetterReceiver};
use ratebook::time::Instant;
use ratebook::{Code, Reason};
use serde_json::{Value, json};

use super::accounts::id_of;
use super::auth::written;
use super::jobs::{Carried, Carrying, Connector, Job, desk_of, engine_of};
use super::members::roles_of;
use super::{mail, push};
use crate::records::desk::Desk;
use crate::records::letters::Given;
use crate::routes::{Needs, Routes};
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{Failure, PlatformTx, RowCells, TenantKey, TenantTx};

pub(super) use preferences::{Preferences, QuietHours, UNREADABLE, quiet_hours};
pub(super) use telling::keep_own;
use telling::{Counts, Telling};

/// By whom members are told, in the application and by letter as each of them wants it.
const NOTIFY: &str = "notify";
/// By letter alone, by push alone, by SMS alone.
const SEND_EMAIL: &str = "send_email";
const SEND_PUSH: &str = "send_push";
const SEND_SMS: &str = "send_sms";
/// Who carries out a letter about a record.
pub(super) const RECORD_LETTER: &str = "record_letter";
/// Who carries out a letter of what was gathered for a member.
pub(super) const DIGEST: &str = "digest";
/// Who carries out what is pushed, and what is sent as SMS.
pub(super) const RECORD_PUSH: &str = "record_push";
pub(super) const RECORD_SMS: &str = "record_sms";
/// Of what is gathered, what waits.
pub(super) const WAITING: &str = "waiting";
/// As many are told of one thing at most.
const MOST_TOLD: usize = 500;
/// How long it is kept what members were told, in microseconds.
const KEPT: i64 = 180 * 24 * 3_600 * 1_000_000;

pub(super) fn routes() -> Routes<App> {
    Routes::default()
        .get("/v1/notifications", Needs::Member, list::list)
        .post("/v1/notifications/read", Needs::Member, list::read_all)
        .post("/v1/notifications/{id}/read", Needs::Member, list::read)
        .post("/v1/notifications/{id}/unread", Needs::Member, list::unread)
        .get("/v1/notifications/preferences", Needs::Member, preferences::show)
        .put("/v1/notifications/preferences", Needs::Member, preferences::replace)
}

/// Whoever finds out who is told.
#[derive(Debug)]
pub(super) struct Notices;

impl Connector for Notices {
    fn names(&self) -> &[&'static str] {
        &[NOTIFY, SEND_EMAIL, SEND_PUSH, SEND_SMS]
    }

    fn is_own(&self) -> bool {
        false
    }

    fn leads_outside(&self) -> bool {
        false
    }

    fn retries(&self) -> RetryPolicy {
        RetryPolicy::new(vec![1, 5, 30, 300, 1_800])
    }

    fn carry<'a>(&'a self, app: &'a App, job: &'a Job) -> Carrying<'a> {
        Box::pin(tell(app, job))
    }
}

/// A letter of a pack and the record that it is about, with somebody of its role at the desk.
#[derive(Clone, Debug)]
pub(super) struct About {
    pub(super) desk: Desk,
    pub(super) letter: LetterDefinition,
    pub(super) record: [u8; 16],
}

impl About {
    /// By its name; else why there is none.
    pub(super) async fn of(
        app: &App,
        tenant: TenantKey,
        (template, entity, record): (&str, &str, &str),
    ) -> Result<Result<About, String>, Failure> {
        let caller = engine_of(app, tenant, entity).await?;
        let Some(desk) = desk_of(app, &caller, entity) else {
            return Ok(Err("the pack has no such records any more".to_owned()));
        };
        let shown: String = template.chars().take(50).collect();
        let Some(letter) = desk.pack().letter(template).cloned() else {
            return Ok(Err(format!("the pack has no letter `{shown}`")));
        };
        if letter.entity != desk.entity()?.name() {
            return Ok(Err(format!("the letter `{shown}` is about `{}`", letter.entity)));
        }
        let Some(record) = id_of(record) else {
            return Ok(Err("it names no record".to_owned()));
        };
        let desk = desk.of_role(Some(&letter.as_role), format!("mail:{}", letter.name))?;
        Ok(Ok(About { desk, letter, record }))
    }

    /// What it is given of the record; nothing where that is gone.
    pub(super) async fn given(&self) -> Result<Option<Given>, Failure> {
        let own = self.clone();
        let found = self.desk.app.store.read(self.desk.caller.tenant, move |mut tx| {
            Box::pin(async move { own.desk.given(&mut tx, own.record, &own.letter).await })
        });
        found.await
    }
}

/// Somebody with an account, as far as it matters to what they are told.
#[derive(Clone, Debug)]
pub(super) struct Person {
    pub(super) email: String,
    pub(super) name: String,
    pub(super) locale: String,
    pub(super) is_member: bool,
    pub(super) preferences: Preferences,
    /// What the tenant is called.
    pub(super) tenant: String,
}

impl Person {
    /// Somebody whose account is open; nothing where there is none.
    pub(super) async fn of(
        tx: &mut PlatformTx<'_>,
        tenant: TenantKey,
        account: [u8; 16],
    ) -> Result<Option<Person>, Failure> {
        let text = "SELECT a.email, coalesce(m.name, a.name), a.locale, m.account_id, p.preferences, t.name FROM accounts a JOIN tenants t ON \
                    t.id = $2 LEFT JOIN memberships m ON m.tenant_id = $2 AND m.account_id = a.id LEFT JOIN notification_preferences p ON \
                    p.tenant_id = $2 AND p.member = $3 WHERE a.id = $1 AND a.state = 'active'";
        let values = [Bound::Id(account), Bound::Id(tenant), Bound::Text(written(account))];
        let rows = tx.ask(text, &values).await?;
        let Some(row) = rows.first() else { return Ok(None) };
        let own = |place: usize| Ok::<_, Failure>(row.text(place)?.unwrap_or_default().to_owned());
        Ok(Some(Person {
            email: own(0)?,
            name: own(1)?,
            locale: own(2)?,
            is_member: row.is_given(3)?,
            preferences: Preferences::read(row.text(4)?),
            tenant: own(5)?,
        }))
    }
}

/// Whoever is told as a member, and is told nothing once they are none.
pub(super) const MEMBER: &str = "member";
/// Whoever is told of a record of their own, as a member or not.
pub(super) const OWNER: &str = "owner";

/// Who is told of a record.
#[derive(Clone, Debug, Default)]
struct Receivers {
    /// By which kind of receiver: whoever owns the record need be no member.
    accounts: BTreeMap<[u8; 16], &'static str>,
    roles: Vec<String>,
    /// Where e-mails and telephone numbers of others stand.
    emails: Vec<String>,
    phones: Vec<String>,
}

impl Receivers {
    fn of(about: &About, given: &Given) -> Result<Receivers, Failure> {
        let mut found = Receivers::default();
        let owner = about.desk.entity()?.definition().owner.as_deref();
        for to in &about.letter.to {
            match to {
                LetterReceiver::Email(path) => found.emails.push(path.clone()),
                LetterReceiver::Phone(path) => found.phones.push(path.clone()),
                LetterReceiver::Member(name) => found.members(given.id(name)),
                LetterReceiver::Role(role) => found.roles.push(role.clone()),
                LetterReceiver::Owner => {
                    let owner = owner.and_then(|owner| given.id(owner));
                    found.accounts.extend(owner.map(|owner| (owner, OWNER)));
                }
                _ => return Err(Failure::defect("a letter to somebody whom nobody knows")),
            }
        }
        Ok(found)
    }

    fn members(&mut self, ids: impl IntoIterator<Item = [u8; 16]>) {
        for id in ids {
            self.accounts.entry(id).or_insert(MEMBER);
        }
    }

    /// Adds the members of its roles.
    async fn complete(&mut self, tx: &mut PlatformTx<'_>, tenant: TenantKey) -> Result<(), Failure> {
        for role in std::mem::take(&mut self.roles) {
            let text = "SELECT account_id, roles FROM memberships WHERE tenant_id = $1 AND roles LIKE $2 ORDER BY account_id LIMIT $3";
            let most = i64::try_from(MOST_TOLD + 1).unwrap_or(i64::MAX);
            // What stands for any letter in it finds more than the role, which is looked at again.
            let like = format!("%{}%", json!(&role));
            let values = [Bound::Id(tenant), Bound::Text(like), Bound::Whole(most)];
            for row in &tx.ask(text, &values).await? {
                if roles_of(row.text(1)?).contains(&role) {
                    self.members(row.id(0)?);
                }
            }
        }
        Ok(())
    }
}

async fn tell(app: &App, job: &Job) -> Result<Carried, Failure> {
    let text = |name: &str| job.body.get(name).and_then(Value::as_str).unwrap_or_default();
    let template = job.body.get("with").and_then(|with| with.get("template"));
    let Some(template) = template.and_then(Value::as_str) else {
        return Ok(Carried::Useless("it names no letter in `template`".to_owned()));
    };
    let about = match About::of(app, job.tenant, (template, text("entity"), text("record"))).await? {
        Ok(about) => about,
        Err(why) => return Ok(Carried::Useless(why)),
    };
    let Some(given) = about.given().await? else {
        return Ok(Carried::Done("the record is gone".to_owned()));
    };
    let (own, job, mut receivers) = (app.clone(), job.clone(), Receivers::of(&about, &given)?);
    let told = app.store.platform(move |mut tx| {
        Box::pin(async move {
            receivers.complete(&mut tx, job.tenant).await?;
            if receivers.accounts.len() > MOST_TOLD {
                return Ok(Err(format!("more than {MOST_TOLD} members would be told")));
            }
            let mut told = Telling {
                app: &own,
                job: &job,
                about: &about,
                counts: Counts::default(),
            };
            if job.name != SEND_SMS {
                for whom in receivers.accounts {
                    told.person(&mut tx, whom).await?;
                }
            }
            let has = |path: &&String| !given.text(path).is_empty();
            if [NOTIFY, SEND_EMAIL].contains(&job.name.as_str()) {
                for path in receivers.emails.iter().filter(has) {
                    told.letter(&mut tx, ("email", path)).await?;
                }
            }
            if [NOTIFY, SEND_SMS].contains(&job.name.as_str()) {
                for path in receivers.phones.iter().filter(has) {
                    told.sms(&mut tx, path).await?;
                }
            }
            let Counts {
                shown,
                gathered,
                letters,
                pushed,
                sms,
                unreadable,
            } = told.counts;
            let unreadable = match unreadable {
                0 => String::new(),
                count => format!(", {count} told nothing: {UNREADABLE}"),
            };
            let said = [(pushed, "pushed"), (sms, "by SMS")].map(|(count, how)| match count {
                0 => String::new(),
                count => format!(", {count} {how}"),
            });
            Ok(Ok(format!(
                "{shown} shown, {gathered} gathered, {letters} by letter{}{unreadable}",
                said.concat()
            )))
        })
    });
    Ok(match told.await? {
        Ok(told) => Carried::Done(told),
        Err(why) => Carried::Useless(why),
    })
}

/// Forgets what a member was told and how they wanted to be told: `$1` is the tenant, `$2` the member.
pub(super) async fn forget(tx: &mut PlatformTx<'_>, own: &[Bound; 2]) -> Result<(), Failure> {
    tx.tell("DELETE FROM notifications WHERE tenant_id = $1 AND member = $2", own)
        .await?;
    tx.tell(
        "DELETE FROM notification_preferences WHERE tenant_id = $1 AND member = $2",
        own,
    )
    .await?;
    push::forget(tx, own).await?;
    mail::forget_measures(tx, own).await
}

/// As much is given out of what one member was told; of more nothing is, rather than a part that looks like all of it.
const MOST_GIVEN: usize = 100_000;
/// As much of it is read at once.
const PAGE: i64 = 1_000;

/// What somebody was told as a member, the latest first, for whoever answers for what is kept of them.
pub(super) async fn told_to(tx: &mut TenantTx<'_>, member: &str) -> Result<Vec<Value>, Failure> {
    let text = "SELECT letter, entity, record_id, created_at, read_at, id FROM notifications WHERE tenant_id = $1 AND member = $2 AND id < \
                $3 ORDER BY id DESC LIMIT $4";
    let (mut told, mut last) = (Vec::new(), [0xff; 16]);
    loop {
        let values = [Bound::Text(member.to_owned()), Bound::Id(last), Bound::Whole(PAGE)];
        let rows = tx.ask(text, &values).await?;
        for row in &rows {
            let moment = |place: usize| Ok::<_, Failure>(row.whole(place)?.and_then(Instant::from_microseconds));
            told.push(json!({
                "letter": row.text(0)?,
                "entity": row.text(1)?,
                "record": row.id(2)?.map(written),
                "created_at": moment(3)?,
                "read_at": moment(4)?,
            }));
            last = row.id(5)?.unwrap_or_default();
        }
        if told.len() > MOST_GIVEN {
            let message =
                format!("they were told more than {MOST_GIVEN} things, and not all of that can be given out at once");
            return Err(Reason::new(Code::RequestTooLarge, "", message)
                .with("limit", MOST_GIVEN)
                .into());
        }
        if i64::try_from(rows.len()).is_ok_and(|count| count < PAGE) {
            return Ok(told);
        }
    }
}

/// Removes what members were told long ago; how much of it, at most so many.
pub(super) async fn sweep(tx: &mut PlatformTx<'_>, now: i64, most: i64) -> Result<u64, Failure> {
    let text = "DELETE FROM notifications WHERE (tenant_id, member, id) IN (SELECT tenant_id, member, id FROM notifications WHERE created_at < \
                $1 ORDER BY created_at LIMIT $2)";
    let values = [Bound::Whole(now.saturating_sub(KEPT)), Bound::Whole(most)];
    tx.tell(text, &values).await
}
