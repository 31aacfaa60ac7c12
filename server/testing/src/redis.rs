//! A Redis of the tests' own, in memory and on a free port, gone afterwards.

use std::io;
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long it may take to begin.
const PATIENCE: Duration = Duration::from_secs(10);

/// A running Redis.
#[derive(Debug)]
pub struct Redis {
    port: u16,
    server: Option<Child>,
}

impl Redis {
    /// Starts one.
    pub fn start() -> io::Result<Redis> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let mut redis = Redis { port, server: None };
        redis.up()?;
        Ok(redis)
    }

    /// Starts it again, with nothing in it, after [`Redis::down`].
    pub fn up(&mut self) -> io::Result<()> {
        let port = self.port.to_string();
        let words = [
            "--port",
            &port,
            "--bind",
            "127.0.0.1",
            "--save",
            "",
            "--appendonly",
            "no",
        ];
        let server = Command::new("redis-server")
            .args(words)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        self.server = Some(server);
        let begun = Instant::now();
        while let Err(error) = TcpStream::connect(("127.0.0.1", self.port)) {
            if begun.elapsed() > PATIENCE {
                return Err(error);
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }

    /// Stops it as a crash does.
    pub fn down(&mut self) -> io::Result<()> {
        if let Some(mut server) = self.server.take() {
            server.kill()?;
            server.wait()?;
        }
        Ok(())
    }

    /// Where it is reached.
    pub fn address(&self) -> String {
        format!("redis://127.0.0.1:{}/0", self.port)
    }
}

impl Drop for Redis {
    fn drop(&mut self) {
        let _ = self.down();
    }
}
