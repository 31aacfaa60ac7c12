//! What somebody may see now of what was written down: as in the history of a record, what their rights were then does not count.

use std::collections::{BTreeMap, BTreeSet};

use ratebook::Code;
use ratebook::records::{Cell, HistoryEntry, QueryPlan, RecordChange, RecordHistoryRequest, Test};
use serde_json::{Map, Value, json};

use crate::platform::auth::written;
use crate::platform::caller::Caller;
use crate::records::desk::Desk;
use crate::state::App;
use crate::store::json;
use crate::store::{Failure, Own, Record, TenantTx, Written, joined};

/// Who looks, and which entities are meant by the names in the audit: what is one's name now may have been another's.
#[derive(Clone, Debug)]
pub(in crate::platform) struct Sight {
    desks: Vec<Desk>,
    by_name: BTreeMap<String, Vec<usize>>,
}

/// An entry as somebody may see it.
#[derive(Clone, Debug)]
pub(in crate::platform) struct Shown {
    pub(in crate::platform) written: Written,
    /// What its entity is called now.
    pub(in crate::platform) entity: String,
    /// What they may see of its changes, and which of them that is; nothing where all are seen as they lie there.
    pub(in crate::platform) changes: Option<(Vec<RecordChange>, Vec<usize>)>,
}

/// What became of a record.
#[derive(Clone, Debug)]
enum Found {
    /// It is there, and the reader sees it.
    Seen(Record),
    /// It is there, and they do not.
    Hidden,
    Gone,
}

impl Sight {
    pub(in crate::platform) fn of(app: &App, caller: &Caller) -> Result<Sight, Failure> {
        let (mut desks, mut by_name) = (Vec::new(), BTreeMap::<String, Vec<usize>>::new());
        for entity in caller.pack.entities() {
            let Some(desk) = Desk::named(app, caller, entity.name()) else {
                continue;
            };
            for name in desk.names()? {
                by_name.entry(name).or_default().push(desks.len());
            }
            desks.push(desk);
        }
        Ok(Sight { desks, by_name })
    }

    fn places(&self, name: &str) -> &[usize] {
        self.by_name.get(name).map_or(&[], Vec::as_slice)
    }

    /// The desks of those entities that are meant by a name.
    pub(in crate::platform) fn desks_of(&self, name: &str) -> Vec<&Desk> {
        let desks = self.places(name).iter().filter_map(|place| self.desks.get(*place));
        desks.collect()
    }

    /// What an entity is called in the audit, now and earlier.
    pub(in crate::platform) fn names(&self, entity: &str) -> Result<Vec<String>, Failure> {
        let desks = self.places(entity).iter().filter_map(|place| self.desks.get(*place));
        let mut own = desks.filter(|desk| desk.entity().is_ok_and(|own| own.name() == entity));
        own.next().map_or_else(|| Ok(vec![entity.to_owned()]), Desk::names)
    }

    /// These entries as they may be seen, in their order, without those of which nothing may be. One question for each entity.
    pub(in crate::platform) async fn shown(&self, app: &App, entries: Vec<Written>) -> Result<Vec<Shown>, Failure> {
        let mut wanted: BTreeMap<usize, BTreeSet<Cell>> = BTreeMap::new();
        for entry in &entries {
            for place in self.places(&entry.entity) {
                wanted.entry(*place).or_default().extend(entry.record.map(Cell::Id));
            }
        }
        let mut found = BTreeMap::new();
        for (place, ids) in wanted.into_iter().filter(|(_, ids)| !ids.is_empty()) {
            if let Some(desk) = self.desks.get(place) {
                found.insert(place, look(app, desk, ids).await?);
            }
        }
        let mut shown = Vec::with_capacity(entries.len());
        for entry in entries {
            let places = self.places(&entry.entity);
            if places.is_empty() && Own::has(&entry.entity) {
                shown.push(Shown {
                    entity: entry.entity.clone(),
                    written: entry,
                    changes: None,
                });
                continue;
            }
            let id = entry.record.map(written).unwrap_or_default();
            let became = |place: &usize| found.get(place)?.get(&id).filter(|own| !matches!(own, Found::Gone));
            let there = places.iter().find_map(|place| Some((*place, became(place)?)));
            // Of which entity a record was that is gone is not known where two are called so.
            let gone = places
                .first()
                .filter(|_| places.len() == 1)
                .map(|place| (*place, &Found::Gone));
            if let Some((place, own)) = there.or(gone)
                && let Some(desk) = self.desks.get(place)
            {
                shown.extend(seen(desk, entry, own)?);
            }
        }
        Ok(shown)
    }
}

impl Shown {
    pub(in crate::platform) fn told(&self) -> Value {
        let own = &self.written;
        let changes = match &self.changes {
            Some((changes, _)) => json!(changes),
            None => serde_json::from_str(&own.changes).unwrap_or_else(|_| json!([])),
        };
        json!({
            "id": written(own.id),
            "at": own.moment(),
            "actor": own.actor,
            "entity": self.entity,
            "record_id": own.record.map(written),
            "action": own.action,
            "changes": changes,
            "ip": own.ip,
            "request_id": own.request_id,
            "on_behalf_of": own.on_behalf_of,
            "key_id": own.key.map(written),
        })
    }
}

/// What became of these records, by their ids.
async fn look(app: &App, desk: &Desk, ids: BTreeSet<Cell>) -> Result<BTreeMap<String, Found>, Failure> {
    let hidden = ids.iter().map(|id| (text(id), Found::Hidden)).collect();
    // Whoever may read none of an entity is told so when they ask for it.
    let Ok(own) = desk.plan(&desk.query()?) else {
        return Ok(hidden);
    };
    let entity = desk.entity()?;
    let Some(id) = entity
        .column_named("id")
        .filter(|_| entity.is_platform() == desk.is_platform())
    else {
        return Ok(hidden);
    };
    let (own, whole) = (narrowed(own, id, &ids), narrowed(desk.whole_plan(false)?, id, &ids));
    let working = desk.clone();
    let read = app.store.read(desk.caller.tenant, move |mut tx| {
        Box::pin(async move {
            let seen = records(&mut tx, &working, &own).await?;
            Ok((seen, records(&mut tx, &working, &whole).await?))
        })
    });
    let (seen, mut all) = read.await?;
    let became = |id: &Cell| {
        let id = text(id);
        let found = match all.remove(&id) {
            Some(record) if seen.contains_key(&id) => Found::Seen(record),
            Some(_) => Found::Hidden,
            None => Found::Gone,
        };
        (id, found)
    };
    Ok(ids.iter().map(became).collect())
}

/// The same plan for these records alone.
fn narrowed(mut plan: QueryPlan, id: u16, ids: &BTreeSet<Cell>) -> QueryPlan {
    plan.limit = u32::try_from(ids.len()).unwrap_or(u32::MAX);
    plan.test = Test::all([plan.test, Test::OneOf(id, ids.iter().cloned().collect())]);
    plan
}

/// All of those records that are there, by their ids, whoever may see them.
pub(in crate::platform) async fn whole(
    app: &App,
    desk: &Desk,
    ids: &BTreeSet<Cell>,
) -> Result<BTreeMap<String, Record>, Failure> {
    let Some(id) = desk.entity()?.column_named("id").filter(|_| !ids.is_empty()) else {
        return Ok(BTreeMap::new());
    };
    let (plan, desk) = (narrowed(desk.whole_plan(false)?, id, ids), desk.clone());
    let read = app.store.read(desk.caller.tenant, move |mut tx| {
        Box::pin(async move { records(&mut tx, &desk, &plan).await })
    });
    read.await
}

fn text(id: &Cell) -> String {
    match id {
        Cell::Id(id) => written(*id),
        _ => String::new(),
    }
}

async fn records(tx: &mut TenantTx<'_>, desk: &Desk, plan: &QueryPlan) -> Result<BTreeMap<String, Record>, Failure> {
    let page = tx.page(desk.pack(), plan).await?;
    let records: Vec<Map<String, Value>> = json::read(&page.items)?;
    let keyed = records.into_iter().filter_map(|record| {
        let id = record.get("id")?.as_str()?.to_owned();
        Some((id, record))
    });
    Ok(keyed.collect())
}

/// An entry of a record as its reader may see it; nothing where they may not.
fn seen(desk: &Desk, entry: Written, found: &Found) -> Result<Option<Shown>, Failure> {
    let at = entry.moment();
    let mut own = HistoryEntry::new(at, entry.action.clone());
    let personal = entry.personal.as_ref().map(|(_, changes)| changes.as_str());
    own.changes = joined(&entry.changes, personal).unwrap_or_default();
    for change in &mut own.changes {
        change.field = desk.field_now(&change.field, at)?;
    }
    let fields: Vec<String> = own.changes.iter().map(|change| change.field.clone()).collect();
    let entity = desk.entity()?.name();
    let mut request = RecordHistoryRequest::new(entity, desk.caller.actor.clone(), vec![own]);
    request.record = match found {
        Found::Seen(record) => Some(record.clone()),
        Found::Gone => None,
        Found::Hidden => return Ok(None),
    };
    let told = match desk.pack().history(&request) {
        Ok(told) => told,
        Err(error) if [Code::RecordsNotFound, Code::TenancyPermissionMissing].contains(&error.code()) => {
            return Ok(None);
        }
        Err(error) => return Err(error.into()),
    };
    let Some(HistoryEntry { changes, .. }) = told.into_iter().next() else {
        return Ok(None);
    };
    // They are told in their order.
    let mut left = changes.iter().peekable();
    let places = fields.iter().enumerate();
    let places = places.filter(|(_, field)| left.next_if(|change| change.field == **field).is_some());
    let places = places.map(|(place, _)| place).collect();
    Ok(Some(Shown {
        entity: entity.to_owned(),
        written: entry,
        changes: Some((changes, places)),
    }))
}
