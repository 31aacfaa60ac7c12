//! What happened, looked at for one target: the stretches in which its time ran, and whether it was met.

use super::case::{DeadlineCase, DeadlineEntry};
use super::policy::{DeadlinePolicy, SECOND, Target};
use crate::form::Pointer;
use crate::money::shortened;
use crate::time::Instant;
use crate::{Code, Error, Result};

/// A case up to a moment, its entries in order.
#[derive(Debug)]
pub(super) struct Replay<'c> {
    policy: &'c DeadlinePolicy,
    case: &'c DeadlineCase,
    entries: Vec<&'c DeadlineEntry>,
    now: Instant,
    received: i64,
    /// Business time in which the time of the target at hand ran: counted from 1970, in microseconds.
    ran: Vec<(i64, i64)>,
}

/// Where a target stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Standing<'c> {
    pub(super) priority: &'c str,
    pub(super) agent: Option<&'c str>,
    pub(super) paused: bool,
    pub(super) met_at: Option<Instant>,
    /// The time that it has, and the time that ran; in microseconds.
    pub(super) allowed: i64,
    pub(super) used: i64,
    /// Business time when it was met, or now.
    end: i64,
    pub(super) due_at: Instant,
    pub(super) breached: bool,
}

/// What the entries so far make of a target.
#[derive(Clone, Copy, Debug)]
struct So<'c> {
    priority: &'c str,
    agent: Option<&'c str>,
    paused: bool,
    /// With the priority and the agent of that moment: what comes later does not change the verdict.
    met: Option<(Instant, &'c str, Option<&'c str>)>,
    /// Since when its time runs.
    since: Option<i64>,
}

impl<'c> Replay<'c> {
    pub(super) fn new(policy: &'c DeadlinePolicy, case: &'c DeadlineCase, now: Instant) -> Result<Replay<'c>> {
        // What happens after the moment is not known at it.
        let mut entries: Vec<_> = case.history.iter().filter(|entry| entry.at <= now).collect();
        if !entries.is_sorted_by_key(|entry| entry.at) {
            entries.sort_by_key(|entry| entry.at);
        }
        Ok(Replay {
            policy,
            case,
            entries,
            now,
            received: passed_at(policy, case.received_at)?,
            ran: Vec::new(),
        })
    }

    /// Where a target stands; nothing when its priority has no deadline for it.
    pub(super) fn standing(&mut self, number: usize, target: &Target) -> Result<Option<Standing<'c>>> {
        let (so, end_at) = self.run(target)?;
        let (priority, agent) = so
            .met
            .map_or((so.priority, so.agent), |(_, priority, agent)| (priority, agent));
        let times = self.policy.times(priority).ok_or_else(|| self.unknown(priority))?;
        let Some(allowed) = times.get(number).copied().flatten() else {
            return Ok(None);
        };
        let mut standing = Standing {
            priority,
            agent,
            paused: so.paused && so.met.is_none(),
            met_at: so.met.map(|(at, ..)| at),
            allowed,
            used: self.ran.iter().map(|(start, end)| end - start).sum(),
            end: passed_at(self.policy, end_at)?,
            due_at: end_at,
            breached: false,
        };
        standing.due_at = self.moment(&standing, allowed)?;
        // What comes at the very moment is in time.
        standing.breached = end_at > standing.due_at;
        Ok(Some(standing))
    }

    /// The moment at which so much of a target's time has run, or will have when it is not paused again.
    pub(super) fn moment(&self, standing: &Standing<'c>, time: i64) -> Result<Instant> {
        let mut rest = time;
        for (start, end) in &self.ran {
            let length = end - start;
            if rest <= length {
                return self.policy.clock.moment_of(start + rest).ok_or_else(too_far);
            }
            rest -= length;
        }
        self.policy.clock.moment_of(standing.end + rest).ok_or_else(too_far)
    }

    #[cold]
    fn unknown(&self, priority: &str) -> Error {
        let mut history = self.case.history.iter();
        let place = match history.position(|entry| entry.priority.as_deref() == Some(priority)) {
            Some(index) if self.case.priority != priority => Pointer::root().join("history").join(index),
            _ => Pointer::root(),
        };
        let message = format!("the policy has no priority `{}`", shortened(priority));
        Error::new(Code::RequestUnknown, place.join("priority"), message)
    }

    /// Runs through the entries; the moment is that at which the target was met, or now.
    fn run(&mut self, target: &Target) -> Result<(So<'c>, Instant)> {
        self.ran.clear();
        let mut so = So {
            priority: &self.case.priority,
            agent: self.case.agent.as_deref(),
            paused: false,
            met: None,
            since: Some(self.received),
        };
        for entry in &self.entries {
            let at = entry.at.max(self.case.received_at);
            so.take(self.policy, target, entry, at);
            let runs = !so.paused && so.met.is_none();
            match so.since {
                Some(since) if !runs => {
                    self.ran.push((since, passed_at(self.policy, at)?));
                    so.since = None;
                }
                None if runs => so.since = Some(passed_at(self.policy, at)?),
                _ => {}
            }
        }
        let end_at = so.met.map_or(self.now, |(at, ..)| at);
        if let Some(since) = so.since {
            self.ran.push((since, passed_at(self.policy, end_at)?));
        }
        Ok((so, end_at))
    }
}

impl<'c> So<'c> {
    fn take(&mut self, policy: &DeadlinePolicy, target: &Target, entry: &'c DeadlineEntry, at: Instant) {
        self.priority = entry.priority.as_deref().unwrap_or(self.priority);
        self.agent = entry.agent.as_deref().or(self.agent);
        if let Some(state) = &entry.state {
            self.paused = policy.pauses_in(state);
        }
        let mut told = [&entry.state, &entry.event].into_iter().flatten();
        if self.met.is_some() {
            if told.any(|one| target.is_reopened_by(one)) {
                self.met = None;
            }
            return;
        }
        let by_name = entry.event.as_ref() == Some(&target.name);
        if by_name || told.any(|one| target.is_met_by(one)) {
            self.met = Some((at, self.priority, self.agent));
        }
    }
}

impl Standing<'_> {
    /// Whole seconds that are left.
    pub(super) fn remaining_seconds(&self) -> i64 {
        (self.allowed - self.used).max(0) / SECOND
    }

    /// Whole seconds that it is late by, or was.
    pub(super) fn breached_by_seconds(&self) -> Option<i64> {
        self.breached.then(|| (self.used - self.allowed).max(0) / SECOND)
    }

    /// Whole seconds of its time in which it was met.
    pub(super) fn met_in_seconds(&self) -> Option<i64> {
        self.met_at.map(|_| self.used / SECOND)
    }
}

fn passed_at(policy: &DeadlinePolicy, at: Instant) -> Result<i64> {
    policy.clock.passed_at(at).ok_or_else(|| {
        let message = format!("`{at}` is not in the years 1970 to 2069, for which deadlines are counted");
        Error::new(Code::TimeOutOfRange, "", message)
    })
}

fn too_far() -> Error {
    let message = "the deadline lies after the year 2069";
    Error::new(Code::TimeOutOfRange, "", message)
}
