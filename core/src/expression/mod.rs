//! One small language for conditions: a subset of CEL, the Common Expression Language, typed when it is loaded, bounded in
//! time and memory, with exact decimals in place of floats, and with days beside instants.
//!
//! `nights >= 7 && ("member" in tags || channel == "direct")`

mod asked;
mod calls;
mod check;
mod clock;
mod duration;
mod evaluate;
mod facts;
mod functions;
mod lexer;
mod macros;
mod numbers;
mod parser;
mod patterns;
mod print;
mod quoted;
mod texts;
mod typed;
mod types;
mod value;

pub(crate) use asked::{Asked, AskedSide, AskedSign};
pub use duration::Duration;
pub use evaluate::Facts;
pub use facts::FactTypes;
pub(crate) use facts::{Fact, Known, found};
pub use types::{Environment, Type};
pub use value::Value;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

use crate::fault::Limits;
use crate::form::{Family, Faults, Pointer};
use crate::{Code, Error, Reason, Result};
use typed::Typed;

/// The longest text of an expression, in characters: as long as any text may be.
pub use crate::fault::MAX_TEXT;
/// How deep an expression may nest.
pub const MAX_DEPTH: usize = 40;
/// How many steps an evaluation may take.
pub const MAX_STEPS: u32 = 10_000;

/// An expression that has been read and typed. It prints in its canonical form, which reads back as the same expression
/// where its blanks do not make it longer than what is read.
///
/// ```
/// use ratebook::expression::{Environment, Expression, Type, Value};
/// # fn main() -> ratebook::Result<()> {
/// let names = Environment::new([("nights", Type::Int)]);
/// let long = Expression::compile("nights>=7", &names)?;
/// assert!(long.is_true(&[Value::Int(8)].as_slice())?);
/// assert_eq!(long.to_string(), "nights >= 7");
/// assert!(Expression::compile("nigths >= 7", &names).is_err());
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Expression {
    root: Typed,
    result: Type,
    used: Vec<Used>,
    canonical: String,
}

/// A fact that an expression looks at.
#[derive(Clone, Debug, PartialEq)]
struct Used {
    /// Its place in the environment.
    slot: usize,
    name: String,
    wanted: Type,
}

impl Expression {
    /// Reads and types an expression; a fault says where it is.
    pub fn compile(text: &str, environment: &Environment) -> Result<Expression> {
        // As many bytes hold no more characters.
        let length = if text.len() > MAX_TEXT { text.chars().count() } else { 0 };
        if length > MAX_TEXT {
            let message = format!("an expression of {length} characters; at most {MAX_TEXT} are read");
            return Err(Reason::new(Code::DefinitionExpression, "", message)
                .with("limit", MAX_TEXT)
                .into());
        }
        let tree = parser::parse(text)?;
        let mut used = Vec::new();
        let (root, result) = check::check(&tree, environment, &mut used)?;
        Ok(Expression {
            root,
            result,
            used,
            canonical: tree.to_string(),
        })
    }

    /// Reads an expression that must be true or false.
    pub fn condition(text: &str, environment: &Environment) -> Result<Expression> {
        let expression = Expression::compile(text, environment)?;
        if expression.result != Type::Bool {
            let own = &expression.result;
            let message = format!("a condition is true or false, this is {own}{}", own.advice());
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
        self.used.iter().map(|used| used.name.as_str())
    }

    /// Its value, given the facts by the order of the environment's names.
    pub fn evaluate<'f>(&self, facts: &'f dyn Facts) -> Result<Value<'f>> {
        evaluate::evaluate(&self.root, facts).map(Value::into_owned)
    }

    /// Whether it is true.
    pub fn is_true(&self, facts: &dyn Facts) -> Result<bool> {
        evaluate::is_true(&self.root, facts)
    }
}

impl fmt::Display for Expression {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.canonical)
    }
}

/// A pattern of a text from its beginning to its end, in the syntax of `matches`; the fault is told in a sentence.
pub(crate) fn whole_pattern(text: &str) -> std::result::Result<regex::Regex, String> {
    patterns::whole(text)
}

/// An expression and the facts it is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct EvaluateRequest {
    /// Such as `nights >= 7`.
    #[schemars(extend("format" = "text"))]
    pub expression: String,
    /// The type of each name: `bool`, `int`, `decimal`, `text`, `day`, `instant`, `duration`, a list of them such as
    /// `[text]`, a map such as `{int}`; `text?` may be missing. `customer.name` is a field of a record.
    #[serde(default)]
    pub types: FactTypes,
    /// The value of each name that the expression looks at; decimals, days, instants and durations as text, a record as an
    /// object.
    #[serde(default)]
    pub facts: BTreeMap<String, serde_json::Value>,
}

/// What an expression came to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct Evaluated {
    /// The type of the value.
    #[serde(rename = "type")]
    pub result: String,
    /// The value; decimals, days, instants and durations as text.
    pub value: Option<serde_json::Value>,
}

/// An expression and the names that it may use.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ExpressionCheckRequest {
    /// Such as `nights >= 7`.
    #[schemars(extend("format" = "text"))]
    pub expression: String,
    /// The type of each name, as for `expression.evaluate`.
    #[serde(default)]
    pub types: FactTypes,
}

/// An expression that can be used.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct ExpressionChecked {
    /// The type of its value.
    #[serde(rename = "type")]
    pub result: String,
    /// The names that it looks at, each once.
    pub names: Vec<String>,
    /// The same expression as it is written canonically.
    pub canonical: String,
}

fn compiled(text: &str, types: &FactTypes) -> Result<Expression> {
    let mut faults = Faults::new(Family::Request);
    let environment = types.environment(&Pointer::at("/types"), &mut faults);
    Error::unless_empty(faults.into_reasons())?;
    Expression::compile(text, &environment).map_err(|error| error.under("/expression"))
}

/// Reads and types an expression.
pub fn check(request: ExpressionCheckRequest) -> Result<ExpressionChecked> {
    request.bounded()?;
    let expression = compiled(&request.expression, &request.types)?;
    Ok(ExpressionChecked {
        result: expression.result.to_string(),
        names: expression.names().map(str::to_owned).collect(),
        canonical: expression.canonical,
    })
}

/// Reads, types and evaluates an expression.
pub fn evaluate(request: EvaluateRequest) -> Result<Evaluated> {
    request.bounded()?;
    let expression = compiled(&request.expression, &request.types)?;
    let facts = request.facts.into_iter().collect();
    Ok(Evaluated {
        value: Some(expression.evaluate_json(&facts, "/facts")?),
        result: expression.result.to_string(),
    })
}
