//! `ratebook-server doctor`: what an operator has to act on, and what to do. It changes nothing.

mod around;
mod within;

use std::fmt::Write as _;

use serde::Serialize;

use super::settings::{Settings, Sources, Told};
use super::start;
use crate::store::upgrade;

/// How it stands with something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Well.
    Ok,
    /// Somebody should look at it when they have time.
    Look,
    /// Somebody has to act.
    Act,
}

/// What was found.
#[derive(Clone, Debug, Serialize)]
pub struct Finding {
    /// What was looked at, such as `disk`.
    pub what: &'static str,
    /// How it stands with it.
    pub state: State,
    /// What was found.
    pub found: String,
    /// What to do, where there is anything.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub advice: Option<String>,
}

/// What is found, one after the other.
#[derive(Debug, Default)]
struct Findings(Vec<Finding>);

impl Findings {
    fn ok(&mut self, what: &'static str, found: impl Into<String>) {
        self.put(what, State::Ok, found.into(), None);
    }

    fn look(&mut self, what: &'static str, found: impl Into<String>, advice: impl Into<String>) {
        self.put(what, State::Look, found.into(), Some(advice.into()));
    }

    fn act(&mut self, what: &'static str, found: impl Into<String>, advice: impl Into<String>) {
        self.put(what, State::Act, found.into(), Some(advice.into()));
    }

    fn put(&mut self, what: &'static str, state: State, found: String, advice: Option<String>) {
        self.0.push(Finding {
            what,
            state,
            found,
            advice,
        });
    }
}

/// What the words after `doctor` ask for: a text, and 0 where all is well, 1 where somebody should look, 2 where they have to act.
pub async fn doctor(mut words: Vec<String>) -> Result<(String, u8), String> {
    let in_json = words.iter().any(|word| word == "--json");
    words.retain(|word| word != "--json");
    let findings = examined(&Sources::of_process(words)?).await.0;
    let worst = findings.iter().map(|finding| finding.state).max();
    let code = match worst.unwrap_or(State::Act) {
        State::Ok => 0,
        State::Look => 1,
        State::Act => 2,
    };
    let text = match in_json {
        true => serde_json::to_string_pretty(&findings).map_err(|error| error.to_string())? + "\n",
        false => lines(&findings),
    };
    Ok((text, code))
}

fn lines(findings: &[Finding]) -> String {
    let mut text = String::new();
    for finding in findings {
        let state = match finding.state {
            State::Ok => "ok  ",
            State::Look => "look",
            State::Act => "act ",
        };
        // Writing to a text does not fail.
        let _ = writeln!(text, "{state}  {:<10} {}", finding.what, finding.found);
        if let Some(advice) = &finding.advice {
            let _ = writeln!(text, "                 {advice}");
        }
    }
    text
}

async fn examined(sources: &Sources) -> Findings {
    let mut findings = Findings::default();
    match Told::read(sources).and_then(|told| told.settings()) {
        Ok(settings) => {
            around::settings(&settings, &mut findings);
            installation(&settings, &mut findings).await;
        }
        Err(faults) => {
            let advice = "`ratebook-server config` shows where each setting comes from, and what it is";
            faults.lines().for_each(|fault| findings.act("settings", fault, advice));
        }
    }
    findings
}

async fn installation(settings: &Settings, findings: &mut Findings) {
    let packs = start::served(settings);
    match &packs {
        Ok(packs) => {
            let names: Vec<&str> = packs.keys().map(String::as_str).collect();
            findings.ok("packs", format!("loaded: {}", names.join(", ")));
        }
        Err(faults) => {
            let advice =
                "the server does not start by this; mend the file that is named, or name another folder by `pack`";
            faults.lines().for_each(|fault| findings.act("packs", fault, advice));
        }
    }
    around::disks(settings, findings);
    around::pooler(settings, findings).await;
    around::documents(settings, packs.iter().flat_map(|packs| packs.values()), findings).await;
    let store = match start::as_it_is(settings).await {
        Ok(store) => store,
        Err(why) => {
            let advice =
                "look whether the database runs, whether `database` names it, and whether its role may come in";
            return findings.act("database", why, advice);
        }
    };
    around::key(settings, findings);
    around::redis(settings, findings).await;
    if let Err(failure) = within::database(&store, findings).await {
        findings.act(
            "database",
            failure.to_string(),
            "the database does not answer as it should; see its own log",
        );
    }
    for pack in packs.iter().flat_map(|packs| packs.values()) {
        let name = pack.definition().name.clone();
        match upgrade::looked_at(&store, pack, &settings.accept).await {
            Ok((plan, _)) if plan.steps.is_empty() => {
                findings.ok(
                    "upgrade",
                    format!("the tables are those of `{name}` {}", plan.version_after),
                );
            }
            Ok((plan, Ok(()))) => findings.look(
                "upgrade",
                format!(
                    "`{name}` needs {} steps, of which none loses anything unnamed",
                    plan.steps.len()
                ),
                "the next start carries them out; make a backup first",
            ),
            Ok((_, Err(refused))) => findings.act(
                "upgrade",
                format!("`{name}` would lose something: {refused}"),
                "see `ratebook-server migrate --plan`, and name in `accept` what may go",
            ),
            Err(failure) => findings.act("upgrade", failure.to_string(), "see `ratebook-server migrate --plan`"),
        }
    }
    within::backups(&store, settings, findings).await;
    let proofs = within::proofs(&store, settings, findings).await;
    if let Err(failure) = proofs.and(within::work(&store, findings).await) {
        findings.act(
            "work",
            failure.to_string(),
            "the database does not answer as it should; see its own log",
        );
    }
    store.close().await;
}

#[cfg(test)]
mod tests {
    use super::{Findings, State, lines};

    #[test]
    fn a_finding_is_a_line_with_what_to_do() {
        let mut findings = Findings::default();
        findings.ok("disk", "enough");
        findings.act("backups", "none", "set `backup_to`");
        assert_eq!(
            lines(&findings.0),
            "ok    disk       enough\nact   backups    none\n                 set `backup_to`\n"
        );
        assert!(State::Ok < State::Look && State::Look < State::Act);
    }
}
