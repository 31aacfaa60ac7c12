//! What is kept over all tenants of a tenant's records, in the transaction of their change: whose they are, and what everybody may
//! read of them.

use ratebook::records::{Cell, Entity, FieldKind, Pack, QueryPlan};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use super::ask::{self, Connection, Page};
use super::change::{Record, Target};
use super::door::{PlatformTx, TenantKey, TenantTx};
use super::failure::Failure;
use super::figures;
use super::sql::{self, Bound, EVERYBODY, Kept, Statement};

/// How many there are, sums and counts, each where it was asked for.
type Figures = (Option<u64>, Option<Map<String, Value>>, Option<Map<String, Value>>);

/// A record of an entity, of a tenant's or of the platform's.
#[derive(Clone, Copy, Debug)]
pub(super) struct Whose<'w> {
    pub(super) pack: &'w Pack,
    pub(super) entity: &'w Entity,
    pub(super) tenant: TenantKey,
    pub(super) id: [u8; 16],
}

impl TenantTx<'_> {
    /// Lets what is kept over all tenants follow a record: a new one, one that has changed, or one that is gone.
    pub(super) async fn follow(
        &mut self,
        target: Target<'_>,
        id: [u8; 16],
        (before, after): (Option<&Record>, Option<&Record>),
    ) -> Result<(), Failure> {
        let Target { pack, entity, .. } = target;
        let tenant = self.tenant();
        let whose = Whose {
            pack,
            entity,
            tenant,
            id,
        };
        if entity.definition().owner.is_none() && whose.listing().is_none() {
            return Ok(());
        }
        whose.own(self.connection().await?, (before, after)).await?;
        whose.list(self.connection().await?, (before, after)).await
    }

    /// Forgets a record that goes for good, whatever it was.
    pub(super) async fn forget(&mut self, pack: &Pack, entity: &Entity, id: [u8; 16]) -> Result<(), Failure> {
        let tenant = self.tenant();
        let whose = Whose {
            pack,
            entity,
            tenant,
            id,
        };
        if entity.definition().owner.is_some() {
            whose.disown(self.connection().await?).await?;
        }
        whose.unlist(self.connection().await?).await
    }
}

impl Whose<'_> {
    /// Keeps to whom the record belongs.
    pub(super) async fn own(
        &self,
        connection: &mut Connection<'_>,
        (before, after): (Option<&Record>, Option<&Record>),
    ) -> Result<(), Failure> {
        let Some(owner) = &self.entity.definition().owner else {
            return Ok(());
        };
        let (before, after) = (
            before.and_then(|own| owner_of(own, owner)),
            after.and_then(|own| Some((owner_of(own, owner)?, own))),
        );
        if before.is_some() && before == after.map(|(person, _)| person) {
            return Ok(());
        }
        let Some((person, record)) = after else {
            return match before {
                Some(_) => self.disown(connection).await,
                None => Ok(()),
            };
        };
        let values = [
            Bound::Id(self.tenant),
            Bound::Text(self.pack.table_of(self.entity)),
            Bound::Id(self.id),
            Bound::Id(person),
            Bound::Whole(made_at(self.entity, record)),
        ];
        connection
            .tell_static(
                "INSERT INTO owned (tenant_id, source, record_id, person, made_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (tenant_id, \
                 source, record_id) DO UPDATE SET person = excluded.person, made_at = excluded.made_at",
                &values,
            )
            .await?;
        Ok(())
    }

    pub(super) async fn disown(&self, connection: &mut Connection<'_>) -> Result<(), Failure> {
        let values = [
            Bound::Id(self.tenant),
            Bound::Text(self.pack.table_of(self.entity)),
            Bound::Id(self.id),
        ];
        connection
            .tell_static(
                "DELETE FROM owned WHERE tenant_id = $1 AND source = $2 AND record_id = $3",
                &values,
            )
            .await?;
        Ok(())
    }

    /// Keeps what everybody may read of the record. Nothing is written where nothing of that has changed.
    pub(super) async fn list(
        &self,
        connection: &mut Connection<'_>,
        (before, after): (Option<&Record>, Option<&Record>),
    ) -> Result<(), Failure> {
        let Some((listings, listing)) = self.listing() else {
            return Ok(());
        };
        let shown = |record: &Record| self.shown(listing, record);
        let (before, after) = (before.and_then(shown), after.and_then(shown));
        if before == after {
            return Ok(());
        }
        if before.is_some() {
            self.unlist(connection).await?;
        }
        let Some(record) = after else { return Ok(()) };
        let dialect = connection.dialect();
        let cells: Vec<Kept> = listing.kept(&record).cells().iter().cloned().map(Kept::Cell).collect();
        let statement = sql::insert(dialect, listings, listing, self.tenant, &cells);
        ask::carry_out(connection, &statement).await?;
        for field in listing
            .fields()
            .iter()
            .filter(|field| field.kind() == FieldKind::TranslatedText)
        {
            let texts = record.get(field.name()).and_then(Value::as_object);
            for (language, text) in texts.into_iter().flatten() {
                let text = (language.as_str(), text.as_str().unwrap_or_default());
                let key = self.listed_id();
                let statement = sql::insert_text(dialect, listings, (listing, field), self.tenant, key, text);
                ask::carry_out(connection, &statement).await?;
            }
        }
        Ok(())
    }

    pub(super) async fn unlist(&self, connection: &mut Connection<'_>) -> Result<(), Failure> {
        let Some((listings, listing)) = self.listing() else {
            return Ok(());
        };
        let (dialect, id) = (connection.dialect(), self.listed_id());
        let beside = listing
            .fields()
            .iter()
            .filter(|field| field.kind() == FieldKind::TranslatedText);
        let mut statements: Vec<Statement> = beside
            .map(|field| sql::delete_beside(dialect, listings, (listing, field), self.tenant, id))
            .collect();
        statements.push(sql::delete(dialect, listings, listing, self.tenant, id));
        for statement in statements {
            ask::carry_out(connection, &statement).await?;
        }
        Ok(())
    }

    fn listing(&self) -> Option<(&Pack, &Entity)> {
        let listings = self.pack.listings()?;
        Some((listings, listings.entity(self.entity.name())?))
    }

    /// The id of the listing: of the tenant's record, and of nobody else's that has the same id.
    fn listed_id(&self) -> [u8; 16] {
        let source = self.pack.table_of(self.entity);
        let hash = Sha256::digest([&self.tenant[..], source.as_bytes(), &self.id].concat());
        let mut id = [0; 16];
        for (own, byte) in id.iter_mut().zip(hash) {
            *own = byte;
        }
        uuid::Builder::from_custom_bytes(id).into_uuid().into_bytes()
    }

    /// What everybody may read of a record: the public fields, and nothing that changes with any other.
    fn shown(&self, listing: &Entity, record: &Record) -> Option<Record> {
        if !is_alive(record) {
            return None;
        }
        let mut shown = Map::new();
        for field in listing.fields() {
            shown.insert(
                field.name().to_owned(),
                record.get(field.name()).cloned().unwrap_or_default(),
            );
        }
        let made = record.get("created_at").cloned().unwrap_or_default();
        let own = [
            ("id", Cell::id_text(&self.listed_id()).into()),
            ("version", 1.into()),
            ("created_at", made.clone()),
            ("updated_at", made),
            (Pack::LISTED_BY, Cell::id_text(&self.tenant).into()),
            (Pack::LISTED_ID, Cell::id_text(&self.id).into()),
        ];
        for (name, value) in own {
            shown.insert(name.to_owned(), value);
        }
        Some(shown)
    }
}

fn is_alive(record: &Record) -> bool {
    record.get("deleted_at").is_none_or(Value::is_null)
}

/// The account that a record belongs to, in the one form in which ids are written; nothing of one that is deleted.
fn owner_of(record: &Record, owner: &str) -> Option<[u8; 16]> {
    let text = record.get(owner).filter(|_| is_alive(record))?.as_str()?;
    match Cell::id(text) {
        Some(Cell::Id(id)) if Cell::id_text(&id) == text => Some(id),
        _ => None,
    }
}

fn made_at(entity: &Entity, record: &Record) -> i64 {
    let kept = entity.kept(record);
    let column = entity.column_named("created_at").map(usize::from);
    match column.and_then(|column| kept.cells().get(column)) {
        Some(Cell::Whole(at)) => *at,
        _ => 0,
    }
}

impl PlatformTx<'_> {
    /// A page of listings: what everybody may read of the records of all tenants that are open.
    pub(crate) async fn listing(&mut self, listings: &Pack, plan: &QueryPlan) -> Result<Page, Failure> {
        Ok(ask::page(self.connection(), listings, plan, EVERYBODY).await?)
    }

    /// One listing.
    pub(crate) async fn listed(
        &mut self,
        listings: &Pack,
        plan: &QueryPlan,
        id: [u8; 16],
    ) -> Result<Option<Vec<u8>>, Failure> {
        Ok(ask::read(self.connection(), listings, plan, EVERYBODY, id, None).await?)
    }

    /// What is asked of listings beside them: how many there are, sums and counts.
    pub(crate) async fn listing_figures(&mut self, listings: &Pack, plan: &QueryPlan) -> Result<Figures, Failure> {
        let source = ask::source(listings, plan, EVERYBODY, None);
        let total = match plan.total {
            true => Some(figures::total_of(self.connection(), source).await?),
            false => None,
        };
        let sums = match plan.sums.is_empty() {
            true => None,
            false => Some(figures::sums_of(self.connection(), source).await?),
        };
        let facets = match plan.facets.is_empty() {
            true => None,
            false => Some(figures::facets_of(self.connection(), source).await?),
        };
        Ok((total, sums, facets))
    }
}
