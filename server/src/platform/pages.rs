//! Pages of the platform's own lists: so many, after a key.

use axum::Json;
use axum::response::{IntoResponse, Response};
use ratebook::{Code, Error, Reason};
use serde_json::{Map, Value, json};

use super::accounts::id_of;
use crate::problem::Problem;
use crate::store::{AnyRow, Failure};

const USUAL: usize = 20;
const MOST: usize = 100;

/// Which page is wanted.
#[derive(Clone, Debug)]
pub(crate) struct Wanted {
    limit: usize,
    /// The key of the last one before.
    pub(crate) after: Option<String>,
}

impl Wanted {
    /// Reads `limit` and `cursor`. Keys are made of letters, digits, `_`, `-` and `.`: nothing of them is written otherwise in
    /// an address.
    pub(crate) fn read(query: Option<&str>) -> Result<Wanted, Problem> {
        Wanted::read_by(query, None).map(|(wanted, _)| wanted)
    }

    /// The same with one more parameter, by which the list is narrowed.
    pub(crate) fn read_with(query: Option<&str>, narrows: &str) -> Result<(Wanted, Option<String>), Problem> {
        Wanted::read_by(query, Some(narrows))
    }

    fn read_by(query: Option<&str>, narrows: Option<&str>) -> Result<(Wanted, Option<String>), Problem> {
        let mut narrowed = None;
        let mut wanted = Wanted {
            limit: USUAL,
            after: None,
        };
        let mut faults = Vec::new();
        for pair in query.unwrap_or_default().split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            match name {
                "limit" => match value.parse() {
                    Ok(limit) if (1..=MOST).contains(&limit) => wanted.limit = limit,
                    _ => {
                        let message = format!("`limit` is a number from 1 to {MOST}");
                        faults.push(Reason::new(Code::RequestRange, "/limit", message));
                    }
                },
                "cursor" => wanted.after = Some(value.to_owned()),
                name if Some(name) == narrows => narrowed = Some(value.to_owned()),
                other => {
                    let other: String = other.chars().take(50).collect();
                    let own = narrows.map(|own| format!(", `{own}`")).unwrap_or_default();
                    let message = format!("there is no parameter `{other}`; there are `limit` and `cursor`{own}");
                    faults.push(Reason::new(Code::RequestUnknown, format!("/{other}"), message));
                }
            }
        }
        Error::unless_empty(faults)?;
        Ok((wanted, narrowed))
    }

    /// The id behind which the page begins.
    pub(crate) fn after_id(&self) -> Result<[u8; 16], Problem> {
        self.after_id_or([0; 16])
    }

    /// The same of a list that begins elsewhere. What is no key of such a list was given by none.
    pub(crate) fn after_id_or(&self, beginning: [u8; 16]) -> Result<[u8; 16], Problem> {
        let after = self.after.as_deref().map_or(Some(beginning), id_of);
        after.ok_or_else(|| {
            let message = "the cursor is none that this list has given";
            Problem::of_reason(422, Reason::new(Code::RequestRange, "/cursor", message))
        })
    }

    /// As many rows as tell whether there is another page.
    pub(crate) fn rows(&self) -> i64 {
        i64::try_from(self.limit + 1).unwrap_or(i64::MAX)
    }

    /// The page of what was found.
    pub(crate) fn answer(
        &self,
        rows: &[AnyRow],
        item: impl FnMut(&AnyRow) -> Result<Value, Failure>,
        keys: &[&str],
    ) -> Result<Response, Failure> {
        Ok(Json(Value::Object(self.page(rows, item, keys)?)).into_response())
    }

    /// The same for whoever tells more with it.
    pub(crate) fn page(
        &self,
        rows: &[AnyRow],
        item: impl FnMut(&AnyRow) -> Result<Value, Failure>,
        keys: &[&str],
    ) -> Result<Map<String, Value>, Failure> {
        let items: Vec<Value> = rows.iter().take(self.limit).map(item).collect::<Result<_, _>>()?;
        let more = rows.len() > self.limit;
        let of = |last: &Value| {
            let keys = keys.iter().map(|key| last.get(key)?.as_str());
            keys.collect::<Option<Vec<_>>>().map(|keys| keys.join("."))
        };
        let next = items.last().filter(|_| more).and_then(of);
        Ok(Map::from_iter([
            ("items".to_owned(), items.into()),
            ("next_cursor".to_owned(), json!(next)),
        ]))
    }
}
