//! The project's chores. `cargo xtask` without a word lists them.

mod at_once;
mod bench;
mod builds;
mod check;
mod clients;
mod ddl;
mod docs;
mod examples;
mod generate;
mod mobile;
mod publish;
mod readme;
mod reports;
mod rules;
mod rust;
mod scratch;
mod shell;
mod statements;
mod suites;
mod tidy;
mod uniffi;
mod vectors;
mod version;
mod web;

use std::process::ExitCode;

use shell::Outcome;

const HELP: &str = "\
cargo xtask check                 formatting, clippy, tidy, generated files, licences
cargo xtask tidy                  the habits of the house, as far as a program can tell
cargo xtask test [--only SUITE]   every suite: core, server, python, node, swift, kotlin, uniffi, web, examples
cargo xtask generate [--check]    all that is made from the declarations in core
cargo xtask vectors               areas × languages: conformance vectors run and existing
cargo xtask codes                 every code, what it means, and how many vectors state it
cargo xtask rules [--strict] [DIR] what each pack promises, and what the last `test` has shown of it
cargo xtask docs                  the pages with their examples and links, and the crate's documentation
cargo xtask bench [AREA] [--json] ours beside what people use today, in one run
cargo xtask bench server --soak [--minutes N] | --load   a mixed day for long; at 300 and 1,000 requests a second, with the slowest statements
cargo xtask version [NEW]         the one version of all packages: shown, or set everywhere";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["check"] => check::run(),
        ["tidy"] => tidy::run(),
        ["test"] => suites::run_all(None),
        ["test", "--only", suite] => suites::run_all(Some(suite)),
        ["generate"] => generate::run(false),
        ["generate", "--check"] => generate::run(true),
        ["vectors"] => vectors::run_all(),
        ["codes"] => docs::codes(),
        ["rules", rest @ ..] => rules::run(rest),
        ["docs"] => docs::run(),
        ["bench", rest @ ..] => bench::run_area(rest),
        ["version"] => version::show(),
        ["version", new] => version::set(new),
        _ => {
            println!("{HELP}");
            return if words.is_empty() {
                ExitCode::SUCCESS
            } else {
                ExitCode::from(2)
            };
        }
    };
    finish(outcome)
}

fn finish(outcome: Outcome) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("xtask: {message}");
            ExitCode::FAILURE
        }
    }
}
