//! A scanner of viruses, asked as clamd is: `INSTREAM`, the file in pieces, and one answer. Whatever it does not answer is no leave.

use std::io;
use std::path::PathBuf;
use std::time::Duration;

use ratebook::{Code, Reason};
use tokio::fs::File;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncSeekExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::place::spool;
use crate::platform::trace;
use crate::store::Failure;

/// How long it may take to be reached.
const TO_CONNECT: Duration = Duration::from_secs(5);
const PIECE: usize = 64 * 1024;
/// No answer is longer.
const MOST_OF_AN_ANSWER: u64 = 4 * 1024;

/// Where a scanner is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scanner {
    /// At an address and a port.
    Tcp(String),
    /// At a socket of this machine.
    Unix(PathBuf),
}

/// What it has said.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Said {
    Clean,
    Found(String),
    TooLarge,
}

impl Scanner {
    /// `tcp://host:port`, or `unix:///path`.
    pub fn of(text: &str) -> Option<Scanner> {
        if let Some(place) = text.strip_prefix("tcp://") {
            let (host, port) = place.rsplit_once(':')?;
            return (!host.is_empty() && port.parse::<u16>().is_ok()).then(|| Scanner::Tcp(place.to_owned()));
        }
        let path = text.strip_prefix("unix://")?;
        path.starts_with('/').then(|| Scanner::Unix(path.into()))
    }

    /// Lets a file pass in which nothing was found.
    pub(super) async fn pass(&self, file: &mut File, patience: Duration) -> Result<(), Failure> {
        file.rewind().await.map_err(|error| spool(&error))?;
        let asked = timeout(patience, self.ask(file)).await;
        let asked = asked.unwrap_or_else(|_| Err(io::Error::new(io::ErrorKind::TimedOut, "it has not answered")));
        match asked {
            Ok(Said::Clean) => Ok(()),
            Ok(Said::Found(virus)) => {
                let message = format!("a virus was found in the file: {virus}; nothing of it was kept");
                Err(Reason::new(Code::RecordsInfected, "", message)
                    .with("virus", virus)
                    .into())
            }
            Ok(Said::TooLarge) => {
                let message = "the file is larger than the scanner of viruses looks through; nothing of it was kept";
                Err(Reason::new(Code::RequestTooLarge, "", message).into())
            }
            Err(error) => {
                trace::tell(&format!("the scanner of viruses: {error}"));
                let message = "the scanner of viruses cannot be asked, and nothing is kept without it; try again later";
                Err(Failure::Busy(message.to_owned()))
            }
        }
    }

    async fn ask(&self, file: &mut File) -> io::Result<Said> {
        let late = |_| io::Error::new(io::ErrorKind::TimedOut, "it cannot be reached");
        match self {
            Scanner::Tcp(place) => {
                let line = timeout(TO_CONNECT, TcpStream::connect(place)).await.map_err(late)??;
                asked(line, file).await
            }
            #[cfg(unix)]
            Scanner::Unix(path) => {
                let line = timeout(TO_CONNECT, tokio::net::UnixStream::connect(path));
                asked(line.await.map_err(late)??, file).await
            }
            #[cfg(not(unix))]
            Scanner::Unix(_) => Err(io::Error::new(
                io::ErrorKind::Unsupported,
                "there are no such sockets here",
            )),
        }
    }
}

async fn asked(mut line: impl AsyncRead + AsyncWrite + Unpin, file: &mut File) -> io::Result<Said> {
    // It may have made up its mind before it has everything, and hang up.
    let sent = send(&mut line, file).await;
    let mut answer = Vec::new();
    let heard = (&mut line).take(MOST_OF_AN_ANSWER).read_to_end(&mut answer).await;
    match said(&answer) {
        Some(Said::Clean) => sent.map(|()| Said::Clean),
        Some(other) => Ok(other),
        None => {
            sent?;
            heard?;
            let shown = String::from_utf8_lossy(&answer).into_owned();
            Err(io::Error::new(
                io::ErrorKind::InvalidData,
                format!("it has answered `{}`", shown.trim()),
            ))
        }
    }
}

async fn send(line: &mut (impl AsyncWrite + Unpin), file: &mut File) -> io::Result<()> {
    line.write_all(b"zINSTREAM\0").await?;
    let mut piece = vec![0; PIECE];
    loop {
        let read = file.read(&mut piece).await?;
        // A piece of no bytes ends the file.
        let length = u32::try_from(read).unwrap_or(0);
        line.write_all(&length.to_be_bytes()).await?;
        if read == 0 {
            return line.flush().await;
        }
        line.write_all(piece.get(..read).unwrap_or_default()).await?;
    }
}

/// An answer that is whole; nothing where it is none.
fn said(answer: &[u8]) -> Option<Said> {
    let text = answer.strip_suffix(b"\0").or_else(|| answer.strip_suffix(b"\n"))?;
    let text = std::str::from_utf8(text).ok()?;
    if text == "INSTREAM size limit exceeded. ERROR" {
        return Some(Said::TooLarge);
    }
    match text.strip_prefix("stream: ")? {
        "OK" => Some(Said::Clean),
        found => Some(Said::Found(found.strip_suffix(" FOUND")?.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_read_by_the_letter() {
        assert_eq!(said(b"stream: OK\0"), Some(Said::Clean));
        let found = Said::Found("Win.Test.EICAR_HDB-1".to_owned());
        assert_eq!(said(b"stream: Win.Test.EICAR_HDB-1 FOUND\0"), Some(found));
        assert_eq!(said(b"INSTREAM size limit exceeded. ERROR\0"), Some(Said::TooLarge));
        for garbage in [
            &b""[..],
            b"\0",
            b"stream: OK",
            b"OK\0",
            b"stream: ok\0",
            b"stream: OKAY\0",
            b"stream: \xff FOUND\0",
            b"UNKNOWN COMMAND\0",
            b"stream: OK\0stream: OK\0",
        ] {
            assert_eq!(said(garbage), None, "{}", String::from_utf8_lossy(garbage));
        }
    }

    #[test]
    fn a_scanner_is_at_an_address_or_a_socket() {
        assert_eq!(
            Scanner::of("tcp://clamd:3310"),
            Some(Scanner::Tcp("clamd:3310".to_owned()))
        );
        let socket = Scanner::Unix("/run/clamd.sock".into());
        assert_eq!(Scanner::of("unix:///run/clamd.sock"), Some(socket));
        for wrong in [
            "",
            "clamd:3310",
            "tcp://clamd",
            "tcp://:3310",
            "tcp://clamd:x",
            "unix://run",
            "http://a:1",
        ] {
            assert_eq!(Scanner::of(wrong), None, "{wrong}");
        }
    }
}
