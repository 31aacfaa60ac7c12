use std::collections::HashSet;

use crate::fault::many;
use crate::money::shortened;
use crate::{Code, Reason};

use super::EntityFields;

/// Tags in small letters, with single blanks and none around them, each once, in the order they were given.
pub(super) fn normalised(tags: &[String], rules: &EntityFields, reasons: &mut Vec<Reason>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut known = HashSet::new();
    for (index, tag) in tags.iter().enumerate() {
        let words: Vec<&str> = tag.split_whitespace().collect();
        let own = words.join(" ").to_lowercase();
        let length = own.chars().count();
        let most = usize::try_from(rules.max_tag_length).unwrap_or(usize::MAX);
        if length == 0 || length > most {
            let message = match length {
                0 => format!("the tag is empty; give it 1 to {most} characters"),
                _ => format!(
                    "the tag `{}` has {length} characters; at most {most} fit",
                    shortened(&own)
                ),
            };
            let reason = Reason::new(Code::RequestRange, format!("/tags/{index}"), message);
            reasons.push(reason.with("limit", most).with("length", length));
        } else if known.insert(own.clone()) {
            found.push(own);
        }
    }
    let most = usize::try_from(rules.max_tags).unwrap_or(usize::MAX);
    if found.len() > most {
        let message = format!("{}; at most {most} are taken", many(found.len(), "tag"));
        reasons.push(Reason::new(Code::RequestRange, "/tags", message).with("limit", most));
    }
    found
}
