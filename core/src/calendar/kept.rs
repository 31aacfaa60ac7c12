use std::collections::HashMap;
use std::sync::Arc;

/// Things by a key of the caller's, each with a number that stays while it is kept.
#[derive(Clone, Debug)]
pub(crate) struct Kept<T> {
    entries: Vec<Option<(Arc<str>, T)>>,
    free: Vec<u32>,
    numbers: HashMap<Arc<str>, u32>,
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
        self.free.push(number);
        self.entries.get_mut(number as usize)?.take().map(|(_, thing)| thing)
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
