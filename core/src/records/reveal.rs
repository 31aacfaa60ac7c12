//! Who may have a secret shown: known by the rules, and by the record where they look at it.

use super::compiled::{Entity, Field, Pack};
use super::definition::FieldKind;
use super::query::{QueryPlan, Reader, RecordQuery, Test, Visible};
use crate::fault::{near, shortened};
use crate::tenancy::access::{AccessActor, Holder};
use crate::{Code, Error, Reason, Result};

impl Reader<'_> {
    /// The records of which a secret is shown to them: where they hold what its field names, and it is not hidden. Those of the platform are
    /// for who runs it.
    pub(super) fn reveals(&self, place: usize, actor: &AccessActor) -> Test {
        let permission = self.entity.fields().get(place).and_then(|field| field.reveal);
        match permission.filter(|_| !self.entity.is_platform() || actor.super_admin) {
            Some(permission) => Test::all([self.may(permission), self.sees(place)]),
            None => Test::Constant(false),
        }
    }
}

impl Pack {
    /// Refuses whoever is shown no secret of an entity, whichever records they name. What is shown to nobody is told of its field.
    pub fn may_reveal(&self, entity: &str, actor: &AccessActor, holder: &Holder) -> Result<()> {
        let entity = self.named(entity)?;
        let reader = Reader {
            pack: self,
            holder,
            entity,
        };
        let mut secrets = entity.fields().iter().enumerate();
        let Some((first, secret)) = secrets.find(|(_, field)| field.reveal.is_some()) else {
            return Ok(());
        };
        let mut places = [first].into_iter().chain(secrets.map(|(place, _)| place));
        match places.any(|place| reader.reveals(place, actor) != Test::Constant(false)) {
            true => Ok(()),
            false => Err(secret.unrevealed()),
        }
    }

    /// The plan by which a secret of one record is shown: it answers that field alone, and as seen only where it is shown to whoever asks.
    /// Refused by the rules alone is what is no secret, what is shown to nobody, and whoever is shown it of no record.
    pub fn reveal(&self, query: &RecordQuery, field: &str, holder: &Holder) -> Result<QueryPlan> {
        let entity = self.named(&query.entity)?;
        let secret = entity.field(field).filter(|field| field.kind() == FieldKind::Secret);
        let Some(secret) = secret else {
            return Err(no_secret(entity, field));
        };
        let mut query = query.clone();
        query.fields = vec![field.to_owned()];
        let mut plan = self.plan(&query, holder)?;
        if secret.reveal.is_none() {
            let message = format!("`{field}` is shown to nobody: nothing is said of `reveal` where it is declared");
            let reason = Reason::new(Code::RecordsNotRevealed, "/field", message);
            return Err(reason.with("field", field).into());
        }
        let reader = Reader {
            pack: self,
            holder,
            entity,
        };
        let shown = |visible: &Visible| Visible {
            field: visible.field,
            seen: reader.reveals(visible.field, &query.actor),
        };
        plan.fields = plan.fields.iter().map(shown).collect();
        if plan.fields.iter().all(|visible| visible.seen == Test::Constant(false)) {
            return Err(secret.unrevealed());
        }
        Ok(plan)
    }
}

impl Field {
    /// That somebody is not shown the secret of a record, in the same words of every record and whatever it is.
    pub fn unrevealed(&self) -> Error {
        let (name, permission) = (self.name(), self.definition().reveal.as_deref().unwrap_or_default());
        let message = format!("`{name}` is shown to who holds `{permission}` for the record and sees the field");
        let reason = Reason::new(Code::TenancyPermissionMissing, "/field", message);
        reason.with("permission", permission).into()
    }
}

fn no_secret(entity: &Entity, field: &str) -> Error {
    let secrets = entity.fields().iter().filter(|field| field.kind() == FieldKind::Secret);
    let hint = near(field, secrets.map(Field::name));
    let message = format!("there is no secret `{}` to show{hint}", shortened(field));
    Error::new(Code::RequestUnknown, "/field", message)
}
