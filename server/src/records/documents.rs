//! Documents of records and of lists: what a template is given is what whoever asks may read, and nothing besides.

mod lists;

use std::collections::HashMap;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode, header};
use ratebook::records::{Cell, DocumentDefinition, Field, FieldKind, Pack, QueryPlan, Test};
use ratebook::time::Instant;
use ratebook::{Code, Error, Reason};
use serde_json::Value;

use super::answer::is_known;
use super::ask::{led_to, of_ids};
use super::desk::Desk;
use super::export::{FIRST, next_limit};
use super::parameters::Parameters;
use crate::platform::caller::Comer;
use crate::platform::documents::{Brand, Job, Turn, Written};
use crate::platform::files::disposition;
use crate::problem::Problem;
use crate::state::App;
use crate::store::{Failure, PLATFORM, Record, TenantTx, json};

/// As many records a list in a document has at most, and as many rows a record.
const MOST_ROWS: usize = 1_000;
/// As many bytes all that is told of records has at most, before it is set.
const MOST_BYTES: usize = 8 * 1024 * 1024;
const PDF: &str = "application/pdf";
pub(crate) use lists::ListDocument;
pub(super) use lists::of_list;

/// What a list is asked for and a document says itself.
pub(crate) const OWN: [&str; 7] = ["cursor", "limit", "fields", "expand", "sums", "facets", "total"];

/// Answers a document of a record.
pub(super) async fn of_record(
    State(app): State<App>,
    Comer(caller): Comer,
    Path((plural, id, name)): Path<(String, String, String)>,
    RawQuery(address): RawQuery,
    headers: HeaderMap,
) -> Result<Response<Body>, Problem> {
    let desk = Desk::of(&app, caller, &plural)?;
    // Who may read nothing of it is told so, whatever they ask for.
    desk.plan(&desk.query()?)?;
    let document = desk.document(&name, false)?;
    let mut parameters = Parameters::read(address.as_deref())?;
    let languages = desk.languages(parameters.take("lang").as_deref())?;
    parameters.finish()?;
    let id = desk.id(&id)?;
    let asked = desk.asked(&document, id)?;
    let turn = app.documents.turn(desk.caller.tenant).await?;
    desk.settle_before_reading(id, &asked.plan).await;
    let record = desk.record_of(id, asked).await?;
    let brand = desk.brand().await?;
    let (job, file) = desk.job_of(&document, &languages, (record, &brand));
    answered(&desk, turn, (job, &brand, file.as_str()), &headers).await
}

/// What a document of a record is read by.
struct Asked {
    plan: Arc<QueryPlan>,
    rows: Vec<(String, Desk, QueryPlan)>,
}

impl Desk {
    /// How the record of a document is read by whoever is at the desk.
    fn asked(&self, document: &DocumentDefinition, id: [u8; 16]) -> Result<Asked, Failure> {
        let mut query = self.query()?;
        (query.fields, query.expand) = (document.asked(), document.expand.clone());
        let plan = self.plan(&query).map_err(|error| unread(document, error))?;
        Ok(Asked {
            plan: Arc::new(without_secrets(self.pack(), plan)),
            rows: self.rows(document, id)?,
        })
    }

    /// The record of a document, with all that it shows of it.
    async fn record_of(&self, id: [u8; 16], Asked { plan, rows }: Asked) -> Result<Record, Failure> {
        let working = self.clone();
        let found = self.app.store.read(self.caller.tenant, move |mut tx| {
            Box::pin(async move {
                let found = tx.one(working.pack(), &plan, id).await?;
                let Some(found) = found else {
                    return Err(working.went(&mut tx, id).await?);
                };
                let mut left = Left(MOST_BYTES);
                left.take(found.len())?;
                let mut records: Vec<Record> = vec![json::read(&found)?];
                joined(&mut tx, &working, &plan, &mut records, &mut left).await?;
                let mut record = records.pop().ok_or_else(|| Failure::defect("a record that is none"))?;
                for (field, target, plan) in rows {
                    record.insert(field, listed(&mut tx, &target, plan, &mut left).await?.into());
                }
                Ok(record)
            })
        });
        found.await
    }

    /// What is to be set of a record, and what the file is called.
    fn job_of<'p>(
        &'p self,
        document: &DocumentDefinition,
        languages: &(String, String),
        (record, brand): (Record, &Brand),
    ) -> (Job<'p>, String) {
        let mut job = Job::of(
            self.pack().definition(),
            document,
            (languages.0.as_str(), languages.1.as_str()),
        );
        job.title = document.title_of(&languages.0, &record);
        job.made_at = changed_at([&record].into_iter());
        let file = document.file_of(&record);
        job.given = [("brand", brand.told()), ("record", record.into())]
            .into_iter()
            .collect();
        (job, file)
    }

    /// A document of a record as whoever is at the desk may read that, in a language of the pack: what it is called, and its bytes.
    pub(crate) async fn made(
        &self,
        id: [u8; 16],
        (name, language): (&str, Option<&str>),
    ) -> Result<(String, Vec<u8>), Problem> {
        self.plan(&self.query()?)?;
        let document = self.document(name, false)?;
        let languages = self.languages(language)?;
        let asked = self.asked(&document, id)?;
        let turn = self.app.documents.turn(self.caller.tenant).await?;
        let record = self.record_of(id, asked).await?;
        let brand = self.brand().await?;
        let (job, file) = self.job_of(&document, &languages, (record, &brand));
        let written = self.written(job, &brand)?;
        Ok((format!("{file}.pdf"), self.app.documents.set(&turn, &written).await?))
    }

    /// A job as it is sent, with the tenant's clock and logo.
    fn written(&self, mut job: Job<'_>, brand: &Brand) -> Result<Written, Failure> {
        job.zone = self.zone().clone();
        job.files.extend(brand.picture());
        self.app.documents.written(job)
    }

    /// The document of that name, of one record or of a list.
    fn document(&self, name: &str, of_list: bool) -> Result<Arc<DocumentDefinition>, Problem> {
        let entity = self.entity()?;
        let all = self.pack().definition().documents.iter();
        let fitting: Vec<_> = all
            .filter(|own| own.entity == entity.name() && own.list == of_list)
            .collect();
        if let Some(own) = fitting.iter().find(|own| own.name == name) {
            return Ok(Arc::clone(own));
        }
        let names: Vec<String> = fitting.iter().map(|own| format!("`{}`", own.name)).collect();
        let whose = if of_list { "of a list of" } else { "of one of" };
        let told = match names.is_empty() {
            true => "there is none".to_owned(),
            false => format!("there is {}", names.join(", ")),
        };
        let message = format!("there is no such document {whose} `{}`; {told}", entity.plural());
        Err(Problem::not_found(&message))
    }

    /// The language of the pack, and that of whoever asks: `en`, and `en-IN`, in which figures and days are written.
    fn languages(&self, wanted: Option<&str>) -> Result<(String, String), Error> {
        let pack = self.pack().definition();
        let found = pack.language_and_region(wanted);
        let found = found.map(|(language, region)| (language.to_owned(), region));
        found.ok_or_else(|| {
            let message = format!(
                "documents are in `{}`, each with or without a region, as in `en-IN`",
                pack.written_in().join("`, `")
            );
            Error::new(Code::RequestUnknown, "/lang", message)
        })
    }

    /// The rows that a document shows of a record: the name of each field, where they are and how they are read.
    fn rows(&self, document: &DocumentDefinition, id: [u8; 16]) -> Result<Vec<(String, Desk, QueryPlan)>, Failure> {
        let mut rows = Vec::with_capacity(document.rows.len());
        for name in &document.rows {
            let field = self.entity()?.field(name);
            let target = field
                .and_then(Field::target)
                .and_then(|target| self.pack().entities().get(target));
            let by = field.and_then(|field| field.definition().by.as_deref());
            let column = target.zip(by).and_then(|(target, by)| target.field(by)?.column());
            let (Some(target), Some(column)) = (target, column) else {
                return Err(Failure::defect("rows of nothing"));
            };
            let desk = self.at(target.name())?;
            let mut plan = without_secrets(desk.pack(), desk.plan(&desk.query()?)?);
            if !desk.sees_all() {
                let message = format!("the document shows all of `{name}`, and you may not read all of them");
                return Err(Error::new(Code::TenancyPermissionMissing, "", message).into());
            }
            plan.test = Test::all([plan.test, Test::OneOf(column, vec![Cell::Id(id)])]);
            rows.push((name.clone(), desk, plan));
        }
        Ok(rows)
    }

    async fn brand(&self) -> Result<Brand, Failure> {
        match self.caller.tenant {
            PLATFORM => Ok(Brand::of_name("Ratebook")),
            tenant => self.app.brand(tenant).await,
        }
    }
}

/// That a document shows what whoever asks may not read: it is not left out in silence.
fn unread(document: &DocumentDefinition, error: Error) -> Error {
    let of = |place: &str| {
        let mut reasons = error.reasons();
        reasons.any(|reason| reason.path.starts_with(place))
    };
    let declared = |reason: &Reason| {
        ["/expand/", "/sums/"]
            .iter()
            .any(|place| reason.path.starts_with(place))
    };
    if !error.reasons().all(declared) {
        return error;
    }
    let (links, sums) = (document.expand.join("`, `"), document.sums.join("`, `"));
    let what = match (of("/expand/"), of("/sums/")) {
        (true, true) => format!("what `{links}` leads to and the sums of `{sums}`"),
        (true, false) => format!("what `{links}` leads to"),
        _ => format!("the sums of `{sums}`"),
    };
    let message = format!("the document shows {what}, and you may not read all of that");
    Error::new(Code::TenancyPermissionMissing, "", message)
}

/// The same without secrets, of whatever record: not even whether there is one is told on paper.
fn without_secrets(pack: &Pack, mut plan: QueryPlan) -> QueryPlan {
    let entity = pack.entities().get(plan.entity);
    let kind = |place: usize| Some(entity?.fields().get(place)?.kind());
    plan.fields
        .retain(|visible| kind(visible.field).is_some_and(|kind| kind != FieldKind::Secret));
    for (_, other) in &mut plan.expand {
        **other = without_secrets(pack, QueryPlan::clone(other));
    }
    plan
}

/// As many bytes as may still be told of records.
#[derive(Debug)]
struct Left(usize);

impl Left {
    fn take(&mut self, bytes: usize) -> Result<(), Failure> {
        self.0 = self.0.checked_sub(bytes).ok_or_else(|| {
            let message = format!("the document would tell more than {MOST_BYTES} bytes of its records; narrow it");
            Reason::new(Code::RequestTooLarge, "", message).with("limit", MOST_BYTES)
        })?;
        Ok(())
    }
}

/// The records of a plan, as many as a document may have, each with what its links lead to. They may be of any length, and are read as an
/// export reads them.
async fn listed(
    tx: &mut TenantTx<'_>,
    desk: &Desk,
    mut plan: QueryPlan,
    left: &mut Left,
) -> Result<Vec<Record>, Failure> {
    let mut records: Vec<Record> = Vec::new();
    plan.limit = FIRST;
    loop {
        let page = tx.page(desk.pack(), &plan).await?;
        if records.len() + page.count > MOST_ROWS {
            let several = desk.entity()?.plural();
            let message = format!("more than {MOST_ROWS} `{several}` would stand in the document; narrow the list");
            let reason = Reason::new(Code::RequestTooLarge, "", message).with("limit", MOST_ROWS);
            return Err(reason.into());
        }
        left.take(page.items.len())?;
        records.extend(json::read::<Vec<Record>>(&page.items)?);
        if page.next.is_none() {
            break;
        }
        plan.limit = next_limit(plan.limit, page.items.len(), page.count);
        plan.after = page.next;
    }
    joined(tx, desk, &plan, &mut records, left).await?;
    Ok(records)
}

/// Puts those in the place of the links of records to which these lead.
async fn joined(
    tx: &mut TenantTx<'_>,
    desk: &Desk,
    plan: &QueryPlan,
    records: &mut [Record],
    left: &mut Left,
) -> Result<(), Failure> {
    let entity = desk.pack().entities().get(plan.entity);
    for (place, other) in &plan.expand {
        let Some(field) = entity.and_then(|entity| entity.fields().get(*place)) else {
            return Err(Failure::defect("an expansion of nothing"));
        };
        let leads = Leads {
            field: field.name(),
            found: found(tx, desk, other, led_to(records, field.name()).into_iter().collect()).await?,
        };
        for record in &mut *records {
            let instead: Value = match record.remove(field.name()) {
                Some(Value::Array(ids)) => {
                    let own: Result<Vec<Value>, Failure> = ids.iter().map(|id| leads.to(id, left)).collect();
                    own?.into()
                }
                None | Some(Value::Null) => Value::Null,
                Some(id) => leads.to(&id, left)?,
            };
            record.insert(field.name().to_owned(), instead);
        }
    }
    Ok(())
}

/// Those of these records that are there and may be read, by id, each with how many bytes it has.
async fn found(
    tx: &mut TenantTx<'_>,
    desk: &Desk,
    plan: &QueryPlan,
    mut ids: Vec<Cell>,
) -> Result<HashMap<String, (Record, usize)>, Failure> {
    let (mut found, mut limit, mut left) = (HashMap::new(), FIRST, Left(MOST_BYTES));
    while !ids.is_empty() {
        let rest = ids.split_off(ids.len().min(usize::try_from(limit).unwrap_or(usize::MAX)));
        let some = of_ids(tx, desk, plan, std::mem::replace(&mut ids, rest)).await?;
        let (count, mut all) = (some.len(), 0);
        for record in some {
            let bytes = json::bytes(&record)?.len();
            left.take(bytes)?;
            all += bytes;
            let id = record.get("id").and_then(Value::as_str).unwrap_or_default();
            found.insert(id.to_owned(), (record, bytes));
        }
        limit = next_limit(limit, all, count);
    }
    Ok(found)
}

/// What the links of a field lead to.
struct Leads<'f> {
    field: &'f str,
    found: HashMap<String, (Record, usize)>,
}

impl Leads<'_> {
    /// The record that a link leads to. One that whoever asks does not see is not left out: the document is not made.
    fn to(&self, id: &Value, left: &mut Left) -> Result<Value, Failure> {
        let found = id.as_str().and_then(|id| self.found.get(id));
        let (record, bytes) = found.ok_or_else(|| {
            let field = self.field;
            let message = format!(
                "the document shows what `{field}` leads to, and something of that was deleted, or you may not read it"
            );
            Error::new(Code::TenancyPermissionMissing, "", message)
        })?;
        left.take(*bytes)?;
        Ok(record.clone().into())
    }
}

/// When the newest of records was changed.
fn changed_at<'r>(records: impl Iterator<Item = &'r Record>) -> Instant {
    let at = records.filter_map(|record| record.get("updated_at")?.as_str()?.parse::<Instant>().ok());
    at.max().unwrap_or(Instant::UNIX_EPOCH)
}

/// The document, unless it is known already: it is set of nothing but its job, so that the same job is the same document.
async fn answered(
    desk: &Desk,
    turn: Turn,
    (job, brand, file): (Job<'_>, &Brand, &str),
    asked: &HeaderMap,
) -> Result<Response<Body>, Problem> {
    let job = desk.written(job, brand)?;
    let same = is_known(asked, &job.tag);
    let mut answer = match same {
        true => Response::new(Body::empty()),
        false => Response::new(Body::from(desk.app.documents.set(&turn, &job).await?)),
    };
    drop(turn);
    let mut put = |name: HeaderName, text: &str| {
        let value = HeaderValue::from_str(text).ok();
        answer.headers_mut().extend(value.map(|value| (name, value)));
    };
    put(header::ETAG, &job.tag);
    if same {
        *answer.status_mut() = StatusCode::NOT_MODIFIED;
        return Ok(answer);
    }
    put(header::CONTENT_TYPE, PDF);
    put(
        header::CONTENT_DISPOSITION,
        &disposition("inline", &format!("{file}.pdf")),
    );
    Ok(answer)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_a_document_shows_and_they_may_not_see_is_told_as_that_where_nothing_else_is_wrong() {
        let declared = json!({"name": "list", "entity": "trip", "title": {"en": "List"}, "list": true, "expand": ["client"], "sums": ["price", "tax"]});
        let document: DocumentDefinition = serde_json::from_value(declared).expect("a document");
        let told = |paths: &[&str]| {
            let reasons = paths
                .iter()
                .map(|path| Reason::new(Code::RequestUnknown, *path, "not there"));
            let error = unread(&document, Error::from_reasons(reasons.collect()).expect("an error"));
            (
                error.code(),
                error.reasons().map(|reason| reason.message.clone()).collect::<String>(),
            )
        };
        for (paths, message) in [
            (
                &["/expand/0"][..],
                "the document shows what `client` leads to, and you may not read all of that",
            ),
            (
                &["/sums/1"][..],
                "the document shows the sums of `price`, `tax`, and you may not read all of that",
            ),
            (
                &["/expand/0", "/sums/0"][..],
                "the document shows what `client` leads to and the sums of `price`, `tax`, and you may not read all of that",
            ),
        ] {
            assert_eq!(told(paths), (Code::TenancyPermissionMissing, message.to_owned()));
        }
        // What they asked for themselves is told beside it.
        let asked = told(&["/filter/0", "/expand/0", "/sums/0"]);
        assert_eq!(asked, (Code::RequestUnknown, "not there".repeat(3)));
    }
}
