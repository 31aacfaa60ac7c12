//! Accounts: people, whatever tenants they are members of.

use ratebook::Reason;
use unicode_normalization::UnicodeNormalization;
use uuid::Uuid;

use super::audit::{self, Happened, NOBODY, Own};
use super::auth::password::is_bcrypt;
use super::auth::{Password, written};
use super::form::Fields;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{AnyRow, Failure, PlatformTx, RowCells};

/// An account that may be used.
pub(crate) const ACTIVE: &str = "active";

/// Somebody, as they are kept.
#[derive(Clone, Debug)]
pub(crate) struct Account {
    pub(crate) id: [u8; 16],
    pub(crate) password: Option<String>,
    pub(crate) is_active: bool,
    /// Whether they are asked for a code as well.
    pub(crate) second_factor: bool,
}

/// Somebody who is to have an account.
#[derive(Clone, Debug)]
pub(crate) struct NewAccount {
    pub(crate) email: String,
    pub(crate) name: String,
    pub(crate) secret: Secret,
}

/// By what somebody is going to sign in.
#[derive(Clone, Debug)]
pub(crate) enum Secret {
    /// By a password that is new.
    Password(Password),
    /// By the one that they had in another system, of which that one kept a hash of bcrypt.
    Hash(String),
}

/// Somebody whose password is hashed.
#[derive(Clone, Debug)]
pub(crate) struct Hashed {
    pub(crate) email: String,
    pub(crate) name: String,
    /// Nothing of whoever signs in otherwise.
    pub(crate) hash: Option<String>,
}

/// An e-mail in the form in which it is compared: two that differ in large and small letters alone are one.
pub(crate) fn folded(email: &str) -> String {
    email.trim().nfc().collect::<String>().to_lowercase()
}

/// Whether it looks like an e-mail; whether it is one, only a message to it tells.
pub(crate) fn is_email(text: &str) -> bool {
    let odd = |letter: char| letter.is_whitespace() || letter.is_control() || "<>,;\"".contains(letter);
    let Some((local, domain)) = text.rsplit_once('@') else {
        return false;
    };
    let lengths = (1..=64).contains(&local.len()) && (1..=253).contains(&domain.len());
    let whole = domain.split('.').all(|part| !part.is_empty());
    lengths && whole && !local.contains('@') && !text.contains(odd)
}

impl NewAccount {
    /// With its password hashed.
    pub(crate) async fn hashed(self, app: &App) -> Result<Hashed, Failure> {
        let hash = match self.secret {
            Secret::Password(password) => app.auth().hashing.hash(password).await?,
            Secret::Hash(hash) => hash,
        };
        let (email, name, hash) = (self.email, self.name, Some(hash));
        Ok(Hashed { email, name, hash })
    }

    /// Reads `email` and `name`, and `password` or, in its place, the `password_hash` of another system.
    pub(crate) fn read(fields: &mut Fields) -> NewAccount {
        let (email, name, hash) = read_invited(fields);
        if let Some(hash) = hash {
            let secret = Secret::Hash(hash);
            return NewAccount { email, name, secret };
        }
        let text = fields.text("password");
        let given = !text.trim().is_empty();
        let password = Password::new(text);
        if let Some((code, message)) = password.fault().filter(|_| given) {
            fields.fault(code, "password", message);
        }
        let secret = Secret::Password(password);
        NewAccount { email, name, secret }
    }
}

/// Reads `email`, `name` and, if it is there, `password_hash`.
pub(crate) fn read_invited(fields: &mut Fields) -> (String, String, Option<String>) {
    let email = folded(&fields.text("email"));
    if !email.is_empty() && !is_email(&email) {
        let message = "an e-mail is like `name@example.com`";
        fields.fault(ratebook::Code::RequestRange, "email", message);
    }
    let name = fields.text("name").trim().to_owned();
    if let Some(message) = fault_of_name(&name) {
        fields.fault(ratebook::Code::RequestRange, "name", message);
    }
    let hash = fields.text_or_null("password_hash").flatten();
    if hash.as_deref().is_some_and(|hash| !is_bcrypt(hash)) {
        let message = "a hash is one of bcrypt, such as `$2b$12$…`, of a cost from 4 to 12";
        fields.fault(ratebook::Code::RequestRange, "password_hash", message);
    }
    (email, name, hash)
}

/// Writes down what somebody has done to an account, their own or another one.
pub(crate) async fn happened(
    tx: &mut PlatformTx<'_>,
    (by, account): ([u8; 16], [u8; 16]),
    (action, changes): (&'static str, serde_json::Value),
    at: i64,
) -> Result<(), Failure> {
    let happened = Happened {
        at,
        tenant: NOBODY,
        actor: written(by),
        entity: Own::Account,
        action,
        record: account,
        changes,
    };
    audit::keep(tx, happened).await
}

/// Why somebody cannot be called so.
pub(crate) fn fault_of_name(name: &str) -> Option<&'static str> {
    let is_wrong = name.chars().count() > 200 || name.chars().any(char::is_control);
    is_wrong.then_some("a name has at most 200 letters, on one line")
}

const BY_EMAIL: &str = "SELECT a.id, a.password, a.state, f.confirmed_at FROM accounts a \
                        LEFT JOIN second_factors f ON f.account_id = a.id WHERE a.email = $1";

const BY_ID: &str = "SELECT a.id, a.password, a.state, f.confirmed_at FROM accounts a \
                     LEFT JOIN second_factors f ON f.account_id = a.id WHERE a.id = $1";

/// An account, which nobody changes until the end of the transaction.
pub(crate) async fn by_id(tx: &mut PlatformTx<'_>, id: [u8; 16]) -> Result<Option<Account>, Failure> {
    hold(tx, id).await?;
    let rows = tx.ask(BY_ID, &[Bound::Id(id)]).await?;
    rows.first().map(account).transpose()
}

/// Whoever changes what opens an account holds it until the end of the transaction.
pub(crate) async fn hold(tx: &mut PlatformTx<'_>, id: [u8; 16]) -> Result<(), Failure> {
    let own = [Bound::Id(id)];
    tx.tell("UPDATE accounts SET updated_at = updated_at WHERE id = $1", &own)
        .await?;
    Ok(())
}

/// Refuses what would leave an account that nothing opens.
pub(crate) async fn keeps_a_way_in(tx: &mut PlatformTx<'_>, id: [u8; 16]) -> Result<(), Failure> {
    let text = "SELECT id FROM accounts WHERE id = $1 AND (password IS NOT NULL \
                OR EXISTS (SELECT 1 FROM identities i WHERE i.account_id = $1) \
                OR EXISTS (SELECT 1 FROM passkeys p WHERE p.account_id = $1))";
    if tx.ask(text, &[Bound::Id(id)]).await?.is_empty() {
        let message = "nothing else opens this account; choose a password first, by `/v1/auth/reset/request`";
        return Err(Reason::new(ratebook::Code::RecordsInUse, "", message).into());
    }
    Ok(())
}

/// The account of a folded e-mail.
pub(crate) async fn by_email(tx: &mut PlatformTx<'_>, email: &str) -> Result<Option<Account>, Failure> {
    let rows = tx.ask(BY_EMAIL, &[Bound::Text(email.to_owned())]).await?;
    rows.first().map(account).transpose()
}

fn account(row: &AnyRow) -> Result<Account, Failure> {
    Ok(Account {
        id: row.id(0)?.unwrap_or_default(),
        password: row.text(1)?.map(str::to_owned),
        is_active: row.text(2)? == Some(ACTIVE),
        second_factor: row.is_given(3)?,
    })
}

/// Makes an account, unless there is one of that e-mail.
pub(crate) async fn made(
    tx: &mut PlatformTx<'_>,
    new: &Hashed,
    is_operator: bool,
    now: i64,
) -> Result<Option<[u8; 16]>, Failure> {
    // By chance alone: an id in order of time would tell how old an account is.
    let id = Uuid::new_v4().into_bytes();
    let values = [
        Bound::Id(id),
        Bound::Text(new.email.clone()),
        Bound::Text(new.name.clone()),
        Bound::text(new.hash.as_deref()),
        Bound::Truth(is_operator),
        Bound::Text(ACTIVE.to_owned()),
        Bound::Whole(now),
    ];
    let rows = tx
        .tell(
            "INSERT INTO accounts (id, email, name, password, is_operator, state, created_at, updated_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $7) ON CONFLICT (email) DO NOTHING",
            &values,
        )
        .await?;
    Ok((rows == 1).then_some(id))
}

/// Keeps another password.
pub(crate) async fn set_password(tx: &mut PlatformTx<'_>, id: [u8; 16], hash: String, now: i64) -> Result<(), Failure> {
    tx.tell(
        "UPDATE accounts SET password = $2, updated_at = $3 WHERE id = $1",
        &[Bound::Id(id), Bound::Text(hash), Bound::Whole(now)],
    )
    .await?;
    Ok(())
}

/// Keeps the same password in another form, unless it has become another one meanwhile.
pub(crate) async fn upgrade(
    tx: &mut PlatformTx<'_>,
    id: [u8; 16],
    (former, hash): (&str, &str),
    now: i64,
) -> Result<(), Failure> {
    tx.tell(
        "UPDATE accounts SET password = $2, updated_at = $3 WHERE id = $1 AND password = $4",
        &[
            Bound::Id(id),
            Bound::Text(hash.to_owned()),
            Bound::Whole(now),
            Bound::Text(former.to_owned()),
        ],
    )
    .await?;
    Ok(())
}

/// Refuses whoever has shown a password that is none any more, or a second factor that has come since: hashing takes a while, and what
/// opens a session is what is so when it is opened. Nobody changes it until the end of the transaction.
pub(crate) async fn still(tx: &mut PlatformTx<'_>, known: &Account) -> Result<(), Failure> {
    if let Some(account) = by_id(tx, known.id).await? {
        let is_same = account.password == known.password && account.second_factor == known.second_factor;
        if is_same && account.is_active {
            return Ok(());
        }
    }
    let message = "the account has just changed; sign in again";
    Err(Reason::new(ratebook::Code::TenancyNotSignedIn, "", message).into())
}

/// Whether anybody runs the installation.
pub(crate) async fn has_operator(tx: &mut PlatformTx<'_>) -> Result<bool, Failure> {
    let rows = tx
        .ask(
            "SELECT id FROM accounts WHERE is_operator = $1 LIMIT 1",
            &[Bound::Truth(true)],
        )
        .await?;
    Ok(!rows.is_empty())
}

/// An id that came in a path or a text; nothing when it is written in another way than ids are.
pub(crate) fn id_of(text: &str) -> Option<[u8; 16]> {
    let id = Uuid::parse_str(text).ok()?.into_bytes();
    (written(id) == text).then_some(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn e_mails_are_compared_in_one_form() {
        assert_eq!(folded("  Ann@Example.COM "), "ann@example.com");
        assert_eq!(folded("u\u{308}nal@example.com"), folded("\u{dc}NAL@example.com"));
        for email in ["a@b", "ann+tag@example.com", "ünal@example.com"] {
            assert!(is_email(email), "{email}");
        }
        for wrong in [
            "",
            "ann",
            "@example.com",
            "ann@",
            "a@b@c",
            "a b@example.com",
            "ann@example..com",
            "<a@b>",
        ] {
            assert!(!is_email(wrong), "{wrong}");
        }
    }
}
