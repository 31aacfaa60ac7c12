//! What a tenant sets of its pack: held against what the pack declares, and where each value comes from.

use crate::JsonSchema;
use ratebook_derive::Build;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::change::not_writable;
use super::compiled::{Field, Pack};
use super::definition::FieldKind;
use super::outcome::RecordChange;
use super::query::STARS;
use super::reach::Record;
use super::reckon::by_name;
use super::screen::{FormField, form_of};
use crate::fault::{Limits, Place, near, shortened};
use crate::{Code, Error, Reason, Result};

/// Where a request has the settings that are to change.
const CHANGE: Place<'static> = Place::At("/change");

/// Who says what a setting is; whoever comes later is stronger.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Limits)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum SettingLayer {
    /// The pack, by its default.
    Pack,
    /// Who runs the installation, for all tenants of the pack.
    Operator,
    /// The tenant.
    #[default]
    Tenant,
}

/// What are the settings of a tenant, and what becomes of them by a change?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits, Build)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PackSettingsRequest {
    /// What the installation sets, as it is kept. In the place of a secret anything may stand: it says that there is one.
    #[serde(default)]
    pub operator: Record,
    /// What the tenant sets, as it is kept.
    #[serde(default)]
    pub tenant: Record,
    /// Settings with their values: `null` returns to what holds without it, what is absent stays.
    #[serde(default)]
    pub change: Record,
    /// Who changes them: the tenant, or the operator for all of them.
    #[serde(default)]
    pub layer: SettingLayer,
}

/// The settings of a tenant after the change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct PackSettings {
    /// Every setting, in order of name.
    pub settings: Vec<PackSetting>,
    /// What is to be kept of the change: values in the form in which they are kept, secrets as they were given, `null` for what is no
    /// longer set.
    pub set: Record,
    /// What the layer sets otherwise than before; of a secret stars.
    pub changes: Vec<RecordChange>,
}

/// A setting: what it is, and by whose word.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct PackSetting {
    /// What it is called.
    #[schemars(extend("format" = "name"))]
    pub name: String,
    /// What it is; nothing when nobody says it, and of a secret stars.
    pub value: Option<Value>,
    /// Who says so.
    pub whence: Option<SettingLayer>,
    /// What each layer says, the strongest first.
    pub layers: Vec<SettingSaid>,
    /// What a screen asks for it with.
    pub form: FormField,
}

/// What a layer says of a setting.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub struct SettingSaid {
    /// Which layer.
    pub layer: SettingLayer,
    /// What it says.
    pub value: Value,
    /// Why it does not count: the pack has come to take less since.
    #[schemars(extend("format" = "text"))]
    pub fault: Option<String>,
}

impl Pack {
    /// The settings of a tenant with where each value comes from, and what is to be kept of a change; or every reason against it.
    pub fn settings(&self, request: &PackSettingsRequest) -> Result<PackSettings> {
        request.bounded()?;
        let Changed { set, changes } = self.changed(request)?;
        let (mut operator, mut tenant) = (request.operator.clone(), request.tenant.clone());
        let own = match request.layer {
            SettingLayer::Operator => &mut operator,
            _ => &mut tenant,
        };
        own.extend(set.iter().map(|(name, value)| (name.clone(), value.clone())));
        let settings = self.own_settings().iter();
        Ok(PackSettings {
            settings: settings.map(|field| setting(field, &operator, &tenant)).collect(),
            set,
            changes,
        })
    }

    /// What a change does to the layer that it is of.
    fn changed(&self, request: &PackSettingsRequest) -> Result<Changed> {
        let before = match request.layer {
            SettingLayer::Operator => &request.operator,
            _ => &request.tenant,
        };
        let mut reasons = Vec::new();
        if request.layer == SettingLayer::Pack {
            let message = "the defaults of a pack change with its version; change what the operator or the tenant sets";
            reasons.push(Reason::new(Code::RequestRange, "/layer", message));
        }
        let (mut set, mut changes) = (Record::new(), Vec::new());
        for (name, value) in by_name(&request.change) {
            let at = CHANGE.field(name);
            let read = self.setting(name, &at).and_then(|field| {
                let value = given(field, value, &at)?;
                needed(field, &value, request, &at)?;
                Ok((field, value))
            });
            match read {
                Ok((field, value)) => {
                    changes.extend(change(field, before.get(name), &value));
                    set.insert(name.clone(), value);
                }
                Err(reason) => reasons.push(*reason),
            }
        }
        Error::unless_empty(reasons)?;
        Ok(Changed { set, changes })
    }

    fn setting(&self, name: &str, at: &Place<'_>) -> std::result::Result<&Field, Box<Reason>> {
        let own = self.own_settings();
        let place = own.binary_search_by(|field| field.name().cmp(name)).ok();
        place.and_then(|place| own.get(place)).ok_or_else(|| {
            let hint = near(name, own.iter().map(Field::name));
            let message = format!("there is no setting `{}`{hint}", shortened(name));
            Box::new(Reason::new(Code::RequestUnknown, at, message))
        })
    }
}

/// What a change does.
struct Changed {
    set: Record,
    changes: Vec<RecordChange>,
}

/// A value that somebody gives to a setting, in the form in which it is kept.
fn given(field: &Field, value: &Value, at: &Place<'_>) -> std::result::Result<Value, Box<Reason>> {
    if field.kind() == FieldKind::Secret && value.as_str() == Some(STARS) {
        let name = field.name();
        let message = format!("`{name}` is hidden, and stars are no value of it; leave it out");
        return Err(Box::new(not_writable(at, name, message)));
    }
    field.read(value, at)
}

/// Refuses a tenant that takes away what has to be there.
fn needed(
    field: &Field,
    value: &Value,
    request: &PackSettingsRequest,
    at: &Place<'_>,
) -> std::result::Result<(), Box<Reason>> {
    let tenants = request.layer == SettingLayer::Tenant && field.definition().required;
    if !tenants || !value.is_null() || setting(field, &request.operator, &Record::new()).whence.is_some() {
        return Ok(());
    }
    let message = format!("`{}` has to be set, and nobody else says what it is", field.name());
    Err(Box::new(Reason::new(Code::RequestMissing, at, message)))
}

/// How a layer differs from before. A secret that is given is another one, since nobody compares it.
fn change(field: &Field, before: Option<&Value>, after: &Value) -> Option<RecordChange> {
    let (before, after) = (
        before.filter(|own| !own.is_null()),
        Some(after).filter(|own| !own.is_null()),
    );
    let is_secret = field.kind() == FieldKind::Secret;
    let same = match is_secret {
        true => before.is_none() && after.is_none(),
        false => before == after,
    };
    let told = |value: Option<&Value>| match is_secret {
        true => value.map(|_| STARS.into()),
        false => value.cloned(),
    };
    (!same).then(|| RecordChange {
        field: field.name().to_owned(),
        before: told(before),
        after: told(after),
    })
}

/// A setting as it holds: the strongest layer whose value the pack still takes.
fn setting(field: &Field, operator: &Record, tenant: &Record) -> PackSetting {
    let layers = [(SettingLayer::Tenant, tenant), (SettingLayer::Operator, operator)];
    let kept = layers.into_iter().filter_map(|(layer, kept)| {
        let value = kept.get(field.name()).filter(|value| !value.is_null())?;
        Some(said(field, layer, value))
    });
    let default = field.default_value().map(|value| SettingSaid {
        layer: SettingLayer::Pack,
        value,
        fault: None,
    });
    let layers: Vec<SettingSaid> = kept.chain(default).collect();
    let holds = layers.iter().find(|said| said.fault.is_none());
    PackSetting {
        name: field.name().to_owned(),
        value: holds.map(|said| said.value.clone()),
        whence: holds.map(|said| said.layer),
        form: form_of(field, true),
        layers,
    }
}

fn said(field: &Field, layer: SettingLayer, value: &Value) -> SettingSaid {
    let (value, fault) = match (field.kind(), field.read(value, &Place::Root)) {
        (FieldKind::Secret, _) => (STARS.into(), None),
        (_, Ok(value)) => (value, None),
        (_, Err(reason)) => (value.clone(), Some(reason.message)),
    };
    SettingSaid { layer, value, fault }
}
