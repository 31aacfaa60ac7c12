//! What can be asked of a pack over HTTP, as OpenAPI 3.1: paths and schemas of declared entities, and nothing written by hand.

mod acts;
mod bulk;
mod import;
mod merge;
mod paths;
mod reveal;
mod samples;
mod schemas;
mod tags;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

pub use self::acts::act_names;
use super::compiled::{Entity, Pack};
use crate::fault::Limits;
use crate::{JsonSchema, Result};
use ratebook_derive::Build;

/// How a pack, or one entity of it, is asked over HTTP.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields, default)]
#[non_exhaustive]
pub struct OpenApiRequest {
    /// The entity; all of them when not given.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 50), extend("format" = "reference"))]
    pub entity: Option<String>,
}

/// A document of OpenAPI 3.1.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct OpenApi {
    /// Of which version of OpenAPI.
    #[schemars(extend("format" = "text"))]
    pub openapi: String,
    /// What it is about.
    pub info: Map<String, Value>,
    /// How whoever asks is known.
    pub security: Vec<Map<String, Value>>,
    /// What can be asked, by path.
    pub paths: Map<String, Value>,
    /// What paths refer to.
    pub components: Map<String, Value>,
}

impl Pack {
    /// How its records are asked over HTTP.
    pub fn openapi(&self, request: &OpenApiRequest) -> Result<OpenApi> {
        request.bounded()?;
        let asked: Vec<&Entity> = match &request.entity {
            Some(name) => vec![self.named(name)?],
            None => self.entities().iter().collect(),
        };
        let mut schemas = schemas::shared();
        let mut paths = Map::new();
        for entity in asked {
            schemas.extend(schemas::of(self, entity));
            let mut own = paths::of(self, entity);
            schemas.extend(bulk::schemas(self, entity));
            own.extend(bulk::path(entity));
            schemas.extend(import::schemas(entity));
            own.extend(import::path(entity));
            schemas.extend(merge::schemas(entity));
            own.extend(merge::path(self, entity));
            own.extend(reveal::path(entity));
            schemas.extend(tags::schemas(entity));
            own.extend(tags::path(entity));
            if entity.definition().deprecated.is_some() {
                paths::deprecate(&mut own);
            }
            paths.extend(own);
            schemas.extend(acts::schemas(entity));
            paths.extend(acts::paths(entity));
        }
        let definition = self.definition();
        let title = definition.label.as_ref().unwrap_or(&definition.name);
        let mut info = object([
            ("title", json!(title)),
            ("version", json!(definition.version.to_string())),
        ]);
        if let Some(summary) = &definition.summary {
            info.insert("description".to_owned(), json!(summary));
        }
        let bearer = json!({"type": "http", "scheme": "bearer", "bearerFormat": "JWT"});
        let key = json!({"type": "apiKey", "in": "header", "name": "X-API-Key"});
        Ok(OpenApi {
            openapi: "3.1.0".to_owned(),
            info,
            security: vec![object([("bearer", json!([]))]), object([("api_key", json!([]))])],
            paths,
            components: object([
                ("schemas", Value::Object(schemas)),
                ("parameters", paths::shared_parameters()),
                ("responses", paths::problems()),
                ("securitySchemes", json!({"bearer": bearer, "api_key": key})),
            ]),
        })
    }
}

fn object<const N: usize>(fields: [(&str, Value); N]) -> Map<String, Value> {
    fields
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}

fn reference(schema: &str) -> Value {
    json!({"$ref": format!("#/components/schemas/{schema}")})
}

impl Entity {
    /// The name of its schema in a document: `ServicePlan` of `service_plan`.
    pub fn schema_name(&self) -> String {
        capital(self.name())
    }
}

/// A name in the letters of schemas: `ServicePlan` of `service_plan`.
fn capital(name: &str) -> String {
    let words = name.split('_').map(|word| {
        let mut letters = word.chars();
        let first = letters.next().map(|first| first.to_ascii_uppercase());
        first.into_iter().chain(letters).collect::<String>()
    });
    words.collect()
}

/// What people read of a name: `service plan` of `service_plan`.
fn words(name: &str) -> String {
    name.replace('_', " ")
}
