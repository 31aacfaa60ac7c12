//! `docs/errors.md` and `docs/operations.md`.

use ratebook::Code;
use ratebook::error::DetailKind;
use ratebook::form::model::Form;

use super::{File, MARK, Table};

pub fn files(table: &Table) -> Vec<File> {
    vec![
        ("docs/errors.md".into(), errors()),
        ("docs/operations.md".into(), operations(table)),
    ]
}

fn errors() -> String {
    let mut text = format!(
        "<!-- {MARK}. -->\n# Error codes\n\nEvery code that an answer can carry, in every language. The part before the dot is the family, which \
         decides the error class. Each code's figures are among its details: any of them, as far as they are known.\n\n\
         | code | given when | details |\n| --- | --- | --- |\n",
    );
    for code in Code::ALL {
        let details: Vec<String> = code
            .details()
            .map(|(name, kind)| format!("`{name}`: {}", kind_name(kind)))
            .collect();
        text.push_str(&format!("| `{code}` | {} | {} |\n", code.meaning(), details.join(", ")));
    }
    text
}

/// A kind as it crosses wires.
fn kind_name(kind: DetailKind) -> String {
    let name = serde_json::to_value(kind).unwrap_or_default();
    name.as_str().unwrap_or_default().replace('_', " ")
}

fn operations(table: &Table) -> String {
    let mut text = format!(
        "<!-- {MARK}. -->\n# Operations\n\nEverything that can be asked, in every language. An operation with a handle is a method of a definition \
         that was loaded once; the others are plain functions. Types are in `schemas/ratebook.json`. An operation with a feature is not \
         carried by the packages for phones, and by the crate only with that feature, which it has unless it is told otherwise.\n\n\
         | operation | asked of | request | answer | feature | |\n| --- | --- | --- | --- | --- | --- |\n",
    );
    for one in &table.operations {
        let named = |schema| type_name(table, &table.form(schema));
        let (request, answer) = (named(&one.request), named(&one.answer));
        let feature = one.feature.map_or_else(String::new, |feature| format!("`{feature}`"));
        let handle = one.handle.map_or_else(String::new, |handle| format!("`{handle}`"));
        let doc = one.doc.lines().map(str::trim).collect::<Vec<_>>().join(" ");
        text.push_str(&format!(
            "| `{}.{}` | {handle} | `{request}` | `{answer}` | {feature} | {doc} |\n",
            one.area, one.name
        ));
    }
    text
}

/// `Price`, or `[Price]` for a list of them.
fn type_name(table: &Table, form: &Form) -> String {
    match form {
        Form::Type(place) => table.model.name(*place).to_owned(),
        Form::List(inner, _) => format!("[{}]", type_name(table, inner)),
        Form::Text(_) => "string".to_owned(),
        Form::Whole(_) => "integer".to_owned(),
        Form::Truth => "boolean".to_owned(),
        _ => "any".to_owned(),
    }
}
