//! Pieces of an installation as bytes.

use std::io::{self, Read, Write};

use ratebook::records::ColumnKind;

use crate::store::sql::Bound;
use crate::store::upgrade::{CopiedTable, Counted, Piece, Table};

const END: u8 = 0;
const TABLE: u8 = 1;
const ROWS: u8 = 2;
const COUNTED: u8 = 3;

fn wrong(message: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, message.to_owned())
}

fn write_bytes(out: &mut impl Write, bytes: &[u8]) -> io::Result<()> {
    let length = u32::try_from(bytes.len()).map_err(|_| wrong("a value of more than 4 GiB"))?;
    out.write_all(&length.to_be_bytes())?;
    out.write_all(bytes)
}

/// Writes a piece.
pub(super) fn write(out: &mut impl Write, piece: &Piece) -> io::Result<()> {
    match piece {
        Piece::Table(name, table) => {
            out.write_all(&[TABLE])?;
            write_bytes(out, name.as_bytes())?;
            write_bytes(out, &serde_json::to_vec(table)?)
        }
        Piece::Rows(rows) => {
            let count = u32::try_from(rows.len()).map_err(|_| wrong("too many rows"))?;
            out.write_all(&[ROWS])?;
            out.write_all(&count.to_be_bytes())?;
            rows.iter().flatten().try_for_each(|value| write_value(out, value))
        }
        Piece::Counted(counted) => {
            out.write_all(&[COUNTED])?;
            out.write_all(&counted.rows.to_be_bytes())?;
            out.write_all(&counted.hash)
        }
        Piece::End { tables, rows } => {
            out.write_all(&[END])?;
            out.write_all(&tables.to_be_bytes())?;
            out.write_all(&rows.to_be_bytes())
        }
    }
}

fn write_value(out: &mut impl Write, value: &Bound) -> io::Result<()> {
    match value {
        Bound::Nothing(_) | Bound::Grams(_) => out.write_all(&[0]),
        Bound::Truth(truth) => out.write_all(&[1, u8::from(*truth)]),
        Bound::Whole(number) => {
            out.write_all(&[2])?;
            out.write_all(&number.to_be_bytes())
        }
        Bound::Text(text) => {
            out.write_all(&[3])?;
            write_bytes(out, text.as_bytes())
        }
        Bound::Id(id) => {
            out.write_all(&[4])?;
            out.write_all(id)
        }
        Bound::Bytes(bytes) => {
            out.write_all(&[5])?;
            write_bytes(out, bytes)
        }
    }
}

/// Reads pieces, and counts what each table has.
#[derive(Debug, Default)]
pub(super) struct Pieces {
    /// The one whose rows are read.
    table: Option<(String, Table, Counted)>,
    tables: u64,
    rows: u64,
}

impl Pieces {
    /// The next one.
    pub(super) fn next(&mut self, from: &mut impl Read) -> io::Result<Piece> {
        let [what] = array(from)?;
        match what {
            TABLE if self.table.is_none() => {
                let name = text(from)?;
                let table: Table = serde_json::from_slice(&bytes(from)?)?;
                self.table = Some((name.clone(), table.clone(), Counted::default()));
                Ok(Piece::Table(name, table))
            }
            ROWS => self.rows(from),
            COUNTED => self.counted(from),
            END if self.table.is_none() => {
                let (tables, rows) = (u64::from_be_bytes(array(from)?), u64::from_be_bytes(array(from)?));
                if (tables, rows) != (self.tables, self.rows) {
                    return Err(wrong("the backup has other tables or rows than it tells"));
                }
                Ok(Piece::End { tables, rows })
            }
            _ => Err(wrong(
                "the backup has a piece that is none, or in another order than one is made in",
            )),
        }
    }

    fn rows(&mut self, from: &mut impl Read) -> io::Result<Piece> {
        let Some((_, table, counted)) = &mut self.table else {
            return Err(wrong("the backup has rows of no table"));
        };
        let count = u32::from_be_bytes(array(from)?);
        let mut rows = Vec::new();
        for _ in 0..count {
            let values = table.kinds().iter().map(|kind| value(from, *kind));
            let row: Vec<Bound> = values.collect::<io::Result<_>>()?;
            counted.row(&row);
            rows.push(row);
        }
        Ok(Piece::Rows(rows))
    }

    fn counted(&mut self, from: &mut impl Read) -> io::Result<Piece> {
        let Some((name, _, counted)) = self.table.take() else {
            return Err(wrong("the backup counts the rows of no table"));
        };
        let own: CopiedTable = counted.table(&name);
        if (own.rows, own.hash) != (u64::from_be_bytes(array(from)?), array(from)?) {
            return Err(wrong(&format!("the backup has other rows of `{name}` than it tells")));
        }
        self.tables += 1;
        self.rows += own.rows;
        Ok(Piece::Counted(own))
    }
}

fn value(from: &mut impl Read, kind: ColumnKind) -> io::Result<Bound> {
    let [what] = array(from)?;
    Ok(match what {
        0 => Bound::Nothing(kind),
        1 => Bound::Truth(array(from)? != [0]),
        2 => Bound::Whole(i64::from_be_bytes(array(from)?)),
        3 => Bound::Text(text(from)?),
        4 => Bound::Id(array(from)?),
        5 => Bound::Bytes(bytes(from)?),
        _ => return Err(wrong("the backup has a value of no kind")),
    })
}

fn array<const N: usize>(from: &mut impl Read) -> io::Result<[u8; N]> {
    let mut bytes = [0; N];
    from.read_exact(&mut bytes)?;
    Ok(bytes)
}

fn bytes(from: &mut impl Read) -> io::Result<Vec<u8>> {
    let length = u32::from_be_bytes(array(from)?);
    let mut bytes = Vec::new();
    from.by_ref().take(length.into()).read_to_end(&mut bytes)?;
    match u32::try_from(bytes.len()) {
        Ok(read) if read == length => Ok(bytes),
        _ => Err(wrong("the backup ends within a value")),
    }
}

fn text(from: &mut impl Read) -> io::Result<String> {
    String::from_utf8(bytes(from)?).map_err(|_| wrong("the backup has a text that is none"))
}
