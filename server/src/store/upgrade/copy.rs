//! A whole installation moved to another database: every row of every table, counted and compared by hashes, in one transaction.

use std::collections::BTreeMap;

use ratebook::{Code, Reason};

use super::arrive::{Arrival, fitted, force, moved};
use super::tables::{CopiedTable, Table, packs, tables};
use crate::store::door::Store;
use crate::store::failure::Failure;

/// Moves everything to a database in which there is nothing yet. The one that it comes from is held until the end, and stays as it is.
pub async fn copy(from: &Store, to: &Store) -> Result<Vec<CopiedTable>, Failure> {
    let mut source = from.reshape().await?;
    let mut reading = source.connection()?;
    force(&mut reading, false).await?;
    let mut arrival = Arrival::begin(to, packs(&mut reading).await?).await?;
    let same = same(tables(&mut reading).await?, arrival.tables())?;
    let mut copied = Vec::with_capacity(same.len());
    for (name, table) in &same {
        copied.push(moved(&mut reading, &mut arrival, (name, table)).await?);
    }
    arrival.finish(to).await?;
    Ok(copied)
}

/// The tables of both, which are the same: what an earlier version has left out of sight has no place in the copy.
fn same(source: BTreeMap<String, Table>, target: &BTreeMap<String, Table>) -> Result<BTreeMap<String, Table>, Failure> {
    let mut tables = BTreeMap::new();
    let mut reasons = Vec::new();
    for (name, from) in source {
        let Some(to) = target.get(&name) else {
            reasons.push(unmoved(&name));
            continue;
        };
        let lacks = from.columns.iter().filter(|column| !to.columns.contains(column));
        reasons.extend(lacks.map(|column| unmoved(&format!("{name}.{column}"))));
        let fitted = fitted(&from, to);
        tables.insert(name, fitted);
    }
    ratebook::Error::unless_empty(reasons)?;
    Ok(tables)
}

fn unmoved(name: &str) -> Reason {
    let message = format!(
        "`{name}` is kept out of sight, of an earlier version of its pack; forget it before the installation moves"
    );
    Reason::new(Code::RequestConflict, "/from", message)
}
