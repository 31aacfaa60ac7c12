use std::mem::size_of;

use quick_xml::events::Event;

use super::cells;
use super::package::{Package, Part, attributes_of, failed};
use crate::{Code, Error, Result};

/// The largest number of a number format: a spreadsheet keeps it in 16 bits.
const MAX_FORMAT: usize = 65_535;

/// What the cells of the first sheet refer to.
#[derive(Default)]
pub(super) struct Book {
    /// The name of the first sheet's part.
    pub(super) sheet: String,
    /// Whether days count from 1904, as on old Macs.
    pub(super) from_1904: bool,
    /// Texts that cells share.
    pub(super) texts: Vec<String>,
    /// For each style whether it shows a number as a day.
    dated: Vec<bool>,
}

/// A part that another part names.
struct Relation {
    id: String,
    /// The last word of its type.
    kind: String,
    target: String,
}

impl Book {
    pub(super) fn read(package: &mut Package<'_>) -> Result<Book> {
        let mut whole = relations(package, "")?.into_iter();
        let workbook = whole.find(|relation| relation.kind == "officeDocument");
        let workbook = workbook.map_or_else(|| "xl/workbook.xml".to_owned(), |relation| relation.target);
        let relations = relations(package, &workbook)?;
        let mut book = Book::default();
        let sheets = book.read_workbook(&mut package.part(&workbook)?)?;
        let first = sheets.iter().find_map(|id| {
            let mut sheets = relations.iter().filter(|relation| relation.kind == "worksheet");
            sheets.find(|relation| relation.id == *id)
        });
        let Some(first) = first else {
            return Err(Error::new(Code::RatesImport, "", "the workbook has no sheet"));
        };
        book.sheet.clone_from(&first.target);
        let part_of = |kind: &str, usual: &str| {
            let named = relations.iter().find(|relation| relation.kind == kind);
            named.map_or_else(|| joined(&workbook, usual), |relation| relation.target.clone())
        };
        let (texts, styles) = (
            part_of("sharedStrings", "sharedStrings.xml"),
            part_of("styles", "styles.xml"),
        );
        if package.has(&texts) {
            book.read_texts(&mut package.part(&texts)?)?;
        }
        if package.has(&styles) {
            book.read_styles(&mut package.part(&styles)?)?;
        }
        Ok(book)
    }

    pub(super) fn is_dated(&self, style: usize) -> bool {
        self.dated.get(style).copied().unwrap_or(false)
    }

    /// How days count, and the sheets by the relations that name them, in their order.
    fn read_workbook(&mut self, part: &mut Part<'_>) -> Result<Vec<String>> {
        let mut sheets = Vec::new();
        loop {
            let mut sheet = None;
            match part.event()? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "sheet" => attributes_of(&element, |name, value| {
                        if name == "id" {
                            sheet = Some(value.to_owned());
                        }
                        Ok(())
                    })?,
                    "workbookPr" => attributes_of(&element, |name, value| {
                        self.from_1904 |= name == "date1904" && matches!(value, "1" | "true");
                        Ok(())
                    })?,
                    _ => {}
                },
                Event::End(element) if element.local_name().as_ref() == "workbook" => return Ok(sheets),
                Event::Eof => return Err(failed(&"its list of sheets ends early")),
                _ => {}
            }
            if let Some(id) = sheet {
                part.spend(size_of::<String>())?;
                sheets.push(id);
            }
        }
    }

    fn read_texts(&mut self, part: &mut Part<'_>) -> Result<()> {
        loop {
            match part.event()? {
                Event::Start(element) if element.local_name().as_ref() == "si" => {}
                Event::End(element) if element.local_name().as_ref() == "sst" => return Ok(()),
                Event::Eof => return Err(failed(&"its shared texts end early")),
                _ => continue,
            }
            part.spend(size_of::<String>())?;
            let text = part.rich_text()?;
            self.texts.push(text);
        }
    }

    fn read_styles(&mut self, part: &mut Part<'_>) -> Result<()> {
        let mut own_formats: Vec<bool> = Vec::new();
        let (mut in_formats, mut in_cells) = (false, false);
        loop {
            match part.event()? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "numFmts" => in_formats = true,
                    "cellXfs" => in_cells = true,
                    "numFmt" if in_formats => {
                        let (mut number, mut dated) = (None, false);
                        attributes_of(&element, |name, value| {
                            match name {
                                "numFmtId" => number = value.parse::<usize>().ok(),
                                "formatCode" => dated = cells::is_dated_format(value),
                                _ => {}
                            }
                            Ok(())
                        })?;
                        if let Some(number) = number.filter(|number| dated && *number <= MAX_FORMAT) {
                            own_formats.resize(own_formats.len().max(number + 1), false);
                            own_formats.get_mut(number).into_iter().for_each(|own| *own = true);
                        }
                    }
                    "xf" if in_cells => {
                        let mut format = 0;
                        attributes_of(&element, |name, value| {
                            if name == "numFmtId" {
                                format = value.parse().unwrap_or(0);
                            }
                            Ok(())
                        })?;
                        let own = own_formats.get(format).copied().unwrap_or(false);
                        self.dated.push(own || cells::is_dated_built_in(format));
                    }
                    _ => {}
                },
                Event::End(element) => match element.local_name().as_ref() {
                    "numFmts" => in_formats = false,
                    "cellXfs" => in_cells = false,
                    "styleSheet" => return Ok(()),
                    _ => {}
                },
                Event::Eof => return Err(failed(&"its styles end early")),
                _ => {}
            }
        }
    }
}

/// What a part names, the whole package being the part without a name; none when it says nothing.
fn relations(package: &mut Package<'_>, source: &str) -> Result<Vec<Relation>> {
    let (_, file) = source.rsplit_once('/').unwrap_or(("", source));
    let name = joined(source, &format!("_rels/{file}.rels"));
    let mut relations = Vec::new();
    if !package.has(&name) {
        return Ok(relations);
    }
    let mut part = package.part(&name)?;
    loop {
        let mut relation = Relation {
            id: String::new(),
            kind: String::new(),
            target: String::new(),
        };
        match part.event()? {
            Event::Start(element) if element.local_name().as_ref() == "Relationship" => {
                attributes_of(&element, |name, value| {
                    match name {
                        "Id" => value.clone_into(&mut relation.id),
                        "Type" => value.rsplit('/').next().unwrap_or(value).clone_into(&mut relation.kind),
                        "Target" => relation.target = joined(source, value),
                        _ => {}
                    }
                    Ok(())
                })?;
            }
            Event::End(element) if element.local_name().as_ref() == "Relationships" => return Ok(relations),
            Event::Eof => return Err(failed(&"its relations end early")),
            _ => continue,
        }
        part.spend(size_of::<Relation>())?;
        relations.push(relation);
    }
}

/// The name of a part that `source` calls `target`: from the root when it begins with a slash, else from the same folder.
fn joined(source: &str, target: &str) -> String {
    let (folder, target) = match (target.strip_prefix('/'), source.rsplit_once('/')) {
        (Some(target), _) => ("", target),
        (None, Some((folder, _))) => (folder, target),
        (None, None) => ("", target),
    };
    let mut steps: Vec<&str> = Vec::new();
    for step in folder.split('/').chain(target.split('/')) {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}
