//! Records that are there and have no number get one, where their entity has numbers from now on.

use std::collections::{BTreeMap, BTreeSet};

use ratebook::records::schema::{ColumnModel, TableModel};
use ratebook::records::{Cell, Entity, NumberWanted};
use ratebook::time::{Day, Instant, Zone};
use serde_json::Value;

use super::mason::Mason;
use super::rows::Found;
use crate::records::keep::OF_SANDBOX;
use crate::store::ask::Connection;
use crate::store::door::{PLATFORM, TenantKey};
use crate::store::failure::Failure;
use crate::store::rows::RowCells;
use crate::store::sql::Bound;

/// The counter of a tenant: the last number with its day, and the present day by the tenant's clock.
struct Counter {
    last: Option<(Day, i64)>,
    today: Day,
    /// What stands before its numbers.
    before: &'static str,
}

impl Mason<'_, '_> {
    /// Gives every record without a number the next one of its tenant, in the order of their ids, which is that in which they were made.
    /// What stands in the field already is nobody else's number.
    pub(super) async fn numbered(&mut self, table: &TableModel, column: &ColumnModel) -> Result<(), Failure> {
        let (entity, field) = self.field_of(&table.name, column)?;
        let wanted = NumberWanted::of(self.after, entity);
        let mut wanted = wanted.ok_or_else(|| Failure::defect(format!("`{}` has no numbers", entity.name())))?;
        // Its counter is called as it was until everything is.
        if wanted.name == entity.name() {
            former_name(
                self.before.is_some_and(|before| before.entity(entity.name()).is_none()),
                entity,
            )
            .clone_into(&mut wanted.name);
        }
        let now = self.table(&table.name)?;
        let mut taken = BTreeSet::new();
        let mut counters: BTreeMap<TenantKey, Counter> = BTreeMap::new();
        for lacking in [false, true] {
            let mut after = Vec::new();
            loop {
                let found = self
                    .batch(&now, std::slice::from_ref(&column.name), &after, None)
                    .await?;
                let Some(last) = found.last() else { break };
                after.clone_from(&last.key);
                for Found { key, cells } in found {
                    let tenant = match key.as_slice() {
                        [Bound::Id(tenant), _] => *tenant,
                        _ => PLATFORM,
                    };
                    match cells.into_iter().next() {
                        Some(Cell::Text(text)) if !lacking => drop(taken.insert((tenant, text))),
                        Some(Cell::Null) if lacking => {
                            let counter = match counters.get_mut(&tenant) {
                                Some(counter) => counter,
                                None => {
                                    let counter = counter(self.connection, tenant, &wanted.name, self.now).await?;
                                    counters.entry(tenant).or_insert(counter)
                                }
                            };
                            let number =
                                counter.next(&wanted, |number| !taken.contains(&(tenant, number.to_owned())))?;
                            self.write_field((&now, &key), field, &Value::from(number)).await?;
                        }
                        _ => {}
                    }
                }
            }
        }
        for (tenant, counter) in counters {
            let Some((day, last)) = counter.last else { continue };
            let values = [
                Bound::Id(tenant),
                Bound::Text(wanted.name.clone()),
                Bound::Whole(i64::from(day.number())),
                Bound::Whole(last),
            ];
            let text = "INSERT INTO counters (tenant_id, name, day, last) VALUES ($1, $2, $3, $4) ON CONFLICT (tenant_id, name) DO UPDATE \
                        SET day = excluded.day, last = excluded.last";
            self.connection.tell_static(text, &values).await?;
        }
        Ok(())
    }
}

/// What an entity was called, where it is called otherwise from now on.
fn former_name(is_renamed: bool, entity: &Entity) -> &str {
    let was = entity.definition().was.as_deref();
    was.filter(|_| is_renamed).unwrap_or(entity.name())
}

impl Counter {
    /// The next number that is nobody's.
    fn next(&mut self, wanted: &NumberWanted, is_free: impl Fn(&str) -> bool) -> Result<String, Failure> {
        loop {
            let taken = wanted.take(self.last, self.today)?;
            self.last = Some((taken.day, taken.sequence));
            let number = format!("{}{}", self.before, taken.number);
            if is_free(&number) {
                return Ok(number);
            }
        }
    }
}

async fn counter(connection: &mut Connection<'_>, tenant: TenantKey, name: &str, now: i64) -> Result<Counter, Failure> {
    let key = [Bound::Id(tenant), Bound::Text(name.to_owned())];
    let rows = connection
        .ask_static(
            "SELECT day, last FROM counters WHERE tenant_id = $1 AND name = $2",
            &key,
        )
        .await?;
    let row = rows.first();
    let day = row.map(|row| row.whole(0)).transpose()?.flatten();
    let day = day.and_then(|day| i32::try_from(day).ok()).and_then(Day::from_number);
    let last = row.map(|row| row.whole(1)).transpose()?.flatten();
    let [tenant, _] = key;
    let rows = connection
        .ask_static(
            "SELECT zone, (SELECT count(*) FROM sandboxes s WHERE s.tenant_id = tenants.id) FROM tenants WHERE id = $1",
            &[tenant],
        )
        .await?;
    let sandboxes = rows.first().map(|row| row.whole(1)).transpose()?.flatten();
    let zone = rows.first().map(|row| row.text(0)).transpose()?.flatten();
    let zone = zone.and_then(|zone| zone.parse().ok()).unwrap_or(Zone::UTC);
    let now = Instant::from_microseconds(now).ok_or_else(|| Failure::defect("no moment"))?;
    Ok(Counter {
        last: day.zip(last),
        today: zone.day_of(now),
        before: if sandboxes > Some(0) { OF_SANDBOX } else { "" },
    })
}
