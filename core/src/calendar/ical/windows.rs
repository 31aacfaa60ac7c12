//! The names that Windows and Outlook give to zones, as `windows_zones.tsv` has them, which says where they are from.

use std::collections::HashMap;
use std::sync::LazyLock;

const TABLE: &str = include_str!("windows_zones.tsv");

/// The IANA name of a Windows zone; case does not count.
pub(super) fn iana(windows: &str) -> Option<&'static str> {
    static ZONES: LazyLock<HashMap<String, &str>> =
        LazyLock::new(|| rows().map(|(windows, iana)| (windows.to_lowercase(), iana)).collect());
    ZONES.get(&windows.to_lowercase()).copied()
}

/// The Windows names with their IANA zones.
fn rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    let rows = TABLE.lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(|line| line.split_once('\t'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Zone;

    #[test]
    fn every_one_is_a_zone_of_the_database() {
        for (windows, iana) in rows() {
            assert!(iana.parse::<Zone>().is_ok(), "{windows}: {iana}");
        }
        assert_eq!(rows().count(), 142);
        assert_eq!(iana("w. europe standard time"), Some("Europe/Berlin"));
        assert_eq!(iana("Alberta Standard Time"), Some("America/Edmonton"));
        assert_eq!(iana("Mars Standard Time"), None);
    }

    #[test]
    fn the_table_says_of_which_release_it_is() {
        assert!(TABLE.lines().any(|line| line == "# cldr\t48.2"));
    }
}
