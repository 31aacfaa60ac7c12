//! The packs that a pack needs: found among those at hand, in the order in which they are put together.

use serde_json::{Map, Value};

use super::layout::OWN;
use super::{MOST_BYTES, ReadFilesRequest};
use crate::fault::{near, shortened};
use crate::{Code, Reason, form};

/// What a pack says of itself, whichever others it is put together with.
const OF_ITSELF: [&str; 5] = ["name", "label", "summary", "version", "languages"];
/// What the entries of lists are called by.
const CALLED: [&str; 4] = ["name", "id", "key", "path"];

/// A pack that is needed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Needed<'f> {
    pub(super) folder: &'f str,
    pub(super) files: &'f Map<String, Value>,
}

/// The packs that are needed, each behind those that it needs itself; and what is wrong, each with its file.
pub(super) fn ordered(request: &ReadFilesRequest) -> (Vec<Needed<'_>>, Vec<(String, Reason)>) {
    let others = request.others.iter();
    let heads: Vec<Head<'_>> = others.map(|(folder, files)| Head::of(folder, files)).collect();
    let own = Head::of("", &request.files);
    let mut walk = Walk {
        heads: &heads,
        above: vec![own.name.as_str()],
        found: Vec::new(),
        faults: Vec::new(),
    };
    walk.down(&own);
    let found = walk.found.iter().filter_map(|place| heads.get(*place));
    let found = found.map(|head| Needed {
        folder: head.folder,
        files: head.files,
    });
    (found.collect(), walk.faults)
}

/// Whether something of `pack.toml` is no part of the whole: what it needs, and of a pack that is needed what it says of itself.
pub(super) fn is_own(name: &str, value: &Value, is_needed: bool) -> bool {
    let is_read = || value.as_array().is_some_and(|needs| needs.iter().all(Value::is_string));
    (name == "needs" && (is_needed || is_read())) || (is_needed && OF_ITSELF.contains(&name))
}

/// What an entry of a list is called.
pub(super) fn called(value: &Value) -> Option<&str> {
    let mut names = CALLED.iter().filter_map(|name| value.get(name)?.as_str());
    value.as_str().or_else(|| names.next())
}

/// That two packs declare one name otherwise.
pub(super) fn disagree(name: &str, other: &str, place: &str) -> Reason {
    let message = format!(
        "`{}` is declared in `{other}` too, and otherwise: two packs that disagree cannot be put together; call one of them otherwise",
        shortened(name)
    );
    Reason::new(Code::DefinitionConflict, place, message)
}

/// A pack as its `pack.toml` tells of it; what cannot be read is told where it is read as a whole.
#[derive(Debug)]
struct Head<'f> {
    folder: &'f str,
    files: &'f Map<String, Value>,
    name: String,
    version: u64,
    needs: Vec<String>,
}

impl<'f> Head<'f> {
    fn of(folder: &'f str, files: &'f Map<String, Value>) -> Head<'f> {
        let text = files.get(OWN).and_then(Value::as_str);
        let text = text.filter(|text| text.len() <= MOST_BYTES).unwrap_or_default();
        let read = form::parse_toml(text.as_bytes()).unwrap_or_default();
        let needs = read.get("needs").and_then(Value::as_array);
        let needs = needs.filter(|needs| needs.iter().all(Value::is_string));
        let needs = needs.into_iter().flatten().filter_map(Value::as_str);
        Head {
            folder,
            files,
            name: read.get("name").and_then(Value::as_str).unwrap_or_default().to_owned(),
            version: read.get("version").and_then(Value::as_u64).unwrap_or(1),
            needs: needs.map(str::to_owned).collect(),
        }
    }

    fn file(&self) -> String {
        match self.folder {
            "" => OWN.to_owned(),
            folder => format!("{folder}/{OWN}"),
        }
    }
}

/// The way down from a pack to all that it needs.
struct Walk<'h> {
    heads: &'h [Head<'h>],
    /// The packs that need the one that is looked at, each needed by the one before it.
    above: Vec<&'h str>,
    found: Vec<usize>,
    faults: Vec<(String, Reason)>,
}

impl<'h> Walk<'h> {
    fn down(&mut self, head: &'h Head<'h>) {
        for (index, text) in head.needs.iter().enumerate() {
            match self.next(text) {
                Ok(place) if self.found.contains(&place) => {}
                Ok(place) => {
                    if let Some(next) = self.heads.get(place) {
                        self.above.push(&next.name);
                        self.down(next);
                        self.above.pop();
                        self.found.push(place);
                    }
                }
                Err((code, message)) => {
                    let reason = Reason::new(code, format!("/needs/{index}"), message);
                    self.faults.push((head.file(), reason));
                }
            }
        }
    }

    /// The pack that is meant, where it may be needed.
    fn next(&self, text: &str) -> Result<usize, (Code, String)> {
        let need = Need::read(text)?;
        let name = shortened(&need.name);
        if self.above.contains(&need.name.as_str()) {
            let way = [&self.above[..], &[need.name.as_str()]].concat().join("` needs `");
            let message = format!("`{}`: packs that need each other are one pack", shortened(&way));
            return Err((Code::DefinitionConflict, message));
        }
        let mut named = self.heads.iter().enumerate().filter(|(_, head)| head.name == need.name);
        let Some((place, head)) = named.next() else {
            let hint = near(&need.name, self.heads.iter().map(|head| head.name.as_str()));
            let message = format!("the pack `{name}` is needed and not at hand{hint}");
            return Err((Code::DefinitionReference, message));
        };
        if let Some((_, other)) = named.next() {
            let message = format!("`{}` and `{}` both have a pack `{name}`", head.folder, other.folder);
            return Err((Code::DefinitionConflict, message));
        }
        let least = need.least.filter(|least| head.version < *least);
        let below = need.below.filter(|below| head.version >= *below);
        if least.is_some() || below.is_some() {
            let message = format!(
                "`{name}` is of version {}, and `{}` is needed",
                head.version,
                shortened(text)
            );
            return Err((Code::DefinitionConflict, message));
        }
        Ok(place)
    }
}

/// A pack that is needed: `crm`, or one of certain versions: `crm >= 2 < 5`.
struct Need {
    name: String,
    least: Option<u64>,
    below: Option<u64>,
}

impl Need {
    fn read(text: &str) -> Result<Need, (Code, String)> {
        let spaced = text.replace(">=", " >= ").replace('<', " < ");
        let mut words = spaced.split_whitespace();
        let mut need = Need {
            name: words.next().unwrap_or_default().to_owned(),
            least: None,
            below: None,
        };
        let wrong = || {
            let message = format!(
                "`{}` is no pack that is needed; write its name, or with its versions `crm >= 2 < 5`",
                shortened(text)
            );
            (Code::DefinitionRange, message)
        };
        while let Some(sign) = words.next() {
            let number = words.next().and_then(|number| number.parse().ok());
            let bound = match sign {
                ">=" => &mut need.least,
                "<" => &mut need.below,
                _ => return Err(wrong()),
            };
            if bound.is_some() || number.is_none() {
                return Err(wrong());
            }
            *bound = number;
        }
        match need.name.is_empty() || matches!(need.name.as_str(), ">=" | "<") {
            true => Err(wrong()),
            false => Ok(need),
        }
    }
}
