//! `ratebook-server`: listens, and answers.

use std::io::Write as _;
use std::process::ExitCode;

use ratebook_server::app;
use ratebook_server::platform::audit::sealer;
use ratebook_server::platform::backups;
use ratebook_server::platform::doctor;
use ratebook_server::platform::jobs;
use ratebook_server::platform::moving;
use ratebook_server::platform::settings::{Settings, Sources, Told};
use ratebook_server::platform::start;
use ratebook_server::platform::telemetry;
use ratebook_server::records::{deriving, series, sweep, timers};
use ratebook_server::serve;
use tokio::task::JoinSet;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// What it does beside serving: tells its settings, brings the tables of its packs to their version, or looks whether its audit is intact.
const COMMANDS: [&str; 3] = ["config", "migrate", "verify"];

const HELP: &str = "\
ratebook-server [settings]              serves: on SQLite in this folder with the workbench and its demo, if nothing else is said
ratebook-server config                  every setting: what it is, where from, and what it means
ratebook-server doctor [--json]         what is to be looked at, and done
ratebook-server migrate [--plan]        brings the tables of its packs to their version, or tells what that would do
ratebook-server verify                  whether the audit is as it was sealed
ratebook-server backup | restore        a backup at once, and a database of one
ratebook-server copy | copy-files       the whole installation into another database, its files to another place
ratebook-server tenant …                one tenant to another installation: export, verify, import, moved

Settings are named as `config` has them: `--listen 0.0.0.0:80`, `RATEBOOK_LISTEN`, or a line of `ratebook.toml`.
";

#[tokio::main]
#[expect(clippy::print_stderr, reason = "it tells why it cannot go on")]
async fn main() -> ExitCode {
    if std::env::args().nth(1).is_some_and(|word| word == "doctor") {
        return examine().await;
    }
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::print_stdout, clippy::print_stderr, reason = "it tells what it has found")]
async fn examine() -> ExitCode {
    match doctor::doctor(std::env::args().skip(2).collect()).await {
        Ok((text, code)) => {
            print!("{text}");
            ExitCode::from(code)
        }
        Err(message) => {
            eprintln!("{message}");
            ExitCode::from(2)
        }
    }
}

#[expect(clippy::print_stdout, reason = "it tells what was asked for")]
async fn run() -> Result<(), String> {
    let mut words: Vec<String> = std::env::args().skip(1).collect();
    if words
        .first()
        .is_some_and(|word| ["help", "--help", "-h"].contains(&word.as_str()))
    {
        print!("{HELP}");
        return Ok(());
    }
    if words.first().is_some_and(|word| word == "copy") {
        print!("{}", moving::copy(&words).await?);
        return Ok(());
    }
    if words.first().is_some_and(|word| word == "copy-files") {
        let rest = words.split_off(1);
        let place = rest
            .split_last()
            .filter(|(_, rest)| rest.last().is_some_and(|word| word == "--to"));
        let (to, rest) =
            place.ok_or("ratebook-server copy-files … --to s3://bucket: the settings say where files lie now")?;
        let rest = rest.iter().take(rest.len().saturating_sub(1)).cloned();
        let settings = Told::read(&Sources::of_process(rest.collect())?)?.settings()?;
        print!("{}", start::copy_files(&settings, to).await?);
        return Ok(());
    }
    if words.first().is_some_and(|word| word == "backup") {
        print!("{}", backups::command::backup(words.split_off(1)).await?);
        return Ok(());
    }
    if words.first().is_some_and(|word| word == "restore") {
        print!("{}", backups::command::restored(words.split_off(1)).await?);
        return Ok(());
    }
    if words.first().is_some_and(|word| word == "tenant") {
        print!("{}", backups::tenant_command::tenant(words.split_off(1)).await?);
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

/// Tells whoever has started it. What nobody can take is lost, and nothing else with it.
fn say(line: &str) {
    let _ = writeln!(std::io::stdout().lock(), "{line}");
}

async fn serve(settings: Settings) -> Result<(), String> {
    let listen = |address| app::listener(address).map_err(|error| format!("{address}: {error}"));
    let listener = listen(settings.listen)?;
    let figures = settings.telemetry.metrics.map(listen).transpose()?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    let started = start::start(settings).await?;
    say(&format!("Ratebook listens at http://{address}/"));
    if let Some(token) = started.setup_token {
        say("It has no operator yet. Make the first one:");
        say(&format!(
            "  curl http://{address}/v1/setup -H 'content-type: application/json' \\\n    \
             -d '{{\"token\": \"{token}\", \"email\": \"you@example.com\", \"name\": \"You\", \"password\": \"…\"}}'"
        ));
    }
    if let Some(login) = started.login {
        say(&format!(
            "Sign in as {} with the password {}",
            login.email, login.password
        ));
        if let Some(file) = login.file {
            say(&format!("  (it is kept in {})", file.display()));
        }
    }
    say("What every setting is: ratebook-server config");
    let mut watching = JoinSet::new();
    watching.spawn(timers::watch(started.app.clone()));
    watching.spawn(jobs::watch(started.app.clone()));
    watching.spawn(series::watch(started.app.clone()));
    watching.spawn(deriving::watch(started.app.clone()));
    watching.spawn(sweep::watch(started.app.clone()));
    watching.spawn(sealer::watch(started.app.clone()));
    watching.spawn(backups::watch(started.app.clone()));
    if let Some(figures) = figures {
        if let Ok(address) = figures.local_addr() {
            say(&format!("Figures are read at http://{address}/metrics"));
        }
        tokio::spawn(axum::serve(figures, telemetry::router(started.app.clone())).into_future());
    }
    let telemetry = started.app.telemetry.clone();
    let store = started.app.store.clone();
    serve::serve(listener, started.app, told_to_stop()).await;
    // What they are at goes on at the next start, as after any other end; none of them asks a database that is closed.
    watching.shutdown().await;
    store.close().await;
    // It waits for the collector, on a thread that nobody else needs.
    let _ = tokio::task::spawn_blocking(move || telemetry.close()).await;
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
