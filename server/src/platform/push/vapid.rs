//! Who pushes: the installation, by a key of its own (RFC 8292), so that a service knows to whom to turn, and that it is the one that the
//! browser has let.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ratebook::time::Instant;
use reqwest::Url;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _};
use serde_json::json;

use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{Failure, PLATFORM, Place, PlatformTx, RowCells};

/// The fact under which the key is kept, encrypted.
const FACT: &str = "push_key";
/// How long what is signed holds, in seconds: a day is the most that services take.
const HOLDS: i64 = 12 * 3_600;

const PLACE: Place<'static> = Place {
    tenant: PLATFORM,
    entity: "push",
    field: "key",
    id: [0; 16],
};

/// By what the installation is known to services of push.
#[derive(Debug)]
pub(super) struct Known(EcdsaKeyPair);

fn broken(_: impl std::fmt::Debug) -> Failure {
    Failure::defect("the key of push cannot be used")
}

impl Known {
    /// The one of the installation, made when it is first asked for: browsers that were let by one are reached by no other.
    pub(super) async fn of(app: &App) -> Result<Known, Failure> {
        let found = app
            .store
            .read_platform(|mut tx| Box::pin(async move { kept(&mut tx).await }));
        let sealed = match found.await? {
            Some(sealed) => sealed,
            None => {
                let made = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &SystemRandom::new());
                let sealed = app.vault.seal(&PLACE, made.map_err(broken)?.as_ref())?;
                let kept = app.store.platform(move |mut tx| {
                    let sealed = sealed.clone();
                    Box::pin(async move {
                        // Of two that are made at once the first one is the key.
                        let text = "INSERT INTO facts (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING";
                        tx.tell(text, &[Bound::Text(FACT.to_owned()), Bound::Bytes(sealed)])
                            .await?;
                        kept(&mut tx).await
                    })
                });
                kept.await?.ok_or_else(|| broken("it was not kept"))?
            }
        };
        let written = app.vault.open(&PLACE, &sealed)?;
        let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &written, &SystemRandom::new());
        Ok(Known(pair.map_err(broken)?))
    }

    /// As browsers are given it when they are asked to let.
    pub(super) fn public(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0.public_key().as_ref())
    }

    /// What a service is told of who pushes.
    pub(super) fn authorization(&self, to: &Url, contact: &str, now: Instant) -> Result<String, Failure> {
        let claims = json!({
            "aud": to.origin().ascii_serialization(),
            "exp": now.seconds().saturating_add(HOLDS),
            "sub": contact,
        });
        let [head, claims] =
            [json!({"typ": "JWT", "alg": "ES256"}), claims].map(|part| URL_SAFE_NO_PAD.encode(part.to_string()));
        let text = format!("{head}.{claims}");
        let signature = self.0.sign(&SystemRandom::new(), text.as_bytes()).map_err(broken)?;
        let signature = URL_SAFE_NO_PAD.encode(signature.as_ref());
        Ok(format!("vapid t={text}.{signature}, k={}", self.public()))
    }
}

async fn kept(tx: &mut PlatformTx<'_>) -> Result<Option<Vec<u8>>, Failure> {
    let text = "SELECT value FROM facts WHERE name = $1";
    let rows = tx.ask(text, &[Bound::Text(FACT.to_owned())]).await?;
    let found = rows.first().map(|row| row.bytes(0)).transpose()?.flatten();
    Ok(found.map(<[u8]>::to_vec))
}
