//! Letters of the engine itself: kept in the transaction that asks for them, sealed, for whoever carries out `letter`.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use uuid::Uuid;

use super::jobs::{Job, NewJob};
use crate::state::App;
use crate::store::{Failure, Place, PlatformTx, TenantKey};

/// Who carries letters out is called so.
pub const LETTER: &str = "letter";

/// A letter, to be sent once it is kept.
#[derive(Clone, Debug)]
pub(crate) struct Letter {
    pub(crate) to: String,
    pub(crate) template: &'static str,
    /// The language; none in it where nobody has said.
    pub(crate) locale: String,
    pub(crate) values: Value,
}

fn place(tenant: TenantKey, id: [u8; 16]) -> Place<'static> {
    Place {
        tenant,
        entity: "letters",
        field: "values",
        id,
    }
}

impl Letter {
    /// Whether anybody sends letters.
    pub(crate) fn is_sent(app: &App) -> bool {
        app.connectors.of(LETTER).is_some()
    }

    /// Keeps it in the transaction that asks for it; a worker sends it. What it says is sealed while it waits: a link opens an account.
    pub(crate) async fn keep(
        self,
        app: &App,
        tx: &mut PlatformTx<'_>,
        (tenant, now): (TenantKey, i64),
    ) -> Result<(), Failure> {
        let id = Uuid::new_v4();
        let sealed = app
            .vault
            .seal(&place(tenant, id.into_bytes()), self.values.to_string().as_bytes())?;
        let job = NewJob {
            name: LETTER.to_owned(),
            key: id.to_string(),
            lane: None,
            body: json!({
                "to": self.to,
                "template": self.template,
                "locale": self.locale,
                "sealed": STANDARD.encode(sealed),
            }),
        };
        job.keep(tx, (tenant, now), &app.connectors).await
    }
}

/// What a letter says, for whoever sends it; nothing of a job that is none.
pub fn values(app: &App, job: &Job) -> Option<Value> {
    let id = Uuid::parse_str(&job.key).ok()?.into_bytes();
    let sealed = STANDARD.decode(job.body.get("sealed")?.as_str()?).ok()?;
    let opened = app.vault.open(&place(job.tenant, id), &sealed).ok()?;
    serde_json::from_slice(&opened).ok()
}
