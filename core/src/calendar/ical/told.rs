//! What is told of an event that is not as it should be.

use std::collections::HashSet;

use crate::{Error, Reason};

/// How many faults of one event are told before the rest is only counted.
const MOST: usize = 20;

/// The faults of one event, and what they mean for its time.
#[derive(Debug, Default)]
pub(super) struct Told {
    pub(super) faults: Vec<Reason>,
    pub(super) more: usize,
    /// Whether its time may be another than what could be read.
    pub(super) unsure: bool,
    /// Lines of which it was told that they are none: what follows from it is not told besides.
    known: HashSet<String>,
}

impl Told {
    /// Takes it as told that a line is no content line.
    pub(super) fn knows(&mut self, line: usize) {
        self.known.insert(format!("/lines/{line}"));
    }

    /// Tells a fault that leaves no doubt about the time.
    pub(super) fn aside(&mut self, error: impl Into<Error>) {
        let mut reasons = error.into().into_reasons();
        reasons.retain(|reason| !self.known.contains(&reason.path));
        let room = MOST.saturating_sub(self.faults.len());
        self.more += reasons.len().saturating_sub(room);
        self.faults.extend(reasons.into_iter().take(room));
    }

    /// Tells a fault for which the time may be another.
    pub(super) fn unsure(&mut self, error: impl Into<Error>) {
        self.unsure = true;
        self.aside(error);
    }

    /// Tells a fault for which the time may be another, unless the same was told of another line.
    pub(super) fn unsure_once(&mut self, reason: Reason) {
        self.unsure = true;
        let same = |known: &Reason| known.code == reason.code && known.message == reason.message;
        if !self.faults.iter().any(same) {
            self.aside(reason);
        }
    }
}
