//! How a member wants to be told: by which channel, of which letter, and when not.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use ratebook::records::{LetterDefinition, LetterReceiver};
use ratebook::time::{Cron, Instant, TimeOfDay, Zone};
use ratebook::{Code, Error, Reason};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::came::Came;
use crate::platform::caller::{Caller, not_in_person};
use crate::platform::form::Fields;
use crate::problem::Problem;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{Failure, RowCells};

type Answer = Result<Response, Problem>;

/// When letters of what was gathered go.
const HOURLY: &str = "0 * * * *";
const DAILY: &str = "0 8 * * *";

/// Why somebody is told nothing.
pub(in crate::platform) const UNREADABLE: &str = "how they want to be told cannot be read; they set it anew";

/// What a member has said, and what holds for whoever has said nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::platform) struct Preferences {
    quiet_hours: Option<QuietHours>,
    usual: Channels,
    /// By letter, where it is another way than usual.
    kinds: BTreeMap<String, Channels>,
    /// Whether it may be counted that they open letters and follow links in them, where the tenant counts that.
    #[serde(default)]
    measured: bool,
    /// Whether they have said something that cannot be read: then nothing goes by any channel, as it may be the one that they have closed.
    #[serde(skip)]
    is_unreadable: bool,
}

/// From when until when letters wait; over midnight where it ends before it begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::platform) struct QuietHours {
    begins: TimeOfDay,
    ends: TimeOfDay,
    /// By whose clock; the tenant's where none is named.
    zone: Option<Zone>,
}

impl QuietHours {
    /// When they end; nothing where it is not quiet.
    pub(in crate::platform) fn until(&self, now: Instant, zone: &Zone) -> Option<Instant> {
        let zone = self.zone.as_ref().unwrap_or(zone);
        let (_, time) = zone.local(now);
        let is_quiet = match self.begins < self.ends {
            true => self.begins <= time && time < self.ends,
            false => self.begins <= time || time < self.ends,
        };
        let minutes = self.ends.seconds() / 60;
        let line = format!("{} {} * * *", minutes % 60, minutes / 60 % 24);
        let ends: Cron = line.parse().ok().filter(|_| is_quiet)?;
        // Where clocks go back, schedules know the first of two moments alone; whoever sleeps through both wakes at the second.
        let left = (i64::from(self.ends.seconds()) - i64::from(time.seconds())).rem_euclid(86_400);
        let second = Instant::from_microseconds(now.microseconds() + left * 1_000_000);
        let second = second.filter(|moment| zone.local(*moment).1.seconds() / 60 == minutes);
        ends.next(zone, now).into_iter().chain(second).min()
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Channels {
    pub(super) in_app: bool,
    pub(super) mail: When,
    /// To the browsers and telephones that they have let.
    #[serde(default = "yes")]
    pub(super) push: bool,
}

const fn yes() -> bool {
    true
}

impl Default for Channels {
    fn default() -> Channels {
        Channels {
            in_app: true,
            mail: When::AtOnce,
            push: yes(),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum When {
    AtOnce,
    Hourly,
    Daily,
    Never,
}

impl When {
    /// When what is gathered now goes, by a clock; nothing where nothing is.
    pub(super) fn due(self, now: Instant, zone: &Zone) -> Option<Instant> {
        let line = match self {
            When::Hourly => HOURLY,
            When::Daily => DAILY,
            When::AtOnce | When::Never => return None,
        };
        line.parse::<Cron>().ok()?.next(zone, now)
    }
}

impl Preferences {
    /// As they are kept.
    pub(super) fn read(text: Option<&str>) -> Preferences {
        let Some(text) = text else {
            return Preferences::default();
        };
        serde_json::from_str(text).unwrap_or_else(|_| Preferences {
            usual: Channels {
                in_app: false,
                mail: When::Never,
                push: false,
            },
            is_unreadable: true,
            ..Preferences::default()
        })
    }

    /// Whether it is not known how they want to be told.
    pub(in crate::platform) fn is_unreadable(&self) -> bool {
        self.is_unreadable
    }

    /// Whether it may be counted what they do with letters.
    pub(in crate::platform) fn is_measured(&self) -> bool {
        self.measured
    }

    pub(super) fn of(&self, letter: &str) -> Channels {
        self.kinds.get(letter).copied().unwrap_or(self.usual)
    }

    /// Until when letters wait; nothing where they go now. The end is found as moments of schedules are, also when clocks change meanwhile.
    pub(in crate::platform) fn quiet_until(&self, now: Instant, zone: &Zone) -> Option<Instant> {
        self.quiet_hours.as_ref()?.until(now, zone)
    }

    fn given(caller: &Caller, mut fields: Fields) -> Result<Preferences, Problem> {
        let mut given = Preferences::default();
        if let Some(mut inside) = fields.inside_if_given("quiet_hours") {
            given.quiet_hours = quiet_hours(&mut inside);
            fields.join(inside);
        }
        if let Some(mut inside) = fields.inside_if_given("usual") {
            given.usual = channels(&mut inside);
            fields.join(inside);
        }
        given.measured = fields.truth_if_given("measured").unwrap_or_default();
        // They alone agree to it.
        if given.measured && Came::now().through.get().is_some() {
            return Err(not_in_person());
        }
        for (letter, mut inside) in fields.each_inside_if_given("kinds") {
            given.kinds.insert(letter.clone(), channels(&mut inside));
            fields.join(inside);
            if !letters(caller).any(|own| own.name == letter) {
                let shown: String = letter.chars().take(50).collect();
                let names: Vec<String> = letters(caller).map(|own| format!("`{}`", own.name)).collect();
                let message = match names.as_slice() {
                    [] => "the pack tells members of nothing".to_owned(),
                    _ => format!(
                        "members are told by no letter `{shown}`; there are {}",
                        names.join(", ")
                    ),
                };
                fields.fault(Code::RequestUnknown, &format!("kinds/{shown}"), message);
            }
        }
        fields.finish()?;
        Ok(given)
    }
}

fn channels(fields: &mut Fields) -> Channels {
    let in_app = fields.truth("in_app");
    let text = fields.text("mail");
    let mail = serde_json::from_value(text.as_str().into());
    if mail.is_err() && !fields.is_at_fault("mail") {
        let message = "`mail` is `at_once`, `hourly`, `daily` or `never`";
        fields.fault(Code::RequestRange, "mail", message);
    }
    let mail = mail.unwrap_or(When::AtOnce);
    let push = fields.truth_if_given("push").unwrap_or(yes());
    Channels { in_app, mail, push }
}

pub(in crate::platform) fn quiet_hours(fields: &mut Fields) -> Option<QuietHours> {
    let [begins, ends] = ["begins", "ends"].map(|name| {
        let text = fields.text(name);
        let read = serde_json::from_value::<TimeOfDay>(text.into()).ok();
        let whole = read.filter(|time| time.seconds() % 60 == 0);
        if whole.is_none() && !fields.is_at_fault(name) {
            let message = format!("`{name}` is a time of day to the minute, such as `22:00`");
            fields.fault(Code::RequestRange, name, message);
        }
        whole
    });
    if begins.is_some() && begins == ends {
        let message = "quiet hours that end when they begin are none; leave `quiet_hours` out";
        fields.fault(Code::RequestRange, "ends", message);
    }
    let zone = fields.text_or_null("zone").flatten();
    let read: Option<Zone> = zone.as_ref().and_then(|zone| zone.parse().ok());
    if zone.is_some() && read.is_none() {
        let message = "`zone` is a time zone such as `Europe/Berlin`";
        fields.fault(Code::RequestRange, "zone", message);
    }
    Some(QuietHours {
        begins: begins?,
        ends: ends?,
        zone: read,
    })
}

/// The letters of the pack by which members are told.
fn letters(caller: &Caller) -> impl Iterator<Item = &LetterDefinition> {
    let letters = caller.pack.definition().mail.iter();
    letters.filter(|letter| {
        letter
            .to
            .iter()
            .any(|to| !matches!(to, LetterReceiver::Email(_) | LetterReceiver::Phone(_)))
    })
}

fn told(caller: &Caller, preferences: &Preferences) -> Result<Response, Failure> {
    let mut told = crate::store::json::value(preferences)?;
    let letters = letters(caller).map(|own| json!({"name": own.name, "label": own.label}));
    if let Some(told) = told.as_object_mut() {
        told.insert("letters".to_owned(), letters.collect::<Vec<Value>>().into());
    }
    Ok(Json(told).into_response())
}

/// `GET /v1/notifications/preferences`
pub(super) async fn show(State(app): State<App>, caller: Caller) -> Answer {
    let member = [Bound::Text(caller.actor.id.clone())];
    let found = app.store.read(caller.tenant, move |mut tx| {
        Box::pin(async move {
            let text = "SELECT preferences FROM notification_preferences WHERE tenant_id = $1 AND member = $2";
            tx.ask(text, &member).await
        })
    });
    let rows = found.await?;
    let kept = rows.first().map(|row| row.text(0)).transpose();
    Ok(told(
        &caller,
        &Preferences::read(kept.map_err(Failure::from)?.flatten()),
    )?)
}

/// `PUT /v1/notifications/preferences`: what is not named is as it is for whoever has said nothing.
pub(super) async fn replace(State(app): State<App>, caller: Caller, fields: Fields) -> Answer {
    let preferences = Preferences::given(&caller, fields)?;
    let kept = serde_json::to_string(&preferences)
        .map_err(|error| Error::from(Reason::new(Code::RequestRange, "", error.to_string())))?;
    let values = [
        Bound::Text(caller.actor.id.clone()),
        Bound::Text(kept),
        Bound::Whole(app.now().microseconds()),
    ];
    let changed = app.store.write(caller.tenant, move |mut tx| {
        Box::pin(async move {
            let text = "INSERT INTO notification_preferences (tenant_id, member, preferences, updated_at) VALUES ($1, $2, $3, $4) ON CONFLICT \
                        (tenant_id, member) DO UPDATE SET preferences = $3, updated_at = $4";
            tx.tell(text, &values).await
        })
    });
    changed.await?;
    Ok(told(&caller, &preferences)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn preferences(text: &str) -> Preferences {
        serde_json::from_str(text).expect("preferences")
    }

    fn at(text: &str) -> Instant {
        serde_json::from_value(text.into()).expect("a moment")
    }

    #[test]
    fn quiet_hours_end_by_the_clock_of_whoever_has_them() {
        let usual = r#""usual": {"in_app": true, "mail": "at_once"}, "kinds": {}"#;
        let over_night = preferences(&format!(
            r#"{{"quiet_hours": {{"begins": "22:00", "ends": "07:00", "zone": null}}, {usual}}}"#
        ));
        let berlin: Zone = "Europe/Berlin".parse().expect("a zone");
        // Clocks go forward at two in the night of the 29th of March 2026, and back in that of the 25th of October.
        for (now, ends) in [
            ("2026-03-28T20:59:59Z", None),
            ("2026-03-28T21:00:00Z", Some("2026-03-29T05:00:00Z")),
            ("2026-03-29T04:59:59Z", Some("2026-03-29T05:00:00Z")),
            ("2026-03-29T05:00:00Z", None),
            ("2026-10-24T20:30:00Z", Some("2026-10-25T06:00:00Z")),
            ("2026-06-01T12:00:00Z", None),
        ] {
            assert_eq!(over_night.quiet_until(at(now), &berlin), ends.map(at), "{now}");
        }
        // Half past two comes twice in that night; whoever is written to between the two waits for the second.
        let ends_then = preferences(&format!(
            r#"{{"quiet_hours": {{"begins": "22:00", "ends": "02:30", "zone": null}}, {usual}}}"#
        ));
        for (now, ends) in [
            ("2026-10-25T00:10:00Z", Some("2026-10-25T00:30:00Z")),
            ("2026-10-25T00:40:00Z", None),
            ("2026-10-25T01:10:00Z", Some("2026-10-25T01:30:00Z")),
            ("2026-10-25T01:30:00Z", None),
        ] {
            assert_eq!(ends_then.quiet_until(at(now), &berlin), ends.map(at), "{now}");
        }
        let own =
            format!(r#"{{"quiet_hours": {{"begins": "12:30", "ends": "13:00", "zone": "Asia/Kolkata"}}, {usual}}}"#);
        let by_day = preferences(&own);
        assert_eq!(
            by_day.quiet_until(at("2026-06-01T07:10:00Z"), &berlin),
            Some(at("2026-06-01T07:30:00Z"))
        );
        assert_eq!(by_day.quiet_until(at("2026-06-01T10:40:00Z"), &berlin), None);
    }

    #[test]
    fn what_cannot_be_read_closes_every_channel() {
        let said_nothing = Preferences::read(None);
        assert_eq!(
            (said_nothing.of("x"), said_nothing.is_unreadable()),
            (Channels::default(), false)
        );
        let said = r#"{"quiet_hours": null, "usual": {"in_app": false, "mail": "daily"}, "kinds": {}}"#;
        assert_eq!(Preferences::read(Some(said)).of("x").mail, When::Daily);
        for text in [
            "".to_owned(),
            "{}".to_owned(),
            said.replace("daily", "weekly"),
            said.replace("false", "0"),
        ] {
            let own = Preferences::read(Some(&text));
            let closed = Channels {
                in_app: false,
                mail: When::Never,
                push: false,
            };
            assert_eq!((own.of("x"), own.is_unreadable()), (closed, true), "{text}");
        }
    }

    #[test]
    fn what_is_gathered_goes_on_the_hour_or_in_the_morning() {
        let berlin: Zone = "Europe/Berlin".parse().expect("a zone");
        let now = at("2026-06-01T12:10:00Z");
        assert_eq!(When::Hourly.due(now, &berlin), Some(at("2026-06-01T13:00:00Z")));
        assert_eq!(When::Daily.due(now, &berlin), Some(at("2026-06-02T06:00:00Z")));
        assert_eq!(When::AtOnce.due(now, &berlin), None);
        assert_eq!(When::Never.due(now, &berlin), None);
    }
}
