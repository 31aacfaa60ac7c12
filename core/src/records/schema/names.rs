//! What tables, indexes and constraints are called.
//!
//! Parts are joined by `__`, which no part has in it, and every part begins with a letter: so that no two names of different parts
//! are alike. Tables have two or three parts; indexes and constraints begin with `ix`, `ux` or `fk` and have at least four.

use super::IndexColumn;

/// The longest name that PostgreSQL keeps.
const LONGEST: usize = 63;

/// A name as it fits. What is longer keeps its beginning, and ends with `__0` and 64 bits of a hash of the whole: a part that begins
/// with a digit is nobody's, so that a name that was cut is never one that was not.
fn fit(name: String) -> String {
    if name.len() <= LONGEST {
        return name;
    }
    let mark = format!("__0{:016x}", hash(&name));
    // Names are of ASCII letters alone.
    let kept: String = name.chars().take(LONGEST - mark.len()).collect();
    format!("{kept}{mark}")
}

/// The hash of a text by the rule of Fowler, Noll and Vo: the same in every release and on every machine.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

pub(in crate::records) fn table_name(pack: &str, entity: &str) -> String {
    fit(format!("{pack}__{entity}"))
}

pub(in crate::records) fn side_table_name(pack: &str, entity: &str, field: &str) -> String {
    fit(format!("{pack}__{entity}__{field}"))
}

pub(in crate::records) fn unique_name(table: &str, columns: &[String]) -> String {
    fit(format!("ux__{table}__{}", told(columns.iter().map(String::as_str))))
}

pub(in crate::records) fn foreign_key_name(table: &str, columns: &[String]) -> String {
    fit(format!("fk__{table}__{}", told(columns.iter().map(String::as_str))))
}

pub(in crate::records) fn index_name(table: &str, columns: &[IndexColumn]) -> String {
    let names = columns.iter().map(|column| column.name.as_str());
    let directions: String = columns
        .iter()
        .map(|column| if column.descending { 'd' } else { 'a' })
        .collect();
    let mixed = if directions.contains('d') {
        format!("__{directions}")
    } else {
        String::new()
    };
    fit(format!("ix__{table}__{}{mixed}", told(names)))
}

/// The columns of an index, without the tenant's and the id, with which nearly all begin and end.
fn told<'n>(names: impl Iterator<Item = &'n str> + Clone) -> String {
    let own: Vec<&str> = names
        .clone()
        .filter(|name| !matches!(*name, "tenant_id" | "id"))
        .collect();
    if own.is_empty() {
        return names.last().unwrap_or_default().to_owned();
    }
    own.join("__")
}

/// What is kept of a table or column that is gone: under its name and the version in which it went.
pub(in crate::records) fn retired(name: &str, version: u32) -> String {
    fit(format!("{name}__retired_{version}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_is_cut_and_told_apart() {
        let long = |last: &str| {
            side_table_name(
                "sixteen_letters_",
                &"e".repeat(40),
                &format!("{}{last}", "f".repeat(47)),
            )
        };
        let (one, other) = (long("a"), long("b"));
        assert_eq!((one.len(), other.len()), (LONGEST, LONGEST));
        assert_ne!(one, other);
        assert!(one.contains("__0"), "{one}");
        assert_eq!(fit("a".repeat(63)), "a".repeat(63));
    }

    #[test]
    fn the_hash_is_that_of_its_rule() {
        assert_eq!(hash(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(hash("a"), 0xaf63_dc4c_8601_ec8c);
    }
}
