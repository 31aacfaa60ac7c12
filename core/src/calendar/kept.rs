use std::collections::HashMap;
use std::sync::Arc;

use super::change_point::change_point;

/// Things by a key of the caller's, each with a number that stays while it is kept.
#[derive(Clone, Debug)]
pub(crate) struct Kept<T> {
    entries: Vec<Option<(Arc<str>, T)>>,
    free: Vec<u32>,
    numbers: HashMap<Arc<str>, u32>,
}

/// A place of something kept as it was before a change.
#[derive(Debug)]
pub(crate) struct Before<T> {
    key: Arc<str>,
    pub(crate) number: u32,
    /// Nothing, when the change keeps something new.
    pub(crate) thing: Option<T>,
    /// How many numbers were free.
    free: usize,
    /// How many places there were.
    places: usize,
}

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Kept {
            entries: Vec::new(),
            free: Vec::new(),
            numbers: HashMap::new(),
        }
    }
}

impl<T> Kept<T> {
    /// The number that the next thing will have.
    pub(crate) fn next_number(&self) -> u32 {
        let fresh = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
        self.free.last().copied().unwrap_or(fresh)
    }

    /// Keeps a thing; one with the same key must not be there.
    pub(crate) fn insert(&mut self, key: &str, thing: T) {
        let (number, key): (u32, Arc<str>) = (self.next_number(), key.into());
        self.numbers.insert(Arc::clone(&key), number);
        change_point();
        match self.free.pop().and_then(|free| self.entries.get_mut(free as usize)) {
            Some(place) => *place = Some((key, thing)),
            None => self.entries.push(Some((key, thing))),
        }
    }

    pub(crate) fn number(&self, key: &str) -> Option<u32> {
        self.numbers.get(key).copied()
    }

    pub(crate) fn numbered(&self, number: u32) -> Option<(&str, &T)> {
        let entry = self.entries.get(number as usize)?.as_ref()?;
        Some((&entry.0, &entry.1))
    }

    pub(crate) fn get(&self, key: &str) -> Option<&T> {
        self.numbered(self.number(key)?).map(|(_, thing)| thing)
    }

    pub(crate) fn get_mut(&mut self, key: &str) -> Option<&mut T> {
        let number = self.number(key)?;
        let entry = self.entries.get_mut(number as usize)?.as_mut()?;
        Some(&mut entry.1)
    }

    pub(crate) fn remove(&mut self, key: &str) -> Option<T> {
        let number = self.numbers.remove(key)?;
        change_point();
        self.free.push(number);
        change_point();
        self.entries.get_mut(number as usize)?.take().map(|(_, thing)| thing)
    }

    /// Everything with its number.
    pub(crate) fn all(&self) -> impl Iterator<Item = (u32, &T)> {
        let numbered = (0..).zip(&self.entries);
        numbered.filter_map(|(number, entry)| entry.as_ref().map(|(_, thing)| (number, thing)))
    }

    /// What [`Kept::put_back`] needs after [`Kept::insert`].
    pub(crate) fn before_insert(&self, key: &str) -> Before<T> {
        Before {
            key: key.into(),
            number: self.next_number(),
            thing: None,
            free: self.free.len(),
            places: self.entries.len(),
        }
    }

    /// Puts a place back as it was, however far the change came: the latest change first.
    pub(crate) fn put_back(&mut self, before: &Before<T>)
    where
        T: Clone,
    {
        let Before { key, number, .. } = before;
        let thing = before.thing.clone();
        if thing.is_some() {
            self.numbers.insert(Arc::clone(key), *number);
        } else {
            self.numbers.remove(key);
            if self.free.len() < before.free {
                self.free.push(*number);
            }
        }
        self.free.truncate(before.free);
        self.entries.truncate(before.places);
        if let Some(entry) = self.entries.get_mut(*number as usize) {
            *entry = thing.map(|thing| (Arc::clone(key), thing));
        }
    }

    /// Everything, by key: the same in whatever order it was kept.
    pub(crate) fn sorted(&self) -> Vec<(&str, &T)> {
        let mut all: Vec<(&str, &T)> = self
            .entries
            .iter()
            .flatten()
            .map(|(key, thing)| (&**key, thing))
            .collect();
        all.sort_unstable_by_key(|(key, _)| *key);
        all
    }
}

impl<T: Clone> Kept<T> {
    /// What [`Kept::put_back`] needs after a change of something that is there, or after [`Kept::remove`].
    pub(crate) fn before_change(&self, key: &str) -> Option<Before<T>> {
        let number = self.number(key)?;
        let (key, thing) = self.entries.get(number as usize)?.as_ref()?;
        Some(Before {
            key: Arc::clone(key),
            number,
            thing: Some(thing.clone()),
            free: self.free.len(),
            places: self.entries.len(),
        })
    }
}

#[cfg(test)]
impl<T: std::fmt::Debug> Kept<T> {
    /// Everything, the free numbers included, in words that can be compared.
    pub(crate) fn picture(&self) -> String {
        let numbers: std::collections::BTreeMap<_, _> = self.numbers.iter().collect();
        format!("{:?} {:?} {numbers:?}", self.entries, self.free)
    }
}
