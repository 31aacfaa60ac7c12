//! A mail as it arrives: read within bounds, and let go where a machine has sent it.

use ratebook::{Code, Reason};
use sha2::{Digest, Sha256};

use super::hash_of;
use super::head::{Head, MOST_BYTES, ids, one_line, parsed};
use super::parts::{Attached, Kind, Parts};
use super::proof::is_proven;
use crate::platform::accounts::{folded, id_of, is_email};

/// Of so many mails that one answers, ours are looked for.
const MOST_ANSWERED: usize = 20;
/// And in so many addresses to which it went.
const MOST_RECEIVERS: usize = 50;
/// Where it is told to whom a mail went.
const RECEIVERS: [&str; 5] = ["to", "cc", "delivered-to", "x-original-to", "envelope-to"];
/// What only machines say.
const MACHINES: [&str; 3] = ["x-autoreply", "x-autorespond", "x-auto-reply"];

/// Why nothing becomes of a mail.
#[derive(Debug)]
pub(super) enum Unread {
    /// Nobody has written it, for this reason.
    Automatic(&'static str),
    Refused(Box<Reason>),
}

impl From<Box<Reason>> for Unread {
    fn from(reason: Box<Reason>) -> Unread {
        Unread::Refused(reason)
    }
}

/// What of a mail matters.
#[derive(Clone, Debug)]
pub(super) struct Arrived {
    /// What it is known by: its `Message-ID` and from whom it says that it is, or all of it where it has none. Whoever sends a mail calls it as
    /// they please, also as one of somebody else is called.
    pub(super) key: Vec<u8>,
    /// By what those name it that answer it.
    pub(super) thread: Option<Vec<u8>>,
    /// From whom it says that it is.
    pub(super) sender: String,
    pub(super) sender_name: String,
    /// Whether a mail server that the tenant trusts has found that the domain of the sender has sent it.
    pub(super) is_proven: bool,
    pub(super) subject: String,
    pub(super) text: String,
    pub(super) files: Vec<Attached>,
    /// What it is called, where that may be a letter of ours.
    pub(super) own_id: Option<[u8; 16]>,
    /// What it answers, the last one first.
    pub(super) answers: Vec<String>,
    /// The addresses to which it went.
    pub(super) receivers: Vec<String>,
}

/// The id of a letter of ours by what it is called.
pub(super) fn letter_id(name: &str) -> Option<[u8; 16]> {
    id_of(name.split_once('@')?.0)
}

impl Arrived {
    /// Reads a mail; of where it comes from that server is believed which the tenant has named.
    pub(super) fn read(bytes: &[u8], server: Option<&str>) -> Result<Arrived, Unread> {
        let mut parts = Parts::default();
        let (head, body) = parts.head(bytes, MOST_BYTES)?;
        // Before anything of it is refused: a machine that is told so tells of it in turn.
        if let Some(why) = automatic(&head) {
            return Err(Unread::Automatic(why));
        }
        let (sender_name, sender) = sender(&head)?;
        let domain = sender.rsplit('@').next().unwrap_or_default();
        let is_proven = server.is_some_and(|server| is_proven(&head, server, domain));
        let text = parts.take((&head, body), 0)?;
        let own = head.first("message-id");
        let named = ids(own).next().unwrap_or(own.trim());
        let named = Some(named).filter(|named| !named.is_empty());
        let mut answers: Vec<String> = head
            .all("references")
            .chain(head.all("in-reply-to"))
            .flat_map(ids)
            .map(str::to_owned)
            .collect();
        answers.reverse();
        answers.truncate(MOST_ANSWERED);
        let receivers = RECEIVERS.iter().flat_map(|name| head.addresses(name));
        let subject = parsed("Subject", head.first("subject"), |mail| {
            mail.subject().map(str::to_owned)
        });
        Ok(Arrived {
            key: match named {
                Some(named) => hash_of(&format!("{named}\0{sender}")).to_vec(),
                None => Sha256::digest(bytes).to_vec(),
            },
            thread: named.map(|named| hash_of(named).to_vec()),
            is_proven,
            subject: cleaned(&subject.flatten().unwrap_or_default()),
            text: cleaned(&text.said),
            own_id: named.and_then(letter_id),
            answers,
            receivers: receivers.map(|(_, address)| address).take(MOST_RECEIVERS).collect(),
            files: parts.files,
            sender,
            sender_name,
        })
    }
}

/// From whom a mail says that it is. One that says several is read by one as this one's, and by another as that one's.
fn sender(head: &Head) -> Result<(String, String), Box<Reason>> {
    let unsaid = || {
        let message = "the mail does not say from whom it is: it has one header `From`, with one address in it";
        Box::new(Reason::new(Code::RequestType, "/from", message))
    };
    head.only("from").ok_or_else(unsaid)?;
    let all = head.addresses("from");
    let [(name, email)] = all.as_slice() else {
        return Err(unsaid());
    };
    let email = folded(email);
    if !is_email(&email) {
        return Err(unsaid());
    }
    Ok((cleaned(&one_line(name)), email))
}

/// That a machine has sent it, by RFC 3834 and by what lists and mail servers say.
fn automatic(head: &Head) -> Option<&'static str> {
    let word = |value: &str| {
        let word = value.split([';', ' ', '(']).next().unwrap_or_default();
        word.to_ascii_lowercase()
    };
    let many = ["bulk", "junk", "list", "auto_reply"];
    if head.all("auto-submitted").any(|value| word(value) != "no") {
        return Some("a machine has sent it");
    }
    if MACHINES.iter().any(|name| head.all(name).next().is_some()) {
        return Some("a machine has sent it");
    }
    if head.all("precedence").any(|value| many.contains(&word(value).as_str())) {
        return Some("it was sent to many");
    }
    if head.all("list-id").next().is_some() {
        return Some("a list has sent it");
    }
    if head.first("return-path") == "<>" || Kind::of(head).name == "multipart/report" {
        return Some("a mail server tells of a letter");
    }
    None
}

/// Text with lines that end in one way, and without what no database keeps.
fn cleaned(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let is_kept = |letter: &char| !letter.is_control() || ['\n', '\t'].contains(letter);
    text.chars().filter(is_kept).collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::super::parts::{MOST_PARTS, MOST_TEXT};
    use super::*;

    fn read(headers: &str, text: &str) -> Result<Arrived, Unread> {
        let mail = format!("From: Ann <Ann@Example.com>\r\n{headers}\r\n{text}");
        Arrived::read(mail.as_bytes(), None)
    }

    fn refused(read: Result<Arrived, Unread>) -> Box<Reason> {
        match read {
            Err(Unread::Refused(reason)) => reason,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_machines_send_is_let_go() {
        for (headers, is_automatic) in [
            ("Auto-Submitted: auto-replied\r\n", true),
            ("Auto-Submitted: auto-generated; owner=x\r\n", true),
            ("Auto-Submitted: no\r\n", false),
            ("Auto-Submitted: No (a person)\r\n", false),
            ("Precedence: bulk\r\n", true),
            ("Precedence: first-class\r\n", false),
            ("List-Id: <desk.example.com>\r\n", true),
            ("X-Autoreply: yes\r\n", true),
            ("Return-Path: <>\r\n", true),
            ("Return-Path: <ann@example.com>\r\n", false),
            (
                "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n",
                true,
            ),
            ("Subject: x\r\n", false),
        ] {
            let mail = read(headers, "Hello");
            assert_eq!(matches!(mail, Err(Unread::Automatic(_))), is_automatic, "{headers}");
        }
        // Whatever else it is: one with too many parts, and from nobody.
        let parts = "--b\r\n\r\nx\r\n".repeat(MOST_PARTS + 1);
        let report = format!("From: MAILER-DAEMON\r\nContent-Type: multipart/report; boundary=b\r\n\r\n{parts}");
        let report = Arrived::read(report.as_bytes(), None);
        assert!(matches!(report, Err(Unread::Automatic(_))), "{report:?}");
    }

    #[test]
    fn of_what_is_said_in_several_ways_plain_text_is_taken_and_of_all_else_nothing_is_lost() {
        let plain = "--b\r\nContent-Type: text/plain\r\n\r\nOne\r\n";
        let html = "--b\r\nContent-Type: text/html\r\n\r\n<p>Two</p>\r\n";
        let within = "--b\r\nContent-Type: multipart/related; boundary=c\r\n\r\n--c\r\nContent-Type: text/html\r\n\r\n<p>Three</p>\r\n--c--\r\n";
        for (kind, parts, said) in [
            ("alternative", [html, plain].concat(), "One"),
            ("alternative", [plain, within].concat(), "One"),
            ("alternative", [within, html].concat(), "Three"),
            ("mixed", [plain, html, within].concat(), "One\n\nTwo\n\nThree"),
            ("related", html.to_owned(), "Two"),
        ] {
            let headers = format!("Content-Type: multipart/{kind}; boundary=b\r\n");
            assert_eq!(
                read(&headers, &format!("{parts}--b--")).expect("a mail").text,
                said,
                "{kind}"
            );
        }
    }

    #[test]
    fn texts_are_read_by_the_character_set_that_they_name() {
        for (charset, base64, text) in [
            ("Shift_JIS", "k/qWe4zq", "日本語"),
            ("ISO-2022-JP", "GyRCRnxLXDhsGyhC", "日本語"),
            ("gb18030", "1tDOxA==", "中文"),
            ("euc-kr", "x9GxuQ==", "한국"),
            ("windows-1251", "x+Dt7vHg", "Заноса"),
        ] {
            let headers = format!(
                "Subject: =?{charset}?B?{base64}?=\r\nContent-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: base64\r\n"
            );
            let mail = read(&headers, base64).expect("a mail");
            assert_eq!((mail.subject.as_str(), mail.text.as_str()), (text, text), "{charset}");
        }
    }

    #[test]
    fn texts_and_files_are_found_wherever_they_stand() {
        let headers = "Subject: =?utf-8?q?No_l=C3=ADne?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"a b\"\r\n";
        let text = "a preamble\r\n--a b\r\nContent-Type: multipart/alternative; boundary=c\r\n\r\n--c\r\nContent-Type: text/plain; \
                    charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nSince this =\r\nma=F1ana.\r\n--c\r\nContent-Type: \
                    text/html\r\n\r\n<p>Since</p>\r\n--c--\r\n--a b\r\nContent-Type: application/pdf; name=x.pdf\r\nContent-Disposition: \
                    attachment; filename=\"a b.pdf\"\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0x\r\nLjc=\r\n--a b\r\nContent-Type: \
                    message/rfc822\r\n\r\nFrom: b@example.com\r\n\r\nHi\r\n--a b--\r\nan epilogue";
        let mail = read(headers, text).expect("a mail");
        assert_eq!(
            (mail.subject.as_str(), mail.text.as_str()),
            ("No líne", "Since this mañana.")
        );
        let files: Vec<(&str, &str, &[u8])> = mail
            .files
            .iter()
            .map(|file| (file.name.as_str(), file.told.as_str(), file.bytes.as_slice()))
            .collect();
        let within: &[u8] = b"From: b@example.com\r\n\r\nHi";
        assert_eq!(
            files,
            [
                ("a b.pdf", "application/pdf", &b"%PDF-1.7"[..]),
                ("", "message/rfc822", within)
            ]
        );
        let html = read("Content-Type: text/html\r\n", "<p>One</p><script>x()</script>").expect("a mail");
        assert!(html.text.contains("One") && !html.text.contains("x()"), "{}", html.text);
    }

    #[test]
    fn bombs_and_what_is_no_mail_are_refused_quickly() {
        let begun = std::time::Instant::now();
        let mut deep = String::from("--b0\r\n");
        for depth in 0..2_000 {
            let _ = write!(
                deep,
                "Content-Type: multipart/mixed; boundary=b{}\r\n\r\n--b{}\r\n",
                depth + 1,
                depth + 1
            );
        }
        let wide = "--b0\r\n\r\nx\r\n".repeat(200_000);
        for bomb in [deep, wide] {
            let refused = refused(read("Content-Type: multipart/mixed; boundary=b0\r\n", &bomb));
            assert_eq!(refused.code, Code::RequestTooLarge);
        }
        let nested = "Content-Type: message/rfc822\r\n\r\nFrom: a@b.example\r\n".repeat(50_000);
        assert_eq!(read(&nested, "x").expect("a mail").files.len(), 1);
        let long = read("", &"word ".repeat(1_000_000)).expect("a mail");
        assert!(long.text.len() <= MOST_TEXT);
        assert!(begun.elapsed().as_secs() < 20, "{:?}", begun.elapsed());
        for wrong in [
            "",
            "Subject: x\r\n\r\nnobody",
            "From: Ann\r\n\r\nx",
            "From: a@example.com, b@example.com\r\n\r\nx",
            "From: a@example.com\r\nFrom: b@example.com\r\n\r\nx",
        ] {
            let refused = refused(Arrived::read(wrong.as_bytes(), None));
            assert_eq!(
                (refused.code, refused.path.as_str()),
                (Code::RequestType, "/from"),
                "{wrong}"
            );
        }
    }

    #[test]
    fn bombs_in_heads_go_off_nowhere() {
        let begun = std::time::Instant::now();
        // Words that begin and never end, on lines that go on, and attributes in many parts.
        let words = "=?ab?q?x\r\n ".repeat(20_000);
        let several: String = (0..20_000).map(|number| format!("a{number}*1=x;")).collect();
        for header in [
            format!("Subject: {words}"),
            format!("To: {words}"),
            format!("Content-Type: text/plain; name=\"{words}\""),
            format!("Content-Type: text/plain; {several}"),
            format!("Content-Disposition: inline; {several}"),
        ] {
            let mail = read(&format!("{header}\r\n"), "One").expect("a mail");
            assert_eq!((mail.subject.as_str(), mail.text.as_str()), ("", "One"));
        }
        // As many of them as are looked into.
        let part = |length: usize| {
            let words = "=?ab?q?x ".repeat(length / 9);
            format!("--b\r\nContent-Type: text/plain; name=\"{words}\"\r\n\r\nx\r\n")
        };
        let multipart = "Content-Type: multipart/mixed; boundary=b\r\n";
        let most = read(multipart, &part(8_000).repeat(30)).expect("a mail");
        assert_eq!(most.files.len(), 30);
        for text in [part(40_000), part(8_000).repeat(40)] {
            assert_eq!(refused(read(multipart, &text)).code, Code::RequestTooLarge);
        }
        assert!(begun.elapsed().as_secs() < 8, "{:?}", begun.elapsed());
    }

    #[test]
    fn what_it_answers_and_to_whom_it_went_is_known() {
        let id = "01890a5d-ac96-774b-bcce-b302099a8057";
        let headers = format!(
            "Message-ID: <x@example.com>\r\nReferences: <a@b>\r\n <{id}@desk.example.com>\r\nIn-Reply-To: <c@d>\r\nTo: Desk \
             <desk+x@example.com>\r\nDelivered-To: y@example.com\r\n"
        );
        let mail = read(&headers, "Thanks\r\n\0\u{7}!").expect("a mail");
        let ours = format!("{id}@desk.example.com");
        assert_eq!(mail.answers, ["c@d", ours.as_str(), "a@b"]);
        assert_eq!(letter_id(&ours), id_of(id));
        assert_eq!(mail.receivers, ["desk+x@example.com", "y@example.com"]);
        assert_eq!(
            (mail.sender_name.as_str(), mail.sender.as_str()),
            ("Ann", "ann@example.com")
        );
        assert_eq!((mail.text.as_str(), mail.own_id), ("Thanks\n!", None));
        assert_eq!(mail.thread, Some(hash_of("x@example.com").to_vec()));
        let own = read(&format!("Message-ID: <{ours}>\r\n"), "x").expect("a mail");
        assert_eq!(own.own_id, id_of(id));
        let (one, other) = (read("", "x").expect("a mail"), read("", "y").expect("a mail"));
        assert_ne!(one.key, other.key);
        assert_eq!((one.thread, other.thread), (None, None));
        // What is called alike is another mail where it is of somebody else.
        let same = |from: &str| {
            let mail = format!("Message-ID: <x@example.com>\r\nFrom: {from}\r\n\r\nx");
            Arrived::read(mail.as_bytes(), None).expect("a mail")
        };
        let (bob, ann) = (same("bob@example.com"), same("ANN@example.com"));
        assert_eq!((&ann.key, &bob.thread), (&mail.key, &mail.thread));
        assert_ne!(bob.key, mail.key);
    }
}
