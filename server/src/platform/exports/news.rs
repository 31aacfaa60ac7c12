//! Who is told that a file is there, or why there is none: in the application, and by mail where that was asked for.

use ratebook::time::Instant;
use serde_json::{Map, Value, json};

use super::{Asked, Export};
use crate::platform::accounts::id_of;
use crate::platform::auth::written;
use crate::platform::letters::Letter;
use crate::platform::mail;
use crate::platform::notices::{self, Person};
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{Failure, PlatformTx, RowCells, TenantTx};

/// What a notification of one is called: no letter of a pack has a dot in its name.
pub(in crate::platform) const NOTICE: &str = "engine.export";
const READY: &str = "export_ready";
const STOPPED: &str = "export_stopped";

/// How an export has ended, for whoever is told.
#[derive(Clone, Debug)]
pub(super) struct News {
    pub(super) why: Option<String>,
    pub(super) expires_at: Option<Instant>,
    pub(super) now: i64,
}

fn template(why: Option<&str>) -> &'static str {
    match why {
        Some(_) => STOPPED,
        None => READY,
    }
}

impl Export {
    /// Tells these members of it, each once.
    pub(super) async fn tell(
        &self,
        tx: &mut PlatformTx<'_>,
        (app, members): (&App, &[String]),
        news: &News,
    ) -> Result<(), Failure> {
        let tenant = self.asker.tenant;
        for member in members {
            let account = id_of(member).unwrap_or_default();
            let person = Person::of(tx, tenant, account).await?;
            let Some(person) = person.filter(|person| person.is_member && !person.preferences.is_unreadable()) else {
                continue;
            };
            notices::keep_own(tx, (tenant, member.as_str()), (NOTICE, "export", self.id), news.now).await?;
            if self.mail && Letter::is_sent(app) {
                let values = json!({
                    "name": person.name,
                    "told": self.asked.name(),
                    "tenant": person.tenant,
                    "why": news.why,
                    "expires_at": news.expires_at,
                });
                let letter = Letter {
                    to: person.email,
                    template: template(news.why.as_deref()),
                    locale: person.locale,
                    values,
                };
                letter.keep(app, tx, (tenant, news.now)).await?;
            }
        }
        Ok(())
    }

    /// Whoever asked for it.
    pub(super) fn who(&self) -> String {
        written(self.asker.account)
    }
}

/// What a notification of one says to somebody; nothing where it is gone.
pub(in crate::platform) async fn says(
    tx: &mut TenantTx<'_>,
    id: [u8; 16],
    person: Option<&Person>,
) -> Result<Map<String, Value>, Failure> {
    let text = "SELECT asked, why, expires_at FROM exports WHERE tenant_id = $1 AND id = $2";
    let rows = tx.ask(text, &[Bound::Id(id)]).await?;
    let Some(row) = rows.first() else { return Ok(Map::new()) };
    let asked: Option<Asked> = row.text(0)?.and_then(|text| serde_json::from_str(text).ok());
    let values = json!({
        "name": person.map_or("", |person| &person.name),
        "told": asked.as_ref().map_or("", Asked::name),
        "tenant": person.map_or("", |person| &person.tenant),
        "why": row.text(1)?,
        "expires_at": row.whole(2)?.and_then(Instant::from_microseconds),
    });
    let locale = person.map_or("", |person| person.locale.as_str());
    let mut said = Map::new();
    if let Ok((subject, text)) = mail::of_engine(template(row.text(1)?), locale, &values) {
        said.insert("subject".to_owned(), subject.into());
        said.insert("text".to_owned(), text.into());
        said.insert("address".to_owned(), format!("/v1/exports/{}", written(id)).into());
    }
    Ok(said)
}
