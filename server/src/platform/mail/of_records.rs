//! Letters that packs write about records: to whom one goes, what it says and which files go along is found when it is sent.

use ratebook::records::Cell;
use ratebook::time::{Instant, Zone};
use serde_json::{Value, json};

use super::words::{Words, one_line};
use super::{Attached, Content, Mail, Reader, Written};
use crate::platform::accounts::id_of;
use crate::platform::files::Named;
use crate::platform::jobs::{Carried, Job};
use crate::platform::notices::{About, MEMBER, OWNER, Person, WAITING};
use crate::records::letters::Given;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{Failure, RowCells, TenantKey};

/// As many bytes all files of a letter have at most: mail servers take few larger ones.
const MOST_OF_FILES: u64 = 10 * 1024 * 1024;
/// As many things stand in one letter; of more it is told how many.
const MOST_GATHERED: usize = 100;

/// To whom a letter goes.
#[derive(Debug)]
struct To {
    email: String,
    name: String,
    locale: String,
    tenant: String,
}

impl Mail {
    /// A letter about one record.
    pub(super) async fn of_record(&self, app: &App, job: &Job) -> Result<Carried, Failure> {
        let text = |name: &str| job.body.get(name).and_then(Value::as_str).unwrap_or_default();
        let named = (text("letter"), text("entity"), text("record"));
        let about = match About::of(app, job.tenant, named).await? {
            Ok(about) => about,
            Err(why) => return Ok(Carried::Useless(why)),
        };
        let to = job.body.get("to");
        let to = |kind: &str| to.and_then(|to| to.get(kind)).and_then(Value::as_str);
        let person = match to(MEMBER).or(to(OWNER)).and_then(id_of) {
            // They may have left since.
            Some(account) => person(app, job.tenant, account)
                .await?
                .filter(|one| one.is_member || to(MEMBER).is_none()),
            None => None,
        };
        if let Some(ends) = quiet(person.as_ref(), app.now(), about.desk.zone()) {
            return Ok(later(ends));
        }
        let Some(given) = about.given().await? else {
            return Ok(Carried::Done("the record is gone".to_owned()));
        };
        let to = match (person, to("email")) {
            (Some(person), _) => To {
                email: person.email,
                name: person.name,
                locale: person.locale,
                tenant: person.tenant,
            },
            (None, Some(path)) => To {
                email: given.text(path).to_owned(),
                name: String::new(),
                locale: given
                    .text(about.letter.locale.as_deref().unwrap_or_default())
                    .to_owned(),
                tenant: tenant_name(app, job.tenant).await?,
            },
            (None, None) => return Ok(Carried::Done("the account is closed".to_owned())),
        };
        if to.email.is_empty() {
            return Ok(Carried::Done("the record has no e-mail there any more".to_owned()));
        }
        let reader = Reader {
            locale: &to.locale,
            name: &to.name,
            tenant: &to.tenant,
            zone: about.desk.zone(),
        };
        let languages = &about.desk.pack().definition().languages;
        let written = match Written::of(&about.letter, languages, given.values(&about.letter), reader) {
            Ok(written) => written,
            Err(why) => return Ok(Carried::Useless(why)),
        };
        let files = match attached(app, &about, &given).await? {
            Ok(files) => files,
            Err(why) => return Ok(Carried::Useless(why)),
        };
        let content = Content {
            subject: written.subject,
            text: written.text,
            html: written.html,
            files,
        };
        let mut kept = job.body.clone();
        if let Some(kept) = kept.as_object_mut() {
            kept.insert("sent".to_owned(), json!(app.now()));
        }
        self.send(app, job, (&to.email, content), kept).await
    }

    /// One letter of what was gathered for a member: what each of it is about.
    pub(super) async fn of_gathered(&self, app: &App, job: &Job) -> Result<Carried, Failure> {
        let text = |name: &str| job.body.get(name).and_then(Value::as_str).unwrap_or_default();
        let Some(account) = id_of(text("member")) else {
            return Ok(Carried::Useless("it names no member".to_owned()));
        };
        let due = job.body.get("due_at").cloned();
        let due: Option<Instant> = due.and_then(|due| serde_json::from_value(due).ok());
        if let Some(due) = due.filter(|due| app.now() < *due) {
            return Ok(Carried::Later(due, "it is gathered until then".to_owned()));
        }
        let Some(person) = person(app, job.tenant, account)
            .await?
            .filter(|person| person.is_member)
        else {
            return Ok(Carried::Done("they are no member any more".to_owned()));
        };
        let zone = zone_of(app, job.tenant).await?;
        if let Some(ends) = quiet(Some(&person), app.now(), &zone) {
            return Ok(later(ends));
        }
        let gathered = gathered(app, job).await?;
        let mut lines = Vec::new();
        for (letter, entity, record) in gathered.iter().take(MOST_GATHERED) {
            let Ok(about) = About::of(app, job.tenant, (letter, entity, record)).await? else {
                continue;
            };
            let Some(given) = about.given().await? else { continue };
            let reader = Reader {
                locale: &person.locale,
                name: &person.name,
                tenant: &person.tenant,
                zone: &zone,
            };
            let languages = &about.desk.pack().definition().languages;
            let written = Written::of(&about.letter, languages, given.values(&about.letter), reader);
            lines.extend(written.ok().map(|written| format!("- {}", written.subject)));
        }
        if lines.is_empty() {
            return Ok(Carried::Done("there is nothing to tell".to_owned()));
        }
        if gathered.len() > MOST_GATHERED {
            lines.push(format!("- … + {}", gathered.len() - MOST_GATHERED));
        }
        let values = json!({"name": person.name, "tenant": person.tenant, "count": gathered.len()});
        let words = match Words::of("digest", &person.locale, &values) {
            Ok(words) => words,
            Err(why) => return Ok(Carried::Useless(why)),
        };
        let content = Content {
            subject: words.subject,
            text: format!("{}\n{}\n", words.text.trim_end(), lines.join("\n")),
            ..Content::default()
        };
        let kept = json!({"member": text("member"), "sent": app.now()});
        self.send(app, job, (&person.email, content), kept).await
    }
}

fn quiet(person: Option<&Person>, now: Instant, zone: &Zone) -> Option<Instant> {
    person?.preferences.quiet_until(now, zone)
}

fn later(ends: Instant) -> Carried {
    Carried::Later(ends, "it waits until quiet hours end".to_owned())
}

async fn person(app: &App, tenant: TenantKey, account: [u8; 16]) -> Result<Option<Person>, Failure> {
    let found = app
        .store
        .read_platform(move |mut tx| Box::pin(async move { Person::of(&mut tx, tenant, account).await }));
    found.await
}

async fn of_tenant(app: &App, tenant: TenantKey) -> Result<(String, Zone), Failure> {
    let text = "SELECT name, zone FROM tenants WHERE id = $1";
    let found = app
        .store
        .read_platform(move |mut tx| Box::pin(async move { tx.ask(text, &[Bound::Id(tenant)]).await }));
    let rows = found.await?;
    let Some(row) = rows.first() else {
        return Ok((String::new(), Zone::UTC));
    };
    let zone = row.text(1)?.and_then(|zone| zone.parse().ok()).unwrap_or(Zone::UTC);
    Ok((row.text(0)?.unwrap_or_default().to_owned(), zone))
}

pub(super) async fn tenant_name(app: &App, tenant: TenantKey) -> Result<String, Failure> {
    of_tenant(app, tenant).await.map(|(name, _)| name)
}

async fn zone_of(app: &App, tenant: TenantKey) -> Result<Zone, Failure> {
    of_tenant(app, tenant).await.map(|(_, zone)| zone)
}

/// What was gathered for this letter: what waits is its own from here on, so that another attempt tells the same.
async fn gathered(app: &App, job: &Job) -> Result<Vec<(String, String, String)>, Failure> {
    let member = job.body.get("member").and_then(Value::as_str).unwrap_or_default();
    let own = [Bound::Text(member.to_owned()), Bound::Text(job.key.clone())];
    let taken = app.store.write(job.tenant, move |mut tx| {
        Box::pin(async move {
            let take = "UPDATE notifications SET digest = $3 WHERE tenant_id = $1 AND member = $2 AND digest = $4 AND NOT EXISTS (SELECT 1 FROM \
                        notifications n WHERE n.tenant_id = $1 AND n.member = $2 AND n.digest = $3)";
            let waiting = [&own[..], &[Bound::Text(WAITING.to_owned())]].concat();
            tx.tell(take, &waiting).await?;
            let text = "SELECT letter, entity, record_id FROM notifications WHERE tenant_id = $1 AND member = $2 AND digest = $3 ORDER BY id \
                        LIMIT 1000";
            let rows = tx.ask(text, &own).await?;
            let told = rows.iter().map(|row| {
                let own = |place: usize| Ok::<_, Failure>(row.text(place)?.unwrap_or_default().to_owned());
                Ok((own(0)?, own(1)?, Cell::id_text(&row.id(2)?.unwrap_or_default())))
            });
            told.collect::<Result<Vec<_>, Failure>>()
        })
    });
    taken.await
}

/// The files that go along, as the letter's role may read them; else why it cannot be sent with them.
async fn attached(app: &App, about: &About, given: &Given) -> Result<Result<Vec<Attached>, String>, Failure> {
    let tenant = about.desk.caller.tenant;
    let ids: Vec<[u8; 16]> = about
        .letter
        .attachments
        .iter()
        .filter_map(|name| given.id(name))
        .collect();
    if ids.is_empty() {
        return Ok(Ok(Vec::new()));
    }
    let found = app.store.read(tenant, move |mut tx| {
        Box::pin(async move {
            let mut found = Vec::with_capacity(ids.len());
            for id in ids {
                found.extend(tx.file(id).await?.map(|known| (id, known)));
            }
            Ok(found)
        })
    });
    let found = found.await?;
    let bytes = found
        .iter()
        .fold(0_u64, |sum, (_, known)| sum.saturating_add(known.bytes));
    if bytes > MOST_OF_FILES {
        return Ok(Err(format!(
            "its files have {bytes} bytes; {MOST_OF_FILES} go along with a letter at most"
        )));
    }
    let mut files = Vec::with_capacity(found.len());
    for (id, known) in found {
        files.push(Attached {
            name: one_line(&known.name),
            kind: known.kind,
            bytes: app.files.bytes(Named { tenant, id }).await?,
        });
    }
    Ok(Ok(files))
}
