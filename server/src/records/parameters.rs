//! The address of a list as a query: every parameter is known or refused by name.

use std::collections::BTreeMap;

use percent_encoding::percent_decode_str;
use ratebook::records::RecordQuery;
use ratebook::{Code, Error, Reason, place};

/// What an address asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Parameters {
    /// By name, in their order of the alphabet.
    given: BTreeMap<String, String>,
}

impl Parameters {
    /// What stands behind the question mark.
    pub(crate) fn read(query: Option<&str>) -> Result<Parameters, Error> {
        let mut given = BTreeMap::new();
        let mut reasons = Vec::new();
        for pair in query.unwrap_or_default().split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            match (decoded(name), decoded(value)) {
                (Some(name), Some(value)) => {
                    if given.insert(name.clone(), value).is_some() {
                        let message = format!("`{}` is there twice; separate several values by comma", shown(&name));
                        reasons.push(Reason::new(Code::RequestConflict, place(&name), message));
                    }
                }
                _ => {
                    let message = "the address is not UTF-8 once its `%` are read";
                    reasons.push(Reason::new(Code::RequestRange, "", message));
                }
            }
        }
        match Error::from_reasons(reasons) {
            Some(error) => Err(error),
            None => Ok(Parameters { given }),
        }
    }

    /// Takes one out.
    pub(crate) fn take(&mut self, name: &str) -> Option<String> {
        self.given.remove(name)
    }

    /// Refuses whatever is left.
    pub(crate) fn finish(self) -> Result<(), Error> {
        let unknown = self.given.keys().map(|name| {
            let message = format!("there is no parameter `{}` here", shown(name));
            Reason::new(Code::RequestUnknown, place(name), message)
        });
        Error::from_reasons(unknown.collect()).map_or(Ok(()), Err)
    }

    /// The same without those that have no place here, which are refused by name.
    pub(crate) fn without(self, names: &[&str]) -> Result<Parameters, Error> {
        let (none, rest) = self
            .given
            .into_iter()
            .partition(|(name, _)| names.contains(&name.as_str()));
        Parameters { given: none }.finish()?;
        Ok(Parameters { given: rest })
    }

    /// Lays what a list is asked for into a query; what is left are filters. The cursor is the caller's to read.
    pub(crate) fn ask(mut self, query: &mut RecordQuery) -> Result<(), Error> {
        let mut reasons = Vec::new();
        query.q = self.take("q");
        query.condition = self.take("where");
        if let Some(text) = self.take("limit") {
            match text.parse() {
                Ok(limit) => query.limit = Some(limit),
                Err(_) => {
                    let message = format!("`limit` is a whole number from 1 to 100, not `{}`", shown(&text));
                    reasons.push(Reason::new(Code::RequestRange, "/limit", message));
                }
            }
        }
        for (name, list) in [
            ("sort", &mut query.sort),
            ("fields", &mut query.fields),
            ("expand", &mut query.expand),
            ("sums", &mut query.sums),
            ("facets", &mut query.facets),
        ] {
            if let Some(text) = self.take(name) {
                *list = text.split(',').map(str::to_owned).collect();
            }
        }
        for (name, truth) in [("total", &mut query.total), ("deleted", &mut query.deleted)] {
            match self.take(name).as_deref() {
                None | Some("false") => {}
                Some("true") => *truth = true,
                Some(other) => {
                    let message = format!("`{name}` is `true` or `false`, not `{}`", shown(other));
                    reasons.push(Reason::new(Code::RequestRange, format!("/{name}"), message));
                }
            }
        }
        query.filter = self.given;
        Error::from_reasons(reasons).map_or(Ok(()), Err)
    }
}

fn decoded(text: &str) -> Option<String> {
    let spaced = text.replace('+', " ");
    percent_decode_str(&spaced)
        .decode_utf8()
        .ok()
        .map(|text| text.into_owned())
}

fn shown(text: &str) -> String {
    match text.char_indices().nth(40) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
