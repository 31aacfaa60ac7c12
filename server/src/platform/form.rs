//! A body of a few fields, read one by one; everything that is wrong with it is told at once.

use axum::body::Body;
use axum::extract::{FromRequest, Request};
use ratebook::time::Instant;
use ratebook::{Code, Error, Reason};
use serde_json::{Map, Value};

use crate::body;
use crate::problem::Problem;

/// A body has at most so many bytes.
const MOST_BYTES: usize = 65_536;
/// A text has at most so many.
const MOST_OF_A_TEXT: usize = 1_024;
/// A list has at most so many entries.
const MOST_OF_A_LIST: usize = 100;

/// The fields that are not read yet, and what was wrong with the others.
#[derive(Debug)]
pub(crate) struct Fields {
    place: String,
    left: Map<String, Value>,
    faults: Vec<Reason>,
}

impl<S: Sync> FromRequest<S> for Fields {
    type Rejection = Problem;

    async fn from_request(request: Request<Body>, _: &S) -> Result<Fields, Problem> {
        let (parts, body) = request.into_parts();
        let left = body::object(&parts.headers, body, &["application/json"], MOST_BYTES).await?;
        Ok(Fields::of(String::new(), left))
    }
}

impl Fields {
    fn of(place: String, left: Map<String, Value>) -> Fields {
        Fields {
            place,
            left,
            faults: Vec::new(),
        }
    }

    /// Tells what is wrong with a field.
    pub(crate) fn fault(&mut self, code: Code, name: &str, message: impl Into<String>) {
        let place = format!("{}/{name}", self.place);
        self.faults.push(Reason::new(code, place, message));
    }

    fn taken(&mut self, name: &str, needed: bool) -> Option<Value> {
        let value = self.left.remove(name).filter(|value| !value.is_null());
        if value.is_none() && needed {
            self.fault(Code::RequestMissing, name, format!("the field `{name}` is missing"));
        }
        value
    }

    fn read_text(&mut self, name: &str, value: Value) -> Option<String> {
        match value {
            // What no database can keep is in nothing that is looked for either.
            Value::String(text) if text.contains('\0') => {
                let message = format!("`{name}` must not have the character NUL in it");
                self.fault(Code::RequestRange, name, message);
            }
            Value::String(text) if text.len() <= MOST_OF_A_TEXT => return Some(text),
            Value::String(_) => {
                let message = format!("`{name}` has at most {MOST_OF_A_TEXT} bytes");
                self.fault(Code::RequestRange, name, message);
            }
            _ => self.fault(Code::RequestType, name, format!("`{name}` must be text")),
        }
        None
    }

    /// A text that has to be there and not empty; an empty one where it is at fault.
    pub(crate) fn text(&mut self, name: &str) -> String {
        let value = self.taken(name, true);
        let text = value.and_then(|value| self.read_text(name, value));
        if text.as_deref().is_some_and(|text| text.trim().is_empty()) {
            self.fault(Code::RequestRange, name, format!("`{name}` must not be empty"));
        }
        text.unwrap_or_default()
    }

    /// A text that need not be there: nothing where it is not, nothing in it where it is null.
    pub(crate) fn text_or_null(&mut self, name: &str) -> Option<Option<String>> {
        match self.left.remove(name)? {
            Value::Null => Some(None),
            value => Some(self.read_text(name, value)),
        }
    }

    /// A moment after now that need not be there.
    pub(crate) fn moment_to_come(&mut self, name: &str, now: Instant) -> Option<Instant> {
        let text = self.text_or_null(name).flatten()?;
        let at = serde_json::from_value::<Instant>(text.into()).ok();
        if at.is_none_or(|at| at <= now) {
            let message = format!("`{name}` is a moment to come, such as `2030-01-01T06:00:00Z`");
            self.fault(Code::RequestRange, name, message);
        }
        at
    }

    /// Whether a field is there that is not read yet.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.left.contains_key(name)
    }

    /// Whether something is wrong with a field.
    pub(crate) fn is_at_fault(&self, name: &str) -> bool {
        let place = format!("{}/{name}", self.place);
        self.faults.iter().any(|fault| fault.path == place)
    }

    /// A list of texts.
    pub(crate) fn texts(&mut self, name: &str) -> Vec<String> {
        let several = match self.taken(name, true) {
            Some(Value::Array(several)) if several.len() <= MOST_OF_A_LIST => several,
            Some(Value::Array(_)) => {
                let message = format!("`{name}` has at most {MOST_OF_A_LIST} entries");
                self.fault(Code::RequestRange, name, message);
                return Vec::new();
            }
            Some(_) => {
                self.fault(Code::RequestType, name, format!("`{name}` must be a list of texts"));
                return Vec::new();
            }
            None => return Vec::new(),
        };
        let mut texts = Vec::with_capacity(several.len());
        for (index, value) in several.into_iter().enumerate() {
            texts.extend(self.read_text(&format!("{name}/{index}"), value));
        }
        texts
    }

    /// A list of texts that need not be there.
    pub(crate) fn texts_if_given(&mut self, name: &str) -> Option<Vec<String>> {
        let given = self.left.get(name).is_some_and(|value| !value.is_null());
        given.then(|| self.texts(name))
    }

    /// Whether something is so, which need not be there.
    pub(crate) fn truth_if_given(&mut self, name: &str) -> Option<bool> {
        let value = self.taken(name, false)?;
        if value.as_bool().is_none() {
            self.fault(Code::RequestType, name, format!("`{name}` must be true or false"));
        }
        value.as_bool()
    }

    /// A whole number that need not be there.
    pub(crate) fn whole_if_given<T: TryFrom<i64>>(&mut self, name: &str) -> Option<T> {
        let value = self.taken(name, false)?;
        let number = value.as_i64().and_then(|number| T::try_from(number).ok());
        if number.is_none() {
            self.fault(Code::RequestType, name, format!("`{name}` must be a whole number"));
        }
        number
    }

    fn map(&mut self, name: &str) -> Option<Map<String, Value>> {
        match self.taken(name, true)? {
            Value::Object(own) => Some(own),
            _ => {
                self.fault(Code::RequestType, name, format!("`{name}` must be an object"));
                None
            }
        }
    }

    /// An object that has to be there, for whoever reads it; an empty one where it is at fault.
    pub(crate) fn object(&mut self, name: &str) -> Value {
        self.map(name).unwrap_or_default().into()
    }

    /// Fields that stand in a field that has to be there.
    pub(crate) fn inside(&mut self, name: &str) -> Option<Fields> {
        let place = format!("{}/{name}", self.place);
        self.map(name).map(|left| Fields::of(place, left))
    }

    /// The same where they need not be there.
    pub(crate) fn inside_if_given(&mut self, name: &str) -> Option<Fields> {
        let given = self.left.get(name).is_some_and(|value| !value.is_null());
        given.then(|| self.inside(name)).flatten()
    }

    /// Objects by name that need not be there, each with its fields.
    pub(crate) fn each_inside_if_given(&mut self, name: &str) -> Vec<(String, Fields)> {
        let Some(mut several) = self.inside_if_given(name) else {
            return Vec::new();
        };
        if several.left.len() > MOST_OF_A_LIST {
            let message = format!("`{name}` has at most {MOST_OF_A_LIST} entries");
            self.fault(Code::RequestRange, name, message);
            return Vec::new();
        }
        let names: Vec<String> = several.left.keys().cloned().collect();
        let inside = names.into_iter().filter_map(|name| {
            let inside = several.inside(&name);
            inside.map(|inside| (name, inside))
        });
        let inside = inside.collect();
        self.join(several);
        inside
    }

    /// Whether something is so, which has to be said.
    pub(crate) fn truth(&mut self, name: &str) -> bool {
        match self.taken(name, true) {
            Some(Value::Bool(truth)) => truth,
            Some(_) => {
                self.fault(Code::RequestType, name, format!("`{name}` must be true or false"));
                false
            }
            None => false,
        }
    }

    /// Joins what was wrong with fields inside.
    pub(crate) fn join(&mut self, mut inside: Fields) {
        inside.unread();
        self.faults.append(&mut inside.faults);
    }

    fn unread(&mut self) {
        let names: Vec<String> = self.left.keys().take(20).cloned().collect();
        for name in names {
            let shown: String = name.chars().take(50).collect();
            self.fault(
                Code::RequestUnknown,
                &shown,
                format!("there is no field `{shown}` here"),
            );
        }
    }

    /// Nothing when all is well, else everything that is not.
    pub(crate) fn finish(mut self) -> Result<(), Problem> {
        self.unread();
        Ok(Error::unless_empty(self.faults)?)
    }
}
