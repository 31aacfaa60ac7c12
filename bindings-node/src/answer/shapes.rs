use std::ptr;

use super::Unpackable;

/// Objects of more kinds travel as text.
const MOST_SHAPES: usize = 1 << 14;

/// The kinds of objects, found name by name: an object's first name leads to a step, its next one from there.
#[derive(Default)]
pub(super) struct Shapes {
    steps: Vec<Step>,
    pub(super) names: Vec<Vec<&'static str>>,
}

#[derive(Default)]
struct Step {
    /// The step before it, and the name that led here.
    from: Option<(usize, &'static str)>,
    next: Vec<(&'static str, usize)>,
    shape: Option<usize>,
}

impl Shapes {
    /// Where the objects of a type begin.
    pub(super) fn begin(&mut self, name: &'static str) -> usize {
        if self.steps.is_empty() {
            self.steps.push(Step::default());
        }
        self.step(0, name)
    }

    pub(super) fn step(&mut self, from: usize, name: &'static str) -> usize {
        let to = self.steps.len();
        let Some(step) = self.steps.get_mut(from) else {
            return to;
        };
        // A name is always the same text in memory; were it another one, it would lead to a step of its own.
        match step.next.iter().position(|(known, _)| ptr::eq(*known, name)) {
            Some(place) => {
                // What came last comes again: lists hold objects of one type.
                step.next.swap(0, place);
                step.next.first().map_or(to, |(_, next)| *next)
            }
            None => {
                step.next.insert(0, (name, to));
                self.steps.push(Step {
                    from: Some((from, name)),
                    ..Step::default()
                });
                to
            }
        }
    }

    /// The number of the objects that have the names on the way to a step.
    pub(super) fn shape(&mut self, at: usize) -> Result<usize, Unpackable> {
        let step = self.steps.get_mut(at).ok_or(Unpackable)?;
        if let Some(shape) = step.shape {
            return Ok(shape);
        }
        let shape = self.names.len();
        if shape >= MOST_SHAPES {
            return Err(Unpackable);
        }
        step.shape = Some(shape);
        let before = |at: &usize| self.steps.get(*at)?.from;
        let mut names: Vec<_> = std::iter::successors(before(&at), |(at, _)| before(at))
            .map(|(_, name)| name)
            .collect();
        // The first one is the type's.
        names.pop();
        names.reverse();
        self.names.push(names);
        Ok(shape)
    }
}
