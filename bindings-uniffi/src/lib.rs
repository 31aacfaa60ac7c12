//! Ratebook for every language that UniFFI speaks. It holds no rule.
//!
//! One object, [`Engine`]: definitions and requests go in as JSON, answers come out as JSON, errors are typed.
//! `docs/other-languages.md` says which generator makes the other side; Python, Node, Swift and Kotlin have packages of their
//! own, which are faster and know every type.

mod errors;

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use ratebook::api::{Loaded, Operation, ask_json, guarded};
use ratebook::{Code, Error};

pub use errors::{RatebookError, Reason, Report};

uniffi::setup_scaffolding!("ratebook");

/// Loaded definitions, and everything that can be asked of them. One engine serves all threads.
#[derive(Debug, Default, uniffi::Object)]
pub struct Engine {
    kept: RwLock<Kept>,
}

#[derive(Debug, Default)]
struct Kept {
    /// The number given last. None is given twice: who asks too late is refused, and nothing else happens.
    last: u64,
    loaded: BTreeMap<u64, Arc<Loaded>>,
}

#[uniffi::export]
impl Engine {
    /// An engine without definitions.
    #[uniffi::constructor]
    #[must_use]
    pub fn new() -> Arc<Engine> {
        Arc::default()
    }

    /// Checks a definition of a kind such as `rate_list` and compiles it; gives the number that it is asked by. The definition is
    /// JSON, TOML or the compact form.
    pub fn load(&self, kind: String, definition: Vec<u8>) -> Result<u64, RatebookError> {
        let loaded = guarded(|| Loaded::load_text(&kind, &definition))?;
        let mut kept = self.kept.write().unwrap_or_else(PoisonError::into_inner);
        kept.last += 1;
        let number = kept.last;
        kept.loaded.insert(number, Arc::new(loaded));
        Ok(number)
    }

    /// Answers an operation such as `rates.price`: of a definition by its number, or of none where the operation needs none.
    pub fn ask(&self, operation: String, handle: Option<u64>, request: Vec<u8>) -> Result<Vec<u8>, RatebookError> {
        let loaded = handle.map(|number| self.numbered(number)).transpose()?;
        let answer = guarded(|| {
            let known = Operation::named(&operation).ok_or_else(|| unknown(&operation))?;
            ask_json(known, loaded.as_deref(), &request)
        });
        Ok(answer?.into_bytes())
    }

    /// Forgets a definition; true when there was one. A question that is under way is still answered.
    pub fn forget(&self, handle: u64) -> bool {
        let mut kept = self.kept.write().unwrap_or_else(PoisonError::into_inner);
        let forgotten = kept.loaded.remove(&handle);
        drop(kept);
        forgotten.is_some()
    }

    /// The names of all operations, such as `rates.price`.
    #[must_use]
    pub fn operations(&self) -> Vec<String> {
        Operation::ALL
            .iter()
            .map(|operation| operation.name().to_owned())
            .collect()
    }

    /// The version of the engine.
    #[must_use]
    pub fn version(&self) -> String {
        env!("CARGO_PKG_VERSION").to_owned()
    }
}

impl Engine {
    fn numbered(&self, number: u64) -> ratebook::Result<Arc<Loaded>> {
        let kept = self.kept.read().unwrap_or_else(PoisonError::into_inner);
        kept.loaded.get(&number).cloned().ok_or_else(|| {
            let message = format!("there is no definition {number}: it was forgotten, or loaded into another engine");
            Error::new(Code::RequestUnknown, "", message)
        })
    }
}

fn unknown(operation: &str) -> Error {
    let shown: String = operation.chars().take(100).collect();
    let message = format!("there is no operation `{shown}`; `operations` lists them");
    Error::new(Code::RequestUnknown, "", message)
}

#[cfg(test)]
mod tests {
    use super::*;

    const STUDIO: &[u8] = br#"{"resources": [{"id": "studio", "zone": "Europe/Berlin"}]}"#;
    const CHECK: &[u8] = br#"{"now": "2026-08-01T00:00:00Z", "resource": "studio",
        "when": {"span": {"start": "2026-09-01T11:00:00Z", "end": "2026-09-01T13:00:00Z"}}}"#;

    #[test]
    fn a_definition_is_asked_by_its_number_until_it_is_forgotten() {
        let engine = Engine::new();
        let studio = engine.load("calendar".to_owned(), STUDIO.to_vec()).unwrap();
        let check = || engine.ask("calendar.check".to_owned(), Some(studio), CHECK.to_vec());
        let answer = check().unwrap();
        assert!(
            answer.starts_with(br#"{"free":true"#),
            "{}",
            String::from_utf8_lossy(&answer)
        );
        assert!(engine.forget(studio) && !engine.forget(studio));
        let Err(RatebookError::Request { report }) = check() else {
            panic!("it is forgotten");
        };
        assert_eq!(report.code, "request.unknown");
        assert_ne!(engine.load("calendar".to_owned(), STUDIO.to_vec()).unwrap(), studio);
    }

    #[test]
    fn every_operation_is_asked_by_its_name() {
        let engine = Engine::new();
        for name in engine.operations() {
            let named = Operation::named(&name);
            assert_eq!(named.map(Operation::name), Some(name.as_str()));
        }
        let Err(RatebookError::Request { report }) = engine.ask("rates.prise".to_owned(), None, b"{}".to_vec()) else {
            panic!("there is none");
        };
        assert_eq!(
            report.message,
            "there is no operation `rates.prise`; `operations` lists them"
        );
    }
}
