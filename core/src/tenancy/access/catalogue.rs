use std::collections::HashMap;

use smallvec::SmallVec;

use crate::fault::{near, shortened, similar};
use crate::permission::Permission;

/// Permissions by their places in a catalogue, one bit each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct PermissionSet(SmallVec<[u64; 4]>);

impl PermissionSet {
    pub(super) fn has(&self, place: u16) -> bool {
        let word = self.0.get(usize::from(place >> 6));
        word.is_some_and(|word| word >> (place & 63) & 1 == 1)
    }

    pub(super) fn insert(&mut self, place: u16) {
        let at = usize::from(place >> 6);
        if self.0.len() <= at {
            self.0.resize(at + 1, 0);
        }
        if let Some(word) = self.0.get_mut(at) {
            *word |= 1 << (place & 63);
        }
    }

    pub(super) fn add(&mut self, other: &PermissionSet) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        for (word, more) in self.0.iter_mut().zip(&other.0) {
            *word |= more;
        }
    }

    pub(super) fn remove(&mut self, other: &PermissionSet) {
        for (word, less) in self.0.iter_mut().zip(&other.0) {
            *word &= !less;
        }
    }

    /// Leaves what the other has as well.
    pub(super) fn keep(&mut self, other: &PermissionSet) {
        let others = other.0.iter().copied().chain(std::iter::repeat(0));
        for (word, kept) in self.0.iter_mut().zip(others) {
            *word &= kept;
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }
}

/// Every permission there is, in order of name.
#[derive(Clone, Debug)]
pub(super) struct Catalogue {
    names: Vec<Box<str>>,
    places: HashMap<Box<str>, u16>,
    stamp: u32,
}

/// A permission's place in the catalogue of a tenant. Where the catalogue is another one, nobody holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PermissionId {
    pub(super) place: u16,
    pub(super) stamp: u32,
}

impl PermissionId {
    /// A permission that nobody holds: where a name is at fault.
    pub(crate) const NOBODYS: PermissionId = PermissionId {
        place: u16::MAX,
        stamp: 0,
    };
}

impl Catalogue {
    /// What to say of a permission that a definition names and does not declare.
    pub(super) fn undeclared(&self, name: &str) -> String {
        let hint = similar(name, self.names.iter().map(|name| &**name));
        let told = shortened(name);
        format!("there is no permission `{told}`; declare it in `permissions`{hint}")
    }

    /// What to say of a permission that there is not.
    pub(super) fn no_permission(&self, name: &str) -> String {
        let hint = near(name, self.names.iter().map(|name| &**name));
        format!("there is no permission `{}`{hint}", shortened(name))
    }

    pub(super) fn new(names: impl IntoIterator<Item = String>) -> Self {
        let mut names: Vec<Box<str>> = names.into_iter().map(String::into_boxed_str).collect();
        names.sort_unstable();
        names.dedup();
        names.truncate(usize::from(u16::MAX));
        let stamp = names.iter().fold(0x811c_9dc5, |stamp, name| {
            let hash = name.bytes().fold(stamp, |hash: u32, byte| {
                (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
            });
            hash.wrapping_mul(0x0100_0193)
        });
        let places = names.iter().cloned().zip(0..).collect();
        Catalogue { names, places, stamp }
    }

    /// What tells this catalogue from others.
    pub(super) fn stamp(&self) -> u32 {
        self.stamp
    }

    pub(super) fn place(&self, name: &str) -> Option<u16> {
        self.places.get(name).copied()
    }

    pub(super) fn id(&self, name: &str) -> Option<PermissionId> {
        let stamp = self.stamp;
        self.place(name).map(|place| PermissionId { place, stamp })
    }

    pub(super) fn all(&self) -> PermissionSet {
        self.range(0, self.names.len())
    }

    /// All that a pattern covers: names that begin alike stand together.
    pub(super) fn covered(&self, pattern: &Permission) -> PermissionSet {
        let Some(start) = pattern.as_str().strip_suffix('*') else {
            let mut one = PermissionSet::default();
            if let Some(place) = self.place(pattern.as_str()) {
                one.insert(place);
            }
            return one;
        };
        let first = self.names.partition_point(|name| &**name < start);
        let rest = self.names.get(first..).unwrap_or_default();
        self.range(first, first + rest.partition_point(|name| name.starts_with(start)))
    }

    fn range(&self, first: usize, end: usize) -> PermissionSet {
        let mut set = PermissionSet::default();
        for place in (first..end).filter_map(|place| u16::try_from(place).ok()) {
            set.insert(place);
        }
        set
    }

    /// The names of a set, in order.
    pub(super) fn names<'c>(&'c self, set: &'c PermissionSet) -> impl Iterator<Item = &'c str> {
        let placed = self.names.iter().zip(0..);
        placed.filter(|(_, place)| set.has(*place)).map(|(name, _)| &**name)
    }
}
