//! Durable commits of 64 clients on SQLite: a booking, an audit row and an outbox row each; beside the flush of the same disk.
//!
//!     ratebook-benches-commits [--json] [--seconds N] [--kills N]
//!
//! Files are made in the folder for temporary files (`TMPDIR`): it has to be on the disk that is asked about, not in memory.
//! With `--kills` it measures nothing, but kills so many processes that write and looks for what they acknowledged.

mod measure;
#[path = "../../../server/tests/triples/mod.rs"]
mod triples;

use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::Duration;

use measure::{Figures, Way};
use serde_json::{Value, json};

/// Rounds of each way, one after the other in turn; the median counts.
const ROUNDS: usize = 5;
/// Commits in a second that are asked for.
const TARGET: f64 = 1_000.0;

#[tokio::main]
async fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if let [word, file, first] = words.as_slice()
        && word == "child"
    {
        triples::write_until_killed(Path::new(file), first.parse().expect("an id")).await;
        return ExitCode::SUCCESS;
    }
    let json = words.iter().any(|word| word == "--json");
    match number(&words, "--kills") {
        Some(kills) => killed(kills, json).await,
        None => measured(Duration::from_secs(number(&words, "--seconds").unwrap_or(3)), json).await,
    }
}

fn number(words: &[String], name: &str) -> Option<u64> {
    let at = words.iter().position(|word| word == name)?;
    words.get(at + 1).map(|word| word.parse().expect("a number"))
}

async fn measured(time: Duration, json: bool) -> ExitCode {
    let mut rounds: Vec<Vec<Figures>> = Way::ALL.iter().map(|_| Vec::new()).collect();
    for _ in 0..ROUNDS {
        for (way, figures) in Way::ALL.iter().zip(&mut rounds) {
            figures.push(measure::round(*way, time).await);
        }
    }
    for figures in &mut rounds {
        figures.sort_by(|one, other| one.rate.total_cmp(&other.rate));
    }
    if json {
        println!("{}", told(&rounds, time));
    } else {
        print(&rounds);
    }
    ExitCode::SUCCESS
}

/// Each way with the round in the middle by its rate, whole, as its percentiles belong to its rate; and the rates of all.
fn told(rounds: &[Vec<Figures>], time: Duration) -> Value {
    let ways: Value = Way::ALL
        .iter()
        .zip(rounds)
        .map(|(way, figures)| {
            let mut one = figures[ROUNDS / 2].json();
            one["rounds_per_second"] = figures.iter().map(|round| round.rate).collect();
            (way.name().to_owned(), one)
        })
        .collect();
    json!({"clients": triples::CLIENTS, "seconds": time.as_secs(), "rounds": ROUNDS, "ways": ways})
}

fn print(rounds: &[Vec<Figures>]) {
    println!(
        "{:<36}{:>8}{:>16}{:>9}{:>9}{:>9}{:>8}{:>9}",
        "durable commits, 64 clients", "per s", "of all rounds", "p50 ms", "p95 ms", "p99 ms", "group", "largest"
    );
    for (way, figures) in Way::ALL.iter().zip(rounds) {
        let one = &figures[ROUNDS / 2];
        let all = format!("{:.0}–{:.0}", figures[0].rate, figures[ROUNDS - 1].rate);
        println!(
            "{:<36}{:>8.0}{:>16}{:>9.2}{:>9.2}{:>9.2}{:>8.1}{:>9}",
            way.title(),
            one.rate,
            all,
            one.p50,
            one.p95,
            one.p99,
            one.group,
            one.largest
        );
    }
    let rate = |wanted: Way| {
        let at = Way::ALL.iter().position(|way| *way == wanted);
        at.map_or(f64::NAN, |at| rounds[at][ROUNDS / 2].rate)
    };
    let (grouped, alone, flushes) = (rate(Way::Grouped), rate(Way::Alone), rate(Way::Flush));
    let verdict = if grouped >= TARGET { "met   " } else { "missed" };
    println!("\n{verdict}  grouped, durable {grouped:>10.0}/s  target ≥ {TARGET:.0}/s");
    println!("        beside fdatasync on its own {:>12.2}×", grouped / flushes);
    println!("        beside a transaction per request {:>7.2}×", grouped / alone);
}

async fn killed(kills: u64, json: bool) -> ExitCode {
    let this = std::env::current_exe().expect("this program");
    let told = triples::kill(kills, 2_026, |file, first| {
        let mut child = Command::new(&this);
        child.arg("child").arg(file).arg(first.to_string());
        child
    })
    .await;
    if json {
        println!(
            "{}",
            json!({"kills": told.kills, "acknowledged": told.acknowledged, "lost": told.lost, "halves": told.halves,
                "kept_unanswered": told.kept_unanswered, "damaged": told.damaged})
        );
    } else {
        println!(
            "{} kills: {} writes acknowledged, {} of them lost; {} halves; {} damaged files; {} kept though not answered",
            told.kills, told.acknowledged, told.lost, told.halves, told.damaged, told.kept_unanswered
        );
    }
    ExitCode::from(u8::from(told.lost + told.halves + told.damaged > 0))
}
