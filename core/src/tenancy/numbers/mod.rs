//! Numbers that people read, of which none ever comes twice.

mod format;

use std::collections::BTreeMap;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use super::limits::same_rule;
use super::naming::{Names, named};
use super::{Scoped, Tenant, TenantId, Tenanted};
use crate::fault::Limits;
use crate::form::{Family, Faults, Pointer};
use crate::money::shortened;
use crate::time::{Day, Instant};
use crate::{Code, Error, Reason, Result};
use format::Element;

/// How numbers of a kind are written, and when their counter begins anew.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct NumberFormat {
    /// What it is known by: `invoice`.
    #[schemars(length(max = 100), extend("format" = "name"))]
    pub name: String,
    /// Text with `{YYYY}`, `{YY}`, `{MM}`, `{DD}`, one counter such as `{seq:4}` of at least four digits, and named parts:
    /// `INV-{YY}{MM}-{seq:4}`.
    #[schemars(length(max = 100), extend("format" = "text"))]
    pub format: String,
    /// The names of parts that are given with each request, such as `SUP` for `{SUP}`. Each combination has a counter.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 10), extend("format" = "name"))]
    pub parts: Vec<String>,
    /// When the counter begins anew, by the tenant's clock.
    #[serde(default)]
    pub reset: NumberReset,
    /// With which number it begins.
    #[serde(default = "one")]
    #[schemars(range(min = 0, max = 999_999_999_999_999_i64))]
    pub first: i64,
}

fn one() -> i64 {
    1
}

/// When a counter begins anew.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum NumberReset {
    /// Never.
    #[default]
    Never,
    /// With the year.
    Yearly,
    /// With the month.
    Monthly,
    /// With the day.
    Daily,
}

impl NumberReset {
    /// Whether both days lie in one period of the counter.
    fn same_period(self, one: Day, other: Day) -> bool {
        let ((year, month, _), (other_year, other_month, _)) = (one.ymd(), other.ymd());
        match self {
            NumberReset::Never => true,
            NumberReset::Yearly => year == other_year,
            NumberReset::Monthly => (year, month) == (other_year, other_month),
            NumberReset::Daily => one == other,
        }
    }
}

/// Reports what is wrong with how numbers are written.
pub(crate) fn check_formats(formats: &[NumberFormat], place: &Pointer, faults: &mut Faults) {
    let _ = Numbers::compile(formats, place, faults);
}

/// The next number, please.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct NumberRequest {
    /// On behalf of whom.
    pub tenant: TenantId,
    /// The format's name.
    #[schemars(extend("format" = "reference"))]
    pub format: String,
    /// The moment.
    pub now: Instant,
    /// What stands for the named parts: up to 20 letters and digits each.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend("format" = "reference", "valueFormat" = "text"))]
    pub parts: BTreeMap<String, String>,
    /// What the last answer gave for these parts; no number yet when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<Scoped<NumberState>>,
}

/// What is kept of the numbers of a kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct NumberState {
    /// Whose it is.
    pub tenant: TenantId,
    /// The format's name.
    #[schemars(extend("format" = "reference"))]
    pub format: String,
    /// The parts that this counter counts.
    #[serde(default)]
    #[schemars(extend("format" = "reference", "valueFormat" = "text"))]
    pub parts: BTreeMap<String, String>,
    /// The latest day on which a number was given, by the tenant's clock.
    pub day: Day,
    /// The last number that was given.
    #[schemars(range(min = 0, max = 999_999_999_999_999_i64))]
    pub last: i64,
}

impl Tenanted for NumberState {
    fn tenant(&self) -> &TenantId {
        &self.tenant
    }
}

/// A number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct NumberAnswer {
    /// As people read it.
    pub number: String,
    /// What its counter says.
    pub sequence: i64,
    /// The state to keep, before anybody sees the number.
    pub state: Scoped<NumberState>,
}

/// The most that a counter counts to.
const MAX_SEQUENCE: i64 = 999_999_999_999_999;
const MAX_PART: usize = 20;

/// The tenant's formats by name.
#[derive(Clone, Debug)]
pub(super) struct Numbers(BTreeMap<String, (NumberFormat, Vec<Element>)>);

impl Numbers {
    pub(super) fn compile(formats: &[NumberFormat], place: &Pointer, faults: &mut Faults) -> Self {
        let mut names = Names::default();
        let mut numbers: BTreeMap<String, (NumberFormat, Vec<Element>)> = BTreeMap::new();
        for (index, format) in formats.iter().enumerate() {
            let place = place.join(index);
            names.take(&format.name, &place, faults);
            let elements = format::read(format, &place, faults);
            if let Some((other, _)) = numbers.values().find(|(_, others)| alike(others, &elements)) {
                let message = format!(
                    "numbers of `{}` would look the same; tell the formats apart",
                    shortened(&other.name)
                );
                faults.add(Reason::new(Code::DefinitionConflict, place.join("format"), message));
            }
            numbers.insert(format.name.clone(), (format.clone(), elements));
        }
        Numbers(numbers)
    }
}

/// Whether two formats write the same numbers, however wide their counters are.
fn alike(one: &[Element], other: &[Element]) -> bool {
    let same = |(one, other): (&Element, &Element)| match (one, other) {
        (Element::Counter(_), Element::Counter(_)) | (Element::Part(_), Element::Part(_)) => true,
        _ => one == other,
    };
    one.len() == other.len() && one.iter().zip(other).all(same)
}

#[cfg(feature = "server")]
impl Tenant {
    /// The next number of a format. With the state of the last one none ever comes twice, also when the clock goes back:
    /// then it stands still at the latest day it has shown.
    pub fn next_number(&self, request: &NumberRequest) -> Result<NumberAnswer> {
        request.bounded()?;
        let scope = self.scope(&request.tenant)?;
        let kept = request.state.as_ref();
        let kept = kept.map(|state| state.within(scope, "/state/tenant")).transpose()?;
        let (format, elements) = named(
            self.numbers.0.get(&request.format),
            "format",
            &request.format,
            "/format",
        )?;
        Error::unless_empty(faults(format, &request.parts))?;
        let today = self.definition().settings.zone.day_of(request.now);
        if let Some(state) = kept {
            same_rule(&state.format, &format.name, "/state/format")?;
            if state.parts != request.parts {
                let message = "this state counts other parts; keep a state for each combination";
                return Err(Reason::new(Code::RequestConflict, "/state/parts", message).into());
            }
        }
        let last = kept.map(|state| (state.day, state.last));
        let (day, sequence) = following(format, last, today)?;
        let mut number = String::new();
        for element in elements {
            element.write(&mut number, day, sequence, &request.parts);
        }
        Ok(NumberAnswer {
            number,
            sequence,
            state: Scoped::new(NumberState {
                tenant: request.tenant.clone(),
                format: format.name.clone(),
                parts: request.parts.clone(),
                day,
                last: sequence,
            }),
        })
    }
}

/// The day and the counter of the number that comes after the last one. The day never goes back.
fn following(format: &NumberFormat, last: Option<(Day, i64)>, today: Day) -> Result<(Day, i64)> {
    let (day, sequence) = match last {
        None => (today, format.first),
        Some((former, last)) => {
            let day = today.max(former);
            let goes_on = format.reset.same_period(former, day);
            (day, if goes_on { last.saturating_add(1) } else { format.first })
        }
    };
    if !(0..=MAX_SEQUENCE).contains(&sequence) {
        let message = format!("a counter cannot count beyond {MAX_SEQUENCE}");
        return Err(Reason::new(Code::RequestRange, "/state/last", message).into());
    }
    Ok((day, sequence))
}

/// The number that comes after the last one of its kind, with its day and counter, of a format without parts.
pub(crate) fn next_of(format: &NumberFormat, last: Option<(Day, i64)>, today: Day) -> Result<(Day, i64, String)> {
    let mut faults = Faults::new(Family::Request);
    let elements = format::read(format, &Pointer::root(), &mut faults);
    faults.finish(())?;
    let (day, sequence) = following(format, last, today)?;
    let mut number = String::new();
    for element in &elements {
        element.write(&mut number, day, sequence, &BTreeMap::new());
    }
    Ok((day, sequence, number))
}

fn faults(format: &NumberFormat, parts: &BTreeMap<String, String>) -> Vec<Reason> {
    let place = Pointer::root().join("parts");
    let mut faults = Vec::new();
    for part in format.parts.iter().filter(|part| !parts.contains_key(*part)) {
        let message = format!("the format needs the part `{}`", shortened(part));
        faults.push(Reason::new(Code::RequestMissing, place.join(part), message));
    }
    for (part, text) in parts {
        if !format.parts.contains(part) {
            let message = format!("the format has no part `{}`", shortened(part));
            faults.push(Reason::new(Code::RequestUnknown, place.join(part), message));
        } else if !(1..=MAX_PART).contains(&text.len()) || !text.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            let message = format!("`{}` must be 1 to {MAX_PART} letters and digits", shortened(text));
            faults.push(Reason::new(Code::RequestRange, place.join(part), message));
        }
    }
    faults
}
