//! Letters that packs write about records: to whom one goes, what it says and which files go along is found when it is sent.

use ratebook::records::Cell;
use ratebook::time::{Instant, Zone};
use serde_json::{Value, json};

use super::addressed::{Addressed, held_back, person};
use super::words::{Words, one_line};
use super::{Attached, Content, Reader, Ready, Written, measures};
use crate::platform::accounts::id_of;
use crate::platform::files::Named;
use crate::platform::inbound;
use crate::platform::jobs::{Carried, Job};
use crate::platform::notices::{About, Person, WAITING};
use crate::records::letters::Given;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{Failure, RowCells, TenantKey};

/// As many bytes all files of a letter have at most: mail servers take few larger ones.
const MOST_OF_FILES: u64 = 10 * 1024 * 1024;
/// As many things stand in one letter; of more it is told how many.
const MOST_GATHERED: usize = 100;
/// As many are looked at for that, where nothing can be told of some.
const MOST_LOOKED_AT: i64 = 1_000;
const PAGE: i64 = 100;

/// A letter about one record.
pub(super) async fn of_record(app: &App, job: &Job) -> Result<Ready, Failure> {
    let own = match Addressed::of(app, job).await? {
        Ok(own) => own,
        Err(carried) => return Ok(Ready::Ended(carried)),
    };
    let written = match own.written() {
        Ok(written) => written,
        Err(why) => return Ok(Ready::useless(why)),
    };
    let files = match attached(app, &own.about, &own.given).await? {
        Ok(files) => files,
        Err(why) => return Ok(Ready::useless(why)),
    };
    let html = match written.html {
        Some(html) => Some(measures::counted(app, job, (&own, html)).await?),
        None => None,
    };
    let content = Content {
        subject: written.subject,
        text: written.text,
        html,
        files,
        answers: answers(app, &own.about).await?,
    };
    Ok(Ready::Letter {
        to: own.address,
        content,
        kept: job.body_when_sent(app),
    })
}

/// One letter of what was gathered for a member: what each of it is about.
pub(super) async fn of_gathered(app: &App, job: &Job) -> Result<Ready, Failure> {
    let text = |name: &str| job.body.get(name).and_then(Value::as_str).unwrap_or_default();
    let Some(account) = id_of(text("member")) else {
        return Ok(Ready::useless("it names no member"));
    };
    let due = job.body.get("due_at").cloned();
    let due: Option<Instant> = due.and_then(|due| serde_json::from_value(due).ok());
    if let Some(due) = due.filter(|due| app.now() < *due) {
        return Ok(Ready::Ended(Carried::Later(
            due,
            "it is gathered until then".to_owned(),
        )));
    }
    let Some(person) = person(app, job.tenant, account)
        .await?
        .filter(|person| person.is_member)
    else {
        return Ok(Ready::done("they are no member any more"));
    };
    let zone = zone_of(app, job.tenant).await?;
    if let Some(held) = held_back(Some(&person), app.now(), &zone) {
        return Ok(Ready::Ended(held));
    }
    let (lines, count) = lines(app, job, (&person, &zone)).await?;
    if lines.is_empty() {
        return Ok(Ready::done("there is nothing to tell"));
    }
    let values = json!({"name": person.name, "tenant": person.tenant, "count": count});
    let words = match Words::of("digest", &person.locale, &values) {
        Ok(words) => words,
        Err(why) => return Ok(Ready::useless(why)),
    };
    let content = Content {
        subject: words.subject,
        text: format!("{}\n{}\n", words.text.trim_end(), lines.join("\n")),
        ..Content::default()
    };
    let kept = json!({"member": text("member"), "sent": app.now()});
    Ok(Ready::Letter {
        to: person.email,
        content,
        kept,
    })
}

/// Where answers go, where the letter says so and the tenant has an address for them.
async fn answers(app: &App, about: &About) -> Result<Option<String>, Failure> {
    let Some(inbox) = &about.letter.answers else {
        return Ok(None);
    };
    let of = (about.desk.caller.tenant, about.record);
    inbound::answered_at(app, of, inbox).await
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

pub(in crate::platform) async fn tenant_name(app: &App, tenant: TenantKey) -> Result<String, Failure> {
    of_tenant(app, tenant).await.map(|(name, _)| name)
}

async fn zone_of(app: &App, tenant: TenantKey) -> Result<Zone, Failure> {
    of_tenant(app, tenant).await.map(|(_, zone)| zone)
}

/// What stands in a letter of what was gathered: a line for each thing of which they may be told, as far as there is room, and at the end how
/// many were not looked at; and how many were gathered.
async fn lines(app: &App, job: &Job, (person, zone): (&Person, &Zone)) -> Result<(Vec<String>, i64), Failure> {
    let count = gathered(app, job).await?;
    let (mut lines, mut looked_at, mut last) = (Vec::new(), 0, [0; 16]);
    while lines.len() < MOST_GATHERED && looked_at < MOST_LOOKED_AT {
        let page = next(app, job, last).await?;
        let Some((id, ..)) = page.last() else { break };
        last = *id;
        for (_, letter, entity, record) in &page {
            if lines.len() == MOST_GATHERED {
                break;
            }
            looked_at += 1;
            let Ok(about) = About::of(app, job.tenant, (letter, entity, record)).await? else {
                continue;
            };
            let Some(given) = about.given().await? else { continue };
            let reader = Reader {
                locale: &person.locale,
                name: &person.name,
                tenant: &person.tenant,
                zone,
            };
            let languages = &about.desk.pack().definition().languages;
            let written = Written::of(&about.letter, languages, given.values(&about.letter), reader);
            lines.extend(written.ok().map(|written| format!("- {}", written.subject)));
        }
    }
    if looked_at < count {
        lines.push(format!("- … + {}", count - looked_at));
    }
    Ok((lines, count))
}

fn of_letter(job: &Job) -> [Bound; 2] {
    let member = job.body.get("member").and_then(Value::as_str).unwrap_or_default();
    [Bound::Text(member.to_owned()), Bound::Text(job.key.clone())]
}

/// How much was gathered for this letter: what waits is its own from here on, so that another attempt tells the same.
async fn gathered(app: &App, job: &Job) -> Result<i64, Failure> {
    let own = of_letter(job);
    let taken = app.store.write(job.tenant, move |mut tx| {
        Box::pin(async move {
            let take = "UPDATE notifications SET digest = $3 WHERE tenant_id = $1 AND member = $2 AND digest = $4 AND NOT EXISTS (SELECT 1 FROM \
                        notifications n WHERE n.tenant_id = $1 AND n.member = $2 AND n.digest = $3)";
            let waiting = [&own[..], &[Bound::Text(WAITING.to_owned())]].concat();
            tx.tell(take, &waiting).await?;
            let text = "SELECT count(*) FROM notifications WHERE tenant_id = $1 AND member = $2 AND digest = $3";
            tx.count(text, &own).await
        })
    });
    taken.await
}

/// What was gathered for this letter, behind one thing: its id, the letter that says it, and the record that it is about.
async fn next(app: &App, job: &Job, last: [u8; 16]) -> Result<Vec<([u8; 16], String, String, String)>, Failure> {
    let values = [&of_letter(job)[..], &[Bound::Id(last), Bound::Whole(PAGE)]].concat();
    let page = app.store.read(job.tenant, move |mut tx| {
        Box::pin(async move {
            let text = "SELECT id, letter, entity, record_id FROM notifications WHERE tenant_id = $1 AND member = $2 AND digest = $3 AND id > $4 \
                        ORDER BY id LIMIT $5";
            let rows = tx.ask(text, &values).await?;
            let told = rows.iter().map(|row| {
                let own = |place: usize| Ok::<_, Failure>(row.text(place)?.unwrap_or_default().to_owned());
                let record = Cell::id_text(&row.id(3)?.unwrap_or_default());
                Ok((row.id(0)?.unwrap_or_default(), own(1)?, own(2)?, record))
            });
            told.collect::<Result<Vec<_>, Failure>>()
        })
    });
    page.await
}

/// The files that go along, as the letter's role may read them; else why it cannot be sent with them.
async fn attached(app: &App, about: &About, given: &Given) -> Result<Result<Vec<Attached>, String>, Failure> {
    let tenant = about.desk.caller.tenant;
    let named = about.letter.attachments.iter();
    let named: Vec<(String, [u8; 16])> = named.filter_map(|name| Some((name.clone(), given.id(name)?))).collect();
    if named.is_empty() {
        return Ok(Ok(Vec::new()));
    }
    let found = app.store.read(tenant, move |mut tx| {
        Box::pin(async move {
            let mut found = Vec::with_capacity(named.len());
            for (name, id) in named {
                match tx.file(id).await? {
                    Some(known) => found.push((id, known)),
                    None => return Ok(Err(name)),
                }
            }
            Ok(Ok(found))
        })
    });
    // What it says goes along with it: without that it says something else.
    let found = match found.await? {
        Ok(found) => found,
        Err(name) => return Ok(Err(format!("the file in `{name}` is not there any more"))),
    };
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
            bytes: app.files.whole(Named { tenant, id }).await?,
        });
    }
    Ok(Ok(files))
}
