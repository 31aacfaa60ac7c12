//! Pages of a search over records in memory equal brute force over their fields.

use proptest::prelude::*;
use uuid::Uuid;

use super::sql;
use super::{Entry, Hit, MOST_FOUND, Search, Step, Term, Tier, WALKED, folded};

const TENANT: Uuid = Uuid::from_u128(7);

/// Records as a database would keep them.
struct Records(Vec<(Uuid, Entry, Vec<String>)>);

impl Records {
    fn new(records: Vec<Vec<String>>) -> Records {
        let kept = records.into_iter().enumerate().map(|(at, fields)| {
            let entry = Entry::new(TENANT, fields.iter().map(String::as_str));
            // Any order of ids.
            let id = Uuid::from_u128(8 + (at as u128 ^ 5));
            (id, entry, fields)
        });
        Records(kept.collect())
    }

    /// What the statements would answer.
    fn answer(&self, term: &Term, step: &Step) -> Vec<(Uuid, Option<Tier>)> {
        match step {
            Step::Find { every, some, most } => {
                let has = |entry: &Entry, gram: &i32| entry.grams.binary_search(gram).is_ok();
                let found = self.0.iter().filter(|(_, entry, _)| {
                    every.iter().all(|gram| has(entry, gram)) && some.iter().any(|gram| has(entry, gram))
                });
                let rows = found.map(|(id, entry, _)| (*id, term.tier(&entry.text)));
                rows.take(*most).collect()
            }
            Step::Walk {
                tier,
                after,
                among,
                most,
            } => {
                let [mine, better, best] = sql::walked(term, *tier);
                let is = |text: &str| text.contains(&mine) && !text.contains(&better) && !text.contains(&best);
                let mut behind: Vec<_> = self.0.iter().filter(|(id, ..)| id > after).collect();
                behind.sort_by_key(|(id, ..)| *id);
                let met = behind.into_iter().take(*among).filter(|(_, entry, _)| is(&entry.text));
                let ids = met.map(|(id, ..)| *id);
                ids.take(*most).map(|id| (id, Some(*tier))).collect()
            }
        }
    }

    fn search(&self, typed: &str, after: Option<Hit>, limit: usize) -> Vec<Hit> {
        let Some(term) = Term::new(TENANT, typed) else {
            return Vec::new();
        };
        let mut search = Search::new(term, after, limit);
        while let Some(step) = search.step() {
            let rows = self.answer(search.term(), &step);
            search.take(&rows);
        }
        search.page()
    }

    /// Every record that is found, in order, told from its fields alone.
    fn brute_force(&self, typed: &str) -> Vec<Hit> {
        let term = folded(typed);
        let hits = self.0.iter().filter_map(|(id, _, fields)| {
            let tiers = fields.iter().filter_map(|field| tier_by_hand(&folded(field), &term));
            tiers.min().map(|tier| Hit { tier, id: *id })
        });
        let mut hits: Vec<Hit> = hits.filter(|_| !term.is_empty()).collect();
        hits.sort();
        hits
    }
}

fn tier_by_hand(field: &str, term: &str) -> Option<Tier> {
    let word = |letter: char| letter.is_alphanumeric() || unicode_normalization::char::is_combining_mark(letter);
    let starts = field.char_indices().map(|(at, _)| at);
    let found = starts.filter(|&at| field[at..].starts_with(term)).map(|at| {
        let before = field[..at].chars().next_back();
        match before {
            None if field.len() == term.len() => Tier::Exact,
            None => Tier::Prefix,
            Some(before) if !word(before) && term.starts_with(word) => Tier::Word,
            Some(_) => Tier::Part,
        }
    });
    found.min()
}

fn pages(records: &Records, typed: &str, limit: usize) -> Vec<Hit> {
    let (mut all, mut after) = (Vec::new(), None);
    loop {
        let page = records.search(typed, after, limit);
        let Some(last) = page.last() else { return all };
        after = Some(*last);
        all.extend(page);
    }
}

proptest! {
    #[test]
    fn pages_equal_brute_force(
        records in proptest::collection::vec(proptest::collection::vec("[aAbàÀß@ .]{0,7}|ΣΑΣ|\\PC{0,4}", 0..4), 0..60),
        typed in "[aAbàß@ .]{1,6}|σας|\\PC{1,3}",
        limit in 1_usize..9,
    ) {
        let records = Records::new(records);
        prop_assert_eq!(pages(&records, &typed, limit), records.brute_force(&typed));
    }

    #[test]
    fn every_part_of_a_field_finds_its_record(field in "\\PC{1,12}", start in 0_usize..12, length in 1_usize..12) {
        let field = folded(&field);
        let part: String = field.chars().skip(start).take(length).collect();
        let records = Records::new(vec![vec![field]]);
        let found = records.search(&part, None, 1);
        prop_assert_eq!(found.len(), usize::from(!folded(&part).is_empty()));
    }

    #[test]
    fn a_kept_text_gives_its_entry_again(fields in proptest::collection::vec("[aé ß.@ΣI]{0,5}|\\PC{0,4}", 0..4)) {
        let entry = Entry::new(TENANT, fields.iter().map(String::as_str));
        prop_assert_eq!(Entry::kept(TENANT, &entry.text), entry);
    }

    #[test]
    fn folding_twice_is_folding_once(text in "\\PC{0,12}") {
        prop_assert_eq!(folded(&folded(&text)), folded(&text));
    }
}

#[test]
fn tiers_with_more_records_than_are_listed_are_walked() {
    let names = ["Anna", "an", "Ms An", "Han", "Bo An Han", "bob"];
    // Names of the last records lie together, behind all that a walk reads.
    let name = |at: usize| {
        if at < WALKED + MOST_FOUND {
            names[at % names.len()]
        } else {
            "Zoran xan"
        }
    };
    let records = (0..WALKED + 3 * MOST_FOUND).map(|at| vec![name(at).to_owned(), format!("c{at:05}")]);
    let records = Records::new(records.collect());
    for typed in [
        "an", "a", "c", "c0", "c01", "bob", "00", "n", "anna", "c00017", "zz", "ms an", "ha", "b", "99", "9",
    ] {
        let all = records.brute_force(typed);
        let some = records.search(typed, all.get(120).copied(), 100);
        let behind = if all.len() > 120 { 121 } else { 0 };
        assert_eq!(some, all[behind..all.len().min(behind + 100)], "{typed}");
        assert_eq!(records.search(typed, None, 50), all[..all.len().min(50)], "{typed}");
    }
}

#[test]
fn case_does_not_count_and_accents_do() {
    let records = Records::new(vec![vec!["ÉMILE Zola".to_owned()], vec!["Emile".to_owned()]]);
    let found = |typed: &str| {
        records
            .search(typed, None, 9)
            .iter()
            .map(|hit| hit.tier)
            .collect::<Vec<_>>()
    };
    assert_eq!(found("e\u{301}m"), [Tier::Prefix]);
    assert_eq!(found("ZOLA"), [Tier::Word]);
    assert_eq!(found(" emile "), [Tier::Exact]);
    assert_eq!(found("mile"), [Tier::Part, Tier::Part]);
    assert!(found("  ").is_empty());
}

#[test]
fn keys_of_grams_stay_what_databases_keep() {
    let tenant = Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0001);
    let entry = Entry::new(tenant, ["Bo Li"]);
    assert_eq!(entry.text, "\u{2}bo \u{1}li\u{2}");
    assert_eq!(entry.grams.len(), 9);
    // The sum of the keys: hardly any other function of them has the same.
    let sum: i64 = entry.grams.iter().map(|&gram| i64::from(gram)).sum();
    assert_eq!(sum, 6_877_302_438);
}

#[test]
fn a_term_asks_for_few_grams() {
    let term = Term::new(TENANT, "a very long term of more than twenty letters").unwrap();
    let (every, some) = term.grams(None);
    assert_eq!((every.len(), some.len()), (10, 3));
    assert_eq!(term.grams(Some(Tier::Exact)).1.len(), 1);
    assert_eq!(sql::asked(&[-1], &[0, 1]), "vvvvvv3 AND (0000000 OR 1000000)");
}
