//! A job becomes pages, and pages become a PDF.

use std::collections::HashMap;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use typst::diag::Warned;
use typst::foundations::{Bytes, Datetime, Smart};
use typst::syntax::{FileId, Source};
use typst::utils::LazyHash;
use typst::{Library, compile};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::figures::Writer;
use super::world::{ENGINE, GIVEN, Given, MAIN, id};
use super::{Fault, Fonts, Job};

/// As many pages a document has at most.
const MOST_PAGES: usize = 1_000;
/// For so many documents what typst remembers is kept that none of them has asked for.
const REMEMBERED: usize = 12;
/// As many libraries are kept: one for each language, zone and way of writing amounts.
const MOST_LIBRARIES: usize = 32;

/// What sets one document after the other, and remembers what they have in common.
#[derive(Debug)]
pub struct Press {
    fonts: Fonts,
    libraries: Vec<(Writer, Arc<LazyHash<Library>>)>,
    /// Templates as they were read last.
    sources: HashMap<FileId, Source>,
}

/// A document whose pages are set.
#[derive(Debug)]
pub struct Sheets {
    pages: PagedDocument,
    ident: String,
    made_at: Option<Timestamp>,
}

impl Press {
    /// One with these fonts.
    pub fn new(fonts: Fonts) -> Press {
        Press {
            fonts,
            libraries: Vec::new(),
            sources: HashMap::new(),
        }
    }

    /// The families of its fonts.
    pub fn families(&self) -> Vec<String> {
        self.fonts.families()
    }

    /// The PDF of a job, and how many pages it has.
    pub fn pdf(&mut self, job: &Job) -> Result<(Vec<u8>, usize), Vec<Fault>> {
        let printed = self.printed(job);
        comemo::evict(REMEMBERED);
        printed
    }

    fn printed(&mut self, job: &Job) -> Result<(Vec<u8>, usize), Vec<Fault>> {
        let library = self.library(job);
        let world = self.world(job, &library)?;
        let sheets = set(&world, job)?;
        let standards = PdfStandards::new(&[PdfStandard::Ua_1]);
        let standards = standards.map_err(|error| vec![Fault::of(error.message().as_str())])?;
        let options = PdfOptions {
            ident: Smart::Custom(sheets.ident.clone()),
            creator: Smart::Custom(Some("Ratebook".to_owned())),
            timestamp: sheets.made_at,
            standards,
            ..PdfOptions::default()
        };
        let pdf = typst_pdf::pdf(&sheets.pages, &options).map_err(|faults| Fault::all(&world, &faults))?;
        Ok((pdf, sheets.len()))
    }

    /// The pages of a job.
    pub fn sheets(&mut self, job: &Job) -> Result<Sheets, Vec<Fault>> {
        let library = self.library(job);
        set(&self.world(job, &library)?, job)
    }

    fn library(&mut self, job: &Job) -> Arc<LazyHash<Library>> {
        let writer = Writer {
            language: job.language.clone(),
            locale: job.locale,
            zone: job.zone.clone(),
        };
        if let Some((_, own)) = self.libraries.iter().find(|(own, _)| *own == writer) {
            return Arc::clone(own);
        }
        if self.libraries.len() >= MOST_LIBRARIES {
            self.libraries.remove(0);
        }
        let library = Arc::new(writer.library());
        self.libraries.push((writer, Arc::clone(&library)));
        library
    }

    fn world<'a>(&'a mut self, job: &Job, library: &'a LazyHash<Library>) -> Result<Given<'a>, Vec<Fault>> {
        let own = [
            (MAIN, include_str!("engine/document.typ")),
            (ENGINE, include_str!("engine/ratebook.typ")),
        ];
        let theirs = job.sources.iter().map(|(place, text)| (place.as_str(), text.as_str()));
        let mut sources = HashMap::new();
        // The engine's come last: none of a pack stands in their place.
        for (place, text) in theirs.chain(own) {
            let id = id(place).ok_or_else(|| vec![no_place(place)])?;
            let known = self.sources.remove(&id).filter(|source| source.text() == text);
            sources.insert(id, known.unwrap_or_else(|| Source::new(id, text.to_owned())));
        }
        self.sources.clone_from(&sources);
        let mut files = HashMap::new();
        for (place, text) in &job.files {
            let id = id(place).ok_or_else(|| vec![no_place(place)])?;
            let bytes = STANDARD.decode(text);
            let bytes = bytes.map_err(|_| vec![Fault::of(format!("`{place}` is not in Base64"))])?;
            files.insert(id, Bytes::new(bytes));
        }
        let (language, region) = job.language.split_once('-').unwrap_or((&job.language, ""));
        let given = json!({
            "given": job.given,
            "template": job.template,
            "title": job.title,
            "language": language,
            "region": Some(region).filter(|region| region.len() == 2),
            "paper": job.paper,
        });
        let (Some(main), Some(place)) = (id(MAIN), id(GIVEN)) else {
            return Err(vec![no_place(GIVEN)]);
        };
        files.insert(place, Bytes::from_string(given.to_string()));
        Ok(Given {
            library,
            fonts: &self.fonts,
            main,
            sources,
            files,
        })
    }
}

fn no_place(place: &str) -> Fault {
    Fault::of(format!("`{place}` is not the place of a file"))
}

fn set(world: &Given<'_>, job: &Job) -> Result<Sheets, Vec<Fault>> {
    let Warned { output, .. } = compile::<PagedDocument>(world);
    let pages = output.map_err(|faults| Fault::all(world, &faults))?;
    if pages.pages().len() > MOST_PAGES {
        let message = format!(
            "the document has {} pages; at most {MOST_PAGES} are set",
            pages.pages().len()
        );
        return Err(vec![Fault::of(message)]);
    }
    Ok(Sheets {
        pages,
        ident: format!("{}\n{}\n{}", job.template, job.title, job.given),
        made_at: timestamp(job),
    })
}

fn timestamp(job: &Job) -> Option<Timestamp> {
    let (day, time) = ratebook::time::Zone::UTC.local(job.made_at);
    let ((year, month, number), seconds) = (day.ymd(), time.seconds());
    let part = |number: u32| u8::try_from(number).ok();
    let moment = Datetime::from_ymd_hms(
        year,
        part(month)?,
        part(number)?,
        part(seconds / 3_600)?,
        part(seconds / 60 % 60)?,
        part(seconds % 60)?,
    )?;
    Some(Timestamp::new_utc(moment))
}

impl Sheets {
    /// How many pages there are.
    pub fn len(&self) -> usize {
        self.pages.pages().len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.pages.pages().is_empty()
    }

    /// The pages themselves, for those who draw them.
    pub fn pages(&self) -> &PagedDocument {
        &self.pages
    }
}
