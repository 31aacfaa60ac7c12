//! Which account somebody has whom a provider knows: the one that is linked, else that of their e-mail where it is known to be theirs, else
//! a new one where the installation makes them.

use ratebook::records::Pack;
use ratebook::time::Instant;
use ratebook::{Code, Error, Reason};
use serde_json::json;
use uuid::Uuid;

use super::person::Identity;
use super::{People, Provider};
use crate::platform::accounts::{self, ACTIVE, Hashed};
use crate::platform::auth::{mailed, sessions, written};
use crate::platform::members::{Changed, hold, keep_member};
use crate::platform::{read_only, standing};
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{Failure, PlatformTx, RowCells};

/// Somebody is linked to so many at most.
const MOST: usize = 20;

/// An account as it is looked at here.
struct Candidate {
    id: [u8; 16],
    is_active: bool,
    is_operator: bool,
}

fn refused(message: &str) -> Failure {
    Reason::new(Code::TenancyNotSignedIn, "", message).into()
}

/// The account of somebody who wants to sign in. Where nothing is changed just now, whoever is linked comes in, and everybody else is refused.
pub(super) async fn signed_in(
    app: &App,
    tx: &mut PlatformTx<'_>,
    (provider, identity): (&Provider, &Identity),
    (quiet, now): (Option<Error>, i64),
) -> Result<[u8; 16], Failure> {
    let key = [
        Bound::Text(identity.issuer.clone()),
        Bound::Text(identity.subject.clone()),
    ];
    let rows = tx
        .ask(
            "SELECT a.id, a.state FROM identities i JOIN accounts a ON a.id = i.account_id WHERE i.issuer = $1 AND i.subject = $2",
            &key,
        )
        .await?;
    if let Some(row) = rows.first() {
        if row.text(1)? != Some(ACTIVE) {
            return Err(refused("this account may not be used"));
        }
        let [issuer, subject] = key;
        let text = "UPDATE identities SET used_at = $3 WHERE issuer = $1 AND subject = $2";
        tx.tell(text, &[issuer, subject, Bound::Whole(now)]).await?;
        return Ok(row.id(0)?.unwrap_or_default());
    }
    if let Some(error) = quiet {
        return Err(error.into());
    }
    let Some(email) = &identity.email else {
        let message = "no account is linked to this sign-in, and it shows no e-mail that is known to be yours";
        return Err(refused(message));
    };
    match of_email(tx, email).await? {
        Some(account) => joined(app, tx, (provider, identity), account, now).await,
        None if provider.people == People::Known => {
            Err(refused("there is no account for this sign-in; ask to be invited"))
        }
        None => made(app, tx, (provider, identity), email, now).await,
    }
}

async fn of_email(tx: &mut PlatformTx<'_>, email: &str) -> Result<Option<Candidate>, Failure> {
    let rows = tx
        .ask(
            "SELECT id, state, is_operator FROM accounts WHERE email = $1",
            &[Bound::Text(email.to_owned())],
        )
        .await?;
    let one = |row: &crate::store::AnyRow| {
        Ok(Candidate {
            id: row.id(0)?.unwrap_or_default(),
            is_active: row.text(1)? == Some(ACTIVE),
            is_operator: row.truth(2)?.unwrap_or(false),
        })
    };
    rows.first().map(one).transpose()
}

/// Links somebody to the account of their e-mail. Who runs the installation links it themselves: no provider says who they are. Nobody
/// becomes a member by it: `people` speaks of those whom nobody knows, and who is known may have been shown out.
async fn joined(
    app: &App,
    tx: &mut PlatformTx<'_>,
    (provider, identity): (&Provider, &Identity),
    account: Candidate,
    now: i64,
) -> Result<[u8; 16], Failure> {
    if !account.is_active {
        return Err(refused("this account may not be used"));
    }
    if account.is_operator {
        let message = "whoever runs the installation signs in otherwise first, and links this sign-in in their profile";
        return Err(refused(message));
    }
    if !mailed::verified(tx, account.id, now).await? {
        mailed::taken_over(tx, account.id, now).await?;
    }
    link(app, tx, (provider, identity), account.id, now).await?;
    Ok(account.id)
}

/// Makes somebody whom nobody here knows an account, which is opened by this sign-in alone.
async fn made(
    app: &App,
    tx: &mut PlatformTx<'_>,
    (provider, identity): (&Provider, &Identity),
    email: &str,
    now: i64,
) -> Result<[u8; 16], Failure> {
    let name = identity.name.clone().unwrap_or_else(|| email.to_owned());
    let new = Hashed {
        email: email.to_owned(),
        name,
        hash: None,
    };
    let Some(account) = accounts::made(tx, &new, false, now).await? else {
        return Err(Failure::Busy("the account has just changed; try again".to_owned()));
    };
    mailed::verified(tx, account, now).await?;
    accounts::happened(
        tx,
        (account, account),
        ("registered", json!([{"field": "provider", "after": provider.id}])),
        now,
    )
    .await?;
    keep(tx, (provider, identity), account, now).await?;
    welcome(app, tx, (provider, identity), account, now).await
}

/// Makes somebody whose account has just been made a member, where the provider is that of a tenant's people. Who was shown out of it has an
/// account, and so does not come back by signing in.
async fn welcome(
    app: &App,
    tx: &mut PlatformTx<'_>,
    (provider, identity): (&Provider, &Identity),
    account: [u8; 16],
    now: i64,
) -> Result<[u8; 16], Failure> {
    let Some(slug) = provider
        .tenant
        .as_deref()
        .filter(|_| provider.people == People::Members)
    else {
        return Ok(account);
    };
    let rows = tx
        .ask(
            "SELECT id, name, pack, state, updated_at FROM tenants WHERE slug = $1",
            &[Bound::Text(slug.to_owned())],
        )
        .await?;
    let Some(row) = rows.first() else {
        return Err(refused("the tenant of this sign-in is not there any more"));
    };
    let text = |place: usize| Ok::<_, Failure>(row.text(place)?.unwrap_or_default().to_owned());
    let (tenant, since) = (
        row.id(0)?.unwrap_or_default(),
        row.whole(4)?.and_then(Instant::from_microseconds),
    );
    let now_at = Instant::from_microseconds(now).unwrap_or_else(|| app.now());
    let allowed = standing::allowed(&text(1)?, &text(3)?, since, now_at);
    if !allowed.is_ok_and(|(_, writes)| writes) {
        return Err(refused("the tenant of this sign-in takes in nobody just now"));
    }
    read_only::lets_within(tx, tenant, now_at).await?;
    let pack = pack_of(app, provider, &text(2)?)?;
    hold(tx, tenant).await?;
    let name = identity
        .name
        .clone()
        .or_else(|| identity.email.clone())
        .unwrap_or_default();
    keep_member(tx, tenant, account, (&name, &provider.roles), now).await?;
    let joined = Changed {
        tenant,
        pack,
        fields: None,
        actor: written(account),
        account,
        roles: &provider.roles,
        now,
    };
    joined.note(tx, "member_added").await?;
    Ok(account)
}

/// The pack of a tenant, which has every role that its provider gives.
fn pack_of<'a>(app: &'a App, provider: &Provider, name: &str) -> Result<&'a Pack, Failure> {
    let pack: Option<&Pack> = app.packs.get(name).map(AsRef::as_ref);
    let pack = pack.ok_or_else(|| Failure::Busy("the pack of this tenant is not served here just now".to_owned()))?;
    let unknown = provider.roles.iter().find(|role| !pack.access().has_role(role));
    if let Some(role) = unknown {
        let message = format!(
            "the provider `{}` gives the role `{role}`, which the pack does not have",
            provider.id
        );
        return Err(Failure::defect(message));
    }
    Ok(pack)
}

/// Links somebody to the account in which they have asked for it.
pub(super) async fn linked(
    app: &App,
    tx: &mut PlatformTx<'_>,
    (provider, identity): (&Provider, &Identity),
    (account, session): ([u8; 16], [u8; 16]),
    now: i64,
) -> Result<[u8; 16], Failure> {
    accounts::hold(tx, account).await?;
    sessions::lasts(tx, account, session, now).await?;
    let key = [
        Bound::Text(identity.issuer.clone()),
        Bound::Text(identity.subject.clone()),
    ];
    let rows = tx
        .ask(
            "SELECT account_id FROM identities WHERE issuer = $1 AND subject = $2",
            &key,
        )
        .await?;
    match rows.first().map(|row| row.id(0)).transpose()?.flatten() {
        Some(owner) if owner == account => Ok(account),
        Some(_) => {
            let message = "this sign-in is linked to another account; sign in there and unlink it first";
            Err(Reason::new(Code::RecordsTaken, "", message).into())
        }
        None => {
            link(app, tx, (provider, identity), account, now).await?;
            Ok(account)
        }
    }
}

/// Keeps a link, and tells the person.
async fn link(
    app: &App,
    tx: &mut PlatformTx<'_>,
    (provider, identity): (&Provider, &Identity),
    account: [u8; 16],
    now: i64,
) -> Result<(), Failure> {
    keep(tx, (provider, identity), account, now).await?;
    let changes = json!([{"field": "provider", "after": provider.id}]);
    accounts::happened(tx, (account, account), ("identity_linked", changes), now).await?;
    let rows = tx
        .ask("SELECT email FROM accounts WHERE id = $1", &[Bound::Id(account)])
        .await?;
    let email = rows.first().map(|row| row.text(0)).transpose()?.flatten();
    let email = email.unwrap_or_default().to_owned();
    mailed::tell(
        app,
        tx,
        (account, &email),
        ("identity_linked", provider.name.clone()),
        now,
    )
    .await
}

async fn keep(
    tx: &mut PlatformTx<'_>,
    (provider, identity): (&Provider, &Identity),
    account: [u8; 16],
    now: i64,
) -> Result<(), Failure> {
    accounts::hold(tx, account).await?;
    let own = "SELECT id FROM identities WHERE account_id = $1 LIMIT 100";
    if tx.ask(own, &[Bound::Id(account)]).await?.len() >= MOST {
        let message = format!("this account is linked to {MOST} sign-ins already; unlink one first");
        let reason = Reason::new(Code::RequestConflict, "", message).with("limit", MOST);
        return Err(reason.into());
    }
    let values = [
        Bound::Id(Uuid::new_v4().into_bytes()),
        Bound::Id(account),
        Bound::Text(identity.issuer.clone()),
        Bound::Text(identity.subject.clone()),
        Bound::Text(provider.id.clone()),
        Bound::text(identity.email.as_deref()),
        Bound::Whole(now),
    ];
    tx.tell(
        "INSERT INTO identities (id, account_id, issuer, subject, provider, email, created_at, used_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $7)",
        &values,
    )
    .await?;
    Ok(())
}
