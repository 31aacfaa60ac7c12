//! Who is in a share of all: a number from 0 to 9,999 for everybody, always the same one.

/// As many as a percentage with two decimals can tell apart.
pub(super) const BUCKETS: u16 = 10_000;

/// What a flag begins with, so that two flags do not choose the same people: FNV-1a of its name, in 64 bits.
pub(super) fn seed(flag: &str) -> u64 {
    flag.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    })
}

/// The bucket of an id. Eight bytes after the other, the last ones filled up with zeros, go into the number by
/// exclusive or, least byte first, and are mixed; at last the length goes in the same way. The upper bits of the number,
/// as a share of all numbers, are the share of the buckets.
pub(super) fn bucket(seed: u64, id: &str) -> u16 {
    let mut hash = seed;
    let mut chunks = id.as_bytes().chunks_exact(8);
    for chunk in &mut chunks {
        hash = mix(hash ^ chunk.try_into().map_or(0, u64::from_le_bytes));
    }
    let mut rest = [0; 8];
    for (into, byte) in rest.iter_mut().zip(chunks.remainder()) {
        *into = *byte;
    }
    hash = mix(hash ^ u64::from_le_bytes(rest));
    hash = mix(hash ^ u64::try_from(id.len()).unwrap_or(u64::MAX));
    let share = (u128::from(hash) * u128::from(BUCKETS)) >> 64;
    u16::try_from(share).unwrap_or(0)
}

/// The finalizer of MurmurHash3: every bit of the input changes half of the output's.
fn mix(mut hash: u64) -> u64 {
    hash = (hash ^ (hash >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash = (hash ^ (hash >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    hash ^ (hash >> 33)
}
