//! What comes of two records that become one.

use ratebook::records::{Cell, MergedRecord};
use ratebook::{Code, Reason};
use serde_json::{Value, json as object};

use super::leading::Leading;
use crate::records::delete::MOST;
use crate::store::{Failure, json};

/// As many samples are pointed at another subject at once: everybody else who writes waits meanwhile on SQLite.
const MOST_SAMPLES: u64 = 50_000;

/// What comes of it, as far as that was found out.
#[derive(Debug, Default)]
pub(super) struct Look {
    pub(super) merged: Option<MergedRecord>,
    /// The record that stays, as it is answered.
    pub(super) record: Option<Vec<u8>>,
    pub(super) leading: Vec<Leading>,
    pub(super) notifications: i64,
    pub(super) consents: i64,
    /// How many samples go, as the record that stays has others of these moments; nothing where it did not come to that.
    pub(super) samples_dropped: Option<u64>,
    pub(super) refused: Vec<Reason>,
}

impl Look {
    /// More than can be changed at once.
    pub(super) fn too_many(&self) -> Vec<Reason> {
        let count = |is_series: bool| -> u64 {
            let own = self.leading.iter().filter(|own| own.is_series == is_series);
            own.map(|own| own.count).sum()
        };
        let most = u64::try_from(MOST).unwrap_or(u64::MAX);
        let counts = [
            (count(false), most, "records link to it"),
            (count(true), MOST_SAMPLES, "samples are of it"),
        ];
        let over = counts.into_iter().filter(|(count, most, _)| count > most);
        let told = over.map(|(count, most, what)| {
            let message = format!(
                "{count} {what}, and at most {most} are pointed elsewhere at once; point some of them elsewhere first"
            );
            Reason::new(Code::RequestRange, "/other", message)
        });
        told.collect()
    }

    /// As it is told to whoever looks.
    pub(super) fn told(&self, (kept, other): ([u8; 16], &str)) -> Result<Value, Failure> {
        let record: Option<Value> = self.record.as_deref().map(json::read).transpose()?;
        let merged = self.merged.as_ref();
        let links = self
            .leading
            .iter()
            .map(|own| object!({"entity": own.referring.entity, "field": own.referring.field, "count": own.count}));
        Ok(object!({
            "kept": Cell::id_text(&kept),
            "other": other,
            "record": record,
            "changes": merged.map_or(&[][..], |merged| merged.changes.as_slice()),
            "taken": merged.map_or(&[][..], |merged| merged.taken.as_slice()),
            "left": merged.map_or(&[][..], |merged| merged.left.as_slice()),
            "links": links.collect::<Vec<_>>(),
            "notifications": self.notifications,
            "consents": self.consents,
            "samples_dropped": self.samples_dropped,
            "refused": self.refused,
        }))
    }
}
