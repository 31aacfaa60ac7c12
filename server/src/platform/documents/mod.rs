//! Documents: set as PDF by a program of its own, `ratebook-documents`, which is given what it sees and can touch nothing else.
//!
//! Two of them are kept warm at most. One that takes too long or too much is ended, and another is started for whoever comes next.

mod brand;
mod fonts;
mod process;
mod samples;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use ratebook::money::Locale;
use ratebook::records::definition::PackDefinition;
use ratebook::records::{DocumentDefinition, DocumentPaper, Pack};
use ratebook::time::{Instant, Zone};
use ratebook::{Code, Error, Reason};
use serde::Serialize;
use serde_json::Value;
use sha2::{Digest, Sha256};
use tokio::sync::OwnedSemaphorePermit;
use tokio::time::timeout;

use self::process::{Answered, Fault, MOST_SENT, Process};
use super::trace;
use crate::limits::Places;
use crate::problem::Problem;
use crate::store::{Failure, PLATFORM, TenantKey, json};

pub(crate) use brand::{Brand, routes};
pub use fonts::Fonts;

/// As many are made at once, each by a process: one of a tenant, and so two of all.
const AT_ONCE: usize = 2;
/// How long one waits until it is its turn.
const PATIENCE: Duration = Duration::from_secs(20);
/// A process that has set so many makes room for a fresh one.
const MOST_BY_ONE: u32 = 1_000;
/// As much memory each may have, in MiB.
const MEMORY_MIB: u32 = 1_024;
const PROGRAM: &str = "ratebook-documents";

/// What sets documents.
#[derive(Clone, Debug)]
pub struct Documents(Arc<Whole>);

#[derive(Debug)]
struct Whole {
    /// Where the program is; none are set where nobody knows.
    program: Option<PathBuf>,
    fonts: Option<Fonts>,
    /// For how long one may be set.
    patience: Duration,
    places: Places,
    idle: Mutex<Vec<Process>>,
}

impl Default for Documents {
    fn default() -> Documents {
        Documents::new(None, None, Duration::from_secs(10))
    }
}

/// The turn of whoever has a document made: what it is made of is read and kept for no longer than that.
#[derive(Debug)]
pub(crate) struct Turn {
    _of_tenant: OwnedSemaphorePermit,
    _of_all: OwnedSemaphorePermit,
}

/// A document that is to be set.
#[derive(Debug, Serialize)]
pub(crate) struct Job<'p> {
    pub(crate) template: String,
    pub(crate) sources: BTreeMap<String, &'p str>,
    pub(crate) files: BTreeMap<String, String>,
    pub(crate) given: Value,
    pub(crate) title: String,
    pub(crate) language: String,
    pub(crate) locale: Locale,
    pub(crate) zone: Zone,
    pub(crate) paper: &'static str,
    pub(crate) made_at: Instant,
}

/// The same as it is sent, and by what it is known again; what it was made of is let go.
#[derive(Debug)]
pub(crate) struct Written {
    template: String,
    bytes: Vec<u8>,
    pub(crate) tag: String,
}

impl Job<'_> {
    /// One of a document in a language of the pack, for somebody of a language such as `en-IN`. It has no title and is given nothing yet.
    pub(crate) fn of<'p>(
        pack: &'p PackDefinition,
        document: &DocumentDefinition,
        (own, wanted): (&str, &str),
    ) -> Job<'p> {
        let place = |path: &str| format!("/{path}");
        let templates = pack.templates.iter();
        Job {
            template: place(&document.template(own)),
            sources: templates.map(|own| (place(&own.path), own.text.as_str())).collect(),
            files: BTreeMap::new(),
            given: Value::Null,
            title: document.name.clone(),
            language: wanted.to_owned(),
            locale: Locale::of_language(wanted),
            zone: Zone::UTC,
            paper: match document.paper {
                DocumentPaper::A5 => "a5",
                DocumentPaper::Letter => "us-letter",
                _ => "a4",
            },
            made_at: Instant::UNIX_EPOCH,
        }
    }
}

/// The program that lies beside this one, where it is there.
pub(crate) fn beside() -> Option<PathBuf> {
    let own = std::env::current_exe().ok()?;
    let path = own.with_file_name(format!("{PROGRAM}{}", std::env::consts::EXE_SUFFIX));
    path.is_file().then_some(path)
}

impl Documents {
    /// Set by a program, with the fonts of a folder, each for so long at most.
    pub fn new(program: Option<PathBuf>, fonts: Option<Fonts>, patience: Duration) -> Documents {
        Documents(Arc::new(Whole {
            program,
            fonts,
            patience,
            places: Places::new(AT_ONCE, PATIENCE),
            idle: Mutex::default(),
        }))
    }

    /// Where the program is that sets them.
    pub fn program(&self) -> Option<&PathBuf> {
        self.0.program.as_ref()
    }

    /// The turn of a tenant: only the next of each waits among those of all, and so nobody's many documents keep others waiting.
    pub(crate) async fn turn(&self, tenant: TenantKey) -> Result<Turn, Problem> {
        let places = &self.0.places;
        let turn = async {
            Ok::<Turn, Problem>(Turn {
                _of_tenant: places.of_line(&places.of(tenant)).await?,
                _of_all: places.place().await?,
            })
        };
        match timeout(PATIENCE, turn).await {
            Ok(Ok(turn)) => Ok(turn),
            _ => {
                let message = "many documents are being made just now; try again in a moment";
                Err(Failure::Busy(message.to_owned()).into())
            }
        }
    }

    /// A job as it is sent.
    pub(crate) fn written(&self, job: Job<'_>) -> Result<Written, Failure> {
        let bytes = json::bytes(&job)?;
        if bytes.len() > MOST_SENT {
            let message =
                format!("the document is made of more than {MOST_SENT} bytes, templates and pictures included");
            return Err(Reason::new(Code::RequestTooLarge, "", message)
                .with("limit", MOST_SENT)
                .into());
        }
        let mut hash = Sha256::new();
        hash.update(self.0.fonts.as_ref().map_or([0; 32], |fonts| fonts.mark));
        hash.update(&bytes);
        let hash = hash.finalize();
        let hash = hash.iter().take(16);
        let hash = hash.fold(String::new(), |text, byte| format!("{text}{byte:02x}"));
        Ok(Written {
            template: job.template,
            bytes,
            tag: format!("\"{}-{hash}\"", env!("CARGO_PKG_VERSION")),
        })
    }

    /// The PDF of a job, for whoever has the turn.
    pub(crate) async fn set(&self, _: &Turn, job: &Written) -> Result<Vec<u8>, Problem> {
        let program = self.program().ok_or_else(nowhere)?;
        let mut waiting = self.waiting();
        loop {
            let waited = waiting.is_some();
            let mut process = match waiting.take() {
                Some(process) => process,
                None => self.start(program).await.map_err(|why| no_start(&why))?,
            };
            match timeout(self.0.patience, process.ask(&job.bytes)).await {
                Ok(Ok(answered)) => {
                    if process.has_set() < MOST_BY_ONE {
                        self.idle().push(process);
                    }
                    return match answered {
                        Answered::Set(pdf) => Ok(pdf),
                        Answered::Faulty(faults) => Err(faulty(faults)),
                    };
                }
                // It may have been ended while it waited, or be worn: by that nothing is said of this document, and a fresh one tells.
                Ok(Err(_)) if waited => {}
                Ok(Err(error)) => return Err(ended(&job.template, &process.why(&error).await)),
                // Dropped, it is killed.
                Err(_) => return Err(late(&job.template, self.0.patience.as_secs())),
            }
        }
    }

    async fn start(&self, program: &Path) -> Result<Process, String> {
        let folder = self.0.fonts.as_ref().map(|fonts| fonts.folder.as_path());
        Process::start(program, folder, MEMORY_MIB).await
    }

    /// Starts a program, which then waits for the first document: the families of its fonts, or why it does not start.
    pub(crate) async fn families(&self, program: &Path) -> Result<Vec<String>, String> {
        let process = self.start(program).await?;
        let families = process.fonts().to_vec();
        self.idle().push(process);
        Ok(families)
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Process>> {
        self.0.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A process that waits, if one of them is still there.
    fn waiting(&self) -> Option<Process> {
        let mut idle = self.idle();
        while let Some(mut process) = idle.pop() {
            if process.is_there() {
                return Some(process);
            }
        }
        None
    }

    /// What is wrong with the templates of a pack, in a line each: every document is set in every language, of records with everything in
    /// them and of such as have what they must. Nothing where none are set here.
    pub(crate) async fn faults(&self, pack: &Pack) -> Vec<String> {
        let mut faults = Vec::new();
        if self.program().is_none() {
            return faults;
        }
        let definition = pack.definition();
        for document in &definition.documents {
            for language in definition.written_in() {
                for sample in samples::ALL {
                    let mut job = Job::of(definition, document, (language, language));
                    samples::given(&mut job, pack, document, sample);
                    let Err(problem) = self.looked_at(job).await else {
                        continue;
                    };
                    let told = problem.reasons().map(|reason| reason.message.as_str());
                    let told = told
                        .map(|message| format!("`{}` in `{language}`, {}: {message}", document.name, sample.told()));
                    faults.extend(told);
                }
            }
        }
        faults
    }

    async fn looked_at(&self, job: Job<'_>) -> Result<Vec<u8>, Problem> {
        let job = self.written(job)?;
        self.set(&self.turn(PLATFORM).await?, &job).await
    }
}

fn nowhere() -> Problem {
    let message = "documents are not installed here: put `ratebook-documents` beside `ratebook-server`, or name it by the setting `documents`";
    Problem::of_reason(501, Reason::new(Code::RecordsDocument, "", message))
}

fn no_start(why: &str) -> Problem {
    trace::tell(&format!("documents: {why}"));
    let message = "the program that sets documents cannot be started; `ratebook-server doctor` tells why";
    Problem::of_reason(503, Reason::new(Code::RecordsDocument, "", message))
}

fn late(template: &str, seconds: u64) -> Problem {
    let message = format!(
        "the document was not set within {seconds} seconds and was given up: give it fewer records, or a template that ends"
    );
    let reason = Reason::new(Code::RecordsDocument, "", message);
    Error::from(reason.with("template", template).with("limit", seconds)).into()
}

fn ended(template: &str, why: &str) -> Problem {
    trace::tell(&format!("documents: {template}: {why}"));
    let message = match why.contains("memory allocation") {
        true => format!(
            "the document needs more than {MEMORY_MIB} MiB of memory and was given up: give it fewer records or smaller pictures"
        ),
        false => "the program that sets documents has ended while it was at this one; it was noted under this trace"
            .to_owned(),
    };
    Error::from(Reason::new(Code::RecordsDocument, "", message).with("template", template)).into()
}

fn faulty(faults: Vec<Fault>) -> Problem {
    let reasons = faults.into_iter().map(Fault::reason).collect();
    match Error::from_reasons(reasons) {
        Some(error) => error.into(),
        None => Failure::defect("a document that cannot be set, and nobody says why").into(),
    }
}
