//! Changes that wait for each other: what nobody asks the result of goes to the database together, in one round trip.

use std::fmt::Write as _;

use super::ask::{self, Connection};
use super::failure::Failure;
use super::sql::{Bound, Dialect, Statement};

/// Statements that go to the database as one: more would make many texts of as many lengths, each of which is prepared.
const MOST: usize = 16;

/// Statements that are carried out before anything is asked, and at the latest when the transaction ends. No two of them change the same
/// row: PostgreSQL carries them out in whatever order it likes.
#[derive(Debug, Default)]
pub(super) struct Waiting(Vec<Statement>);

impl Waiting {
    pub(super) fn push(&mut self, text: impl Into<String>, values: Vec<Bound>) {
        let text = text.into();
        self.0.push(Statement { text, values });
    }

    /// Carries out what waits.
    pub(super) async fn carry_out(&mut self, connection: &mut Connection<'_>) -> Result<(), Failure> {
        let mut waiting = std::mem::take(&mut self.0).into_iter().peekable();
        while waiting.peek().is_some() {
            let part = waiting.by_ref().take(MOST).collect();
            if let Some(whole) = together(connection.dialect(), part) {
                ask::carry_out(connection, &whole).await?;
            }
        }
        Ok(())
    }
}

/// All of them as one: one after the other on SQLite, parts of a single statement on PostgreSQL.
fn together(dialect: Dialect, statements: Vec<Statement>) -> Option<Statement> {
    if statements.len() < 2 {
        return statements.into_iter().next();
    }
    let last = statements.len() - 1;
    let mut whole = Statement {
        text: String::with_capacity(1_024),
        values: Vec::new(),
    };
    for (number, Statement { text, values }) in statements.into_iter().enumerate() {
        match (dialect, number) {
            (Dialect::Sqlite, 0) => {}
            (Dialect::Sqlite, _) => whole.text.push_str(";\n"),
            (Dialect::Postgres, 0) => whole.text.push_str("WITH w0 AS ("),
            (Dialect::Postgres, number) if number == last => whole.text.push(' '),
            (Dialect::Postgres, number) => whole.text.push_str(&format!(", w{number} AS (")),
        }
        renumbered(&text, whole.values.len(), &mut whole.text);
        if dialect == Dialect::Postgres && number != last {
            whole.text.push(')');
        }
        whole.values.extend(values);
    }
    Some(whole)
}

impl Statement {
    /// Carries out another one behind it, as SQLite takes several at once.
    pub(super) fn follow(&mut self, text: &str, values: &[Bound]) {
        if !self.text.is_empty() {
            self.text.push_str(";\n");
        }
        renumbered(text, self.values.len(), &mut self.text);
        self.values.extend_from_slice(values);
    }
}

/// Writes a text whose values stand behind so many others. Names and values hold neither `$` nor `?`: names are of letters, digits and
/// `_`, and values are bound.
fn renumbered(text: &str, behind: usize, whole: &mut String) {
    let mut unnumbered = 0;
    let mut rest = text;
    while let Some(place) = rest.find(['$', '?']) {
        let (before, after) = rest.split_at(place);
        whole.push_str(before);
        let after = after.get(1..).unwrap_or_default();
        let digits = after.len() - after.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
        let (number, after) = after.split_at(digits);
        let number = number.parse().unwrap_or_else(|_| {
            unnumbered += 1;
            unnumbered
        });
        // Of `?5` SQLite makes five parameters, of `$5` one.
        let _ = write!(whole, "${}", behind + number);
        rest = after;
    }
    whole.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::{Statement, together};
    use crate::store::sql::{Bound, Dialect};

    fn statement(text: &str, values: &[i64]) -> Statement {
        let values = values.iter().copied().map(Bound::Whole).collect();
        Statement {
            text: text.to_owned(),
            values,
        }
    }

    fn three() -> Vec<Statement> {
        vec![
            statement("INSERT INTO a VALUES ($1, $2)", &[1, 2]),
            statement("INSERT INTO b VALUES (?, ?, ?)", &[3, 4, 5]),
            statement("UPDATE c SET d = $2 WHERE e = $1", &[6, 7]),
        ]
    }

    #[test]
    fn values_stand_behind_those_of_the_statements_before() {
        let whole = together(Dialect::Sqlite, three());
        let text =
            "INSERT INTO a VALUES ($1, $2);\nINSERT INTO b VALUES ($3, $4, $5);\nUPDATE c SET d = $7 WHERE e = $6";
        assert_eq!(whole, Some(statement(text, &[1, 2, 3, 4, 5, 6, 7])));
        let whole = together(Dialect::Postgres, three());
        let text = "WITH w0 AS (INSERT INTO a VALUES ($1, $2)), w1 AS (INSERT INTO b VALUES ($3, $4, $5)) UPDATE c SET d = $7 WHERE e = $6";
        assert_eq!(whole, Some(statement(text, &[1, 2, 3, 4, 5, 6, 7])));
        let alone = vec![statement("DELETE FROM a WHERE b = $1", &[1])];
        assert_eq!(together(Dialect::Postgres, alone.clone()), alone.into_iter().next());
        assert_eq!(together(Dialect::Sqlite, Vec::new()), None);
    }
}
