//! A mail server of the tests' own: it speaks as RFC 5321 has it, and misbehaves when it is asked to.

use std::collections::VecDeque;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// How it treats one connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Treats {
    /// This to whoever is to receive it.
    RefusesReceiver(&'static str),
    /// This to who signs in.
    RefusesSender(&'static str),
    /// It says nothing, ever.
    Hangs,
    /// It keeps the letter, and goes without a word.
    KeepsAndGoes,
}

/// A letter as it arrived.
#[derive(Clone, Debug)]
pub(crate) struct Arrived {
    pub(crate) receivers: Vec<String>,
    pub(crate) text: String,
}

/// What it says to somebody of whom it takes nothing.
pub(crate) type Refuses = fn(&str) -> Option<&'static str>;

#[derive(Clone, Debug)]
pub(crate) struct MailServer {
    port: u16,
    treats: Arc<Mutex<VecDeque<Treats>>>,
    refuses: Arc<Mutex<Option<Refuses>>>,
    arrived: Arc<Mutex<Vec<Arrived>>>,
    signed_in: Arc<Mutex<Vec<String>>>,
}

impl MailServer {
    pub(crate) fn start() -> MailServer {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let server = MailServer {
            port: listener.local_addr().expect("an address").port(),
            treats: Arc::default(),
            refuses: Arc::default(),
            arrived: Arc::default(),
            signed_in: Arc::default(),
        };
        let own = server.clone();
        thread::spawn(move || {
            for line in listener.incoming().flatten() {
                let own = own.clone();
                // Whoever hangs up has said enough.
                thread::spawn(move || own.talk(line).ok());
            }
        });
        server
    }

    pub(crate) fn address(&self) -> String {
        format!("smtp://ann:hush@127.0.0.1:{}", self.port)
    }

    /// How it treats the next connections; it takes what it is given when nothing else is said.
    pub(crate) fn treats(&self, how: impl IntoIterator<Item = Treats>) {
        self.treats.lock().expect("nobody failed").extend(how);
    }

    /// Whom it refuses from now on, and what it says to them.
    pub(crate) fn refuses(&self, whom: Refuses) {
        *self.refuses.lock().expect("nobody failed") = Some(whom);
    }

    pub(crate) fn arrived(&self) -> Vec<Arrived> {
        self.arrived.lock().expect("nobody failed").clone()
    }

    /// What was said by whoever signed in.
    pub(crate) fn signed_in(&self) -> Vec<String> {
        self.signed_in.lock().expect("nobody failed").clone()
    }

    fn talk(&self, line: TcpStream) -> std::io::Result<()> {
        let how = self.treats.lock().expect("nobody failed").pop_front();
        if how == Some(Treats::Hangs) {
            thread::sleep(Duration::from_secs(120));
        }
        let mut says = line.try_clone()?;
        let mut hears = BufReader::new(line);
        says.write_all(b"220 mail.test ESMTP\r\n")?;
        let mut receivers = Vec::new();
        loop {
            let mut told = String::new();
            if hears.read_line(&mut told)? == 0 {
                return Ok(());
            }
            let told = told.trim_end();
            let verb = told.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
            match (verb.as_str(), how) {
                ("EHLO", _) => {
                    says.write_all(b"250-mail.test\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 AUTH PLAIN\r\n")?
                }
                ("AUTH", Some(Treats::RefusesSender(answer))) | ("RCPT", Some(Treats::RefusesReceiver(answer))) => {
                    says.write_all(format!("{answer}\r\n").as_bytes())?;
                }
                ("AUTH", _) => {
                    self.signed_in.lock().expect("nobody failed").push(told.to_owned());
                    says.write_all(b"235 welcome\r\n")?;
                }
                ("RCPT", _) => {
                    let refuses = *self.refuses.lock().expect("nobody failed");
                    match refuses.and_then(|refuses| refuses(told)) {
                        Some(answer) => says.write_all(format!("{answer}\r\n").as_bytes())?,
                        None => {
                            receivers.push(told.to_owned());
                            says.write_all(b"250 yes\r\n")?;
                        }
                    }
                }
                ("MAIL" | "NOOP" | "RSET", _) => says.write_all(b"250 yes\r\n")?,
                ("DATA", _) => {
                    says.write_all(b"354 go on\r\n")?;
                    let text = letter(&mut hears)?;
                    let receivers = std::mem::take(&mut receivers);
                    let arrived = Arrived { receivers, text };
                    self.arrived.lock().expect("nobody failed").push(arrived);
                    if how == Some(Treats::KeepsAndGoes) {
                        return Ok(());
                    }
                    says.write_all(b"250 taken\r\n")?;
                }
                ("QUIT", _) => return says.write_all(b"221 bye\r\n"),
                _ => says.write_all(b"502 what\r\n")?,
            }
        }
    }
}

/// Reads up to the dot that stands alone; of a line that begins with one more there is one less.
fn letter(hears: &mut BufReader<TcpStream>) -> std::io::Result<String> {
    let mut text = String::new();
    loop {
        let mut told = String::new();
        if hears.read_line(&mut told)? == 0 || told == ".\r\n" {
            return Ok(text);
        }
        text.push_str(told.strip_prefix('.').unwrap_or(&told));
    }
}
