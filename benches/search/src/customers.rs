//! Customers whose texts are spread as real ones are: some names, providers and streets are everywhere, most parts are rare.

use ratebook_server::store::search::{Hit, Tier, folded};
use uuid::Uuid;

pub(crate) const TENANTS: usize = 1_000;
const FIRST: &str = "Anna Juan María Ananya José Hannah Mohammed Andreas Li Wei Fernanda Ana Ivan Susanne Jan Daniel Manuel Angela Lukas Priya \
Rahul Sofía Chloé François Zoë Müller Åsa Søren Yan Xin Quentin Ioana Nguyễn Thanh Omar Fatima Aleksandr Дмитрий Анна Σωκράτης Björn Emma Noah \
Olivia Liam Mia Paul Marie Pierre Hans Peter Kumar Anil Sunita Deepak Rajesh Vikram Arjun Kavya Meera Sanjay Isabella Santiago Mateo Valentina";
const LAST: &str = "Smith García Fernández Müller Sánchez Singh Kumar Sharma Patel Khan Nguyen Hansen Andersson Johansson Martin Bernard Dubois \
Rossi Bianchi Schmidt Schneider Fischer Weber Wagner Becker Hoffmann González Rodríguez López Martínez Pérez Hernández Iyer Nair Reddy Gupta \
Mehta Kapoor Chopra Das Banerjee Chatterjee Brown Jones Taylor Wilson Evans Thomas Roberts Walker Wright Robinson Thompson White Hughes Green Hall \
Lewis Harris Clarke Jackson Wood Turner Novák Kowalski Иванова Παπαδόπουλος Ferreira Oliveira Santos Quezada Zapata Xu Zhang Wang Chen";
const PROVIDER: &str = "gmail.com gmail.com gmail.com gmail.com yahoo.com outlook.com hotmail.com icloud.com web.de example.org proton.me rediffmail.com";
const STREET: &str = "Main Street|Station Road|MG Road|Gran Vía|Calle Mayor|Hauptstraße|Bahnhofstraße|Rue de Rivoli|Via Roma|High Street|Church Lane|\
Mahatma Gandhi Marg|Anna Salai|Linking Road|Park Avenue|Avenida de América|Ringstraße|Kirchweg|Brunnenweg|Quai d'Orsay|Marine Drive|Juhu Lane";
const CITY: &str = "Bengaluru Mumbai Chennai Delhi Madrid Barcelona Sevilla Berlin München Hamburg Paris Lyon Roma Milano London Manchester Göteborg Zürich";
/// What rare parts are made of.
const SYLLABLES: &str =
    "ba ke li mo nu pra sha tri vel wen xo yu zi dor fin gal har jun kal lor mir nis oth pel qua ros sil tam ul vor";

/// Chance that is the same in every run (xorshift64*).
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    pub(crate) fn below(&mut self, end: usize) -> usize {
        (self.bits() % end as u64) as usize
    }

    fn bits(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    /// One of some, the early ones far more often.
    pub(crate) fn common<'a>(&mut self, of: &[&'a str]) -> &'a str {
        let (one, two) = (self.below(of.len()), self.below(of.len()));
        of[one * two / of.len()]
    }
}

/// A customer: tenant by number, id, and code, name, e-mail, phone, address.
pub(crate) struct Customer {
    pub(crate) tenant: usize,
    pub(crate) id: Uuid,
    pub(crate) fields: [String; 5],
}

pub(crate) fn tenant_id(tenant: usize) -> Uuid {
    uuid(
        1_700_000_000_000 + tenant as u64,
        (tenant as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15),
    )
}

/// An id of version 7.
fn uuid(at_ms: u64, chance: u64) -> Uuid {
    let high = (at_ms << 16) | 0x7000 | (chance >> 52);
    Uuid::from_u64_pair(high, (chance & 0x3fff_ffff_ffff_ffff) | 0x8000_0000_0000_0000)
}

/// So many customers; the first tenant holds a tenth of them.
pub(crate) fn made(rows: usize) -> Vec<Customer> {
    let mut chance = Chance(20_261_128);
    (0..rows).map(|row| one(row, &mut chance)).collect()
}

fn one(row: usize, chance: &mut Chance) -> Customer {
    let words = |text: &'static str| text.split_whitespace().collect::<Vec<_>>();
    let tenant = if chance.below(10) == 0 {
        0
    } else {
        1 + chance.below(TENANTS - 1)
    };
    // One in fifty was made offline, some time before it came in.
    let offline = if chance.below(50) == 0 { 40_000_000 } else { 0 };
    let id = uuid(1_760_000_000_000 + row as u64 * 40 - offline, chance.bits());
    let syllables = words(SYLLABLES);
    let mut rare = || {
        (0..3)
            .map(|_| syllables[chance.below(syllables.len())])
            .collect::<String>()
    };
    let (rare_name, rare_mail) = (rare(), rare());
    let first = chance.common(&words(FIRST));
    let last = match chance.below(4) {
        0 => rare_name[..1].to_uppercase() + &rare_name[1..],
        _ => chance.common(&words(LAST)).to_owned(),
    };
    let number = chance.below(10_000);
    let mail = match chance.below(3) {
        0 => format!("{rare_mail}{}@{}", number % 100, chance.common(&words(PROVIDER))),
        _ => format!("{first}.{last}{number}@{}", chance.common(&words(PROVIDER))),
    };
    let phone = match chance.below(3) {
        0 => format!("+49 30 {:08}", chance.below(100_000_000)),
        _ => format!("+91 9{:09}", chance.below(1_000_000_000)),
    };
    let streets: Vec<&str> = STREET.split('|').collect();
    let address = format!(
        "{} {}, {:05} {}",
        1 + number % 300,
        chance.common(&streets),
        chance.below(99_999),
        chance.common(&words(CITY))
    );
    let code = format!("CUST{row:06}");
    let fields = [code, format!("{first} {last}"), mail, phone, address];
    Customer { tenant, id, fields }
}

/// A tenant's customers as brute force reads them.
pub(crate) struct Folded(Vec<(Uuid, Vec<String>)>);

impl Folded {
    pub(crate) fn of(customers: &[Customer], tenant: usize) -> Folded {
        let own = customers.iter().filter(|customer| customer.tenant == tenant);
        Folded(
            own.map(|one| (one.id, one.fields.iter().map(|field| folded(field)).collect()))
                .collect(),
        )
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// The page, told from every field of every customer.
    pub(crate) fn page(&self, term: &str, limit: usize) -> Vec<Hit> {
        let term = folded(term);
        let hits = self.0.iter().filter_map(|(id, fields)| {
            let tiers = fields.iter().filter_map(|field| tier(field, &term));
            tiers.min().map(|tier| Hit { tier, id: *id })
        });
        let mut hits: Vec<Hit> = hits.collect();
        hits.sort();
        hits.truncate(limit);
        hits
    }

    /// A term of so many letters: out of a text, or of letters that may stand in none.
    pub(crate) fn term(&self, length: usize, from_text: bool, chance: &mut Chance) -> String {
        for _ in 0..1_000 {
            let (_, fields) = &self.0[chance.below(self.0.len())];
            let letters: Vec<char> = fields[chance.below(fields.len())].chars().collect();
            if letters.len() < length {
                continue;
            }
            let start = chance.below(letters.len() - length + 1);
            let mut term: Vec<char> = letters[start..start + length].to_vec();
            if !from_text {
                let at = chance.below(length);
                term[at] = char::from(b'a' + chance.below(26) as u8);
            }
            let term: String = term.into_iter().collect();
            // Spaces at its ends are not part of a term.
            if term.trim().len() == term.len() {
                return term;
            }
        }
        "x".repeat(length)
    }
}

fn tier(field: &str, term: &str) -> Option<Tier> {
    if !field.contains(term) {
        return None;
    }
    if field.starts_with(term) {
        return Some(if field.len() == term.len() {
            Tier::Exact
        } else {
            Tier::Prefix
        });
    }
    let begins_word = term.starts_with(char::is_alphanumeric);
    let word = field.char_indices().any(|(at, _)| {
        let before = field[..at].chars().next_back();
        before.is_some_and(|letter| !letter.is_alphanumeric()) && field[at..].starts_with(term)
    });
    Some(if begins_word && word { Tier::Word } else { Tier::Part })
}
