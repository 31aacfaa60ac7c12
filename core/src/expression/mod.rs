//! One small language for conditions: a subset of the grammar of CEL, the Common Expression Language, typed when it is
//! loaded, bounded in time and memory, with exact decimals and days in place of floats and timestamps.
//!
//! `nights >= 7 && ("member" in tags || channel == "direct")`

mod check;
mod evaluate;
mod facts;
mod lexer;
mod parser;
mod value;

pub use check::{Environment, Type};
pub use evaluate::Facts;
pub use facts::FactTypes;
pub use value::Value;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use crate::{Code, Reason, Result};
use check::Typed;

/// The longest text of an expression, in bytes.
pub const MAX_TEXT: usize = 4_096;
/// How deep an expression may nest.
pub const MAX_DEPTH: usize = 32;
/// How many steps an evaluation may take.
pub const MAX_STEPS: u32 = 10_000;

/// An expression that has been read and typed.
///
/// ```
/// use ratebook::expression::{Environment, Expression, Type, Value};
/// # fn main() -> ratebook::Result<()> {
/// let names = Environment::new([("nights", Type::Int)]);
/// let long = Expression::compile("nights >= 7", &names)?;
/// assert!(long.is_true(&[Value::Int(8)].as_slice())?);
/// assert!(Expression::compile("nigths >= 7", &names).is_err());
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
pub struct Expression {
    root: Typed,
    result: Type,
    /// The facts it looks at, each once: its place in the environment, its name and its type.
    used: Vec<(usize, String, Type)>,
}

impl Expression {
    /// Reads and types an expression; a fault says where it is.
    pub fn compile(text: &str, environment: &Environment) -> Result<Expression> {
        if text.len() > MAX_TEXT {
            let message = format!("an expression of {} bytes; at most {MAX_TEXT} are read", text.len());
            return Err(Reason::new(Code::DefinitionExpression, "", message)
                .with("limit", MAX_TEXT)
                .into());
        }
        let tree = parser::parse(text)?;
        let mut used = Vec::new();
        let (root, result) = check::check(&tree, environment, &mut used)?;
        Ok(Expression { root, result, used })
    }

    /// Reads an expression that must be true or false.
    pub fn condition(text: &str, environment: &Environment) -> Result<Expression> {
        let expression = Expression::compile(text, environment)?;
        if expression.result != Type::Bool {
            let message = format!("a condition is true or false, this is {}", expression.result);
            return Err(Reason::new(Code::DefinitionExpression, "", message).into());
        }
        Ok(expression)
    }

    /// The type of its value.
    pub fn result(&self) -> &Type {
        &self.result
    }

    /// The names it looks at, each once.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.used.iter().map(|(_, name, _)| name.as_str())
    }

    /// Its value, given the facts by the order of the environment's names.
    pub fn evaluate<'f>(&self, facts: &'f dyn Facts) -> Result<Value<'f>> {
        evaluate::evaluate(&self.root, facts)
    }

    /// Whether it is true.
    pub fn is_true(&self, facts: &dyn Facts) -> Result<bool> {
        self.evaluate(facts).map(|value| value == Value::Bool(true))
    }
}

/// An expression and the facts it is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EvaluateRequest {
    /// Such as `nights >= 7`.
    pub expression: String,
    /// The type of each name: `bool`, `int`, `decimal`, `text`, `day`, or a list of one of them such as `[text]`.
    #[serde(default)]
    pub types: BTreeMap<String, String>,
    /// The value of each name; decimals and days as text.
    #[serde(default)]
    pub facts: BTreeMap<String, serde_json::Value>,
}

/// What an expression came to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Evaluated {
    /// The type of the value.
    #[serde(rename = "type")]
    pub result: String,
    /// The value; decimals and days as text.
    pub value: serde_json::Value,
}

/// Reads, types and evaluates an expression.
pub fn evaluate(request: EvaluateRequest) -> Result<Evaluated> {
    let mut types = Vec::new();
    for (name, text) in &request.types {
        let place = format!("/types/{name}");
        let unknown = || Reason::new(Code::RequestUnknown, place, format!("there is no type `{text}`"));
        types.push((name.as_str(), Type::named(text).ok_or_else(unknown)?));
    }
    let environment = Environment::new(types.clone());
    let expression =
        Expression::compile(&request.expression, &environment).map_err(|error| error.under("/expression"))?;
    let mut facts = Vec::with_capacity(types.len());
    for (name, wanted) in &types {
        let place = format!("/facts/{name}");
        let missing = Reason::new(Code::RequestMissing, &place, format!("the fact `{name}` is missing"));
        let given = request.facts.get(*name).ok_or(missing)?;
        let mistyped = || Reason::new(Code::RequestType, &place, format!("`{name}` is to be {wanted}"));
        facts.push(Value::read(given, wanted).ok_or_else(mistyped)?);
    }
    let value = expression.evaluate(&facts.as_slice())?.to_json();
    Ok(Evaluated {
        result: expression.result.to_string(),
        value,
    })
}
