//! Somebody at work on the records of an entity, at a moment.

use std::sync::Arc;

use ratebook::flow::AutomationTrigger;
use ratebook::records::{Cell, Entity, Pack, QueryPlan, RecordMaskRequest, RecordQuery};
use ratebook::tenancy::access::{AccessActor, Holder};
use ratebook::time::{Day, Instant, Zone};
use ratebook::{Code, Error, Reason};

use crate::came::{Came, ENGINE, Going};
use crate::platform::caller::Caller;
use crate::problem::Problem;
use crate::state::App;
use crate::store::{Failure, PLATFORM, Record, Target};

/// Who is at work, for whom, and when.
#[derive(Clone, Debug)]
pub(crate) struct Desk {
    pub(crate) app: App,
    pub(crate) caller: Caller,
    pub(crate) now: Instant,
    /// How many effects and runs of rules have led to what is done here, each by the one before.
    chain: u64,
    /// What a rule does here: the rules that wait for it have run with it.
    followed: Option<Arc<AutomationTrigger>>,
    entity: usize,
}

/// The engine at work for somebody: what it has to see and do for them, whatever they may themselves.
#[derive(Clone, Debug)]
pub(crate) struct Engine {
    pub(crate) actor: AccessActor,
    pub(crate) holder: Arc<Holder>,
}

impl Desk {
    /// The desk of an entity, by its plural as addresses have it.
    pub(crate) fn of(app: &App, caller: Caller, plural: &str) -> Result<Desk, Problem> {
        let name = plural.replace('-', "_");
        // Who comes without a tenant comes to nothing of tenants.
        let reached = |entity: &Entity| caller.tenant != PLATFORM || entity.is_platform();
        let served = |entity: &Entity| entity.plural() == name && !plural.contains('_') && reached(entity);
        let Some(entity) = caller.pack.entities().iter().position(served) else {
            return Err(Problem::not_found(&format!("there is nothing at `/v1/{plural}`")));
        };
        let desk = Desk {
            now: app.now(),
            chain: 0,
            followed: None,
            app: app.clone(),
            caller,
            entity,
        };
        if let Some(deprecated) = &desk.entity()?.definition().deprecated {
            let instead = deprecated.instead.as_ref().and_then(|name| desk.pack().entity(name));
            Came::asks_for_what_goes(Going {
                since: deprecated.since,
                sunset: deprecated.sunset,
                instead: instead.map(|entity| format!("/v1/{}", entity.address())),
            });
        }
        Ok(desk)
    }

    /// The desk of an entity of the pack by its name; nothing where the pack has none.
    pub(crate) fn named(app: &App, caller: &Caller, name: &str) -> Option<Desk> {
        let entity = caller.pack.entities().iter().position(|entity| entity.name() == name)?;
        Some(Desk {
            now: app.now(),
            chain: 0,
            followed: None,
            app: app.clone(),
            caller: caller.clone(),
            entity,
        })
    }

    /// The same at another entity of the pack.
    pub(crate) fn at(&self, name: &str) -> Result<Desk, Failure> {
        let place = self.pack().entities().iter().position(|entity| entity.name() == name);
        let entity = place.ok_or_else(|| Failure::defect(format!("no entity {name}")))?;
        Ok(Desk { entity, ..self.clone() })
    }

    /// The same where a rule does this.
    #[must_use]
    pub(crate) fn doing(self, followed: AutomationTrigger) -> Desk {
        let followed = Some(Arc::new(followed));
        Desk { followed, ..self }
    }

    pub(crate) fn followed(&self) -> Option<&AutomationTrigger> {
        self.followed.as_deref()
    }

    /// The same behind so many effects that have led here.
    #[must_use]
    pub(crate) fn behind(self, chain: u64) -> Desk {
        Desk { chain, ..self }
    }

    pub(crate) fn chain(&self) -> u64 {
        self.chain
    }

    pub(crate) fn pack(&self) -> &Pack {
        &self.caller.pack
    }

    pub(crate) fn entity(&self) -> Result<&Entity, Failure> {
        let entity = self.pack().entities().get(self.entity);
        entity.ok_or_else(|| Failure::defect("an entity that is not there"))
    }

    /// What the entity is called in histories: as it is now, and as it was when some of them were written.
    pub(crate) fn names(&self) -> Result<Vec<String>, Failure> {
        let name = self.entity()?.name();
        let former = self.app.former.of_entity(&self.pack().definition().name, name);
        Ok([name].into_iter().chain(former).map(str::to_owned).collect())
    }

    /// What a field is called now that had this name at a moment.
    pub(crate) fn field_now(&self, name: &str, at: Instant) -> Result<String, Failure> {
        let place = (self.pack().definition().name.as_str(), self.entity()?.name());
        Ok(self.app.former.field(place, name, at.microseconds()).to_owned())
    }

    /// The entity, and what encrypts its secrets.
    pub(crate) fn target(&self) -> Result<Target<'_>, Failure> {
        Ok(Target {
            pack: self.pack(),
            entity: self.entity()?,
            vault: &self.app.vault,
        })
    }

    pub(crate) fn zone(&self) -> &Zone {
        &self.caller.zone
    }

    pub(crate) fn today(&self) -> Day {
        self.zone().day_of(self.now)
    }

    /// Whether somebody who runs the installation is at the records of the platform.
    pub(crate) fn is_platform(&self) -> bool {
        self.caller.tenant == PLATFORM
    }

    /// A question about the entity, asked by the caller.
    pub(crate) fn query(&self) -> Result<RecordQuery, Failure> {
        let mut query = RecordQuery::new(self.entity()?.name(), self.caller.actor.clone(), self.now);
        query.zone = Some(self.zone().clone());
        if self.entity()?.is_read_by_language() {
            query.locale = Came::now().locale.map(|locale| locale.to_string());
        }
        Ok(query)
    }

    /// The plan of a question of the caller's.
    pub(crate) fn plan(&self, query: &RecordQuery) -> Result<QueryPlan, Error> {
        let plan = self.pack().plan(query, &self.caller.holder);
        // Filters stand beside the other parameters of an address.
        plan.map_err(|error| {
            error.each_reason(|reason| {
                if let Some(name) = reason.path.strip_prefix("/filter") {
                    reason.path = name.to_owned();
                }
            })
        })
    }

    /// The engine, at work for the caller.
    pub(crate) fn engine(&self) -> Result<Engine, Failure> {
        let (actor, holder) = self.caller.as_engine()?;
        Ok(Engine { actor, holder })
    }

    /// The same desk with the engine at it.
    pub(crate) fn as_engine(&self) -> Result<Desk, Failure> {
        let Engine { actor, holder } = self.engine()?;
        let mut desk = self.clone();
        (desk.caller.actor, desk.caller.holder) = (actor, holder);
        Ok(desk)
    }

    /// The engine at the desk, which does what follows from what is done at it: one effect further.
    pub(super) fn by_itself(&self) -> Result<Desk, Failure> {
        let mut desk = self.as_engine()?;
        ENGINE.clone_into(&mut desk.caller.actor.id);
        (desk.followed, desk.chain) = (None, self.chain + 1);
        Ok(desk)
    }

    /// The same desk with somebody at it who has a role, and is in no relation to any record.
    pub(crate) fn of_role(&self, role: Option<&str>, name: String) -> Result<Desk, Failure> {
        let mut actor = AccessActor::new(self.caller.actor.tenant.clone(), name);
        actor.roles = role.map(str::to_owned).into_iter().collect();
        let holder = Arc::new(self.pack().holder(&actor)?);
        let mut desk = self.clone();
        (desk.caller.actor, desk.caller.holder) = (actor, holder);
        Ok(desk)
    }

    /// The plan by which the engine sees all of a record; of one that was deleted where that is wanted.
    pub(crate) fn whole_plan(&self, deleted: bool) -> Result<QueryPlan, Failure> {
        let Engine { actor, holder } = self.engine()?;
        let mut query = self.query()?;
        (query.actor, query.deleted) = (actor, deleted);
        Ok(self.pack().plan(&query, &holder)?)
    }

    /// Whether the caller may read every record.
    pub(crate) fn sees_all(&self) -> bool {
        let name = self.entity().map(|entity| format!("{}:read", entity.plural()));
        let permission = name.ok().and_then(|name| self.pack().access().permission(&name));
        permission.is_some_and(|permission| self.caller.holder.may(permission))
    }

    /// The fields of a record that are hidden from the caller.
    pub(crate) fn hidden(&self, record: &Record) -> Result<Vec<String>, Failure> {
        let mut request = RecordMaskRequest::new(self.entity()?.name(), self.caller.actor.clone());
        request.record = Some(record.clone());
        let masked = self.pack().mask(&request)?.masked;
        let names = masked.iter().filter_map(|path| path.split('/').nth(1));
        Ok(names.map(str::to_owned).collect())
    }

    /// That there is no such record: in the same words of one that is not there, of another tenant's, and of one that the caller may
    /// not know of.
    pub(crate) fn not_found(&self) -> Result<Failure, Failure> {
        let entity = self.entity()?;
        let message = format!("there is no such record among `{}`", entity.plural());
        Ok(Reason::new(Code::RecordsNotFound, "", message)
            .with("entity", entity.name())
            .into())
    }

    /// The id in an address.
    pub(crate) fn id(&self, text: &str) -> Result<[u8; 16], Failure> {
        match Cell::id(text) {
            Some(Cell::Id(id)) => Ok(id),
            // What is no id is the id of nothing.
            _ => Err(self.not_found()?),
        }
    }
}
