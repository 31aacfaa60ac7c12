//! Documents: in which languages there are any, what they are called, and what they ask of records.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::compiled::{Entity, Field, Pack};
use super::definition::{DocumentDefinition, FieldKind, PackDefinition};
use crate::fault::{Faults, Pointer, near, shortened};
use crate::{Code, Reason};

/// What the engine itself puts beside the templates of a pack.
const ENGINES: [&str; 2] = ["ratebook.typ", "document.typ"];

impl PackDefinition {
    /// The languages in which its documents are: the first is that of whoever names none.
    pub fn written_in(&self) -> Vec<&str> {
        match self.languages.is_empty() {
            true => vec![self.first_language()],
            false => self.languages.iter().map(String::as_str).collect(),
        }
    }

    /// The language of the pack for somebody of a language such as `de-AT`; nothing where there is none.
    pub fn language_for(&self, wanted: &str) -> Option<&str> {
        let of = |tag: &str| {
            let mut own = self.written_in().into_iter();
            own.find(|own| own.eq_ignore_ascii_case(tag))
        };
        let base = wanted.split(['-', '_']).next().unwrap_or_default();
        of(wanted).or_else(|| of(base))
    }

    /// The language of the pack for somebody of a language such as `de-AT`, and the same with their region, which says how figures and days are
    /// written: the first language of the pack for whoever names none, and nothing where the pack has none or the region is none.
    pub fn language_and_region(&self, wanted: Option<&str>) -> Option<(&str, String)> {
        let Some(wanted) = wanted else {
            let first = self.written_in().into_iter().next()?;
            return Some((first, first.to_owned()));
        };
        let own = self.language_for(wanted)?;
        if own.eq_ignore_ascii_case(wanted) {
            return Some((own, own.to_owned()));
        }
        let region = wanted.split_once('-')?.1.to_ascii_uppercase();
        let letters = region.len() == 2 && region.bytes().all(|byte| byte.is_ascii_uppercase());
        let digits = region.len() == 3 && region.bytes().all(|byte| byte.is_ascii_digit());
        (letters || digits).then(|| (own, format!("{own}-{region}")))
    }
}

impl DocumentDefinition {
    /// Where its template in a language lies, below `templates/`.
    pub fn template(&self, language: &str) -> String {
        format!("{language}/documents/{}.typ", self.name)
    }

    /// What it is called in a language, of a record.
    pub fn title_of(&self, language: &str, record: &Map<String, Value>) -> String {
        filled(self.title.get(language).unwrap_or(&self.name), record)
    }

    /// What its file is called, of a record: without its ending, and with nothing in it that names of files do not have.
    pub fn file_of(&self, record: &Map<String, Value>) -> String {
        let text = filled(self.file.as_ref().unwrap_or(&self.name), record);
        let plain = |letter: char| letter.is_alphanumeric() || "-_. ".contains(letter);
        let letters = text.chars().map(|letter| if plain(letter) { letter } else { '-' });
        let name: String = letters.take(100).collect();
        let name = name.trim_matches(['.', ' ']);
        (if name.is_empty() { self.name.as_str() } else { name }).to_owned()
    }

    /// The fields that it asks for: those that it is given, and those of its names. All where it names none.
    pub fn asked(&self) -> Vec<String> {
        if self.fields.is_empty() {
            return Vec::new();
        }
        let mut asked: BTreeSet<&str> = self.fields.iter().chain(&self.expand).map(String::as_str).collect();
        for text in self.title.values().chain(&self.file) {
            asked.extend(parts(text).filter_map(Part::name));
        }
        asked.into_iter().map(str::to_owned).collect()
    }
}

/// A part of a title or of a file's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part<'t> {
    Text(&'t str),
    Field(&'t str),
    /// A brace without its other one.
    Open,
}

impl<'t> Part<'t> {
    fn name(self) -> Option<&'t str> {
        match self {
            Part::Field(name) => Some(name),
            _ => None,
        }
    }
}

fn parts(text: &str) -> impl Iterator<Item = Part<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let Some(inner) = rest.strip_prefix('{') else {
            let (before, _) = rest.split_once('{').unwrap_or((rest, ""));
            rest = rest.get(before.len()..).unwrap_or_default();
            return Some(Part::Text(before));
        };
        match inner.split_once('}') {
            Some((name, after)) => {
                rest = after;
                Some(Part::Field(name))
            }
            None => {
                rest = "";
                Some(Part::Open)
            }
        }
    })
}

fn filled(text: &str, record: &Map<String, Value>) -> String {
    let mut out = String::new();
    for part in parts(text) {
        match part {
            Part::Text(text) => out.push_str(text),
            Part::Field(name) => match record.get(name) {
                Some(Value::String(value)) => out.push_str(value),
                Some(Value::Number(value)) => out.push_str(&value.to_string()),
                _ => {}
            },
            Part::Open => {}
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is wrong with the documents of a pack and with where their templates lie.
pub(super) fn check(pack: &Pack, root: &Pointer, faults: &mut Faults) {
    let (definition, place) = (pack.definition(), root.join("documents"));
    let mut seen = BTreeSet::new();
    for (index, document) in definition.documents.iter().enumerate() {
        let at = place.join(index);
        if !seen.insert(&document.name) {
            let message = format!("there are two documents `{}`", shortened(&document.name));
            faults.add(Reason::new(Code::DefinitionConflict, at.join("name"), message));
        }
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
        if !document.name.bytes().all(plain) {
            let message = format!(
                "`{}` cannot be the name of a document; use small letters, digits and `_`",
                shortened(&document.name)
            );
            faults.add(Reason::new(Code::DefinitionRange, at.join("name"), message));
        }
        words(definition, document, &at, faults);
        match pack.entity(&document.entity) {
            Some(entity) => {
                fields(entity, document, &at, faults);
                unfit(document, &at, faults);
            }
            None => {
                let hint = near(&document.entity, pack.entities().iter().map(Entity::name));
                let message = format!("there is no entity `{}`{hint}", shortened(&document.entity));
                faults.add(Reason::new(Code::DefinitionReference, at.join("entity"), message));
            }
        }
    }
    templates(definition, root, faults);
}

/// Its title and its template in every language of the pack.
fn words(pack: &PackDefinition, document: &DocumentDefinition, at: &Pointer, faults: &mut Faults) {
    let languages = pack.written_in();
    for language in &languages {
        if !document.title.contains_key(*language) {
            let message = format!("what is `{}` called in `{language}`?", shortened(&document.name));
            faults.add(Reason::new(
                Code::DefinitionMissing,
                at.join("title").join(*language),
                message,
            ));
        }
        let path = document.template(language);
        if pack.templates.iter().all(|template| template.path != path) {
            let message = format!(
                "`{}` has no template in `{language}`; write `templates/{path}`",
                shortened(&document.name)
            );
            faults.add(Reason::new(Code::DefinitionMissing, at.join("name"), message));
        }
    }
    for language in document.title.keys().filter(|own| !languages.contains(&own.as_str())) {
        let hint = near(language, languages.iter().copied());
        let message = format!("`{}` is no language of the pack{hint}", shortened(language));
        faults.add(Reason::new(
            Code::DefinitionReference,
            at.join("title").join(language),
            message,
        ));
    }
}

/// What can stand in a place of a document: which fields, what is said of others, and whether what the engine keeps of every record can.
#[derive(Clone, Copy)]
struct Fits {
    field: fn(&Field) -> bool,
    otherwise: &'static str,
    of_every_record: bool,
}

impl Fits {
    const fn fields(field: fn(&Field) -> bool, otherwise: &'static str) -> Fits {
        Fits {
            field,
            otherwise,
            of_every_record: false,
        }
    }

    /// What is wrong with a name, if anything is.
    fn fault(self, entity: &Entity, name: &str, at: &Pointer) -> Option<Reason> {
        let column = entity.column_named(name).and_then(|column| entity.column(column));
        match entity.field(name) {
            Some(field) if field.kind() == FieldKind::Secret => {
                let message = format!("`{name}` is a secret; documents show none");
                Some(Reason::new(Code::DefinitionConflict, at, message))
            }
            Some(field) if (self.field)(field) => None,
            Some(_) => {
                let message = format!("`{}` is {}", shortened(name), self.otherwise);
                Some(Reason::new(Code::DefinitionConflict, at, message))
            }
            None if self.of_every_record && column.is_some_and(|column| column.field.is_none()) => None,
            None => Some(Reason::new(Code::DefinitionReference, at, entity.no_field(name))),
        }
    }
}

/// Kinds of fields that stand in a title or in a file's name as they are.
fn is_told(field: &Field) -> bool {
    use FieldKind::{
        Choice, Country, Currency, Day, Decimal, Email, Integer, LongText, Percent, Phone, Slug, Text, Time, Url, Zone,
    };
    matches!(
        field.kind(),
        Text | LongText
            | Email
            | Phone
            | Url
            | Slug
            | Choice
            | Integer
            | Decimal
            | Percent
            | Day
            | Time
            | Zone
            | Country
            | Currency
    )
}

fn fields(entity: &Entity, document: &DocumentDefinition, at: &Pointer, faults: &mut Faults) {
    let is_link = |field: &Field| matches!(field.kind(), FieldKind::Link | FieldKind::Links);
    let is_rows = |field: &Field| field.kind() == FieldKind::Rows;
    let given = Fits {
        of_every_record: true,
        ..Fits::fields(|field| field.kind() != FieldKind::Rows, "of rows; name it in `rows`")
    };
    let lists: [(&str, &[String], Fits); 4] = [
        ("fields", &document.fields, given),
        (
            "expand",
            &document.expand,
            Fits::fields(is_link, "no link; `expand` is of links"),
        ),
        (
            "rows",
            &document.rows,
            Fits::fields(is_rows, "not of rows; `rows` names fields of that kind"),
        ),
        (
            "sums",
            &document.sums,
            Fits::fields(Field::is_summed, "nothing that can be summed"),
        ),
    ];
    for (list, names, fits) in lists {
        let (place, mut seen) = (at.join(list), BTreeSet::new());
        for (number, name) in names.iter().enumerate() {
            let at = place.join(number);
            if !seen.insert(name) {
                let message = format!("`{}` stands there twice", shortened(name));
                faults.add(Reason::new(Code::DefinitionConflict, &at, message));
            } else if let Some(fault) = fits.fault(entity, name, &at) {
                faults.add(fault);
            }
        }
    }
    let told = Fits {
        of_every_record: true,
        ..Fits::fields(
            is_told,
            "no text of one line; a title is made of texts, numbers and days",
        )
    };
    for (place, text) in texts(document, at) {
        for name in parts(text).filter_map(Part::name).filter(|_| !document.list) {
            if let Some(fault) = told.fault(entity, name, &place) {
                faults.add(fault);
            }
        }
    }
}

/// What it and its file are called, with the place of each.
fn texts<'d>(document: &'d DocumentDefinition, at: &Pointer) -> Vec<(Pointer, &'d String)> {
    let titles = document.title.iter();
    let titles = titles.map(|(language, text)| (at.join("title").join(language), text));
    let file = document.file.iter().map(|text| (at.join("file"), text));
    titles.chain(file).collect()
}

/// What has no place in a document of one record, or of a list.
fn unfit(document: &DocumentDefinition, at: &Pointer, faults: &mut Faults) {
    for (place, text) in texts(document, at) {
        let wrong = parts(text).any(|part| part == Part::Open || (document.list && part.name().is_some()));
        if wrong {
            let message = match document.list {
                true => "a list is called after no field: its records have many",
                false => "a `{` has no `}` behind it",
            };
            faults.add(Reason::new(Code::DefinitionRange, place, message));
        }
    }
    let unfit = [
        (
            "rows",
            document.list && !document.rows.is_empty(),
            "a list has no rows in its records; leave `rows` out",
        ),
        (
            "sums",
            !document.list && !document.sums.is_empty(),
            "one record has no sums; leave `sums` out",
        ),
    ];
    for (name, _, message) in unfit.iter().filter(|(_, wrong, _)| *wrong) {
        faults.add(Reason::new(Code::DefinitionConflict, at.join(*name), *message));
    }
}

/// Where templates lie, and whether those that look like a document's are one's.
fn templates(pack: &PackDefinition, root: &Pointer, faults: &mut Faults) {
    let (place, languages) = (root.join("templates"), pack.written_in());
    let mut seen = BTreeSet::new();
    for (index, template) in pack.templates.iter().enumerate() {
        let (path, at) = (&template.path, place.join(index).join("path"));
        let step = |step: &str| {
            let plain = |letter: char| letter.is_ascii_alphanumeric() || "-_.".contains(letter);
            !step.is_empty() && !step.starts_with('.') && step.chars().all(plain)
        };
        if !path.ends_with(".typ") || !path.split('/').all(step) {
            let message = format!(
                "`{}` is no place of a template such as `en/documents/quote.typ`",
                shortened(path)
            );
            faults.add(Reason::new(Code::DefinitionRange, &at, message));
        }
        if ENGINES.contains(&path.as_str()) {
            let message = format!("`{path}` is the engine's own; give yours another place");
            faults.add(Reason::new(Code::DefinitionConflict, &at, message));
        }
        if !seen.insert(path) {
            let message = format!("there are two templates `{}`", shortened(path));
            faults.add(Reason::new(Code::DefinitionConflict, &at, message));
        }
        let name = path
            .split_once("/documents/")
            .filter(|(language, _)| languages.contains(language));
        let name = name.and_then(|(_, file)| file.strip_suffix(".typ"));
        if let Some(name) = name.filter(|name| pack.documents.iter().all(|own| own.name != **name)) {
            let hint = near(name, pack.documents.iter().map(|own| own.name.as_str()));
            let message = format!("there is no document `{}` for this template{hint}", shortened(name));
            faults.add(Reason::new(Code::DefinitionReference, at, message));
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn document() -> DocumentDefinition {
        let title = json!({"en": "Quote {number} of {name}", "de": "Angebot {number}"});
        let declared =
            json!({"name": "quote", "entity": "trip", "title": title, "file": "quote {number}", "fields": ["price"]});
        serde_json::from_value(declared).unwrap()
    }

    #[test]
    fn titles_and_files_are_called_after_the_record() {
        let record = json!({"number": "QT/26 ../1", "name": " Ana\nWeber "});
        let record = record.as_object().unwrap();
        assert_eq!(document().title_of("en", record), "Quote QT/26 ../1 of Ana Weber");
        assert_eq!(document().title_of("de", &Map::new()), "Angebot");
        assert_eq!(document().file_of(record), "quote QT-26 ..-1");
        let mut nameless = document();
        nameless.file = Some("{number}".to_owned());
        assert_eq!(nameless.file_of(&Map::new()), "quote");
        assert_eq!(document().asked(), ["name", "number", "price"]);
    }

    #[test]
    fn languages_fall_back_to_the_one_without_a_region() {
        let mut pack: PackDefinition = serde_json::from_value(json!({"name": "p"})).unwrap();
        assert_eq!(pack.written_in(), ["en"]);
        pack.languages = ["de", "en", "en-IN"].map(str::to_owned).to_vec();
        for (wanted, found) in [
            ("en-IN", Some("en-IN")),
            ("EN-in", Some("en-IN")),
            ("en-GB", Some("en")),
            ("de", Some("de")),
            ("fr", None),
            ("", None),
        ] {
            assert_eq!(pack.language_for(wanted), found, "{wanted}");
        }
    }

    #[test]
    fn the_language_is_the_packs_and_the_region_is_one() {
        let mut pack: PackDefinition = serde_json::from_value(json!({"name": "p"})).unwrap();
        pack.languages = ["de", "es", "en", "en-IN"].map(str::to_owned).to_vec();
        for (wanted, told) in [
            (None, Some(("de", "de"))),
            (Some("de"), Some(("de", "de"))),
            (Some("DE"), Some(("de", "de"))),
            (Some("DE-at"), Some(("de", "de-AT"))),
            (Some("EN-in"), Some(("en-IN", "en-IN"))),
            (Some("es-419"), Some(("es", "es-419"))),
            (Some("en-"), None),
            (Some("en-x"), None),
            (Some("en-i1"), None),
            (Some("en_US"), None),
            (Some("en-Latn-GB"), None),
            (Some("en-ÅÄ"), None),
            (Some("fr-CH"), None),
        ] {
            let told = told.map(|(language, region)| (language, region.to_owned()));
            assert_eq!(pack.language_and_region(wanted), told, "{wanted:?}");
        }
    }
}
