//! What templates write figures with: amounts, numbers, days and moments, exact and in the language of the document.

use std::sync::LazyLock;

use ratebook::money::{Decimal, FormatRequest, Locale, Money};
use ratebook::time::{Day, Instant, TimeOfDay, Zone};
use serde::de::DeserializeOwned;
use typst::diag::{At, SourceResult, StrResult, bail};
use typst::foundations::{
    Args, Binding, CastInfo, Dict, Func, IntoValue, NativeFuncData, NativeFuncPtr, Reflect, Scope, Str, Value,
};
use typst::syntax::Span;
use typst::utils::LazyHash;
use typst::{Library, LibraryExt};

use super::language::{Length, written};

/// As whom figures are written: what a library is made for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Writer {
    pub(crate) language: String,
    pub(crate) locale: Locale,
    pub(crate) zone: Zone,
}

impl Writer {
    /// Typst's library with these functions in it, and without what makes code of text or carries out bytes.
    pub(crate) fn library(&self) -> LazyHash<Library> {
        let mut library = Library::default();
        let locale = serde_json::to_value(self.locale).ok();
        let locale = locale.as_ref().and_then(|tag| tag.as_str()).unwrap_or_default();
        let given: [&[&str]; 5] = [
            &[locale],
            &[locale],
            &[&self.language, self.zone.name()],
            &[&self.language],
            &[&self.language, self.zone.name()],
        ];
        let scope = library.global.scope_mut();
        for (data, given) in [&MONEY, &NUMBER, &DAY, &TIME, &MOMENT].into_iter().zip(given) {
            let texts = given.iter().map(|text| Str::from(*text));
            let func = Func::from(data).with(&mut Args::new(Span::detached(), texts));
            scope.bind(data.name.into(), Binding::detached(func));
        }
        // What records say is text, whatever stands in it. A bibliography makes formulas of what its entries say.
        for name in ["eval", "bibliography", "cite", "plugin"] {
            scope.bind(name.into(), Binding::detached(Value::None));
        }
        library.std = Binding::detached(library.global.clone());
        LazyHash::new(library)
    }
}

type Written = fn(&mut Args) -> SourceResult<Value>;

macro_rules! function {
    ($name:ident, $called:literal, $title:literal, $docs:literal, $written:ident) => {
        static $name: NativeFuncData = NativeFuncData {
            function: NativeFuncPtr(&|_, _, args| ($written as Written)(args)),
            name: $called,
            title: $title,
            docs: $docs,
            def_site: None,
            keywords: &[],
            contextual: false,
            scope: LazyLock::new(&Scope::new),
            params: LazyLock::new(&Vec::new),
            returns: LazyLock::new(&returns),
        };
    };
}

function!(MONEY, "money", "Money", "An amount as the language writes it.", money);
function!(
    NUMBER,
    "number",
    "Number",
    "A number as the language writes it.",
    number
);
function!(DAY, "day", "Day", "A day as the language writes it.", day);
function!(TIME, "time", "Time", "A time of day as the language writes it.", time);
function!(
    MOMENT,
    "moment",
    "Moment",
    "A moment by the tenant's clock, as the language writes it.",
    moment
);

fn returns() -> CastInfo {
    <Str as Reflect>::output()
}

/// What a figure is made of: JSON as records have it. What is missing is written as nothing.
fn taken(args: &mut Args, what: &str) -> SourceResult<Option<Value>> {
    Ok(match args.expect::<Value>(what)? {
        Value::None => None,
        value => Some(value),
    })
}

fn told(args: &Args, text: StrResult<String>) -> SourceResult<Value> {
    text.map(|text| Str::from(text).into_value()).at(args.span)
}

fn nothing() -> SourceResult<Value> {
    Ok(Str::new().into_value())
}

/// Text as the engine's own type. A record's stars stay stars: whoever may not see a figure sees none.
fn read<T: DeserializeOwned>(value: &Value, what: &str) -> StrResult<Result<T, String>> {
    let text = match value {
        Value::Str(text) => text.to_string(),
        Value::Int(number) => number.to_string(),
        Value::Decimal(number) => number.to_string(),
        other => bail!("{what} is text as records have it, not {}", other.ty()),
    };
    if !text.is_empty() && text.chars().all(|letter| letter == '*') {
        return Ok(Err(text));
    }
    match serde_json::from_value(serde_json::Value::String(text.clone())) {
        Ok(read) => Ok(Ok(read)),
        Err(_) => bail!("`{text}` is not {what}"),
    }
}

fn tag(args: &mut Args) -> SourceResult<String> {
    Ok(args.expect::<Str>("language")?.to_string())
}

fn zone(args: &mut Args) -> SourceResult<Zone> {
    let name = serde_json::Value::String(tag(args)?);
    Ok(serde_json::from_value(name).unwrap_or(Zone::UTC))
}

fn locale(args: &mut Args) -> SourceResult<Locale> {
    let tag = tag(args)?;
    let read = serde_json::from_value(serde_json::Value::String(tag));
    Ok(read.unwrap_or(Locale::EnUs))
}

fn money(args: &mut Args) -> SourceResult<Value> {
    let locale = locale(args)?;
    let Some(value) = taken(args, "amount")? else {
        return nothing();
    };
    let text = match &value {
        Value::Dict(dict) => amount(dict, locale),
        Value::Str(stars) if stars.chars().all(|letter| letter == '*') => Ok(stars.to_string()),
        other => Err(format!("an amount has an `amount` and a `currency`; this is {}", other.ty()).into()),
    };
    told(args, text)
}

fn amount(dict: &Dict, locale: Locale) -> StrResult<String> {
    let part = |name: &str| dict.get(name).ok().cloned().unwrap_or(Value::None);
    let units: Decimal = match read(&part("amount"), "an amount")? {
        Ok(units) => units,
        Err(stars) => return Ok(stars),
    };
    let currency = match read(&part("currency"), "a currency")? {
        Ok(currency) => currency,
        Err(stars) => return Ok(stars),
    };
    let request = FormatRequest::new(Money::new(units, currency), locale);
    ratebook::money::format(request).map_err(|error| error.to_string().into())
}

fn number(args: &mut Args) -> SourceResult<Value> {
    let locale = locale(args)?;
    let Some(value) = taken(args, "number")? else {
        return nothing();
    };
    let text = read::<Decimal>(&value, "a number")
        .map(|read| read.map_or_else(|stars| stars, |number| ratebook::money::write_number(number, locale)));
    told(args, text)
}

fn length(args: &mut Args, usual: Length) -> SourceResult<Length> {
    let Some(name) = args.named::<Str>("length")? else {
        return Ok(usual);
    };
    Length::of(&name)
        .ok_or_else(|| format!("a length is `short`, `medium`, `long` or `full`, not `{name}`"))
        .at(args.span)
}

fn unwritten(language: &str) -> typst::ecow::EcoString {
    format!("nobody knows how `{language}` writes days").into()
}

fn day(args: &mut Args) -> SourceResult<Value> {
    let (language, zone, length) = (tag(args)?, zone(args)?, length(args, Length::Long)?);
    let Some(value) = taken(args, "day")? else {
        return nothing();
    };
    // The day of a moment is that of the tenant's clock.
    let own = read::<Day>(&value, "a day").or_else(|wrong| match read::<Instant>(&value, "a moment") {
        Ok(Ok(moment)) => Ok(Ok(zone.day_of(moment))),
        _ => Err(wrong),
    });
    let text = own.and_then(|read| match read {
        Ok(day) => written(&language, Some(day), None, length).ok_or_else(|| unwritten(&language)),
        Err(stars) => Ok(stars),
    });
    told(args, text)
}

fn time(args: &mut Args) -> SourceResult<Value> {
    let language = tag(args)?;
    let Some(value) = taken(args, "time")? else {
        return nothing();
    };
    let text = read::<TimeOfDay>(&value, "a time of day").and_then(|read| match read {
        Ok(time) => written(&language, None, Some(time), Length::Short).ok_or_else(|| unwritten(&language)),
        Err(stars) => Ok(stars),
    });
    told(args, text)
}

fn moment(args: &mut Args) -> SourceResult<Value> {
    let (language, zone, length) = (tag(args)?, zone(args)?, length(args, Length::Medium)?);
    let Some(value) = taken(args, "moment")? else {
        return nothing();
    };
    let text = read::<Instant>(&value, "a moment").and_then(|read| match read {
        Ok(moment) => {
            let (day, time) = zone.local(moment);
            written(&language, Some(day), Some(time), length).ok_or_else(|| unwritten(&language))
        }
        Err(stars) => Ok(stars),
    });
    told(args, text)
}
