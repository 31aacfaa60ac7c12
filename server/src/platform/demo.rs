//! A tenant of each pack with demo records, and somebody who may look at it: what a first look at the server needs.

use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ratebook::time::Zone;
use serde_json::json;
use uuid::Uuid;

use super::audit::{self, Happened, Own};
use super::auth::{random, written};
use super::caller::Caller;
use super::members::keep_member;
use super::setup::FirstOperator;
use super::tenants::FIRST_ROLE;
use super::trace;
use crate::records;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{Failure, PlatformTx, RowCells, TenantKey};

/// Who looks at the demo.
const EMAIL: &str = "demo@example.com";

/// By what one signs in to look at the demo.
#[derive(Clone)]
pub struct Login {
    /// The e-mail.
    pub email: &'static str,
    /// The password.
    pub password: String,
    /// Where it is kept for the next start.
    pub file: Option<PathBuf>,
}

impl std::fmt::Debug for Login {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Login")
    }
}

impl Login {
    /// The one that is kept in a file; else a new one for an operator who is still to be made, and none where there is another.
    pub(super) fn kept(file: Option<&Path>, has_operator: bool) -> Result<Option<Login>, String> {
        let told = |path: &Path, error: std::io::Error| format!("{}: {error}", path.display());
        let kept = file.map(|path| (path, std::fs::read_to_string(path)));
        let password = match kept {
            Some((_, Ok(text))) => text.trim().to_owned(),
            Some((path, Err(error))) if error.kind() != ErrorKind::NotFound => return Err(told(path, error)),
            _ if has_operator => return Ok(None),
            _ => {
                let random = random().map_err(|failure| failure.to_string())?;
                let password: String = URL_SAFE_NO_PAD.encode(random).chars().take(20).collect();
                if let Some(path) = file {
                    keep(path, &password).map_err(|error| told(path, error))?;
                }
                password
            }
        };
        Ok(Some(Login {
            email: EMAIL,
            password,
            file: file.map(Path::to_owned),
        }))
    }

    pub(super) fn operator(&self) -> FirstOperator {
        FirstOperator::new(self.email, self.password.clone())
    }
}

/// Written so that its owner alone may read it.
pub(super) fn keep(path: &Path, text: &str) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    writeln!(file, "{text}")?;
    file.sync_all()
}

/// A tenant for each pack, owned by the first operator; those that are there already are left as they are. A tenant of that slug
/// that works by another pack, or that somebody else has made, is none of the demo.
pub(super) async fn tenants(app: &App) -> Result<Vec<(TenantKey, String)>, Failure> {
    let packs: Vec<(String, String)> = app
        .packs
        .values()
        .map(|pack| {
            let own = pack.definition();
            let label = own.label.clone().unwrap_or_else(|| own.name.clone());
            (own.name.clone(), label)
        })
        .collect();
    let now = app.now().microseconds();
    let made = app.store.platform(move |mut tx| {
        Box::pin(async move {
            let mut tenants = Vec::with_capacity(packs.len());
            for (pack, label) in packs {
                if let Some(id) = tenant(&mut tx, &pack, &label, now).await? {
                    tenants.push((id, pack));
                }
            }
            Ok(tenants)
        })
    });
    made.await
}

async fn tenant(tx: &mut PlatformTx<'_>, pack: &str, label: &str, now: i64) -> Result<Option<TenantKey>, Failure> {
    let slug = pack.replace('_', "-");
    let found = tx
        .ask(
            "SELECT id, pack, state FROM tenants WHERE slug = $1",
            &[Bound::Text(slug.clone())],
        )
        .await?;
    if let Some(row) = found.first() {
        let id = row.id(0)?.unwrap_or_default();
        let made = tx.ask("SELECT name FROM facts WHERE name = $1", &[fact_of(id)]).await?;
        // One that was deleted gets nothing again.
        let is_open = row.text(2)? == Some("active") && row.text(1)? == Some(pack);
        return Ok((!made.is_empty() && is_open).then_some(id));
    }
    let id = Uuid::now_v7().into_bytes();
    let values = [
        Bound::Id(id),
        Bound::Text(slug),
        Bound::Text(label.to_owned()),
        Bound::Text(pack.to_owned()),
        Bound::Whole(now),
    ];
    tx.tell(
        "INSERT INTO tenants (id, slug, name, pack, zone, state, version, created_at, updated_at) \
         VALUES ($1, $2, $3, $4, 'UTC', 'active', 1, $5, $5)",
        &values,
    )
    .await?;
    let made = [fact_of(id), Bound::Bytes(pack.as_bytes().to_vec())];
    tx.tell("INSERT INTO facts (name, value) VALUES ($1, $2)", &made)
        .await?;
    let operators = tx
        .ask(
            "SELECT id, name FROM accounts WHERE is_operator = $1 ORDER BY created_at LIMIT 1",
            &[Bound::Truth(true)],
        )
        .await?;
    if let Some(row) = operators.first() {
        let account = row.id(0)?.unwrap_or_default();
        let name = row.text(1)?.unwrap_or_default().to_owned();
        keep_member(tx, id, account, (&name, &[FIRST_ROLE.to_owned()]), now).await?;
    }
    let happened = Happened {
        at: now,
        tenant: id,
        actor: "setup".to_owned(),
        entity: Own::Tenant,
        action: "made",
        record: id,
        changes: json!([{"pack": pack, "id": written(id)}]),
    };
    audit::keep(tx, happened).await?;
    Ok(Some(id))
}

/// The fact by which a tenant is known as one that the demo has made.
fn fact_of(tenant: TenantKey) -> Bound {
    Bound::Text(format!("demo:{}", written(tenant)))
}

/// Makes the demo records of these tenants, as a job: what stands in the way is told, and the server goes on.
pub(super) async fn fill(app: App, tenants: Vec<(TenantKey, String)>) {
    for (tenant, pack) in tenants {
        let filled = match Caller::engine(&app, tenant, &pack, Zone::UTC).await {
            Ok(Some(caller)) => records::demo::fill(&app, caller).await,
            Ok(None) => Ok(0),
            Err(failure) => Err(failure),
        };
        if let Err(failure) = filled {
            trace::tell(&format!("the demo records of `{pack}`: {failure}"));
        }
    }
}
