use std::collections::HashSet;

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};

use crate::fault::Limits;
use crate::form::{Faults, Pointer};
use crate::money::shortened;
use crate::{Code, Error, Reason, Result};

/// Subdomains that the platform keeps for itself, and those that a stranger could pass off as its own.
const RESERVED: &[&str] = &[
    "account",
    "accounts",
    "admin",
    "api",
    "app",
    "assets",
    "auth",
    "autodiscover",
    "billing",
    "blog",
    "cdn",
    "console",
    "dashboard",
    "demo",
    "dev",
    "docs",
    "email",
    "ftp",
    "graphql",
    "help",
    "hostmaster",
    "imap",
    "internal",
    "localhost",
    "login",
    "mail",
    "metrics",
    "mta-sts",
    "noc",
    "ns1",
    "ns2",
    "ns3",
    "platform",
    "pop",
    "pop3",
    "postmaster",
    "public",
    "root",
    "security",
    "signup",
    "sip",
    "smtp",
    "sso",
    "staging",
    "static",
    "status",
    "support",
    "system",
    "test",
    "vpn",
    "webhooks",
    "webmaster",
    "webmail",
    "www",
];

/// The least and most letters of a subdomain or slug.
const LEAST: usize = 3;
const MOST: usize = 40;

/// What would a name be in an address?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct SlugRequest {
    /// The name, such as `Café Zürich`.
    #[schemars(length(max = 1000), extend("format" = "text"))]
    pub name: String,
    /// Slugs that others have, or had: an old one leads to the new one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("format" = "reference"))]
    pub taken: Vec<String>,
}

/// A name as part of an address: `cafe-zurich`, or `cafe-zurich-2` when that is taken. A name without three Latin letters
/// or digits has none.
///
/// ```
/// use ratebook::tenancy::{SlugRequest, slug};
/// assert_eq!(slug(SlugRequest::new("Café Zürich & Söhne")).unwrap(), "cafe-zurich-sohne");
/// ```
pub fn slug(request: SlugRequest) -> Result<String> {
    request.bounded()?;
    let plain = plain(&request.name);
    if plain.len() < LEAST {
        let message = format!(
            "`{}` has fewer than {LEAST} Latin letters and digits; choose a slug yourself",
            shortened(&request.name)
        );
        return Err(Error::new(Code::RequestRange, "/name", message));
    }
    let taken: HashSet<&str> = request.taken.iter().map(String::as_str).collect();
    let free = |slug: &str| !taken.contains(slug) && !RESERVED.contains(&slug);
    // Among one more than there are taken and reserved, one is free.
    for number in 1..=taken.len() + RESERVED.len() + 1 {
        let ending = if number == 1 {
            String::new()
        } else {
            format!("-{number}")
        };
        let kept = plain.get(..MOST.saturating_sub(ending.len())).unwrap_or(&plain);
        let slug = format!("{}{ending}", kept.trim_end_matches('-'));
        if free(&slug) {
            return Ok(slug);
        }
    }
    Err(Error::new(
        Code::RequestConflict,
        "/taken",
        "every slug for this name is taken",
    ))
}

/// Small Latin letters and digits, with one hyphen in the place of all else between them.
fn plain(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    for letter in name.chars().flat_map(char::to_lowercase) {
        match latin(letter) {
            "" if letter.is_ascii_alphanumeric() => plain.push(letter),
            "" if plain.is_empty() || plain.ends_with('-') || letter == '\u{307}' => (),
            "" => plain.push('-'),
            letters => plain.push_str(letters),
        }
    }
    plain.truncate(plain.trim_end_matches('-').len());
    plain
}

/// A letter without its marks; nothing when it has none.
fn latin(letter: char) -> &'static str {
    match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => "e",
        'ğ' => "g",
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' => "i",
        'ł' => "l",
        'ñ' | 'ń' | 'ň' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ő' => "o",
        'œ' => "oe",
        'ř' => "r",
        'ś' | 'š' | 'ş' | 'ș' => "s",
        'ß' => "ss",
        'ť' | 'ț' => "t",
        'þ' => "th",
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ž' | 'ż' => "z",
        _ => "",
    }
}

/// Checks the addresses of a tenant.
pub(super) fn check(subdomain: Option<&str>, domains: &[String], root: &Pointer, faults: &mut Faults) {
    if let Some(subdomain) = subdomain {
        let place = root.join("subdomain");
        let letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        let within = (LEAST..=MOST).contains(&subdomain.len()) && subdomain.bytes().all(letter);
        if !within || !is_label(subdomain) {
            let message = format!(
                "`{}` is not a subdomain; use {LEAST} to {MOST} lower-case letters, digits and hyphens, without a hyphen at the beginning or end",
                shortened(subdomain)
            );
            faults.add(Reason::new(Code::DefinitionRange, place, message));
        } else if RESERVED.contains(&subdomain) {
            let message = format!("`{subdomain}` is reserved for the platform; choose another subdomain");
            faults.add(Reason::new(Code::DefinitionConflict, place, message));
        }
    }
    let mut seen = HashSet::new();
    for (index, domain) in domains.iter().enumerate() {
        let place = root.join("domains").join(index);
        if !is_domain(domain) {
            let message = format!(
                "`{}` is not a domain; one is like `rent.example.com`",
                shortened(domain)
            );
            faults.add(Reason::new(Code::DefinitionRange, place, message));
        } else if !seen.insert(domain) {
            let message = format!("`{}` is there twice", shortened(domain));
            faults.add(Reason::new(Code::DefinitionConflict, place, message));
        }
    }
}

/// Whether it is a domain's name in small letters, with at least two parts. An address of four numbers is none: the last
/// part has a letter.
pub(super) fn is_domain(text: &str) -> bool {
    let last = text.rsplit('.').next().unwrap_or_default();
    let letters = last.len() > 1 && last.bytes().any(|byte| byte.is_ascii_lowercase());
    text.len() <= 253 && text.contains('.') && letters && text.split('.').all(is_label)
}

fn is_label(text: &str) -> bool {
    let letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=63).contains(&text.len()) && text.bytes().all(letter) && !text.starts_with('-') && !text.ends_with('-')
}
