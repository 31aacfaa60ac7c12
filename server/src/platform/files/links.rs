//! An address by which a file is read without signing in: signed by the server, for a while, and only as long as a record names the file.

use axum::body::Body;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, HeaderValue, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use ratebook::time::Instant;
use sha2::Sha256;

use super::{Named, Shown, size_of};
use crate::platform::stands;
use crate::problem::Problem;
use crate::records::parameters::Parameters;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{Failure, RowCells, TenantKey, Vault};

/// What an address is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Link {
    pub(crate) named: Named,
    /// Until when, in seconds since 1970.
    pub(crate) until: i64,
}

const PLAIN: usize = 16 + 16 + 8;

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
        let plain = [&self.named.tenant[..], &self.named.id, &self.until.to_be_bytes()].concat();
        let signature = Link::signed(&plain, vault).finalize().into_bytes();
        URL_SAFE_NO_PAD.encode([plain.as_slice(), &signature].concat())
    }

    /// What this server, or another one of the installation, has signed.
    fn read(text: &str, vault: &Vault) -> Option<Link> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        let (plain, signature) = bytes.split_at_checked(PLAIN)?;
        Link::signed(plain, vault).verify_slice(signature).ok()?;
        let (tenant, rest) = plain.split_first_chunk()?;
        let (id, until) = rest.split_first_chunk()?;
        Some(Link {
            named: Named {
                tenant: *tenant,
                id: *id,
            },
            until: i64::from_be_bytes(until.try_into().ok()?),
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
    let id = link.named.id;
    let known = app
        .store
        .read(link.named.tenant, move |mut tx| {
            Box::pin(async move { tx.file(id).await })
        })
        .await?;
    let known = known.filter(|known| known.is_named).ok_or_else(nothing)?;
    let shown = Shown {
        named: link.named,
        known,
        size,
    };
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
            until: 1_800_000_000,
        };
        let text = link.write(&vault);
        assert_eq!(Link::read(&text, &vault), Some(link));
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
