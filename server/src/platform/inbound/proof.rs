//! What a mail server has found of where a mail comes from, as `Authentication-Results` of RFC 8601 tells it. Only a server is heard that the
//! tenant has named, and of it the topmost field alone: whoever sends a mail writes below what the server adds to it.

use super::head::Head;

/// A field with more bytes says nothing: of one that is read in part nobody knows what it says.
const MOST_BYTES: usize = 4_000;

/// One thing that was looked at: `dmarc=pass header.from=example.com`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Found {
    method: String,
    result: String,
    properties: Vec<(String, String)>,
}

impl Found {
    fn read(text: &str) -> Option<Found> {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let text = text.replace(" =", "=").replace("= ", "=");
        let mut words = text.split(' ').filter_map(|word| word.split_once('='));
        let (method, result) = words.next()?;
        Some(Found {
            method: method.split('/').next().unwrap_or_default().to_owned(),
            result: result.to_owned(),
            properties: words.map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
        })
    }

    /// Whether a property of it is of a domain: that one, or an e-mail there.
    fn is_of(&self, property: &str, domain: &str) -> bool {
        let own = self.properties.iter().find(|(name, _)| name == property);
        let own = own.and_then(|(_, value)| value.rsplit('@').next());
        own.is_some_and(|own| own.trim_end_matches('.') == domain)
    }

    fn passes(&self, method: &str, property: &str, domain: &str) -> bool {
        self.method == method && self.result == "pass" && self.is_of(property, domain)
    }
}

/// The parts of a field between its semicolons, in small letters and without comments; of what stands in quotes only what names are made of.
/// Nothing of one that is too long.
fn parts(value: &str) -> Option<Vec<String>> {
    if value.len() > MOST_BYTES {
        return None;
    }
    let mut parts = vec![String::new()];
    let (mut comments, mut is_quoted, mut is_escaped) = (0_u32, false, false);
    for letter in value.chars() {
        let was_escaped = std::mem::take(&mut is_escaped);
        match letter {
            _ if was_escaped => {}
            '\\' if comments > 0 || is_quoted => is_escaped = true,
            '"' if comments == 0 => is_quoted = !is_quoted,
            '(' if !is_quoted => comments = comments.saturating_add(1),
            ')' if comments > 0 => comments -= 1,
            _ if comments > 0 => {}
            ';' if !is_quoted => parts.push(String::new()),
            letter => {
                let is_plain = !is_quoted || letter.is_alphanumeric() || "@.-+_".contains(letter);
                let letter = if is_plain { letter } else { '_' };
                if let Some(part) = parts.last_mut() {
                    part.extend(letter.to_lowercase());
                }
            }
        }
    }
    Some(parts)
}

/// Whether a mail server has found that a domain has sent a mail.
pub(super) fn is_proven(head: &Head, server: &str, domain: &str) -> bool {
    let mut told = head.all("authentication-results").map(parts);
    // One that is too long may be that of the server: what stands below it is not believed in its place.
    let is_its = |parts: &Option<Vec<String>>| {
        let Some(parts) = parts else { return true };
        let name = parts.first().and_then(|part| part.split_whitespace().next());
        name.is_some_and(|name| name.eq_ignore_ascii_case(server))
    };
    let Some(Some(told)) = told.find(is_its) else {
        return false;
    };
    let found: Vec<Found> = told.iter().skip(1).filter_map(|part| Found::read(part)).collect();
    let domain = domain.to_lowercase();
    // What the domain itself wants to have looked at decides where it wants that.
    let mut wanted = found
        .iter()
        .filter(|one| one.method == "dmarc" && one.result != "none")
        .peekable();
    if wanted.peek().is_some() {
        return wanted.all(|one| one.passes("dmarc", "header.from", &domain));
    }
    let passes = |method: &str, property: &str| found.iter().any(|one| one.passes(method, property, &domain));
    passes("dkim", "header.d") || passes("spf", "smtp.mailfrom")
}

#[cfg(test)]
mod tests {
    use super::super::head;
    use super::*;

    fn proven(headers: &[&str]) -> bool {
        let head: String = headers
            .iter()
            .map(|value| format!("Authentication-Results: {value}\r\n"))
            .collect();
        let (head, _) = Head::read(head.as_bytes(), head::MOST_BYTES).expect("a head");
        is_proven(&head, "mx.acme.example", "example.com")
    }

    #[test]
    fn what_a_named_server_has_found_of_the_domain_counts() {
        for (value, is_proof) in [
            ("mx.acme.example; dmarc=pass header.from=example.com", true),
            (
                "MX.acme.example 1; spf=fail; dmarc = pass (p=none; dis=none) header.from=Example.COM.",
                true,
            ),
            ("mx.acme.example; dmarc=pass header.from=\"example.com\"", true),
            ("mx.acme.example; dmarc/1=pass header.from=example.com", true),
            ("mx.acme.example; dmarc=pass header.from=example.org", false),
            ("mx.acme.example; dmarc=pass", false),
            (
                "mx.acme.example; dmarc=fail header.from=example.com; dkim=pass header.d=example.com",
                false,
            ),
            (
                "mx.acme.example; dmarc=none header.from=example.com; dkim=pass header.d=example.com",
                true,
            ),
            ("mx.acme.example; dkim=pass header.d=example.com", true),
            ("mx.acme.example; dkim=pass header.d=evil.example", false),
            ("mx.acme.example; spf=pass smtp.mailfrom=ann@example.com", true),
            ("mx.acme.example; spf=pass smtp.mailfrom=ann@evil.example", false),
            ("mx.acme.example; spf=softfail smtp.mailfrom=ann@example.com", false),
            ("mx.acme.example; none", false),
            ("mx.evil.example; dmarc=pass header.from=example.com", false),
            ("mx.acme.example.evil; dmarc=pass header.from=example.com", false),
            ("mx.acme.example; x=\"; dmarc=pass header.from=example.com\"", false),
            ("mx.acme.example (; dmarc=pass header.from=example.com)", false),
            (
                "mx.evil.example; x=(mx.acme.example; dmarc=pass header.from=example.com",
                false,
            ),
            ("", false),
        ] {
            assert_eq!(proven(&[value]), is_proof, "{value}");
        }
    }

    #[test]
    fn what_a_sender_writes_below_counts_for_nothing() {
        let (fails, passes) = (
            "mx.acme.example; dmarc=fail header.from=example.com",
            "mx.acme.example; dmarc=pass header.from=example.com",
        );
        assert!(!proven(&[fails, passes]));
        assert!(!proven(&["mx.acme.example; none", passes]));
        // What another server has added above says nothing.
        assert!(proven(&["relay.example; dmarc=fail header.from=example.com", passes]));
        assert!(!proven(&["relay.example; dmarc=pass header.from=example.com", fails]));
    }

    #[test]
    fn a_field_that_is_too_long_proves_nothing() {
        let (begins, domain) = ("mx.acme.example; dkim=pass x=", "; dkim=pass header.d=example.com");
        let padded = format!(
            "{begins}{}{domain}",
            "a".repeat(MOST_BYTES - begins.len() - domain.len())
        );
        assert!(proven(&[&padded]));
        // What is behind the bound is of somebody else, or would be what decides.
        for behind in [".evil.org", "; dmarc=fail header.from=example.com", " "] {
            let longer = format!("{padded}{behind}.");
            assert!(!proven(&[&longer]), "{behind}");
            assert!(
                !proven(&[&longer, "mx.acme.example; dmarc=pass header.from=example.com"]),
                "{behind}"
            );
        }
    }
}
