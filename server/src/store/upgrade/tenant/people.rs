//! The people of a tenant that settles: those who have an account already stay who they are, all others get one that nothing opens yet.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::refused;
use crate::store::ask::Connection;
use crate::store::door::TenantKey;
use crate::store::failure::Failure;
use crate::store::rows::RowCells;
use crate::store::sql::Bound;

/// As many e-mails are named.
const MOST_NAMED: usize = 20;
/// What is sealed stays as it was written.
const SEALED: [&str; 4] = ["audit", "audit_heads", "audit_personal", "audit_seals"];

/// Who goes by another id from now on.
#[derive(Debug, Default)]
pub(super) struct People {
    renamed: BTreeMap<[u8; 16], [u8; 16]>,
    /// How many have got an account.
    pub(super) made: u64,
    /// How many had one.
    pub(super) known: u64,
}

/// As many letters has an id, and as many stand before its first dash.
const ID: usize = 36;
const BEFORE_DASH: usize = 8;

fn written(id: TenantKey) -> String {
    Uuid::from_bytes(id).to_string()
}

impl People {
    /// Finds or makes their accounts: rows of id, e-mail, name, state, language, and when they were made and changed. Who has never shown that
    /// they read what is sent to their e-mail is nobody's member by it, unless whoever brings the tenant says so.
    pub(super) async fn settle(
        connection: &mut Connection<'_>,
        rows: &[Vec<Bound>],
        trusts: bool,
    ) -> Result<People, Failure> {
        let (mut people, mut unproven) = (People::default(), Vec::new());
        for row in rows {
            let [Bound::Id(id), Bound::Text(email), name, state, locale, created, updated] = row.as_slice() else {
                return Err(Failure::defect("somebody without an id or an e-mail"));
            };
            let text = "SELECT id, verified_at FROM accounts WHERE email = $1";
            let known = connection.ask_static(text, &[Bound::Text(email.clone())]).await?;
            if let Some(known) = known.first() {
                let own = known.id(0)?.unwrap_or_default();
                if own != *id && !known.is_given(1)? && !trusts {
                    unproven.push(email.clone());
                }
                people.known += 1;
                people.renamed.extend((*id != own).then_some((*id, own)));
                continue;
            }
            let text = "SELECT 1 FROM accounts WHERE id = $1";
            let is_taken = !connection.ask_static(text, &[Bound::Id(*id)]).await?.is_empty();
            let own = if is_taken { Uuid::new_v4().into_bytes() } else { *id };
            let values = [
                Bound::Id(own),
                Bound::Text(email.clone()),
                name.clone(),
                state.clone(),
                locale.clone(),
                created.clone(),
                updated.clone(),
                Bound::Truth(false),
            ];
            let text = "INSERT INTO accounts (id, email, name, state, locale, created_at, updated_at, is_operator) VALUES ($1, $2, $3, $4, $5, \
                        $6, $7, $8)";
            connection.tell_static(text, &values).await?;
            people.made += 1;
            people.renamed.extend((*id != own).then_some((*id, own)));
        }
        if unproven.is_empty() {
            return Ok(people);
        }
        let named: Vec<&str> = unproven.iter().take(MOST_NAMED).map(String::as_str).collect();
        let message = format!(
            "there are accounts here of which nobody has shown that the e-mail is theirs: {}; have them verify it, or say that they are who they \
             seem by `--trust-accounts`",
            named.join(", ")
        );
        Err(refused("/accounts", message))
    }

    /// Has a row name people as they are called here.
    pub(super) fn rename(&self, table: &str, row: &mut [Bound]) {
        if !SEALED.contains(&table) && !self.renamed.is_empty() {
            row.iter_mut().for_each(|value| self.renamed_in(value));
        }
    }

    fn renamed_in(&self, value: &mut Bound) {
        match value {
            Bound::Id(id) => *id = self.renamed.get(id).copied().unwrap_or(*id),
            Bound::Bytes(bytes) => {
                let id = <[u8; 16]>::try_from(bytes.as_slice()).ok();
                if let Some(is) = id.and_then(|id| self.renamed.get(&id)) {
                    *bytes = is.to_vec();
                }
            }
            Bound::Text(text) => {
                if let Some(other) = self.in_text(text) {
                    *text = other;
                }
            }
            _ => {}
        }
    }

    /// A text with the ids in it replaced, each once; nothing where there is none to replace.
    fn in_text(&self, text: &str) -> Option<String> {
        let (mut told, mut from) = (String::new(), 0);
        for (dash, _) in text.match_indices('-') {
            let Some(begins) = dash.checked_sub(BEFORE_DASH).filter(|begins| *begins >= from) else {
                continue;
            };
            let id = text.get(begins..begins + ID).and_then(|id| Uuid::parse_str(id).ok());
            let Some(is) = id.and_then(|id| self.renamed.get(&id.into_bytes())) else {
                continue;
            };
            told.push_str(text.get(from..begins).unwrap_or_default());
            told.push_str(&written(*is));
            from = begins + ID;
        }
        (from > 0).then(|| told + text.get(from..).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::{People, written};
    use crate::store::sql::Bound;

    #[test]
    fn everybody_gets_one_other_id_wherever_they_stand() {
        let [ann, bob, eve, zoe] = [1, 2, 3, 4].map(|number| [number; 16]);
        // Whoever was one of them is another one by now, and that one a third.
        let people = People {
            renamed: [(ann, bob), (bob, eve)].into(),
            ..People::default()
        };
        let text = |ids: [[u8; 16]; 3]| {
            let [one, two, three] = ids.map(written);
            Bound::Text(format!("é-{one}-{two}, \"{three}\" -"))
        };
        let mut row = [
            Bound::Id(ann),
            Bound::Bytes(bob.to_vec()),
            text([ann, zoe, bob]),
            Bound::Text("a-b".to_owned()),
        ];
        let was = row.clone();
        people.rename("audit", &mut row);
        assert_eq!(row, was, "what is sealed stays");
        people.rename("memberships", &mut row);
        let now = [
            Bound::Id(bob),
            Bound::Bytes(eve.to_vec()),
            text([bob, zoe, eve]),
            Bound::Text("a-b".to_owned()),
        ];
        assert_eq!(row, now);
    }
}
