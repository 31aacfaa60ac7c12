//! The keys by which access tokens are signed: kept encrypted, replaced every month, published as a JWKS.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::{SigningKey, VerifyingKey};
use serde_json::{Value, json};
use tokio::sync::Mutex;
use uuid::Uuid;

use super::ACCESS_SECONDS;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{AnyRow, Failure, Place, PlatformTx, RowCells};

/// Keys are read again after so long: other servers may have made a new one.
const READ_AGAIN: Duration = Duration::from_secs(60);
/// A key that is not known is looked for at most so often.
const LOOK_AGAIN: Duration = Duration::from_secs(1);
/// A key signs for so long.
const SIGNS_MICROSECONDS: i64 = 30 * 86_400 * 1_000_000;
/// What a retired key has signed has run out so long after: the life of a token, and a while in which others still signed by it.
const CHECKED_MICROSECONDS: i64 = (ACCESS_SECONDS + 120) * 1_000_000;

/// The keys as they were last read.
#[derive(Default)]
pub(crate) struct Keys {
    held: RwLock<Option<Arc<KeySet>>>,
    reading: Mutex<()>,
}

impl fmt::Debug for Keys {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Keys")
    }
}

/// Keys by their ids.
pub(crate) struct KeySet {
    read_at: Instant,
    signing: Option<Signing>,
    checking: BTreeMap<String, VerifyingKey>,
}

/// The key that signs.
pub(crate) struct Signing {
    pub(crate) id: String,
    pub(crate) key: SigningKey,
    created_at: i64,
}

impl KeySet {
    /// The key of that id, unless all it has signed has run out.
    pub(crate) fn key(&self, id: &str) -> Option<&VerifyingKey> {
        self.checking.get(id)
    }

    /// The key that signs.
    pub(crate) fn signing(&self) -> Result<&Signing, Failure> {
        let none = || Failure::defect("there is no key that signs");
        self.signing.as_ref().ok_or_else(none)
    }

    /// Those that check, as others read them.
    pub(crate) fn published(&self) -> Value {
        let one = |(id, key): (&String, &VerifyingKey)| {
            let x = URL_SAFE_NO_PAD.encode(key.as_bytes());
            json!({"kty": "OKP", "crv": "Ed25519", "use": "sig", "alg": "EdDSA", "kid": id, "x": x})
        };
        json!({"keys": self.checking.iter().map(one).collect::<Vec<_>>()})
    }
}

impl Keys {
    fn held(&self, younger_than: Duration) -> Option<Arc<KeySet>> {
        let held = self.held.read().unwrap_or_else(PoisonError::into_inner);
        held.clone().filter(|set| set.read_at.elapsed() < younger_than)
    }

    /// The keys as of now, with one that signs and is not too old.
    pub(crate) async fn current(&self, app: &App) -> Result<Arc<KeySet>, Failure> {
        let young = |set: &KeySet| {
            let made = set.signing.as_ref().map(|key| key.created_at);
            made.is_some_and(|made| app.now().microseconds() - made < SIGNS_MICROSECONDS)
        };
        if let Some(set) = self.held(READ_AGAIN).filter(|set| young(set)) {
            return Ok(set);
        }
        let set = self.read(app, READ_AGAIN).await?;
        if young(&set) {
            return Ok(set);
        }
        self.rotate(app).await?;
        self.read(app, READ_AGAIN).await
    }

    /// The keys, read once more when none of them has that id.
    pub(crate) async fn with(&self, app: &App, id: &str) -> Result<Arc<KeySet>, Failure> {
        match self.held(READ_AGAIN).filter(|set| set.key(id).is_some()) {
            Some(set) => Ok(set),
            None => self.read(app, LOOK_AGAIN).await,
        }
    }

    async fn read(&self, app: &App, younger_than: Duration) -> Result<Arc<KeySet>, Failure> {
        let _only = self.reading.lock().await;
        if let Some(set) = self.held(younger_than) {
            return Ok(set);
        }
        let since = app.now().microseconds() - CHECKED_MICROSECONDS;
        let rows = app
            .store
            .read_platform(move |mut tx| {
                Box::pin(async move {
                    tx.ask(
                        "SELECT id, private, public, created_at, retired_at FROM signing_keys \
                         WHERE retired_at IS NULL OR retired_at > $1 ORDER BY created_at, id",
                        &[Bound::Whole(since)],
                    )
                    .await
                })
            })
            .await?;
        let mut set = KeySet {
            read_at: Instant::now(),
            signing: None,
            checking: BTreeMap::new(),
        };
        for row in &rows {
            set.take(app, row)?;
        }
        let set = Arc::new(set);
        *self.held.write().unwrap_or_else(PoisonError::into_inner) = Some(set.clone());
        Ok(set)
    }

    /// A new key signs from now on.
    pub(crate) async fn rotate(&self, app: &App) -> Result<(), Failure> {
        let key = SigningKey::from_bytes(&super::random()?);
        let id = Uuid::now_v7();
        let private = app.vault.seal(&place(id), key.as_bytes())?;
        let now = app.now().microseconds();
        let public = key.verifying_key().to_bytes().to_vec();
        let made = [
            Bound::Text(id.to_string()),
            Bound::Bytes(private),
            Bound::Bytes(public),
            Bound::Whole(now),
        ];
        app.store.platform(move |tx| Box::pin(replace(tx, now, made))).await?;
        *self.held.write().unwrap_or_else(PoisonError::into_inner) = None;
        Ok(())
    }
}

async fn replace(mut tx: PlatformTx<'_>, now: i64, made: [Bound; 4]) -> Result<(), Failure> {
    tx.tell(
        "UPDATE signing_keys SET retired_at = $1 WHERE retired_at IS NULL",
        &[Bound::Whole(now)],
    )
    .await?;
    tx.tell(
        "DELETE FROM signing_keys WHERE retired_at < $1",
        &[Bound::Whole(now - SIGNS_MICROSECONDS)],
    )
    .await?;
    tx.tell(
        "INSERT INTO signing_keys (id, private, public, created_at) VALUES ($1, $2, $3, $4)",
        &made,
    )
    .await?;
    Ok(())
}

fn place(id: Uuid) -> Place<'static> {
    Place {
        tenant: [0; 16],
        entity: "signing_keys",
        field: "private",
        id: id.into_bytes(),
    }
}

impl KeySet {
    fn take(&mut self, app: &App, row: &AnyRow) -> Result<(), Failure> {
        let id = row.text(0)?.unwrap_or_default().to_owned();
        let wrong = || Failure::defect(format!("the signing key `{id}` is damaged"));
        let public: [u8; 32] = row.bytes(2)?.unwrap_or_default().try_into().map_err(|_| wrong())?;
        let checking = VerifyingKey::from_bytes(&public).map_err(|_| wrong())?;
        if !row.is_given(4)? {
            let sealed = row.bytes(1)?.unwrap_or_default();
            let place = place(Uuid::parse_str(&id).map_err(|_| wrong())?);
            let private: [u8; 32] = app.vault.open(&place, sealed)?.try_into().map_err(|_| wrong())?;
            let key = SigningKey::from_bytes(&private);
            if key.verifying_key() != checking {
                return Err(wrong());
            }
            self.signing = Some(Signing {
                id: id.clone(),
                key,
                created_at: row.whole(3)?.unwrap_or_default(),
            });
        }
        self.checking.insert(id, checking);
        Ok(())
    }
}
