//! Records by chance, written as the store would.

use std::collections::BTreeMap;
use std::time::{SystemTime, UNIX_EPOCH};

use ratebook::records::{Cell, ColumnKind, Entity, Field, FieldKind, Pack};
use ratebook::time::Instant;
use ratebook_server::store::{self, sql};
use serde_json::{Map, Value, json};

use crate::support::{Chance, Raw};

/// Records so far: their ids by entity and tenant, and a number that grows.
#[derive(Default)]
pub(crate) struct Filled {
    pub(crate) count: u64,
}

pub(crate) const TENANTS: [[u8; 16]; 2] = [[1; 16], [2; 16]];

/// Has there be the tenants whose records these are.
pub(crate) async fn tenants(raw: &mut Raw) {
    for tenant in TENANTS {
        let hex: String = tenant.iter().map(|byte| format!("{byte:02x}")).collect();
        let id = match raw {
            Raw::Sqlite(_) => format!("x'{hex}'"),
            Raw::Postgres(_) => format!("'{hex}'"),
        };
        let made = format!(
            "INSERT INTO tenants (id, slug, name, pack, zone, state, version, created_at, updated_at) VALUES ({id}, '{hex}', 'T', 'shop', \
             'Europe/Berlin', 'active', 1, 1, 1)"
        );
        raw.run(made).await.expect("a tenant");
    }
}

impl Filled {
    /// Gives every entity of a pack some records; how many could be written.
    pub(crate) async fn more(&mut self, raw: &mut Raw, pack: &Pack, each: u64, chance: &mut Chance) -> u64 {
        let mut written = 0;
        let mut ids: BTreeMap<(String, [u8; 16]), Vec<String>> = BTreeMap::new();
        for _ in 0..each {
            for entity in pack.entities() {
                for tenant in TENANTS {
                    self.count += 1;
                    let Some(record) = self.record(pack, entity, tenant, &ids, chance) else {
                        continue;
                    };
                    if keep(raw, pack, entity, tenant, &record).await.is_ok() {
                        written += 1;
                        if let Some(id) = record["id"].as_str() {
                            let place = (
                                entity.name().to_owned(),
                                if entity.is_platform() { [0; 16] } else { tenant },
                            );
                            ids.entry(place).or_default().push(id.to_owned());
                        }
                    }
                }
            }
        }
        written
    }

    fn record(
        &self,
        pack: &Pack,
        entity: &Entity,
        tenant: [u8; 16],
        ids: &BTreeMap<(String, [u8; 16]), Vec<String>>,
        chance: &mut Chance,
    ) -> Option<Map<String, Value>> {
        let number = self.count;
        let mut record = Map::new();
        record.insert("id".to_owned(), id(number).into());
        record.insert("version".to_owned(), 1.into());
        record.insert("created_at".to_owned(), "2026-01-01T00:00:00Z".into());
        record.insert("updated_at".to_owned(), "2026-02-01T00:00:00Z".into());
        for field in entity.fields() {
            let leave = !field.definition().required && chance.below(4) == 0;
            let target = field.target().and_then(|place| pack.entities().get(place));
            let known = target.and_then(|target| {
                let place = (
                    target.name().to_owned(),
                    if target.is_platform() { [0; 16] } else { tenant },
                );
                ids.get(&place)
            });
            let value = match field.kind() {
                _ if leave => Value::Null,
                FieldKind::Link => match known.and_then(|known| known.last()) {
                    Some(id) => id.as_str().into(),
                    None if field.definition().required => return None,
                    None => Value::Null,
                },
                FieldKind::Links => known
                    .into_iter()
                    .flatten()
                    .take(2)
                    .map(|id| Value::from(id.as_str()))
                    .collect(),
                _ => value(field, number),
            };
            record.insert(field.name().to_owned(), value);
        }
        if let Some(machine) = entity.machine() {
            let machine = machine.definition();
            record.insert("machine_version".to_owned(), machine.version.into());
            record.insert("entered_at".to_owned(), "2026-02-01T00:00:00Z".into());
            let own = entity.definition().machine.as_ref().expect("a machine");
            record.insert(own.field.clone(), machine.initial.as_str().into());
        }
        // What deadlines write and what is computed follows from all of that.
        for field in written(entity) {
            record.insert(field, Value::Null);
        }
        entity.derive(None, &mut record, now()).ok()?;
        Some(record)
    }
}

/// The fields that deadlines of an entity write.
pub(crate) fn written(entity: &Entity) -> Vec<String> {
    let deadlines = entity.definition().deadlines.iter();
    let all = deadlines.flat_map(|own| [Some(&own.due), own.left.as_ref()]);
    all.flatten().cloned().collect()
}

fn now() -> Instant {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).expect("a clock");
    Instant::from_microseconds(i64::try_from(since.as_micros()).expect("small")).expect("a moment")
}

fn id(number: u64) -> String {
    let mut id = [0x77; 16];
    id[8..].copy_from_slice(&number.to_be_bytes());
    Cell::id_text(&id)
}

/// A value that a field takes.
pub(crate) fn value(field: &Field, number: u64) -> Value {
    let own = field.definition();
    match field.kind() {
        FieldKind::Text if number.is_multiple_of(3) => format!("Größe {number}").into(),
        FieldKind::Text | FieldKind::LongText | FieldKind::Secret => format!("Text {number}").into(),
        FieldKind::Email => format!("Ana.{number}@example.com").into(),
        FieldKind::Phone => format!("+49301{number:06}").into(),
        FieldKind::Url => format!("https://example.com/{number}").into(),
        FieldKind::Slug => format!("slug-{number}").into(),
        FieldKind::Choice => own.choices[(number % own.choices.len() as u64) as usize].clone().into(),
        FieldKind::Integer => (number % 1_000).into(),
        FieldKind::Decimal | FieldKind::Percent => format!("{number}.25").into(),
        FieldKind::Money => json!({"amount": format!("{number}.50"), "currency": "EUR"}),
        FieldKind::YesNo => number.is_multiple_of(2).into(),
        FieldKind::Day => format!("2026-03-{:02}", number % 28 + 1).into(),
        FieldKind::Instant => format!("2026-{:02}-01T00:00:00.{:06}Z", number % 12 + 1, number % 1_000_000).into(),
        FieldKind::Duration => format!("{}m", number + 1).into(),
        FieldKind::File | FieldKind::Picture => id(number).into(),
        FieldKind::Coordinates => json!({"latitude": "52.52", "longitude": "13.4"}),
        FieldKind::TranslatedText => json!({"en": format!("Word {number}"), "de": format!("Wort {number}")}),
        _ => Value::Null,
    }
}

/// Writes a record with what stands beside it.
pub(crate) async fn keep(
    raw: &mut Raw,
    pack: &Pack,
    entity: &Entity,
    tenant: [u8; 16],
    record: &Map<String, Value>,
) -> Result<(), sqlx::Error> {
    let mut connection = raw.connection();
    let dialect = connection.dialect();
    let kept = entity.kept(record);
    let cells: Vec<sql::Kept> = entity
        .columns()
        .iter()
        .zip(kept.cells())
        .map(|(column, cell)| match cell {
            Cell::Text(text) if column.kind == ColumnKind::Bytes => sql::Kept::Sealed(text.clone().into_bytes()),
            _ => sql::Kept::Cell(cell.clone()),
        })
        .collect();
    let mut statements = vec![sql::insert(dialect, pack, entity, tenant, &cells)];
    let bytes = |value: &Value| match value.as_str().and_then(Cell::id) {
        Some(Cell::Id(id)) => id,
        _ => panic!("{value} is no id"),
    };
    let own = bytes(&record["id"]);
    for field in entity.fields() {
        let value = &record[field.name()];
        match (field.kind(), value) {
            (FieldKind::Links, Value::Array(others)) => {
                for (place, other) in (0_i64..).zip(others) {
                    let entry = (own, bytes(other), place);
                    statements.push(sql::insert_link(dialect, pack, (entity, field), tenant, entry));
                }
            }
            (FieldKind::TranslatedText, Value::Object(texts)) => {
                for (language, text) in texts {
                    let text = (language.as_str(), text.as_str().expect("text"));
                    statements.push(sql::insert_text(dialect, pack, (entity, field), tenant, own, text));
                }
            }
            (_, Value::Null) => {}
            _ if field.is_custom() => {
                statements.push(sql::keep_custom(dialect, pack, (entity, field), tenant, (own, value)));
            }
            _ if field.definition().platform_wide && !entity.is_platform() => {
                let key = entity.unique_key(field, value);
                let compared: Vec<Cell> = sql::compared(entity, field, &key)
                    .into_iter()
                    .map(|(_, cell)| cell)
                    .collect();
                statements.push(sql::insert_value(
                    dialect,
                    pack,
                    (entity, field),
                    tenant,
                    own,
                    &compared,
                ));
            }
            _ => {}
        }
    }
    for statement in statements {
        store::carry_out(&mut connection, &statement).await?;
    }
    Ok(())
}
