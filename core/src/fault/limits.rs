//! Limits of typed values: how long, how many, how large. `#[derive(Limits)]` reads them from the declaration that the schema is
//! made of, so they hold on every road to a value.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Map, Value};
use smallvec::{Array, SmallVec};

pub(crate) use super::texts::{names, names_within};
use super::{Family, Faults, Place};
use crate::error::{CodeEntry, CodesRequest, ErrorReport};
use crate::{Code, Error, Reason, Result};

/// A value whose declaration says how long, how many and how large its parts may be.
pub trait Limits {
    /// What its declaration is called; nothing for what has none of its own.
    const NAME: &'static str = "";

    /// Reports every part beyond its limits.
    fn limits(&self, at: &Place<'_>, faults: &mut Faults);

    /// Puts every number beyond its limits to the nearest one within, and cuts what is too long, so that rules which look at what
    /// is at fault all the same meet nothing that they cannot reckon with.
    fn mend(&mut self);

    /// A request within its limits, or every fault.
    #[inline]
    fn bounded(&self) -> Result<()> {
        let mut faults = Faults::new(Family::Request);
        self.limits(&Place::Root, &mut faults);
        if faults.is_empty() { Ok(()) } else { faults.finish(()) }
    }

    /// The same together with what else was found wrong with it; of a value beyond its limits no more than that is told.
    fn bounded_and(&self, found: Vec<Reason>) -> Result<()> {
        let mut faults = Faults::new(Family::Request);
        self.limits(&Place::Root, &mut faults);
        found.into_iter().for_each(|reason| faults.add_beside(reason));
        faults.finish(())
    }

    /// The same for a list of requests that are answered each for itself: what lies in an entry is left to it.
    fn bounded_as_list(&self) -> Result<()> {
        let mut faults = Faults::new(Family::Request);
        self.limits(&Place::Root, &mut faults);
        let mut reasons = faults.into_reasons();
        reasons.retain(|reason| reason.path.matches('/').count() < 2);
        Error::unless_empty(reasons)
    }
}

/// The longest text a field takes unless its declaration says otherwise.
pub const MAX_TEXT: usize = 10_000;

impl Limits for String {
    #[inline]
    fn limits(&self, at: &Place<'_>, faults: &mut Faults) {
        // As many bytes hold no more characters.
        if self.len() > MAX_TEXT {
            length(self, None, Some(MAX_TEXT as i128), at, faults);
        }
    }
    fn mend(&mut self) {
        self.cut(MAX_TEXT);
    }
}

/// Says of types that every value of theirs is within its limits.
macro_rules! unlimited {
    ($($own:ty)*) => { $(impl $crate::fault::Limits for $own {
        const NAME: &'static str = stringify!($own);
        #[inline]
        fn limits(&self, _: &$crate::fault::Place<'_>, _: &mut $crate::fault::Faults) {}
        #[inline]
        fn mend(&mut self) {}
    })* };
}
pub(crate) use unlimited;

unlimited! { () bool u8 u16 u32 u64 usize i8 i16 i32 i64 f64 Value Map<String, Value> }
// The catalogue stands below and tells what others found.
unlimited! { Code Reason ErrorReport CodesRequest CodeEntry }

impl<T: Limits + ?Sized> Limits for Box<T> {
    const NAME: &'static str = T::NAME;

    #[inline]
    fn limits(&self, at: &Place<'_>, faults: &mut Faults) {
        (**self).limits(at, faults);
    }
    fn mend(&mut self) {
        (**self).mend();
    }
}

impl<T: Limits + Clone> Limits for std::sync::Arc<T> {
    const NAME: &'static str = T::NAME;

    #[inline]
    fn limits(&self, at: &Place<'_>, faults: &mut Faults) {
        (**self).limits(at, faults);
    }
    fn mend(&mut self) {
        std::sync::Arc::make_mut(self).mend();
    }
}

impl Limits for std::sync::Arc<str> {
    #[inline]
    fn limits(&self, at: &Place<'_>, faults: &mut Faults) {
        if self.len() > MAX_TEXT {
            self.to_string().limits(at, faults);
        }
    }
    fn mend(&mut self) {
        let mut text = self.to_string();
        text.mend();
        *self = text.into();
    }
}

impl<T: Limits> Limits for Option<T> {
    #[inline]
    fn limits(&self, at: &Place<'_>, faults: &mut Faults) {
        if let Some(inner) = self {
            inner.limits(at, faults);
        }
    }
    fn mend(&mut self) {
        self.iter_mut().for_each(T::mend);
    }
}

impl<T: Limits> Limits for [T] {
    #[inline]
    fn limits(&self, at: &Place<'_>, faults: &mut Faults) {
        for (place, item) in self.iter().enumerate() {
            item.limits(&at.entry(place), faults);
        }
    }
    fn mend(&mut self) {
        self.iter_mut().for_each(T::mend);
    }
}

impl<T: Limits> Limits for Vec<T> {
    #[inline]
    fn limits(&self, at: &Place<'_>, faults: &mut Faults) {
        self.as_slice().limits(at, faults);
    }
    fn mend(&mut self) {
        self.as_mut_slice().mend();
    }
}

impl<A: Array> Limits for SmallVec<A>
where
    A::Item: Limits,
{
    #[inline]
    fn limits(&self, at: &Place<'_>, faults: &mut Faults) {
        self.as_slice().limits(at, faults);
    }
    fn mend(&mut self) {
        self.as_mut_slice().mend();
    }
}

impl<K: ToString, V: Limits> Limits for BTreeMap<K, V> {
    fn limits(&self, at: &Place<'_>, faults: &mut Faults) {
        for (name, inner) in self {
            inner.limits(&at.named(&|| name.to_string()), faults);
        }
    }
    fn mend(&mut self) {
        self.values_mut().for_each(V::mend);
    }
}

impl<K: ToString, V: Limits, S> Limits for HashMap<K, V, S> {
    fn limits(&self, at: &Place<'_>, faults: &mut Faults) {
        for (name, inner) in self {
            inner.limits(&at.named(&|| name.to_string()), faults);
        }
    }
    fn mend(&mut self) {
        self.values_mut().for_each(V::mend);
    }
}

/// Something that is counted: the characters of a text, the entries of a list.
pub(crate) trait Counted {
    /// What is counted.
    const OF: &'static str;
    /// How many there are, exactly where there are more than `enough`; none when there is nothing to count.
    fn count(&self, enough: usize) -> Option<usize>;
    /// Leaves at most so many.
    fn cut(&mut self, most: usize);
}

impl Counted for String {
    const OF: &'static str = "characters";
    #[inline]
    fn count(&self, enough: usize) -> Option<usize> {
        // A text of so many bytes has no more characters.
        Some(if self.len() <= enough {
            self.len()
        } else {
            self.chars().count()
        })
    }
    fn cut(&mut self, most: usize) {
        if let Some((end, _)) = self.char_indices().nth(most) {
            self.truncate(end);
        }
    }
}

impl<T: Counted> Counted for Option<T> {
    const OF: &'static str = T::OF;
    #[inline]
    fn count(&self, enough: usize) -> Option<usize> {
        self.as_ref().and_then(|inner| inner.count(enough))
    }
    fn cut(&mut self, most: usize) {
        self.iter_mut().for_each(|inner| inner.cut(most));
    }
}

macro_rules! entries {
    ($([$($generic:tt)*] $own:ty, $cut:expr;)*) => { $(impl<$($generic)*> Counted for $own {
        const OF: &'static str = "entries";
        #[inline]
        fn count(&self, _: usize) -> Option<usize> {
            Some(self.len())
        }
        fn cut(&mut self, most: usize) {
            let cut: fn(&mut Self, usize) = $cut;
            cut(self, most);
        }
    })* };
}

fn keep_first<K, V>(mut most: usize) -> impl FnMut(&K, &mut V) -> bool {
    move |_, _| {
        let kept = most > 0;
        most = most.saturating_sub(1);
        kept
    }
}

entries! {
    [T] Vec<T>, Vec::truncate;
    [A: Array] SmallVec<A>, SmallVec::truncate;
    [K: Ord, V] BTreeMap<K, V>, |map, most| map.retain(keep_first(most));
    [] Map<String, Value>, |map, most| map.retain(keep_first(most));
}

/// A whole number that may be missing.
pub(crate) trait Number {
    /// The number.
    fn number(&self) -> Option<i128>;
    /// Becomes another number, where it is one that its type holds.
    fn put(&mut self, number: i128);
}

macro_rules! numbers {
    ($($own:ty)*) => { $(impl Number for $own {
        #[inline]
        fn number(&self) -> Option<i128> {
            Some(i128::from(*self))
        }
        fn put(&mut self, number: i128) {
            *self = number.try_into().unwrap_or(*self);
        }
    })* };
}

numbers! { u8 u16 u32 u64 i8 i16 i32 i64 }

impl<T: Number> Number for Option<T> {
    #[inline]
    fn number(&self) -> Option<i128> {
        self.as_ref().and_then(Number::number)
    }
    fn put(&mut self, number: i128) {
        self.iter_mut().for_each(|inner| inner.put(number));
    }
}

/// Reports what is too short or too long.
#[inline]
pub(crate) fn length<T: Counted>(
    value: &T,
    least: Option<i128>,
    most: Option<i128>,
    at: &Place<'_>,
    faults: &mut Faults,
) {
    let enough = usize::try_from(most.unwrap_or(i128::MAX)).unwrap_or(usize::MAX);
    let count = value.count(enough).map(|count| count as i128);
    let short = |count: i128| least.is_some_and(|least| count < least);
    let long = |count: i128| most.is_some_and(|most| count > most);
    if let Some(count) = count.filter(|count| short(*count) || long(*count)) {
        beyond_length(T::OF, count, least, most, at, faults);
    }
}

#[cold]
fn beyond_length(of: &str, count: i128, least: Option<i128>, most: Option<i128>, at: &Place<'_>, faults: &mut Faults) {
    let one = |count: i128| {
        if count == 1 {
            of.replace("characters", "character").replace("entries", "entry")
        } else {
            of.to_owned()
        }
    };
    let (limit, message) = match (least, most) {
        (_, Some(most)) if count > most => {
            let more = if of == "entries" { "are taken" } else { "fit" };
            (most, format!("{count} {}; at most {most} {more}", one(count)))
        }
        (least, _) => {
            let least = least.unwrap_or_default();
            let nothing = if of == "entries" {
                "the list is empty"
            } else {
                "the text is empty"
            };
            let had = if count == 0 {
                nothing.to_owned()
            } else {
                format!("{count} {}", one(count))
            };
            (
                least,
                format!(
                    "{had}; at least {least} {} needed",
                    if least == 1 { "is" } else { "are" }
                ),
            )
        }
    };
    let limit = u64::try_from(limit).unwrap_or(u64::MAX);
    faults.add_beyond(Reason::new(faults.family().range(), at.pointer(), message).with("limit", limit));
}

/// Reports a number that is too small or too large.
#[inline]
pub(crate) fn range<T: Number>(
    value: &T,
    least: Option<i128>,
    most: Option<i128>,
    at: &Place<'_>,
    faults: &mut Faults,
) {
    let outside = |number: &i128| least.is_some_and(|least| *number < least) || most.is_some_and(|most| *number > most);
    if let Some(number) = value.number().filter(outside) {
        beyond_range(number, least, most, at, faults);
    }
}

#[cold]
fn beyond_range(number: i128, least: Option<i128>, most: Option<i128>, at: &Place<'_>, faults: &mut Faults) {
    let message = match (least, most) {
        (Some(least), Some(most)) => format!("`{number}` is not between {least} and {most}"),
        (Some(least), None) => format!("`{number}` is less than {least}"),
        (_, most) => format!("`{number}` is more than {}", most.unwrap_or_default()),
    };
    let mut reason = Reason::new(faults.family().range(), at.pointer(), message);
    for (name, bound) in [("least", least), ("most", most)] {
        if let Some(bound) = bound.and_then(|bound| i64::try_from(bound).ok()) {
            reason = reason.with(name, bound);
        }
    }
    faults.add_beyond(reason);
}

/// The entries of a list, for limits of each of them.
pub(crate) trait Entries {
    /// What an entry is.
    type Entry;
    /// The entries.
    fn entries(&self) -> &[Self::Entry];
    /// The entries, to be changed.
    fn entries_mut(&mut self) -> &mut [Self::Entry];
}

impl<T> Entries for Vec<T> {
    type Entry = T;
    #[inline]
    fn entries(&self) -> &[T] {
        self
    }
    fn entries_mut(&mut self) -> &mut [T] {
        self
    }
}

impl<A: Array> Entries for SmallVec<A> {
    type Entry = A::Item;
    #[inline]
    fn entries(&self) -> &[A::Item] {
        self
    }
    fn entries_mut(&mut self) -> &mut [A::Item] {
        self
    }
}

/// Reports entries that are too small or too large.
#[inline]
pub(crate) fn inner_range<T>(list: &T, least: Option<i128>, most: Option<i128>, at: &Place<'_>, faults: &mut Faults)
where
    T: Entries,
    T::Entry: Number,
{
    for (place, entry) in list.entries().iter().enumerate() {
        range(entry, least, most, &at.entry(place), faults);
    }
}

/// Cuts what is too long.
pub(crate) fn mend_length<T: Counted>(value: &mut T, _: Option<i128>, most: Option<i128>) {
    if let Some(most) = most.and_then(|most| usize::try_from(most).ok()) {
        value.cut(most);
    }
}

/// Puts a number to the nearest one within its limits.
pub(crate) fn mend_range<T: Number>(value: &mut T, least: Option<i128>, most: Option<i128>) {
    if let Some(number) = value.number() {
        let within = number.clamp(least.unwrap_or(i128::MIN), most.unwrap_or(i128::MAX));
        value.put(within);
    }
}

/// Puts the entries to the nearest numbers within their limits.
pub(crate) fn mend_inner_range<T: Entries<Entry: Number>>(list: &mut T, least: Option<i128>, most: Option<i128>) {
    list.entries_mut()
        .iter_mut()
        .for_each(|entry| mend_range(entry, least, most));
}
