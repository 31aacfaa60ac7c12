//! What is made again of records that are there, since a version of their pack makes it otherwise than the one before: of few in the
//! transaction of the upgrade, of many afterwards, some at a time, in the transaction that keeps how far it has come.

use std::collections::BTreeMap;
use std::sync::Arc;

use ratebook::records::migration::Derivation;
use ratebook::records::{Cell, Entity, FIRST_OF_TENANTS, Pack, QueryPlan, RecordQuery};
use ratebook::tenancy::TenantId;
use ratebook::tenancy::access::AccessActor;
use ratebook::time::Instant;
use serde_json::Value;
use uuid::Uuid;

use super::across::Whose;
use super::ask::{self, Connection};
use super::change::{Record, id_of};
use super::door::{Store, TenantKey};
use super::failure::Failure;
use super::json;
use super::rows::RowCells;
use super::search::{self, Index};
use super::sql::{Bound, Dialect};

/// How many records are made again at a time: nobody else writes for their tenant meanwhile.
const SOME: u32 = 200;

/// Keeps when something happens to a record by itself.
pub(crate) const SET_TIMER: &str = "INSERT INTO timers (tenant_id, entity, record_id, due_at) VALUES ($1, $2, $3, $4) ON CONFLICT \
    (tenant_id, entity, record_id) DO UPDATE SET due_at = excluded.due_at";
/// Nothing happens to it by itself any more.
pub(crate) const FORGET_TIMER: &str = "DELETE FROM timers WHERE tenant_id = $1 AND entity = $2 AND record_id = $3";
/// Has a record looked at for what is written about it, unless it is known when by the present version of the pack.
pub(crate) const LOOK_AGAIN: &str = "INSERT INTO contact_timers (tenant_id, entity, record_id, due_at, version) VALUES ($1, $2, $3, $4, $5) \
    ON CONFLICT (tenant_id, entity, record_id) DO UPDATE SET due_at = excluded.due_at, version = excluded.version WHERE \
    contact_timers.version <> excluded.version";

/// What is left, and whose pack it is.
const LEFT: &str = "SELECT d.tenant_id, t.pack, d.entity, d.what FROM deriving d JOIN tenants t ON t.id = d.tenant_id";
/// What of a pack of that version is next: tenants take turns.
const NEXT: &str = "SELECT d.tenant_id, d.entity, d.what FROM deriving d JOIN tenants t ON t.id = d.tenant_id JOIN packs p ON p.name = t.pack \
    WHERE t.pack = $1 AND p.version = $2 ORDER BY d.worked_at, d.tenant_id, d.entity, d.what LIMIT 1";

/// What is kept of it is called so.
pub(super) fn word(what: Derivation) -> &'static str {
    match what {
        Derivation::Reckoned => "reckoned",
        Derivation::Timers => "timers",
        Derivation::Search => "search",
        Derivation::Owners => "owners",
        Derivation::Listing => "listing",
        Derivation::Contacts => "contacts",
        _ => "",
    }
}

fn of_word(text: &str) -> Option<Derivation> {
    use Derivation::{Contacts, Listing, Owners, Search, Timers};
    [Timers, Search, Owners, Listing, Contacts]
        .into_iter()
        .find(|what| word(*what) == text)
}

/// What is left to be made again, as far as a server knows. What is left is never unknown: it begins with a version of the pack, and who
/// works by that one has looked when it began; what is done may be known a little later.
#[derive(Clone, Debug, Default)]
pub(crate) struct Left(Arc<Vec<(TenantKey, String, String, Derivation)>>);

impl Left {
    /// Whether it is of some records of a tenant's.
    pub(crate) fn of(&self, tenant: TenantKey, entity: &str, what: Derivation) -> bool {
        let mut own = self.0.iter();
        own.any(|(whose, _, name, left)| *whose == tenant && name == entity && *left == what)
    }

    /// Whether it is of some records of anybody's.
    pub(crate) fn of_any(&self, pack: &str, entity: &str, what: Derivation) -> bool {
        let mut all = self.0.iter();
        all.any(|(_, own, name, left)| own == pack && name == entity && *left == what)
    }

    /// Whether there is none.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Store {
    /// Looks what is left to be made again.
    pub(crate) async fn look_what_is_left(&self) -> Result<(), Failure> {
        let rows = self.read_platform(|mut tx| Box::pin(async move { tx.ask(LEFT, &[]).await }));
        let mut left = Vec::new();
        for row in rows.await? {
            let text = |place: usize| Ok::<_, Failure>(row.text(place)?.unwrap_or_default());
            if let (Some(tenant), Some(what)) = (row.id(0)?, of_word(text(3)?)) {
                left.push((tenant, text(1)?.to_owned(), text(2)?.to_owned(), what));
            }
        }
        self.served().leaves(Left(Arc::new(left)));
        Ok(())
    }

    /// Whether anything is left to be made again, as far as this server knows.
    pub(crate) fn leaves_something(&self) -> bool {
        !self.served().left().is_empty()
    }

    /// Refuses to answer what is not made again yet of all records: what is missing would be taken for not being there.
    pub(crate) fn is_whole(&self, pack: &str, entity: &str, what: Derivation) -> Result<(), Failure> {
        if self.served().left().of_any(pack, entity, what) {
            let message = "this is made again of the records that are there, since the pack is another one by now; try again in a while";
            return Err(Failure::Busy(message.to_owned()));
        }
        Ok(())
    }

    /// Makes something again of some records of one of these packs; how many it were, nothing where none are left.
    pub(crate) async fn derive_some(
        &self,
        packs: &BTreeMap<String, Arc<Pack>>,
        now: Instant,
    ) -> Result<Option<u64>, Failure> {
        let mut failed = None;
        for (name, pack) in packs {
            let values = [
                Bound::Text(name.clone()),
                Bound::Whole(pack.definition().version.into()),
            ];
            let rows = self.read_platform(move |mut tx| Box::pin(async move { tx.ask(NEXT, &values).await }));
            let rows = rows.await?;
            let Some(row) = rows.first() else { continue };
            let text = |place: usize| Ok::<_, Failure>(row.text(place)?.unwrap_or_default().to_owned());
            let (tenant, entity, what) = (row.id(0)?.unwrap_or_default(), text(1)?, text(2)?);
            let key = [
                Bound::Id(tenant),
                Bound::Text(entity.clone()),
                Bound::Text(what.clone()),
            ];
            let pack = Arc::clone(pack);
            // What it makes is of the record as it is: nobody changes one meanwhile.
            let done = self.write_alone(tenant, move |mut tx| {
                Box::pin(async move {
                    let connection = tx.connection().await?;
                    go_on(connection, (&pack, tenant), (&entity, &what), now).await
                })
            });
            let failure = match done.await {
                Ok(count) => return Ok(Some(count)),
                Err(failure) => failure,
            };
            if !matches!(failure, Failure::Outdated(_)) {
                // It is the others' turn.
                let values = [key.as_slice(), &[Bound::Whole(now.microseconds())]].concat();
                let text = "UPDATE deriving SET worked_at = $4 WHERE tenant_id = $1 AND entity = $2 AND what = $3";
                let waits = self.platform(move |mut tx| Box::pin(async move { tx.tell(text, &values).await }));
                waits.await?;
            }
            failed = Some(failure);
        }
        failed.map_or(Ok(None), Err)
    }
}

/// Goes on where it was left, and keeps how far it has come; how many records were done.
async fn go_on(
    connection: &mut Connection<'_>,
    (pack, tenant): (&Pack, TenantKey),
    (name, word): (&str, &str),
    now: Instant,
) -> Result<u64, Failure> {
    let key = [
        Bound::Id(tenant),
        Bound::Text(name.to_owned()),
        Bound::Text(word.to_owned()),
    ];
    // Of several servers one does it; the others find it further.
    let asked = match connection.dialect() {
        Dialect::Postgres => {
            "SELECT after, done FROM deriving WHERE tenant_id = $1 AND entity = $2 AND what = $3 FOR UPDATE"
        }
        Dialect::Sqlite => "SELECT after, done FROM deriving WHERE tenant_id = $1 AND entity = $2 AND what = $3",
    };
    let rows = connection.ask_static(asked, &key).await?;
    let Some(row) = rows.first() else { return Ok(0) };
    let (after, before) = (row.id(0)?, row.whole(1)?.unwrap_or(0));
    let made = match (pack.entity(name), of_word(word)) {
        (Some(entity), Some(what)) => {
            let making = Making {
                pack,
                entity,
                tenant,
                now,
            };
            making.some(connection, what, after).await?
        }
        // The pack has no such records any more.
        _ => Made::default(),
    };
    let Some(last) = made.last else {
        let text = "DELETE FROM deriving WHERE tenant_id = $1 AND entity = $2 AND what = $3";
        connection.tell_static(text, &key).await?;
        return Ok(made.count);
    };
    let done = before.saturating_add(i64::try_from(made.count).unwrap_or(i64::MAX));
    let further = [Bound::Id(last), Bound::Whole(done), Bound::Whole(now.microseconds())];
    let text =
        "UPDATE deriving SET after = $4, done = $5, worked_at = $6 WHERE tenant_id = $1 AND entity = $2 AND what = $3";
    connection.tell_static(text, &[&key[..], &further].concat()).await?;
    Ok(made.count)
}

/// What was made again: of how many records, and the last of them where there are more.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Made {
    pub(super) count: u64,
    pub(super) last: Option<[u8; 16]>,
}

/// The records of an entity that a tenant has, by the pack as it is at a moment.
#[derive(Clone, Copy, Debug)]
pub(super) struct Making<'m> {
    pub(super) pack: &'m Pack,
    pub(super) entity: &'m Entity,
    pub(super) tenant: TenantKey,
    pub(super) now: Instant,
}

impl Making<'_> {
    /// Makes something again of all of them.
    pub(super) async fn all(&self, connection: &mut Connection<'_>, what: Derivation) -> Result<(), Failure> {
        let mut after = None;
        loop {
            after = self.some(connection, what, after).await?.last;
            if after.is_none() {
                return Ok(());
            }
        }
    }

    /// The same of some of them, behind one.
    async fn some(
        &self,
        connection: &mut Connection<'_>,
        what: Derivation,
        after: Option<[u8; 16]>,
    ) -> Result<Made, Failure> {
        let (pack, entity) = (self.pack, self.entity);
        if what == Derivation::Search {
            let Some(index) = Index::of(pack, entity) else {
                return Ok(Made::default());
            };
            return search::fill_some(connection, (pack, entity), &index, (self.tenant, after, SOME)).await;
        }
        let mut plan = self.plan()?;
        plan.limit = SOME;
        plan.after = after.map(|after| vec![Cell::Id(after)]);
        let page = ask::page(connection, pack, &plan, self.tenant).await?;
        let records: Vec<Record> = json::read(&page.items)?;
        let mut made = Made::default();
        for record in &records {
            let id = id_of(record)?;
            self.one(connection, what, (id, record)).await?;
            (made.count, made.last) = (made.count + 1, Some(id));
        }
        made.last = made.last.filter(|_| page.next.is_some());
        Ok(made)
    }

    /// All of them that are not deleted, in the order of their ids.
    fn plan(&self) -> Result<QueryPlan, Failure> {
        let id = TenantId::new(Uuid::from_bytes(self.tenant).to_string());
        let mut actor = AccessActor::new(id, "engine");
        actor.super_admin = true;
        let holder = self.pack.holder(&actor)?;
        let mut query = RecordQuery::new(self.entity.name(), actor, self.now);
        query.sort = vec!["id".to_owned()];
        Ok(self.pack.plan(&query, &holder)?)
    }

    /// When something happens to a record by itself. How one lives by a machine of its tenant's own, whoever fires timers knows: it is
    /// looked at.
    fn due(&self, record: &Record) -> Result<Option<Instant>, Failure> {
        let version = record.get("machine_version").and_then(Value::as_u64);
        if version.is_some_and(|version| version >= u64::from(FIRST_OF_TENANTS)) {
            return Ok(Some(self.now));
        }
        let due = self.pack.due(self.entity, record, self.now)?;
        Ok(due.map(|due| due.at))
    }

    async fn one(
        &self,
        connection: &mut Connection<'_>,
        what: Derivation,
        (id, record): ([u8; 16], &Record),
    ) -> Result<(), Failure> {
        let Making {
            pack,
            entity,
            tenant,
            now,
        } = *self;
        let whose = Whose {
            pack,
            entity,
            tenant,
            id,
        };
        let mut key = vec![Bound::Id(tenant), Bound::Text(entity.name().to_owned()), Bound::Id(id)];
        match what {
            Derivation::Timers => match self.due(record)? {
                Some(due) => {
                    key.push(Bound::Whole(due.microseconds()));
                    connection.tell_static(SET_TIMER, &key).await?;
                }
                None => drop(connection.tell_static(FORGET_TIMER, &key).await?),
            },
            Derivation::Owners => {
                whose.disown(connection).await?;
                whose.own(connection, (None, Some(record))).await?;
            }
            Derivation::Listing => {
                whose.unlist(connection).await?;
                whose.list(connection, (None, Some(record))).await?;
            }
            Derivation::Contacts => {
                let version = pack.definition().version;
                key.extend([Bound::Whole(now.microseconds()), Bound::Whole(version.into())]);
                connection.tell_static(LOOK_AGAIN, &key).await?;
            }
            other => return Err(Failure::defect(format!("nobody makes {other:?} of single records"))),
        }
        Ok(())
    }
}
