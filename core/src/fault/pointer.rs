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
            let escaped = escaped(step);
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

/// The place of a member of the whole, by its name, as a pointer: what stands in the name for a step is written otherwise.
pub fn place(name: &str) -> String {
    Pointer::root().join(name).into()
}

/// A name as a step of a pointer.
pub(crate) fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
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

/// A place on the way down through a typed value; it becomes a pointer only when there is something to say of it.
#[derive(Clone, Copy, Debug)]
pub enum Place<'a> {
    /// The whole.
    Root,
    /// What a pointer's text names.
    At(&'a str),
    /// A field, or what a choice holds.
    Field(&'a Place<'a>, &'a str),
    /// An entry of a list.
    Entry(&'a Place<'a>, usize),
    /// What stands under a name of the sender's own.
    Named(&'a Place<'a>, Named<'a>),
}

/// A name of the sender's own.
#[derive(Clone, Copy)]
pub struct Named<'a>(&'a dyn Fn() -> String);

impl fmt::Debug for Named<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&(self.0)(), out)
    }
}

impl<'a> Place<'a> {
    /// A field of it, or what a choice holds.
    #[inline]
    pub fn field(&'a self, name: &'a str) -> Place<'a> {
        Place::Field(self, name)
    }

    /// An entry of it.
    #[inline]
    pub fn entry(&'a self, place: usize) -> Place<'a> {
        Place::Entry(self, place)
    }

    /// What stands under a name of the sender's own.
    #[inline]
    pub fn named(&'a self, name: &'a dyn Fn() -> String) -> Place<'a> {
        Place::Named(self, Named(name))
    }

    /// As a pointer.
    #[cold]
    pub fn pointer(&self) -> Pointer {
        match self {
            Place::Root => Pointer::root(),
            Place::At(text) => Pointer::at(text),
            Place::Field(above, name) => above.pointer().join(name),
            Place::Entry(above, place) => above.pointer().join(place),
            Place::Named(above, name) => above.pointer().join((name.0)()),
        }
    }
}

impl From<&Place<'_>> for String {
    fn from(place: &Place<'_>) -> String {
        place.pointer().into()
    }
}
