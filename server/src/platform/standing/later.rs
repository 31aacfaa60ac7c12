//! Whoever asked for something that is done later: it is done in their name as long as they hold what they began it by, and is no more than
//! they may by then.

use std::sync::Arc;

use ratebook::{Code, Reason};
use serde_json::json;

use super::keys::{self, Whose as WhoseKey};
use super::{ACTIVE, Tenancy, standing};
use crate::came::{By, Came};
use crate::platform::accounts::id_of;
use crate::platform::auth::written;
use crate::platform::caller::Caller;
use crate::platform::read_only;
use crate::problem::Problem;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{AnyRow, Failure, RowCells, TenantKey};

/// That they are gone, or may not come in any more.
const GONE: &str = "whoever asked for it is no member any more, or their account is closed";
const KEY_GONE: &str = "the key by which it was asked for holds no more";
const ROLES_GONE: &str = "whoever asked for it has lost a role by which they did";

/// Somebody who asked, by which key of theirs, and by which roles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Asker {
    pub(crate) tenant: TenantKey,
    pub(crate) account: [u8; 16],
    pub(crate) key: Option<[u8; 16]>,
    pub(crate) roles: Vec<String>,
}

impl Asker {
    /// Whoever asks just now. Who has taken somebody's place is there for a while, and has nothing done afterwards.
    pub(crate) fn of(caller: &Caller) -> Result<Asker, Problem> {
        let came = Came::now();
        let key = match came.through.get().map(|through| through.by) {
            None => None,
            Some(By::Key(key)) => Some(key),
            Some(By::Operator(_)) => {
                let message = "what goes on when you have gone is asked for by nobody in another's place";
                return Err(Problem::of_reason(
                    403,
                    Reason::new(Code::TenancyPermissionMissing, "", message),
                ));
            }
        };
        Ok(Asker {
            tenant: caller.tenant,
            account: id_of(&caller.actor.id).ok_or_else(|| Failure::defect("somebody without an account asks"))?,
            key,
            roles: caller.actor.roles.clone(),
        })
    }

    /// Of a row: who, by which key, and by which roles.
    pub(crate) fn read(tenant: TenantKey, row: &AnyRow, [who, key, roles]: [usize; 3]) -> Result<Asker, Failure> {
        let account = id_of(row.text(who)?.unwrap_or_default());
        Ok(Asker {
            tenant,
            account: account.ok_or_else(|| Failure::defect("nobody asked for what was asked for"))?,
            key: row.id(key)?,
            roles: keys::listed(row.text(roles)?)?,
        })
    }

    /// As it is kept, in this order.
    pub(crate) fn values(&self) -> [Bound; 3] {
        [
            Bound::Text(written(self.account)),
            Bound::id(self.key),
            Bound::Text(json!(self.roles).to_string()),
        ]
    }

    /// They as they stand by now, for what changes something; else why nothing is done for them any more.
    pub(crate) async fn caller(&self, app: &App) -> Result<Result<Caller, &'static str>, Failure> {
        let lets = read_only::lets(app, self.tenant, false).await;
        lets.map_err(|_| Failure::Busy("nothing is changed just now".to_owned()))?;
        match self.stands(app).await? {
            Ok((_, false)) => Err(Failure::Busy("nothing is changed for the tenant just now".to_owned())),
            stands => Ok(stands.map(|(caller, _)| caller)),
        }
    }

    /// The same for what only reads.
    pub(crate) async fn reader(&self, app: &App) -> Result<Result<Caller, &'static str>, Failure> {
        Ok(self.stands(app).await?.map(|(caller, _)| caller))
    }

    /// They, and whether anything is changed for their tenant.
    async fn stands(&self, app: &App) -> Result<Result<(Caller, bool), &'static str>, Failure> {
        let now = app.now();
        let Some(id) = self.key else {
            let found = member_that_writes(app, (self.tenant, self.account)).await?;
            return match found {
                Some(found) => self.of_then(found),
                None => Ok(Err(GONE)),
            };
        };
        let whose = WhoseKey {
            tenant: self.tenant,
            id,
            account: self.account,
        };
        let found = app
            .store
            .read_platform(move |mut tx| Box::pin(async move { keys::kept(&mut tx, whose).await }));
        let found = found.await?;
        let row = found.first().filter(|row| keys::still_holds(row, now).unwrap_or(false));
        let Some(row) = row else { return Ok(Err(KEY_GONE)) };
        let scopes = Some(keys::scopes_of(row)?);
        let found = standing_of(app, (self.account, Some(By::Key(id))), (row, scopes)).await?;
        self.of_then(found)
    }

    /// The same as no more than they were when they asked.
    fn of_then(&self, (mut caller, writes): (Caller, bool)) -> Result<Result<(Caller, bool), &'static str>, Failure> {
        if !self.roles.iter().all(|role| caller.actor.roles.contains(role)) {
            return Ok(Err(ROLES_GONE));
        }
        // A role that they were given since is none by which they asked.
        caller.actor.roles.clone_from(&self.roles);
        caller.holder = Arc::new(caller.pack.holder(&caller.actor)?);
        Ok(Ok((caller, writes)))
    }

    /// Does something in their name: histories tell by which key of theirs.
    pub(crate) async fn during<F: Future>(&self, work: F) -> F::Output {
        let key = self.key.map(By::Key);
        let account = self.account;
        Came::default()
            .during(async move {
                if let Some(by) = key {
                    Came::asks_through(account, by);
                }
                work.await
            })
            .await
    }
}

/// A member of a tenant as they stand by now; nothing where they are none, or their account is closed.
pub(crate) async fn member(app: &App, whose: (TenantKey, [u8; 16])) -> Result<Option<Caller>, Failure> {
    Ok(member_that_writes(app, whose).await?.map(|(caller, _)| caller))
}

/// The same, and whether anything is changed for the tenant.
async fn member_that_writes(
    app: &App,
    (tenant, account): (TenantKey, [u8; 16]),
) -> Result<Option<(Caller, bool)>, Failure> {
    let values = [Bound::Id(account), Bound::Id(tenant), Bound::Text(ACTIVE.to_owned())];
    let found = app
        .store
        .read_platform(move |mut tx| Box::pin(async move { tx.ask(MEMBER, &values).await }));
    match found.await?.first() {
        Some(row) => standing_of(app, (account, None), (row, None)).await.map(Some),
        None => Ok(None),
    }
}

async fn standing_of(
    app: &App,
    (account, through): ([u8; 16], Option<By>),
    (row, scopes): (&AnyRow, Option<Vec<String>>),
) -> Result<(Caller, bool), Failure> {
    let own = Tenancy::read(row)?;
    let standing = standing(app, (account, through), own, scopes, app.now()).await;
    let standing = standing.map_err(|problem| Failure::Busy(problem.code().to_string()))?;
    Ok((standing.caller, standing.writes))
}

const MEMBER: &str = "SELECT t.id, t.name, t.pack, t.zone, t.state, t.updated_at, m.roles, c.version FROM memberships m \
    JOIN accounts a ON a.id = m.account_id JOIN tenants t ON t.id = m.tenant_id LEFT JOIN custom_versions c ON c.tenant_id = t.id \
    WHERE m.account_id = $1 AND m.tenant_id = $2 AND a.state = $3";
