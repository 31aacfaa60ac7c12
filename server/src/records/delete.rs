//! A record deleted, with what hangs on it: what refuses refuses, what goes with it goes, what only names it lets go.

mod held;
mod tenants;

use std::collections::{BTreeMap, BTreeSet};

use ratebook::records::definition::DeletionRule;
use ratebook::records::{
    Cell, FieldKind, FoundReferring, LookUpsRequest, QueryPlan, RecordCheckRequest, RecordDeleteRequest, RecordQuery,
    Referring, Test,
};
use ratebook::{Code, Reason};
use serde_json::{Map, Value};

use super::desk::{Desk, Engine};
use super::keep::Done;
use crate::store::json;
use crate::store::sql::{Bound, Hold};
use crate::store::{Failure, Record, RowCells, TenantTx, id_of};

/// How many records go, or let go, at once at most: everybody else who writes waits meanwhile on SQLite, for five seconds and no longer.
pub(super) const MOST: usize = 2_000;
/// How many of those that stand in the way are named.
const MOST_NAMED: u32 = 20;
const PAGE: u32 = 100;

/// How a record goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// As its entity says: softly, or for good.
    AsDeclared,
    /// For good, whatever its entity says.
    ForGood,
    /// For good, after it was deleted softly.
    WasDeleted,
}

/// A record that goes.
#[derive(Debug)]
struct Going {
    desk: Desk,
    id: [u8; 16],
    before: Record,
    /// Whether it was deleted softly before.
    was_deleted: bool,
    /// As it is kept, where it is deleted softly.
    after: Option<Record>,
    events: Vec<String>,
    referring: Vec<Referring>,
}

impl Desk {
    /// Deletes a record, or tells everything that stands in the way.
    pub(super) async fn delete(
        &self,
        tx: &mut TenantTx<'_>,
        id: [u8; 16],
        expected: Option<u64>,
    ) -> Result<(), Failure> {
        self.delete_by(tx, (id, expected), Way::AsDeclared).await.map(drop)
    }

    /// Deletes a record for good, whatever its entity says; one that was deleted softly where that is said. What has gone for good.
    pub(crate) async fn delete_for_good(
        &self,
        tx: &mut TenantTx<'_>,
        id: [u8; 16],
        deleted: bool,
    ) -> Result<Vec<(Desk, [u8; 16])>, Failure> {
        let way = if deleted { Way::WasDeleted } else { Way::ForGood };
        self.delete_by(tx, (id, None), way).await
    }

    async fn delete_by(
        &self,
        tx: &mut TenantTx<'_>,
        (id, expected): ([u8; 16], Option<u64>),
        way: Way,
    ) -> Result<Vec<(Desk, [u8; 16])>, Failure> {
        let first = self.going(tx, id, expected, way).await?;
        let Some(first) = first else {
            return Err(self.went(tx, id).await?);
        };
        let all = self.all_going(tx, first).await?;
        self.refused(tx, &all).await?;
        self.used_by_tenants(tx, &all).await?;
        self.still_booked(tx, &all).await?;
        held::nothing(tx, &all).await?;
        let mut ids = BTreeSet::new();
        for going in &all {
            ids.insert((going.desk.entity()?.name().to_owned(), going.id));
        }
        let mut letting = Vec::new();
        for going in &all {
            letting.extend(going.letting_go(tx, &ids).await?);
            few_enough(all.len() + letting.len())?;
        }
        for link in letting {
            link.desk
                .unlink(tx, link.id, &link.referring, link.to, link.deleted)
                .await?;
        }
        // What hangs on others goes before them.
        for going in all.iter().rev() {
            going.go(tx).await?;
        }
        let gone = all.into_iter().filter(|going| going.after.is_none());
        Ok(gone.map(|going| (going.desk, going.id)).collect())
    }

    /// What becomes of a record that is deleted; nothing where there is none.
    async fn going(
        &self,
        tx: &mut TenantTx<'_>,
        id: [u8; 16],
        expected: Option<u64>,
        way: Way,
    ) -> Result<Option<Going>, Failure> {
        let found = self.held(tx, id, way == Way::WasDeleted, Hold::ToDelete).await?;
        let Some(mut before) = found else {
            return Ok(None);
        };
        if way == Way::WasDeleted {
            // It goes as if it had never been deleted softly.
            before.insert("deleted_at".to_owned(), Value::Null);
        }
        let entity = self.entity()?;
        let mut request = RecordDeleteRequest::new(entity.name(), self.caller.actor.clone(), self.now, before);
        request.expected_version = expected;
        let deleted = self.pack().delete(&request)?;
        Ok(Some(Going {
            desk: self.clone(),
            id,
            before: request.before,
            was_deleted: way == Way::WasDeleted,
            after: deleted.record.filter(|_| way == Way::AsDeclared),
            events: deleted.events,
            referring: deleted.referring,
        }))
    }

    /// The record, and all that goes with it, each behind what it hangs on.
    async fn all_going(&self, tx: &mut TenantTx<'_>, first: Going) -> Result<Vec<Going>, Failure> {
        let engine = self.as_engine()?;
        let mut seen = BTreeSet::from([(first.desk.entity()?.name().to_owned(), first.id)]);
        let mut all = vec![first];
        let mut place = 0;
        while let Some(going) = all.get(place) {
            let cascading: Vec<Referring> = going
                .referring
                .iter()
                .filter(|referring| referring.rule == DeletionRule::Cascade)
                .cloned()
                .collect();
            // What hangs on a record that goes for good has nothing left to hang on: it goes for good with it.
            let (id, for_good) = (going.id, going.after.is_none());
            for referring in cascading {
                let desk = engine.at(&referring.entity)?;
                if desk.entity()?.definition().series.is_some() || desk.is_away()? {
                    continue;
                }
                let ways: &[Way] = match (for_good, desk.entity()?.definition().soft_delete.is_some()) {
                    (true, true) => &[Way::ForGood, Way::WasDeleted],
                    _ => &[Way::AsDeclared],
                };
                for way in ways {
                    let mut others = desk.linking(tx, &referring, id, *way == Way::WasDeleted).await?;
                    others.retain(|other| seen.insert((referring.entity.clone(), *other)));
                    few_enough(all.len() + others.len())?;
                    for other in others {
                        all.extend(desk.going(tx, other, None, *way).await?);
                    }
                }
            }
            place += 1;
        }
        Ok(all)
    }

    /// Refuses when anything that stays is linked to what goes and keeps it.
    async fn refused(&self, tx: &mut TenantTx<'_>, all: &[Going]) -> Result<(), Failure> {
        let mut going: BTreeMap<&str, Vec<Cell>> = BTreeMap::new();
        for one in all {
            going
                .entry(one.desk.entity()?.name())
                .or_default()
                .push(Cell::Id(one.id));
        }
        for ids in going.values_mut() {
            ids.sort();
        }
        let mut found: BTreeMap<(String, String), FoundReferring> = BTreeMap::new();
        for one in all {
            for referring in &one.referring {
                if referring.rule == DeletionRule::Cascade {
                    continue;
                }
                let desk = self.at(&referring.entity)?;
                if desk.is_away()? {
                    continue;
                }
                // A link that a record has to have cannot be let go of: as long as there is one, it keeps what would go for good, also
                // where the record itself was deleted, since that may come back.
                let keeps = one.after.is_none() && desk.needs_link(referring)?;
                if referring.rule == DeletionRule::Clear && !keeps {
                    continue;
                }
                let staying = |mut plan: QueryPlan| {
                    let id = desk.entity().ok().and_then(|entity| entity.column_named("id"));
                    if let (Some(id), Some(ids)) = (id, going.get(referring.entity.as_str())) {
                        plan.test = Test::all([plan.test, Test::contrary(Test::OneOf(id, ids.clone()))]);
                    }
                    plan
                };
                let Engine { actor, holder } = desk.engine()?;
                let mut query = desk.query()?;
                query.actor = actor;
                let refusing = self.pack().referring_plan(referring, one.id, &query, &holder, !keeps)?;
                let mut count = tx.total(self.pack(), &staying(refusing)).await?;
                let alive = count;
                if keeps && desk.entity()?.definition().soft_delete.is_some() {
                    query.deleted = true;
                    let deleted = self.pack().referring_plan(referring, one.id, &query, &holder, false)?;
                    count += tx.total(self.pack(), &staying(deleted)).await?;
                }
                if count == 0 {
                    continue;
                }
                let readable = match alive {
                    0 => Vec::new(),
                    _ => desk.readable(tx, referring, (one.id, !keeps), staying).await?,
                };
                let key = (referring.entity.clone(), referring.field.clone());
                let told = found
                    .entry(key)
                    .or_insert_with(|| FoundReferring::new(referring.entity.as_str(), referring.field.as_str(), 0));
                told.count += count;
                told.readable.extend(readable);
            }
        }
        if found.is_empty() {
            return Ok(());
        }
        let mut request = LookUpsRequest::new(self.entity()?.name(), self.caller.actor.clone(), self.now);
        request.referring = found.into_values().collect();
        self.pack().look_ups(&request)?;
        Ok(())
    }

    /// Refuses when something of what goes is still booked or held. Whoever books it holds its record meanwhile, so that none is missed.
    async fn still_booked(&self, tx: &mut TenantTx<'_>, all: &[Going]) -> Result<(), Failure> {
        for one in all {
            let entity = one.desk.entity()?;
            if entity.bookable_by().is_none() {
                continue;
            }
            let rows = tx
                .ask(
                    "SELECT COUNT(*) FROM native__booking WHERE tenant_id = $1 AND resource_id = $2 AND ends_at > $3 AND state IN ('held', \
                     'confirmed') AND (state = 'confirmed' OR expires_at > $4)",
                    &[
                        Bound::Text(Cell::id_text(&one.id)),
                        Bound::Whole(self.now.microseconds()),
                        Bound::Whole(self.now.microseconds()),
                    ],
                )
                .await?;
            let count = rows.first().map(|row| row.whole(0)).transpose()?.flatten().unwrap_or(0);
            if count > 0 {
                let message = format!(
                    "a record of `{}` is booked or held {count} times from now on; cancel that first",
                    entity.plural()
                );
                let reason = Reason::new(Code::RecordsInUse, "", message);
                return Err(reason.with("entity", entity.name()).with("count", count).into());
            }
        }
        Ok(())
    }

    /// Whether records of the entity have to have a link of that field.
    fn needs_link(&self, referring: &Referring) -> Result<bool, Failure> {
        let entity = self.entity()?;
        let field = entity.field(&referring.field);
        let needed = field.is_some_and(|field| field.kind() == FieldKind::Link && field.definition().required);
        Ok(needed && entity.definition().series.is_none())
    }

    /// Those of the records in the way that the caller may read.
    async fn readable(
        &self,
        tx: &mut TenantTx<'_>,
        referring: &Referring,
        (id, refusing): ([u8; 16], bool),
        staying: impl Fn(QueryPlan) -> QueryPlan,
    ) -> Result<Vec<String>, Failure> {
        let mut query = self.query()?;
        query.limit = Some(MOST_NAMED);
        // Whoever may not read such records is told how many there are, and no more.
        let plan = self
            .pack()
            .referring_plan(referring, id, &query, &self.caller.holder, refusing);
        let Ok(plan) = plan else { return Ok(Vec::new()) };
        let page = tx.page(self.pack(), &staying(plan)).await?;
        ids_of(&page.items)
    }

    /// The ids of the records that link to one by a field; of those that were deleted where that is wanted.
    pub(super) async fn linking(
        &self,
        tx: &mut TenantTx<'_>,
        referring: &Referring,
        to: [u8; 16],
        deleted: bool,
    ) -> Result<Vec<[u8; 16]>, Failure> {
        let mut query: RecordQuery = self.query()?;
        (query.limit, query.deleted) = (Some(PAGE), deleted);
        query.sort = vec!["id".to_owned()];
        let mut plan = self
            .pack()
            .referring_plan(referring, to, &query, &self.caller.holder, false)?;
        let mut ids = Vec::new();
        loop {
            let page = tx.page(self.pack(), &plan).await?;
            for id in ids_of(&page.items)? {
                if let Some(Cell::Id(id)) = Cell::id(&id) {
                    ids.push(id);
                }
            }
            if ids.len() > MOST {
                plan.after = None;
                let found = tx.total(self.pack(), &plan).await?;
                return few_enough(usize::try_from(found).unwrap_or(usize::MAX)).map(|()| ids);
            }
            if page.next.is_none() {
                return Ok(ids);
            }
            plan.after = page.next;
        }
    }
}

/// Refuses what is more than can be done at once, before any of it is.
fn few_enough(count: usize) -> Result<(), Failure> {
    if count <= MOST {
        return Ok(());
    }
    let message = format!(
        "{count} records would go with it or be changed, and at most {MOST} are at once; delete or change some of them first"
    );
    Err(Reason::new(Code::RequestRange, "", message).into())
}

/// A link to a record that goes for good, of one that stays.
struct Letting {
    desk: Desk,
    id: [u8; 16],
    referring: Referring,
    to: [u8; 16],
    deleted: bool,
}

impl Going {
    /// What stays and links to a record that goes for good: it lets go. Samples go with it.
    async fn letting_go(
        &self,
        tx: &mut TenantTx<'_>,
        all: &BTreeSet<(String, [u8; 16])>,
    ) -> Result<Vec<Letting>, Failure> {
        let mut letting = Vec::new();
        if self.after.is_some() {
            // Links to what was deleted softly stay, so that it can come back.
            return Ok(letting);
        }
        let engine = self.desk.as_engine()?;
        for referring in &self.referring {
            let desk = engine.at(&referring.entity)?;
            if desk.is_away()? {
                continue;
            }
            if desk.entity()?.definition().series.is_some() {
                tx.remove_linking(desk.pack(), desk.entity()?, &referring.field, self.id)
                    .await?;
                continue;
            }
            for deleted in [false, true] {
                if deleted && desk.entity()?.definition().soft_delete.is_none() {
                    continue;
                }
                let mut linking = desk.linking(tx, referring, self.id, deleted).await?;
                linking.retain(|id| !all.contains(&(referring.entity.clone(), *id)));
                letting.extend(linking.into_iter().map(|id| Letting {
                    desk: desk.clone(),
                    id,
                    referring: referring.clone(),
                    to: self.id,
                    deleted,
                }));
            }
        }
        Ok(letting)
    }

    /// Goes.
    async fn go(&self, tx: &mut TenantTx<'_>) -> Result<(), Failure> {
        let (desk, entity) = (&self.desk, self.desk.entity()?);
        let done = Done {
            id: self.id,
            events: &self.events,
            states: &[],
            changes: &[],
            images: [Some(&self.before).filter(|_| !self.was_deleted), self.after.as_ref()],
        };
        desk.note(tx, done)?;
        desk.set_timer(tx, self.id, None).await?;
        let Some(after) = &self.after else {
            desk.forget_contacts(tx, self.id).await?;
            return tx.remove(desk.pack(), entity, &self.before).await;
        };
        tx.change(desk.target()?, &self.before, after).await?;
        let frees = entity
            .definition()
            .soft_delete
            .as_ref()
            .map(|soft| soft.frees.as_slice());
        tx.free(desk.pack(), entity, self.id, frees.unwrap_or_default()).await
    }
}

impl Desk {
    /// Clears a link, or takes one out of a list.
    async fn unlink(
        &self,
        tx: &mut TenantTx<'_>,
        id: [u8; 16],
        referring: &Referring,
        to: [u8; 16],
        deleted: bool,
    ) -> Result<(), Failure> {
        let Some(before) = self.before(tx, id, deleted).await? else {
            return Ok(());
        };
        let entity = self.entity()?;
        let field = entity.field(&referring.field);
        let gone = Cell::id_text(&to);
        let left = match (field.map(|field| field.kind()), before.get(&referring.field)) {
            (Some(FieldKind::Links), Some(Value::Array(ids))) => {
                let others = ids.iter().filter(|id| id.as_str() != Some(gone.as_str()));
                Value::Array(others.cloned().collect())
            }
            _ => Value::Null,
        };
        if deleted {
            let mut after = before.clone();
            after.insert(referring.field.clone(), left);
            return tx.change(self.target()?, &before, &after).await;
        }
        let change: Map<String, Value> = [(referring.field.clone(), left)].into_iter().collect();
        let mut request =
            RecordCheckRequest::new(entity.name(), self.caller.actor.clone(), self.now).with_change(change);
        request.zone = Some(self.zone().clone());
        request.before = Some(before);
        // Whoever else writes the link, it is let go of.
        let checked = self.pack().relink_by(&request, &self.caller.holder)?;
        let done = Done {
            id: id_of(&checked.record)?,
            events: &checked.events,
            states: &[],
            changes: &checked.changes,
            images: [request.before.as_ref(), Some(&checked.record)],
        };
        self.note(tx, done)?;
        let before = request.before.unwrap_or_default();
        tx.change(self.target()?, &before, &checked.record).await
    }
}

fn ids_of(items: &[u8]) -> Result<Vec<String>, Failure> {
    let items: Vec<Map<String, Value>> = json::read(items)?;
    let ids = items.iter().filter_map(|item| item.get("id")?.as_str());
    Ok(ids.map(str::to_owned).collect())
}
