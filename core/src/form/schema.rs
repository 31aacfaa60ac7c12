use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::Value;

/// The part of JSON Schema in which types are declared.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Schema {
    #[serde(rename = "$ref")]
    pub(super) reference: Option<String>,
    #[serde(rename = "type")]
    pub(super) kinds: Kinds,
    pub(super) description: String,
    pub(super) format: Option<String>,
    #[serde(deserialize_with = "given")]
    pub(super) default: Option<Value>,
    pub(super) properties: Option<Named>,
    pub(super) required: Vec<String>,
    pub(super) additional_properties: Option<Open>,
    pub(super) pattern_properties: Option<Named>,
    #[serde(deserialize_with = "entry")]
    pub(super) items: Option<Box<Schema>>,
    pub(super) any_of: Vec<Schema>,
    pub(super) one_of: Vec<Schema>,
    #[serde(rename = "enum")]
    pub(super) words: Vec<String>,
    #[serde(rename = "const")]
    pub(super) only: Option<String>,
    pub(super) minimum: Option<i64>,
    pub(super) maximum: Option<u64>,
    pub(super) min_items: Option<u64>,
    pub(super) max_items: Option<u64>,
    pub(super) min_length: Option<u64>,
    pub(super) max_length: Option<u64>,
}

/// A default of null is one.
fn given<'de, D: Deserializer<'de>>(source: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(source).map(Some)
}

/// What entries of a list look like: anything, where it is `true`.
fn entry<'de, D: Deserializer<'de>>(source: D) -> Result<Option<Box<Schema>>, D::Error> {
    Node::deserialize(source).map(|node| Some(Box::new(node.0)))
}

impl Schema {
    /// The schemas of an object, by name.
    pub(super) fn all(text: &str) -> serde_json::Result<Vec<(String, Schema)>> {
        serde_json::from_str::<Named>(text).map(|named| named.0)
    }
}

/// Schemas by name, in their order.
#[derive(Debug, Default)]
pub(super) struct Named(pub(super) Vec<(String, Schema)>);

impl<'de> Deserialize<'de> for Named {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Named;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("schemas by name")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Named, A::Error> {
                let mut all = Vec::new();
                while let Some(entry) = entries.next_entry::<String, Node>()? {
                    all.push((entry.0, entry.1.0));
                }
                Ok(Named(all))
            }
        }
        source.deserialize_map(InOrder)
    }
}

/// A schema, or `true` for anything.
#[derive(Deserialize)]
#[serde(from = "Written")]
struct Node(Schema);

#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Whether(#[expect(dead_code, reason = "`true` says no more than an empty schema")] bool),
    Whole(Box<Schema>),
}

impl From<Written> for Node {
    fn from(written: Written) -> Node {
        match written {
            Written::Whether(_) => Node(Schema::default()),
            Written::Whole(schema) => Node(*schema),
        }
    }
}

/// Whether an object may have other fields, or what they look like.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Open {
    Whether(bool),
    Like(Box<Schema>),
}

/// A type, or several of which one is null.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "OneOrMore")]
pub(super) struct Kinds(pub(super) Vec<Kind>);

impl Kinds {
    pub(super) fn is(&self, kind: Kind) -> bool {
        self.0.contains(&kind)
    }
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMore {
    One(Kind),
    More(Vec<Kind>),
}

impl From<OneOrMore> for Kinds {
    fn from(written: OneOrMore) -> Kinds {
        match written {
            OneOrMore::One(kind) => Kinds(vec![kind]),
            OneOrMore::More(kinds) => Kinds(kinds),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Kind {
    Null,
    Boolean,
    Integer,
    Number,
    String,
    Array,
    Object,
}
