//! Somebody outside who is asked over HTTP, and answers what a test says.

use std::collections::VecDeque;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// What was asked.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) method: String,
    pub(crate) path: String,
    headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Asked {
    pub(crate) fn header(&self, name: &str) -> &str {
        let own = self.headers.iter().find(|(own, _)| own == name);
        own.map(|(_, value)| value.as_str()).unwrap_or_default()
    }

    /// The fields of a form, as they were meant.
    pub(crate) fn form(&self) -> Vec<(String, String)> {
        let text = String::from_utf8(self.body.clone()).expect("a form");
        fields(&text)
    }

    pub(crate) fn field(&self, name: &str) -> String {
        let own = self.form().into_iter().find(|(own, _)| own == name);
        own.map(|(_, value)| value).unwrap_or_default()
    }
}

/// What is written as a form or a query says.
pub(crate) fn fields(text: &str) -> Vec<(String, String)> {
    let decoded = |part: &str| {
        let part = part.replace('+', " ");
        percent_encoding::percent_decode_str(&part)
            .decode_utf8()
            .expect("text")
            .into_owned()
    };
    let parts = text.split('&').filter_map(|part| part.split_once('='));
    parts.map(|(name, value)| (decoded(name), decoded(value))).collect()
}

/// How one question is treated.
#[derive(Clone, Debug)]
pub(crate) enum Treats {
    /// It is answered so: a status, headers, a body.
    Answers(&'static str, Vec<(&'static str, String)>, String),
    /// It is done, and nothing is ever said of it.
    DoesAndGoes,
    /// Nothing is done or said.
    Hangs,
}

pub(crate) fn answers(status: &'static str, body: impl Into<String>) -> Treats {
    Treats::Answers(status, Vec::new(), body.into())
}

/// What somebody does of a question, and answers.
type Does = Arc<dyn Fn(&Asked) -> Treats + Send + Sync>;

#[derive(Clone)]
pub(crate) struct Outsider {
    port: u16,
    does: Does,
    treats: Arc<Mutex<VecDeque<Treats>>>,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Outsider {
    /// Somebody who does this of each question, when nothing else is said.
    pub(crate) fn start(does: impl Fn(&Asked) -> Treats + Send + Sync + 'static) -> Outsider {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let outsider = Outsider {
            port: listener.local_addr().expect("an address").port(),
            does: Arc::new(does),
            treats: Arc::default(),
            asked: Arc::default(),
        };
        let own = outsider.clone();
        thread::spawn(move || {
            for line in listener.incoming().flatten() {
                let own = own.clone();
                // Whoever hangs up has said enough.
                thread::spawn(move || own.hear(line).ok());
            }
        });
        outsider
    }

    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// How the next questions are treated.
    pub(crate) fn treats(&self, how: impl IntoIterator<Item = Treats>) {
        self.treats.lock().expect("nobody failed").extend(how);
    }

    pub(crate) fn asked(&self) -> Vec<Asked> {
        self.asked.lock().expect("nobody failed").clone()
    }

    fn hear(&self, mut line: TcpStream) -> std::io::Result<()> {
        let mut reader = BufReader::new(line.try_clone()?);
        let (mut first, mut text, mut headers) = (String::new(), String::new(), Vec::new());
        reader.read_line(&mut first)?;
        loop {
            text.clear();
            if reader.read_line(&mut text)? == 0 || text.trim().is_empty() {
                break;
            }
            if let Some((name, value)) = text.trim().split_once(": ") {
                headers.push((name.to_ascii_lowercase(), value.to_owned()));
            }
        }
        let length = headers.iter().find(|(name, _)| name == "content-length");
        let mut body = vec![0; length.map_or(0, |(_, length)| length.parse().expect("a length"))];
        reader.read_exact(&mut body)?;
        let mut words = first.split(' ').map(str::to_owned);
        let asked = Asked {
            method: words.next().unwrap_or_default(),
            path: words.next().unwrap_or_default(),
            headers,
            body,
        };
        self.asked.lock().expect("nobody failed").push(asked.clone());
        let how = self.treats.lock().expect("nobody failed").pop_front();
        let how = how.unwrap_or_else(|| (self.does)(&asked));
        let (status, headers, body) = match how {
            Treats::Answers(status, headers, body) => (status, headers, body),
            Treats::DoesAndGoes => {
                (self.does)(&asked);
                return Ok(());
            }
            Treats::Hangs => {
                thread::sleep(Duration::from_secs(60));
                return Ok(());
            }
        };
        let mut head = format!(
            "HTTP/1.1 {status}\r\ncontent-length: {}\r\nconnection: close\r\n",
            body.len()
        );
        for (name, value) in headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        line.write_all(format!("{head}\r\n{body}").as_bytes())
    }
}
