//! What lies in a cell: the entries of a list, the names and values of a map.

use serde::de::{self, DeserializeSeed};

use super::{Cell, Column, Fault};

/// The entries of a list.
pub(super) struct Items<'r, 'a> {
    pub(super) rows: std::ops::Range<usize>,
    pub(super) values: &'r Column<'a>,
}

impl<'de> de::SeqAccess<'de> for Items<'_, '_> {
    type Error = Fault;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Fault> {
        let Some(row) = self.rows.next() else {
            return Ok(None);
        };
        let cell = Cell {
            column: self.values,
            row,
        };
        seed.deserialize(cell).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.rows.len())
    }
}

/// The entries of a map.
pub(super) struct Entries<'r, 'a> {
    pub(super) rows: std::ops::Range<usize>,
    pub(super) keys: &'r Column<'a>,
    pub(super) values: &'r Column<'a>,
    pub(super) row: usize,
}

impl<'de> de::MapAccess<'de> for Entries<'_, '_> {
    type Error = Fault;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Fault> {
        let Some(row) = self.rows.next() else {
            return Ok(None);
        };
        self.row = row;
        let cell = Cell { column: self.keys, row };
        seed.deserialize(cell).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Fault> {
        seed.deserialize(Cell {
            column: self.values,
            row: self.row,
        })
    }
}
