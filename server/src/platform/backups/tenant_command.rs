//! `ratebook-server tenant`: one tenant moved to another installation.

use std::path::Path;
use std::time::Duration;

use ratebook::time::Instant;
use ratebook::{Code, Reason};
use serde_json::json;

use super::command::{now, settings, taken};
use super::make::Backup;
use super::tenant::{House, export, import, verify};
use crate::came::ENGINE;
use crate::platform::accounts::id_of;
use crate::platform::audit::{self, Happened, NOBODY, Own};
use crate::platform::moving::lines;
use crate::platform::settings::{InstallationKey, Settings};
use crate::platform::start::{as_it_is, beside, key};
use crate::platform::tenants::moved_away;
use crate::store::sql::Bound;
use crate::store::{Failure, RowCells, Store, TenantKey, Vault};

const USAGE: &str = "ratebook-server tenant export --tenant SLUG --to FILE\n\
                     ratebook-server tenant verify --from FILE\n\
                     ratebook-server tenant import --from FILE [--trust-accounts]\n\
                     ratebook-server tenant moved --tenant SLUG --to ADDRESS";
const KNOWN: [&str; 4] = ["export", "verify", "import", "moved"];
/// What is only read is seen to be so within a second by every server.
const UNTIL_SEEN: Duration = Duration::from_secs(2);
/// Why nothing is changed in a tenant that leaves.
const WHY: &str = "it is being moved to another installation";
/// Whether that is so, and stays so.
const STANDS: &str = "SELECT 1 FROM read_only WHERE tenant_id = $1 AND why = $2 AND ends_at IS NULL";
/// How often it is looked whether what was under way has ended.
const LOOKS: Duration = Duration::from_millis(500);

/// What the words after `tenant` ask for, carried out.
pub async fn tenant(mut words: Vec<String>) -> Result<String, String> {
    if !words.first().is_some_and(|word| KNOWN.contains(&word.as_str())) {
        return Err(USAGE.to_owned());
    }
    let what = words.remove(0);
    let trusts = words.iter().any(|word| word == "--trust-accounts");
    words.retain(|word| word != "--trust-accounts");
    let name = taken(&mut words, "--tenant", USAGE)?;
    let (from, to) = (taken(&mut words, "--from", USAGE)?, taken(&mut words, "--to", USAGE)?);
    let settings = settings(words)?;
    match (what.as_str(), name, from, to, trusts) {
        ("export", Some(name), None, Some(to), false) => leave(&settings, &name, Path::new(&to)).await,
        ("verify", None, Some(from), None, false) => {
            let (read, _) = verify(Path::new(&from), &key_of(&settings)?).await?;
            Ok(told(&read, "can be taken in"))
        }
        ("import", None, Some(from), None, trusts) => settle(&settings, Path::new(&from), trusts).await,
        ("moved", Some(name), None, Some(to), false) => gone(&settings, &name, &to).await,
        _ => Err(USAGE.to_owned()),
    }
}

fn key_of(settings: &Settings) -> Result<InstallationKey, String> {
    let none = || {
        "a tenant is sealed on its way: set `RATEBOOK_TRANSFER_KEY` in both installations, which `ratebook-server backup --new-key` makes"
            .to_owned()
    };
    settings.backups.transfer_key.clone().ok_or_else(none)
}

fn told(read: &Backup, what: &str) -> String {
    let hash = read.sha256.as_ref();
    let hash = hash.map_or_else(String::new, |hash| format!("SHA-256 {hash}\n"));
    format!(
        "{} {what}: {} rows of {} tables, {} bytes\n{hash}",
        read.file.display(),
        read.rows,
        read.tables,
        read.bytes
    )
}

/// The tenant of a slug or an id.
async fn named(store: &Store, name: &str) -> Result<TenantKey, String> {
    let values = [Bound::Text(name.to_owned()), Bound::Id(id_of(name).unwrap_or(NOBODY))];
    let text = "SELECT id FROM tenants WHERE slug = $1 OR id = $2";
    let rows = store.read_platform(move |mut tx| Box::pin(async move { tx.ask(text, &values).await }));
    let rows = rows.await.map_err(|failure| failure.to_string())?;
    let id = rows.first().map(|row| row.id(0)).transpose();
    let id = id.map_err(|error| error.to_string())?.flatten();
    id.ok_or_else(|| format!("there is no tenant `{name}`"))
}

fn happened(tenant: TenantKey, action: &'static str, now: Instant) -> Happened {
    Happened {
        at: now.microseconds(),
        tenant,
        actor: ENGINE.to_owned(),
        entity: Own::Tenant,
        action,
        record: tenant,
        changes: json!([]),
    }
}

/// Has nothing be changed in a tenant from now on; whether it was this that did so.
async fn hold(store: &Store, tenant: TenantKey, now: Instant) -> Result<bool, Failure> {
    let held = store.platform(move |mut tx| {
        Box::pin(async move {
            let values = [
                Bound::Id(tenant),
                Bound::Whole(now.microseconds()),
                Bound::Text(WHY.to_owned()),
                Bound::Id(NOBODY),
            ];
            let text = "INSERT INTO read_only (tenant_id, since, why, set_by) VALUES ($1, $2, $3, $4) ON CONFLICT (tenant_id) DO UPDATE SET \
                        since = excluded.since, ends_at = NULL, why = excluded.why, set_by = excluded.set_by WHERE read_only.ends_at <= \
                        excluded.since";
            let held = tx.tell(text, &values).await? > 0;
            if tx.ask(STANDS, &[Bound::Id(tenant), Bound::Text(WHY.to_owned())]).await?.is_empty() {
                let message = "nothing is changed in it already, for another reason or for a while; end that first by `DELETE \
                               /v1/tenants/{id}/read-only`";
                return Err(Reason::new(Code::RequestConflict, "/tenant", message).into());
            }
            audit::keep(&mut tx, happened(tenant, "exported", now)).await?;
            Ok::<_, Failure>(held)
        })
    });
    held.await
}

async fn let_go(store: &Store, tenant: TenantKey) -> Result<(), Failure> {
    let text = "DELETE FROM read_only WHERE tenant_id = $1";
    let gone = store.platform(move |mut tx| Box::pin(async move { tx.tell(text, &[Bound::Id(tenant)]).await }));
    gone.await.map(drop)
}

/// Waits until no attempt at a job of the tenant is under way: it would be made again elsewhere. None begins any more, and each has its time.
async fn ended(store: &Store, tenant: TenantKey) -> Result<(), String> {
    loop {
        let values = [Bound::Id(tenant), Bound::Whole(now()?.microseconds())];
        let text = "SELECT 1 FROM jobs WHERE tenant_id = $1 AND state = 'running' AND due_at > $2 LIMIT 1";
        let rows = store.read_platform(move |mut tx| Box::pin(async move { tx.ask(text, &values).await }));
        if rows.await.map_err(|failure| failure.to_string())?.is_empty() {
            return Ok(());
        }
        tokio::time::sleep(LOOKS).await;
    }
}

/// Writes a tenant into a file; nothing is changed in it from then on, so that what is taken in elsewhere is all there is.
async fn leave(settings: &Settings, name: &str, to: &Path) -> Result<String, String> {
    let (sealing, vault) = (key_of(settings)?, Vault::new(&key(settings)?.0));
    let files = settings.files.open(beside(settings, "files").as_deref())?;
    let store = as_it_is(settings).await?;
    let tenant = named(&store, name).await?;
    let now = now()?;
    let held = hold(&store, tenant, now).await.map_err(|failure| failure.to_string())?;
    // Whoever was let in before is answered by then.
    tokio::time::sleep(UNTIL_SEEN + settings.bounds.answer).await;
    let house = House {
        store: &store,
        vault: &vault,
        files: &files,
    };
    let exported = match ended(&store, tenant).await {
        Ok(()) => export(house, tenant, (to, &sealing), now).await,
        Err(why) => Err(why),
    };
    if exported.is_err() && held {
        let_go(&store, tenant).await.map_err(|failure| failure.to_string())?;
    }
    store.close().await;
    Ok(format!(
        "{}Nothing is changed in `{name}` from now on. Once it is taken in elsewhere: ratebook-server tenant moved --tenant {name} --to \
         ADDRESS\nWhere it stays here after all: DELETE /v1/tenants/{{id}}/read-only\n",
        told(&exported?, "is kept")
    ))
}

async fn settle(settings: &Settings, from: &Path, trusts: bool) -> Result<String, String> {
    let (sealing, vault) = (key_of(settings)?, Vault::new(&key(settings)?.0));
    let files = settings.files.open(beside(settings, "files").as_deref())?;
    let store = as_it_is(settings).await?;
    let house = House {
        store: &store,
        vault: &vault,
        files: &files,
    };
    let imported = import(house, (from, &sealing), trusts).await;
    store.close().await;
    let (_, settled) = imported?;
    let (known, made) = settled.people;
    let again = if settled.is_news {
        "Start the servers again: they learn what its pack was before.\n"
    } else {
        ""
    };
    Ok(format!(
        "{}`{}` is taken in. Of its people {known} had an account here and {made} got one, which they open by a link to their e-mail.\n{again}",
        lines(&settled.tables),
        settled.slug
    ))
}

/// Suspends a tenant that was taken in elsewhere, and says where.
async fn gone(settings: &Settings, name: &str, to: &str) -> Result<String, String> {
    if !(to.starts_with("https://") || to.starts_with("http://")) {
        return Err(format!("`{to}` is no address such as `https://hire.example.com`"));
    }
    let store = as_it_is(settings).await?;
    let tenant = named(&store, name).await?;
    let (place, now) = (to.to_owned(), now()?);
    let suspended = store.platform(move |mut tx| {
        Box::pin(async move {
            let values = [Bound::Id(tenant), Bound::Text(WHY.to_owned())];
            if tx.ask(STANDS, &values).await?.is_empty() {
                return Ok(false);
            }
            moved_away(&mut tx, tenant, &place, now).await?;
            Ok::<_, Failure>(true)
        })
    });
    let suspended = suspended.await.map_err(|failure| failure.to_string());
    store.close().await;
    match suspended? {
        true => Ok(format!("`{name}` is suspended here; it goes on at {to}\n")),
        false => Err(format!(
            "`{name}` was not exported: whatever it changes here would be lost"
        )),
    }
}
