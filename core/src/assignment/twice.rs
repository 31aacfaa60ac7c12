//! Whether somebody is there twice, told in one look at each.

use super::Candidate;

/// The id of somebody who is there twice.
pub(super) fn twice(candidates: &[Candidate]) -> Option<&str> {
    let ids = || candidates.iter().map(|one| one.id.as_str());
    if ids().zip(ids().skip(1)).all(|(one, next)| one < next) {
        return None;
    }
    by_places(candidates).unwrap_or_else(|| by_order(ids().collect()))
}

/// So many looks for each id; more are needed only when somebody chose ids whose numbers collide.
const MOST_LOOKS: usize = 8;

/// By a table of those seen, in which an id's place follows from its bytes. Nothing when that takes too long.
fn by_places(candidates: &[Candidate]) -> Option<Option<&str>> {
    let size = candidates.len().saturating_mul(2).next_power_of_two();
    // A power of two less one: what is left of a number by it is within the table.
    let mask = u64::try_from(size.checked_sub(1)?).ok()?;
    let mut seen: Vec<Option<&str>> = vec![None; size];
    let mut looks = candidates.len().saturating_mul(MOST_LOOKS);
    for one in candidates {
        let mut place = usize::try_from(number_of(&one.id) & mask).ok()?;
        loop {
            let slot = seen.get_mut(place)?;
            match slot {
                None => {
                    *slot = Some(&one.id);
                    break;
                }
                Some(id) if *id == one.id => return Some(Some(&one.id)),
                Some(_) => place = if place + 1 < size { place + 1 } else { 0 },
            }
            looks = looks.checked_sub(1)?;
        }
    }
    Some(None)
}

fn by_order(mut ids: Vec<&str>) -> Option<&str> {
    ids.sort_unstable();
    let mut pairs = ids.iter().zip(ids.iter().skip(1));
    pairs.find(|(one, other)| one == other).map(|(one, _)| *one)
}

fn number_of(id: &str) -> u64 {
    let mut number: u64 = 0x9e37_79b9_7f4a_7c15;
    for bytes in id.as_bytes().chunks(8) {
        let word = bytes
            .iter()
            .rev()
            .fold(0_u64, |word, byte| word << 8 | u64::from(*byte));
        number = (number ^ word).wrapping_mul(0xff51_afd7_ed55_8ccd);
        number ^= number >> 32;
    }
    number
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(ids: &[String]) -> Vec<Candidate> {
        let candidate = |id: &String| Candidate {
            id: id.clone(),
            ..Candidate::default()
        };
        ids.iter().map(candidate).collect()
    }

    #[test]
    fn the_same_one_is_found() {
        let mut ids: Vec<String> = (0..2_000).rev().map(|number| format!("agent-{number}")).collect();
        let candidates = named(&ids);
        assert_eq!(twice(&candidates), None);
        assert_eq!(by_places(&candidates), Some(None));
        ids.push("agent-77".to_owned());
        let candidates = named(&ids);
        assert_eq!(twice(&candidates), Some("agent-77"));
        assert_eq!(by_order(ids.iter().map(String::as_str).collect()), Some("agent-77"));
        assert_eq!(twice(&[]), None);
        assert_eq!(twice(&named(&[String::new(), String::new()])), Some(""));
    }
}
