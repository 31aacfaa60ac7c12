//! `--load`: the mixed day at 300 and at 1,000 requests a second, and which statements were the slowest, with what PostgreSQL made of them.

use std::collections::BTreeMap;
use std::time::Duration;

use ratebook_server_testing::Postgres;

use crate::Told;
use crate::cases::Case;
use crate::load::{self, Fault, Load};
use crate::ours::Ours;
use crate::report;

/// By which PostgreSQL writes down each statement that takes so long, with its plan.
pub(crate) const SETTINGS: &str = "-c shared_preload_libraries=auto_explain -c auto_explain.log_min_duration=2ms";
const PACES: [u32; 2] = [300, 1_000];
/// So many statements are printed.
const MOST: usize = 10;

/// A statement: how often it was slow, its longest time in milliseconds, and the plan of that time.
#[derive(Debug, Default, PartialEq)]
struct Slow {
    times: usize,
    longest: f64,
    plan: String,
}

pub(crate) async fn run(name: &str, ours: &Ours, told: &Told, server: Option<&Postgres>) -> Result<(), Fault> {
    let running = ours.start().await?;
    let asking = ours.asking(&running, told.rows).await?;
    let asks = asking.mixed().ok_or("a mixed day of what is not there")?;
    let log = server.map(|server| server.folder().join("log"));
    let read = || {
        log.as_ref().map_or_else(
            || Ok(String::new()),
            |log| std::fs::read(log).map(|log| String::from_utf8_lossy(&log).into_owned()),
        )
    };
    let before = read()?.len();
    for pace in PACES {
        let load = Load {
            lines: told.clients,
            pace: Some(pace),
            lasts: Duration::from_secs(told.seconds) * 2,
        };
        let measured = load::put(&[running.address], load, &asks)
            .await
            .map_err(|fault| format!("{name}: {fault}"))?;
        report::line(&format!("{name}, {pace}/s"), Case::Mixed, &measured, f64::NAN);
    }
    let written = read()?;
    let mut slow: Vec<(String, Slow)> = slow(written.get(before..).unwrap_or_default()).into_iter().collect();
    slow.sort_by(|(_, one), (_, other)| other.longest.total_cmp(&one.longest));
    for (text, Slow { times, longest, plan }) in slow.iter().take(MOST) {
        println!("\n{longest:.1} ms at most, slow {times} times: {text}\n{plan}");
    }
    Ok(())
}

/// The statements of a log. What belongs to an entry stands behind a tab in the lines below it: the text, and the plan from the first line
/// that tells of costs.
fn slow(log: &str) -> BTreeMap<String, Slow> {
    let mut found: BTreeMap<String, Slow> = BTreeMap::new();
    let mut lines = log.lines().peekable();
    while let Some(line) = lines.next() {
        let took = line
            .split_once("duration: ")
            .and_then(|(_, rest)| rest.split_once(" ms  plan:"));
        let Some(took) = took.and_then(|(took, _)| took.parse::<f64>().ok()) else {
            continue;
        };
        let mut own = Vec::new();
        while let Some(next) = lines.next_if(|line| line.starts_with('\t')) {
            own.push(next.trim_start_matches('\t'));
        }
        let costs = own.iter().position(|line| line.contains("  (cost="));
        let (text, plan) = own.split_at(costs.unwrap_or(own.len()));
        let text = text.join(" ").trim_start_matches("Query Text: ").to_owned();
        let slow = found.entry(text).or_default();
        slow.times += 1;
        if took > slow.longest {
            (slow.longest, slow.plan) = (took, plan.join("\n"));
        }
    }
    found
}
