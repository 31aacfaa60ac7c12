//! Names among the texts of typed values: `#[derive(Limits)]` asks for those whose declaration says that they are names.

use std::collections::BTreeMap;

use super::naming::no_name;
use super::{Faults, Place};

/// The texts of a value, each at its place.
pub(crate) trait Texts {
    /// Hands out every text.
    fn each_text(&self, at: &Place<'_>, take: &mut dyn FnMut(&str, &Place<'_>));
}

impl Texts for String {
    #[inline]
    fn each_text(&self, at: &Place<'_>, take: &mut dyn FnMut(&str, &Place<'_>)) {
        take(self, at);
    }
}

impl<T: Texts> Texts for Option<T> {
    #[inline]
    fn each_text(&self, at: &Place<'_>, take: &mut dyn FnMut(&str, &Place<'_>)) {
        if let Some(inner) = self {
            inner.each_text(at, take);
        }
    }
}

impl<T: Texts> Texts for Vec<T> {
    fn each_text(&self, at: &Place<'_>, take: &mut dyn FnMut(&str, &Place<'_>)) {
        for (place, inner) in self.iter().enumerate() {
            inner.each_text(&at.entry(place), take);
        }
    }
}

/// The names of a map's entries, each at what it names.
impl<V> Texts for BTreeMap<String, V> {
    fn each_text(&self, at: &Place<'_>, take: &mut dyn FnMut(&str, &Place<'_>)) {
        for name in self.keys() {
            take(name, &at.named(&|| name.clone()));
        }
    }
}

/// Reports a text that names something and could be taken for another.
#[inline]
pub(crate) fn names<T: Texts>(value: &T, at: &Place<'_>, faults: &mut Faults) {
    value.each_text(at, &mut |text, at| {
        if !is_plain(text) {
            unlike_a_name(text, at, faults);
        }
    });
}

/// Whether it is made of what nearly every name is made of, which needs no tables. All bytes are looked at: whoever stops at one
/// looks at one at a time.
#[inline]
fn is_plain(text: &str) -> bool {
    text.bytes()
        .fold(!text.is_empty(), |plain, byte| plain & byte.is_ascii_graphic())
}

/// The texts of the values of a map.
pub(crate) trait TextsWithin {
    /// Hands out every text.
    fn each_text_within(&self, at: &Place<'_>, take: &mut dyn FnMut(&str, &Place<'_>));
}

impl<T: Texts> TextsWithin for BTreeMap<String, T> {
    fn each_text_within(&self, at: &Place<'_>, take: &mut dyn FnMut(&str, &Place<'_>)) {
        for (name, value) in self {
            value.each_text(&at.named(&|| name.clone()), take);
        }
    }
}

impl<T: TextsWithin> TextsWithin for Option<T> {
    fn each_text_within(&self, at: &Place<'_>, take: &mut dyn FnMut(&str, &Place<'_>)) {
        if let Some(inner) = self {
            inner.each_text_within(at, take);
        }
    }
}

/// The same for the values of a map: texts, or maps with names of their own.
pub(crate) fn names_within<T: TextsWithin>(value: &T, at: &Place<'_>, faults: &mut Faults) {
    value.each_text_within(at, &mut |text, at| unlike_a_name(text, at, faults));
}

#[cold]
fn unlike_a_name(text: &str, at: &Place<'_>, faults: &mut Faults) {
    if let Some(reason) = no_name(faults.family().range(), "a name", text, at.pointer()) {
        faults.add_beyond(reason);
    }
}
