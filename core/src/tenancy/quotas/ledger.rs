use super::rules::more_than_left;
use super::{MAX_QUOTA, QuotaAction, QuotaAnswer, QuotaEntry, QuotaFigures, QuotaRequest, QuotaRule, QuotaState};
use crate::fault::are;
use crate::money::shortened;
use crate::tenancy::Scoped;
use crate::time::{Day, Instant, Zone};
use crate::{Code, Reason, Result};

/// What was asked was not done, for this reason.
type Refused = Option<Reason>;

/// The most keys that a state remembers.
const MAX_ENTRIES: usize = 10_000;

/// A quota at a moment: what expired is gone, and a period that has begun is empty.
pub(super) struct Ledger<'r> {
    rule: &'r QuotaRule,
    figures: QuotaFigures,
    next_period: Option<Day>,
    state: QuotaState,
}

impl<'r> Ledger<'r> {
    pub(super) fn open(
        mut state: QuotaState,
        rule: &'r QuotaRule,
        figures: QuotaFigures,
        now: Instant,
        zone: &Zone,
    ) -> Self {
        let period = rule.period(now, zone);
        // A clock that goes back stays in the period that has begun.
        let begun = period.filter(|(first, _)| state.period.is_none_or(|kept| kept < *first));
        let next_period = match (begun, state.period) {
            (Some((first, next)), _) => {
                state.period = Some(first);
                state.used = 0;
                state.warned.clear();
                // A key that nobody said more of was of the period that is over.
                state.entries.retain(|entry| !entry.taken || entry.expires_at.is_some());
                Some(next)
            }
            (None, Some(kept)) => zone
                .start_of(kept)
                .and_then(|start| rule.period(start, zone))
                .map(|(_, next)| next),
            (None, None) => None,
        };
        let known = |entry: &QuotaEntry| entry.expires_at.is_none_or(|expires| now < expires);
        state.entries.retain(known);
        state.used = state.used.clamp(0, MAX_QUOTA);
        Ledger {
            rule,
            figures,
            next_period,
            state,
        }
    }

    fn held(&self) -> i64 {
        let held = self.state.entries.iter().filter(|entry| !entry.taken);
        held.fold(0, |sum, entry| sum.saturating_add(entry.amount.max(0)))
    }

    /// How much more could be taken; what no figure ends ends where numbers do.
    fn left(&self) -> i64 {
        let most = self.figures.hard.unwrap_or(MAX_QUOTA).min(MAX_QUOTA);
        most.saturating_sub(self.state.used).saturating_sub(self.held()).max(0)
    }

    pub(super) fn act(&mut self, request: &QuotaRequest) -> Result<Refused> {
        let key = request.key.as_deref();
        let known = key.and_then(|key| self.state.entries.iter().position(|entry| entry.key == key));
        let entry = known.and_then(|at| self.state.entries.get(at)).cloned();
        match (request.action, entry) {
            (QuotaAction::Check, entry) => Ok(self.check(request, entry.as_ref())),
            (QuotaAction::Take | QuotaAction::Reserve, Some(entry)) => self.again(request, &entry),
            (QuotaAction::Take, None) => self.take(request),
            (QuotaAction::Reserve, None) => {
                let refused = self.check(request, None);
                Ok(if refused.is_none() {
                    self.remember(request, false)?
                } else {
                    refused
                })
            }
            (QuotaAction::Commit, Some(entry)) => Ok(self.commit(request, &entry)),
            (QuotaAction::Release, Some(entry)) if entry.taken => {
                Ok(Some(no_reservation(request, "it was committed; give it back instead")))
            }
            (QuotaAction::Release, entry) => {
                self.forget(entry.as_ref());
                Ok(None)
            }
            (QuotaAction::Commit, None) => Ok(Some(no_reservation(
                request,
                "it has expired, was released or never existed; reserve again",
            ))),
            (QuotaAction::GiveBack, entry) => self.give_back(request, entry.as_ref()),
        }
    }

    /// The same key again is the same reservation, or what was taken once.
    fn again(&self, request: &QuotaRequest, entry: &QuotaEntry) -> Result<Refused> {
        if entry.amount == request.amount && (entry.taken || request.action == QuotaAction::Reserve) {
            return Ok(None);
        }
        let key = shortened(&entry.key);
        let message = if entry.amount == request.amount {
            format!("`{key}` is already held; commit it instead")
        } else {
            format!(
                "`{key}` was for {} before and is for {} now; use another key",
                entry.amount, request.amount
            )
        };
        Err(Reason::new(Code::RequestConflict, "/key", message)
            .with("amount", entry.amount)
            .into())
    }

    fn check(&self, request: &QuotaRequest, entry: Option<&QuotaEntry>) -> Refused {
        let left = self.left();
        if entry.is_some() || request.amount <= left {
            return None;
        }
        let name = &self.rule.name;
        if let Some(hard) = self.figures.hard {
            return Some(more_than_left(
                name,
                (hard, self.state.used, self.held()),
                request.amount,
            ));
        }
        let message = format!("the quota `{name}` cannot be counted beyond {MAX_QUOTA}");
        let reason = Reason::new(Code::TenancyQuota, "/amount", message)
            .with("quota", name)
            .with("limit", MAX_QUOTA)
            .with("used", self.state.used)
            .with("held", self.held());
        Some(reason.with("remaining", left))
    }

    fn take(&mut self, request: &QuotaRequest) -> Result<Refused> {
        let refused = self.check(request, None);
        if refused.is_none() {
            self.remember(request, true)?;
            self.state.used = self.state.used.saturating_add(request.amount);
        }
        Ok(refused)
    }

    fn remember(&mut self, request: &QuotaRequest, taken: bool) -> Result<Refused> {
        let Some(key) = &request.key else { return Ok(None) };
        if self.state.entries.len() >= MAX_ENTRIES {
            let message = format!("a state remembers at most {MAX_ENTRIES} keys; let them expire sooner");
            return Err(Reason::new(Code::RequestTooLarge, "/state/entries", message).into());
        }
        self.state.entries.push(QuotaEntry {
            key: key.clone(),
            amount: request.amount,
            taken,
            period: self.state.period.filter(|_| taken),
            expires_at: request.expires_at,
        });
        Ok(None)
    }

    fn forget(&mut self, entry: Option<&QuotaEntry>) {
        if let Some(gone) = entry {
            self.state.entries.retain(|entry| entry.key != gone.key);
        }
    }

    /// What was promised is given, even when the figures have become smaller since.
    fn commit(&mut self, request: &QuotaRequest, entry: &QuotaEntry) -> Refused {
        if entry.taken {
            return None;
        }
        let period = self.state.period;
        for kept in self.state.entries.iter_mut().filter(|kept| kept.key == entry.key) {
            (kept.taken, kept.period, kept.expires_at) = (true, period, request.expires_at);
        }
        self.state.used = self.state.used.saturating_add(entry.amount).min(MAX_QUOTA);
        None
    }

    fn give_back(&mut self, request: &QuotaRequest, entry: Option<&QuotaEntry>) -> Result<Refused> {
        let amount = match (&request.key, entry) {
            (None, _) => request.amount,
            (Some(_), Some(entry)) if !entry.taken => {
                return Ok(Some(no_reservation(
                    request,
                    "it is held, not taken; release it instead",
                )));
            }
            // It was given back before, or counted in a period that is over.
            (Some(_), None) => 0,
            (Some(_), Some(entry)) if entry.period != self.state.period => 0,
            (Some(_), Some(entry)) => entry.amount,
        };
        if amount > self.state.used {
            let message = match self.state.used {
                0 => "nothing is taken, so nothing can be given back".to_owned(),
                used => format!("only {used} {} taken; no more can be given back", are(used)),
            };
            let reason = Reason::new(Code::RequestRange, "/amount", message);
            return Err(reason.with("used", self.state.used).into());
        }
        self.forget(entry);
        self.state.used -= amount;
        Ok(None)
    }

    pub(super) fn close(mut self, refused: Refused, zone: &Zone) -> QuotaAnswer {
        let used = self.state.used;
        let thresholds = self.figures.thresholds(&self.rule.warn_at_percent);
        let reached: Vec<u16> = thresholds
            .filter(|(_, amount)| used >= *amount)
            .map(|(percent, _)| percent)
            .collect();
        let mut warnings = reached.clone();
        warnings.retain(|percent| !self.state.warned.contains(percent));
        self.state.warned = reached;
        QuotaAnswer {
            allowed: refused.is_none(),
            reasons: refused.into_iter().collect(),
            used,
            held: self.held(),
            figures: self.figures,
            remaining: self.figures.hard.map(|_| self.left()),
            overage: self.figures.soft.map_or(0, |soft| used.saturating_sub(soft).max(0)),
            warnings,
            resets_at: self.next_period.and_then(|next| zone.start_of(next)),
            state: Scoped::new(self.state),
        }
    }
}

fn no_reservation(request: &QuotaRequest, why: &str) -> Reason {
    let key = shortened(request.key.as_deref().unwrap_or_default());
    Reason::new(
        Code::TenancyReservation,
        "/key",
        format!("there is no reservation `{key}`: {why}"),
    )
}
