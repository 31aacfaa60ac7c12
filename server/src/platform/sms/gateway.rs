//! A gateway of SMS that speaks as Twilio's Messages API does, which many do: a message is asked for by a form, what was taken can be looked up,
//! and what became of it is told to an address, signed.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use mail_parser::DateTime;
use percent_encoding::percent_decode_str;
use ratebook::time::Instant;
use reqwest::{Client, RequestBuilder, Response, Url};
use ring::hmac::{HMAC_SHA1_FOR_LEGACY_USE_ONLY, Key, verify};
use serde_json::Value;

use crate::platform::push::retry_after;
use crate::platform::webhooks::innermost;

/// What an answer has at most.
const MOST_BYTES: usize = 1_024 * 1_024;
/// As many of the latest messages to a number are looked through.
const LOOKED_THROUGH: &str = "100";
const LONGEST: usize = 200;
/// By how many seconds its clock may be another one.
const CLOCKS: i64 = 300;
/// By these codes it refuses the number that sends: what is set is wrong, and no message.
const OF_WHO_SENDS: [u64; 4] = [21212, 21606, 21659, 21660];
/// How services are called that choose who sends.
const SERVICE: &str = "MG";
const FORM: &str = "it is no address such as `https://account:token@api.twilio.com`";
const OPEN: &str =
    "messages would be read on their way: begin it with `https://`; without it a gateway is on this machine";
/// What is told of what a gateway refuses for good, by its codes.
const REFUSED: [(u64, &str); 6] = [
    (21211, "it is no telephone number"),
    (21408, "nothing is sent to that country"),
    (21610, "whoever has it wants no messages from there"),
    (21612, "it cannot be reached from there"),
    (21614, "it takes no SMS"),
    (21617, "the message is too long"),
];

/// A gateway, and in whose name it sends.
#[derive(Clone)]
pub struct Gateway {
    at: Url,
    account: String,
    token: String,
    from: String,
}

impl std::fmt::Debug for Gateway {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Gateway({} {})", self.at, self.account)
    }
}

/// What is sent.
#[derive(Clone, Copy, Debug)]
pub(super) struct Message<'m> {
    pub(super) to: &'m str,
    pub(super) text: &'m str,
    /// Where it is told what becomes of it.
    pub(super) told_at: Option<&'m str>,
}

/// What became of asking.
#[derive(Debug)]
pub(super) enum Sent {
    /// The gateway has it, and calls it so.
    Taken(String),
    /// It takes it never.
    Refused(String),
    /// It takes it in so many seconds.
    Later(u64, String),
    /// It has not taken it.
    NotTaken(String),
    /// Nobody knows whether it has.
    Unknown(String),
}

/// Which setting is wrong, and how; a token is not repeated.
type Wrong = (&'static str, String);

impl Gateway {
    /// Of its address, with the account and its token in it, and of who sends.
    pub fn new(address: &str, from: &str) -> Result<Gateway, Wrong> {
        let wrong = || ("sms", FORM.to_owned());
        let mut at: Url = address.parse().map_err(|_| wrong())?;
        let plain = |text: &str| {
            percent_decode_str(text)
                .decode_utf8()
                .ok()
                .map(|text| text.into_owned())
        };
        let (account, token) = (plain(at.username()), at.password().and_then(plain));
        let is_here = matches!(at.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
        if at.scheme() != "https" && !is_here {
            return Err(("sms", OPEN.to_owned()));
        }
        at.set_username("")
            .and_then(|()| at.set_password(None))
            .map_err(|()| wrong())?;
        match (account, token) {
            (Some(account), Some(token)) => Gateway::of((at, account, token), from).map_err(|name| match name {
                "from" => ("sms_from", format!("`{from}` is no sender such as `+15005550006`")),
                _ => wrong(),
            }),
            _ => Err(wrong()),
        }
    }

    /// Of its parts; else which one is wrong.
    pub(super) fn of((at, account, token): (Url, String, String), from: &str) -> Result<Gateway, &'static str> {
        let is_word = |text: &str| {
            let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
            (1..=LONGEST).contains(&text.len()) && text.bytes().all(is_plain)
        };
        let has_ends = |text: &str| text.trim() != text || text.is_empty() || text.len() > 50;
        if !at.has_host() || !["https", "http"].contains(&at.scheme()) || at.query().is_some() {
            return Err("address");
        }
        if !is_word(&account) {
            return Err("account");
        }
        if !(1..=LONGEST).contains(&token.len()) || !token.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err("token");
        }
        if has_ends(from) || from.chars().any(char::is_control) {
            return Err("from");
        }
        Ok(Gateway {
            at,
            account,
            token,
            from: from.to_owned(),
        })
    }

    pub(super) fn at(&self) -> &Url {
        &self.at
    }

    pub(super) fn account(&self) -> &str {
        &self.account
    }

    pub(super) fn from(&self) -> &str {
        &self.from
    }

    fn messages(&self) -> Url {
        let mut url = self.at.clone();
        let own = self.at.path().trim_end_matches('/');
        url.set_path(&format!("{own}/2010-04-01/Accounts/{}/Messages.json", self.account));
        url
    }

    fn signed(&self, request: RequestBuilder) -> RequestBuilder {
        request.basic_auth(&self.account, Some(&self.token))
    }

    /// Asks it to send one.
    pub(super) async fn send(&self, client: &Client, message: Message<'_>) -> Sent {
        let by = match self.from.starts_with(SERVICE) {
            true => "MessagingServiceSid",
            false => "From",
        };
        let own = [("To", message.to), (by, self.from.as_str()), ("Body", message.text)];
        let told_at = message.told_at.map(|told_at| ("StatusCallback", told_at));
        let request = client
            .post(self.messages())
            .header("content-type", "application/x-www-form-urlencoded")
            .body(form(own.into_iter().chain(told_at)));
        match self.signed(request).send().await {
            Ok(answer) => answered(answer).await,
            // Nobody was there to take it.
            Err(error) if error.is_connect() => Sent::NotTaken(innermost(&error)),
            Err(error) => Sent::Unknown(innermost(&error)),
        }
    }

    /// What it calls messages of this text to this number that it has had since, the latest first; why nobody knows where it does not say.
    pub(super) async fn find(
        &self,
        client: &Client,
        message: Message<'_>,
        since: Instant,
    ) -> Result<Vec<String>, String> {
        let mut url = self.messages();
        url.query_pairs_mut()
            .append_pair("To", message.to)
            .append_pair("PageSize", LOOKED_THROUGH);
        let answer = self.signed(client.get(url)).send().await;
        let answer = answer.map_err(|error| innermost(&error))?;
        let status = answer.status();
        if !status.is_success() {
            return Err(format!("the gateway answered {}", status.as_u16()));
        }
        let page = json_of(answer).await.ok_or("the gateway's answer cannot be read")?;
        let Some(messages) = page.get("messages").and_then(Value::as_array) else {
            return Err("the gateway's answer lists no messages".to_owned());
        };
        let text = |one: &'_ Value, name: &str| one.get(name).and_then(Value::as_str).map(str::to_owned);
        // What it had before it was asked is another message; one that says no time may be this.
        let is_older = |one: &Value| {
            let made = text(one, "date_created").and_then(|made| DateTime::parse_rfc822(&made));
            made.is_some_and(|made| made.to_timestamp() < since.seconds() - CLOCKS)
        };
        let same = messages.iter().filter(|one| {
            text(one, "body").as_deref() == Some(message.text)
                && text(one, "to").as_deref() == Some(message.to)
                && !is_older(one)
        });
        Ok(same.filter_map(|one| text(one, "sid")).collect())
    }

    /// Whether it has signed what it tells to an address: HMAC-SHA1, by its token, over the address and the fields in order of their names.
    pub(super) fn has_signed(&self, address: &str, fields: &[(String, String)], signature: &str) -> bool {
        let Ok(signature) = STANDARD.decode(signature) else {
            return false;
        };
        let mut fields: Vec<&(String, String)> = fields.iter().collect();
        fields.sort();
        let mut signed = address.to_owned();
        for (name, value) in fields {
            signed.push_str(name);
            signed.push_str(value);
        }
        let key = Key::new(HMAC_SHA1_FOR_LEGACY_USE_ONLY, self.token.as_bytes());
        verify(&key, signed.as_bytes(), &signature).is_ok()
    }
}

/// Fields as a form.
fn form<'f>(fields: impl Iterator<Item = (&'f str, &'f str)>) -> String {
    let mut url = Url::parse("https://localhost").ok();
    if let Some(url) = &mut url {
        url.query_pairs_mut().extend_pairs(fields);
    }
    url.and_then(|url| url.query().map(str::to_owned)).unwrap_or_default()
}

/// The fields of a form.
pub(super) fn fields_of(form: &str) -> Vec<(String, String)> {
    let mut url = Url::parse("https://localhost").ok();
    if let Some(url) = &mut url {
        url.set_query(Some(form));
    }
    let pairs = url.iter().flat_map(|url| url.query_pairs().into_owned());
    pairs.collect()
}

async fn json_of(mut answer: Response) -> Option<Value> {
    let mut bytes = Vec::new();
    while let Some(part) = answer.chunk().await.ok()? {
        bytes.extend_from_slice(&part);
        if bytes.len() > MOST_BYTES {
            return None;
        }
    }
    serde_json::from_slice(&bytes).ok()
}

async fn answered(answer: Response) -> Sent {
    let (status, later) = (answer.status().as_u16(), retry_after(&answer));
    let body = json_of(answer).await.unwrap_or_default();
    let code = body.get("code").and_then(Value::as_u64);
    // What a gateway says besides has the number in it.
    let told = match code {
        Some(code) => match REFUSED.iter().find(|(own, _)| *own == code) {
            Some((_, why)) => format!("{why} ({code})"),
            None => format!("the gateway answered {status}, code {code}"),
        },
        None => format!("the gateway answered {status}"),
    };
    match (status, body.get("sid").and_then(Value::as_str)) {
        (200..300, Some(id)) if id.len() <= LONGEST => Sent::Taken(id.to_owned()),
        (200..300, _) => Sent::Unknown("the gateway's answer cannot be read".to_owned()),
        (429, _) => Sent::Later(later, told),
        // It is the account or the address that it does not know: what is set is wrong, and no message.
        (401 | 403 | 404 | 405, _) => Sent::NotTaken(told),
        (408, _) => Sent::Unknown(told),
        (400, _) if code.is_some_and(|code| OF_WHO_SENDS.contains(&code)) => Sent::NotTaken(told),
        (400..500, _) => Sent::Refused(told),
        _ => Sent::Unknown(told),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gateway() -> Gateway {
        Gateway::new("https://AC1:12345@api.twilio.com", "+15005550006").expect("a gateway")
    }

    #[test]
    fn what_a_gateway_tells_is_proven_as_its_documents_show_it() {
        let fields = fields_of(
            "Digits=1234&To=%2B18005551212&From=%2B14158675309&Caller=%2B14158675309&CallSid=CA1234567890ABCDE",
        );
        let address = "https://mycompany.com/myapp.php?foo=1&bar=2";
        let signature = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
        assert!(gateway().has_signed(address, &fields, signature));
        assert!(!gateway().has_signed("https://mycompany.com/myapp.php?foo=1", &fields, signature));
        assert!(!gateway().has_signed(address, &fields[1..], signature));
        assert!(!gateway().has_signed(address, &fields, ""));
        let other = Gateway::new("https://AC1:12346@api.twilio.com", "+15005550006").expect("a gateway");
        assert!(!other.has_signed(address, &fields, signature));
    }

    #[test]
    fn messages_leave_this_machine_encrypted_alone_and_tokens_are_not_shown() {
        for (address, from, wrong) in [
            ("https://AC1:hush@api.twilio.com", "+15005550006", None),
            ("https://AC1:hush@sms.example.com/twilio/", "Acme", None),
            ("http://AC1:hush@127.0.0.1:4010", "+15005550006", None),
            ("http://AC1:hush@sms.example.com", "+15005550006", Some("sms")),
            ("https://api.twilio.com", "+15005550006", Some("sms")),
            ("https://AC1/..:hush@api.twilio.com", "+15005550006", Some("sms")),
            ("smtps://AC1:hush@api.twilio.com", "+15005550006", Some("sms")),
            ("api.twilio.com", "+15005550006", Some("sms")),
            ("https://AC1:hush@api.twilio.com", "", Some("sms_from")),
        ] {
            let made = Gateway::new(address, from);
            assert_eq!(made.as_ref().err().map(|(name, _)| *name), wrong, "{address}");
            assert!(!format!("{made:?}").contains("hush"), "{made:?}");
        }
        let at = Gateway::new("https://AC1:hush@sms.example.com/twilio/", "Acme").expect("a gateway");
        assert_eq!(
            at.messages().as_str(),
            "https://sms.example.com/twilio/2010-04-01/Accounts/AC1/Messages.json"
        );
    }

    #[test]
    fn a_form_says_what_was_written() {
        let own = [("Body", "5 € & more = é+ü"), ("To", "+34600000000")];
        let read = fields_of(&form(own.into_iter()));
        let wanted = own.map(|(name, value)| (name.to_owned(), value.to_owned()));
        assert_eq!(read, wanted);
    }
}
