//! Lists of names in messages, and the name that somebody will have meant.

use std::fmt::Display;

use super::shortened;

/// Names as a sentence has them.
pub(crate) fn listed(names: &[&str]) -> String {
    let quoted: Vec<_> = names.iter().map(|name| format!("`{}`", shortened(name))).collect();
    joined(&quoted, "or")
}

/// The names that are not to stand together: "both `set` and `add`".
pub(crate) fn together(names: &[&str]) -> String {
    let quoted: Vec<_> = names.iter().map(|name| format!("`{}`", shortened(name))).collect();
    let both = if quoted.len() == 2 { "both " } else { "" };
    format!("{both}{}", joined(&quoted, "and"))
}

fn joined(names: &[String], word: &str) -> String {
    match names {
        [] => "nothing".to_owned(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} {word} {last}", first.join(", ")),
    }
}

/// What was given, as a sentence has it.
pub(crate) fn quoted(given: &str) -> String {
    if given.is_empty() {
        "an empty text".to_owned()
    } else {
        format!("`{}`", shortened(given))
    }
}

/// `1 night`, `2 nights`.
pub(crate) fn many(count: impl Display, noun: &str) -> String {
    let count = count.to_string();
    match (count.as_str(), noun) {
        ("1", _) => format!("1 {noun}"),
        (_, "person") => format!("{count} people"),
        (_, "child") => format!("{count} children"),
        _ => format!("{count} {noun}s"),
    }
}

/// `1 night is`, `2 nights are`.
pub(crate) fn many_are(count: impl Display, noun: &str) -> String {
    let count = count.to_string();
    format!("{} {}", many(&count, noun), are(&count))
}

/// `is` of one, `are` of several.
pub(crate) fn are(count: impl Display) -> &'static str {
    if count.to_string() == "1" { "is" } else { "are" }
}

/// What is wrong with a name that may have so many bytes.
pub(crate) fn bytes(what: &str, text: &str, most: usize) -> Option<String> {
    let length = text.len();
    (length > most).then(|| format!("{what} has {length} bytes; at most {most} fit"))
}

/// What is wrong with a list that may have so many entries.
pub(crate) fn entries(count: usize, most: usize) -> Option<String> {
    (count > most).then(|| format!("{count} entries; at most {most} are taken"))
}

/// «; did you mean …?» when a known name is close or begins alike.
pub(crate) fn similar<'n>(given: &str, known: impl Iterator<Item = &'n str>) -> String {
    closest(given, known).map_or_else(String::new, meant)
}

/// As many names as a hint looks through: a vocabulary, not a table of data.
const MOST_KNOWN: usize = 200;

/// The same, and what there is when none is.
pub(crate) fn near<'n>(given: &str, known: impl Iterator<Item = &'n str> + Clone) -> String {
    let known = known.take(MOST_KNOWN);
    match closest(given, known.clone()) {
        Some(name) => meant(name),
        None => {
            let mut names: Vec<String> = known.map(|name| format!("`{}`", shortened(name))).collect();
            let more = if names.len() > 20 { " and more" } else { "" };
            names.truncate(20);
            match names.len() {
                0 => String::new(),
                1 => format!("; there is only {}", names.concat()),
                _ => format!("; there are {}{more}", names.join(", ")),
            }
        }
    }
}

fn closest<'n>(given: &str, known: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let begun = |name: &str| given.len() > 2 && (name.starts_with(given) || given.starts_with(name));
    let close = known.map(|name| (distance(given, name), name));
    let close = close.filter(|(slips, name)| *slips <= 1 + name.len() / 4 || begun(name));
    close.min_by_key(|(slips, _)| *slips).map(|(_, name)| name)
}

fn meant(name: &str) -> String {
    format!("; did you mean `{}`?", shortened(name))
}

/// How many letters must be added, dropped or changed to make one text of the other; long texts count as far apart.
fn distance(a: &str, b: &str) -> usize {
    if a.len() > 64 {
        return usize::MAX;
    }
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (index, letter) in a.chars().enumerate() {
        let mut next = vec![index + 1];
        for (place, other) in b.iter().enumerate() {
            let (above, diagonal) = (row.get(place + 1).copied(), row.get(place).copied());
            let changed = diagonal.unwrap_or(0) + usize::from(letter != *other);
            let left = next.last().copied().unwrap_or(0) + 1;
            next.push(changed.min(left).min(above.unwrap_or(0) + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
}
