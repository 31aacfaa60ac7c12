//! Lists that are searched: the index tells which records may be found, the plan which of them are, and core how well.

use ratebook::records::{Cell, Pack, QueryPlan, Rank, Test};
use sqlx::Error;
use sqlx::types::Uuid;

use super::ask::{self, AnyRow, Connection, Page};
use super::rows::RowCells;
use super::search::{self, Hit, Index, MOST_FOUND, Search, Step, Term, Tier};
use super::sql::{self, BETWEEN, Grams, Statement, Walk};

/// A page of a plan that has a rank.
pub(super) async fn page(
    connection: &mut Connection<'_>,
    pack: &Pack,
    (plan, rank): (&QueryPlan, &Rank),
    tenant: [u8; 16],
    index: Option<&Index>,
) -> Result<Page, Error> {
    let after = match plan.after.as_deref() {
        Some([Cell::Whole(tier), Cell::Id(id)]) => tier_of(*tier).map(|tier| Hit {
            tier,
            id: Uuid::from_bytes(*id),
        }),
        _ => None,
    };
    let limit = usize::try_from(plan.limit).unwrap_or(usize::MAX);
    let term = Term::of_folded(Uuid::from_bytes(tenant), &rank.part);
    // One more than fit tells whether another page follows.
    let mut hits = match index.zip(term) {
        Some((index, term)) => {
            let mut search = Search::new(term, after, limit.saturating_add(1));
            while let Some(step) = search.step() {
                let statement = asked((pack, plan, rank), tenant, index, &search, step, connection.dialect());
                let found = found(connection, rank, statement).await?;
                search.take(&found);
            }
            search.page()
        }
        None => {
            let statement = sql::scanned(connection.dialect(), (pack, plan, rank), tenant);
            let rows = found(connection, rank, statement).await?;
            let all = rows.into_iter().filter_map(|(id, tier)| Some(Hit { tier: tier?, id }));
            let mut hits: Vec<Hit> = all.filter(|hit| after.is_none_or(|after| *hit > after)).collect();
            hits.sort_unstable();
            hits
        }
    };
    let more = hits.len() > limit;
    hits.truncate(limit);
    let last = hits.last().filter(|_| more);
    let next = last.map(|hit| vec![Cell::Whole(hit.tier.number().into()), Cell::Id(hit.id.into_bytes())]);
    let ids: Vec<[u8; 16]> = hits.iter().map(|hit| hit.id.into_bytes()).collect();
    let items = ask::of_ids(connection, pack, plan, tenant, &ids).await?;
    Ok(Page {
        items,
        count: ids.len(),
        next,
    })
}

/// A step as a statement.
fn asked(
    plan: (&Pack, &QueryPlan, &Rank),
    tenant: [u8; 16],
    index: &Index,
    search: &Search,
    step: Step,
    dialect: sql::Dialect,
) -> Option<Statement> {
    match step {
        Step::Find { every, some, most } => {
            let grams = Grams {
                index,
                every: &every,
                some: &some,
                most,
            };
            sql::candidates(dialect, plan, tenant, grams)
        }
        Step::Walk {
            tier,
            after,
            among,
            most,
        } => {
            let (pack, shown, rank) = plan;
            let [has, better, best] = search::sql::walked(search.term(), tier);
            // Texts that somebody may not search say nothing of how well a record is found by the others.
            // So may texts of fields that a tenant has removed.
            let is_open = pack
                .entities()
                .get(shown.entity)
                .is_none_or(|entity| entity.definition().custom);
            let whole = !is_open && index.is_of_columns() && rank.columns == index.columns();
            let (better, best, most) = match whole {
                true => (better, best, most),
                false => (search::sql::nothing(), search::sql::nothing(), among),
            };
            let walk = Walk {
                index,
                after: after.into_bytes(),
                among,
                patterns: [has, better, best],
                most,
            };
            sql::walk(dialect, plan, tenant, walk)
        }
    }
}

/// The records that answer a step, each with its tier where the plan finds it.
async fn found(
    connection: &mut Connection<'_>,
    rank: &Rank,
    statement: Option<Statement>,
) -> Result<Vec<(Uuid, Option<Tier>)>, Error> {
    let statement = statement.ok_or(Error::RowNotFound)?;
    let rows = connection.any_rows(&statement).await?;
    let mut found = Vec::with_capacity(rows.len());
    for row in &rows {
        if let Some(id) = row.id(0)? {
            found.push((Uuid::from_bytes(id), tier(row, rank)?));
        }
    }
    Ok(found)
}

fn tier(row: &AnyRow, rank: &Rank) -> Result<Option<Tier>, Error> {
    if !row.is_given(1)? {
        return Ok(None);
    }
    let mut texts = Vec::with_capacity(rank.columns.len());
    for place in 0..rank.columns.len() {
        texts.extend(row.text(place + 2)?);
    }
    for place in 0..rank.lists.len() {
        let tags = row.text(rank.columns.len() + place + 2)?;
        texts.extend(tags.into_iter().flat_map(|tags| tags.split(BETWEEN)));
    }
    Ok(tier_of(rank.tier_of(texts)))
}

fn tier_of(number: i64) -> Option<Tier> {
    i32::try_from(number).ok().and_then(Tier::of)
}

/// What narrows a question that is searched and ordered otherwise, or counted.
#[derive(Clone, Debug)]
pub(super) struct Narrowing {
    index: Index,
    every: Vec<i32>,
    some: Vec<i32>,
}

impl Narrowing {
    /// That of a plan, if its term is one by which all tiers are found at once.
    pub(super) fn of(plan: &QueryPlan, tenant: [u8; 16], index: Option<Index>) -> Option<Narrowing> {
        let index = index?;
        let term = Term::of_folded(Uuid::from_bytes(tenant), searched(&plan.test)?)?;
        let (every, some) = term.whole_grams()?;
        Some(Narrowing { index, every, some })
    }

    /// What is asked of the index.
    pub(super) fn grams(&self) -> Grams<'_> {
        Grams {
            index: &self.index,
            every: &self.every,
            some: &self.some,
            most: search::ALL,
        }
    }

    /// Whether so few records are left that it is better to sort them than to go through all in their order.
    pub(super) async fn is_few(&self, connection: &mut Connection<'_>, tenant: [u8; 16]) -> Result<bool, Error> {
        let most = MOST_FOUND + 1;
        let grams = Grams { most, ..self.grams() };
        let rows = connection
            .any_rows(&sql::known(connection.dialect(), tenant, grams))
            .await?;
        let known = rows.first().map(|row| row.whole(0)).transpose()?.flatten();
        Ok(known.is_some_and(|known| known < i64::try_from(most).unwrap_or(i64::MAX)))
    }
}

/// What a test searches for in every record that it is true of.
fn searched(test: &Test) -> Option<&str> {
    match test {
        Test::Search { part, .. } => Some(part),
        Test::All(tests) => tests.iter().find_map(searched),
        _ => None,
    }
}
