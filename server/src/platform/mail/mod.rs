//! Letters on their way: written in the language of whoever reads them, sent by SMTP, each to one person, and given up when a server says
//! that it will never take one.

mod addressed;
mod measures;
mod of_records;
mod routes;
mod templates;
mod words;

use std::time::Duration;

use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, MessageBuilder, MultiPart, SinglePart};
use lettre::transport::smtp::extension::ClientId;
use lettre::{Address, AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};
use ratebook::flow::RetryPolicy;
use ratebook::time::Instant;
use reqwest::Url;
use serde_json::{Value, json};

use super::auth::written;
use super::jobs::{Carried, Carrying, Connector, Job, Sending, Would};
use super::letters::{self, LETTER};
use super::notices::{DIGEST, RECORD_LETTER};
use crate::outside;
use crate::state::App;
use crate::store::Failure;

pub(super) use addressed::Addressed;
pub(crate) use measures::forget_record;
pub(super) use measures::{forget as forget_measures, routes as measuring, sweep};
pub(super) use of_records::tenant_name;
pub(super) use routes::routes;
pub(super) use templates::{Reader, Written, faults};
use words::Words;

/// How long it may take until a letter is taken, whatever the server does meanwhile.
const WITHIN: Duration = Duration::from_secs(20);
/// When one is tried again, in seconds: for a day and a half, and later each time, whatever chance takes from a delay or adds to it.
const AGAIN: [u32; 7] = [60, 300, 1_800, 7_200, 21_600, 43_200, 64_800];
/// That it is the sender whom a server does not know: what is set is wrong, and no letter.
const NOT_LET_IN: [u16; 4] = [530, 534, 535, 538];
/// How much of what a server says is kept.
const MOST_TOLD: usize = 200;
/// What an address of a server is like.
const FORM: &str = "it is no address such as `smtps://user:password@mail.example.com` or `smtp://user:password@mail.example.com?tls=required`";
const OPEN: &str = "letters would be read on their way: `smtps://…` encrypts, and so does `smtp://…?tls=required`; without it a server is on \
                    this machine";

/// The subject and the text of a letter of the engine itself.
pub(super) fn of_engine(template: &str, locale: &str, values: &Value) -> Result<(String, String), String> {
    Words::of(template, locale, values).map(|words| (words.subject, words.text))
}

/// A server that takes letters, and in whose name they are sent.
#[derive(Clone)]
pub struct Mail {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl std::fmt::Debug for Mail {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Mail({})", self.from)
    }
}

/// Which setting is wrong, and how; a password is not repeated.
type Wrong = (&'static str, String);

impl Mail {
    /// Of the address of a server and of who sends.
    pub fn new(smtp: &str, from: &str) -> Result<Mail, Wrong> {
        let from: Mailbox = from.parse().map_err(|_| {
            let message = format!("`{from}` is no sender such as `Ratebook <desk@example.com>`");
            ("mail_from", message)
        })?;
        let no_server = || ("smtp", FORM.to_owned());
        let url: Url = smtp.parse().map_err(|_| no_server())?;
        let is_here = matches!(url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
        // Of two that differ whoever sends would take either.
        let mut tls = url.query_pairs().filter(|(name, _)| name == "tls").peekable();
        let is_required = tls.peek().is_some() && tls.all(|(_, value)| value == "required");
        if url.scheme() == "smtp" && !is_required && !is_here {
            return Err(("smtp", OPEN.to_owned()));
        }
        outside::encrypts();
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(smtp).map_err(|_| no_server())?;
        let named = ClientId::Domain(from.email.domain().to_owned());
        let transport = match url.path().trim_matches('/') {
            "" => transport.hello_name(named),
            _ => transport,
        };
        Ok(Mail {
            transport: transport.timeout(Some(WITHIN)).build(),
            from,
        })
    }

    /// A letter as it is sent: the same at every attempt, so that whoever receives it twice sees that it is one.
    fn message(&self, to: Address, content: Content, (id, at): ([u8; 16], Instant)) -> Result<Message, String> {
        let domain = self.from.email.domain();
        let message: MessageBuilder = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(content.subject.clone())
            .message_id(Some(format!("<{}@{domain}>", written(id))))
            .date(std::time::UNIX_EPOCH + Duration::from_secs(u64::try_from(at.seconds()).unwrap_or_default()));
        let answers = content.answers.as_ref().map(|answers| answers.parse::<Address>());
        // A letter goes also where nobody can answer it so.
        let message = match answers {
            Some(Ok(answers)) => message.reply_to(Mailbox::new(None, answers)),
            _ => message,
        };
        let mut message = content.of(message)?;
        // Nobody who is away answers it.
        let name = HeaderName::new_from_ascii_str("Auto-Submitted");
        let header = HeaderValue::new(name, "auto-generated".to_owned());
        message.headers_mut().insert_raw(header);
        Ok(message)
    }

    async fn carry_out(&self, app: &App, job: &Job) -> Result<Carried, Failure> {
        if job.body.get("sent").is_some() {
            return Ok(Carried::Done(SENT.to_owned()));
        }
        match ready(app, job).await? {
            Ready::Letter { to, content, kept } => self.send(app, job, (&to, content), kept).await,
            Ready::Ended(carried) => Ok(carried),
        }
    }

    /// Sends a letter, and leaves this of its job once it is taken.
    async fn send(
        &self,
        app: &App,
        job: &Job,
        (to, content): (&str, Content),
        kept: Value,
    ) -> Result<Carried, Failure> {
        let address = to.parse().map_err(|_| "it goes to what is no e-mail".to_owned());
        let message = address.and_then(|address| self.message(address, content, (job.id, app.now())));
        let message = match message {
            Ok(message) => message,
            Err(why) => return Ok(Carried::Useless(why)),
        };
        let sent = tokio::time::timeout(WITHIN, self.transport.send(message)).await;
        match sent {
            Ok(Ok(_)) => {
                job.leave(app, &kept).await?;
                Ok(Carried::Done(SENT.to_owned()))
            }
            Ok(Err(error)) => Ok(refused(&error, to)),
            Err(_) => Ok(Carried::Failed("the mail server did not answer in time".to_owned())),
        }
    }
}

/// A letter that is ready to be sent.
enum Ready {
    Letter {
        to: String,
        content: Content,
        /// What is kept of its job once it is on its way.
        kept: Value,
    },
    /// There is none, or not yet.
    Ended(Carried),
}

impl Ready {
    fn useless(why: impl Into<String>) -> Ready {
        Ready::Ended(Carried::Useless(why.into()))
    }

    fn done(why: &str) -> Ready {
        Ready::Ended(Carried::Done(why.to_owned()))
    }

    /// What somebody is shown of it who looks at a sandbox. Links in letters of the engine open accounts: nobody but their reader sees them.
    fn shown(self, job: &Job) -> Would {
        match self {
            Ready::Letter { to, content, .. } => {
                let is_own = job.name == LETTER;
                let files: Vec<&str> = content.files.iter().map(|file| file.name.as_str()).collect();
                Would::Send(json!({
                    "to": to,
                    "subject": content.subject,
                    "text": (!is_own).then_some(content.text),
                    "html": content.html.filter(|_| !is_own),
                    "attachments": files,
                    "answers": content.answers,
                }))
            }
            Ready::Ended(carried) => Would::Not(carried),
        }
    }
}

/// What a job says, and to whom.
async fn ready(app: &App, job: &Job) -> Result<Ready, Failure> {
    match job.name.as_str() {
        RECORD_LETTER => of_records::of_record(app, job).await,
        DIGEST => of_records::of_gathered(app, job).await,
        _ => Ok(own_letter(app, job)),
    }
}

/// A letter of the engine itself.
fn own_letter(app: &App, job: &Job) -> Ready {
    let text = |name: &str| job.body.get(name).and_then(Value::as_str).unwrap_or_default();
    let Some(values) = letters::values(app, job) else {
        return Ready::useless("what it says cannot be read any more");
    };
    let ends = values
        .get("expires_at")
        .cloned()
        .and_then(|ends| serde_json::from_value::<Instant>(ends).ok());
    if ends.is_some_and(|ends| ends <= app.now()) {
        return Ready::useless("its link did not hold any more when it could be sent");
    }
    let content = match Words::of(text("template"), text("locale"), &values) {
        Ok(words) => Content::from(words),
        Err(why) => return Ready::useless(why),
    };
    // Links in it open accounts: nothing of them is kept once it is on its way, and it is not sent again.
    let kept = json!({"to": text("to"), "template": text("template"), "locale": text("locale"), "sent": app.now()});
    let to = text("to").to_owned();
    Ready::Letter { to, content, kept }
}

/// What is sent.
#[derive(Debug, Default)]
struct Content {
    subject: String,
    text: String,
    html: Option<String>,
    files: Vec<Attached>,
    /// Where answers go.
    answers: Option<String>,
}

/// A file that goes along.
#[derive(Debug)]
struct Attached {
    name: String,
    kind: String,
    bytes: Vec<u8>,
}

impl From<Words> for Content {
    fn from(words: Words) -> Content {
        Content {
            subject: words.subject,
            text: words.text,
            ..Content::default()
        }
    }
}

impl Content {
    fn of(self, message: MessageBuilder) -> Result<Message, String> {
        let text = SinglePart::plain(self.text);
        let told = |error: lettre::error::Error| error.to_string();
        if self.files.is_empty() {
            return match self.html {
                None => message.singlepart(text).map_err(told),
                Some(html) => {
                    let both = MultiPart::alternative().singlepart(text);
                    message.multipart(both.singlepart(SinglePart::html(html))).map_err(told)
                }
            };
        }
        let mixed = MultiPart::mixed();
        let mut whole = match self.html {
            None => mixed.singlepart(text),
            Some(html) => {
                let both = MultiPart::alternative().singlepart(text);
                mixed.multipart(both.singlepart(SinglePart::html(html)))
            }
        };
        for file in self.files {
            // What cannot be named is bytes.
            let kind = ContentType::parse(&file.kind).or_else(|_| ContentType::parse("application/octet-stream"));
            let kind = kind.map_err(|error| error.to_string())?;
            whole = whole.singlepart(Attachment::new(words::one_line(&file.name)).body(file.bytes, kind));
        }
        message.multipart(whole).map_err(told)
    }
}

const SENT: &str = "taken by the mail server";

/// What becomes of a letter that was not taken.
fn refused(error: &lettre::transport::smtp::Error, to: &str) -> Carried {
    let code = error.status().map(u16::from);
    let why = cleaned(&error.to_string(), to);
    if error.is_permanent() && !code.is_some_and(|code| NOT_LET_IN.contains(&code)) {
        return Carried::Useless(why);
    }
    Carried::Failed(why)
}

/// The words of a server on one line, without whom it speaks of: they stand in logs.
fn cleaned(words: &str, to: &str) -> String {
    let words = match to {
        "" => words.to_owned(),
        _ => words.replace(to, "…"),
    };
    words::one_line(&words).chars().take(MOST_TOLD).collect()
}

impl Connector for Mail {
    fn names(&self) -> &[&'static str] {
        &[LETTER, RECORD_LETTER, DIGEST]
    }

    fn is_own(&self) -> bool {
        true
    }

    fn retries(&self) -> RetryPolicy {
        let mut policy = RetryPolicy::new(AGAIN.to_vec());
        policy.jitter_percent = 10;
        policy
    }

    fn seconds(&self) -> u32 {
        30
    }

    fn carry<'a>(&'a self, app: &'a App, job: &'a Job) -> Carrying<'a> {
        Box::pin(self.carry_out(app, job))
    }

    fn would_send<'a>(&'a self, app: &'a App, job: &'a Job) -> Sending<'a> {
        Box::pin(async move { Ok(ready(app, job).await?.shown(job)) })
    }
}

#[cfg(test)]
mod tests {
    use mail_parser::MessageParser;

    use super::*;

    fn mail() -> Mail {
        Mail::new("smtp://127.0.0.1:2525", "Señor Ratebook <desk@example.com>").expect("settings")
    }

    #[test]
    fn values_reach_no_header_of_their_own() {
        let values = json!({"name": "Eve\r\nBcc: all@example.com\r\n\r\nRead this\u{2028}Ünïcode"});
        let words = Words::of("test", "en-US", &values).expect("words");
        let hostile = Content {
            subject: words::one_line("Hello\r\nBcc: all@example.com\n\u{85}x"),
            ..Content::from(words)
        };
        let to = "ann@example.com".parse().expect("an address");
        let message = mail()
            .message(to, hostile, ([7; 16], Instant::UNIX_EPOCH))
            .expect("a message");
        let bytes = message.formatted();
        let read = MessageParser::default().parse(bytes.as_slice()).expect("a mail");
        assert!(read.bcc().is_none(), "{}", String::from_utf8_lossy(&bytes));
        assert_eq!(read.subject(), Some("Hello Bcc: all@example.com x"));
        assert_eq!(message.envelope().to().len(), 1);
        assert_eq!(
            read.from().and_then(|from| from.first()?.name()),
            Some("Señor Ratebook")
        );
        assert_eq!(
            read.message_id(),
            Some("07070707-0707-0707-0707-070707070707@example.com")
        );
        let text = read.body_text(0).expect("a text");
        assert!(text.contains("Eve Bcc: all@example.com Read this Ünïcode"), "{text}");
        for to in [
            "ann@example.com\r\nBcc: b@example.com",
            "ann@example.com>, <b@example.com",
            "ann",
        ] {
            assert!(to.parse::<Address>().is_err(), "{to}");
        }
    }

    #[test]
    fn answers_go_where_the_letter_says() {
        let made = |answers: Option<&str>| {
            let content = Content {
                answers: answers.map(str::to_owned),
                ..Content::default()
            };
            let to = "ann@example.com".parse().expect("an address");
            mail().message(to, content, ([7; 16], Instant::UNIX_EPOCH))
        };
        let whole = Some("desk+0a1b@acme.example");
        for (answers, told) in [
            (None, None),
            (whole, whole),
            (Some("a@b.example>, <c@d.example"), None),
            (Some("desk(1)+0a1b@acme.example"), None),
        ] {
            let bytes = made(answers).expect("a message").formatted();
            let read = MessageParser::default().parse(bytes.as_slice()).expect("a mail");
            assert_eq!(
                read.reply_to().and_then(|to| to.first()?.address()),
                told,
                "{answers:?}"
            );
        }
    }

    #[test]
    fn letters_leave_this_machine_encrypted_alone() {
        for (smtp, is_fine) in [
            ("smtps://ann:hush@mail.example.com", true),
            ("smtp://ann:hush@mail.example.com:587?tls=required", true),
            ("smtp://ann:hush@mail.example.com", false),
            ("smtp://ann:hush@mail.example.com?tls=opportunistic", false),
            ("smtp://ann:hush@mail.example.com?tls=required&tls=opportunistic", false),
            ("smtp://ann:hush@mail.example.com?tls=opportunistic&tls=required", false),
            ("smtp://localhost:25", true),
            ("https://ann:hush@mail.example.com", false),
            ("mail.example.com", false),
        ] {
            let made = Mail::new(smtp, "desk@example.com");
            assert_eq!(made.is_ok(), is_fine, "{smtp}");
            assert!(!format!("{made:?}").contains("hush"), "{made:?}");
        }
        assert!(Mail::new("smtp://localhost", "desk").is_err_and(|(name, _)| name == "mail_from"));
    }

    #[test]
    fn words_of_servers_are_kept_without_addresses() {
        let words = cleaned(
            "permanent error (550): <ann@example.com> is\r\n unknown",
            "ann@example.com",
        );
        assert_eq!(words, "permanent error (550): <…> is unknown");
    }
}
