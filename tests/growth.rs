//! Requests and definitions that grow: of everything a vector holds a list, a map or a text of, one with as many entries as asked
//! for. What they cost must grow as they do.

use std::collections::BTreeSet;
use std::hint::black_box;
use std::time::{Duration, Instant};

use ratebook::api::{Loaded, Operation, ask_json};
use ratebook::form::model::{Form, Format, Model};
use ratebook::time::Day;
use serde_json::{Map, Value, json};

use crate::Vector;

/// How the entries of what grows differ.
#[derive(Clone, Copy, Debug)]
pub enum Entries {
    /// Not at all.
    Same,
    /// Their names and texts are all different.
    Named,
    /// Their names, texts, days and moments are all different.
    Spread,
    /// They are in a list of their own in each of as many entries of the list around it; names and texts are all different.
    Nested,
    /// The same, with days and moments that are all different.
    NestedSpread,
    /// None of them has the right form.
    Wrong,
    /// They are the letters of a text.
    Letters,
    /// They are rows of a file or events of a feed.
    Lines(fn(usize) -> String),
}

impl Entries {
    /// In a word.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Entries::Same => "same",
            Entries::Named => "named",
            Entries::Spread => "spread",
            Entries::Nested => "nested",
            Entries::NestedSpread => "nested and spread",
            Entries::Wrong => "wrong",
            Entries::Letters => "letters",
            Entries::Lines(_) => "lines",
        }
    }
}

/// Something that grows.
pub struct Growing {
    /// What is asked; it is asked of what was loaded, where the definition is what grows.
    pub operation: Operation,
    /// What it is called: the operation's full name, and what grows where that does not say it.
    pub name: String,
    /// The definitions by key.
    pub given: Map<String, Value>,
    /// The request.
    pub input: Value,
    /// The handle whose definition grows; nothing when the request does.
    pub handle: Option<&'static str>,
    /// Where: a JSON pointer.
    pub at: String,
    /// How its entries differ.
    pub entries: Entries,
}

/// Of every vector that is answered each list, map and text, once of every kind, in each way of growing.
#[must_use]
pub fn all() -> Vec<Growing> {
    let (mut found, mut seen) = (Vec::new(), BTreeSet::new());
    let model = Model::own();
    for vector in crate::all()
        .into_iter()
        .filter(|vector| vector.expect.get("answer").is_some())
    {
        let Some(operation) = Operation::named(&vector.operation) else {
            continue;
        };
        if let Some((key, kind, definition)) = definition(&vector, operation) {
            let mut places = Vec::new();
            growing(model, model.form(kind), definition, "", &mut places);
            push(&vector, operation, Some(key), places, &mut seen, &mut found);
        }
        let mut places = Vec::new();
        growing(
            model,
            model.form(operation.request_type()),
            &vector.input,
            "",
            &mut places,
        );
        push(&vector, operation, None, places, &mut seen, &mut found);
    }
    found.extend(files());
    found
}

/// The definition of which a vector asks, with its key and its type.
pub(crate) fn definition(vector: &Vector, operation: Operation) -> Option<(&'static str, &'static str, &Value)> {
    let mut kinds = Loaded::KEYS.iter().copied().zip(Loaded::definition_types());
    let (key, kind) = kinds.find(|(key, _)| Some(*key) == operation.handle_key())?;
    Some((key, kind, vector.given.get(key)?))
}

/// A place whatever the number of the entry.
pub(crate) fn kind_of(at: &str) -> String {
    let steps = at.split('/');
    let steps = steps.map(|step| if step.parse::<u32>().is_ok() { "*" } else { step });
    steps.collect::<Vec<_>>().join("/")
}

fn push(
    vector: &Vector,
    operation: Operation,
    handle: Option<&'static str>,
    places: Vec<(String, Vec<Entries>)>,
    seen: &mut BTreeSet<(String, String)>,
    found: &mut Vec<Growing>,
) {
    let of = handle.map_or_else(|| vector.operation.clone(), str::to_owned);
    for (at, ways) in places {
        if !seen.insert((of.clone(), kind_of(&at))) {
            continue;
        }
        for entries in ways {
            found.push(Growing {
                operation,
                name: vector.operation.clone(),
                given: vector.given.clone(),
                input: vector.input.clone(),
                handle,
                at: at.clone(),
                entries,
            });
        }
    }
}

/// The places of a value that can grow, with the ways in which they do.
pub(crate) fn growing(model: &Model, form: &Form, value: &Value, at: &str, found: &mut Vec<(String, Vec<Entries>)>) {
    match (model.resolved(form), value) {
        (Form::Optional(inner), value) if !value.is_null() => growing(model, inner, value, at, found),
        (Form::List(inner, _), Value::Array(items)) => {
            if let Some(last) = items.last() {
                let mut ways = vec![Entries::Same, Entries::Named, Entries::Spread, Entries::Wrong];
                if outer(at).is_some() {
                    ways.extend([Entries::Nested, Entries::NestedSpread]);
                }
                found.push((at.to_owned(), ways));
                growing(model, inner, last, &format!("{at}/{}", items.len() - 1), found);
            }
        }
        (Form::Map(inner) | Form::Numbered(inner), Value::Object(fields)) => {
            if let Some((name, last)) = fields.iter().next_back() {
                found.push((at.to_owned(), vec![Entries::Named, Entries::Wrong]));
                growing(model, inner, last, &format!("{at}/{}", escaped(name)), found);
            }
        }
        (Form::Text(own), Value::String(_)) if matches!(own.format, Format::Plain | Format::Name) => {
            found.push((at.to_owned(), vec![Entries::Letters]));
        }
        (Form::Anything, Value::Array(_) | Value::Object(_)) => found.push((at.to_owned(), vec![Entries::Named])),
        (form, Value::Object(fields)) => {
            for (name, inside) in fields {
                if let Some(inner) = form.under(name) {
                    growing(model, inner, inside, &format!("{at}/{}", escaped(name)), found);
                }
            }
        }
        _ => {}
    }
}

/// The list around a place, with the step to its entry, and the way from there: `/a/3/b` is `/a`, and `/b` of each entry.
fn outer(at: &str) -> Option<(&str, &str)> {
    let mut places = at
        .match_indices('/')
        .map(|(start, _)| start)
        .chain([at.len()])
        .collect::<Vec<_>>();
    places.reverse();
    places.windows(2).find_map(|pair| {
        let step = at.get(pair[1] + 1..pair[0])?;
        let is_entry = !step.is_empty() && step.bytes().all(|byte| byte.is_ascii_digit());
        is_entry.then(|| (&at[..pair[1]], &at[pair[0]..]))
    })
}

fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

impl Growing {
    /// What grows, and how.
    #[must_use]
    pub fn label(&self) -> String {
        format!(
            "{} {} {}",
            self.handle.unwrap_or(&self.name),
            self.at,
            self.entries.word()
        )
    }

    /// Definitions and request with so many entries.
    #[must_use]
    pub fn grown(&self, entries: usize) -> (Map<String, Value>, Value) {
        let (mut given, mut input) = (self.given.clone(), self.input.clone());
        let whole = self.handle.map_or(Some(&mut input), |key| given.get_mut(key));
        if let Some(whole) = whole {
            self.grow(whole, entries);
        }
        (given, input)
    }

    fn grow(&self, whole: &mut Value, entries: usize) {
        let way = match self.entries {
            Entries::Nested => Entries::Named,
            Entries::NestedSpread => Entries::Spread,
            own => {
                if let Some(place) = whole.pointer_mut(&self.at) {
                    *place = many(place, own, entries);
                }
                return;
            }
        };
        let Some((list, inside)) = outer(&self.at) else { return };
        let side = entries.isqrt();
        let Some(list) = whole.pointer_mut(list) else { return };
        let last = list
            .as_array()
            .and_then(|items| items.last())
            .cloned()
            .unwrap_or_default();
        let entry = |number: usize| {
            let mut entry = changed(&last, way, number);
            if let Some(place) = entry.pointer_mut(inside) {
                *place = many(place, way, side);
            }
            entry
        };
        *list = (0..side).map(entry).collect::<Vec<_>>().into();
    }
}

/// So many of what stands there.
pub(crate) fn many(place: &Value, way: Entries, entries: usize) -> Value {
    match (way, place) {
        (Entries::Lines(written), _) => written(entries).into(),
        (Entries::Letters, Value::String(text)) => {
            let letters = if text.is_empty() { "x" } else { text };
            letters.chars().cycle().take(entries).collect::<String>().into()
        }
        (way, Value::Array(items)) => {
            let last = items.last().cloned().unwrap_or_default();
            (0..entries)
                .map(|number| changed(&last, way, number))
                .collect::<Vec<_>>()
                .into()
        }
        (way, Value::Object(fields)) => {
            let (name, last) = fields
                .iter()
                .next_back()
                .map_or(("x", json!(1)), |(name, last)| (name, last.clone()));
            let entry = |number: usize| (format!("{name}-{number}"), changed(&last, way, number));
            (0..entries).map(entry).collect::<Map<_, _>>().into()
        }
        (_, other) => other.clone(),
    }
}

/// An entry, unlike the others.
fn changed(entry: &Value, way: Entries, number: usize) -> Value {
    match (way, entry) {
        (Entries::Wrong, Value::Number(_)) => json!("five"),
        (Entries::Wrong, _) => json!(5),
        (Entries::Same, entry) => entry.clone(),
        (way, Value::Array(items)) => items
            .iter()
            .map(|item| changed(item, way, number))
            .collect::<Vec<_>>()
            .into(),
        (way, Value::Object(fields)) => {
            let field = |(name, inside): (&String, &Value)| (name.clone(), changed(inside, way, number));
            fields.iter().map(field).collect::<Map<_, _>>().into()
        }
        (way, Value::String(text)) => match dated(text) {
            Some((day, rest)) if matches!(way, Entries::Spread) => format!("{}{rest}", later(day, number)).into(),
            Some(_) => text.clone().into(),
            None if is_figure(text) => text.clone().into(),
            None => named(text, number).into(),
        },
        (_, other) => other.clone(),
    }
}

/// `studio` as `studio-7`; texts that are no names stay what they are.
fn named(text: &str, number: usize) -> String {
    let is_name = text
        .chars()
        .all(|letter| letter.is_alphanumeric() || "-_ ".contains(letter));
    if is_name {
        format!("{text}-{number}")
    } else {
        text.to_owned()
    }
}

fn is_figure(text: &str) -> bool {
    text.starts_with(|letter: char| letter.is_ascii_digit() || letter == '-')
}

fn dated(text: &str) -> Option<(Day, &str)> {
    let (day, rest) = text.split_at_checked(10)?;
    Some((day.parse().ok()?, rest))
}

/// So many days later, within the years that days have.
fn later(day: Day, days: usize) -> Day {
    i32::try_from(days).ok().and_then(|days| day.plus(days)).unwrap_or(day)
}

/// What a text holds, and the text with so many of it.
type Written = (&'static str, fn(usize) -> String);

/// Files and feeds, which are texts with a form of their own.
fn files() -> Vec<Growing> {
    let feeds: [Written; 7] = [
        ("events", |count| {
            feed((0..count).map(|one| event(&format!("u{one}"), one, "")))
        }),
        ("events of one id", |count| {
            feed((0..count).map(|one| event("u", one, "")))
        }),
        ("events that cannot be read", |count| {
            feed((0..count).map(|one| event(&format!("u{one}"), one, "RRULE:FREQ=NEVER\r\n")))
        }),
        ("added days", |count| {
            let days = (0..count).map(|one| format!("RDATE:{}T100000Z\r\n", written_day(one)));
            feed([event("u", 0, &days.collect::<String>())])
        }),
        ("moved occurrences", |count| {
            let rule = event("u", 0, "RRULE:FREQ=DAILY\r\n");
            let moved = |one: usize| event("u", one, &format!("RECURRENCE-ID:{}T100000Z\r\n", written_day(one)));
            feed([rule].into_iter().chain((1..count).map(moved)))
        }),
        ("folded lines", |count| {
            feed([event("u", 0, &format!("SUMMARY:x{}\r\n", "\r\n x".repeat(count)))])
        }),
        ("zones", |count| {
            let zone = |one: usize| {
                format!(
                    "BEGIN:VTIMEZONE\r\nTZID:z{one}\r\nBEGIN:STANDARD\r\nDTSTART:20000101T000000\r\nTZOFFSETFROM:+0100\r\n\
                     TZOFFSETTO:+0100\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
                )
            };
            feed((0..count).map(zone))
        }),
    ];
    let rows: [Written; 4] = [
        ("rows", |count| {
            let list =
                |one: usize| format!("L{one},list,Room,EUR,night,2026-01-01,2026-12-31,\nL{one},prices,,,,,,100\n");
            format!("{ROWS}{}", (0..count / 2).map(list).collect::<String>())
        }),
        ("rows of one list", |count| {
            let season = |one: usize| format!("A,season,peak {one},,,{0},{0},\n", first_and(one));
            format!(
                "{ROWS}A,list,Room,EUR,night,2026-01-01,2026-12-31,\nA,prices,,,,,,100\n{}",
                (0..count).map(season).collect::<String>()
            )
        }),
        ("faulty rows", |count| {
            format!("{ROWS}{}", "A,wall,,EUX,,,,x\n".repeat(count))
        }),
        ("commas", |count| format!("{ROWS}{}", ",".repeat(count))),
    ];
    let of_feed = feeds.into_iter().map(|(what, written)| {
        let given = json!({"calendar": {"resources": [{"id": "room", "zone": "UTC"}]}});
        let days = json!({"first": "2026-01-01", "last": "2026-12-31"});
        let input = json!({"resource": "room", "source": "feed", "days": days, "text": ""});
        (
            format!("calendar.import_feed, {what}"),
            "calendar.import_feed",
            given,
            input,
            written,
        )
    });
    let of_rows = rows.into_iter().map(|(what, written)| {
        (
            format!("rates.import, {what}"),
            "rates.import",
            json!({}),
            json!({"text": ""}),
            written,
        )
    });
    let books = [(
        "rates.import, a workbook".to_owned(),
        "rates.import",
        json!({}),
        json!({"content_base64": "", "style": {"format": "xlsx"}}),
        workbook as fn(usize) -> String,
    )];
    let made = of_feed
        .chain(of_rows)
        .chain(books)
        .filter_map(|(name, operation, given, input, written)| {
            let operation = Operation::named(operation)?;
            let given = given.as_object().cloned()?;
            let at = if input.get("text").is_some() {
                "/text"
            } else {
                "/content_base64"
            }
            .to_owned();
            Some(Growing {
                operation,
                name,
                given,
                input,
                handle: None,
                at,
                entries: Entries::Lines(written),
            })
        });
    made.collect()
}

/// A workbook with so many rows.
fn workbook(rows: usize) -> String {
    let list = |one: usize| {
        json!({"code": format!("L{one}"), "name": "Room", "currency": "EUR", "unit": "night",
            "valid": {"first": "2026-01-01", "last": "2026-12-31"}, "prices": {"base": "100"}})
    };
    let lists: Vec<Value> = (0..rows / 2).map(list).collect();
    let asked = Operation::named("rates.export").map(|operation| {
        let handle = Loaded::load("rate_lists", json!({ "lists": lists }))?;
        ask_json(operation, Some(&handle), br#"{"style": {"format": "xlsx"}}"#)
    });
    let written: Option<Value> = asked
        .and_then(Result::ok)
        .and_then(|answer| serde_json::from_str(&answer).ok());
    written
        .and_then(|answer| answer["content_base64"].as_str().map(str::to_owned))
        .unwrap_or_default()
}

const ROWS: &str = "list,part,name,currency,unit,first,last,base\n";

fn feed(parts: impl IntoIterator<Item = String>) -> String {
    format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{}END:VCALENDAR\r\n",
        parts.into_iter().collect::<String>()
    )
}

fn event(uid: &str, number: usize, more: &str) -> String {
    let day = written_day(number);
    format!("BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTART:{day}T100000Z\r\nDTEND:{day}T110000Z\r\n{more}END:VEVENT\r\n")
}

fn written_day(number: usize) -> String {
    first_and(number).replace('-', "")
}

/// The first day of a year, and so many more.
fn first_and(days: usize) -> String {
    Day::new(2026, 1, 1).map_or_else(String::new, |first| later(first, days).to_string())
}

/// What one of a size costs.
#[derive(Clone, Copy, Debug)]
pub struct Cost {
    /// Bytes of what grew, as JSON text.
    pub bytes: usize,
    /// How long loading it and asking took.
    pub time: Duration,
    /// How long asking alone took.
    pub asked: Duration,
}

impl Growing {
    /// Loads and asks once, with so many entries; `around` is given what takes the time, to measure whatever else it wants.
    pub fn cost(&self, entries: usize, around: &mut dyn FnMut(&mut dyn FnMut())) -> Cost {
        let (given, input) = self.grown(entries);
        let request = input.to_string();
        let definition = self
            .operation
            .handle_key()
            .and_then(|key| Some((key, given.get(key)?.to_string())));
        let load = || {
            definition
                .as_ref()
                .map(|(key, text)| Loaded::load_text(key, text.as_bytes()))
        };
        let ask = |handle: Option<&Loaded>| drop(black_box(ask_json(self.operation, handle, request.as_bytes())));
        let (mut time, mut asked) = (Duration::ZERO, Duration::ZERO);
        let bytes = if self.handle.is_some() {
            around(&mut || {
                let start = Instant::now();
                if let Some(Ok(handle)) = load() {
                    let loaded = Instant::now();
                    ask(Some(&handle));
                    asked = loaded.elapsed();
                }
                time = start.elapsed();
            });
            definition.as_ref().map_or(0, |(_, text)| text.len())
        } else {
            let handle = load().and_then(Result::ok);
            around(&mut || {
                let start = Instant::now();
                ask(handle.as_ref());
                time = start.elapsed();
            });
            asked = time;
            request.len()
        };
        Cost { bytes, time, asked }
    }

    /// How much faster the time grows than the bytes, from one size to the other: about 1 when the work is bounded by the
    /// input. The shortest of some rounds counts, and as many rounds as it takes to come below what is allowed.
    pub fn growth(&self, (small, large): (usize, usize), rounds: usize, allowed: f64) -> (f64, Cost) {
        let once = &mut |run: &mut dyn FnMut()| run();
        let (mut least, mut most) = (self.cost(small, once), self.cost(large, once));
        for _ in 1..rounds {
            if times(least, most) <= allowed {
                break;
            }
            least = least.quickest(self.cost(small, once));
            most = most.quickest(self.cost(large, once));
        }
        (times(least, most), most)
    }
}

/// What is done once, whatever the size, in seconds.
const ONCE: f64 = 50e-6;

/// How much faster the time grows than the bytes, of loading and asking, and of asking alone: loading takes so much longer that it would hide behind it.
pub(crate) fn times(small: Cost, large: Cost) -> f64 {
    let per_byte = |time: Duration, cost: Cost| (time.as_secs_f64() + ONCE) / cost.bytes.max(1) as f64;
    let grown = |of: fn(Cost) -> Duration| per_byte(of(large), large) / per_byte(of(small), small);
    grown(|cost| cost.time).max(grown(|cost| cost.asked))
}

impl Cost {
    /// The shortest times of two rounds.
    pub(crate) fn quickest(self, other: Cost) -> Cost {
        Cost {
            bytes: self.bytes,
            time: self.time.min(other.time),
            asked: self.asked.min(other.asked),
        }
    }
}
