use std::cmp::{Ordering, Reverse};
use std::collections::HashSet;

use super::hours::{Clocks, faults};
use super::{AssignmentChoice, AssignmentStrategy, Candidate, ChooseRequest, LeftOut, LeftOutWhy, RoundRobinTurn};
use crate::fault::{Family, Faults, Limits, Pointer};
use crate::time::Instant;
use crate::{Code, Error, Reason, Result};

/// Chooses who takes it: the same candidates give the same choice.
pub fn choose(request: ChooseRequest) -> Result<AssignmentChoice> {
    request.bounded()?;
    let mut left_out = Vec::new();
    let Able {
        mut able,
        by_load_instead,
    } = able(&request, |one, why| {
        let lacks = if why == LeftOutWhy::Skill {
            request.lacked_by(one)
        } else {
            Vec::new()
        };
        let id = one.id.clone();
        left_out.push(LeftOut { id, why, lacks });
    })?;
    let order = Order::of(&request, by_load_instead);
    match order {
        // They stand in the order of turns already.
        Order::Turns(next) => {
            let first = able.partition_point(|place| *place < next);
            able.rotate_left(first);
        }
        _ => able.sort_unstable_by(|one, other| order.compare(&request.candidates, *one, *other)),
    }
    let stays = request.staying(&able);
    if let Some(stays) = stays
        && let Some(among) = able.iter().position(|place| *place == stays)
        && let Some(first) = able.get_mut(..=among)
    {
        first.rotate_right(1);
    }
    let name = |place: &usize| request.candidates.get(*place).map(|one| one.id.clone());
    let ranking: Vec<String> = able.iter().filter_map(name).collect();
    let id = ranking.first().cloned();
    let turn = match request.strategy {
        AssignmentStrategy::RoundRobin(turn) => Some(turn.then(id.as_ref().filter(|_| stays.is_none()))),
        _ => None,
    };
    Ok(AssignmentChoice {
        id,
        ranking,
        left_out,
        by_load_instead,
        stayed: stays.is_some(),
        turn,
    })
}

/// Who [`choose`] would choose, without the ranking and without the reasons: the fast way when nobody reads them.
///
/// ```
/// use ratebook::assignment::{AssignmentStrategy, Candidate, ChooseRequest, pick};
/// # fn main() -> ratebook::Result<()> {
/// let agent = |id: &str, load| Candidate::new(id).with_load(load).with_capacity(10);
/// let request = ChooseRequest::new([agent("ann", 4), agent("bob", 2)], AssignmentStrategy::LeastLoaded);
/// assert_eq!(pick(&request)?.map(|one| one.id.as_str()), Some("bob"));
/// # Ok(()) }
/// ```
pub fn pick(request: &ChooseRequest) -> Result<Option<&Candidate>> {
    let Able { able, by_load_instead } = able(request, |_, _| ())?;
    let order = Order::of(request, by_load_instead);
    let first = match order {
        Order::Turns(next) => able
            .get(able.partition_point(|place| *place < next))
            .or(able.first())
            .copied(),
        _ => able
            .iter()
            .copied()
            .min_by(|one, other| order.compare(&request.candidates, *one, *other)),
    };
    let chosen = request.staying(&able).or(first);
    Ok(chosen.and_then(|place| request.candidates.get(place)))
}

/// Those who can take it, by their places, in the order of the candidates.
#[derive(Debug)]
struct Able {
    able: Vec<usize>,
    by_load_instead: bool,
}

/// Looks at every candidate once, and tells of each who is left out why.
fn able<'r>(request: &'r ChooseRequest, mut leave_out: impl FnMut(&'r Candidate, LeftOutWhy)) -> Result<Able> {
    let mut reasons: Vec<Reason> = twice(&request.candidates).map(there_twice).into_iter().collect();
    reasons.extend(alike(&request.candidates));
    reasons.extend(faults(&request.candidates, request.now));
    Error::unless_empty(reasons)?;
    let mut clocks = request.now.map(Clocks::at);
    let (mut able, mut unskilled) = (Vec::with_capacity(request.candidates.len()), Vec::new());
    // Those who only lack a skill are left out once it is known that somebody does not.
    let mut lacking = Vec::new();
    for (place, one) in request.candidates.iter().enumerate() {
        match request.unfit(one, clocks.as_mut()) {
            None => able.push(place),
            Some(LeftOutWhy::Skill) => {
                unskilled.push(place);
                lacking.push((place, one, LeftOutWhy::Skill));
            }
            Some(why) => lacking.push((place, one, why)),
        }
    }
    let by_load_instead = request.strategy == AssignmentStrategy::BestSkill && able.is_empty() && !unskilled.is_empty();
    for (_, one, why) in lacking {
        if !(by_load_instead && why == LeftOutWhy::Skill) {
            leave_out(one, why);
        }
    }
    Ok(Able {
        able: if by_load_instead { unskilled } else { able },
        by_load_instead,
    })
}

/// Who comes before whom.
#[derive(Clone, Copy, Debug)]
enum Order {
    /// From that place on, and then from the beginning.
    Turns(usize),
    Load,
    FewestSkills,
}

impl Order {
    fn of(request: &ChooseRequest, by_load_instead: bool) -> Order {
        match &request.strategy {
            AssignmentStrategy::RoundRobin(turn) => Order::Turns(turn.next(&request.candidates)),
            AssignmentStrategy::BestSkill if !by_load_instead => Order::FewestSkills,
            _ => Order::Load,
        }
    }

    fn compare(self, candidates: &[Candidate], one: usize, other: usize) -> Ordering {
        let (Some(first), Some(second)) = (candidates.get(one), candidates.get(other)) else {
            return one.cmp(&other);
        };
        match self {
            Order::Turns(next) => (one < next, one).cmp(&(other < next, other)),
            Order::Load => first.less_loaded(second),
            Order::FewestSkills => {
                let by_skills = first.skills.len().cmp(&second.skills.len());
                by_skills.then_with(|| first.less_loaded(second))
            }
        }
    }
}

impl ChooseRequest {
    /// Why somebody cannot take it; a skill is what is looked at last.
    fn unfit<'r>(&self, one: &'r Candidate, clocks: Option<&mut Clocks<'r>>) -> Option<LeftOutWhy> {
        let named = match &self.strategy {
            AssignmentStrategy::Named(name) => *name == one.id,
            _ => true,
        };
        let elsewhere = |area: &String| !one.areas.is_empty() && !one.areas.contains(area);
        if !named {
            Some(LeftOutWhy::NotNamed)
        } else if one.absent {
            Some(LeftOutWhy::Absent)
        } else if one.hours.is_some() && clocks.is_some_and(|clocks| !clocks.show_work(one)) {
            Some(LeftOutWhy::OutsideHours)
        } else if one.limit.is_some_and(|limit| one.load >= limit) {
            Some(LeftOutWhy::AtLimit)
        } else if self.area.as_ref().is_some_and(elsewhere) {
            Some(LeftOutWhy::Area)
        } else {
            let able = self.skills.iter().all(|skill| one.skills.contains(skill));
            (!able).then_some(LeftOutWhy::Skill)
        }
    }

    fn lacked_by(&self, one: &Candidate) -> Vec<String> {
        let lacked = self.skills.iter().filter(|skill| !one.skills.contains(skill));
        lacked.cloned().collect()
    }

    /// Who had this customer before, when they can take it.
    fn staying(&self, able: &[usize]) -> Option<usize> {
        let id = self.stays_with.as_ref()?;
        let is = |place: &usize| self.candidates.get(*place).is_some_and(|one| one.id == *id);
        able.iter().copied().find(is)
    }
}

/// So many who got something before are remembered.
const MOST_EARLIER: usize = 50;

impl RoundRobinTurn {
    /// The place after the last one whose turn it was. Had they stayed, nobody who could take it would stand between the one before
    /// them and them, so that after those who have left the turns go on as if they had not.
    fn next(&self, candidates: &[Candidate]) -> usize {
        let place = |id: &String| candidates.iter().position(|one| one.id == *id);
        let last = || {
            let all = candidates.iter().enumerate();
            let assigned = all.filter_map(|(place, one)| one.last_assigned_at.map(|at| (at, place)));
            let last: Option<(Instant, usize)> = assigned.max();
            last.map(|(_, place)| place)
        };
        let Some(after) = &self.after else { return 0 };
        let known = place(after).or_else(|| self.earlier.iter().find_map(place));
        known.or_else(last).map_or(0, |place| place + 1)
    }

    /// Whose turn it was, once somebody has got theirs.
    fn then(self, chosen: Option<&String>) -> RoundRobinTurn {
        let Some(chosen) = chosen else { return self };
        let before = self.after.into_iter().chain(self.earlier);
        let mut earlier: Vec<String> = before.filter(|one| one != chosen).collect();
        earlier.truncate(MOST_EARLIER);
        RoundRobinTurn {
            after: Some(chosen.clone()),
            earlier,
        }
    }
}

impl Candidate {
    /// Who comes first by load: the lower share of capacity, then who has waited longest, then the higher priority, then
    /// the id, so that no two are equal.
    fn less_loaded(&self, other: &Candidate) -> Ordering {
        let share = |one: &Candidate, by: &Candidate| u64::from(one.load) * u64::from(by.capacity.max(1));
        let rest = |one: &Candidate| (one.last_assigned_at, Reverse(one.priority));
        let by_share = share(self, other).cmp(&share(other, self));
        by_share
            .then_with(|| rest(self).cmp(&rest(other)))
            .then_with(|| self.id.cmp(&other.id))
    }
}

/// The id of somebody who is there twice.
fn twice(candidates: &[Candidate]) -> Option<&str> {
    let ids = || candidates.iter().map(|one| one.id.as_str());
    // Most lists come in order.
    if ids().is_sorted_by(|one, next| one < next) {
        return None;
    }
    let mut seen = HashSet::with_capacity(candidates.len());
    ids().find(|id| !seen.insert(*id))
}

/// Candidates whose ids look like those of others.
fn alike(candidates: &[Candidate]) -> Vec<Reason> {
    let mut faults = Faults::new(Family::Request);
    let ids = candidates.iter().map(|one| Some(one.id.as_str()));
    faults.look_alikes_in(&Pointer::at("/candidates"), "id", ids);
    faults.into_reasons()
}

#[cold]
fn there_twice(id: &str) -> Reason {
    let message = format!("`{}` is there twice", crate::money::shortened(id));
    Reason::new(Code::RequestConflict, "/candidates", message)
}
