use crate::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Currency;
use crate::fault::Limits;

/// A language and place, by its BCP 47 tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, Limits)]
#[non_exhaustive]
pub enum Locale {
    /// American English: $1,234,567.00
    #[serde(rename = "en-US")]
    EnUs,
    /// Indian English: ₹12,34,567.00
    #[serde(rename = "en-IN")]
    EnIn,
    /// Spanish: 1.234.567,00 €
    #[serde(rename = "es")]
    Es,
    /// French: 1 234 567,00 €, with spaces at which no line breaks
    #[serde(rename = "fr")]
    Fr,
    /// German: 1.234.567,00 €
    #[serde(rename = "de")]
    De,
    /// Hindi: ₹12,34,567.00
    #[serde(rename = "hi")]
    Hi,
}

/// How a locale writes amounts.
pub(super) struct Rules {
    pub(super) tag: &'static str,
    /// Between whole and fraction.
    pub(super) point: char,
    /// Between groups of digits.
    pub(super) group: char,
    /// Digits in the groups left of the last, which always has three: 12,34,567 in India.
    pub(super) group_digits: usize,
    /// Digits from which groups are made: Spanish leaves four together, 1234,50 €.
    pub(super) grouped_from: usize,
    /// Whether the currency stands before the number.
    pub(super) currency_first: bool,
    /// An amount as the locale writes it, for messages.
    pub(super) example: &'static str,
}

impl Locale {
    /// Who writes amounts as a language such as `de-AT` does: the nearest that there is, and American English where there is none.
    pub fn of_language(language: &str) -> Locale {
        let base = language.split(['-', '_']).next().unwrap_or_default();
        match base.to_ascii_lowercase().as_str() {
            "en" if language.eq_ignore_ascii_case("en-IN") => Locale::EnIn,
            "es" => Locale::Es,
            "fr" => Locale::Fr,
            "de" => Locale::De,
            "hi" => Locale::Hi,
            _ => Locale::EnUs,
        }
    }

    /// Patterns and symbols of Unicode CLDR 48.
    pub(super) fn rules(self) -> Rules {
        let english = Rules {
            tag: "en-US",
            point: '.',
            group: ',',
            group_digits: 3,
            grouped_from: 4,
            currency_first: true,
            example: "1,234.50",
        };
        let german = Rules {
            tag: "de",
            point: ',',
            group: '.',
            currency_first: false,
            example: "1.234,50",
            ..english
        };
        match self {
            Locale::EnUs => english,
            Locale::EnIn => Rules {
                tag: "en-IN",
                group_digits: 2,
                example: "12,34,567.50",
                ..english
            },
            Locale::Es => Rules {
                tag: "es",
                grouped_from: 5,
                example: "1234,50",
                ..german
            },
            Locale::Fr => Rules {
                tag: "fr",
                group: '\u{202f}',
                example: "1 234,50",
                ..german
            },
            Locale::De => german,
            Locale::Hi => Rules {
                tag: "hi",
                group_digits: 2,
                example: "12,34,567.50",
                ..english
            },
        }
    }

    /// What stands for a currency: its symbol, or its code where the locale has none.
    pub(super) fn symbol(self, currency: Currency) -> &'static str {
        let code = currency.code();
        SYMBOLS
            .iter()
            .find(|(known, _)| *known == code)
            .map_or(code, |(_, symbols)| self.pick(code, symbols))
    }

    /// The currency that a symbol or a code stands for.
    pub(super) fn currency_of(self, mark: &str) -> Option<Currency> {
        let by_symbol = SYMBOLS.iter().find(|(code, symbols)| self.pick(code, symbols) == mark);
        by_symbol.map_or(mark, |(code, _)| code).parse().ok()
    }

    fn pick(self, code: &'static str, [us, india, es, fr, de]: &[&'static str; 5]) -> &'static str {
        let symbol = match self {
            Locale::EnUs => us,
            Locale::EnIn | Locale::Hi => india,
            Locale::Es => es,
            Locale::Fr => fr,
            Locale::De => de,
        };
        if symbol.is_empty() { code } else { symbol }
    }
}

/// Symbols in en-US, en-IN, es, fr and de; empty where the locale writes the code.
static SYMBOLS: &[(&str, [&str; 5])] = &[
    ("ARS", ["", "", "", "$AR", ""]),
    ("AUD", ["A$", "A$", "", "$AU", "AU$"]),
    ("BMD", ["", "", "", "$BM", ""]),
    ("BND", ["", "", "", "$BN", ""]),
    ("BRL", ["R$", "R$", "", "R$", "R$"]),
    ("BZD", ["", "", "", "$BZ", ""]),
    ("CAD", ["CA$", "CA$", "", "$CA", "CA$"]),
    ("CLP", ["", "", "", "$CL", ""]),
    ("CNY", ["CN¥", "CN¥", "", "", "CN¥"]),
    ("COP", ["", "", "", "$CO", ""]),
    ("EUR", ["€", "€", "€", "€", "€"]),
    ("FJD", ["", "", "", "$FJ", ""]),
    ("FKP", ["", "", "", "£FK", ""]),
    ("GBP", ["£", "£", "", "£GB", "£"]),
    ("GIP", ["", "", "", "£GI", ""]),
    ("HKD", ["HK$", "HK$", "", "", "HK$"]),
    ("ILS", ["₪", "₪", "", "₪", "₪"]),
    ("INR", ["₹", "₹", "", "₹", "₹"]),
    ("JPY", ["¥", "JP¥", "", "", "¥"]),
    ("KRW", ["₩", "₩", "", "₩", "₩"]),
    ("LBP", ["", "", "", "£LB", ""]),
    ("MXN", ["MX$", "MX$", "", "$MX", "MX$"]),
    ("NAD", ["", "", "", "$NA", ""]),
    ("NZD", ["NZ$", "NZ$", "", "$NZ", "NZ$"]),
    ("PHP", ["₱", "₱", "", "", ""]),
    ("SBD", ["", "", "", "$SB", ""]),
    ("SGD", ["", "", "", "$SG", ""]),
    ("SRD", ["", "", "", "$SR", ""]),
    ("THB", ["", "", "฿", "", "฿"]),
    ("TTD", ["", "", "", "$TT", ""]),
    ("TWD", ["NT$", "NT$", "", "", "NT$"]),
    ("USD", ["$", "$", "US$", "$US", "$"]),
    ("UYU", ["", "", "", "$UY", ""]),
    ("VND", ["₫", "₫", "₫", "₫", "₫"]),
    ("WST", ["", "", "", "$WS", ""]),
    ("XAF", ["FCFA", "FCFA", "", "FCFA", "FCFA"]),
    ("XCD", ["EC$", "EC$", "", "", "EC$"]),
    ("XCG", ["Cg.", "Cg.", "Cg.", "Cg.", "Cg."]),
    (
        "XOF",
        ["F\u{202f}CFA", "F\u{202f}CFA", "", "F\u{202f}CFA", "F\u{202f}CFA"],
    ),
    ("XPF", ["CFPF", "CFPF", "CFPF", "FCFP", "CFPF"]),
];

#[cfg(test)]
mod tests {
    use super::Locale;

    #[test]
    fn a_language_writes_amounts_as_the_nearest_that_there_is() {
        for (language, locale) in [
            ("en", Locale::EnUs),
            ("en-GB", Locale::EnUs),
            ("EN-in", Locale::EnIn),
            ("de-AT", Locale::De),
            ("ES", Locale::Es),
            ("es_MX", Locale::Es),
            ("fr-CH", Locale::Fr),
            ("hi-IN", Locale::Hi),
            ("it", Locale::EnUs),
            ("", Locale::EnUs),
        ] {
            assert_eq!(Locale::of_language(language), locale, "{language}");
        }
    }
}
