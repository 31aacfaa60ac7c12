//! What is printed: a line as each case is measured, then shares and goals.

use serde_json::{Map, Value, json};

use crate::Figures;
use crate::cases::Case;
use crate::load::Measured;

pub(crate) fn line(name: &str, case: Case, measured: &Measured, per_processor_second: f64) {
    let Measured {
        per_second,
        p50,
        p95,
        p99,
        bytes,
    } = measured;
    println!(
        "{name:<22} {:<14} {per_second:>9.0}/s  p50 {p50:>7.2}  p95 {p95:>7.2}  p99 {p99:>7.2} ms  {per_processor_second:>7.0} per CPU second  {bytes:>6} bytes",
        case.name()
    );
}

/// A goal: ours beside another, in a case, at least so many times as much.
struct Goal {
    base: &'static str,
    beside: &'static str,
    case: Case,
    times: f64,
}

fn goals() -> Vec<Goal> {
    let mut goals = Vec::new();
    for (base, read) in [("SQLite", 0.8), ("PostgreSQL", 0.7)] {
        let floor = [
            (Case::List, 0.9),
            (Case::Deep, 0.9),
            (Case::Read, read),
            (Case::Search, 0.9),
            (Case::Create, 0.5),
            (Case::CreateSpread, 0.5),
            (Case::Price, 2.5),
        ];
        goals.extend(floor.map(|(case, times)| Goal {
            base,
            beside: "floor B",
            case,
            times,
        }));
        for case in Case::ALL
            .into_iter()
            .filter(|case| !matches!(case, Case::Book | Case::Price))
        {
            if base == "SQLite" {
                goals.push(Goal {
                    base,
                    beside: "PocketBase",
                    case,
                    times: 2.5,
                });
            }
            goals.push(Goal {
                base,
                beside: "Fastify",
                case,
                times: 1.7,
            });
            goals.push(Goal {
                base,
                beside: "FastAPI",
                case,
                times: 5.0,
            });
        }
        goals.push(Goal {
            base,
            beside: "Fastify",
            case: Case::Price,
            times: 12.0,
        });
        goals.push(Goal {
            base,
            beside: "FastAPI",
            case: Case::Price,
            times: 45.0,
        });
    }
    goals
}

fn of(figures: &[Figures], name: &str, case: Case) -> Option<f64> {
    let own = figures.iter().find(|figures| figures.name == name)?;
    let found = own.cases.iter().find(|(known, ..)| *known == case)?;
    Some(found.1.per_second)
}

/// Each goal with what it came to.
fn shares(figures: &[Figures]) -> Vec<(Goal, f64)> {
    let share = |goal: Goal| {
        let beside = match goal.beside {
            "PocketBase" => goal.beside.to_owned(),
            other => format!("{other} on {}", goal.base),
        };
        let own = of(figures, &format!("Ratebook on {}", goal.base), goal.case)?;
        let other = of(figures, &beside, goal.case)?;
        Some((goal, own / other))
    };
    goals().into_iter().filter_map(share).collect()
}

/// What is aimed at in figures of their own: the text, ours, whether it is met.
fn alone(figures: &[Figures]) -> Vec<(String, f64, bool)> {
    let mut told = Vec::new();
    for (base, bookings) in [("SQLite", 1_000.0), ("PostgreSQL", 1_500.0)] {
        let name = format!("Ratebook on {base}");
        let Some(own) = figures.iter().find(|figures| figures.name == name) else {
            continue;
        };
        if let Some(rate) = of(figures, &name, Case::Book) {
            told.push((
                format!("{name}: bookings per second, at least {bookings:.0}"),
                rate,
                rate >= bookings,
            ));
        }
        told.push((
            format!("{name}: p95 of a list at one line in ms, at most 5"),
            own.alone,
            own.alone <= 5.0,
        ));
        told.push((
            format!("{name}: memory in MB, at most 150"),
            own.memory as f64,
            own.memory <= 150,
        ));
        if let Some(day) = &own.day {
            told.push((
                format!("{name}: p95 of a mixed day of 1,000 a second by 1,000 clients in ms, at most 50"),
                day.p95,
                day.p95 <= 50.0,
            ));
            told.push((
                format!("{name}: answers a second of that day, at least 990"),
                day.per_second,
                day.per_second >= 990.0,
            ));
        }
        if let Some(replicas) = own.replicas {
            told.push((
                format!("{name}: two servers on one database, times one by processor time, at least 1.7"),
                replicas,
                replicas >= 1.7,
            ));
        }
        if base == "SQLite" {
            told.push((format!("{name}: start in ms, at most 200"), own.cold, own.cold <= 200.0));
        }
    }
    told
}

pub(crate) fn print(figures: &[Figures], rows: usize, as_json: bool) {
    let (shares, alone) = (shares(figures), alone(figures));
    if as_json {
        let cases = |own: &Figures| -> Map<String, Value> {
            let each = own.cases.iter().map(|(case, measured, cpu)| {
                let told = json!({"per_second": measured.per_second, "p50_ms": measured.p50, "p95_ms": measured.p95, "p99_ms": measured.p99,
                    "per_processor_second": cpu, "bytes": measured.bytes});
                (case.name().to_owned(), told)
            });
            each.collect()
        };
        let all: Map<String, Value> = figures
            .iter()
            .map(|own| (own.name.clone(), json!({"cases": cases(own), "start_ms": own.cold, "memory_mb": own.memory, "list_alone_p95_ms": own.alone})))
            .collect();
        let ratios: Vec<Value> = shares
            .iter()
            .map(|(goal, share)| json!({"on": goal.base, "beside": goal.beside, "case": goal.case.name(), "times": share, "goal": goal.times, "met": *share >= goal.times}))
            .collect();
        let others: Vec<Value> = alone
            .iter()
            .map(|(text, value, met)| json!({"goal": text, "value": value, "met": met}))
            .collect();
        println!(
            "{}",
            json!({"rows": rows, "contenders": all, "ratios": ratios, "goals": others})
        );
        return;
    }
    println!("\n{rows} customers of 20 tenants\n");
    print!("{:<22}", "per second");
    for case in Case::ALL {
        print!("{:>14}", case.name());
    }
    println!("{:>10}{:>8}{:>10}", "start ms", "MB", "p95 ms");
    for own in figures {
        print!("{:<22}", own.name);
        for case in Case::ALL {
            match of(figures, &own.name, case) {
                Some(rate) => print!("{rate:>14.0}"),
                None => print!("{:>14}", "–"),
            }
        }
        println!("{:>10.0}{:>8}{:>10.2}", own.cold, own.memory, own.alone);
    }
    println!();
    for (goal, share) in &shares {
        let verdict = if *share >= goal.times { "met" } else { "missed" };
        println!(
            "{verdict:<7} {:<11} {:<14} {share:>7.2}× {:<11} goal ≥ {}×",
            goal.base,
            goal.case.name(),
            goal.beside,
            goal.times
        );
    }
    for (text, value, met) in &alone {
        println!("{:<7} {text}: {value:.1}", if *met { "met" } else { "missed" });
    }
}
