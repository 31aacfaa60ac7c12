//! `ratebook-server`: listens, and answers.

use std::net::SocketAddr;
use std::process::ExitCode;

use tokio::net::TcpListener;

/// Where it listens when nobody says.
const ADDRESS: &str = "127.0.0.1:4280";

#[tokio::main]
#[expect(clippy::print_stderr, reason = "it tells why it cannot go on")]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

/// The address that is told: `--listen`, then `RATEBOOK_LISTEN`, then the usual one.
fn address() -> Result<SocketAddr, String> {
    let mut words = std::env::args().skip(1);
    let mut told = std::env::var("RATEBOOK_LISTEN").ok();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--listen" => {
                told = Some(
                    words
                        .next()
                        .ok_or("`--listen` needs an address such as `127.0.0.1:4280`")?,
                )
            }
            other => return Err(format!("there is no option `{other}`; there is `--listen ADDRESS`")),
        }
    }
    let told = told.unwrap_or_else(|| ADDRESS.to_owned());
    told.parse()
        .map_err(|_| format!("`{told}` is not an address such as `{ADDRESS}`"))
}

#[expect(clippy::print_stdout, reason = "it tells where it listens")]
async fn run() -> Result<(), String> {
    let address = address()?;
    let listener = TcpListener::bind(address)
        .await
        .map_err(|error| format!("{address}: {error}"))?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    println!("Ratebook listens at http://{address}/; ask it at /v1/engine/{{area}}/{{op}}");
    let stopped = async {
        let _ = tokio::signal::ctrl_c().await;
    };
    let serving = axum::serve(listener, ratebook_server::app::stateless()).with_graceful_shutdown(stopped);
    serving.await.map_err(|error| error.to_string())
}
