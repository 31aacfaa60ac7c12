//! What stands of a person beside records: in what waits to be done and was done, in answers that are told again,
//! in searches, and in what was told from outside.

use std::collections::BTreeSet;

use aho_corasick::{AhoCorasick, MatchKind};
use ratebook::money::Decimal;
use ratebook::time::{Day, Instant};
use reqwest::Url;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::nameless::Values;
use crate::platform::accounts::id_of;
use crate::platform::auth::written;
use crate::platform::hooks::body_of;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{AnyRow, Failure, PlatformTx, RowCells, TenantKey, Vault};

/// How many rows are looked at together.
const PAGE: i64 = 500;
/// And bodies, each of which may be as long as a message is.
const BODIES: i64 = 20;
/// What stands in the place of what was taken out.
const STARS: &str = "***";
/// From how many letters on a text is looked for within others of a row that is about the person.
const SHORT: usize = 4;
/// From how many letters on a text tells of a person wherever it stands.
const TELLING: usize = 8;

/// By what jobs and messages find what they are about.
const FINDING: [&str; 8] = [
    "entity", "record", "letter", "event", "due_at", "fields", "state", "followed",
];
/// What a pack gives to whoever carries out an effect, and the letter that it names there.
const GIVEN: &str = "with";
const TEMPLATE: &str = "template";

/// How far the walk has come.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct At {
    table: usize,
    /// The key of the last row that was looked at.
    after: [String; 2],
}

/// Texts that are looked for.
struct Words {
    within: AhoCorasick,
    whole: BTreeSet<String>,
}

/// What is looked for: all that was taken out in rows about the person's records, and what tells of them in every other.
pub(super) struct Traces {
    records: AhoCorasick,
    all: Words,
    telling: Words,
}

/// What came of a page.
#[derive(Debug, Default)]
struct Looked {
    /// The key of its last row; nothing where there was none.
    last: Option<[String; 2]>,
    /// Whether something speaks of the person that is being carried out just now, and may be written over by whoever does.
    busy: bool,
}

impl Words {
    fn of<'v>(texts: impl Iterator<Item = &'v str> + Clone) -> Result<Words, Failure> {
        let long = texts.clone().filter(|text| text.chars().count() >= SHORT);
        let within = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(long);
        Ok(Words {
            within: within.map_err(|error| Failure::defect(error.to_string()))?,
            whole: texts.map(str::to_owned).collect(),
        })
    }

    fn cleaned(&self, text: &str) -> Option<String> {
        if self.whole.contains(text) {
            return Some(STARS.to_owned());
        }
        let mut cleaned = String::new();
        let mut found = false;
        self.within.replace_all_with(text, &mut cleaned, |_, _, into| {
            into.push_str(STARS);
            found = true;
            true
        });
        found.then_some(cleaned)
    }

    /// Takes what is looked for out of the texts of a value; whether there was any.
    fn clean(&self, value: &mut Value) -> bool {
        match value {
            Value::String(text) => match self.cleaned(text) {
                Some(cleaned) => {
                    *text = cleaned;
                    true
                }
                None => false,
            },
            // Every one is cleaned, and then it is known whether any was.
            Value::Array(entries) => {
                entries
                    .iter_mut()
                    .map(|entry| usize::from(self.clean(entry)))
                    .sum::<usize>()
                    > 0
            }
            Value::Object(fields) => {
                fields
                    .values_mut()
                    .map(|field| usize::from(self.clean(field)))
                    .sum::<usize>()
                    > 0
            }
            _ => false,
        }
    }
}

/// Whether a text tells of a person wherever it stands: an address, a number by which they are called, a name of several words; no word
/// that many have, no day and no id.
fn tells(text: &str) -> bool {
    if text.contains('@') || (text.starts_with('+') && text.len() >= TELLING) {
        return true;
    }
    let is_of_many = text.parse::<Day>().is_ok()
        || text.parse::<Instant>().is_ok()
        || text.parse::<Decimal>().is_ok()
        || id_of(text).is_some();
    let is_composed = text
        .chars()
        .any(|letter| letter.is_whitespace() || letter.is_ascii_digit());
    !is_of_many && is_composed && text.chars().count() >= TELLING
}

impl Traces {
    /// Of what was taken out of these records.
    pub(super) fn of(records: &BTreeSet<String>, values: &Values) -> Result<Traces, Failure> {
        let texts = values.iter().map(String::as_str);
        Ok(Traces {
            records: AhoCorasick::new(records).map_err(|error| Failure::defect(error.to_string()))?,
            all: Words::of(texts.clone())?,
            telling: Words::of(texts.filter(|text| tells(text)))?,
        })
    }

    /// A text as it is to be, where something of the person was in it.
    fn cleaned(&self, text: &str, is_about: bool) -> Option<String> {
        let words = match is_about || self.records.is_match(text) {
            true => &self.all,
            false => &self.telling,
        };
        match serde_json::from_str::<Value>(text) {
            Ok(mut value) => words.clean(&mut value).then(|| value.to_string()),
            Err(_) => words.cleaned(text),
        }
    }

    /// The same of what the engine finds its way by: which letter, of which record and when, is no text about anybody.
    fn cleaned_of_engine(&self, text: &str, is_about: bool) -> Option<String> {
        let Ok(Value::Object(mut whole)) = serde_json::from_str(text) else {
            return self.cleaned(text, is_about);
        };
        let words = match is_about || self.records.is_match(text) {
            true => &self.all,
            false => &self.telling,
        };
        let mut found = false;
        for (name, value) in &mut whole {
            match value {
                _ if FINDING.contains(&name.as_str()) => {}
                Value::Object(given) if name == GIVEN => {
                    for (_, value) in given.iter_mut().filter(|(name, _)| *name != TEMPLATE) {
                        found |= words.clean(value);
                    }
                }
                value => found |= words.clean(value),
            }
        }
        found.then(|| Value::Object(whole).to_string())
    }

    /// Looks at the next pages; how far that went, or nothing once all of them were looked at. Whether something has to be looked at again.
    pub(super) async fn clear(
        self: &std::sync::Arc<Traces>,
        app: &App,
        tenant: TenantKey,
        at: At,
    ) -> Result<(Option<At>, bool), Failure> {
        let (own, from) = (std::sync::Arc::clone(self), at.clone());
        let vault = app.vault.clone();
        let looked = app.store.platform(move |mut tx| {
            Box::pin(async move {
                match from.table {
                    0 => own.outbox(&mut tx, tenant, &from.after).await,
                    1 => own.jobs(&mut tx, tenant, &from.after).await,
                    2 => own.answers(&mut tx, tenant, &from.after).await,
                    3 => own.searches(&mut tx, tenant, &from.after).await,
                    _ => own.told(&mut tx, (&vault, tenant), &from.after).await,
                }
            })
        });
        let looked = looked.await?;
        let next = match looked.last {
            Some(after) => Some(At { after, ..at }),
            None if at.table < LAST => Some(At {
                table: at.table + 1,
                after: Default::default(),
            }),
            None => None,
        };
        Ok((next, looked.busy))
    }

    async fn outbox(&self, tx: &mut PlatformTx<'_>, tenant: TenantKey, after: &[String; 2]) -> Result<Looked, Failure> {
        let text = "SELECT id, record_id, body FROM outbox WHERE tenant_id = $1 AND id > $2 ORDER BY id LIMIT $3";
        let rows = tx
            .ask(text, &[Bound::Id(tenant), id_after(after), Bound::Whole(PAGE)])
            .await?;
        let mut looked = Looked::default();
        for row in &rows {
            let id = row.id(0)?.unwrap_or_default();
            looked.last = Some([written(id), String::new()]);
            let is_about = row.id(1)?.is_some_and(|record| self.records.is_match(&written(record)));
            if let Some(body) = row.text(2)?.and_then(|body| self.cleaned_of_engine(body, is_about)) {
                let text = "UPDATE outbox SET body = $3 WHERE tenant_id = $1 AND id = $2";
                tx.tell(text, &[Bound::Id(tenant), Bound::Id(id), Bound::Text(body)])
                    .await?;
            }
        }
        Ok(looked)
    }

    async fn jobs(&self, tx: &mut PlatformTx<'_>, tenant: TenantKey, after: &[String; 2]) -> Result<Looked, Failure> {
        let text =
            "SELECT id, state, body, progress, told FROM jobs WHERE tenant_id = $1 AND id > $2 ORDER BY id LIMIT $3";
        let rows = tx
            .ask(text, &[Bound::Id(tenant), id_after(after), Bound::Whole(PAGE)])
            .await?;
        let mut looked = Looked::default();
        for row in &rows {
            let id = row.id(0)?.unwrap_or_default();
            looked.last = Some([written(id), String::new()]);
            let parts = [row.text(2)?, row.text(3)?, row.text(4)?];
            let is_about = parts.iter().flatten().any(|part| self.records.is_match(part));
            let cleaned = parts.map(|part| part.and_then(|part| self.cleaned_of_engine(part, is_about)));
            if cleaned.iter().all(Option::is_none) {
                continue;
            }
            // Whoever carries it out may write what was taken out.
            if row.text(1)? == Some("running") {
                looked.busy = true;
                continue;
            }
            let [body, progress, told] = cleaned;
            let values = [
                Bound::Id(tenant),
                Bound::Id(id),
                Bound::text(body.as_deref()),
                Bound::text(progress.as_deref()),
                Bound::text(told.as_deref()),
            ];
            let text = "UPDATE jobs SET body = coalesce($3, body), progress = coalesce($4, progress), told = coalesce($5, told) WHERE \
                        tenant_id = $1 AND id = $2 AND state <> 'running'";
            looked.busy |= tx.tell(text, &values).await? == 0;
        }
        Ok(looked)
    }

    async fn answers(
        &self,
        tx: &mut PlatformTx<'_>,
        tenant: TenantKey,
        after: &[String; 2],
    ) -> Result<Looked, Failure> {
        let text = "SELECT account_id, key, body FROM idempotency WHERE tenant_id = $1 AND (account_id, key) > ($2, $3) ORDER BY account_id, \
                    key LIMIT $4";
        let [account, key] = after.clone();
        let values = [
            Bound::Id(tenant),
            Bound::Text(account),
            Bound::Text(key),
            Bound::Whole(PAGE),
        ];
        let rows = tx.ask(text, &values).await?;
        let mut looked = Looked::default();
        for row in &rows {
            let key = key_of(row)?;
            let body = String::from_utf8_lossy(row.bytes(2)?.unwrap_or_default());
            if let Some(body) = self.cleaned(&body, false) {
                let [account, own] = key.clone();
                let values = [
                    Bound::Id(tenant),
                    Bound::Text(account),
                    Bound::Text(own),
                    Bound::Bytes(body.into_bytes()),
                ];
                let text = "UPDATE idempotency SET body = $4 WHERE tenant_id = $1 AND account_id = $2 AND key = $3";
                tx.tell(text, &values).await?;
            }
            looked.last = Some(key);
        }
        Ok(looked)
    }

    /// What somebody outside has told of the person is kept no more; what is done of it was.
    async fn told(
        &self,
        tx: &mut PlatformTx<'_>,
        (vault, tenant): (&Vault, TenantKey),
        after: &[String; 2],
    ) -> Result<Looked, Failure> {
        let text = "SELECT id, body FROM webhook_events WHERE tenant_id = $1 AND id > $2 AND body IS NOT NULL ORDER BY id LIMIT $3";
        let rows = tx
            .ask(text, &[Bound::Id(tenant), id_after(after), Bound::Whole(BODIES)])
            .await?;
        let mut looked = Looked::default();
        for row in &rows {
            let id = row.id(0)?.unwrap_or_default();
            looked.last = Some([written(id), String::new()]);
            let body = vault.open(&body_of(tenant, id), row.bytes(1)?.unwrap_or_default())?;
            if self.cleaned(&String::from_utf8_lossy(&body), false).is_some() {
                let text = "UPDATE webhook_events SET body = NULL WHERE tenant_id = $1 AND id = $2";
                tx.tell(text, &[Bound::Id(tenant), Bound::Id(id)]).await?;
            }
        }
        Ok(looked)
    }

    /// A search for something of the person finds nothing any more, and goes.
    async fn searches(
        &self,
        tx: &mut PlatformTx<'_>,
        tenant: TenantKey,
        after: &[String; 2],
    ) -> Result<Looked, Failure> {
        let text = "SELECT member, id, query FROM saved_searches WHERE tenant_id = $1 AND (member, id) > ($2, $3) ORDER BY member, id LIMIT $4";
        let [member, id] = after.clone();
        let id = Bound::Id(id_of(&id).unwrap_or_default());
        let rows = tx
            .ask(text, &[Bound::Id(tenant), Bound::Text(member), id, Bound::Whole(PAGE)])
            .await?;
        let mut looked = Looked::default();
        for row in &rows {
            let (member, id) = (
                row.text(0)?.unwrap_or_default().to_owned(),
                row.id(1)?.unwrap_or_default(),
            );
            let query = row.text(2)?.unwrap_or_default();
            let asked = Url::parse(&format!("x:?{query}")).map_err(|error| Failure::defect(error.to_string()))?;
            let mut asked = asked.query_pairs();
            if asked.any(|(_, value)| self.telling.cleaned(&value).is_some() || self.all.whole.contains(&*value)) {
                let text = "DELETE FROM saved_searches WHERE tenant_id = $1 AND member = $2 AND id = $3";
                let values = [Bound::Id(tenant), Bound::Text(member.clone()), Bound::Id(id)];
                tx.tell(text, &values).await?;
            }
            looked.last = Some([member, written(id)]);
        }
        Ok(looked)
    }
}

/// The last of the tables: outbox, jobs, answers, searches, what was told from outside.
const LAST: usize = 4;

fn id_after(after: &[String; 2]) -> Bound {
    let [id, _] = after;
    Bound::Id(id_of(id).unwrap_or_default())
}

fn key_of(row: &AnyRow) -> Result<[String; 2], Failure> {
    Ok([
        row.text(0)?.unwrap_or_default().to_owned(),
        row.text(1)?.unwrap_or_default().to_owned(),
    ])
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_about_them_loses_all_and_others_what_tells_of_them() {
        let values = [
            "Ana",
            "Ana Gómez",
            "ana@example.com",
            "+34600000000",
            "gold",
            "1990-02-03",
            "Hill 3\n28001 Madrid",
        ];
        let values: Values = values.into_iter().map(str::to_owned).collect();
        let records = BTreeSet::from(["01890a5d-ac96-774b-bcce-b302099a8057".to_owned()]);
        let traces = Traces::of(&records, &values).expect("patterns");
        let own = json!({"record": "01890a5d-ac96-774b-bcce-b302099a8057", "letter": "ticket_gold", "with": {"plan": "gold", "born": "1990-02-03", "of": ["Ana", "Anatol"]}});
        let cleaned = traces
            .cleaned_of_engine(&own.to_string(), false)
            .expect("something of hers");
        for (word, is_there) in [
            ("\"plan\":\"gold", false),
            ("1990-02-03", false),
            ("\"Ana\"", false),
            ("Anatol", true),
            ("b302099a8057", true),
            ("ticket_gold", true),
        ] {
            assert_eq!(cleaned.contains(word), is_there, "{word}: {cleaned}");
        }
        let others = json!({"with": {"plan": "gold", "due": "1990-02-03", "of": "Ana"}}).to_string();
        assert_eq!(traces.cleaned(&others, false), None);
        let copied =
            json!({"to": "ana@example.com", "text": "Dear Ana Gómez,\nHill 3\n28001 Madrid, call +34600000000!"});
        let cleaned = traces.cleaned(&copied.to_string(), false).expect("something of hers");
        assert_eq!(
            cleaned,
            json!({"to": "***", "text": "Dear ***,\n***, call ***!"}).to_string()
        );
    }
}
