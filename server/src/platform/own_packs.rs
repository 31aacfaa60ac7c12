//! The packs of tenants that have fields, roles or machines of their own: the pack of all with these in it.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use moka::sync::Cache;
use ratebook::Reason;
use ratebook::flow::MachineDefinition;
use ratebook::records::{CustomMachine, FieldDefinition, Pack};
use ratebook::tenancy::access::CustomRole;

use super::trace;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{AnyRow, Failure, PLATFORM, PlatformTx, RowCells, TenantKey, TenantTx, json};

/// So many entities and fields of such packs are remembered.
const MOST_KEPT: u64 = 200_000;
/// A pack that nobody has asked for is forgotten.
const KEPT_FOR: Duration = Duration::from_secs(10 * 60);

/// Fields by entity and name.
pub(super) type Own = BTreeMap<String, BTreeMap<String, Arc<FieldDefinition>>>;

/// Roles by name.
pub(super) type Roles = BTreeMap<String, CustomRole>;

/// Machines by entity.
pub(super) type Machines = BTreeMap<String, CustomMachine>;

/// What a tenant has of its own, and which version of it this is.
#[derive(Debug, Default)]
pub(super) struct Kept {
    pub(super) version: i64,
    pub(super) fields: Own,
    roles: Roles,
    machines: Machines,
}

impl Kept {
    /// Whether the machine of an entity's new records names a field of the tenant's own.
    pub(super) fn is_field_of_machine(&self, entity: &str, field: &str) -> bool {
        let own = self.machines.get(entity).and_then(|own| own.machine.as_ref());
        let text = own.and_then(|machine| json::text(machine).ok()).unwrap_or_default();
        let mut words = text.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_');
        words.any(|word| word == field)
    }
}

/// The packs of tenants that have something of their own, by the version of that.
#[derive(Debug)]
pub(crate) struct OwnPacks(Cache<(TenantKey, i64), Arc<Pack>>);

impl Default for OwnPacks {
    fn default() -> OwnPacks {
        let size = |_: &(TenantKey, i64), pack: &Arc<Pack>| {
            let sizes = pack.entities().iter().map(|entity| {
                // A way leads from each of its states: so many together take the place of a field.
                let machines = entity.machines().map(|own| own.definition());
                let ways = machines.map(|own| own.states.len() * own.transitions.len());
                1 + entity.fields().len() + ways.sum::<usize>() / 16
            });
            u32::try_from(sizes.sum::<usize>()).unwrap_or(u32::MAX)
        };
        let cache = Cache::builder().weigher(size).max_capacity(MOST_KEPT);
        OwnPacks(cache.time_to_idle(KEPT_FOR).build())
    }
}

impl OwnPacks {
    /// The pack of a tenant as it is by now, and the version of what it has of its own.
    pub(super) async fn now(
        &self,
        app: &App,
        base: &Arc<Pack>,
        tenant: TenantKey,
    ) -> Result<(Option<i64>, Arc<Pack>), Failure> {
        if tenant == PLATFORM {
            return Ok((None, Arc::clone(base)));
        }
        let read = app.store.read(tenant, |mut tx| {
            Box::pin(async move { version_of(&tx.ask(VERSION, &[]).await?) })
        });
        let version = read.await?;
        Ok((Some(version), self.of(app, base, (tenant, version)).await?))
    }

    /// The pack of a tenant that has something of its own of that version.
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
        let own = all_kept(app, tenant).await?;
        let (cache, base) = (self.0.clone(), Arc::clone(base));
        // They may have changed since it was asked which version they are of. Of many who come at once one compiles.
        let compiled = compiling(move || {
            let made = cache.try_get_with((tenant, own.version), || {
                let with_roles = closed(&base, &own.roles)?;
                let (pack, _) = fitting(with_roles.as_ref().unwrap_or(&base), own.fields)?;
                living(pack, own.machines).map(Arc::new)
            });
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
    let read = app
        .store
        .read(tenant, |mut tx| Box::pin(async move { fields_of(&mut tx).await }));
    read.await
}

/// The same with the roles and the machines of the tenant's own.
pub(super) async fn all_kept(app: &App, tenant: TenantKey) -> Result<Kept, Failure> {
    let read = app.store.read(tenant, |mut tx| {
        Box::pin(async move {
            let (version, fields) = fields_of(&mut tx).await?;
            let mut roles = Roles::new();
            for row in &tx.ask(ROLES, &[]).await? {
                let name = row.text(0)?.unwrap_or_default().to_owned();
                roles.insert(name, json::read(row.text(1)?.unwrap_or_default().as_bytes())?);
            }
            let machines = machines_in(&tx.ask(MACHINES, &[]).await?)?;
            Ok(Kept {
                version,
                fields,
                roles,
                machines,
            })
        })
    });
    read.await
}

pub(super) async fn fields_of(tx: &mut TenantTx<'_>) -> Result<(i64, Own), Failure> {
    let version = version_of(&tx.ask(VERSION, &[]).await?)?;
    Ok((version, read(&tx.ask(KEPT, &[]).await?)?))
}

/// The version that was asked for; 0 where the tenant has had nothing of its own.
fn version_of(rows: &[AnyRow]) -> Result<i64, Failure> {
    let version = rows.first().map(|row| row.whole(0)).transpose()?;
    Ok(version.flatten().unwrap_or(0))
}

/// Machines by entity, from their rows.
fn machines_in(rows: &[AnyRow]) -> Result<Machines, Failure> {
    let mut machines = Machines::new();
    for row in rows {
        let own = machines.entry(row.text(0)?.unwrap_or_default().to_owned()).or_default();
        let machine: MachineDefinition = json::read(row.text(1)?.unwrap_or_default().as_bytes())?;
        match row.whole(2)? {
            None => own.machine = Some(machine),
            Some(_) => own.former.push(machine),
        }
    }
    Ok(machines)
}

/// Refuses who goes by other roles of the tenant's than there are by now. Whoever changes them holds the row of the tenant, as whoever
/// asks this does.
pub(super) async fn still(tx: &mut PlatformTx<'_>, tenant: TenantKey, known: i64) -> Result<(), Failure> {
    if version_of(&tx.ask(VERSION, &[Bound::Id(tenant)]).await?)? == known {
        return Ok(());
    }
    let message = "what the tenant has of its own has just changed; try again";
    Err(Failure::Busy(message.to_owned()))
}

/// Has everybody go by another version of what the tenant has of its own.
pub(super) async fn changed(tx: &mut PlatformTx<'_>, tenant: TenantKey) -> Result<(), Failure> {
    tx.tell(CHANGED, &[Bound::Id(tenant)]).await.map(drop)
}

/// The same, where a tenant changes it itself.
pub(super) const CHANGED: &str = "INSERT INTO custom_versions (tenant_id, version) VALUES ($1, 1) ON CONFLICT (tenant_id) DO UPDATE SET \
                                  version = custom_versions.version + 1";

const VERSION: &str = "SELECT version FROM custom_versions WHERE tenant_id = $1";
const MACHINES: &str =
    "SELECT entity, definition, ended_at FROM custom_machines WHERE tenant_id = $1 ORDER BY entity, version";
const ROLES: &str = "SELECT name, definition FROM custom_roles WHERE tenant_id = $1 ORDER BY name";

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

/// A pack with the roles of a tenant, closed where a later version of the pack has lost something of them; nothing where there are none.
fn closed(base: &Pack, roles: &Roles) -> Result<Option<Pack>, Failure> {
    if roles.is_empty() {
        return Ok(None);
    }
    let (closed, reasons) = base.closed_roles(roles);
    for reason in reasons {
        trace::tell(&format!(
            "a role of a tenant's own: {}: {}",
            reason.path, reason.message
        ));
    }
    Ok(Some(base.with_custom_roles(closed)?))
}

/// A pack with the machines of a tenant. By one that the pack does not fit any more nothing begins.
fn living(pack: Pack, machines: Machines) -> Result<Pack, Failure> {
    if machines.is_empty() {
        return Ok(pack);
    }
    let (pack, reasons) = pack.closed_machines(machines)?;
    for (entity, reason) in all(&reasons) {
        trace::tell(&format!(
            "a machine of a tenant's own, of `{entity}`: {}: {}",
            reason.path, reason.message
        ));
    }
    Ok(pack)
}

fn all(reasons: &BTreeMap<String, Vec<Reason>>) -> impl Iterator<Item = (&String, &Reason)> {
    let each = reasons.iter();
    each.flat_map(|(entity, several)| several.iter().map(move |reason| (entity, reason)))
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
