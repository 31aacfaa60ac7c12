//! Where backups are kept, by which key, and when they are made.

use std::path::PathBuf;

use ratebook::time::{Cron, Zone};

use super::{InstallationKey, KEY_FORM, Told, key_of};

/// Where backups are kept, by which key, and when they are made.
#[derive(Clone, Debug)]
pub struct BackupSettings {
    /// The folder; without one none are made by themselves.
    pub folder: Option<PathBuf>,
    /// What encrypts them.
    pub key: Option<InstallationKey>,
    /// When, every day; never where that cannot be read.
    pub at: Option<Cron>,
    /// By which clock.
    pub zone: Zone,
    /// For how many days they are kept.
    pub keep_days: u32,
    /// After how many days it is proven again that one can be put back; never by itself where it is nothing.
    pub prove_days: Option<u32>,
    /// What seals a tenant that moves to another installation, or comes from one.
    pub transfer_key: Option<InstallationKey>,
}

impl Told {
    pub(super) fn key(&self, name: &str, faults: &mut Vec<String>) -> Option<InstallationKey> {
        let text = self.one(name)?;
        let key = key_of(text);
        if key.is_none() {
            faults.push(self.wrong(name, KEY_FORM));
        }
        key
    }

    pub(super) fn backups(&self, faults: &mut Vec<String>) -> BackupSettings {
        let (key, transfer_key) = (self.key("backup_key", faults), self.key("transfer_key", faults));
        let folder = self.one("backup_to").map(PathBuf::from);
        if folder.is_some() && self.one("backup_key").is_none() {
            let message =
                "backups are encrypted: set `RATEBOOK_BACKUP_KEY`, which `ratebook-server backup --new-key` makes";
            faults.push(self.wrong("backup_to", message));
        }
        let text = self.one("backup_at").unwrap_or_default();
        let at = daily(text);
        if at.is_none() {
            faults.push(self.wrong(
                "backup_at",
                &format!("`{text}` is not a time of the day such as `02:00`"),
            ));
        }
        let zone = self.one("backup_zone").unwrap_or_default().parse();
        let zone = zone.unwrap_or_else(|error| {
            faults.push(self.wrong("backup_zone", &format!("{error}")));
            Zone::UTC
        });
        BackupSettings {
            folder,
            key,
            at,
            zone,
            keep_days: self.number("backup_keep_days", faults),
            prove_days: (self.one("backup_prove_days") != Some("0")).then(|| self.number("backup_prove_days", faults)),
            transfer_key,
        }
    }
}

impl Default for BackupSettings {
    /// None are made.
    fn default() -> BackupSettings {
        BackupSettings {
            folder: None,
            key: None,
            at: daily("02:00"),
            zone: Zone::UTC,
            keep_days: 30,
            prove_days: Some(30),
            transfer_key: None,
        }
    }
}

/// Every day at `02:00`.
fn daily(text: &str) -> Option<Cron> {
    let (hour, minute) = text.split_once(':')?;
    let number = |text: &str, most: u8| {
        let two = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse::<u8>().ok().filter(|number| two && *number <= most)
    };
    let (hour, minute) = (number(hour, 23)?, number(minute, 59)?);
    format!("{minute} {hour} * * *").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::daily;

    #[test]
    fn a_time_of_the_day_has_two_digits_each() {
        assert!(daily("02:00").is_some() && daily("23:59").is_some());
        for wrong in ["", "2:00", "02", "24:00", "02:60", "02:00:00", "+2:00", "02:0a"] {
            assert!(daily(wrong).is_none(), "{wrong}");
        }
    }
}
