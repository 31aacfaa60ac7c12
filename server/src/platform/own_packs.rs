//! The packs of tenants that have given entities fields of their own: the pack of all with these fields in it.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use moka::sync::Cache;
use ratebook::records::{FieldDefinition, Pack};

use crate::state::App;
use crate::store::{AnyRow, Failure, RowCells, TenantKey, json};

/// So many entities and fields of such packs are remembered.
const MOST_KEPT: u64 = 200_000;
/// A pack that nobody has asked for is forgotten.
const KEPT_FOR: Duration = Duration::from_secs(10 * 60);

/// Fields by entity and name.
pub(super) type Own = BTreeMap<String, BTreeMap<String, Arc<FieldDefinition>>>;

/// The packs of tenants that have fields of their own, by the version of these.
#[derive(Debug)]
pub(crate) struct OwnPacks(Cache<(TenantKey, i64), Arc<Pack>>);

impl Default for OwnPacks {
    fn default() -> OwnPacks {
        let size = |_: &(TenantKey, i64), pack: &Arc<Pack>| {
            let sizes = pack.entities().iter().map(|entity| 1 + entity.fields().len());
            u32::try_from(sizes.sum::<usize>()).unwrap_or(u32::MAX)
        };
        let cache = Cache::builder().weigher(size).max_capacity(MOST_KEPT);
        OwnPacks(cache.time_to_idle(KEPT_FOR).build())
    }
}

impl OwnPacks {
    /// The pack of a tenant whose fields are of that version.
    pub(super) async fn of(
        &self,
        app: &App,
        base: &Arc<Pack>,
        (tenant, version): (TenantKey, i64),
    ) -> Result<Arc<Pack>, Failure> {
        if version == 0 {
            return Ok(Arc::clone(base));
        }
        if let Some(known) = self.0.get(&(tenant, version)) {
            return Ok(known);
        }
        let (read, own) = kept(app, tenant).await?;
        let (cache, base) = (self.0.clone(), Arc::clone(base));
        // They may have changed since it was asked which version they are of. Of many who come at once one compiles.
        let compiled = compiling(move || {
            let made = cache.try_get_with((tenant, read), || fitting(&base, own).map(|(pack, _)| Arc::new(pack)));
            made.map_err(|failure| (*failure).clone())
        });
        compiled.await
    }
}

/// Compiles, which may take a while, beside those who answer.
pub(super) async fn compiling<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    let done = tokio::task::spawn_blocking(work).await;
    done.unwrap_or_else(|error| Err(Failure::defect(error.to_string())))
}

/// The fields of a tenant, and which version of them it is.
pub(super) async fn kept(app: &App, tenant: TenantKey) -> Result<(i64, Own), Failure> {
    let read = app.store.read(tenant, |mut tx| {
        Box::pin(async move {
            let asked = "SELECT version FROM custom_versions WHERE tenant_id = $1";
            let version = tx.ask(asked, &[]).await?.first().map(|row| row.whole(0)).transpose()?;
            Ok((version.flatten().unwrap_or(0), read(&tx.ask(KEPT, &[]).await?)?))
        })
    });
    read.await
}

const KEPT: &str = "SELECT entity, name, definition, created_at FROM custom_fields WHERE tenant_id = $1 AND removed_at IS NULL \
    ORDER BY entity, name";

fn read(rows: &[AnyRow]) -> Result<Own, Failure> {
    let mut own = Own::new();
    for row in rows {
        let text = |place: usize| Ok::<_, Failure>(row.text(place)?.unwrap_or_default().to_owned());
        let field: FieldDefinition = json::read(text(2)?.as_bytes())?;
        own.entry(text(0)?).or_default().insert(text(1)?, Arc::new(field));
    }
    Ok(own)
}

/// A pack with the fields of a tenant, and which of them these are. What a later version of the pack has no place for is left out until
/// it has: the tenant works on.
pub(super) fn fitting(base: &Pack, mut own: Own) -> Result<(Pack, Own), Failure> {
    // What hangs on a field that is left out is found the next time.
    for _ in 0..3 {
        let error = match base.with_custom(own.clone()) {
            Ok(pack) => return Ok((pack, own)),
            Err(error) => error,
        };
        for reason in error.reasons() {
            let parts: Vec<&str> = reason.path.split('/').collect();
            match parts.as_slice() {
                ["", "custom", entity, name, ..] => drop(own.get_mut(*entity).and_then(|fields| fields.remove(*name))),
                ["", "custom", entity] => drop(own.remove(*entity)),
                _ => {}
            }
        }
    }
    Ok((base.with_custom(Own::new())?, Own::new()))
}
