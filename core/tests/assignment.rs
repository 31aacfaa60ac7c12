//! The laws of assignment: turns are fair however people come and go, and the choice is what a plain reading of the rules says.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

use std::collections::BTreeMap;

use proptest::prelude::*;
use ratebook::Code;
use ratebook::assignment::{AssignmentStrategy, Candidate, ChooseRequest, LeftOutWhy, RoundRobinTurn, choose, pick};
use ratebook::time::{Instant, OpeningHours, Zone};
use serde_json::json;

fn at(seconds: i64) -> Instant {
    Instant::from_microseconds(seconds * 1_000_000).unwrap()
}

/// What happens before an assignment: somebody goes offline, comes back, leaves for good or is new.
#[derive(Clone, Copy, Debug)]
enum Change {
    Nothing,
    Offline(usize),
    Online(usize),
    Leaves(usize),
    Joins(usize),
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        4 => Just(Change::Nothing),
        2 => (0..12_usize).prop_map(Change::Offline),
        2 => (0..12_usize).prop_map(Change::Online),
        1 => (0..12_usize).prop_map(Change::Leaves),
        1 => (0..12_usize).prop_map(Change::Joins),
    ]
}

#[test]
fn so_many_candidates_are_refused_before_anybody_is_chosen() {
    let candidates =
        |count: usize| -> Vec<Candidate> { (0..count).map(|one| Candidate::new(format!("{one}"))).collect() };
    let asked = |count| choose(ChooseRequest::new(candidates(count), AssignmentStrategy::LeastLoaded));
    assert!(asked(20_000).is_ok());
    let error = asked(20_001).unwrap_err();
    let reason = error.reasons().next().unwrap();
    assert_eq!((reason.code, reason.path.as_str()), (Code::RequestRange, "/candidates"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn in_any_window_those_who_stay_get_the_same_or_one_more(changes in prop::collection::vec(change(), 1..80)) {
        // Everybody whom there may be, in the order of turns: there, and online.
        let mut team = [(true, true); 12];
        (0..12).filter(|one| one % 3 == 2).for_each(|one| team[one].0 = false);
        let mut turn = RoundRobinTurn::default();
        // Of each assignment who could have taken it, and who got it.
        let mut log: Vec<([bool; 12], usize)> = Vec::new();
        for change in changes {
            match change {
                Change::Nothing => {}
                Change::Offline(one) => team[one].1 = false,
                Change::Online(one) => team[one].1 = true,
                Change::Leaves(one) => team[one].0 = false,
                Change::Joins(one) => team[one].0 = true,
            }
            let there = team.iter().enumerate().filter(|(_, (there, _))| *there);
            let candidates: Vec<Candidate> = there
                .map(|(one, (_, online))| Candidate::new(format!("{}", (one * 7) % 12)).with_absent(!online).with_capacity(1))
                .collect();
            let request = ChooseRequest::new(candidates, AssignmentStrategy::RoundRobin(turn.clone()));
            let choice = choose(request).unwrap();
            turn = choice.turn.unwrap();
            if let Some(id) = choice.id {
                let chosen = (0..12).find(|one| format!("{}", (one * 7) % 12) == id).unwrap();
                log.push((team.map(|(there, online)| there && online), chosen));
            } else {
                prop_assert!(team.iter().all(|(there, online)| !(*there && *online)));
            }
        }
        for first in 0..log.len() {
            let mut stayed = [true; 12];
            let mut counts = [0_u32; 12];
            for (available, chosen) in &log[first..] {
                prop_assert!(available[*chosen]);
                counts[*chosen] += 1;
                (0..12).for_each(|one| stayed[one] &= available[one]);
                let all: Vec<u32> = (0..12).filter(|one| stayed[*one]).map(|one| counts[one]).collect();
                if let (Some(least), Some(most)) = (all.iter().min(), all.iter().max()) {
                    prop_assert!(most - least <= 1, "{log:?} from {first}");
                }
            }
        }
    }

    #[test]
    fn the_choice_is_what_the_rules_say(
        people in prop::collection::vec(
            (any::<bool>(), 0_u32..5, 1_u32..4, prop::option::of(0_i64..4), prop::option::of(1_u32..5), 0_u8..8, 0_u8..4), 0..9),
        skills in 0_u8..8, area in prop::option::of(0_u8..3), strategy in 0_u8..4, stays in prop::option::of(0_usize..9),
    ) {
        let listed = |names: &[&str], bits: u8| -> Vec<String> {
            let those = names.iter().enumerate().filter(|(number, _)| bits >> number & 1 == 1);
            those.map(|(_, name)| (*name).to_owned()).collect()
        };
        let (abilities, areas) = (["de", "it", "visa"], ["north", "south"]);
        let candidates: Vec<Candidate> = people.iter().enumerate().map(|(number, one)| {
            let mut candidate = Candidate::new(format!("p{}", (number * 5) % 9)).with_absent(one.0 && number % 3 == 0).with_load(one.1)
                .with_capacity(one.2).with_skills(listed(&abilities, one.5)).with_areas(listed(&areas, one.6));
            candidate.last_assigned_at = one.3.map(at);
            candidate.limit = one.4;
            candidate
        }).collect();
        let strategy = match strategy {
            0 => AssignmentStrategy::LeastLoaded,
            1 => AssignmentStrategy::BestSkill,
            2 => AssignmentStrategy::Named("p5".to_owned()),
            _ => AssignmentStrategy::RoundRobin(RoundRobinTurn::default().with_after("p1")),
        };
        let mut request = ChooseRequest::new(candidates.clone(), strategy.clone()).with_skills(listed(&abilities, skills));
        request.area = area.map(|area| ["north", "south", "west"][usize::from(area)].to_owned());
        request.stays_with = stays.map(|number| format!("p{number}"));
        let otherwise_fit = |one: &Candidate| {
            !one.absent && one.limit.is_none_or(|limit| one.load < limit)
                && (strategy != AssignmentStrategy::Named("p5".to_owned()) || one.id == "p5")
                && request.area.as_ref().is_none_or(|area| one.areas.is_empty() || one.areas.contains(area))
        };
        let skilled = |one: &Candidate| request.skills.iter().all(|skill| one.skills.contains(skill));
        let mut fit: Vec<&Candidate> = candidates.iter().filter(|one| otherwise_fit(one) && skilled(one)).collect();
        let instead = strategy == AssignmentStrategy::BestSkill && fit.is_empty();
        if instead {
            fit = candidates.iter().filter(|one| otherwise_fit(one)).collect();
        }
        let load = |one: &Candidate| {
            (u64::from(one.load) * 5_040 / u64::from(one.capacity), one.last_assigned_at, one.id.clone())
        };
        match strategy {
            AssignmentStrategy::RoundRobin(_) => {
                let last = candidates.iter().position(|one| one.id == "p1");
                let last = last.or_else(|| {
                    let all = candidates.iter().enumerate().filter(|(_, one)| one.last_assigned_at.is_some());
                    all.max_by_key(|(place, one)| (one.last_assigned_at, *place)).map(|(place, _)| place)
                });
                let count = candidates.len();
                let turn = |one: &Candidate| {
                    let place = candidates.iter().position(|other| other.id == one.id).unwrap();
                    last.map_or(place, |last| (place + count - last - 1) % count)
                };
                fit.sort_by_key(|one| turn(one));
            }
            AssignmentStrategy::BestSkill if !instead => fit.sort_by_key(|one| (one.skills.len(), load(one))),
            _ => fit.sort_by_key(|one| load(one)),
        }
        let stayed = fit.iter().position(|one| Some(&one.id) == request.stays_with.as_ref());
        if let Some(stayed) = stayed {
            let one = fit.remove(stayed);
            fit.insert(0, one);
        }
        let ranking: Vec<String> = fit.iter().map(|one| one.id.clone()).collect();
        let choice = choose(request.clone()).unwrap();
        prop_assert_eq!(&choice.ranking, &ranking);
        prop_assert_eq!(choice.id.as_ref(), ranking.first());
        prop_assert_eq!(choice.stayed, stayed.is_some());
        prop_assert_eq!(choice.by_load_instead, instead && !ranking.is_empty());
        prop_assert_eq!(choice.ranking.len() + choice.left_out.len(), candidates.len());
        for one in &choice.left_out {
            let whole = candidates.iter().find(|candidate| candidate.id == one.id).unwrap();
            prop_assert_eq!(one.why == LeftOutWhy::Skill, otherwise_fit(whole));
            let lacks = request.skills.iter().filter(|skill| !whole.skills.contains(skill));
            let lacks: Vec<&String> = lacks.filter(|_| one.why == LeftOutWhy::Skill).collect();
            prop_assert_eq!(one.lacks.iter().collect::<Vec<_>>(), lacks);
        }
        let picked = pick(&request).unwrap().map(|one| one.id.clone());
        prop_assert_eq!(picked, choice.id);
    }

    #[test]
    fn those_who_work_now_are_those_whose_hours_are_open(
        zone in prop::sample::select(vec!["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "UTC"]),
        minute in 20_000_000_i64..35_000_000, near in -6_000_i64..6_000, close in any::<bool>(),
        hours in prop::collection::vec((0_i64..1_440, 1_i64..1_440, prop::option::of((-1_i32..2, any::<bool>()))), 1..5),
    ) {
        let zone: Zone = zone.parse().unwrap();
        let change = zone.next_change(at(minute * 60)).filter(|_| close);
        let now = at(change.map_or(minute * 60, |change| change.seconds() + near * 60));
        let time = |minutes: i64| format!("{:02}:{:02}", minutes / 60 % 24, minutes % 60);
        let works: Vec<OpeningHours> = hours.iter().map(|(opens, length, exception)| {
            let window = json!({"opens": time(*opens), "closes": time(opens + length)});
            let exceptions: Vec<_> = exception.iter().map(|(late, open)| {
                let day = zone.day_of(now).plus(*late).unwrap();
                let other = json!({"opens": time(opens + 300), "closes": time(opens + 700)});
                json!({"days": {"first": day, "last": day}, "windows": if *open { vec![other] } else { vec![] }})
            }).collect();
            serde_json::from_value(json!({"windows": [window], "exceptions": exceptions})).unwrap()
        }).collect();
        let candidates = works.iter().enumerate().map(|(number, hours)| Candidate::new(number.to_string()).with_hours(hours.clone()).with_zone(zone.clone()));
        let request = ChooseRequest::new(candidates, AssignmentStrategy::LeastLoaded).with_now(now);
        let choice = choose(request).unwrap();
        let left_out: BTreeMap<String, LeftOutWhy> = choice.left_out.into_iter().map(|one| (one.id, one.why)).collect();
        for (number, hours) in works.iter().enumerate() {
            let expected = (!hours.is_open(now, &zone)).then_some(LeftOutWhy::OutsideHours);
            prop_assert_eq!(left_out.get(&number.to_string()).copied(), expected);
        }
    }
}
