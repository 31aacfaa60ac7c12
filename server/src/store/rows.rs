//! Rows as JSON, cell by cell: nothing is made of them in between.

use ratebook::records::{Cell, Column, ColumnKind, ColumnPart, Entity, FieldKind, QueryPlan, STARS, Test, cell_value};
use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use sqlx::types::Uuid;
use sqlx::{Error, Row, ValueRef};

use super::lists::Lists;
use super::sql::Listing;

/// A row of any database by the numbers of its columns.
pub trait RowCells {
    /// A whole number.
    fn whole(&self, place: usize) -> Result<Option<i64>, Error>;
    /// A text.
    fn text(&self, place: usize) -> Result<Option<&str>, Error>;
    /// An id.
    fn id(&self, place: usize) -> Result<Option<[u8; 16]>, Error>;
    /// True or false.
    fn truth(&self, place: usize) -> Result<Option<bool>, Error>;
    /// Bytes.
    fn bytes(&self, place: usize) -> Result<Option<&[u8]>, Error>;
    /// Whether there is anything.
    fn is_given(&self, place: usize) -> Result<bool, Error>;

    /// Whatever a column of that kind holds.
    fn cell(&self, place: usize, kind: ColumnKind) -> Result<Cell, Error> {
        Ok(match kind {
            ColumnKind::Id => self.id(place)?.map_or(Cell::Null, Cell::Id),
            ColumnKind::Text | ColumnKind::Json => {
                self.text(place)?.map_or(Cell::Null, |text| Cell::Text(text.to_owned()))
            }
            ColumnKind::Truth => self.truth(place)?.map_or(Cell::Null, Cell::Truth),
            // What is encrypted is never answered.
            ColumnKind::Bytes => Cell::Null,
            _ => self.whole(place)?.map_or(Cell::Null, Cell::Whole),
        })
    }
}

impl RowCells for SqliteRow {
    fn whole(&self, place: usize) -> Result<Option<i64>, Error> {
        self.try_get_unchecked(place)
    }

    fn text(&self, place: usize) -> Result<Option<&str>, Error> {
        self.try_get_unchecked(place)
    }

    fn id(&self, place: usize) -> Result<Option<[u8; 16]>, Error> {
        let bytes: Option<&[u8]> = self.try_get_unchecked(place)?;
        Ok(bytes.and_then(|bytes| bytes.try_into().ok()))
    }

    fn truth(&self, place: usize) -> Result<Option<bool>, Error> {
        self.try_get_unchecked(place)
    }

    fn bytes(&self, place: usize) -> Result<Option<&[u8]>, Error> {
        self.try_get_unchecked(place)
    }

    fn is_given(&self, place: usize) -> Result<bool, Error> {
        self.try_get_raw(place).map(|value| !value.is_null())
    }
}

impl RowCells for PgRow {
    fn whole(&self, place: usize) -> Result<Option<i64>, Error> {
        self.try_get_unchecked(place)
    }

    fn text(&self, place: usize) -> Result<Option<&str>, Error> {
        self.try_get_unchecked(place)
    }

    fn id(&self, place: usize) -> Result<Option<[u8; 16]>, Error> {
        let id: Option<Uuid> = self.try_get_unchecked(place)?;
        Ok(id.map(Uuid::into_bytes))
    }

    fn truth(&self, place: usize) -> Result<Option<bool>, Error> {
        self.try_get_unchecked(place)
    }

    fn bytes(&self, place: usize) -> Result<Option<&[u8]>, Error> {
        self.try_get_unchecked(place)
    }

    fn is_given(&self, place: usize) -> Result<bool, Error> {
        self.try_get_raw(place).map(|value| !value.is_null())
    }
}

/// A row of either database, for what is asked row by row. Pages are written from rows of one kind.
#[derive(Debug)]
pub enum AnyRow {
    /// Of SQLite.
    Sqlite(SqliteRow),
    /// Of PostgreSQL.
    Postgres(PgRow),
}

impl RowCells for AnyRow {
    fn whole(&self, place: usize) -> Result<Option<i64>, Error> {
        match self {
            AnyRow::Sqlite(row) => row.whole(place),
            AnyRow::Postgres(row) => row.whole(place),
        }
    }

    fn text(&self, place: usize) -> Result<Option<&str>, Error> {
        match self {
            AnyRow::Sqlite(row) => row.text(place),
            AnyRow::Postgres(row) => row.text(place),
        }
    }

    fn id(&self, place: usize) -> Result<Option<[u8; 16]>, Error> {
        match self {
            AnyRow::Sqlite(row) => row.id(place),
            AnyRow::Postgres(row) => row.id(place),
        }
    }

    fn truth(&self, place: usize) -> Result<Option<bool>, Error> {
        match self {
            AnyRow::Sqlite(row) => row.truth(place),
            AnyRow::Postgres(row) => row.truth(place),
        }
    }

    fn bytes(&self, place: usize) -> Result<Option<&[u8]>, Error> {
        match self {
            AnyRow::Sqlite(row) => row.bytes(place),
            AnyRow::Postgres(row) => row.bytes(place),
        }
    }

    fn is_given(&self, place: usize) -> Result<bool, Error> {
        match self {
            AnyRow::Sqlite(row) => row.is_given(place),
            AnyRow::Postgres(row) => row.is_given(place),
        }
    }
}

/// How the columns of a page become the fields of its records: found once, used for every row.
#[derive(Debug)]
pub(super) struct Shape<'s> {
    parts: Vec<Part<'s>>,
}

#[derive(Debug)]
enum Part<'s> {
    /// A value, and where it is told whether it is seen.
    Value {
        key: String,
        column: &'s Column,
        place: usize,
        seen: Option<usize>,
    },
    /// An amount: where its number and its currency stand.
    Money {
        key: String,
        digits: u8,
        place: usize,
        currency: usize,
        seen: Option<usize>,
    },
    /// A secret, of which it is told whether there is one.
    Secret {
        key: String,
        place: usize,
        seen: Option<usize>,
    },
    /// What stands beside the record: a list, or texts by language.
    Beside {
        key: String,
        field: usize,
        id: usize,
        empty: &'static str,
        lists: &'s Lists,
        seen: Option<usize>,
    },
    /// What is hidden of every record; whether it is there is hidden too.
    Hidden { key: String },
}

impl<'s> Shape<'s> {
    pub(super) fn of(entity: &'s Entity, plan: &QueryPlan, listing: &Listing, lists: &'s Lists) -> Shape<'s> {
        let place_of = |number: u16| listing.columns.iter().position(|own| *own == number);
        let seen_of = |field: usize| {
            listing
                .seen
                .iter()
                .position(|own| *own == field)
                .map(|own| listing.columns.len() + own)
        };
        let key = |name: &str| format!("\"{name}\":");
        let mut parts = Vec::with_capacity(listing.columns.len());
        for (number, column) in (0_u16..).zip(entity.columns()) {
            let own = place_of(number).filter(|_| column.field.is_none());
            if let Some(place) = own {
                parts.push(Part::Value {
                    key: key(&column.name),
                    column,
                    place,
                    seen: None,
                });
            }
        }
        for visible in &plan.fields {
            let Some(field) = entity.fields().get(visible.field) else {
                continue;
            };
            let seen = seen_of(visible.field);
            let number = field.column();
            let (place, column) = (
                number.and_then(place_of),
                number.and_then(|number| entity.column(number)),
            );
            let currency = field.currency_column().and_then(place_of);
            let key = key(field.name());
            if let Some(empty) = beside(field.kind()).filter(|_| visible.seen != Test::Constant(false)) {
                let id = entity.column_named("id").and_then(place_of);
                parts.extend(id.map(|id| Part::Beside {
                    key,
                    field: visible.field,
                    id,
                    empty,
                    lists,
                    seen,
                }));
                continue;
            }
            parts.push(match (field.kind(), place, column, currency) {
                (_, None, ..) | (_, _, None, _) => Part::Hidden { key },
                (FieldKind::Secret, Some(place), ..) => Part::Secret { key, place, seen },
                (FieldKind::Money, Some(place), _, Some(currency)) => Part::Money {
                    key,
                    digits: 4,
                    place,
                    currency,
                    seen,
                },
                (_, Some(place), Some(column), _) => Part::Value {
                    key,
                    column,
                    place,
                    seen,
                },
            });
        }
        Shape { parts }
    }

    /// Writes a row as an object.
    pub(super) fn write(&self, row: &impl RowCells, out: &mut Vec<u8>) -> Result<(), Error> {
        for (number, part) in self.parts.iter().enumerate() {
            out.push(if number == 0 { b'{' } else { b',' });
            part.write(row, out)?;
        }
        out.push(b'}');
        Ok(())
    }
}

impl Part<'_> {
    fn write(&self, row: &impl RowCells, out: &mut Vec<u8>) -> Result<(), Error> {
        match self {
            Part::Hidden { key } => {
                out.extend(key.as_bytes());
                string(STARS, out);
            }
            Part::Secret { key, place, seen } => {
                out.extend(key.as_bytes());
                if is_hidden(row, *seen)? || row.is_given(*place)? {
                    string(STARS, out);
                } else {
                    out.extend(b"null");
                }
            }
            Part::Beside {
                key,
                field,
                id,
                empty,
                lists,
                seen,
            } => {
                out.extend(key.as_bytes());
                let found = row.id(*id)?.and_then(|id| lists.of(*field, &id));
                match found {
                    _ if is_hidden(row, *seen)? => string(STARS, out),
                    Some(value) => out.extend(value.to_string().as_bytes()),
                    None => out.extend(empty.as_bytes()),
                }
            }
            Part::Value {
                key,
                column,
                place,
                seen,
            } => {
                out.extend(key.as_bytes());
                if is_hidden(row, *seen)? {
                    string(STARS, out);
                } else {
                    value(row, *place, column, out)?;
                }
            }
            Part::Money {
                key,
                digits,
                place,
                currency,
                seen,
            } => {
                out.extend(key.as_bytes());
                match (row.whole(*place)?, row.text(*currency)?) {
                    _ if is_hidden(row, *seen)? => string(STARS, out),
                    (Some(units), Some(currency)) => amount(units, *digits, currency, out),
                    _ => out.extend(b"null"),
                }
            }
        }
        Ok(())
    }
}

/// What stands for a field that has no entries, where its entries stand beside the record.
pub(super) fn beside(kind: FieldKind) -> Option<&'static str> {
    match kind {
        FieldKind::Links | FieldKind::Gathered | FieldKind::Tags => Some("[]"),
        FieldKind::TranslatedText => Some("null"),
        _ => None,
    }
}

fn is_hidden(row: &impl RowCells, seen: Option<usize>) -> Result<bool, Error> {
    Ok(match seen {
        Some(place) => !row.truth(place)?.unwrap_or(false),
        None => false,
    })
}

fn value(row: &impl RowCells, place: usize, column: &Column, out: &mut Vec<u8>) -> Result<(), Error> {
    match column.kind {
        ColumnKind::Text => match row.text(place)? {
            Some(text) => string(text, out),
            None => out.extend(b"null"),
        },
        ColumnKind::Json => out.extend(row.text(place)?.unwrap_or("null").as_bytes()),
        ColumnKind::Id => match row.id(place)? {
            Some(id) => {
                out.push(b'"');
                out.extend(Cell::id_text(&id).as_bytes());
                out.push(b'"');
            }
            None => out.extend(b"null"),
        },
        ColumnKind::Truth => out.extend(match row.truth(place)? {
            Some(true) => b"true".as_slice(),
            Some(false) => b"false",
            None => b"null",
        }),
        ColumnKind::Integer => match row.whole(place)? {
            Some(number) => out.extend(number.to_string().as_bytes()),
            None => out.extend(b"null"),
        },
        kind => {
            let cell = row.cell(place, kind)?;
            let told = cell_value(kind, &cell);
            match told.as_str() {
                Some(text) if column.part == ColumnPart::Value => string(text, out),
                _ => out.extend(told.to_string().as_bytes()),
            }
        }
    }
    Ok(())
}

fn amount(units: i64, digits: u8, currency: &str, out: &mut Vec<u8>) {
    let number = ratebook::money::Decimal::from_units(units.into(), digits.into());
    let least = currency
        .parse::<ratebook::money::Currency>()
        .map_or(0, |own| own.minor_unit());
    out.extend(b"{\"amount\":\"");
    if let Some(number) = number {
        out.extend(number.normalized().at_least(least).to_string().as_bytes());
    }
    out.extend(b"\",\"currency\":");
    string(currency, out);
    out.push(b'}');
}

/// A text as JSON has it.
fn string(text: &str, out: &mut Vec<u8>) {
    // A list of bytes takes whatever is written.
    let _ = serde_json::to_writer(out, text);
}
