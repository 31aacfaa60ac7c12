use std::collections::BTreeMap;
use std::fmt::Write;

use super::{NumberFormat, NumberReset};
use crate::form::{Faults, Pointer};
use crate::money::shortened;
use crate::names;
use crate::time::Day;
use crate::{Code, Reason};

/// What a number is made of, in its order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Element {
    Text(String),
    Year,
    YearOfCentury,
    Month,
    DayOfMonth,
    Counter(usize),
    Part(String),
}

/// The widest counter that can be asked for: what a counter can count to.
const MAX_WIDTH: usize = 15;

impl Element {
    /// What stands between braces.
    fn named(name: &str, parts: &[String]) -> Option<Element> {
        let width = |digits: &str| {
            let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
            let width = digits.parse().ok().filter(|_| plain)?;
            (1..=MAX_WIDTH).contains(&width).then_some(width)
        };
        match name {
            "YYYY" => Some(Element::Year),
            "YY" => Some(Element::YearOfCentury),
            "MM" => Some(Element::Month),
            "DD" => Some(Element::DayOfMonth),
            "seq" => Some(Element::Counter(1)),
            _ => match name.strip_prefix("seq:") {
                Some(digits) => width(digits).map(Element::Counter),
                None => parts.iter().find(|part| *part == name).cloned().map(Element::Part),
            },
        }
    }

    /// Whether its length is not always the same.
    fn varies(&self) -> bool {
        matches!(self, Element::Counter(_) | Element::Part(_))
    }

    fn separates(&self) -> bool {
        matches!(self, Element::Text(text) if text.bytes().any(|byte| byte.is_ascii() && !byte.is_ascii_alphanumeric()))
    }

    pub(super) fn write(&self, out: &mut String, day: Day, sequence: i64, parts: &BTreeMap<String, String>) {
        let (year, month, of_month) = day.ymd();
        let _ = match self {
            Element::Text(text) => out.write_str(text),
            Element::Year => write!(out, "{year:04}"),
            Element::YearOfCentury => write!(out, "{:02}", year % 100),
            Element::Month => write!(out, "{month:02}"),
            Element::DayOfMonth => write!(out, "{of_month:02}"),
            Element::Counter(width) => write!(out, "{sequence:0width$}"),
            Element::Part(name) => out.write_str(parts.get(name).map_or("", String::as_str)),
        };
    }
}

/// Reads a format, or reports why it could not be kept: it has to be possible to tell each number from every other.
pub(super) fn read(format: &NumberFormat, place: &Pointer, faults: &mut Faults) -> Vec<Element> {
    let text_place = place.join("format");
    if names::visible(&format.format) != format.format {
        let message = "a number cannot contain control characters or what is invisible";
        faults.add(Reason::new(Code::DefinitionRange, &text_place, message));
    }
    let mut elements = Vec::new();
    let mut rest = format.format.as_str();
    while let Some((text, after)) = rest.split_once('{') {
        plain(text, &mut elements, &text_place, faults);
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        match Element::named(name, &format.parts) {
            Some(element) => elements.push(element),
            None => {
                let message = format!(
                    "`{{{}}}` is not one of {{YYYY}}, {{YY}}, {{MM}}, {{DD}}, {{seq}}, {{seq:4}} up to {{seq:{MAX_WIDTH}}}, and \
                     no part of this format",
                    shortened(name)
                );
                faults.add(Reason::new(Code::DefinitionReference, &text_place, message));
            }
        }
        rest = after;
    }
    plain(rest, &mut elements, &text_place, faults);
    counted_once(&elements, &text_place, faults);
    told_apart(&elements, &text_place, faults);
    check_parts(format, &elements, place, faults);
    check_reset(format, &elements, place, faults);
    elements
}

fn plain(text: &str, elements: &mut Vec<Element>, place: &Pointer, faults: &mut Faults) {
    if text.contains('}') {
        let message = "there is a `}` without a `{` before it";
        faults.add(Reason::new(Code::DefinitionRange, place, message));
    }
    if !text.is_empty() {
        elements.push(Element::Text(text.to_owned()));
    }
}

fn counted_once(elements: &[Element], place: &Pointer, faults: &mut Faults) {
    let counters = elements
        .iter()
        .filter(|element| matches!(element, Element::Counter(_)))
        .count();
    let message = match counters {
        1 => return,
        0 => "without a counter such as `{seq:4}` every number would be the same",
        _ => "a number has one counter",
    };
    faults.add(Reason::new(Code::DefinitionConflict, place, message));
}

/// Parts and the counter have any length: `A1` and 23 would read as `A12` and 3.
fn told_apart(elements: &[Element], place: &Pointer, faults: &mut Faults) {
    let mut open = false;
    let mut met = false;
    for element in elements {
        met |= open && element.varies();
        open = (open || element.varies()) && !element.separates();
    }
    if met {
        let message =
            "put a sign such as `-` between a part and the counter or another part, so that they can be told apart";
        faults.add(Reason::new(Code::DefinitionConflict, place, message));
    }
}

fn check_parts(format: &NumberFormat, elements: &[Element], place: &Pointer, faults: &mut Faults) {
    for (index, part) in format.parts.iter().enumerate() {
        let place = place.join("parts").join(index);
        let used = elements
            .iter()
            .any(|element| matches!(element, Element::Part(name) if name == part));
        let twice = format.parts.iter().take(index).any(|earlier| earlier == part);
        if !used || twice {
            let message = format!(
                "`{}` is {}",
                shortened(part),
                if used { "there twice" } else { "not in the format" }
            );
            faults.add(Reason::new(Code::DefinitionConflict, place, message));
        }
    }
}

/// A counter that begins anew repeats its numbers, unless the date in them says which time it is.
fn check_reset(format: &NumberFormat, elements: &[Element], place: &Pointer, faults: &mut Faults) {
    let has = |one: &Element| elements.contains(one);
    let year = has(&Element::Year) || has(&Element::YearOfCentury);
    let (month, day) = (has(&Element::Month), has(&Element::DayOfMonth));
    let (tells, needs) = match format.reset {
        NumberReset::Never => return,
        NumberReset::Yearly => (year, "the year"),
        NumberReset::Monthly => (year && month, "the year and the month"),
        NumberReset::Daily => (year && month && day, "the year, the month and the day"),
    };
    if !tells {
        let message = format!("numbers would repeat when the counter starts again; add {needs} to the format");
        faults.add(Reason::new(Code::DefinitionConflict, place.join("reset"), message));
    }
}
