//! The programs of `README.md`, run as a reader would: what they print must be what their `→` comments promise. The Rust
//! program is a doctest of the crate `ratebook-tests`.

use std::process::Command;

use crate::shell::{Outcome, root};
use crate::suites::Counts;

/// Runs every program of the language with `interpreter`, which takes the text of a program as its last argument.
/// Answers how many ran.
pub fn run(language: &str, interpreter: impl Fn() -> Command) -> Result<u64, String> {
    let text = std::fs::read_to_string(root().join("README.md")).map_err(|error| format!("README.md: {error}"))?;
    let programs = programs(&text, language);
    if programs.is_empty() {
        return Err(format!("README.md has no program in {language}"));
    }
    for program in &programs {
        run_one(program, interpreter()).map_err(|error| format!("README.md, the program in {language}: {error}"))?;
    }
    Ok(programs.len() as u64)
}

/// A program of a README that is also a file, `source`: whether it is there, and prints what it promises when `run` runs it.
pub fn example(readme: &str, language: &str, source: &str, run: impl Fn() -> Result<Command, String>) -> Counts {
    let told = |path: &str| std::fs::read_to_string(root().join(path)).map_err(|error| format!("{path}: {error}"));
    let ran = told(readme).and_then(|text| {
        let source_text = told(source)?;
        let is_shown = |shown: &String| shown.trim_end() == source_text.trim_end();
        if !programs(&text, language).iter().any(is_shown) {
            return Err(format!("no program in {language} is {source}"));
        }
        judged(&source_text, &mut run()?)
    });
    match ran {
        Ok(()) => {
            println!("{readme}: {source} prints what it promises");
            Counts {
                passed: 1,
                ..Counts::default()
            }
        }
        Err(message) => {
            println!("{readme}: {message}");
            Counts::fault(format!("{readme}: {source}: {message}"))
        }
    }
}

fn run_one(program: &str, mut interpreter: Command) -> Outcome {
    judged(program, interpreter.arg(program))
}

fn judged(program: &str, command: &mut Command) -> Outcome {
    let output = command.output().map_err(|error| error.to_string())?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    let printed = String::from_utf8_lossy(&output.stdout).trim_end().to_owned();
    let promised = promised(program);
    if printed == promised {
        Ok(())
    } else {
        Err(format!("promised\n{promised}\nand printed\n{printed}"))
    }
}

/// The blocks of code in one language.
fn programs(text: &str, language: &str) -> Vec<String> {
    let opening = format!("```{language}\n");
    let blocks = text.split(&opening).skip(1);
    blocks
        .filter_map(|rest| rest.split_once("\n```"))
        .map(|(program, _)| program.to_owned())
        .collect()
}

/// What the comments say is printed, line by line.
fn promised(program: &str) -> String {
    let lines = program.lines().filter_map(|line| line.split_once("→ "));
    lines
        .map(|(_, promise)| promise.trim_end())
        .collect::<Vec<_>>()
        .join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_and_promises_are_found() {
        let text = "# A\n\n```python\nprint(1)  # → 1\nprint(2)  # → 2\n```\n\n```js\nx\n```\n";
        let found = programs(text, "python");
        assert_eq!(found, ["print(1)  # → 1\nprint(2)  # → 2"]);
        assert_eq!(promised(&found[0]), "1\n2");
    }

    #[test]
    fn a_broken_promise_is_a_fault() {
        let echo = || {
            let mut shell = Command::new("sh");
            shell.arg("-c");
            shell
        };
        assert!(run_one("echo 1 # → 1", echo()).is_ok());
        assert!(run_one("echo 2 # → 1", echo()).is_err_and(|error| error.contains("printed\n2")));
        assert!(run_one("exit 3", echo()).is_err());
    }
}
