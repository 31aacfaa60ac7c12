//! Reads the rows of a record batch into core's types: a column per field, by serde like everything else.

#[path = "cell/parts.rs"]
mod parts;
#[path = "cell/plain.rs"]
mod plain;

use std::fmt;

use arrow_array::cast::AsArray;
use arrow_array::types::*;
use arrow_array::{Array, ArrayRef, RecordBatch};
use arrow_schema::{DataType, TimeUnit};
use ratebook::money::Decimal;
use ratebook::rates::PriceRequest;
use ratebook::time::{Day, Instant};
use serde::de::value::StrDeserializer;
use serde::de::{self, DeserializeSeed, Deserializer, IntoDeserializer, Visitor};

use parts::{Entries, Items};
use plain::Plain;

/// What is wrong with a row: which column, and what its value should be.
#[derive(Debug)]
pub(crate) struct Fault {
    pub(crate) column: String,
    pub(crate) message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message)
    }
}

impl std::error::Error for Fault {}

impl de::Error for Fault {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Fault {
            column: String::new(),
            message: message.to_string(),
        }
    }
}

fn fault<T>(message: impl fmt::Display) -> Result<T, Fault> {
    Err(de::Error::custom(message))
}

/// One column, seen as what it means.
enum Cells<'a> {
    Whole(Box<dyn Fn(usize) -> i64 + 'a>),
    Truth(Box<dyn Fn(usize) -> bool + 'a>),
    Text(Box<dyn Fn(usize) -> &'a str + 'a>),
    Day(&'a [i32]),
    /// Microseconds, and whether they are of UTC or of a clock on some wall.
    Moment(Box<dyn Fn(usize) -> Option<i64> + 'a>, bool),
    Decimal(Box<dyn Fn(usize) -> Option<Decimal> + 'a>),
    List(Box<dyn Fn(usize) -> std::ops::Range<usize> + 'a>, Box<Column<'a>>),
    Map(
        Box<dyn Fn(usize) -> std::ops::Range<usize> + 'a>,
        Box<Column<'a>>,
        Box<Column<'a>>,
    ),
    /// Entries that refer to a table of values.
    Reference(Vec<usize>, Box<Column<'a>>),
}

/// One column of a batch.
struct Column<'a> {
    array: &'a dyn Array,
    cells: Cells<'a>,
}

macro_rules! whole {
    ($array:expr, $kind:ty) => {{
        let values = $array.as_primitive::<$kind>();
        Cells::Whole(Box::new(move |row| i64::from(values.value(row))))
    }};
}

macro_rules! moment {
    ($array:expr, $kind:ty, $aware:expr, $micros:expr) => {{
        let values = $array.as_primitive::<$kind>();
        Cells::Moment(Box::new(move |row| $micros(values.value(row))), $aware)
    }};
}

macro_rules! list {
    ($array:expr, $offset:ty) => {{
        let values = $array.as_list::<$offset>();
        let offsets = values.value_offsets();
        let at = move |row: usize| {
            offsets
                .get(row)
                .and_then(|offset| usize::try_from(*offset).ok())
                .unwrap_or(0)
        };
        Cells::List(
            Box::new(move |row| at(row)..at(row + 1)),
            Box::new(Column::of(values.values())?),
        )
    }};
}

impl<'a> Column<'a> {
    fn of(array: &'a ArrayRef) -> Result<Column<'a>, Fault> {
        let array: &'a dyn Array = array.as_ref();
        let cells = match array.data_type() {
            DataType::Int8 => whole!(array, Int8Type),
            DataType::Int16 => whole!(array, Int16Type),
            DataType::Int32 => whole!(array, Int32Type),
            DataType::Int64 => whole!(array, Int64Type),
            DataType::UInt8 => whole!(array, UInt8Type),
            DataType::UInt16 => whole!(array, UInt16Type),
            DataType::UInt32 => whole!(array, UInt32Type),
            DataType::UInt64 => {
                let values = array.as_primitive::<UInt64Type>();
                Cells::Whole(Box::new(move |row| {
                    i64::try_from(values.value(row)).unwrap_or(i64::MAX)
                }))
            }
            DataType::Boolean => {
                let values = array.as_boolean();
                Cells::Truth(Box::new(move |row| values.value(row)))
            }
            DataType::Date32 => Cells::Day(array.as_primitive::<Date32Type>().values()),
            DataType::Date64 => moment!(array, Date64Type, false, |milli: i64| milli.checked_mul(1_000)),
            DataType::Timestamp(unit, zone) => Column::moments(array, *unit, zone.is_some()),
            _ => return Column::long(array),
        };
        Ok(Column { array, cells })
    }

    fn moments(array: &'a dyn Array, unit: TimeUnit, aware: bool) -> Cells<'a> {
        let exact = |nanos: i64| (nanos % 1_000 == 0).then_some(nanos / 1_000);
        match unit {
            TimeUnit::Second => moment!(array, TimestampSecondType, aware, |second: i64| second
                .checked_mul(1_000_000)),
            TimeUnit::Millisecond => {
                moment!(array, TimestampMillisecondType, aware, |milli: i64| milli
                    .checked_mul(1_000))
            }
            TimeUnit::Microsecond => moment!(array, TimestampMicrosecondType, aware, Some),
            TimeUnit::Nanosecond => moment!(array, TimestampNanosecondType, aware, exact),
        }
    }

    /// Columns whose cells are longer than a number.
    fn long(array: &'a dyn Array) -> Result<Column<'a>, Fault> {
        let cells = match array.data_type() {
            DataType::Utf8 => {
                let values = array.as_string::<i32>();
                Cells::Text(Box::new(move |row| values.value(row)))
            }
            DataType::LargeUtf8 => {
                let values = array.as_string::<i64>();
                Cells::Text(Box::new(move |row| values.value(row)))
            }
            DataType::Utf8View => {
                let values = array.as_string_view();
                Cells::Text(Box::new(move |row| values.value(row)))
            }
            DataType::Decimal128(_, scale) => {
                let (values, scale) = (
                    array.as_primitive::<Decimal128Type>(),
                    u32::try_from(*scale).unwrap_or(99),
                );
                Cells::Decimal(Box::new(move |row| Decimal::from_units(values.value(row), scale)))
            }
            DataType::List(_) => list!(array, i32),
            DataType::LargeList(_) => list!(array, i64),
            DataType::FixedSizeList(_, length) => {
                let values = array.as_fixed_size_list();
                let length = usize::try_from(*length).unwrap_or(0);
                Cells::List(
                    Box::new(move |row| row * length..(row + 1) * length),
                    Box::new(Column::of(values.values())?),
                )
            }
            DataType::Map(..) => {
                let map = array.as_map();
                let offsets = map.value_offsets();
                let at = move |row: usize| {
                    offsets
                        .get(row)
                        .and_then(|offset| usize::try_from(*offset).ok())
                        .unwrap_or(0)
                };
                Cells::Map(
                    Box::new(move |row| at(row)..at(row + 1)),
                    Box::new(Column::of(map.keys())?),
                    Box::new(Column::of(map.values())?),
                )
            }
            DataType::Dictionary(..) => {
                let dictionary = array.as_any_dictionary();
                Cells::Reference(dictionary.normalized_keys(), Box::new(Column::of(dictionary.values())?))
            }
            other => {
                return fault(format_args!(
                    "a column of type {other} holds nothing that a request takes"
                ));
            }
        };
        Ok(Column { array, cells })
    }
}

/// The columns of a batch by the fields they are for.
pub(crate) struct Columns<'a> {
    columns: Vec<(&'a str, Column<'a>)>,
    /// What each column is for, where each field has one column at most and all are plain.
    plain: Option<Vec<Plain>>,
}

impl<'a> Columns<'a> {
    /// Looks at a batch; a column that no request could take is a fault.
    pub(crate) fn of(batch: &'a RecordBatch) -> Result<Self, Fault> {
        let mut columns = Vec::new();
        for (field, array) in batch.schema_ref().fields().iter().zip(batch.columns()) {
            let name = field.name().as_str();
            // What pandas writes for an index; no field of a request.
            if name.starts_with("__index_level_") || array.data_type() == &DataType::Null {
                continue;
            }
            let column = Column::of(array).map_err(|fault| Fault {
                column: name.to_owned(),
                ..fault
            })?;
            columns.push((name, column));
        }
        let distinct = (1..).zip(&columns).all(|(next, (name, _))| {
            let mut behind = columns.iter().skip(next);
            behind.all(|(other, _)| other != name)
        });
        let plain: Vec<Plain> = columns.iter().map(|(name, _)| Plain::of(name)).collect();
        let all = distinct && !plain.iter().any(|field| matches!(field, Plain::No));
        Ok(Columns {
            columns,
            plain: all.then_some(plain),
        })
    }

    /// Reads one row over what the row before it left: without a step for each cell where columns are what nearly every
    /// table has, days, whole numbers and lists of them.
    #[inline]
    pub(crate) fn read_over(&self, row: usize, request: &mut PriceRequest) -> Result<(), Fault> {
        let put = |fields: &Vec<Plain>| {
            let mut columns = fields.iter().zip(&self.columns);
            columns.all(|(field, (_, column))| column.put(*field, row, request).is_some())
        };
        if !self.plain.as_ref().is_some_and(put) {
            // From the beginning: what is wrong with a row is said here, too.
            *request = self.read(row)?;
        }
        Ok(())
    }

    /// Reads one row.
    fn read<T: de::DeserializeOwned>(&self, row: usize) -> Result<T, Fault> {
        T::deserialize(Row {
            columns: self.columns.iter(),
            current: None,
            row,
        })
    }
}

struct Row<'r, 'a> {
    columns: std::slice::Iter<'r, (&'a str, Column<'a>)>,
    current: Option<&'r (&'a str, Column<'a>)>,
    row: usize,
}

impl<'de> Deserializer<'de> for Row<'_, '_> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_map(self)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl<'de> de::MapAccess<'de> for Row<'_, '_> {
    type Error = Fault;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Fault> {
        // A cell that is null is a field that is not given.
        self.current = self
            .columns
            .by_ref()
            .find(|(_, column)| column.array.is_valid(self.row));
        let Some((name, _)) = self.current else {
            return Ok(None);
        };
        let key = seed.deserialize(StrDeserializer::<Fault>::new(name));
        key.map(Some).map_err(|_| Fault {
            column: (*name).to_owned(),
            message: format!("no request has a field `{name}`; leave the column out"),
        })
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Fault> {
        let Some((name, column)) = self.current else {
            return fault("no column");
        };
        seed.deserialize(Cell { column, row: self.row }).map_err(|fault| Fault {
            column: (*name).to_owned(),
            ..fault
        })
    }
}

#[derive(Clone, Copy)]
struct Cell<'r, 'a> {
    column: &'r Column<'a>,
    row: usize,
}

impl Cell<'_, '_> {
    fn day(self) -> Result<i32, Fault> {
        match &self.column.cells {
            Cells::Day(days) => days
                .get(self.row)
                .copied()
                .ok_or_else(|| de::Error::custom("no such row")),
            Cells::Text(text) => {
                let day = text(self.row).parse::<Day>();
                day.map(Day::number).map_err(de::Error::custom)
            }
            // What pandas makes of days, when it stands at midnight and names no zone.
            Cells::Moment(micros, false) => match micros(self.row) {
                Some(micros) if micros % 86_400_000_000 == 0 => {
                    i32::try_from(micros / 86_400_000_000).map_err(de::Error::custom)
                }
                _ => fault("a timestamp that is not at midnight is no day; pass a date32 column"),
            },
            Cells::Moment(_, true) => fault("a timestamp with a zone is no day; pass a date32 column"),
            Cells::Reference(keys, values) => other(keys, values, self.row)?.day(),
            _ => fault("a day is needed; pass a date32 column"),
        }
    }

    fn instant(self) -> Result<i64, Fault> {
        match &self.column.cells {
            Cells::Moment(micros, true) => match micros(self.row) {
                Some(micros) => Ok(micros),
                None => fault("the timestamp is finer than a microsecond or out of range"),
            },
            Cells::Moment(_, false) => fault("the timestamp has no zone; pass a column of timestamps in UTC"),
            Cells::Text(text) => {
                let instant = text(self.row).parse::<Instant>();
                instant.map(Instant::microseconds).map_err(de::Error::custom)
            }
            Cells::Reference(keys, values) => other(keys, values, self.row)?.instant(),
            _ => fault("a timestamp with a zone is needed"),
        }
    }
}

fn other<'r, 'a>(keys: &[usize], values: &'r Column<'a>, row: usize) -> Result<Cell<'r, 'a>, Fault> {
    match keys.get(row) {
        Some(key) => Ok(Cell {
            column: values,
            row: *key,
        }),
        None => fault("the entry refers to no value"),
    }
}

impl<'de> Deserializer<'de> for Cell<'_, '_> {
    type Error = Fault;

    fn is_human_readable(&self) -> bool {
        false
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        if self.column.array.is_null(self.row) {
            return visitor.visit_none();
        }
        match &self.column.cells {
            Cells::Whole(whole) => visitor.visit_i64(whole(self.row)),
            Cells::Truth(truth) => visitor.visit_bool(truth(self.row)),
            Cells::Text(text) => visitor.visit_str(text(self.row)),
            Cells::Day(_) | Cells::Moment(..) => fault("a date or timestamp is not taken here"),
            Cells::Decimal(decimal) => match decimal(self.row) {
                Some(decimal) => visitor.visit_str(&decimal.to_string()),
                None => fault("the number has more digits than the 28 of a decimal"),
            },
            Cells::List(range, values) => visitor.visit_seq(Items {
                rows: range(self.row),
                values,
            }),
            Cells::Map(range, keys, values) => visitor.visit_map(Entries {
                rows: range(self.row),
                keys,
                values,
                row: 0,
            }),
            Cells::Reference(keys, values) => other(keys, values, self.row)?.deserialize_any(visitor),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        if self.column.array.is_null(self.row) {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Fault> {
        match name {
            Day::WIRE_NAME => visitor.visit_newtype_struct(self.day()?.into_deserializer()),
            Instant::WIRE_NAME => visitor.visit_newtype_struct(self.instant()?.into_deserializer()),
            _ => visitor.visit_newtype_struct(self),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        match &self.column.cells {
            Cells::Text(text) => visitor.visit_enum(StrDeserializer::<Fault>::new(text(self.row))),
            Cells::Reference(keys, values) => other(keys, values, self.row)?.deserialize_any(visitor),
            _ => fault("text is needed"),
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map struct identifier ignored_any
    }
}
