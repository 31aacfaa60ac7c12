//! The declared types as TypeScript.

use ratebook::form::Model;
use ratebook::form::model::{Declared, Field, Form, Variant};

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
    pub(crate) fn of(model: &Model, own: &Declared) -> String {
        let (name, mut out) = (&own.name, doc(&own.doc, ""));
        match &own.form {
            Form::Record(fields) if !fields.is_empty() => {
                out.push_str(&format!(
                    "export interface {name} {{\n{}}}\n",
                    members(model, fields, "  ")
                ));
            }
            Form::Choice(variants) => out.push_str(&format!("export type {name} ={}\n", alternatives(model, variants))),
            other => out.push_str(&format!("export type {name} = {}\n", reference(model, other))),
        }
        out
    }

    /// A form as a type expression.
    pub(crate) fn reference(model: &Model, form: &Form) -> String {
        expression(model, form, "")
    }

    /// The choices of an enum, one per line with their docs; words that say no more than themselves share one.
    fn alternatives(model: &Model, variants: &[Variant]) -> String {
        let is_bare = |own: &Variant| own.doc.is_empty() && own.holds.is_none();
        let lines = variants.chunk_by(|one, next| is_bare(one) && is_bare(next));
        if variants.iter().all(is_bare) {
            return format!(" {}", chosen(model, variants, ""));
        }
        let line = |own: &[Variant]| {
            let about = own.first().map_or("", |first| &first.doc);
            format!("\n{}  | {}", doc(about, "  "), chosen(model, own, "  "))
        };
        lines.map(line).collect()
    }

    fn chosen(model: &Model, variants: &[Variant], indent: &str) -> String {
        let one = |own: &Variant| match &own.holds {
            Some(inner) => {
                let inside = expression(model, inner, &format!("{indent}  "));
                format!("{{\n{indent}  readonly {}: {inside}\n{indent}}}", camel(&own.name))
            }
            None => format!("'{}'", own.name),
        };
        variants.iter().map(one).collect::<Vec<_>>().join(" | ")
    }

    fn members(model: &Model, fields: &[Field], indent: &str) -> String {
        let member = |field: &Field| {
            let (optional, undefined) = if field.required {
                (":", "")
            } else {
                ("?:", " | undefined")
            };
            let kind = expression(model, &field.form, indent);
            let name = camel(&field.name);
            format!(
                "{}{indent}readonly {name}{optional} {kind}{undefined}\n",
                doc(&field.doc, indent)
            )
        };
        fields.iter().map(member).collect()
    }

    fn expression(model: &Model, form: &Form, indent: &str) -> String {
        match form {
            Form::Anything => "unknown".to_owned(),
            Form::Truth => "boolean".to_owned(),
            Form::Whole(_) => "number".to_owned(),
            Form::Text(_) => "string".to_owned(),
            Form::Choice(variants) => chosen(model, variants, indent),
            Form::List(inner, _) => {
                let inner = expression(model, inner, indent);
                let many = inner.contains([' ', '|']);
                if many {
                    format!("readonly ({inner})[]")
                } else {
                    format!("readonly {inner}[]")
                }
            }
            Form::Record(fields) if fields.is_empty() => "{ readonly [key: string]: never }".to_owned(),
            Form::Record(fields) => format!("{{\n{}{indent}}}", members(model, fields, &format!("{indent}  "))),
            Form::Map(inner) => format!("{{ readonly [key: string]: {} }}", expression(model, inner, indent)),
            Form::Numbered(inner) => format!("{{ readonly [number: number]: {} }}", expression(model, inner, indent)),
            Form::Optional(inner) => format!("{} | null", expression(model, inner, indent)),
            Form::Type(place) => model.name(*place).to_owned(),
        }
    }
}
