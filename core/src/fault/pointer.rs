use std::fmt;

/// A JSON pointer that grows on the way down and shrinks on the way up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pointer(String);

impl Pointer {
    /// The place of the whole.
    pub fn root() -> Self {
        Pointer::default()
    }

    /// The place that a pointer's text names.
    pub fn at(text: &str) -> Self {
        Pointer(text.to_owned())
    }

    /// The place of a member of this place.
    #[must_use]
    pub fn join(&self, step: impl fmt::Display) -> Pointer {
        let mut text = format!("{}/{step}", self.0);
        let start = self.0.len() + 1;
        if let Some(step) = text.get(start..).filter(|step| step.contains(['~', '/'])) {
            let escaped = step.replace('~', "~0").replace('/', "~1");
            text.truncate(start);
            text.push_str(&escaped);
        }
        Pointer(text)
    }

    /// The pointer's text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<Pointer> for String {
    fn from(pointer: Pointer) -> String {
        pointer.0
    }
}

impl From<&Pointer> for String {
    fn from(pointer: &Pointer) -> String {
        pointer.0.clone()
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}
