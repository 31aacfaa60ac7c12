//! Search: a part of any searched field, regardless of case, by rank and page by page.
//!
//! A page is the first records by tier, then by id. [`Search`] finds it in bounded steps, whatever is common and whatever is rare:
//!
//! 1. It asks the index for all records with the term's grams, up to [`MOST_FOUND`]. If that is all of them, they are ranked, and that
//!    is the answer. (A term of one or two letters begins with the tiers.)
//! 2. If there are more, each tier is asked by itself, until the page is full: first a glance at [`GLANCE`] records in order of id, which
//!    is enough for what nearly all have; then the index, as before.
//! 3. A tier that still has more is *walked*: as many records match, the first of them in order of id are soon met.
//! 4. If they are not met among [`WALKED`] records, those that match lie together further behind, and all of them are asked for.
//!
//! The index is a list of grams, so the order in which it keeps records does not matter, and figures of other tenants do not come in.
//!
//! The search itself touches no database: a step goes out, the rows that answer it come in. [`sql`] holds the statements, [`Index`] keeps
//! what records say.

mod fill;
mod index;
pub mod sql;
mod text;

use uuid::Uuid;

pub(super) use self::fill::{fill, fill_some};
pub use self::index::Index;
pub(super) use self::index::{base, has_texts, tell};
pub use self::text::{Entry, Term, folded};

/// Records that the index is asked for at most; where there are more, the records are walked in order.
pub const MOST_FOUND: usize = 1_000;

/// Records that a walk reads at most, unless there is no other way.
pub const WALKED: usize = 6_000;

/// Records that a tier's first look reads.
pub const GLANCE: usize = 400;

/// As many as there are.
pub(super) const ALL: usize = i32::MAX as usize;

/// How well a record is found. Better tiers come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// A field is the term.
    Exact,
    /// A field begins with it.
    Prefix,
    /// A word of a field begins with it.
    Word,
    /// It stands elsewhere in a field.
    Part,
}

impl Tier {
    /// All tiers, the best first.
    pub const ALL: [Tier; 4] = [Tier::Exact, Tier::Prefix, Tier::Word, Tier::Part];

    /// Its number in statements: 0 to 3.
    pub fn number(self) -> i32 {
        self as i32
    }

    /// The tier of that number.
    pub fn of(number: i32) -> Option<Tier> {
        Tier::ALL.into_iter().find(|tier| tier.number() == number)
    }

    fn next(self) -> Option<Tier> {
        Tier::of(self.number() + 1)
    }
}

/// A record that was found. They are ordered as pages show them, and the last of a page is where the next one goes on: its cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// How well.
    pub tier: Tier,
    /// Which.
    pub id: Uuid,
}

/// What the database is asked next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Any records with these grams: statement `find`.
    Find {
        /// Grams of which a record must have all; often none.
        every: Vec<i32>,
        /// Grams of which it must have one.
        some: Vec<i32>,
        /// How many records at most.
        most: usize,
    },
    /// The first records of a tier in order of id: statement `walk`.
    Walk {
        /// Which tier.
        tier: Tier,
        /// Only ids behind this one.
        after: Uuid,
        /// How many records are read at most, whether of that tier or not.
        among: usize,
        /// How many records at most.
        most: usize,
    },
}

/// Where a search stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// All tiers are asked at once.
    All,
    /// The first records are looked at.
    Glanced(Tier),
    /// A tier is asked, as far as one asks.
    Found(Tier),
    /// It is walked.
    Walked(Tier),
    /// All of it is asked for.
    Rest(Tier),
    Done,
}

/// One page of a search on its way.
#[derive(Clone, Debug)]
pub struct Search {
    term: Term,
    after: Option<Hit>,
    limit: usize,
    page: Vec<Hit>,
    stage: Stage,
}

impl Search {
    /// The first records for a term, or those behind the last one of a page.
    pub fn new(term: Term, after: Option<Hit>, limit: usize) -> Search {
        let mut search = Search {
            term,
            after,
            limit,
            page: Vec::new(),
            stage: Stage::All,
        };
        if !search.term.is_long() {
            search.stage = search.first_tier();
        }
        if limit == 0 {
            search.stage = Stage::Done;
        }
        search
    }

    /// The term, whose patterns the statements need.
    pub fn term(&self) -> &Term {
        &self.term
    }

    /// The next step, until the page is whole.
    pub fn step(&self) -> Option<Step> {
        let find = |tier, most| {
            let (every, some) = self.term.grams(tier);
            Some(Step::Find { every, some, most })
        };
        match self.stage {
            Stage::All => find(None, MOST_FOUND + 1),
            Stage::Found(tier) => find(Some(tier), MOST_FOUND + 1),
            Stage::Glanced(tier) => Some(self.walk(tier, GLANCE)),
            Stage::Walked(tier) if self.is_all_there_is(tier) => Some(self.walk(tier, ALL)),
            Stage::Walked(tier) => Some(self.walk(tier, WALKED)),
            Stage::Rest(tier) => find(Some(tier), ALL),
            Stage::Done => None,
        }
    }

    /// Takes the rows that answer the step: ids, each with its tier, or none where only the grams were those of the term.
    pub fn take(&mut self, rows: &[(Uuid, Option<Tier>)]) {
        let mut hits: Vec<Hit> = rows
            .iter()
            .filter_map(|&(id, tier)| tier.map(|tier| Hit { tier, id }))
            .filter(|hit| self.after.is_none_or(|after| *hit > after))
            .filter(|hit| match self.stage {
                Stage::Glanced(tier) | Stage::Found(tier) | Stage::Walked(tier) | Stage::Rest(tier) => hit.tier == tier,
                Stage::All | Stage::Done => true,
            })
            .collect();
        hits.sort_unstable();
        hits.truncate(self.missing());
        let too_many = rows.len() > MOST_FOUND;
        let too_few = hits.len() < self.missing();
        let next = |tier: Tier| tier.next().map_or(Stage::Done, |tier| self.enter(tier));
        // Where a step was not enough, another finds again what it found.
        let (enough, stage) = match self.stage {
            Stage::All if too_many => (false, self.first_tier()),
            Stage::Glanced(tier) if too_few => (false, Stage::Found(tier)),
            Stage::Found(tier) if too_many => (false, Stage::Walked(tier)),
            Stage::Walked(tier) if too_few && !self.is_all_there_is(tier) => (false, Stage::Rest(tier)),
            Stage::Glanced(tier) | Stage::Found(tier) | Stage::Walked(tier) | Stage::Rest(tier) => (true, next(tier)),
            Stage::All | Stage::Done => (true, Stage::Done),
        };
        self.stage = stage;
        if enough {
            self.page.append(&mut hits);
        }
        if self.missing() == 0 {
            self.stage = Stage::Done;
        }
    }

    /// The page, when no step is left.
    pub fn page(self) -> Vec<Hit> {
        self.page
    }

    fn first_tier(&self) -> Stage {
        self.enter(self.after.map_or(Tier::Exact, |after| after.tier))
    }

    /// Parts are walked first: a long term has many records in all and few in better tiers, or the page were full; a pair of letters
    /// asks for many grams; and a single letter stands nearly everywhere.
    fn enter(&self, tier: Tier) -> Stage {
        match tier {
            Tier::Part => Stage::Walked(tier),
            // Few records are a term and nothing else.
            Tier::Exact => Stage::Found(tier),
            tier => Stage::Glanced(tier),
        }
    }

    fn walk(&self, tier: Tier, among: usize) -> Step {
        Step::Walk {
            tier,
            after: self.after_in(tier),
            among,
            most: self.missing(),
        }
    }

    /// Whether a walk is the only way to find a tier.
    fn is_all_there_is(&self, tier: Tier) -> bool {
        tier == Tier::Part && self.term.is_everywhere()
    }

    fn missing(&self) -> usize {
        self.limit.saturating_sub(self.page.len())
    }

    /// Behind which id a tier goes on: only the cursor's own tier was shown in part.
    fn after_in(&self, tier: Tier) -> Uuid {
        let own = self.after.filter(|after| after.tier == tier);
        own.map_or(Uuid::nil(), |after| after.id)
    }
}

#[cfg(test)]
mod tests;
