use std::ptr;

use super::Unpackable;

/// Objects of a type that have more lists of names between them travel as text, so that nobody fills the memory with them.
const MOST_STEPS: usize = 1_024;

/// The kinds of objects: those of one type that have the same names. They are found name by name: a type's first name leads to a step,
/// the next one from there.
#[derive(Default)]
pub(super) struct Shapes {
    /// The types by name, those that came last first.
    types: Vec<(&'static str, usize)>,
    /// The steps of each type; the first one is where its objects begin.
    steps: Vec<Vec<Step>>,
    names: Vec<Vec<&'static str>>,
}

#[derive(Default)]
struct Step {
    /// The step before it, and the name that led here.
    from: Option<(usize, &'static str)>,
    next: Vec<(&'static str, usize)>,
    shape: Option<usize>,
}

/// A step of a type.
#[derive(Clone, Copy)]
pub(super) struct At {
    own: usize,
    step: usize,
}

impl Shapes {
    /// Where the objects of a type begin.
    pub(super) fn begin(&mut self, name: &'static str) -> At {
        let own = found(&mut self.types, name).unwrap_or_else(|| {
            let own = self.steps.len();
            self.steps.push(vec![Step::default()]);
            self.types.insert(0, (name, own));
            own
        });
        At { own, step: 0 }
    }

    pub(super) fn step(&mut self, from: At, name: &'static str) -> Result<At, Unpackable> {
        let steps = self.steps.get_mut(from.own).ok_or(Unpackable)?;
        let to = steps.len();
        let next = &mut steps.get_mut(from.step).ok_or(Unpackable)?.next;
        if let Some(step) = found(next, name) {
            return Ok(At { step, ..from });
        }
        if to >= MOST_STEPS {
            return Err(Unpackable);
        }
        next.insert(0, (name, to));
        steps.push(Step {
            from: Some((from.step, name)),
            ..Step::default()
        });
        Ok(At { step: to, ..from })
    }

    /// The number of the objects that have the names on the way to a step.
    pub(super) fn shape(&mut self, at: At) -> Result<usize, Unpackable> {
        let steps = self.steps.get_mut(at.own).ok_or(Unpackable)?;
        let step = steps.get_mut(at.step).ok_or(Unpackable)?;
        if let Some(shape) = step.shape {
            return Ok(shape);
        }
        let shape = self.names.len();
        step.shape = Some(shape);
        let before = |step: usize| steps.get(step)?.from;
        let way = std::iter::successors(before(at.step), |(step, _)| before(*step));
        let mut names: Vec<_> = way.map(|(_, name)| name).collect();
        names.reverse();
        self.names.push(names);
        Ok(shape)
    }

    /// The names of the objects of a kind.
    pub(super) fn names(&self, shape: usize) -> &[&'static str] {
        self.names.get(shape).map_or(&[], Vec::as_slice)
    }
}

/// What a name leads to. What came last comes again, since lists hold objects of one type: it is put first.
fn found(names: &mut [(&'static str, usize)], name: &'static str) -> Option<usize> {
    // A name is always the same text in memory; were it another one, it would lead to a step of its own.
    let place = names.iter().position(|(known, _)| ptr::eq(*known, name))?;
    names.swap(0, place);
    names.first().map(|(_, found)| *found)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [&str; 12] = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"];

    fn shape(shapes: &mut Shapes, own: &'static str, names: &[&'static str]) -> Result<usize, Unpackable> {
        let begun = Ok(shapes.begin(own));
        let end = names.iter().fold(begun, |at, name| shapes.step(at?, name));
        shapes.shape(end?)
    }

    #[test]
    fn objects_with_the_same_names_are_of_one_kind() {
        let mut shapes = Shapes::default();
        let one = shape(&mut shapes, "Line", &NAMES[..3]).unwrap();
        assert_eq!(shape(&mut shapes, "Line", &NAMES[..3]).unwrap(), one);
        for others in [&NAMES[..2], &NAMES[1..3], &[]] {
            let other = shape(&mut shapes, "Line", others).unwrap();
            assert_ne!(other, one);
            assert_eq!(shapes.names(other), others);
        }
        assert_eq!(shapes.names(one), &NAMES[..3]);
    }

    #[test]
    fn a_type_with_many_kinds_takes_nothing_from_others() {
        let mut shapes = Shapes::default();
        let kinds = (0..1_usize << NAMES.len()).map(|kind| {
            let chosen = NAMES.iter().enumerate().filter(|(bit, _)| kind >> bit & 1 == 1);
            let names: Vec<_> = chosen.map(|(_, name)| *name).collect();
            shape(&mut shapes, "Open", &names).is_ok()
        });
        let packed = kinds.filter(|packed| *packed).count();
        assert!((MOST_STEPS / 2..=MOST_STEPS).contains(&packed), "{packed}");
        assert!(shapes.steps.iter().all(|steps| steps.len() <= MOST_STEPS));
        assert!(shape(&mut shapes, "Line", &NAMES).is_ok());
    }
}
