//! To whom something that a pack writes goes, and whether it does just now.

use ratebook::time::{Instant, Zone};
use serde_json::Value;

use super::of_records::tenant_name;
use super::{Reader, Written};
use crate::platform::accounts::id_of;
use crate::platform::jobs::{Carried, Job};
use crate::platform::notices::{About, MEMBER, OWNER, Person, UNREADABLE};
use crate::records::letters::Given;
use crate::state::App;
use crate::store::{Failure, TenantKey};

/// Where somebody stands in a record who has no account, and what stands there.
const OUTSIDE: [(&str, &str); 2] = [("email", "e-mail"), ("phone", "telephone number")];

/// What a pack writes about a record, and to whom.
#[derive(Clone, Debug)]
pub(in crate::platform) struct Addressed {
    pub(in crate::platform) about: About,
    pub(in crate::platform) given: Given,
    /// Nothing where they have no account.
    pub(in crate::platform) person: Option<Person>,
    /// The e-mail of an account, or what stands in the record.
    pub(in crate::platform) address: String,
    /// The record that this stands in, where the letter's own leads to it.
    of: Option<[u8; 16]>,
    locale: String,
    tenant: String,
}

impl Addressed {
    /// That of a job; else what becomes of the job.
    pub(in crate::platform) async fn of(app: &App, job: &Job) -> Result<Result<Addressed, Carried>, Failure> {
        let text = |name: &str| job.body.get(name).and_then(Value::as_str).unwrap_or_default();
        let named = (text("letter"), text("entity"), text("record"));
        let about = match About::of(app, job.tenant, named).await? {
            Ok(about) => about,
            Err(why) => return Ok(Err(Carried::Useless(why))),
        };
        let to = job.body.get("to");
        let to = |kind: &str| to.and_then(|to| to.get(kind)).and_then(Value::as_str);
        let person = match to(MEMBER).or(to(OWNER)).and_then(id_of) {
            // They may have left since.
            Some(account) => person(app, job.tenant, account)
                .await?
                .filter(|one| one.is_member || to(MEMBER).is_none()),
            None => None,
        };
        if let Some(held) = held_back(person.as_ref(), app.now(), about.desk.zone()) {
            return Ok(Err(held));
        }
        let Some(given) = about.given().await? else {
            return Ok(Err(Carried::Done("the record is gone".to_owned())));
        };
        if let Some(person) = person {
            return Ok(Ok(Addressed {
                address: person.email.clone(),
                locale: person.locale.clone(),
                tenant: person.tenant.clone(),
                person: Some(person),
                of: None,
                about,
                given,
            }));
        }
        let outside = OUTSIDE.into_iter().find_map(|(kind, told)| Some((to(kind)?, told)));
        let Some((path, told)) = outside else {
            return Ok(Err(Carried::Done("the account is closed".to_owned())));
        };
        let address = given.text(path).to_owned();
        if address.is_empty() {
            let why = format!("the record has no {told} there any more");
            return Ok(Err(Carried::Done(why)));
        }
        Ok(Ok(Addressed {
            locale: given
                .text(about.letter.locale.as_deref().unwrap_or_default())
                .to_owned(),
            tenant: tenant_name(app, job.tenant).await?,
            person: None,
            of: path.split_once('.').and_then(|(link, _)| given.id(link)),
            address,
            about,
            given,
        }))
    }

    /// Whom it is about, where they have no account: the record that the address stands in, or those that the letter's own names.
    pub(in crate::platform) fn people(&self) -> Vec<[u8; 16]> {
        let entity = self.about.desk.entity().into_iter();
        let named = entity.flat_map(|entity| &entity.definition().people);
        let named = named.filter_map(|path| self.given.id(path.strip_prefix('/').unwrap_or(path)));
        match (&self.person, self.of) {
            (Some(_), _) => Vec::new(),
            (None, Some(of)) => vec![of],
            (None, None) => named.collect(),
        }
    }

    /// What it says to them.
    pub(in crate::platform) fn written(&self) -> Result<Written, String> {
        let reader = Reader {
            locale: &self.locale,
            name: self.person.as_ref().map_or("", |person| &person.name),
            tenant: &self.tenant,
            zone: self.about.desk.zone(),
        };
        let languages = &self.about.desk.pack().definition().languages;
        Written::of(
            &self.about.letter,
            languages,
            self.given.values(&self.about.letter),
            reader,
        )
    }
}

/// Why nothing goes to somebody just now, where nothing does.
pub(super) fn held_back(person: Option<&Person>, now: Instant, zone: &Zone) -> Option<Carried> {
    let preferences = &person?.preferences;
    if preferences.is_unreadable() {
        return Some(Carried::Useless(UNREADABLE.to_owned()));
    }
    let ends = preferences.quiet_until(now, zone)?;
    Some(Carried::Later(ends, "it waits until quiet hours end".to_owned()))
}

pub(super) async fn person(app: &App, tenant: TenantKey, account: [u8; 16]) -> Result<Option<Person>, Failure> {
    let found = app
        .store
        .read_platform(move |mut tx| Box::pin(async move { Person::of(&mut tx, tenant, account).await }));
    found.await
}
