//! What is mine, over all tenants: the platform knows where a person's records are, and each is read in its tenant by the plan of that
//! person there. Nobody else's is ever looked at, and a right that is gone in a tenant is gone here.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Response};
use ratebook::records::migration::Derivation;
use ratebook::records::{Cell, ColumnKind, RecordQuery, Sign, Test};
use ratebook::tenancy::TenantId;
use ratebook::tenancy::access::AccessActor;
use ratebook::{Code, Reason};
use serde_json::{Map, Value, json};

use super::desk::Desk;
use super::parameters::Parameters;
use crate::platform::caller::{Chosen, SignedIn};
use crate::platform::standing::Person;
use crate::problem::Problem;
use crate::state::App;
use crate::store::json;
use crate::store::sql::Bound;
use crate::store::{Failure, Record, RowCells, TenantKey};

const USUAL: usize = 20;
const MOST: usize = 100;
/// How many rows are looked at for one page: a page may have fewer records than there is room for, and another page still follow.
const ROWS: usize = 500;

/// Where a record of a person is.
#[derive(Clone, Debug)]
struct Owned {
    made_at: i64,
    tenant: TenantKey,
    id: [u8; 16],
    slug: String,
    name: String,
}

/// `GET /v1/mine/{plural}`: the newest first.
pub(super) async fn list(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Path(plural): Path<String>,
    RawQuery(address): RawQuery,
) -> Result<Response, Problem> {
    let sources = sources(&app, &plural)?;
    if sources.is_empty() {
        return Err(Problem::not_found(&format!("there is nothing at `/v1/mine/{plural}`")));
    }
    let mut parameters = Parameters::read(address.as_deref())?;
    let (limit, cursor) = (limit(&mut parameters)?, parameters.take("cursor"));
    parameters.finish()?;
    // What makes a cursor that of this person and this list.
    let actor = AccessActor::new(TenantId::new("mine"), Cell::id_text(&person.account));
    let asked = RecordQuery::new(format!("mine {plural}"), actor, app.now());
    let after = match cursor {
        Some(cursor) => Some(place_of(&app.cursors.read(&asked, &cursor)?)?),
        None => None,
    };
    let rows = owned(&app, &person, &sources, after).await?;
    let mut found = Vec::new();
    let mut last = None;
    let mut seen = 0;
    // A tenant is asked once for many records, and for no more than may be shown.
    for batch in rows.chunks(limit) {
        let records = read(&app, &person, &plural, batch).await?;
        for row in batch {
            seen += 1;
            last = Some(row);
            if let Some(record) = records.get(&(row.tenant, row.id)) {
                let tenant = json!({"id": Cell::id_text(&row.tenant), "slug": row.slug, "name": row.name});
                found.push(json!({"tenant": tenant, "record": record}));
            }
            if found.len() == limit {
                break;
            }
        }
        if found.len() == limit {
            break;
        }
    }
    let more = seen < rows.len() || rows.len() >= ROWS;
    let next = last.filter(|_| more).map(|row| {
        let keys = [
            row.made_at.into(),
            Cell::id_text(&row.tenant).into(),
            Cell::id_text(&row.id).into(),
        ];
        app.cursors.write(&asked, &keys)
    });
    Ok(Json(json!({"items": found, "next_cursor": next})).into_response())
}

/// How many records a page has.
pub(super) fn limit(parameters: &mut Parameters) -> Result<usize, Problem> {
    let Some(text) = parameters.take("limit") else {
        return Ok(USUAL);
    };
    let limit = text.parse().ok().filter(|limit| (1..=MOST).contains(limit));
    limit.ok_or_else(|| {
        let message = format!("`limit` is a whole number from 1 to {MOST}");
        Problem::of_reason(422, Reason::new(Code::RequestRange, "/limit", message))
    })
}

/// The tables whose records belong to people and are called so, of all packs.
fn sources(app: &App, plural: &str) -> Result<Vec<String>, Failure> {
    let name = plural.replace('-', "_");
    let mut sources = Vec::new();
    for pack in app.packs.values() {
        let entities = pack.entities().iter();
        let own = entities.filter(|entity| entity.definition().owner.is_some() && !entity.is_platform());
        let named = own.filter(|entity| entity.plural() == name && !plural.contains('_'));
        for entity in named {
            app.store
                .is_whole(&pack.definition().name, entity.name(), Derivation::Owners)?;
            sources.push(pack.table_of(entity));
        }
    }
    Ok(sources)
}

fn place_of(keys: &[Value]) -> Result<(i64, TenantKey, [u8; 16]), Failure> {
    let id = |value: &Value| match value.as_str().and_then(Cell::id) {
        Some(Cell::Id(id)) => Some(id),
        _ => None,
    };
    let found = match keys {
        [at, tenant, record] => at.as_i64().zip(id(tenant)).zip(id(record)),
        _ => None,
    };
    let ((at, tenant), record) = found.ok_or_else(|| Failure::defect("a cursor of mine that cannot be read"))?;
    Ok((at, tenant, record))
}

/// Where the records of a person are, in tenants that they are members of.
async fn owned(
    app: &App,
    person: &Person,
    sources: &[String],
    after: Option<(i64, TenantKey, [u8; 16])>,
) -> Result<Vec<Owned>, Failure> {
    let (at, tenant, id) = after.unwrap_or((i64::MAX, [0xff; 16], [0xff; 16]));
    let mut found = Vec::new();
    for source in sources {
        let values = [
            Bound::Id(person.account),
            Bound::Text(source.clone()),
            Bound::Whole(at),
            Bound::Id(tenant),
            Bound::Id(id),
            Bound::Whole(i64::try_from(ROWS).unwrap_or(i64::MAX)),
        ];
        let rows = app.store.read_platform(move |mut tx| {
            Box::pin(async move {
                tx.ask(
                    "SELECT o.made_at, o.tenant_id, o.record_id, t.slug, t.name FROM owned o JOIN tenants t ON t.id = o.tenant_id JOIN \
                     memberships m ON m.tenant_id = o.tenant_id AND m.account_id = o.person WHERE o.person = $1 AND o.source = $2 AND \
                     (o.made_at, o.tenant_id, o.record_id) < ($3, $4, $5) ORDER BY o.made_at DESC, o.tenant_id DESC, o.record_id DESC \
                     LIMIT $6",
                    &values,
                )
                .await
            })
        });
        for row in rows.await? {
            found.push(Owned {
                made_at: row.whole(0)?.unwrap_or_default(),
                tenant: row.id(1)?.unwrap_or_default(),
                id: row.id(2)?.unwrap_or_default(),
                slug: row.text(3)?.unwrap_or_default().to_owned(),
                name: row.text(4)?.unwrap_or_default().to_owned(),
            });
        }
    }
    found.sort_by_key(|row| std::cmp::Reverse((row.made_at, row.tenant, row.id)));
    found.truncate(ROWS);
    Ok(found)
}

/// The records as the person may see them in their tenants; what they may not is left out.
async fn read(
    app: &App,
    person: &Person,
    plural: &str,
    rows: &[Owned],
) -> Result<BTreeMap<(TenantKey, [u8; 16]), Record>, Problem> {
    let mut by_tenant: BTreeMap<TenantKey, Vec<Cell>> = BTreeMap::new();
    for row in rows {
        by_tenant.entry(row.tenant).or_default().push(Cell::Id(row.id));
    }
    let mut found = BTreeMap::new();
    for (tenant, mut ids) in by_tenant {
        let standing = match app.auth().standings.of_person(app, person, Chosen::Id(tenant)).await {
            Ok(standing) if standing.reads => standing,
            // Nobody of it comes in just now, it is served elsewhere, or they are a member no more.
            Ok(_) => continue,
            Err(problem) if matches!(problem.status(), 403 | 503) => continue,
            Err(problem) => return Err(problem),
        };
        let Ok(desk) = Desk::of(app, standing.caller.clone(), plural) else {
            continue;
        };
        // Who may read none of them is shown none.
        let Ok(mut plan) = desk.query().map(|query| desk.plan(&query))? else {
            continue;
        };
        let entity = desk.entity()?;
        let owner = entity.definition().owner.as_deref();
        let owner = owner.and_then(|owner| entity.column_named(owner));
        let (Some(id), Some(owner)) = (entity.column_named("id"), owner) else {
            continue;
        };
        let own = match entity.column(owner).map(|column| column.kind) {
            Some(ColumnKind::Id) => Cell::Id(person.account),
            _ => Cell::Text(Cell::id_text(&person.account)),
        };
        ids.sort();
        ids.dedup();
        plan.limit = u32::try_from(ids.len()).unwrap_or(u32::MAX);
        plan.test = Test::all([plan.test, Test::OneOf(id, ids), Test::Compare(owner, Sign::Equal, own)]);
        let reading = app.store.read(tenant, move |mut tx| {
            Box::pin(async move { tx.page(desk.pack(), &plan).await })
        });
        let page = reading.await?;
        let items: Vec<Map<String, Value>> = json::read(&page.items)?;
        for item in items {
            if let Some(Cell::Id(id)) = item.get("id").and_then(Value::as_str).and_then(Cell::id) {
                found.insert((tenant, id), item);
            }
        }
    }
    Ok(found)
}
