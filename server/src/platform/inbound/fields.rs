//! What of a mail stands in which field of a record, in the form that the field takes.

use ratebook::records::{Field, FieldKind};
use serde_json::Value;

use super::read::Arrived;
use crate::records::desk::Desk;
use crate::store::{Failure, Record};

/// What stands where a mail says nothing.
const NOTHING: &str = "–";

/// Puts a text into a field, as much of it as the field takes.
pub(super) fn put(desk: &Desk, change: &mut Record, (name, text): (&String, &str)) -> Result<(), Failure> {
    let own = desk.entity()?.field(name).map(Field::definition);
    let own = own.ok_or_else(|| Failure::defect("a mail that is put where no field is"))?;
    let text = match own.kind == FieldKind::Text {
        true => text.split_whitespace().collect::<Vec<_>>().join(" "),
        false => text.to_owned(),
    };
    let most = usize::try_from(own.longest()).unwrap_or(usize::MAX);
    let mut kept: String = text.chars().take(most).collect();
    if kept.len() < text.len() {
        kept.pop();
        kept.push('…');
    }
    let said = if kept.trim().is_empty() { NOTHING } else { kept.trim() };
    change.insert(name.clone(), said.into());
    Ok(())
}

/// Puts there from whom a mail says that it is, where the field takes that, and whether it is proven.
pub(super) fn say(
    desk: &Desk,
    change: &mut Record,
    (mail, sender, proven): (&Arrived, &Option<String>, &Option<String>),
) -> Result<(), Failure> {
    if let Some(name) = sender
        && let Some(field) = desk.entity()?.field(name)
    {
        if field.kind() == FieldKind::Text {
            put(desk, change, (name, &mail.sender))?;
        } else {
            change.insert(name.clone(), mail.sender.as_str().into());
        }
        if change.get(name).is_some_and(|value| field.kept(value).is_err()) {
            change.remove(name);
        }
    }
    change.extend(proven.clone().map(|name| (name, Value::from(mail.is_proven))));
    Ok(())
}
