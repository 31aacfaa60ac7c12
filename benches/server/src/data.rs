//! The customers that everybody keeps: as many tenants, the same names, the same moments.

use uuid::Uuid;

pub(crate) const TENANTS: usize = 20;

const FIRST: [&str; 24] = [
    "Anna", "Juan", "Maria", "Ananya", "Jose", "Hannah", "Andreas", "Wei", "Fernanda", "Ivan", "Susanne", "Daniel",
    "Lukas", "Priya", "Rahul", "Sofia", "Chloe", "Omar", "Fatima", "Bjorn", "Emma", "Pierre", "Kavya", "Mateo",
];
const LAST: [&str; 32] = [
    "Smith",
    "Garcia",
    "Fernandez",
    "Muller",
    "Sanchez",
    "Singh",
    "Kumar",
    "Sharma",
    "Patel",
    "Khan",
    "Nguyen",
    "Hansen",
    "Andersson",
    "Martin",
    "Bernard",
    "Rossi",
    "Schmidt",
    "Fischer",
    "Weber",
    "Becker",
    "Lopez",
    "Perez",
    "Iyer",
    "Nair",
    "Reddy",
    "Gupta",
    "Brown",
    "Taylor",
    "Walker",
    "Novak",
    "Santos",
    "Zapata",
];
/// What rare parts of addresses are made of.
const SYLLABLES: [&str; 24] = [
    "ba", "ke", "li", "mo", "nu", "pra", "sha", "tri", "vel", "wen", "xo", "yu", "zi", "dor", "fin", "gal", "har",
    "jun", "kal", "lor", "mir", "nis", "oth", "pel",
];
const PROVIDER: [&str; 4] = ["gmail.com", "yahoo.com", "web.de", "example.org"];
const CITY: [&str; 8] = [
    "Madrid", "Berlin", "Paris", "Delhi", "Mumbai", "Roma", "London", "Chennai",
];

/// A customer, as all of them keep it.
pub(crate) struct Customer {
    pub(crate) tenant: usize,
    pub(crate) id: Uuid,
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) phone: String,
    pub(crate) city: &'static str,
    pub(crate) status: &'static str,
    /// Microseconds since 1970.
    pub(crate) created_at: i64,
}

/// Bits that look like chance, the same in every run.
pub(crate) fn mixed(number: u64) -> u64 {
    let mixed = (number.wrapping_add(0x9e37_79b9_7f4a_7c15) ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

/// Whose the customer is: three of ten are the first tenant's, the others are spread over the rest.
pub(crate) fn tenant_of(number: usize) -> usize {
    match number % 10 {
        0..=2 => 0,
        own => 1 + (number / 10 * 7 + own - 3) % (TENANTS - 1),
    }
}

/// An id of version 7.
fn id(microseconds: i64, bits: u64) -> Uuid {
    let high = ((microseconds / 1_000) as u64) << 16 | 0x7000 | (bits >> 52);
    Uuid::from_u64_pair(high, (bits & 0x3fff_ffff_ffff_ffff) | 0x8000_0000_0000_0000)
}

/// A tenant, as those who do it by hand know it.
pub(crate) fn tenant_id(tenant: usize) -> Uuid {
    id(1_700_000_000_000_000 + tenant as i64 * 1_000, mixed(tenant as u64 + 77))
}

fn of<'t>(texts: &[&'t str], bits: u64) -> &'t str {
    texts[(bits % texts.len() as u64) as usize]
}

/// Two syllables, of which an e-mail has its rare part.
fn rare(bits: u64) -> String {
    [bits, bits / 24, bits / 576].map(|bits| of(&SYLLABLES, bits)).concat()
}

impl Customer {
    pub(crate) fn of(number: usize) -> Customer {
        let bits = mixed(number as u64);
        let (first, last) = (of(&FIRST, bits), of(&LAST, bits >> 8));
        let created_at = 1_767_225_600_000_000 + number as i64 * 10_000_000;
        let provider = of(&PROVIDER, bits >> 40);
        Customer {
            tenant: tenant_of(number),
            id: id(created_at, bits),
            code: format!("OLD{number:07}"),
            name: format!("{first} {last}"),
            email: format!("{}.{}{number}@{provider}", rare(bits >> 13), last.to_lowercase()),
            phone: format!("+4930{:08}", bits % 100_000_000),
            city: of(&CITY, bits >> 20),
            status: ["active", "active", "pending", "closed"][(bits >> 30) as usize % 4],
            created_at,
        }
    }

    pub(crate) fn created_text(&self) -> String {
        let moment = ratebook::time::Instant::from_microseconds(self.created_at);
        moment.map_or_else(String::new, |moment| moment.to_string())
    }

    /// What is searched, as those keep it who do it by hand.
    pub(crate) fn text(&self) -> String {
        format!("{} {}", self.name.to_lowercase(), self.email)
    }
}

/// What is looked for: three times a rare part of an address, once a common name.
pub(crate) fn term(number: u64) -> String {
    let bits = mixed(number ^ 0x5ea7);
    match number % 4 {
        0 => of(&LAST, bits).to_lowercase()[1..].to_owned(),
        _ => format!("{}.{}", &rare(bits)[1..], &of(&LAST, bits >> 20).to_lowercase()[..2]),
    }
}
