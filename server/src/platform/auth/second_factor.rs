//! Second factors: codes of an app on a telephone, each good once on whichever server, and codes on paper for whoever has lost it.

use axum::Json;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use ratebook::tenancy::LockoutEvent;
use ratebook::time::Instant;
use ratebook::{Code, Error, Reason};
use serde_json::json;
use sha2::{Digest, Sha256};
use totp_rs::{Builder, Totp};

use super::{lockout, random, routes, sessions, steps};
use crate::platform::accounts::{self, ACTIVE, Account};
use crate::platform::caller::SignedIn;
use crate::platform::form::Fields;
use crate::platform::standing::Person;
use crate::problem::Problem;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{Failure, Place, PlatformTx, RowCells};

/// What a ticket begins with, so that it is known where it was left lying.
const MARK: &str = "rbt_";
/// Whoever knew the password shows a code within so long.
const TICKET_SECONDS: i64 = 300;
/// So many codes are given for paper.
const RECOVERY_CODES: usize = 10;
/// A code on paper has so many bytes of chance: 80 bits.
const RECOVERY_BYTES: usize = 10;
/// RFC 4226 asks for a secret of so many bytes.
const SECRET_BYTES: usize = 20;

type Answer = Result<Response, Problem>;

/// What came of a code.
enum Shown {
    Right,
    Wrong,
    Locked(Error),
}

/// Of which second factor a code is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    /// Of one that is asked for.
    On,
    /// Of one that may have been begun and no more: the first code of it was not shown yet.
    Begun,
}

/// What codes are reckoned by: six digits of SHA-1 every half minute, of which the one before and the one behind are taken as well.
/// No app knows better.
fn totp(issuer: Option<&str>, email: &str, secret: &[u8]) -> Result<Totp, Failure> {
    let issuer = issuer.unwrap_or("Ratebook");
    let built = Builder::new()
        .with_secret(secret)
        .with_issuer(Some(issuer.replace(':', " ")))
        .with_account_name(email.replace(':', " "))
        .build();
    built.map_err(|_| Failure::defect("no codes can be reckoned of a secret"))
}

fn place(account: [u8; 16]) -> Place<'static> {
    Place {
        tenant: [0; 16],
        entity: "second_factors",
        field: "secret",
        id: account,
    }
}

/// What is kept of a code on paper: the hash of it under a key of the installation.
fn recovery_hash(app: &App, account: [u8; 16], code: &str) -> Bound {
    // A key of any length is taken.
    let mut hash = match Hmac::<Sha256>::new_from_slice(&app.vault.key_for("recovery codes")) {
        Ok(hash) => hash,
        Err(_) => unreachable!("HMAC takes keys of every length"),
    };
    let letters = code.chars().filter(char::is_ascii_alphanumeric);
    let letters: String = letters.map(|letter| letter.to_ascii_lowercase()).collect();
    hash.update(&account);
    hash.update(letters.as_bytes());
    Bound::Bytes(hash.finalize().into_bytes().to_vec())
}

/// A code on paper: `3f2a9-0c71b-88d4e-61a0f`.
fn recovery_code() -> Result<String, Failure> {
    let digits: String = random()?
        .iter()
        .take(RECOVERY_BYTES)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let parts: Vec<&str> = (0..digits.len())
        .step_by(5)
        .filter_map(|at| digits.get(at..at + 5))
        .collect();
    Ok(parts.join("-"))
}

/// Takes a code, counted like a password: of many guesses at once only so many are told their outcome.
async fn shown(
    app: &App,
    tx: &mut PlatformTx<'_>,
    whose: (&str, [u8; 16]),
    code: (&str, Which),
) -> Result<Shown, Failure> {
    let now = app.now();
    if let Some(locked) = lockout::happened(tx, whose.0, LockoutEvent::Check, now).await? {
        return Ok(Shown::Locked(locked));
    }
    let right = takes(app, tx, whose, code, now).await?;
    let event = if right {
        LockoutEvent::Success
    } else {
        LockoutEvent::Failure
    };
    let locked = lockout::happened(tx, whose.0, event, now).await?;
    Ok(match locked {
        Some(error) => Shown::Locked(error),
        None if right => Shown::Right,
        None => Shown::Wrong,
    })
}

/// Whether a code is right, which it is no more from then on.
async fn takes(
    app: &App,
    tx: &mut PlatformTx<'_>,
    (email, account): (&str, [u8; 16]),
    (code, which): (&str, Which),
    now: Instant,
) -> Result<bool, Failure> {
    let of = Bound::Id(account);
    let rows = tx
        .ask(
            "SELECT secret, confirmed_at FROM second_factors WHERE account_id = $1",
            std::slice::from_ref(&of),
        )
        .await?;
    let Some(row) = rows.first() else {
        return Ok(false);
    };
    // Whoever finds a session open begins one of their own, and has shown nothing by it.
    if which == Which::On && !row.is_given(1)? {
        return Ok(false);
    }
    let secret = app.vault.open(&place(account), row.bytes(0)?.unwrap_or_default())?;
    let seconds = u64::try_from(now.seconds()).unwrap_or(0);
    if let Some(step) = totp(app.base_domain.as_deref(), email, &secret)?.check(code.trim(), seconds) {
        let step = Bound::Whole(i64::try_from(step).unwrap_or(i64::MAX));
        let taken = tx
            .tell(
                "UPDATE second_factors SET last_step = $2 WHERE account_id = $1 AND last_step < $2",
                &[of, step],
            )
            .await?;
        return Ok(taken == 1);
    }
    let hash = recovery_hash(app, account, code);
    let used = tx
        .tell(
            "DELETE FROM recovery_codes WHERE account_id = $1 AND hash = $2",
            &[of, hash],
        )
        .await?;
    if used == 1 {
        happened(tx, account, "recovery_code_used", now).await?;
    }
    Ok(used == 1)
}

async fn happened(
    tx: &mut PlatformTx<'_>,
    account: [u8; 16],
    action: &'static str,
    at: Instant,
) -> Result<(), Failure> {
    accounts::happened(tx, (account, account), (action, json!([])), at.microseconds()).await
}

/// Refuses whoever knew the password and has yet to show a code, and gives them the ticket to show it with.
pub(super) async fn asked_for(app: &App, known: Account) -> Result<Problem, Failure> {
    let now = app.now();
    app.store
        .platform(move |mut tx| {
            Box::pin(async move {
                accounts::still(&mut tx, &known).await?;
                ticket(&mut tx, &known, now).await
            })
        })
        .await
}

/// The refusal with the ticket that a code is shown with.
pub(super) async fn ticket(tx: &mut PlatformTx<'_>, known: &Account, now: Instant) -> Result<Problem, Failure> {
    let expires_at = now.plus_seconds(TICKET_SECONDS);
    let ends = expires_at.map_or(i64::MAX, |at| at.microseconds());
    let ticket = format!("{MARK}{}", URL_SAFE_NO_PAD.encode(random()?));
    let values = [ticket_hash(&ticket), Bound::Id(known.id), Bound::Whole(ends)];
    let old = [Bound::Whole(now.microseconds())];
    tx.tell("DELETE FROM sign_in_tickets WHERE expires_at <= $1", &old)
        .await?;
    tx.tell(
        "INSERT INTO sign_in_tickets (ticket, account_id, expires_at) VALUES ($1, $2, $3)",
        &values,
    )
    .await?;
    let message = "that was right; send the ticket with a code of the app, or one of the recovery codes";
    let reason = Reason::new(Code::TenancySecondFactor, "", message).with("ticket", ticket);
    Ok(Error::from(reason.with("expires_at", expires_at)).into())
}

fn ticket_hash(ticket: &str) -> Bound {
    Bound::Bytes(Sha256::digest(ticket).to_vec())
}

/// Takes a second factor away with its codes on paper; whether there was one.
pub(super) async fn forget(tx: &mut PlatformTx<'_>, account: [u8; 16]) -> Result<bool, Failure> {
    let of = [Bound::Id(account)];
    tx.tell("DELETE FROM recovery_codes WHERE account_id = $1", &of).await?;
    let gone = tx.tell("DELETE FROM second_factors WHERE account_id = $1", &of).await?;
    Ok(gone > 0)
}

/// Lets go of what was given to whoever was about to come in before.
pub(super) async fn forget_tickets(tx: &mut PlatformTx<'_>, account: [u8; 16]) -> Result<(), Failure> {
    steps::forget(tx, account).await?;
    let of = [Bound::Id(account)];
    tx.tell("DELETE FROM sign_in_tickets WHERE account_id = $1", &of)
        .await?;
    Ok(())
}

/// The account that a ticket and a code sign in; a ticket does so once.
pub(super) async fn redeemed(
    app: &App,
    tx: &mut PlatformTx<'_>,
    (ticket, code): (&str, &str),
) -> Result<Result<[u8; 16], Problem>, Failure> {
    let gone = || {
        Reason::new(
            Code::TenancyNotSignedIn,
            "",
            "the ticket does not hold, or has run out; sign in again",
        )
    };
    let hash = ticket_hash(ticket);
    let values = [
        hash.clone(),
        Bound::Whole(app.now().microseconds()),
        Bound::Text(ACTIVE.to_owned()),
    ];
    let rows = tx
        .ask(
            "SELECT a.id, a.email FROM sign_in_tickets t JOIN accounts a ON a.id = t.account_id \
             WHERE t.ticket = $1 AND t.expires_at > $2 AND a.state = $3",
            &values,
        )
        .await?;
    let row = rows.first().ok_or_else(gone)?;
    let (account, email) = (row.id(0)?.unwrap_or_default(), row.text(1)?.unwrap_or_default());
    Ok(match shown(app, tx, (email, account), (code, Which::On)).await? {
        Shown::Locked(error) => Err(error.into()),
        Shown::Wrong => {
            // Somebody knows the password, and has not what they need beside it: whoever owns it is told by the audit.
            happened(tx, account, "second_factor_refused", app.now()).await?;
            Err(super::not_signed_in("the code is wrong, or was used before"))
        }
        Shown::Right => {
            let taken = tx
                .tell("DELETE FROM sign_in_tickets WHERE ticket = $1", &[hash])
                .await?;
            if taken == 0 {
                return Err(gone().into());
            }
            Ok(account)
        }
    })
}

/// `GET /v1/auth/second-factor`
pub(crate) async fn state(State(app): State<App>, SignedIn(person): SignedIn) -> Answer {
    let of = [Bound::Id(person.account)];
    let rows = app
        .store
        .read_platform(move |mut tx| {
            Box::pin(async move {
                tx.ask(
                    "SELECT f.confirmed_at, (SELECT count(*) FROM recovery_codes c WHERE c.account_id = f.account_id) \
                     FROM second_factors f WHERE f.account_id = $1 AND f.confirmed_at IS NOT NULL",
                    &of,
                )
                .await
            })
        })
        .await?;
    let read = rows.first().map(|row| {
        let since = row.whole(0)?.and_then(Instant::from_microseconds);
        Ok::<_, Failure>((since, row.whole(1)?.unwrap_or(0)))
    });
    let (since, left) = read.transpose()?.unwrap_or((None, 0));
    Ok(Json(json!({"on": since.is_some(), "since": since, "recovery_codes_left": left})).into_response())
}

/// `POST /v1/auth/second-factor`: what an app is set up with, for whoever knows the password; asked for from the first code on.
pub(crate) async fn begin(State(app): State<App>, SignedIn(person): SignedIn, mut fields: Fields) -> Answer {
    let password = fields.text_or_null("password").flatten();
    fields.finish()?;
    routes::proven_again(&app, &person, password).await?;
    let account = person.account;
    let secret = random()?;
    let secret = secret.get(..SECRET_BYTES).unwrap_or_default();
    let values = [
        Bound::Id(account),
        Bound::Bytes(app.vault.seal(&place(account), secret)?),
        Bound::Whole(app.now().microseconds()),
    ];
    let totp = totp(app.base_domain.as_deref(), &person.email, secret)?;
    let kept = app.store.platform(move |mut tx| {
        Box::pin(async move {
            tx.tell(
                "INSERT INTO second_factors (account_id, secret, created_at, last_step) VALUES ($1, $2, $3, 0) \
                 ON CONFLICT (account_id) DO UPDATE SET secret = $2, created_at = $3 WHERE second_factors.confirmed_at IS NULL",
                &values,
            )
            .await
        })
    });
    if kept.await? == 0 {
        let message = "there is a second factor already; switch it off first";
        return Err(Problem::of_reason(409, Reason::new(Code::RequestConflict, "", message)));
    }
    let address = totp.to_url();
    let address = address.map_err(|_| Failure::defect("a second factor has no address"))?;
    let answer = json!({"secret": totp.secret().to_base32(), "uri": address});
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(answer)).into_response())
}

/// Does something with the second factor of somebody who shows a code of it.
pub(super) async fn with_code<T: Send + 'static>(
    app: &App,
    person: &Person,
    (code, which): (String, Which),
    work: impl for<'c> FnOnce(&'c mut PlatformTx<'_>) -> crate::store::Work<'c, T> + Send + 'static,
) -> Result<T, Problem> {
    let (own, account, email) = (app.clone(), person.account, person.email.clone());
    let done = app.store.platform(move |mut tx| {
        Box::pin(async move {
            Ok(match shown(&own, &mut tx, (&email, account), (&code, which)).await? {
                Shown::Locked(error) => Err(error.into()),
                Shown::Wrong => {
                    let message = "the code is wrong, or was used before";
                    let reason = Reason::new(Code::RequestRange, "/code", message);
                    Err(Problem::of_reason(422, reason))
                }
                Shown::Right => Ok(work(&mut tx).await?),
            })
        })
    });
    done.await?
}

/// `POST /v1/auth/second-factor/confirm`: from now on it is asked for; the recovery codes are shown this once.
pub(crate) async fn confirm(State(app): State<App>, SignedIn(person): SignedIn, mut fields: Fields) -> Answer {
    let code = fields.text("code");
    fields.finish()?;
    let (account, session, now) = (person.account, person.session, app.now());
    let codes = (0..RECOVERY_CODES).map(|_| recovery_code());
    let codes: Vec<String> = codes.collect::<Result<_, _>>()?;
    let hashes: Vec<Bound> = codes.iter().map(|code| recovery_hash(&app, account, code)).collect();
    let confirmed = with_code(&app, &person, (code, Which::Begun), move |tx| {
        Box::pin(async move {
            let values = [Bound::Id(account), Bound::Whole(now.microseconds())];
            let confirmed = tx
                .tell(
                    "UPDATE second_factors SET confirmed_at = $2 WHERE account_id = $1 AND confirmed_at IS NULL",
                    &values,
                )
                .await?;
            if confirmed == 0 {
                return Ok(false);
            }
            for hash in hashes {
                tx.tell(
                    "INSERT INTO recovery_codes (account_id, hash) VALUES ($1, $2)",
                    &[Bound::Id(account), hash],
                )
                .await?;
            }
            happened(tx, account, "second_factor_on", now).await?;
            // Whoever came in without one comes in again, by both.
            sessions::revoke_others(tx, account, (session, "others_signed_out"), now.microseconds()).await?;
            Ok(true)
        })
    });
    if !confirmed.await? {
        let message = "the second factor is confirmed already";
        let reason = Reason::new(Code::RequestConflict, "", message);
        return Err(Problem::of_reason(409, reason));
    }
    app.auth().standings.account_changed(account);
    let answer = Json(json!({"recovery_codes": codes}));
    Ok(([(header::CACHE_CONTROL, "no-store")], answer).into_response())
}

/// `POST /v1/auth/second-factor/disable`: for whoever shows a code of it, or one of the recovery codes.
pub(crate) async fn disable(State(app): State<App>, SignedIn(person): SignedIn, mut fields: Fields) -> Answer {
    let code = fields.text("code");
    fields.finish()?;
    let (account, now) = (person.account, app.now());
    let gone = with_code(&app, &person, (code, Which::Begun), move |tx| {
        Box::pin(async move {
            forget(tx, account).await?;
            happened(tx, account, "second_factor_off", now).await
        })
    });
    gone.await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_those_of_rfc_6238() {
        let app = totp(None, "ann@example.com", b"12345678901234567890").expect("an app");
        // The last six digits of the eight in its appendix B.
        for (seconds, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            let step = seconds / 30;
            assert_eq!(app.generate(seconds).to_string(), code);
            assert_eq!(app.check(code, seconds), Some(step));
            // A clock may be off by half a minute, and no more.
            assert_eq!(app.check(code, (step + 1) * 30), Some(step));
            assert_eq!(app.check(code, (step + 2) * 30), None);
            assert_eq!(app.check(code, (step - 1) * 30), Some(step));
        }
        for wrong in ["", "28708", "2870822", "+28708", "287 082"] {
            assert_eq!(app.check(wrong, 59), None, "{wrong}");
        }
        let address = totp(Some("hire.example"), "a:b@example.com", &[7; 20]).expect("an app");
        let address = address.to_url().expect("an address");
        assert!(
            address.starts_with("otpauth://totp/hire.example:a%20b%40example.com?secret=A4DQOBYH"),
            "{address}"
        );
    }

    #[test]
    fn codes_on_paper_are_of_eighty_bits() {
        let (one, other) = (recovery_code().expect("a code"), recovery_code().expect("a code"));
        assert_eq!((one.len(), one.matches('-').count()), (23, 3));
        assert_ne!(one, other);
    }
}
