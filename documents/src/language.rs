//! Days, times and moments as languages write them, by ICU4X.

use icu_datetime::fieldsets::{self, enums::CompositeDateTimeFieldSet};
use icu_datetime::input::{Date, DateTime, Time};
use icu_datetime::{DateTimeFormatter, DateTimeFormatterPreferences};
use icu_locale_core::Locale;
use ratebook::time::{Day, TimeOfDay};

/// How much of a day is written out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Length {
    /// 29/11/2026
    Short,
    /// 29 Nov 2026
    Medium,
    /// 29 November 2026
    #[default]
    Long,
    /// Sunday, 29 November 2026
    Full,
}

impl Length {
    pub(crate) fn of(name: &str) -> Option<Length> {
        match name {
            "short" => Some(Length::Short),
            "medium" => Some(Length::Medium),
            "long" => Some(Length::Long),
            "full" => Some(Length::Full),
            _ => None,
        }
    }
}

/// A day, a time of one, or both, in a language; nothing where the language cannot be written.
pub(crate) fn written(language: &str, day: Option<Day>, time: Option<TimeOfDay>, length: Length) -> Option<String> {
    let locale: Locale = language.parse().ok()?;
    let fields: CompositeDateTimeFieldSet = match (day, time, length) {
        (Some(_), None, Length::Short) => only(fieldsets::YMD::short()),
        (Some(_), None, Length::Medium) => only(fieldsets::YMD::medium()),
        (Some(_), None, Length::Long) => only(fieldsets::YMD::long()),
        (Some(_), None, Length::Full) => {
            CompositeDateTimeFieldSet::Date(fieldsets::enums::DateFieldSet::YMDE(fieldsets::YMDE::long()))
        }
        (Some(_), Some(_), Length::Short) => both(fieldsets::YMD::short()),
        (Some(_), Some(_), Length::Medium) => both(fieldsets::YMD::medium()),
        (Some(_), Some(_), Length::Long) => both(fieldsets::YMD::long()),
        (Some(_), Some(_), Length::Full) => {
            let set = fieldsets::YMDE::long().with_time_hm();
            CompositeDateTimeFieldSet::DateTime(fieldsets::enums::DateAndTimeFieldSet::YMDET(set))
        }
        (None, ..) => CompositeDateTimeFieldSet::Time(fieldsets::enums::TimeFieldSet::T(fieldsets::T::hm())),
    };
    let formatter = DateTimeFormatter::try_new(DateTimeFormatterPreferences::from(&locale), fields).ok()?;
    let (year, month, number) = day.map_or((2000, 1, 1), Day::ymd);
    let date = Date::try_new_iso(year, u8::try_from(month).ok()?, u8::try_from(number).ok()?).ok()?;
    let seconds = time.map_or(0, TimeOfDay::seconds);
    let part = |number: u32| u8::try_from(number).ok();
    let time = Time::try_new(part(seconds / 3_600)?, part(seconds / 60 % 60)?, part(seconds % 60)?, 0).ok()?;
    Some(formatter.format(&DateTime { date, time }).to_string())
}

fn only(set: fieldsets::YMD) -> CompositeDateTimeFieldSet {
    CompositeDateTimeFieldSet::Date(fieldsets::enums::DateFieldSet::YMD(set))
}

fn both(set: fieldsets::YMD) -> CompositeDateTimeFieldSet {
    CompositeDateTimeFieldSet::DateTime(fieldsets::enums::DateAndTimeFieldSet::YMDT(set.with_time_hm()))
}

#[cfg(test)]
mod tests {
    use super::{Length, written};
    use ratebook::time::{Day, TimeOfDay};

    #[test]
    fn languages_write_days_and_times_their_own_way() {
        let (day, time) = (Day::new(2026, 11, 29), TimeOfDay::from_seconds(14 * 3_600 + 5 * 60));
        for (language, long, short, both) in [
            ("en", "November 29, 2026", "11/29/26", "Nov 29, 2026, 2:05\u{202f}PM"),
            ("en-IN", "29 November 2026", "29/11/26", "29 Nov 2026, 2:05\u{202f}PM"),
            ("de", "29. November 2026", "29.11.26", "29.11.2026, 14:05"),
            ("es", "29 de noviembre de 2026", "29/11/26", "29 nov 2026, 14:05"),
            ("fr", "29 novembre 2026", "29/11/2026", "29 nov. 2026, 14:05"),
        ] {
            let told = |day, time, length| written(language, day, time, length);
            assert_eq!(told(day, None, Length::Long).as_deref(), Some(long), "{language}");
            assert_eq!(told(day, None, Length::Short).as_deref(), Some(short), "{language}");
            assert_eq!(told(day, time, Length::Medium).as_deref(), Some(both), "{language}");
        }
        assert_eq!(written("no language!", day, None, Length::Long), None);
    }
}
