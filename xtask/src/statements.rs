//! Every statement of the server over what tenants have says of which tenant: it is looked for in the texts of its source. What goes over
//! all tenants at once is named here, with why.

use std::collections::BTreeSet;
use std::path::Path;

use proc_macro2::{TokenStream, TokenTree};

use crate::ddl::PLATFORM;

/// Statements over all tenants: the file, how the text begins, and why.
const OVER_ALL: &[(&str, &str, &str)] = &[
    (
        "audit/verify.rs",
        "SELECT own.id, t.slug",
        "tells whose audits there are",
    ),
    (
        "auth/links.rs",
        "DELETE FROM one_time_links",
        "is known by the hash of a token, or has run out",
    ),
    (
        "auth/links.rs",
        "SELECT tenant_id, subject",
        "is known by the hash of a token, which says whose it is",
    ),
    (
        "auth/mailed.rs",
        "UPDATE api_keys SET revoked_at",
        "an account is of no tenant, and ends all that it made",
    ),
    ("doctor/within.rs", "", "counts for who runs the installation"),
    (
        "domains/mod.rs",
        "SELECT tenant_id, domain",
        "a domain is had once, and says whose it is",
    ),
    (
        "files/sweep.rs",
        "UPDATE files SET unnamed_at",
        "goes over what nothing names",
    ),
    (
        "jobs/relay.rs",
        "SELECT 1 FROM outbox",
        "asks whether there is anything to do",
    ),
    ("jobs/worker.rs", "", "finds what is due, whoever asked for it"),
    (
        "platform/read_only.rs",
        "SELECT tenant_id, since",
        "tells who runs the installation what is only read",
    ),
    (
        "sms/mod.rs",
        "SELECT 1 FROM sms WHERE gateway_id",
        "a gateway has messages of several tenants",
    ),
    (
        "standing/keys.rs",
        "SELECT tenant_id, id, account_id",
        "a key is known by its hash, which says whose it is",
    ),
    (
        "sql/custom.rs",
        "UPDATE files SET uses",
        "is put together, with the tenant behind it",
    ),
    (
        "sql/files.rs",
        "UPDATE files SET uses",
        "is put together, with the tenant behind it",
    ),
    ("telemetry/asked.rs", "", "figures name nobody"),
    (
        "upgrade/across.rs",
        "DELETE FROM owned",
        "an entity is gone for everybody",
    ),
];

/// What a file says to a database without a tenant, and the exceptions that it needs.
pub fn faults_of(path: &Path, text: &str, tables: &BTreeSet<String>, needed: &mut BTreeSet<usize>) -> Vec<String> {
    let code = &text[..text.find("#[cfg(test)]\nmod tests").unwrap_or(text.len())];
    let Ok(tokens) = code.parse::<TokenStream>() else {
        return vec![format!("{}: it cannot be read", path.display())];
    };
    let mut texts = Vec::new();
    gather(tokens, &mut texts);
    let mut faults = Vec::new();
    for (line, text) in texts {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let Some(table) = of_tenants(&text, tables).filter(|_| !names_tenant(&text)) else {
            continue;
        };
        let exception = OVER_ALL
            .iter()
            .position(|(file, begins, _)| path.ends_with(file) && text.starts_with(begins));
        match exception {
            Some(place) => drop(needed.insert(place)),
            None => faults.push(format!(
                "{}:{line}: a statement over `{table}` does not say of which tenant; name it in `xtask/src/statements.rs` if it is over all",
                path.display()
            )),
        }
    }
    faults
}

/// Exceptions that nothing needs any more.
pub fn unneeded(needed: &BTreeSet<usize>) -> Vec<String> {
    let others = OVER_ALL.iter().enumerate().filter(|(place, _)| !needed.contains(place));
    others
        .map(|(_, (file, begins, why))| format!("xtask/src/statements.rs: nothing needs `{file}: {begins}` ({why})"))
        .collect()
}

/// The texts of a source with their lines; those that `concat!` puts together are one.
fn gather(tokens: TokenStream, texts: &mut Vec<(usize, String)>) {
    let mut before = [String::new(), String::new()];
    for token in tokens {
        let said = token.to_string();
        match token {
            TokenTree::Group(group) if before == ["concat", "!"] => {
                let mut parts = Vec::new();
                gather(group.stream(), &mut parts);
                let line = parts.first().map_or(0, |(line, _)| *line);
                texts.push((line, parts.into_iter().map(|(_, part)| part).collect()));
            }
            TokenTree::Group(group) => gather(group.stream(), texts),
            TokenTree::Literal(literal) => {
                if let Ok(text) = syn::parse_str::<syn::LitStr>(&said) {
                    texts.push((literal.span().start().line, text.value()));
                }
            }
            TokenTree::Ident(_) | TokenTree::Punct(_) => {}
        }
        before = [std::mem::take(&mut before[1]), said];
    }
}

/// The first table of tenants that a statement reads or writes.
fn of_tenants<'t>(text: &str, tables: &'t BTreeSet<String>) -> Option<&'t str> {
    let words: Vec<&str> = text
        .split([' ', '(', ')', ',', ';'])
        .filter(|word| !word.is_empty())
        .collect();
    let named = words
        .windows(2)
        .filter(|pair| ["FROM", "JOIN", "INTO", "UPDATE"].contains(&pair[0]));
    let found = named.filter_map(|pair| tables.get(pair[1].trim_matches('"')));
    found.map(String::as_str).find(|name| !PLATFORM.contains(name))
}

/// Whether a condition, a key that is joined by or the columns of a new row have the tenant in them.
fn names_tenant(text: &str) -> bool {
    let compares = |rest: &str| rest.trim_start().starts_with(['=', '<', '>']) || rest.trim_start().starts_with("IN ");
    if text.starts_with("INSERT ")
        && text
            .split(['(', ')'])
            .nth(1)
            .is_some_and(|columns| columns.contains("tenant_id"))
    {
        return true;
    }
    text.match_indices("tenant_id").any(|(at, name)| {
        let (before, rest) = (&text[..at], text[at + name.len()..].trim_start_matches('"'));
        // `(tenant_id, id) = …`, and `… = other.tenant_id`.
        let row = rest
            .split_once(')')
            .filter(|(inside, _)| !inside.contains('(') && before.contains('('));
        let other = before.trim_end_matches(|letter: char| {
            letter.is_alphanumeric() || letter == '_' || letter == '.' || letter == '"'
        });
        compares(rest) || row.is_some_and(|(_, rest)| compares(rest)) || other.trim_end().ends_with('=')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(source: &str) -> Vec<String> {
        let tables = ["jobs", "webhooks", "tenants"].map(str::to_owned).into();
        faults_of(
            Path::new("server/src/platform/x.rs"),
            source,
            &tables,
            &mut BTreeSet::new(),
        )
    }

    #[test]
    fn what_names_no_tenant_is_found() {
        for text in [
            "SELECT id FROM jobs WHERE state = 'dead'",
            "SELECT tenant_id, id FROM jobs ORDER BY tenant_id",
            "UPDATE jobs SET state = 'done' WHERE id = $1",
            "DELETE FROM \\\"webhooks\\\" WHERE id = $1",
            "INSERT INTO jobs (id) VALUES ($1)",
            "SELECT t.id FROM tenants t JOIN jobs j ON j.name = t.slug",
        ] {
            let told = faults(&format!("const X: &str = \"{text}\";"));
            assert_eq!(told.len(), 1, "{text}: {told:?}");
        }
        let told = faults("fn a() { b(concat!(\"SELECT id FROM jobs\",\n \" WHERE id = $1\")); }");
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(
            told[0].starts_with("server/src/platform/x.rs:1: a statement over `jobs`"),
            "{told:?}"
        );
    }

    #[test]
    fn what_names_one_is_fine() {
        for text in [
            "SELECT id FROM jobs WHERE tenant_id = $1",
            "SELECT id FROM jobs j WHERE j.\\\"tenant_id\\\" = $1",
            "DELETE FROM jobs WHERE (tenant_id, id) IN (SELECT tenant_id, id FROM jobs WHERE tenant_id = $1)",
            "INSERT INTO jobs (tenant_id, id) VALUES ($1, $2)",
            "SELECT t.id FROM tenants t JOIN jobs j ON t.id = j.tenant_id",
            "SELECT id FROM tenants",
            "nothing comes FROM here",
        ] {
            assert_eq!(
                faults(&format!("const X: &str = \"{text}\";")),
                Vec::<String>::new(),
                "{text}"
            );
        }
        let told = faults("fn a() { b(concat!(\"SELECT id FROM jobs\", \" WHERE tenant_id = $1\")); }");
        assert_eq!(told, Vec::<String>::new());
        // Tests look at whatever they like.
        assert_eq!(
            faults("fn a() {}\n#[cfg(test)]\nmod tests { const X: &str = \"SELECT 1 FROM jobs\"; }").len(),
            0
        );
    }
}
