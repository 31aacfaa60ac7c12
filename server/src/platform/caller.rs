//! Who asks, of which tenant, and what they may.

use std::net::IpAddr;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, header};
use ratebook::records::Pack;
use ratebook::tenancy::TenantId;
use ratebook::tenancy::access::{AccessActor, Holder};
use ratebook::time::Zone;
use ratebook::{Code, Error, Reason};
use uuid::Uuid;

use super::accounts::id_of;
use super::auth::Proof;
use super::read_only;
use super::standing::Person;
use crate::came::{By, Came, ENGINE, Who};
use crate::limits::{self, Suspicion, Whose as Limited};
use crate::problem::Problem;
use crate::routes::Needs;
use crate::state::App;
use crate::store::{Failure, PLATFORM, TenantKey, Whose};

/// The header that says which tenant is meant: by its id or its slug.
pub const TENANT_HEADER: &str = "x-tenant-id";

/// Somebody in a tenant, with what they may there: what every route of records begins with.
///
/// A request costs no question to the database as long as the same session has asked within the last second. What this server
/// changes (roles, a membership, a session, a tenant) holds from its answer on; what another server changes, within a second.
#[derive(Clone, Debug)]
pub struct Caller {
    /// The tenant.
    pub tenant: TenantKey,
    /// The pack by which it works.
    pub pack: Arc<Pack>,
    /// The version of the fields that the tenant has added to it; nothing where it is taken without them.
    pub fields: Option<i64>,
    /// The plan that the tenant has, where it has one.
    pub plan: Option<Arc<str>>,
    /// By whose clock its days begin.
    pub zone: Zone,
    /// Who.
    pub actor: AccessActor,
    /// What they may.
    pub holder: Arc<Holder>,
    /// Whether anything of the tenant is changed just now.
    pub may_write: bool,
    /// When somebody who is signed in has last shown that it is them, in microseconds since 1970.
    pub shown_at: Option<i64>,
}

impl FromRequestParts<App> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Caller, Problem> {
        Staying::from_request_parts(parts, app).await?.caller(app).await
    }
}

/// Somebody in a tenant who stays for a while: who they are and what they may is looked at again and again.
#[derive(Clone, Debug)]
pub(crate) struct Staying {
    needs: Needs,
    proof: Proof,
    chosen: Chosen,
    only_reads: bool,
}

impl FromRequestParts<App> for Staying {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Staying, Problem> {
        Ok(Staying {
            needs: declared(parts)?,
            proof: Proof::of(parts, app).await?,
            chosen: Chosen::by(parts, app.base_domain.as_deref()),
            only_reads: matches!(parts.method, Method::GET | Method::HEAD),
        })
    }
}

impl Staying {
    /// Who they are and what they may by now.
    pub(crate) async fn caller(&self, app: &App) -> Result<Caller, Problem> {
        self.proof.still_holds(app)?;
        let standing = app
            .auth()
            .standings
            .caller(app, &self.proof, self.chosen.clone())
            .await?;
        if let Some(by) = standing.through {
            Came::asks_through(standing.account, by);
        }
        Came::is_of(Who {
            account: standing.account,
            tenant: Some(standing.caller.tenant),
        });
        Came::is_told_by_clock_of(&standing.caller.zone);
        let who = match standing.through {
            Some(By::Key(key)) => Limited::Key(key),
            Some(By::Operator(_)) | None => Limited::Account(standing.account),
        };
        let own = &standing.caller;
        let declared = (&*own.pack.definition().rate_limits, own.plan.as_deref());
        limits::comes_to(who, own.tenant, declared).await?;
        let passes = if self.only_reads {
            standing.reads
        } else {
            standing.writes
        };
        if passes {
            match self.needs {
                Needs::Declared | Needs::Member => {}
                Needs::Holds(permission) => standing.caller.needs(permission)?,
                Needs::HoldsInPerson(_) if standing.through.is_some() => return Err(not_in_person()),
                Needs::HoldsInPerson(permission) => standing.caller.needs(permission)?,
                Needs::Nothing | Needs::Page | Needs::SignedIn | Needs::InPerson | Needs::Operator => {
                    return Err(undeclared());
                }
            }
            // Who may not learns nothing of what stands against changes, nor why.
            let writes = read_only::lets(app, standing.caller.tenant, self.only_reads).await?;
            let mut caller = standing.caller.clone();
            caller.may_write &= writes;
            return Ok(caller);
        }
        let what = if standing.reads {
            "nothing is changed"
        } else {
            "nobody of it comes in"
        };
        let message = format!("the tenant is `{}`: {what}", standing.state);
        let reason = Reason::new(Code::TenancyStatus, "", message).with("status", &standing.state);
        Err(Problem::of_reason(403, reason))
    }
}

/// Whoever comes to the records of an entity: somebody in a tenant, or, where they are the platform's and no tenant is named, somebody
/// who runs the installation.
#[derive(Clone, Debug)]
pub(crate) struct Comer(pub(crate) Caller);

impl FromRequestParts<App> for Comer {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Comer, Problem> {
        let path = parts.uri.path().strip_prefix("/v1/").unwrap_or_default();
        let pack = app.platform_pack(path.split('/').next().unwrap_or_default());
        if let Some(pack) = pack
            && Chosen::by(parts, app.base_domain.as_deref()) == Chosen::Only
        {
            if declared(parts)? != Needs::Declared {
                return Err(undeclared());
            }
            if let Proof::Token(token) = Proof::of(parts, app).await? {
                let person = app.auth().standings.person(app, token).await?;
                if person.is_operator {
                    limits::comes(Limited::Account(person.account), None).await?;
                    return Ok(Comer(Caller::operator(pack, person.account)?));
                }
            }
        }
        Caller::from_request_parts(parts, app).await.map(Comer)
    }
}

impl Caller {
    /// The server itself in a tenant, where it may do everything, by all that the tenant has of its own; nothing where the pack is not
    /// served here.
    pub(crate) async fn engine(
        app: &App,
        tenant: TenantKey,
        pack: &str,
        zone: Zone,
    ) -> Result<Option<Caller>, Failure> {
        let Some(base) = app.packs.get(pack) else {
            return Ok(None);
        };
        let (fields, pack) = app.own_packs().now(app, base, tenant).await?;
        Caller::engine_by((fields, &pack), tenant, zone).map(Some)
    }

    /// The same where it goes by nothing that the tenant has of its own.
    pub(crate) fn engine_of_all(
        app: &App,
        tenant: TenantKey,
        pack: &str,
        zone: Zone,
    ) -> Result<Option<Caller>, Failure> {
        let base = app.packs.get(pack);
        base.map(|base| Caller::engine_by((None, base), tenant, zone))
            .transpose()
    }

    fn engine_by((fields, pack): (Option<i64>, &Arc<Pack>), tenant: TenantKey, zone: Zone) -> Result<Caller, Failure> {
        let mut actor = AccessActor::new(TenantId::new(Uuid::from_bytes(tenant).to_string()), ENGINE);
        actor.super_admin = true;
        let holder = Arc::new(pack.holder(&actor)?);
        Ok(Caller {
            tenant,
            pack: Arc::clone(pack),
            fields,
            plan: None,
            zone,
            actor,
            holder,
            may_write: true,
            shown_at: None,
        })
    }

    /// Somebody who runs the installation, at the records of the platform.
    fn operator(pack: &Arc<Pack>, account: [u8; 16]) -> Result<Caller, Failure> {
        let written = |id| Uuid::from_bytes(id).to_string();
        let mut actor = AccessActor::new(TenantId::new(written(PLATFORM)), written(account));
        actor.super_admin = true;
        let holder = Arc::new(pack.holder(&actor)?);
        Ok(Caller {
            tenant: PLATFORM,
            pack: Arc::clone(pack),
            fields: None,
            plan: None,
            zone: Zone::UTC,
            actor,
            holder,
            may_write: true,
            shown_at: None,
        })
    }

    /// The engine, at work for them: it may everything that there is to be done in their tenant.
    pub(crate) fn as_engine(&self) -> Result<(AccessActor, Arc<Holder>), Failure> {
        let mut actor = self.actor.clone();
        actor.super_admin = true;
        actor.scopes = None;
        let holder = self.pack.holder(&actor)?;
        Ok((actor, Arc::new(holder)))
    }

    /// For whom they write, and by which fields of the tenant's own.
    pub(crate) fn whose(&self) -> Whose {
        Whose {
            tenant: self.tenant,
            fields: self.fields,
        }
    }

    /// Refuses who does not hold a permission on all records.
    pub fn needs(&self, permission: &str) -> Result<(), Problem> {
        let held = self.pack.access().permission(permission);
        if held.is_some_and(|held| self.holder.may(held)) {
            return Ok(());
        }
        let message = format!("`{permission}` is needed, and you do not hold it");
        let reason = Reason::new(Code::TenancyPermissionMissing, "", message);
        Err(Error::from(reason.with("permission", permission)).into())
    }
}

/// Which tenant is meant.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Chosen {
    Id(TenantKey),
    Slug(Box<str>),
    /// By a domain of its own.
    Domain(Box<str>),
    /// The only one that somebody is a member of.
    Only,
}

/// No slug is longer.
const MOST_OF_A_SLUG: usize = 40;
/// No domain is longer.
const MOST_OF_A_DOMAIN: usize = 253;

impl Chosen {
    /// By the header, else by the host: its first part where it is one of the installation's, or the whole of it. An installation that
    /// knows no domain of its own asks nothing of hosts.
    pub(crate) fn by(parts: &Parts, base_domain: Option<&str>) -> Chosen {
        if let Some(header) = parts.headers.get(TENANT_HEADER) {
            // What cannot be read is nobody's.
            return named(header.to_str().unwrap_or_default().trim());
        }
        Chosen::by_host(parts, base_domain)
    }

    /// By the host alone.
    pub(crate) fn by_host(parts: &Parts, base_domain: Option<&str>) -> Chosen {
        let host = parts.uri.host().or_else(|| host(&parts.headers));
        host.map_or(Chosen::Only, |host| Chosen::of_host(host, base_domain))
    }

    /// Says of the request that is answered just now that the tenant that it names does not let in whoever asks.
    pub(crate) fn lets_nobody_in(&self) {
        let named = match self {
            Chosen::Id(id) => Uuid::from_bytes(*id).to_string(),
            Chosen::Slug(name) | Chosen::Domain(name) => name.to_string(),
            Chosen::Only => return,
        };
        limits::suspects(Suspicion::tenant(&named));
    }

    /// By a host that somebody names.
    pub(crate) fn of_host(host: &str, base_domain: Option<&str>) -> Chosen {
        base_domain.map_or(Chosen::Only, |base_domain| of_host(host, base_domain))
    }
}

fn named(text: &str) -> Chosen {
    match id_of(&text.to_ascii_lowercase()) {
        Some(id) => Chosen::Id(id),
        None if text.len() > MOST_OF_A_SLUG => Chosen::Slug("".into()),
        None => Chosen::Slug(text.into()),
    }
}

/// The tenant of a host. The installation's own name and what names the machine alone mean nobody; every other name is a tenant's, and
/// one that is nobody's is as foreign as another tenant's.
fn of_host(host: &str, base_domain: &str) -> Chosen {
    if let Some(label) = subdomain(host, base_domain) {
        return named(&label);
    }
    let name = host
        .rsplit_once(':')
        .filter(|_| !host.ends_with(']'))
        .map_or(host, |(name, _)| name);
    let name = name.trim_end_matches('.').to_ascii_lowercase();
    let is_address = name.starts_with('[') || name.parse::<IpAddr>().is_ok();
    if is_address || name.is_empty() || name == "localhost" || name == base_domain {
        return Chosen::Only;
    }
    if name.len() > MOST_OF_A_DOMAIN {
        return Chosen::Domain("".into());
    }
    Chosen::Domain(name.into())
}

fn host(headers: &HeaderMap) -> Option<&str> {
    headers.get(header::HOST)?.to_str().ok()
}

/// `acme` of `acme.example.com:4280`.
fn subdomain(host: &str, base_domain: &str) -> Option<String> {
    let name = host.split(':').next().unwrap_or_default();
    let name = name.trim_end_matches('.').to_ascii_lowercase();
    let label = name.strip_suffix(base_domain)?.strip_suffix('.')?;
    (!label.is_empty() && !label.contains('.')).then(|| label.to_owned())
}

/// Somebody who is signed in, of whatever tenant.
#[derive(Clone, Debug)]
pub(crate) struct SignedIn(pub(crate) Arc<Person>);

impl FromRequestParts<App> for SignedIn {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<SignedIn, Problem> {
        let needs = declared(parts)?;
        let Proof::Token(token) = Proof::of(parts, app).await? else {
            return Err(not_in_person());
        };
        let person = app.auth().standings.person(app, token).await?;
        limits::comes(Limited::Account(person.account), None).await?;
        let operator = person.instead.as_ref().map(|instead| instead.operator);
        if let Some(operator) = operator {
            Came::asks_through(person.account, By::Operator(operator));
        }
        Came::is_of(Who {
            account: person.account,
            tenant: None,
        });
        match needs {
            Needs::SignedIn => Ok(SignedIn(person)),
            Needs::InPerson if operator.is_none() => Ok(SignedIn(person)),
            Needs::InPerson => Err(not_in_person()),
            Needs::Operator if person.is_operator => Ok(SignedIn(person)),
            Needs::Operator => Err(no_operator()),
            Needs::Nothing
            | Needs::Page
            | Needs::Member
            | Needs::Holds(_)
            | Needs::HoldsInPerson(_)
            | Needs::Declared => Err(undeclared()),
        }
    }
}

/// Somebody who runs the installation.
#[derive(Clone, Debug)]
pub struct Operator {
    /// Their account.
    pub account: [u8; 16],
    /// The session in which they ask.
    pub(crate) session: [u8; 16],
}

impl FromRequestParts<App> for Operator {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Operator, Problem> {
        let SignedIn(person) = SignedIn::from_request_parts(parts, app).await?;
        if person.is_operator {
            return Ok(Operator {
                account: person.account,
                session: person.session,
            });
        }
        Err(no_operator())
    }
}

/// That a key does not do, nor somebody in another's place.
pub(super) fn not_in_person() -> Problem {
    let message = "only somebody who is signed in themselves may do this: by no key, and in nobody else's place";
    Error::from(Reason::new(Code::TenancyPermissionMissing, "", message)).into()
}

fn no_operator() -> Problem {
    let message = "only who runs the installation may do this";
    Error::from(Reason::new(Code::TenancyPermissionMissing, "", message)).into()
}

/// What the route of a request needs, as it is declared; a route that declares nothing answers nobody.
fn declared(parts: &Parts) -> Result<Needs, Problem> {
    parts.extensions.get::<Needs>().copied().ok_or_else(undeclared)
}

/// That a route asks who is there otherwise than it declares.
fn undeclared() -> Problem {
    Failure::defect("a route asks for somebody whom it does not declare to need").into()
}

#[cfg(test)]
mod tests {
    use super::{Chosen, of_host, subdomain};

    #[test]
    fn a_tenant_is_the_first_part_of_a_host() {
        let of = |host| subdomain(host, "example.com");
        assert_eq!(of("acme.example.com").as_deref(), Some("acme"));
        assert_eq!(of("Acme.Example.com:4280").as_deref(), Some("acme"));
        for other in [
            "example.com",
            "a.b.example.com",
            "acme.example.org",
            "acmeexample.com",
            ".example.com",
            "",
        ] {
            assert_eq!(of(other), None, "{other}");
        }
    }

    #[test]
    fn every_other_name_is_a_domain_of_its_own() {
        let of = |host| of_host(host, "example.com");
        assert_eq!(of("acme.example.com"), Chosen::Slug("acme".into()));
        for own in [
            "example.com",
            "Example.com.:4280",
            "localhost:4280",
            "127.0.0.1",
            "127.0.0.1:80",
            "[::1]:80",
            "[::1]",
            "",
        ] {
            assert_eq!(of(own), Chosen::Only, "{own}");
        }
        for (host, domain) in [
            ("hire.acme.test", "hire.acme.test"),
            ("Hire.Acme.test.:4280", "hire.acme.test"),
            ("a.b.example.com", "a.b.example.com"),
            ("evilexample.com", "evilexample.com"),
        ] {
            assert_eq!(of(host), Chosen::Domain(domain.into()), "{host}");
        }
    }
}
