//! How a tenant looks on paper: what it is called, where it is, its colour and its logo.

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ratebook::tenancy::Tenant;
use ratebook::{Code, Error};
use serde_json::{Value, json};

use crate::platform::accounts::id_of;
use crate::platform::caller::Caller;
use crate::platform::files::Named;
use crate::platform::form::Fields;
use crate::platform::mail::tenant_name;
use crate::problem::Problem;
use crate::routes::{Needs, Routes};
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{AnyRow, Entry, Failure, Own, RowCells, TenantKey, TenantTx};

type Answer = Result<Response, Problem>;

const WRITES: &str = "settings:write";
const LONGEST_NAME: usize = 100;
const MOST_LINES: usize = 8;
const LONGEST_LINE: usize = 100;
/// A logo is kept with the brand, whatever becomes of the file that it was.
const MOST_OF_A_LOGO: u64 = 512 * 1024;
/// What typst draws, and nothing that is carried out.
const LOGOS: [(&str, &str); 2] = [("image/png", "png"), ("image/jpeg", "jpg")];
/// A dark blue that white is read on.
const USUAL_FILL: &str = "#1f3a5f";
const USUAL_TEXT: &str = "#ffffff";
/// A PNG of one dot, in Base64.
const DOT: &str = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

pub(crate) fn routes() -> Routes<App> {
    Routes::default()
        .get("/v1/brand", Needs::Member, read)
        .put("/v1/brand", Needs::Holds(WRITES), replace)
}

/// The brand of a tenant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Brand {
    name: String,
    address: Vec<String>,
    fill: String,
    text: String,
    logo: Option<Logo>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Logo {
    kind: String,
    bytes: Vec<u8>,
}

impl Logo {
    fn place(&self) -> String {
        let ending = LOGOS
            .iter()
            .find(|(kind, _)| *kind == self.kind)
            .map_or("png", |(_, own)| *own);
        format!("/brand/logo.{ending}")
    }
}

impl Brand {
    /// One of which nothing but its name is known.
    pub(crate) fn of_name(name: &str) -> Brand {
        Brand {
            name: name.to_owned(),
            address: Vec::new(),
            fill: USUAL_FILL.to_owned(),
            text: USUAL_TEXT.to_owned(),
            logo: None,
        }
    }

    /// One of which everything is known.
    pub(super) fn sample() -> Brand {
        let logo = Logo {
            kind: "image/png".to_owned(),
            bytes: STANDARD.decode(DOT).unwrap_or_default(),
        };
        Brand {
            address: ["Street 1", "12345 Town"].map(str::to_owned).to_vec(),
            logo: Some(logo),
            ..Brand::of_name("Sample")
        }
    }

    /// What templates are given of it.
    pub(crate) fn told(&self) -> Value {
        json!({
            "name": self.name,
            "address": self.address,
            "colour": {"fill": self.fill, "text": self.text},
            "logo": self.logo.as_ref().map(Logo::place),
        })
    }

    /// Its logo in Base64, by the place under which templates find it.
    pub(crate) fn picture(&self) -> Option<(String, String)> {
        let logo = self.logo.as_ref()?;
        Some((logo.place(), STANDARD.encode(&logo.bytes)))
    }

    /// As it is told to people: of its logo what it is, and not the picture.
    fn shown(&self) -> Value {
        let logo = self
            .logo
            .as_ref()
            .map(|logo| json!({"type": logo.kind, "bytes": logo.bytes.len()}));
        json!({
            "name": self.name,
            "address": self.address,
            "colour": {"fill": self.fill, "text": self.text},
            "logo": logo,
        })
    }

    fn of_row(row: &AnyRow) -> Result<Brand, Failure> {
        let text = |place: usize| Ok::<_, Failure>(row.text(place)?.unwrap_or_default().to_owned());
        let logo = match (row.text(4)?, row.bytes(5)?) {
            (Some(kind), Some(bytes)) => Some(Logo {
                kind: kind.to_owned(),
                bytes: bytes.to_vec(),
            }),
            _ => None,
        };
        Ok(Brand {
            name: text(0)?,
            address: text(1)?.lines().map(str::to_owned).collect(),
            fill: text(2)?,
            text: text(3)?,
            logo,
        })
    }
}

impl App {
    /// The brand of a tenant: what it has said, or its name.
    pub(crate) async fn brand(&self, tenant: TenantKey) -> Result<Brand, Failure> {
        let kept = self
            .store
            .read(tenant, |mut tx| Box::pin(async move { kept(&mut tx).await }));
        if let Some(brand) = kept.await? {
            return Ok(brand);
        }
        Ok(Brand::of_name(&tenant_name(self, tenant).await?))
    }
}

async fn kept(tx: &mut TenantTx<'_>) -> Result<Option<Brand>, Failure> {
    let text = "SELECT name, address, fill, text, logo_type, logo FROM brands WHERE tenant_id = $1";
    let rows = tx.ask(text, &[]).await?;
    rows.first().map(Brand::of_row).transpose()
}

/// `GET /v1/brand`
async fn read(State(app): State<App>, caller: Caller) -> Answer {
    Ok(Json(app.brand(caller.tenant).await?.shown()).into_response())
}

/// `PUT /v1/brand`
async fn replace(State(app): State<App>, caller: Caller, mut fields: Fields) -> Answer {
    let mut brand = Brand::of_name(fields.text("name").trim());
    brand.address = fields.texts_if_given("address").unwrap_or_default();
    if let Some(mut colour) = fields.has("colour").then(|| fields.inside("colour")).flatten() {
        (brand.fill, brand.text) = (colour.text("fill"), colour.text("text"));
        fields.join(colour);
    }
    // Left out it stays, null takes it away, and an id is a file that the caller has sent.
    let logo = fields.text_or_null("logo");
    check(&brand, &mut fields);
    fields.finish()?;
    let stays = logo.is_none();
    if let Some(id) = logo.flatten() {
        brand.logo = Some(logo_of(&app, &caller, &id).await?);
    }
    let (tenant, now) = (caller.tenant, app.now().microseconds());
    let written = app.store.write_alone(tenant, move |mut tx| {
        Box::pin(async move {
            let before = kept(&mut tx).await?;
            if stays {
                brand.logo = before.as_ref().and_then(|before| before.logo.clone());
            }
            keep(&mut tx, &brand, now).await?;
            tx.enter(Entry {
                at: now,
                actor: caller.actor.id.clone(),
                entity: Own::Brand.into(),
                record: tenant,
                action: "replaced".to_owned(),
                changes: changes(before.as_ref(), &brand).to_string(),
            });
            Ok(brand)
        })
    });
    Ok(Json(written.await?.shown()).into_response())
}

async fn keep(tx: &mut TenantTx<'_>, brand: &Brand, now: i64) -> Result<(), Failure> {
    let logo = brand.logo.as_ref();
    let values = [
        Bound::Text(brand.name.clone()),
        Bound::Text(brand.address.join("\n")),
        Bound::Text(brand.fill.clone()),
        Bound::Text(brand.text.clone()),
        Bound::text(logo.map(|logo| logo.kind.as_str())),
        logo.map_or(Bound::Nothing(ratebook::records::ColumnKind::Bytes), |logo| {
            Bound::Bytes(logo.bytes.clone())
        }),
        Bound::Whole(now),
    ];
    let text = "INSERT INTO brands (tenant_id, name, address, fill, text, logo_type, logo, updated_at) VALUES ($1, $2, $3, $4, $5, $6, \
                $7, $8) ON CONFLICT (tenant_id) DO UPDATE SET name = excluded.name, address = excluded.address, fill = excluded.fill, \
                text = excluded.text, logo_type = excluded.logo_type, logo = excluded.logo, updated_at = excluded.updated_at";
    tx.tell(text, &values).await.map(drop)
}

/// What has become of it, field by field. Another logo is another one, though it may be of the same type and length.
fn changes(before: Option<&Brand>, after: &Brand) -> Value {
    let logo = before.and_then(|before| before.logo.as_ref()) != after.logo.as_ref();
    let (was, is) = (before.map(Brand::shown).unwrap_or_default(), after.shown());
    let part = |of: &Value, name: &str| of.get(name).cloned().unwrap_or_default();
    let names = ["name", "address", "colour", "logo"].into_iter();
    let changed = names.filter(|name| part(&was, name) != part(&is, name) || (*name == "logo" && logo));
    changed
        .map(|name| json!({"field": name, "before": part(&was, name), "after": part(&is, name)}))
        .collect()
}

/// Names and colours by the engine's rules of a tenant's brand: what stands on a colour can be read.
fn check(brand: &Brand, fields: &mut Fields) {
    let lines = &brand.address;
    let unfit = |line: &String| {
        line.trim().is_empty() || line.chars().count() > LONGEST_LINE || line.chars().any(char::is_control)
    };
    if lines.len() > MOST_LINES || lines.iter().any(unfit) {
        let message = format!("an address has at most {MOST_LINES} lines, each of 1 to {LONGEST_LINE} characters");
        fields.fault(Code::RequestRange, "address", message);
    }
    if brand.name.chars().count() > LONGEST_NAME || brand.name.chars().any(char::is_control) {
        let message = format!("the name has at most {LONGEST_NAME} characters, on one line");
        fields.fault(Code::RequestRange, "name", message);
    }
    let colours = json!({"primary": {"fill": brand.fill, "text": brand.text}});
    let definition = json!({"id": "tenant", "name": "Tenant", "brand": {"colours": colours}});
    for reason in Tenant::load(definition)
        .err()
        .map(Error::into_reasons)
        .into_iter()
        .flatten()
    {
        let place = reason.path.strip_prefix("/brand/colours/primary").unwrap_or_default();
        fields.fault(Code::RequestRange, &format!("colour{place}"), reason.message);
    }
}

/// The picture of a file that the caller has sent.
async fn logo_of(app: &App, caller: &Caller, id: &str) -> Result<Logo, Problem> {
    let none = || {
        let message = "`logo` names no file that you have sent; send it to `/v1/files` first";
        Problem::from(Error::new(Code::RequestRange, "/logo", message))
    };
    let id = id_of(id).ok_or_else(none)?;
    let known = app
        .store
        .read(caller.tenant, move |mut tx| Box::pin(async move { tx.file(id).await }));
    let known = known
        .await?
        .filter(|known| known.made_by == caller.actor.id)
        .ok_or_else(none)?;
    if LOGOS.iter().all(|(kind, _)| *kind != known.kind) || known.bytes > MOST_OF_A_LOGO {
        let message = format!("a logo is a PNG or a JPEG of at most {MOST_OF_A_LOGO} bytes");
        return Err(Error::new(Code::RequestRange, "/logo", message).into());
    }
    let named = Named {
        tenant: caller.tenant,
        id,
    };
    Ok(Logo {
        kind: known.kind,
        bytes: app.files.whole(named).await?,
    })
}
