//! Addresses in letters that are counted: what they say, and how a letter is written with them.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use reqwest::Url;
use sha2::Sha256;

use crate::store::{TenantKey, Vault};

/// As many bytes of a signature are written.
const SIGNATURE: usize = 16;
/// The place of the picture, which is none of a link.
const PICTURE: u16 = u16::MAX;
/// How an address begins in HTML, in either quotes.
const BEGINS: [(&str, char); 2] = [("href=\"", '"'), ("href='", '\'')];
/// What templates write in the place of letters that mean something in HTML.
const ESCAPED: [(&str, &str); 7] = [
    ("&#x2f;", "/"),
    ("&#47;", "/"),
    ("&quot;", "\""),
    ("&#x27;", "'"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&amp;", "&"),
];

/// What an address names: a letter, and which of its links; the picture where none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) tenant: TenantKey,
    pub(super) mail: [u8; 16],
    pub(super) place: Option<u16>,
}

impl Token {
    fn signed(plain: &[u8], vault: &Vault) -> Hmac<Sha256> {
        let mut signed = match Hmac::<Sha256>::new_from_slice(&vault.key_for("counted letters")) {
            Ok(signed) => signed,
            Err(_) => unreachable!("HMAC takes keys of every length"),
        };
        signed.update(plain);
        signed
    }

    /// As it stands in an address.
    pub(super) fn write(self, vault: &Vault) -> String {
        let place = self.place.unwrap_or(PICTURE).to_be_bytes();
        let plain = [&self.tenant[..], &self.mail, &place].concat();
        let signature = Token::signed(&plain, vault).finalize().into_bytes();
        let signature = signature.iter().take(SIGNATURE);
        URL_SAFE_NO_PAD.encode(plain.iter().chain(signature).copied().collect::<Vec<u8>>())
    }

    /// One that this installation has signed.
    pub(super) fn read(text: &str, vault: &Vault) -> Option<Token> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        let (plain, signature) = bytes.split_last_chunk::<SIGNATURE>()?;
        Token::signed(plain, vault).verify_truncated_left(signature).ok()?;
        let (tenant, rest) = plain.split_first_chunk()?;
        let (mail, place) = rest.split_first_chunk()?;
        let place = u16::from_be_bytes(place.try_into().ok()?);
        Some(Token {
            tenant: *tenant,
            mail: *mail,
            place: Some(place).filter(|place| *place != PICTURE),
        })
    }
}

/// A link of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Link {
    /// Where it leads.
    pub(super) address: String,
    /// From where to where that stands in the HTML.
    begins: usize,
    ends: usize,
}

/// The links of a letter that lead somewhere in the web, in order.
pub(super) fn links(html: &str, most: usize) -> Vec<Link> {
    // Letters outside of ASCII stay as they are, so that every place is the same in both.
    let small = html.to_ascii_lowercase();
    let mut found = Vec::new();
    let mut from = 0;
    while found.len() < most {
        let next = BEGINS.iter().filter_map(|(begins, quote)| {
            let at = small.get(from..)?.find(begins)?;
            Some((from + at + begins.len(), *quote))
        });
        let Some((begins, quote)) = next.min() else { break };
        let Some(length) = html.get(begins..).and_then(|rest| rest.find(quote)) else {
            break;
        };
        let (ends, written) = (begins + length, html.get(begins..begins + length).unwrap_or_default());
        let address = ESCAPED
            .iter()
            .fold(written.trim().to_owned(), |text, (escaped, letter)| {
                text.replace(escaped, letter)
            });
        let url = address.parse::<Url>().ok();
        // Written as it goes into a header.
        if let Some(url) = url.filter(|url| ["http", "https"].contains(&url.scheme()) && url.has_host()) {
            let address = url.to_string();
            found.push(Link { address, begins, ends });
        }
        from = ends;
    }
    found
}

/// The same letter with other addresses in the place of its links.
pub(super) fn by_way_of(html: &str, links: &[Link], to: impl Fn(u16) -> String) -> String {
    let (mut written, mut from) = (String::with_capacity(html.len()), 0);
    for (place, link) in (0_u16..).zip(links) {
        written.push_str(html.get(from..link.begins).unwrap_or_default());
        written.push_str(&to(place));
        from = link.ends;
    }
    written.push_str(html.get(from..).unwrap_or_default());
    written
}

/// Adds a picture of nothing at the end.
pub(super) fn with_picture(html: &mut String, address: &str) {
    let picture = format!("<img src=\"{address}\" width=\"1\" height=\"1\" alt=\"\">");
    let end = html.to_ascii_lowercase().rfind("</body>").unwrap_or(html.len());
    html.insert_str(end, &picture);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_what_was_signed_and_nothing_else() {
        let (vault, other) = (Vault::new(&[7; 32]), Vault::new(&[8; 32]));
        for place in [None, Some(0), Some(49)] {
            let token = Token {
                tenant: [1; 16],
                mail: [2; 16],
                place,
            };
            let text = token.write(&vault);
            assert_eq!(Token::read(&text, &vault), Some(token));
            assert_eq!(Token::read(&text, &other), None);
            for at in 0..text.len() {
                let mut changed = text.clone();
                let letter = if text.as_bytes()[at] == b'A' { "B" } else { "A" };
                changed.replace_range(at..=at, letter);
                assert_eq!(Token::read(&changed, &vault), None, "{at}");
            }
        }
        assert_eq!(Token::read("", &vault), None);
    }

    #[test]
    fn links_of_the_web_alone_go_by_another_way() {
        let html = "<p>Ä <a href=\"https:&#x2f;&#x2f;example.com/?a=1&amp;b=2\">x</a> <A HREF='http://example.org/'>y</A> <a href=\"mailto:a@b.c\">m</a> \
                    <a href=\"#top\">t</a> <a href=\"javascript:x\">j</a> <a href=\"https://example.com/last\">z</a></p>";
        let found = links(html, 50);
        let addresses: Vec<&str> = found.iter().map(|link| link.address.as_str()).collect();
        assert_eq!(
            addresses,
            [
                "https://example.com/?a=1&b=2",
                "http://example.org/",
                "https://example.com/last"
            ]
        );
        let mut written = by_way_of(html, &found, |place| format!("~{place}"));
        with_picture(&mut written, "~p");
        assert_eq!(
            written,
            "<p>Ä <a href=\"~0\">x</a> <A HREF='~1'>y</A> <a href=\"mailto:a@b.c\">m</a> <a href=\"#top\">t</a> <a href=\"javascript:x\">j</a> <a \
             href=\"~2\">z</a></p><img src=\"~p\" width=\"1\" height=\"1\" alt=\"\">"
        );
        assert_eq!(links(html, 1).len(), 1);
        assert_eq!(links("<a href=\"https://example.com", 50), []);
        let mut whole = "<BODY>x</BODY>".to_owned();
        with_picture(&mut whole, "~");
        assert_eq!(whole, "<BODY>x<img src=\"~\" width=\"1\" height=\"1\" alt=\"\"></BODY>");
    }
}
