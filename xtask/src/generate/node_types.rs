//! JSON Schema as TypeScript.

use serde_json::{Map, Value};

/// The JavaScript spelling of a snake_case name.
pub(crate) fn camel(snake: &str) -> String {
    let mut parts = snake.split('_');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |name, part| name + &capital(part))
}

/// The spelling of a snake_case name as a type.
pub(crate) fn pascal(snake: &str) -> String {
    snake.split('_').map(capital).collect()
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// A doc comment, with links between Rust items turned into plain code.
pub(crate) fn doc(text: &str, indent: &str) -> String {
    let text = text.replace("[`", "`").replace("`]", "`").replace("*/", "*\\/");
    let lines: Vec<_> = text.trim().lines().map(str::trim).collect();
    match lines.as_slice() {
        [] => String::new(),
        [only] => format!("{indent}/** {only} */\n"),
        several => {
            let body: Vec<_> = several
                .iter()
                .map(|line| format!("{indent} * {line}").trim_end().to_owned())
                .collect();
            format!("{indent}/**\n{}\n{indent} */\n", body.join("\n"))
        }
    }
}

/// Types, and where they are named.
pub(crate) mod declaration {
    use super::*;

    /// The declaration of a named type.
    pub(crate) fn of(name: &str, schema: &Value) -> String {
        let mut out = doc(description(schema), "");
        match schema.get("properties").and_then(Value::as_object) {
            Some(fields) => {
                out.push_str(&format!("export interface {name} {{\n"));
                out.push_str(&members(schema, fields, "  "));
                out.push_str("}\n");
            }
            None => out.push_str(&format!("export type {name} ={}\n", alternatives(schema))),
        }
        out
    }

    /// A schema as a type expression.
    pub(crate) fn reference(schema: &Value) -> String {
        expression(schema, "")
    }

    fn description(schema: &Value) -> &str {
        schema.get("description").and_then(Value::as_str).unwrap_or_default()
    }

    /// The choices of an enum, one per line with their docs; a plain type stays on the line.
    fn alternatives(schema: &Value) -> String {
        let Some(choices) = schema.get("oneOf").and_then(Value::as_array) else {
            return format!(" {}", expression(schema, ""));
        };
        let choice = |choice: &Value| format!("\n{}  | {}", doc(description(choice), "  "), expression(choice, "  "));
        choices.iter().map(choice).collect()
    }

    fn members(schema: &Value, fields: &Map<String, Value>, indent: &str) -> String {
        let required: Vec<_> = strings(schema.get("required")).collect();
        let member = |(name, inner): (&String, &Value)| {
            let optional = if required.contains(&name.as_str()) { ":" } else { "?:" };
            let undefined = if optional == ":" { "" } else { " | undefined" };
            let kind = expression(inner, indent);
            format!(
                "{}{indent}readonly {}{optional} {kind}{undefined}\n",
                doc(description(inner), indent),
                camel(name)
            )
        };
        fields.iter().map(member).collect()
    }

    fn strings(list: Option<&Value>) -> impl Iterator<Item = &str> {
        list.and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
    }

    fn expression(schema: &Value, indent: &str) -> String {
        if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
            return name.trim_start_matches("#/$defs/").to_owned();
        }
        if let Some(text) = schema.get("const").and_then(Value::as_str) {
            return quoted(text);
        }
        if schema.get("enum").is_some() {
            return union(strings(schema.get("enum")).map(quoted));
        }
        for key in ["oneOf", "anyOf"] {
            if let Some(choices) = schema.get(key).and_then(Value::as_array) {
                return union(choices.iter().map(|choice| expression(choice, indent)));
            }
        }
        match schema.get("type") {
            Some(Value::String(kind)) => of_kind(kind, schema, indent),
            Some(Value::Array(kinds)) => union(
                kinds
                    .iter()
                    .filter_map(Value::as_str)
                    .map(|kind| of_kind(kind, schema, indent)),
            ),
            _ => "unknown".to_owned(),
        }
    }

    fn of_kind(kind: &str, schema: &Value, indent: &str) -> String {
        match kind {
            "string" => "string".to_owned(),
            "integer" | "number" => "number".to_owned(),
            "boolean" => "boolean".to_owned(),
            "null" => "null".to_owned(),
            "array" => array(schema, indent),
            "object" => object(schema, indent),
            _ => "unknown".to_owned(),
        }
    }

    fn array(schema: &Value, indent: &str) -> String {
        if let Some(items) = schema.get("prefixItems").and_then(Value::as_array) {
            let items: Vec<_> = items.iter().map(|item| expression(item, indent)).collect();
            return format!("readonly [{}]", items.join(", "));
        }
        let inner = schema
            .get("items")
            .map_or_else(|| "unknown".to_owned(), |items| expression(items, indent));
        if inner.contains([' ', '|']) {
            format!("readonly ({inner})[]")
        } else {
            format!("readonly {inner}[]")
        }
    }

    fn object(schema: &Value, indent: &str) -> String {
        if let Some(fields) = schema.get("properties").and_then(Value::as_object) {
            return format!("{{\n{}{indent}}}", members(schema, fields, &format!("{indent}  ")));
        }
        let numbered = schema.get("patternProperties").and_then(Value::as_object);
        let (key, inner) = match numbered.and_then(|all| all.values().next()) {
            Some(inner) => ("[number: number]", Some(inner)),
            None => (
                "[key: string]",
                schema.get("additionalProperties").filter(|inner| inner.is_object()),
            ),
        };
        let inner = inner.map_or_else(|| "unknown".to_owned(), |inner| expression(inner, indent));
        format!("{{ readonly {key}: {inner} }}")
    }

    fn quoted(text: &str) -> String {
        format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'"))
    }

    fn union(kinds: impl Iterator<Item = String>) -> String {
        let mut kinds: Vec<_> = kinds.collect();
        kinds.dedup();
        kinds.join(" | ")
    }
}
