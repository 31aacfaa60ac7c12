use super::Day;
use super::day::days_in;

/// How old someone is on a day. One born on 29 February has their birthday on the 28th in common years.
///
/// ```
/// use ratebook::time::age_on;
/// assert_eq!(age_on("2014-05-02".parse()?, "2026-05-01".parse()?), 11);
/// assert_eq!(age_on("2014-05-01".parse()?, "2026-05-01".parse()?), 12);
/// # Ok::<(), ratebook::Error>(())
/// ```
pub fn age_on(birth: Day, day: Day) -> u8 {
    let ((birth_year, birth_month, birth_day), (year, month, of_month)) = (birth.ymd(), day.ymd());
    let birthday = (birth_month, birth_day.min(days_in(year, birth_month)));
    let years = year - birth_year - i32::from((month, of_month) < birthday);
    u8::try_from(years.max(0)).unwrap_or(u8::MAX)
}
