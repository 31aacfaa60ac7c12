//! Two places that grow together: a list or map of a definition, and one of the request that is asked of it. Each alone costs as it
//! grows; what is looked up in one for each entry of the other costs their product.

use std::collections::BTreeSet;
use std::fmt;
use std::hint::black_box;
use std::time::{Duration, Instant};

use ratebook::api::{Loaded, Operation, ask_json};
use ratebook::form::model::Model;
use serde_json::Value;

use crate::growth::{self, Cost, Entries, growing, kind_of, many, times};

/// Pairs whose product is what is asked for: the operation, the place in the definition and the one in the request, each by its
/// beginning, what an entry of the definition holds, and why.
const INHERENT: &[(&str, &str, &str, &str, &str)] = &[
    (
        "rates.",
        "",
        "/requests",
        "",
        "each request is priced by the whole list",
    ),
    (
        "rates.",
        "/discounts",
        "/children",
        "eligibility",
        "each condition looks at the ages that it asks for",
    ),
];

/// How both grow.
const WAYS: [Entries; 2] = [Entries::Named, Entries::Spread];

/// A definition that has grown to two sizes, with the requests that grow beside it.
pub struct Pairs {
    key: &'static str,
    /// The definition before it grows.
    definition: Value,
    at: String,
    beside: Vec<Beside>,
}

/// A request that grows beside a definition.
struct Beside {
    operation: Operation,
    name: String,
    input: Value,
    at: String,
}

/// Something that costs more than it may.
pub struct Beyond {
    /// Which pair, and how.
    pub label: String,
    /// How much faster the time grew than the bytes.
    pub times: f64,
    /// What the larger cost.
    pub cost: Cost,
}

impl fmt::Display for Beyond {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Beyond { label, times, cost } = self;
        write!(
            out,
            "{label}: {times:.1} times, {:?} for {} bytes",
            cost.time, cost.bytes
        )
    }
}

/// Of each handle every place of its definition that can grow, with every one of the requests to it, as vectors hold them together.
#[must_use]
pub fn all() -> Vec<Pairs> {
    let model = Model::own();
    let (mut found, mut seen): (Vec<Pairs>, _) = (Vec::new(), BTreeSet::new());
    for vector in crate::all() {
        let Some(operation) = Operation::named(&vector.operation) else {
            continue;
        };
        let Some((key, kind, definition)) = growth::definition(&vector, operation) else {
            continue;
        };
        let (mut places, mut asked) = (Vec::new(), Vec::new());
        growing(model, model.form(kind), definition, "", &mut places);
        let request = model.form(operation.request_type());
        growing(model, request, &vector.input, "", &mut asked);
        for (at, _) in places.into_iter().filter(|(_, ways)| is_list(ways)) {
            let asked = asked.iter().filter(|(_, ways)| is_list(ways));
            let unseen = asked.filter(|(asked, _)| {
                let holds = shape(definition.pointer(&at));
                let (own, asked) = (kind_of(&at), kind_of(asked));
                let of_operation = [vector.operation.clone(), own.clone(), asked.clone()];
                let of_shape = [format!("{key} {holds}"), own, asked];
                let is_new = seen.insert(of_operation.clone()) | seen.insert(of_shape);
                is_new && !is_inherent(&of_operation, &holds)
            });
            let beside: Vec<Beside> = unseen
                .map(|(asked, _)| Beside {
                    operation,
                    name: vector.operation.clone(),
                    input: vector.input.clone(),
                    at: asked.clone(),
                })
                .collect();
            if beside.is_empty() {
                continue;
            }
            match found
                .last_mut()
                .filter(|last| last.at == at && last.definition == *definition)
            {
                Some(last) => last.beside.extend(beside),
                None => found.push(Pairs {
                    key,
                    definition: definition.clone(),
                    at,
                    beside,
                }),
            }
        }
    }
    found
}

fn is_list(ways: &[Entries]) -> bool {
    ways.iter().any(|way| matches!(way, Entries::Named))
}

fn is_inherent([operation, at, asked]: &[String; 3], holds: &str) -> bool {
    let fits = |(of, own, other, with, _): &(&str, &str, &str, &str, &str)| {
        operation.starts_with(of) && at.starts_with(own) && asked.starts_with(other) && holds.contains(with)
    };
    INHERENT.iter().any(fits)
}

/// The names of what the last entry of a list holds: entries of two shapes are not looked up alike.
fn shape(list: Option<&Value>) -> String {
    match list {
        Some(Value::Array(items)) => items.last().map_or_else(String::new, names),
        _ => String::new(),
    }
}

fn names(value: &Value) -> String {
    match value {
        Value::Object(fields) => fields
            .iter()
            .map(|(name, inside)| format!("{name}({})", names(inside)))
            .collect::<Vec<_>>()
            .join(" "),
        Value::Array(items) => items.last().map_or_else(String::new, names),
        _ => String::new(),
    }
}

fn grown(whole: &Value, at: &str, way: Entries, entries: usize) -> Value {
    let mut whole = whole.clone();
    if let Some(place) = whole.pointer_mut(at) {
        *place = many(place, way, entries);
    }
    whole
}

/// A loaded definition and its bytes.
struct Given(Loaded, usize);

impl Pairs {
    /// How many requests grow beside it.
    #[must_use]
    pub fn len(&self) -> usize {
        self.beside.len()
    }

    /// Whether none does.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.beside.is_empty()
    }

    /// Every pair whose time grows more than so many times as fast as its bytes.
    #[must_use]
    pub fn beyond(&self, sizes: (usize, usize), allowed: f64) -> Vec<Beyond> {
        let mut found = Vec::new();
        for way in WAYS {
            let load = |entries: usize| {
                let text = grown(&self.definition, &self.at, way, entries).to_string();
                let handle = Loaded::load_text(self.key, text.as_bytes()).ok()?;
                Some(Given(handle, text.len()))
            };
            let is_plain =
                |at: &str, whole: &Value| grown(whole, at, way, sizes.0) == grown(whole, at, Entries::Named, sizes.0);
            // Without days both ways are one.
            let spreads = matches!(way, Entries::Spread);
            let is_known = spreads && is_plain(&self.at, &self.definition);
            let mut beside = self
                .beside
                .iter()
                .filter(|one| !(is_known && is_plain(&one.at, &one.input)))
                .peekable();
            if beside.peek().is_none() {
                continue;
            }
            let Some((small, large)) = load(sizes.0).zip(load(sizes.1)) else {
                continue;
            };
            for beside in beside {
                let (mut least, mut most) = (beside.cost(&small, way, sizes.0), beside.cost(&large, way, sizes.1));
                for _ in 1..ROUNDS {
                    if times(least, most) <= allowed {
                        break;
                    }
                    // What was asked may have changed it.
                    let Some((small, large)) = load(sizes.0).zip(load(sizes.1)) else {
                        break;
                    };
                    least = least.quickest(beside.cost(&small, way, sizes.0));
                    most = most.quickest(beside.cost(&large, way, sizes.1));
                }
                let times = times(least, most);
                if times > allowed {
                    let label = format!(
                        "{} {} × {} {} {}",
                        self.key,
                        self.at,
                        beside.name,
                        beside.at,
                        way.word()
                    );
                    found.push(Beyond {
                        label,
                        times,
                        cost: most,
                    });
                }
            }
        }
        found
    }
}

/// How often what seems to cost too much is asked.
const ROUNDS: usize = 6;

impl Beside {
    fn cost(&self, Given(handle, bytes): &Given, way: Entries, entries: usize) -> Cost {
        let request = grown(&self.input, &self.at, way, entries).to_string();
        let start = Instant::now();
        drop(black_box(ask_json(self.operation, Some(handle), request.as_bytes())));
        let time: Duration = start.elapsed();
        Cost {
            bytes: bytes + request.len(),
            time,
            asked: time,
        }
    }
}

/// Two places of one definition that grow together; it is loaded and asked.
pub struct Both {
    operation: Operation,
    key: &'static str,
    definition: Value,
    input: Value,
    /// The two places.
    at: [String; 2],
}

/// Of each handle every two places of its definition, neither in the other, as vectors hold them together.
#[must_use]
pub fn within() -> Vec<Both> {
    let model = Model::own();
    let (mut found, mut seen) = (Vec::new(), BTreeSet::new());
    for vector in crate::all() {
        let Some(operation) = Operation::named(&vector.operation) else {
            continue;
        };
        let Some((key, kind, definition)) = growth::definition(&vector, operation) else {
            continue;
        };
        let mut places = Vec::new();
        growing(model, model.form(kind), definition, "", &mut places);
        let lists: Vec<String> = places
            .into_iter()
            .filter(|(_, ways)| is_list(ways))
            .map(|(at, _)| at)
            .collect();
        for (number, one) in lists.iter().enumerate() {
            for other in lists.iter().skip(number + 1) {
                let nested = other.starts_with(&format!("{one}/")) || one.starts_with(&format!("{other}/"));
                if !nested && seen.insert((key, kind_of(one), kind_of(other))) {
                    found.push(Both {
                        operation,
                        key,
                        definition: definition.clone(),
                        input: vector.input.clone(),
                        at: [one.clone(), other.clone()],
                    });
                }
            }
        }
    }
    found
}

impl Both {
    /// Whether the time grows more than so many times as fast as the bytes, and how much.
    #[must_use]
    pub fn beyond(&self, sizes: (usize, usize), allowed: f64) -> Option<Beyond> {
        let (mut least, mut most) = (self.cost(sizes.0), self.cost(sizes.1));
        for _ in 1..ROUNDS {
            if times(least, most) <= allowed {
                return None;
            }
            least = least.quickest(self.cost(sizes.0));
            most = most.quickest(self.cost(sizes.1));
        }
        let times = times(least, most);
        let [one, other] = &self.at;
        let label = format!("{} {one} × {other}", self.key);
        (times > allowed).then_some(Beyond {
            label,
            times,
            cost: most,
        })
    }

    fn cost(&self, entries: usize) -> Cost {
        let of = |whole: &Value, at: &String| grown(whole, at, Entries::Named, entries);
        let text = self
            .at
            .iter()
            .fold(self.definition.clone(), |whole, at| of(&whole, at))
            .to_string();
        let request = self.input.to_string();
        let start = Instant::now();
        let handle = Loaded::load_text(self.key, text.as_bytes());
        let loaded = Instant::now();
        if let Ok(handle) = &handle {
            drop(black_box(ask_json(self.operation, Some(handle), request.as_bytes())));
        }
        Cost {
            bytes: text.len() + request.len(),
            time: start.elapsed(),
            asked: loaded.elapsed(),
        }
    }
}
