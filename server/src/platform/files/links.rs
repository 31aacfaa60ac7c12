//! An address by which a file is read without signing in: signed by the server, for a while, and only as long as the field for which it was
//! made names the file, in a record that was not deleted.

use axum::body::Body;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, HeaderValue, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use ratebook::time::Instant;
use sha2::Sha256;

use super::{Named, size_of};
use crate::platform::jobs::{desk_of, engine_of};
use crate::platform::stands;
use crate::problem::Problem;
use crate::records::parameters::Parameters;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{Failure, RowCells, TenantKey, Vault};

/// What an address is good for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Link {
    pub(crate) named: Named,
    /// The record that names it, of which entity, and by which field.
    pub(crate) record: [u8; 16],
    pub(crate) entity: String,
    pub(crate) field: String,
    /// Until when, in seconds since 1970.
    pub(crate) until: i64,
}

/// Between the names of an entity and of a field, of which none has one.
const BETWEEN: char = '/';
const SIGNATURE: usize = 32;

impl Link {
    fn signed(plain: &[u8], vault: &Vault) -> Hmac<Sha256> {
        let mut signed = match Hmac::<Sha256>::new_from_slice(&vault.key_for("files")) {
            Ok(signed) => signed,
            Err(_) => unreachable!("HMAC takes keys of every length"),
        };
        signed.update(plain);
        signed
    }

    /// As it stands in an address.
    pub(crate) fn write(&self, vault: &Vault) -> String {
        let names = format!("{}{BETWEEN}{}", self.entity, self.field);
        let until = self.until.to_be_bytes();
        let plain = [
            &self.named.tenant[..],
            &self.named.id,
            &self.record,
            &until,
            names.as_bytes(),
        ]
        .concat();
        let signature = Link::signed(&plain, vault).finalize().into_bytes();
        URL_SAFE_NO_PAD.encode([plain.as_slice(), &signature].concat())
    }

    /// What this server, or another one of the installation, has signed.
    fn read(text: &str, vault: &Vault) -> Option<Link> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        let (plain, signature) = bytes.split_last_chunk::<SIGNATURE>()?;
        Link::signed(plain, vault).verify_slice(signature).ok()?;
        let (tenant, rest) = plain.split_first_chunk()?;
        let (id, rest) = rest.split_first_chunk()?;
        let (record, rest) = rest.split_first_chunk()?;
        let (until, names) = rest.split_first_chunk()?;
        let (entity, field) = std::str::from_utf8(names).ok()?.split_once(BETWEEN)?;
        Some(Link {
            named: Named {
                tenant: *tenant,
                id: *id,
            },
            record: *record,
            entity: entity.to_owned(),
            field: field.to_owned(),
            until: i64::from_be_bytes(*until),
        })
    }
}

/// `GET /v1/files/{file}`: whatever is wrong with an address is answered alike.
pub(super) async fn read(
    State(app): State<App>,
    Path(file): Path<String>,
    RawQuery(address): RawQuery,
    headers: HeaderMap,
) -> Result<Response<Body>, Problem> {
    let mut parameters = Parameters::read(address.as_deref())?;
    let size = size_of(parameters.take("size").as_deref())?;
    parameters.finish()?;
    let nothing = || Problem::not_found("there is no such file, or the time of its address is over");
    let link = Link::read(&file, &app.vault).ok_or_else(nothing)?;
    if link.until < app.now().microseconds() / 1_000_000 || !is_open(&app, link.named.tenant).await? {
        return Err(nothing());
    }
    let caller = engine_of(&app, link.named.tenant, &link.entity).await?;
    let desk = desk_of(&app, &caller, &link.entity).ok_or_else(nothing)?;
    let shown = desk.file_for(&link, size).await?.ok_or_else(nothing)?;
    let mut response = shown.answer(&app.files, &headers).await?;
    // It is made to be shown in pages of others.
    let anywhere = HeaderValue::from_static("cross-origin");
    response.headers_mut().insert("cross-origin-resource-policy", anywhere);
    Ok(response)
}

/// Whether people of the tenant read anything just now.
async fn is_open(app: &App, tenant: TenantKey) -> Result<bool, Problem> {
    let rows = app.store.read_platform(move |mut tx| {
        Box::pin(async move {
            let asked = "SELECT name, state, updated_at FROM tenants WHERE id = $1";
            tx.ask(asked, &[Bound::Id(tenant)]).await
        })
    });
    let rows = rows.await?;
    let Some(row) = rows.first() else { return Ok(false) };
    let text = |place: usize| -> Result<&str, Failure> { Ok(row.text(place)?.unwrap_or_default()) };
    let since = row
        .whole(2)
        .map_err(Failure::from)?
        .and_then(Instant::from_microseconds);
    Ok(stands(text(0)?, text(1)?, since, app.now())?.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_what_was_signed_and_nothing_else() {
        let (vault, other) = (Vault::new(&[7; 32]), Vault::new(&[8; 32]));
        let link = Link {
            named: Named {
                tenant: [1; 16],
                id: [2; 16],
            },
            record: [3; 16],
            entity: "ticket".to_owned(),
            field: "attachment".to_owned(),
            until: 1_800_000_000,
        };
        let text = link.write(&vault);
        assert_eq!(Link::read(&text, &vault), Some(link.clone()));
        assert_eq!(Link::read(&text, &other), None);
        let bytes = URL_SAFE_NO_PAD.decode(&text).expect("bytes");
        for place in 0..bytes.len() {
            let mut wrong = bytes.clone();
            wrong[place] ^= 1;
            assert_eq!(Link::read(&URL_SAFE_NO_PAD.encode(wrong), &vault), None, "{place}");
        }
        for wrong in ["", "a", &text[..20], "../../x"] {
            assert_eq!(Link::read(wrong, &vault), None);
        }
    }
}
