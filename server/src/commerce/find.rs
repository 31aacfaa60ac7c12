//! The records that are booked: found, held, and locked in one order.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use ratebook::calendar::definition::{Resource, Take};
use ratebook::rates::RateList;
use ratebook::records::{Cell, FieldKind, QueryPlan};
use ratebook::time::Zone;
use ratebook::{Code, Error, Reason};
use serde_json::Value;

use super::counter::Counter;
use crate::records::desk::Desk;
use crate::store::json;
use crate::store::sql::{Bound, Hold};
use crate::store::{Failure, Record, RowCells, TenantTx};

/// The id of a record that is booked, and so of a resource.
pub(super) type Id = [u8; 16];

/// A record that can be booked.
#[derive(Clone, Debug)]
pub(super) struct Bookable {
    pub(super) entity: String,
    /// The version of the record.
    pub(super) version: i64,
    /// How it is booked. What people call it is left out: it says nothing here, and names of two records may be alike.
    pub(super) resource: Resource,
    /// By what it is priced.
    pub(super) list: Option<Arc<RateList>>,
}

/// What an act is about, by id.
pub(super) type Bookables = BTreeMap<Id, Arc<Bookable>>;

impl Bookable {
    /// One whose record is gone: what was booked of it can still be given up.
    fn gone(id: Id) -> Bookable {
        let mut resource = Resource::new(Cell::id_text(&id), Zone::UTC);
        (resource.capacity, resource.past_bookings) = (100_000, true);
        Bookable {
            entity: String::new(),
            version: 0,
            resource,
            list: None,
        }
    }

    fn of(desk: &Desk, id: Id, record: &Record) -> Result<Option<Bookable>, Failure> {
        let entity = desk.entity()?;
        let field = entity.fields().iter().find(|field| field.kind() == FieldKind::Resource);
        let Some(Value::Object(fields)) = field.and_then(|field| record.get(field.name())) else {
            return Ok(None);
        };
        let mut fields = fields.clone();
        for name in ["name", "location", "skills"] {
            fields.remove(name);
        }
        fields.insert("id".to_owned(), Cell::id_text(&id).into());
        let unread = |error: serde_json::Error| Failure::defect(format!("a resource that cannot be read: {error}"));
        let resource = serde_json::from_value(Value::Object(fields)).map_err(unread)?;
        let list = entity.rate_list(record).map(RateList::load).transpose()?;
        Ok(Some(Bookable {
            entity: entity.name().to_owned(),
            version: record.get("version").and_then(Value::as_i64).unwrap_or(0),
            resource,
            list: list.map(Arc::new),
        }))
    }
}

/// How the records of a desk are read: their versions alone, and all of them.
pub(super) struct Plans {
    version: QueryPlan,
    pub(super) whole: QueryPlan,
}

impl Plans {
    pub(super) fn of(desk: &Desk) -> Result<Plans, Failure> {
        let whole = desk.whole_plan(false)?;
        let mut version = whole.clone();
        version.fields = Vec::new();
        Ok(Plans { version, whole })
    }

    /// A record that can be booked, as it is by now, for whoever changes nothing of it.
    async fn looked_at(&self, tx: &mut TenantTx<'_>, desk: &Desk, id: Id) -> Result<Option<Arc<Bookable>>, Failure> {
        // Counted before it is looked at: what is changed in between is counted behind it.
        let changes = desk.app.store.changes();
        let (key, entity) = ((desk.caller.tenant, id), desk.entity()?.name());
        if let Some(known) = desk.app.calendars().unchanged(key, entity, changes) {
            return Ok(Some(known));
        }
        let told = tx.one(desk.pack(), &self.version, id).await?;
        let version = told.as_deref().map(json::read).transpose()?;
        let found = self.compiled_by(tx, desk, id, version.as_ref()).await?;
        if let Some(found) = &found {
            desk.app.calendars().looked_at(key, found, changes);
        }
        Ok(found)
    }

    /// The same, held until the end: nobody changes it meanwhile.
    async fn held(&self, tx: &mut TenantTx<'_>, desk: &Desk, id: Id) -> Result<Option<Arc<Bookable>>, Failure> {
        let version = tx.hold(desk.pack(), &self.version, id, Hold::ToLink).await?;
        self.compiled_by(tx, desk, id, version.as_ref()).await
    }

    /// What is compiled of a record of this version: again, when what is kept is of another one.
    async fn compiled_by(
        &self,
        tx: &mut TenantTx<'_>,
        desk: &Desk,
        id: Id,
        version: Option<&Record>,
    ) -> Result<Option<Arc<Bookable>>, Failure> {
        let version = version.and_then(|record| record.get("version").and_then(Value::as_i64));
        let Some(version) = version else { return Ok(None) };
        let key = (desk.caller.tenant, id);
        let entity = desk.entity()?.name();
        if let Some(known) = desk.app.calendars().bookable(key, entity, version) {
            return Ok(Some(known));
        }
        let Some(told) = tx.one(desk.pack(), &self.whole, id).await? else {
            return Ok(None);
        };
        Plans::compiled(desk, id, &json::read(&told)?, told.len())
    }

    /// Keeps what is compiled of a record, of which so many bytes were read.
    pub(super) fn compiled(
        desk: &Desk,
        id: Id,
        record: &Record,
        bytes: usize,
    ) -> Result<Option<Arc<Bookable>>, Failure> {
        let made = Bookable::of(desk, id, record)?.map(Arc::new);
        if let Some(made) = &made {
            let key = (desk.caller.tenant, id);
            desk.app.calendars().keep_bookable(key, made, bytes);
        }
        Ok(made)
    }
}

impl Counter {
    /// Finds records by their ids, in the one order of all acts: by entity, then by id. Those of `wanted` must be bookable and known
    /// to the caller; whatever else is there is found where it still exists.
    pub(super) async fn find(
        &self,
        tx: &mut TenantTx<'_>,
        wanted: &BTreeSet<Id>,
        others: &BTreeSet<Id>,
        hold: bool,
    ) -> Result<Bookables, Failure> {
        let mut found = Bookables::new();
        for desk in &self.bookable {
            let plans = Plans::of(desk)?;
            let own = desk.plan(&desk.query()?).ok();
            for id in wanted.union(others) {
                if found.contains_key(id) {
                    continue;
                }
                let bookable = if hold {
                    plans.held(tx, desk, *id).await?
                } else {
                    plans.looked_at(tx, desk, *id).await?
                };
                let Some(bookable) = bookable else { continue };
                let known = match &own {
                    _ if !wanted.contains(id) => true,
                    Some(plan) if plan.test == plans.whole.test => true,
                    Some(plan) => tx.one(desk.pack(), plan, *id).await?.is_some(),
                    None => false,
                };
                if known {
                    found.insert(*id, bookable);
                }
            }
        }
        for id in others.difference(wanted) {
            found.entry(*id).or_insert_with(|| Arc::new(Bookable::gone(*id)));
        }
        Ok(found)
    }

    /// Locks what is taken of resources, in the order of their ids, and notes that it changes.
    pub(super) async fn lock(&self, tx: &mut TenantTx<'_>, found: &Bookables) -> Result<(), Failure> {
        for id in found.keys() {
            tx.tell(
                "INSERT INTO resources (tenant_id, id, version) VALUES ($1, $2, 1) ON CONFLICT (tenant_id, id) DO UPDATE SET version = \
                 resources.version + 1",
                &[Bound::Id(*id)],
            )
            .await?;
        }
        Ok(())
    }
}

/// How often what is taken of a resource has changed.
pub(super) async fn version_of(tx: &mut TenantTx<'_>, id: Id) -> Result<i64, Failure> {
    let rows = tx
        .ask(
            "SELECT version FROM resources WHERE tenant_id = $1 AND id = $2",
            &[Bound::Id(id)],
        )
        .await?;
    Ok(rows.first().map(|row| row.whole(0)).transpose()?.flatten().unwrap_or(0))
}

/// The ids of what is taken, with the takes as core finds them. One that is no id is the id of nothing.
pub(super) fn ids_of(takes: &mut [Take]) -> Result<BTreeSet<Id>, Failure> {
    let mut ids = BTreeSet::new();
    let mut reasons = Vec::new();
    for (index, take) in takes.iter_mut().enumerate() {
        match id_of(&take.resource) {
            Some(id) => {
                take.resource = Cell::id_text(&id);
                ids.insert(id);
            }
            None => reasons.push(unknown_resource(&format!("/takes/{index}/resource"))),
        }
    }
    Error::from_reasons(reasons).map_or(Ok(ids), |error| Err(error.into()))
}

/// Refuses takes of what was not found; every one of them.
pub(super) fn all_found(takes: &[Take], found: &Bookables) -> Result<(), Failure> {
    let lacking = |take: &Take| id_of(&take.resource).is_none_or(|id| !found.contains_key(&id));
    let unknown = takes.iter().enumerate().filter(|(_, take)| lacking(take));
    let reasons = unknown.map(|(index, _)| unknown_resource(&format!("/takes/{index}/resource")));
    Error::from_reasons(reasons.collect()).map_or(Ok(()), |error| Err(error.into()))
}

/// That there is no such resource: in the same words of one that is not there, of another tenant's, and of one that the caller may
/// not know of.
pub(super) fn unknown_resource(path: &str) -> Reason {
    Reason::new(Code::CalendarResourceUnknown, path, "there is no such resource")
}

pub(super) fn id_of(text: &str) -> Option<Id> {
    match Cell::id(text) {
        Some(Cell::Id(id)) => Some(id),
        _ => None,
    }
}
