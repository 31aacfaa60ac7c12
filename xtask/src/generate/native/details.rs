//! The figures of errors, by which apps read them typed.

use std::collections::BTreeMap;

use ratebook::Code;
use ratebook::error::DetailKind;

/// Every figure that has a type, by its name.
fn all() -> BTreeMap<&'static str, DetailKind> {
    let details = Code::ALL.iter().flat_map(|code| code.details());
    details.filter(|(_, kind)| *kind != DetailKind::Other).collect()
}

/// What reads a figure of a kind, and what it gives, in a language.
type Spelled = fn(DetailKind) -> (&'static str, &'static str);

fn listed(spelled: Spelled) -> Vec<(&'static str, &'static str, &'static str)> {
    let details = all().into_iter();
    details
        .map(|(name, kind)| {
            let (reader, given) = spelled(kind);
            (name, reader, given)
        })
        .collect()
}

/// Name, reader and type of each in Swift.
pub(super) fn in_swift() -> Vec<(&'static str, &'static str, &'static str)> {
    listed(|kind| match kind {
        DetailKind::Count | DetailKind::Minutes | DetailKind::Seconds => ("whole", "Int"),
        DetailKind::Decimal => ("amount", "Amount"),
        DetailKind::Day => ("day", "Day"),
        DetailKind::Days => ("days", "[Time.DayRange]"),
        DetailKind::DayRange => ("typed()", "Time.DayRange"),
        DetailKind::Instant => ("instant", "Instant"),
        DetailKind::Span => ("typed()", "Time.Span"),
        DetailKind::Texts => ("typed()", "[String]"),
        _ => ("typed()", "String"),
    })
}

/// Name, reader and type of each in Kotlin.
pub(super) fn in_kotlin() -> Vec<(&'static str, &'static str, &'static str)> {
    listed(|kind| match kind {
        DetailKind::Count | DetailKind::Minutes | DetailKind::Seconds => ("whole", "Long"),
        DetailKind::Decimal => ("decimal", "BigDecimal"),
        DetailKind::Day => ("day", "LocalDate"),
        DetailKind::Days => ("days", "List<DayRange>"),
        DetailKind::DayRange => ("range", "DayRange"),
        DetailKind::Instant => ("instant", "Instant"),
        DetailKind::Span => ("span", "Span"),
        DetailKind::Texts => ("texts", "List<String>"),
        _ => ("text", "String"),
    })
}
