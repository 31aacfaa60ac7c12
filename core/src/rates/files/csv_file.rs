use csv_core::ReadRecordResult;

use super::columns::HEADER;
use super::rows::{Row, neutral};
use super::{Encoding, FileStyle, MAX_ROWS, TakesRows, unreadable};
use crate::{Code, Error, Reason, Result};

/// Windows-1252 from 0x80 to 0x9F; the rest is Latin-1. Nothing is written in the five places without a letter.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

pub(super) fn read(bytes: &[u8], style: &FileStyle, gather: &mut impl TakesRows) -> Result<()> {
    let text = decode(bytes, style.encoding)?;
    let too_large = |message: String| Error::new(Code::RequestTooLarge, "", message);
    let mut reader = csv_core::ReaderBuilder::new().delimiter(delimiter(style)?).build();
    let (mut rest, mut row) = (text.as_bytes(), Cells::new());
    let mut rows = 0;
    loop {
        let (letters, ends) = row.room();
        let (result, read, written, ended) = reader.read_record(rest, letters, ends);
        rest = rest.get(read..).unwrap_or_default();
        row.letters += written;
        row.cells += ended;
        match result {
            ReadRecordResult::InputEmpty => {}
            ReadRecordResult::OutputFull if row.written.len() >= MAX_ROW_BYTES => {
                let message = format!("row {} has more than {MAX_ROW_BYTES} bytes", rows + 1);
                return Err(Error::from(
                    Reason::new(Code::RequestTooLarge, "", message).with("limit", MAX_ROW_BYTES),
                ));
            }
            ReadRecordResult::OutputFull => row.written.resize(row.written.len() * 2, 0),
            ReadRecordResult::OutputEndsFull => {
                return Err(too_large(format!("row {} has more than {MAX_CELLS} cells", rows + 1)));
            }
            ReadRecordResult::Record => {
                rows += 1;
                if rows > MAX_ROWS {
                    return Err(too_large(format!("more than {MAX_ROWS} rows")));
                }
                gather.row(u32::try_from(rows).unwrap_or(u32::MAX), row.iter())?;
                (row.letters, row.cells) = (0, 0);
            }
            ReadRecordResult::End => return Ok(()),
        }
    }
}

/// The most bytes of a row: what has no end, such as a quote that is never closed, is no row.
const MAX_ROW_BYTES: usize = 4 * 1024 * 1024;
/// The most cells of a row: as many as the columns of a spreadsheet.
const MAX_CELLS: usize = 16_384;

/// A row that is read, in room that is used again for the next.
struct Cells {
    written: Vec<u8>,
    letters: usize,
    ends: Vec<usize>,
    cells: usize,
}

impl Cells {
    fn new() -> Cells {
        Cells {
            written: vec![0; 1_024],
            letters: 0,
            ends: vec![0; MAX_CELLS],
            cells: 0,
        }
    }

    fn room(&mut self) -> (&mut [u8], &mut [usize]) {
        let letters = self.written.get_mut(self.letters..).unwrap_or_default();
        (letters, self.ends.get_mut(self.cells..).unwrap_or_default())
    }

    fn iter(&self) -> impl Iterator<Item = &str> {
        let ends = self.ends.iter().take(self.cells);
        ends.scan(0, |start, end| {
            let cell = self.written.get(std::mem::replace(start, *end)..*end);
            // What is cut at a comma or a quote of text is text.
            Some(cell.and_then(|cell| std::str::from_utf8(cell).ok()).unwrap_or_default())
        })
    }
}

pub(super) fn write(rows: &[Row], style: &FileStyle) -> Result<Vec<u8>> {
    let mut writer = csv::WriterBuilder::new();
    let writer = writer.delimiter(delimiter(style)?).terminator(csv::Terminator::CRLF);
    let mut writer = writer.from_writer(Vec::new());
    let failed = |error: csv::Error| unreadable("the file cannot be written", &error);
    writer.write_record(HEADER).map_err(failed)?;
    for row in rows {
        writer
            .write_record(row.iter().map(|cell| neutral(cell)))
            .map_err(failed)?;
    }
    let bytes = writer
        .into_inner()
        .map_err(|error| unreadable("the file cannot be written", &error))?;
    encode(bytes, style.encoding)
}

fn delimiter(style: &FileStyle) -> Result<u8> {
    match style.delimiter.as_str() {
        "," => Ok(b','),
        ";" => Ok(b';'),
        "\t" => Ok(b'\t'),
        other => {
            let other = crate::money::shortened(other);
            Err(Error::new(
                Code::RequestRange,
                "",
                format!("the delimiter `{other}` is none of `,`, `;` and a tab"),
            ))
        }
    }
}

fn decode(bytes: &[u8], encoding: Encoding) -> Result<std::borrow::Cow<'_, str>> {
    match encoding {
        Encoding::Utf8 => {
            let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
            let text = std::str::from_utf8(bytes);
            text.map(Into::into)
                .map_err(|error| unreadable("the file is not UTF-8; declare its encoding", &error))
        }
        Encoding::Windows1252 => {
            let letter = |byte: &u8| match byte {
                0x80..=0x9f => WINDOWS_1252
                    .get(usize::from(byte - 0x80))
                    .copied()
                    .unwrap_or('\u{fffd}'),
                _ => char::from(*byte),
            };
            Ok(bytes.iter().map(letter).collect::<String>().into())
        }
        Encoding::Utf16 => {
            let (little, rest) = match bytes {
                [0xff, 0xfe, rest @ ..] => (true, rest),
                [0xfe, 0xff, rest @ ..] => (false, rest),
                _ => {
                    return Err(Error::new(
                        Code::RatesImport,
                        "",
                        "a UTF-16 file begins with a byte order mark",
                    ));
                }
            };
            let unit = |pair: &[u8]| match pair {
                [one, other] if little => u16::from_le_bytes([*one, *other]),
                [one, other] => u16::from_be_bytes([*one, *other]),
                _ => 0xd800,
            };
            let text: Result<String, _> = char::decode_utf16(rest.chunks(2).map(unit)).collect();
            text.map(Into::into)
                .map_err(|error| unreadable("the file is not UTF-16", &error))
        }
    }
}

fn encode(bytes: Vec<u8>, encoding: Encoding) -> Result<Vec<u8>> {
    if encoding == Encoding::Utf8 {
        return Ok(bytes);
    }
    let text = String::from_utf8(bytes).map_err(|error| unreadable("the file cannot be written", &error))?;
    if encoding == Encoding::Utf16 {
        return Ok([0xff, 0xfe]
            .into_iter()
            .chain(text.encode_utf16().flat_map(u16::to_le_bytes))
            .collect());
    }
    let byte = |letter: char| {
        let special = WINDOWS_1252
            .iter()
            .position(|own| *own == letter)
            .and_then(|place| u8::try_from(place + 0x80).ok());
        let latin = u8::try_from(u32::from(letter))
            .ok()
            .filter(|byte| !(0x80..0xa0).contains(byte));
        special.or(latin).ok_or_else(|| {
            Error::new(
                Code::RatesImport,
                "",
                format!("`{letter}` cannot be written in windows-1252; take utf-8"),
            )
        })
    };
    text.chars().map(byte).collect()
}
