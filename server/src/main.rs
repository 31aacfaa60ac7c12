//! `ratebook-server`: listens, and answers.

use std::process::ExitCode;

use ratebook_server::app;
use ratebook_server::platform::audit::sealer;
use ratebook_server::platform::jobs;
use ratebook_server::platform::moving;
use ratebook_server::platform::settings::{Settings, Sources, Told};
use ratebook_server::platform::start;
use ratebook_server::records::{series, sweep, timers};
use ratebook_server::serve;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// What it does beside serving: tells its settings, brings the tables of its packs to their version, or looks whether its audit is intact.
const COMMANDS: [&str; 3] = ["config", "migrate", "verify"];

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

#[expect(clippy::print_stdout, reason = "it tells what was asked for")]
async fn run() -> Result<(), String> {
    let mut words: Vec<String> = std::env::args().skip(1).collect();
    if words.first().is_some_and(|word| word == "copy") {
        print!("{}", moving::copy(&words).await?);
        return Ok(());
    }
    let command = words.first().filter(|word| COMMANDS.contains(&word.as_str())).cloned();
    if command.is_some() {
        words.remove(0);
    }
    let only_tells = command.as_deref() == Some("migrate") && words.iter().any(|word| word == "--plan");
    words.retain(|word| !(only_tells && word == "--plan"));
    let told = Told::read(&Sources::of_process(words)?)?;
    match command.as_deref() {
        Some("config") => {
            print!("{}", told.explained());
            told.settings().map(drop)
        }
        Some("verify") => {
            let (text, intact) = start::verify(&told.settings()?).await?;
            print!("{text}");
            intact
                .then_some(())
                .ok_or_else(|| "the audit is not as it was sealed".to_owned())
        }
        Some(_) => {
            print!("{}", start::migrate(&told.settings()?, only_tells).await?);
            Ok(())
        }
        None => serve(told.settings()?).await,
    }
}

#[expect(clippy::print_stdout, reason = "it tells where it listens")]
async fn serve(settings: Settings) -> Result<(), String> {
    let address = settings.listen;
    let listener = app::listener(address).map_err(|error| format!("{address}: {error}"))?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    let started = start::start(settings).await?;
    println!("Ratebook listens at http://{address}/");
    if let Some(token) = started.setup_token {
        println!("It has no operator yet. Make the first one:");
        println!(
            "  curl http://{address}/v1/setup -H 'content-type: application/json' \\\n    \
             -d '{{\"token\": \"{token}\", \"email\": \"you@example.com\", \"name\": \"You\", \"password\": \"…\"}}'"
        );
    }
    if let Some(login) = started.login {
        println!("Sign in as {} with the password {}", login.email, login.password);
        if let Some(file) = login.file {
            println!("  (it is kept in {})", file.display());
        }
    }
    println!("What every setting is: ratebook-server config");
    tokio::spawn(timers::watch(started.app.clone()));
    tokio::spawn(jobs::watch(started.app.clone()));
    tokio::spawn(series::watch(started.app.clone()));
    tokio::spawn(sweep::watch(started.app.clone()));
    tokio::spawn(sealer::watch(started.app.clone()));
    let (store, stopping) = (started.app.store.clone(), started.app.stopping.clone());
    let told = async move {
        told_to_stop().await;
        stopping.send_replace(());
    };
    serve::serve(listener, started.app, told).await;
    store.close().await;
    Ok(())
}

/// Until somebody interrupts it, or a supervisor ends it.
async fn told_to_stop() {
    let interrupted = async {
        let _ = tokio::signal::ctrl_c().await;
    };
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut ended) = signal(SignalKind::terminate()) {
            tokio::select! {
                () = interrupted => {}
                _ = ended.recv() => {}
            }
            return;
        }
    }
    interrupted.await;
}
