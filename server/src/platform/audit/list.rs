//! What was written down, page by page and as a file.

use std::collections::BTreeMap;

use axum::Json;
use axum::body::{Body, Bytes};
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, Response, header};
use axum::response::IntoResponse;
use ratebook::records::{Cell, RecordChange, RecordQuery};
use ratebook::tenancy::AuditChange;
use ratebook::time::Instant;
use ratebook::{Code, Error, Reason};
use serde_json::{Value, json};

use super::sight::Sight;
use crate::platform::accounts::id_of;
use crate::platform::auth::written;
use crate::platform::caller::Caller;
use crate::problem::Problem;
use crate::records::parameters::Parameters;
use crate::records::{FIRST, Sender, link, next_limit, sent, written_by};
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{END, Failure, RowCells, Seal, TenantKey, TenantTx, Written, json};

pub(in crate::platform) const READS: &str = "audit:read";

const USUAL: usize = 20;
const MOST: usize = 100;
/// How many entries are looked at for one page: where few of them are wanted, the page has fewer, and the next one goes on behind them.
const LOOKED_AT: i64 = 10_000;

const FILTERS: [&str; 6] = ["actor", "entity", "record_id", "action", "at_first", "at_last"];

/// Which entries are wanted.
#[derive(Clone, Debug, Default)]
struct Filters {
    /// As they were given.
    given: BTreeMap<String, String>,
    record: Option<[u8; 16]>,
    first: Option<i64>,
    last: Option<i64>,
}

impl Filters {
    fn read(mut parameters: Parameters) -> Result<Filters, Error> {
        let mut filters = Filters::default();
        for name in FILTERS {
            filters
                .given
                .extend(parameters.take(name).map(|value| (name.to_owned(), value)));
        }
        let mut reasons = Vec::new();
        if let Some(id) = filters.given.get("record_id") {
            filters.record = id_of(id);
            if filters.record.is_none() {
                reasons.push(Reason::new(Code::RequestType, "/record_id", "`record_id` is not an id"));
            } else if !filters.given.contains_key("entity") {
                let message = "`record_id` names one of an `entity`; name that too";
                reasons.push(Reason::new(Code::RequestMissing, "/entity", message));
            }
        }
        for (name, bound) in [("at_first", &mut filters.first), ("at_last", &mut filters.last)] {
            match filters.given.get(name).map(|text| text.parse::<Instant>()) {
                Some(Ok(at)) => *bound = Some(at.microseconds()),
                Some(Err(error)) => reasons.extend(error.under(&format!("/{name}")).reasons().cloned()),
                None => {}
            }
        }
        reasons.extend(
            parameters
                .finish()
                .err()
                .iter()
                .flat_map(|error| error.reasons().cloned()),
        );
        Error::unless_empty(reasons).map(|()| filters)
    }

    fn text(&self, name: &str) -> Option<&str> {
        self.given.get(name).map(String::as_str)
    }

    fn fits(&self, names: Option<&[String]>, entry: &Written) -> bool {
        self.text("actor")
            .is_none_or(|actor| actor == entry.actor || Some(actor) == entry.on_behalf_of.as_deref())
            && names.is_none_or(|names| names.contains(&entry.entity))
            && self.record.is_none_or(|record| Some(record) == entry.record)
            && self.text("action").is_none_or(|action| action == entry.action)
            && self.first.is_none_or(|first| first <= entry.at)
            && self.last.is_none_or(|last| last >= entry.at)
    }

    /// What the entity that is wanted is called in the audit.
    fn names(&self, sight: &Sight) -> Result<Option<Vec<String>>, Failure> {
        self.text("entity").map(|entity| sight.names(entity)).transpose()
    }
}

fn limit_of(given: Option<String>) -> Result<usize, Error> {
    let Some(text) = given else { return Ok(USUAL) };
    let limit = text.parse().ok().filter(|limit| (1..=MOST).contains(limit));
    limit.ok_or_else(|| {
        let message = format!("`limit` is a whole number from 1 to {MOST}");
        Error::new(Code::RequestRange, "/limit", message)
    })
}

/// `GET /v1/audit`: the newest first.
pub(crate) async fn list(
    State(app): State<App>,
    caller: Caller,
    RawQuery(address): RawQuery,
) -> Result<Response<Body>, Problem> {
    let mut parameters = Parameters::read(address.as_deref())?;
    let (cursor, limit) = (parameters.take("cursor"), parameters.take("limit"));
    let filters = Filters::read(parameters)?;
    let limit = limit_of(limit)?;
    let sight = Sight::of(&app, &caller)?;
    // What makes a cursor one of this list.
    let mut asked = RecordQuery::new("audit", caller.actor.clone(), app.now());
    asked.filter.clone_from(&filters.given);
    let keys = cursor.map(|cursor| app.cursors.read(&asked, &cursor)).transpose()?;
    let before = keys.and_then(|keys| id_of(keys.first()?.as_str()?)).unwrap_or(END);
    let names = filters.names(&sight)?;
    let read = app.store.read(caller.tenant, move |mut tx| {
        Box::pin(async move { page(&mut tx, (&filters, names), before, limit).await })
    });
    let (entries, next) = read.await?;
    let shown = sight.shown(&app, entries).await?;
    let items: Vec<Value> = shown.iter().map(|entry| entry.told()).collect();
    let next = next.map(|last| app.cursors.write(&asked, &[Cell::id_text(&last).into()]));
    let mut headers = HeaderMap::new();
    if let Some(link) = next.as_deref().and_then(|next| link("audit", address.as_deref(), next)) {
        headers.insert(header::LINK, link);
    }
    Ok((headers, Json(json!({"items": items, "next_cursor": next}))).into_response())
}

/// The entries of a page, and where the next one goes on.
async fn page(
    tx: &mut TenantTx<'_>,
    (filters, names): (&Filters, Option<Vec<String>>),
    before: [u8; 16],
    limit: usize,
) -> Result<(Vec<Written>, Option<[u8; 16]>), Failure> {
    let of_record = filters.record.is_some();
    let until = match of_record || filters.given.is_empty() {
        true => None,
        false => {
            let text = "SELECT id FROM audit WHERE tenant_id = $1 AND id < $2 ORDER BY id DESC LIMIT 1 OFFSET $3";
            let rows = tx.ask(text, &[Bound::Id(before), Bound::Whole(LOOKED_AT - 1)]).await?;
            rows.first().map(|row| row.id(0)).transpose()?.flatten()
        }
    };
    let most = i64::try_from(limit + 1).unwrap_or(i64::MAX);
    let mut found = Vec::new();
    let names = names.map_or_else(|| vec![None], |names| names.into_iter().map(Some).collect());
    for name in names {
        let values = [
            Bound::Id(before),
            Bound::Id(until.unwrap_or_default()),
            Bound::text(name.as_deref()),
            Bound::id(filters.record),
            Bound::text(filters.text("actor")),
            Bound::text(filters.text("action")),
            Bound::Whole(filters.first.unwrap_or(i64::MIN)),
            Bound::Whole(filters.last.unwrap_or(i64::MAX)),
            Bound::Whole(most),
        ];
        let text = if of_record { OF_RECORD } else { OF_ALL };
        for row in tx.ask(text, &values).await? {
            if let Some(entry) = Written::read(&row, 0)? {
                found.push(entry.beside(&row, 11)?);
            }
        }
    }
    found.sort_by_key(|entry| std::cmp::Reverse(entry.id));
    let more = found.len() > limit;
    found.truncate(limit);
    let next = if more {
        found.last().map(|entry| entry.id)
    } else {
        until
    };
    Ok((found, next))
}

const OF_ALL: &str = "SELECT a.id, a.at, a.actor, a.entity, a.record_id, a.action, a.changes, a.ip, a.request_id, a.on_behalf_of, a.key_id, p.salt, p.changes FROM audit a LEFT JOIN \
                      audit_personal p ON p.tenant_id = a.tenant_id AND p.entry = a.id WHERE a.tenant_id = $1 AND a.id < $2 AND a.id >= $3 \
                      AND ($4 IS NULL OR a.entity = $4) AND ($5 IS NULL OR a.record_id = $5) AND ($6 IS NULL OR a.actor = $6 OR a.on_behalf_of = $6) AND ($7 IS \
                      NULL OR a.action = $7) AND a.at >= $8 AND a.at <= $9 ORDER BY a.id DESC LIMIT $10";
const OF_RECORD: &str = "SELECT a.id, a.at, a.actor, a.entity, a.record_id, a.action, a.changes, a.ip, a.request_id, a.on_behalf_of, a.key_id, p.salt, p.changes FROM audit a LEFT \
                         JOIN audit_personal p ON p.tenant_id = a.tenant_id AND p.entry = a.id WHERE a.tenant_id = $1 AND a.id < $2 AND \
                         a.id >= $3 AND a.entity = $4 AND a.record_id = $5 AND ($6 IS NULL OR a.actor = $6 OR a.on_behalf_of = $6) AND ($7 IS NULL OR a.action = \
                         $7) AND a.at >= $8 AND a.at <= $9 ORDER BY a.id DESC LIMIT $10";

/// `GET /v1/audit/export`: what is sealed, in the order of the chain, each entry a line as the engine takes it.
pub(crate) async fn export(
    State(app): State<App>,
    caller: Caller,
    RawQuery(address): RawQuery,
) -> Result<Response<Body>, Problem> {
    let filters = Filters::read(Parameters::read(address.as_deref())?)?;
    let sight = Sight::of(&app, &caller)?;
    let names = filters.names(&sight)?;
    let (working, tenant) = (app.clone(), caller.tenant);
    let body = written_by(&app, move |sender| async move {
        lines(&working, tenant, &sight, (&filters, names.as_deref()), &sender).await
    })?;
    let headers = [
        (header::CONTENT_TYPE, "application/x-ndjson"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"audit.ndjson\""),
    ];
    Ok((headers, body).into_response())
}

async fn lines(
    app: &App,
    tenant: TenantKey,
    sight: &Sight,
    (filters, names): (&Filters, Option<&[String]>),
    sender: &Sender,
) -> Result<(), Failure> {
    let (mut after, mut limit) = (0, FIRST);
    loop {
        let read = app.store.read_platform(move |mut tx| {
            Box::pin(async move { tx.seals(tenant, (after, u64::MAX), limit.into()).await })
        });
        let seals = read.await?;
        let Some((last, _)) = seals.last() else { return Ok(()) };
        after = last.sequence;
        let count = seals.len();
        let (mut bytes, mut own, mut entries) = (0, BTreeMap::new(), Vec::new());
        for (seal, entry) in seals {
            bytes += entry.as_ref().map_or(0, |entry| entry.changes.len());
            if let Some(entry) = entry.filter(|entry| filters.fits(names, entry)) {
                own.insert(entry.id, seal);
                entries.push(entry);
            }
        }
        limit = next_limit(limit, bytes, count);
        let part = part(app, tenant, sight, (entries, &own)).await?;
        if !sent(sender, part).await? {
            return Ok(());
        }
    }
}

/// Lines of entries, as they may be seen.
async fn part(
    app: &App,
    tenant: TenantKey,
    sight: &Sight,
    (entries, seals): (Vec<Written>, &BTreeMap<[u8; 16], Seal>),
) -> Result<Bytes, Failure> {
    let mut part = Vec::new();
    for shown in sight.shown(app, entries).await? {
        let Some(seal) = seals.get(&shown.written.id) else {
            return Err(Failure::defect(format!("no seal of {}", written(shown.written.id))));
        };
        let mut record = seal.record(tenant, &shown.written);
        if let Some((seen, places)) = &shown.changes {
            let changes = std::mem::take(&mut record.changes).into_iter().enumerate();
            let changes = changes.filter(|(place, _)| places.contains(place));
            record.changes = changes
                .zip(seen)
                .map(|((_, change), seen)| beside(change, seen))
                .collect();
        }
        part.extend(json::bytes(&record)?);
        part.push(b'\n');
    }
    Ok(part.into())
}

/// A change with what its commitments are to, which no hash is over.
fn beside(mut change: AuditChange, seen: &RecordChange) -> AuditChange {
    if change.before_commitment.is_some() {
        change.before.clone_from(&seen.before);
    }
    if change.after_commitment.is_some() {
        change.after.clone_from(&seen.after);
    }
    change
}
