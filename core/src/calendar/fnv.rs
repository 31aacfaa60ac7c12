use std::hash::{BuildHasherDefault, Hasher};

/// FNV-1a: the same everywhere, and quick for short names. Only for names that a definition's owner chose, since a stranger
/// could choose names that collide.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fnv(u64);

pub(crate) type ByFnv = BuildHasherDefault<Fnv>;

impl Default for Fnv {
    fn default() -> Self {
        Fnv(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
