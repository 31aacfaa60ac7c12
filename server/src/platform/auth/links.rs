//! Links that hold once: a token of 256 bits of which the hash alone is kept, for one purpose, for a while, and used in the
//! transaction of what it allows.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ratebook::tenancy::LockoutEvent;
use ratebook::time::Instant;
use ratebook::{Code, Error, Reason};
use serde_json::json;
use sha2::{Digest, Sha256};

use super::{lockout, random};
use crate::platform::accounts::ACTIVE;
use crate::platform::audit::NOBODY;
use crate::platform::letters::Letter;
use crate::problem::Problem;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{Failure, PlatformTx, RowCells, TenantKey};

/// What a token begins with, so that it is known where it was left lying.
const MARK: &str = "rbl_";

/// What a link is for. It holds for nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// To show that an e-mail is one's own.
    Verify,
    /// To choose another password.
    Reset,
    /// To sign in.
    SignIn,
    /// To have an account.
    Register,
    /// To become a member of a tenant.
    Invitation,
}

impl Purpose {
    /// As it is kept, and as its page and its letter are called.
    const fn name(self) -> &'static str {
        match self {
            Purpose::Verify => "verify",
            Purpose::Reset => "reset",
            Purpose::SignIn => "sign_in",
            Purpose::Register => "register",
            Purpose::Invitation => "invitation",
        }
    }

    /// For how long it holds, in microseconds.
    pub(crate) const fn holds(self) -> i64 {
        let minutes = match self {
            Purpose::Verify | Purpose::Register => 24 * 60,
            Purpose::Reset => 60,
            Purpose::SignIn => 15,
            Purpose::Invitation => 7 * 24 * 60,
        };
        minutes * 60_000_000
    }
}

/// A link: whose it is and where it leads.
#[derive(Clone, Debug)]
pub(crate) struct Link {
    pub(crate) purpose: Purpose,
    /// Of a tenant, or [`NOBODY`]'s.
    pub(crate) tenant: TenantKey,
    /// An e-mail, or the id of the account that asked for it.
    pub(crate) subject: String,
    pub(crate) email: String,
    /// Whether it is sent by letter alone.
    pub(crate) by_letter: bool,
}

impl Link {
    /// One that belongs to no tenant and is sent by letter alone.
    pub(crate) fn by_letter(purpose: Purpose, email: &str) -> Link {
        Link {
            purpose,
            tenant: NOBODY,
            subject: email.to_owned(),
            email: email.to_owned(),
            by_letter: true,
        }
    }

    /// Keeps it in the place of the one before; its token, which is kept nowhere.
    pub(crate) async fn keep(&self, tx: &mut PlatformTx<'_>, now: i64) -> Result<String, Failure> {
        let token = format!("{MARK}{}", URL_SAFE_NO_PAD.encode(random()?));
        tx.tell(
            "DELETE FROM one_time_links WHERE expires_at <= $1",
            &[Bound::Whole(now)],
        )
        .await?;
        let values = [
            Bound::Id(self.tenant),
            Bound::Text(self.purpose.name().to_owned()),
            Bound::Text(self.subject.clone()),
            Bound::Text(self.email.clone()),
            hash(&token),
            Bound::Truth(self.by_letter),
            Bound::Whole(now),
            Bound::Whole(now + self.purpose.holds()),
        ];
        tx.tell(
            "INSERT INTO one_time_links (tenant_id, purpose, subject, email, hash, by_letter, created_at, expires_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (tenant_id, purpose, subject) DO UPDATE SET email = $4, hash = $5, \
             by_letter = $6, created_at = $7, expires_at = $8",
            &values,
        )
        .await?;
        Ok(token)
    }

    /// The one that a token is of, if it still holds.
    pub(crate) async fn of(
        tx: &mut PlatformTx<'_>,
        purpose: Purpose,
        token: &str,
        now: i64,
    ) -> Result<Option<Link>, Failure> {
        let values = [hash(token), Bound::Text(purpose.name().to_owned()), Bound::Whole(now)];
        let rows = tx
            .ask(
                "SELECT tenant_id, subject, email, by_letter FROM one_time_links WHERE hash = $1 AND purpose = $2 AND expires_at > $3",
                &values,
            )
            .await?;
        let Some(row) = rows.first() else {
            return Ok(None);
        };
        Ok(Some(Link {
            purpose,
            tenant: row.id(0)?.unwrap_or_default(),
            subject: row.text(1)?.unwrap_or_default().to_owned(),
            email: row.text(2)?.unwrap_or_default().to_owned(),
            by_letter: row.truth(3)?.unwrap_or(false),
        }))
    }

    /// Takes it away: of several who come with it at once, one finds it there.
    pub(crate) async fn taken(
        tx: &mut PlatformTx<'_>,
        purpose: Purpose,
        token: &str,
        now: i64,
    ) -> Result<Link, Failure> {
        let link = Link::of(tx, purpose, token, now).await?.ok_or_else(gone)?;
        let gone_by = tx
            .tell("DELETE FROM one_time_links WHERE hash = $1", &[hash(token)])
            .await?;
        if gone_by == 1 { Ok(link) } else { Err(gone()) }
    }
}

fn hash(token: &str) -> Bound {
    Bound::Bytes(Sha256::digest(token).to_vec())
}

/// The same whatever is wrong with it.
pub(crate) fn gone() -> Failure {
    let message = "the link does not hold: it was used, replaced by a newer one, or has run out; ask for another one";
    Reason::new(Code::TenancyNotSignedIn, "/token", message).into()
}

/// Makes the links of a purpose and a subject useless.
pub(crate) async fn forget(
    tx: &mut PlatformTx<'_>,
    tenant: TenantKey,
    (purpose, subject): (Purpose, &str),
) -> Result<(), Failure> {
    let values = [
        Bound::Id(tenant),
        Bound::Text(purpose.name().to_owned()),
        Bound::Text(subject.to_owned()),
    ];
    tx.tell(
        "DELETE FROM one_time_links WHERE tenant_id = $1 AND purpose = $2 AND subject = $3",
        &values,
    )
    .await?;
    Ok(())
}

/// Makes what was sent to an e-mail to come in by useless, since what opens the account is another by now.
pub(crate) async fn forget_sign_in(tx: &mut PlatformTx<'_>, email: &str) -> Result<(), Failure> {
    for purpose in [Purpose::Reset, Purpose::SignIn] {
        forget(tx, NOBODY, (purpose, email)).await?;
    }
    Ok(())
}

/// The address of the page to which a token leads: what stands behind `#` is sent to no server, and so is in no log.
pub(crate) fn address(app: &App, purpose: Purpose, token: &str) -> Option<String> {
    let page = purpose.name().replace('_', "-");
    Some(format!("{}/#/{page}?token={token}", app.public_url()?))
}

/// Refuses where no letter could be sent, or none with a link in it: the same for every e-mail.
pub(super) fn are_sent(app: &App) -> Result<(), Problem> {
    if Letter::is_sent(app) && app.public_url().is_some() {
        return Ok(());
    }
    let message = "this installation sends no links; set up mail, and `public_url`";
    Err(Problem::of_reason(409, Reason::new(Code::RequestConflict, "", message)))
}

/// Sends a link to an e-mail if there is an account of it. Whether there is, neither the answer tells nor, to a few statements, how long
/// it takes. Each counts, so that nobody's letter box is filled; a refusal when it was asked for too often.
pub(super) async fn send(
    app: &App,
    tx: &mut PlatformTx<'_>,
    link: &Link,
    now: Instant,
) -> Result<Option<Error>, Failure> {
    // With a space in it: no e-mail that somebody signs in by.
    let counted = format!("{} {}", link.purpose.name(), link.email);
    if let Some(locked) = lockout::happened(tx, &counted, LockoutEvent::Failure, now).await? {
        return Ok(Some(locked));
    }
    let token = link.keep(tx, now.microseconds()).await?;
    let known = [Bound::Text(link.email.clone()), Bound::Text(ACTIVE.to_owned())];
    let rows = tx
        .ask(
            "SELECT name, locale FROM accounts WHERE email = $1 AND state = $2",
            &known,
        )
        .await?;
    let Some(row) = rows.first() else {
        return Ok(None);
    };
    let name = row.text(0)?.unwrap_or_default().to_owned();
    let locale = row.text(1)?.map(str::to_owned);
    letter(app, tx, link, (&token, &name, locale), now.microseconds()).await?;
    Ok(None)
}

/// Sends a link to an e-mail that is to be an account's, unless it is another's already; the answer does not tell.
pub(super) async fn send_to_new(
    app: &App,
    tx: &mut PlatformTx<'_>,
    (link, name): (&Link, &str),
    now: Instant,
) -> Result<Option<Error>, Failure> {
    // Both count: whoever asks, so that they cannot write to everybody, and to whom it goes.
    for counted in [&link.subject, &link.email] {
        let counted = format!("{} {counted}", link.purpose.name());
        if let Some(locked) = lockout::happened(tx, &counted, LockoutEvent::Failure, now).await? {
            return Ok(Some(locked));
        }
    }
    let token = link.keep(tx, now.microseconds()).await?;
    let taken = [Bound::Text(link.email.clone())];
    let rows = tx.ask("SELECT id FROM accounts WHERE email = $1", &taken).await?;
    if rows.is_empty() {
        letter(app, tx, link, (&token, name, None), now.microseconds()).await?;
    }
    Ok(None)
}

/// The letter with a link.
pub(crate) async fn letter(
    app: &App,
    tx: &mut PlatformTx<'_>,
    link: &Link,
    (token, name, locale): (&str, &str, Option<String>),
    now: i64,
) -> Result<(), Failure> {
    let address = address(app, link.purpose, token).ok_or_else(|| Failure::defect("a link leads nowhere"))?;
    let ends = Instant::from_microseconds(now + link.purpose.holds());
    let letter = Letter {
        to: link.email.clone(),
        template: link.purpose.name(),
        locale: locale.unwrap_or_default(),
        values: json!({"name": name, "link": address, "expires_at": ends}),
    };
    letter.keep(app, tx, (link.tenant, now)).await
}
