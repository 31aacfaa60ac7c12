//! That letters are opened and links in them followed, counted where the tenant and whoever reads them want it: off, unless both have said so.
//! An address in a letter names the letter alone, leads to what stood in that letter and to nothing else, and is signed.

mod addresses;
mod counts;
mod routes;

use ratebook::records::ColumnKind;
use ratebook::time::Instant;
use serde_json::{Value, json};

pub(in crate::platform) use routes::routes;

use super::Addressed;
use crate::platform::jobs::Job;
use crate::platform::notices::{MEMBER, OWNER};
use crate::platform::privacy;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{AnyRow, Failure, Place, PlatformTx, RowCells, TenantKey, TenantTx};

use addresses::Token;

/// As many links of a letter are counted at most.
const MOST_LINKS: usize = 50;
/// How long it is kept, in microseconds.
const KEPT: i64 = 365 * 24 * 3_600 * 1_000_000;

/// What a tenant has counted.
#[derive(Clone, Debug, Default)]
struct Measures {
    opens: bool,
    clicks: bool,
    /// To what whoever is no member must have agreed; nobody of them is counted without it.
    purpose: Option<String>,
    updated_at: Option<Instant>,
}

const SELECTED: &str = "SELECT opens, clicks, purpose, updated_at FROM mail_measures WHERE tenant_id = $1";

impl Measures {
    async fn of(tx: &mut TenantTx<'_>) -> Result<Measures, Failure> {
        let rows = tx.ask(SELECTED, &[]).await?;
        Ok(rows.first().map(Measures::read).transpose()?.unwrap_or_default())
    }

    fn read(row: &AnyRow) -> Result<Measures, Failure> {
        Ok(Measures {
            opens: row.truth(0)?.unwrap_or_default(),
            clicks: row.truth(1)?.unwrap_or_default(),
            purpose: row.text(2)?.map(str::to_owned),
            updated_at: row.whole(3)?.and_then(Instant::from_microseconds),
        })
    }

    fn told(&self) -> Value {
        json!({"opens": self.opens, "clicks": self.clicks, "purpose": self.purpose, "updated_at": self.updated_at})
    }
}

/// Where the address of a link is encrypted for.
fn place<'p>(tenant: TenantKey, mail: [u8; 16]) -> Place<'p> {
    Place {
        tenant,
        entity: "mail_link",
        field: "address",
        id: mail,
    }
}

/// Whether whoever gets a letter wants it counted.
async fn is_wanted(tx: &mut TenantTx<'_>, own: &Addressed, measures: &Measures) -> Result<bool, Failure> {
    if let Some(person) = &own.person {
        return Ok(person.preferences.is_measured());
    }
    let (Some(purpose), desk) = (&measures.purpose, &own.about.desk) else {
        return Ok(false);
    };
    Ok(privacy::agreed(tx, desk, &own.people()).await?.contains(purpose))
}

/// What is counted of a letter: nothing where the tenant or whoever gets it does not want it.
async fn wanted(app: &App, own: &Addressed) -> Result<Option<Measures>, Failure> {
    let own = own.clone();
    let asked = app.store.read(own.about.desk.caller.tenant, move |mut tx| {
        Box::pin(async move {
            let measures = Measures::of(&mut tx).await?;
            let is_on = measures.opens || measures.clicks;
            let is_wanted = is_on && is_wanted(&mut tx, &own, &measures).await?;
            Ok(is_wanted.then_some(measures))
        })
    });
    asked.await
}

/// The HTML of a letter as it is sent: where it is counted, with a picture of nothing, and links by way of this server.
pub(super) async fn counted(app: &App, job: &Job, (own, html): (&Addressed, String)) -> Result<String, Failure> {
    let (Some(home), Some(measures)) = (app.public_url(), wanted(app, own).await?) else {
        return Ok(html);
    };
    let (tenant, mail) = (job.tenant, job.id);
    let mut found = addresses::links(&html, MOST_LINKS);
    if !measures.clicks {
        found.clear();
    }
    keep(app, job, (own, &found)).await?;
    let token = |place: Option<u16>| Token { tenant, mail, place }.write(&app.vault);
    let to = |place: u16| format!("{home}/v1/mails/{}/follow", token(Some(place)));
    let mut html = addresses::by_way_of(&html, &found, to);
    if measures.opens {
        addresses::with_picture(&mut html, &format!("{home}/v1/mails/{}/open", token(None)));
    }
    Ok(html)
}

/// Keeps that a letter is counted, and where its links lead: the same however often it is tried.
async fn keep(app: &App, job: &Job, (own, found): (&Addressed, &[addresses::Link])) -> Result<(), Failure> {
    let mut sealed = Vec::with_capacity(found.len());
    for link in found {
        sealed.push(app.vault.seal(&place(job.tenant, job.id), link.address.as_bytes())?);
    }
    let to = |kind: &str| job.body.get("to").and_then(|to| to.get(kind)).and_then(Value::as_str);
    let mail = job.id;
    let values = [
        Bound::Id(mail),
        Bound::Text(own.about.letter.name.clone()),
        Bound::Text(own.about.letter.entity.clone()),
        Bound::Id(own.about.record),
        Bound::text(to(MEMBER).or(to(OWNER))),
        Bound::Whole(app.now().microseconds()),
        id_or_nothing(own.people().first()),
    ];
    let kept = app.store.write(job.tenant, move |mut tx| {
        Box::pin(async move {
            let text = "INSERT INTO mails (tenant_id, id, letter, entity, record_id, member, sent_at, person, opens, opens_by_machines) VALUES \
                        ($1, $2, $3, $4, $5, $6, $7, $8, 0, 0) ON CONFLICT (tenant_id, id) DO UPDATE SET sent_at = excluded.sent_at";
            tx.tell(text, &values).await?;
            for (place, address) in (0_i64..).zip(sealed) {
                let text = "INSERT INTO mail_links (tenant_id, mail_id, place, address, clicks, clicks_by_machines) VALUES ($1, $2, $3, $4, 0, \
                            0) ON CONFLICT (tenant_id, mail_id, place) DO UPDATE SET address = excluded.address";
                let values = [Bound::Id(mail), Bound::Whole(place), Bound::Bytes(address)];
                tx.tell(text, &values).await?;
            }
            Ok(())
        })
    });
    kept.await
}

/// Forgets what a member did with letters: `$1` is the tenant, `$2` the member.
pub(in crate::platform) async fn forget(tx: &mut PlatformTx<'_>, own: &[Bound; 2]) -> Result<(), Failure> {
    let text = "DELETE FROM mails WHERE tenant_id = $1 AND member = $2";
    tx.tell(text, own).await.map(drop)
}

fn id_or_nothing(id: Option<&[u8; 16]>) -> Bound {
    id.map_or(Bound::Nothing(ColumnKind::Id), |id| Bound::Id(*id))
}

/// Forgets what was done with letters about a record or a person: `$2` is its entity, `$3` the record.
pub(crate) async fn forget_record(tx: &mut TenantTx<'_>, own: &[Bound; 2]) -> Result<(), Failure> {
    let text = "DELETE FROM mails WHERE tenant_id = $1 AND ((entity = $2 AND record_id = $3) OR person = $3)";
    tx.tell(text, own).await.map(drop)
}

/// Forgets letters of long ago; how many, at most so many.
pub(in crate::platform) async fn sweep(tx: &mut PlatformTx<'_>, now: i64, most: i64) -> Result<u64, Failure> {
    let text = "DELETE FROM mails WHERE (tenant_id, id) IN (SELECT tenant_id, id FROM mails WHERE sent_at < $1 ORDER BY sent_at LIMIT $2)";
    let values = [Bound::Whole(now.saturating_sub(KEPT)), Bound::Whole(most)];
    tx.tell(text, &values).await
}
