//! As how many messages a text goes: GSM 03.38 where it has all the letters, else two bytes for each.

/// The letters of GSM 03.38, and those of its extension, which take two places.
const LETTERS: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿\
                       abcdefghijklmnopqrstuvwxyzäöñüà";
const EXTENDED: &str = "\u{c}^{}\\[~]|€";
/// The places of one message, and of each that is a part of several.
const GSM: (usize, usize) = (160, 153);
const WIDE: (usize, usize) = (70, 67);
/// As many a text goes at most: gateways take no more than ten.
pub(super) const MOST: usize = 10;

/// As how many a text goes.
pub(super) fn segments(text: &str) -> usize {
    let places = |letter: char| match (LETTERS.contains(letter), EXTENDED.contains(letter)) {
        (true, _) => Some(1),
        (_, true) => Some(2),
        _ => None,
    };
    let gsm: Option<Vec<usize>> = text.chars().map(places).collect();
    match gsm {
        Some(letters) => parts(&letters, GSM),
        None => parts(&text.chars().map(char::len_utf16).collect::<Vec<usize>>(), WIDE),
    }
}

/// No letter is cut in two: where one does not fit any more it begins the next part.
fn parts(letters: &[usize], (alone, together): (usize, usize)) -> usize {
    if letters.iter().sum::<usize>() <= alone {
        return 1;
    }
    let (mut parts, mut taken) = (1, 0);
    for letter in letters {
        if taken + letter > together {
            (parts, taken) = (parts + 1, 0);
        }
        taken += letter;
    }
    parts
}

/// A telephone number as gateways take it; nothing where it is none that can be called from everywhere.
pub(super) fn number(text: &str) -> Option<String> {
    let plain: String = text
        .chars()
        .filter(|letter| !letter.is_whitespace() && !"-()./".contains(*letter))
        .collect();
    let digits = plain.strip_prefix('+')?;
    let is_number = (7..=15).contains(&digits.len())
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && !digits.starts_with('0');
    is_number.then_some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_go_in_parts_that_cut_no_letter() {
        for (text, wanted) in [
            (String::new(), 1),
            ("a".repeat(160), 1),
            ("a".repeat(161), 2),
            ("a".repeat(306), 2),
            ("a".repeat(307), 3),
            ("€".repeat(80), 1),
            ("€".repeat(81), 2),
            // 152 places are full of the 153, and what takes two begins the next.
            (format!("{}€{}", "a".repeat(152), "a".repeat(152)), 3),
            ("д".repeat(70), 1),
            ("д".repeat(71), 2),
            (format!("{}д", "a".repeat(69)), 1),
            (format!("{}д", "a".repeat(70)), 2),
            ("😀".repeat(35), 1),
            ("😀".repeat(36), 2),
            // 33 of them are 66 of 67 places.
            ("😀".repeat(67), 3),
        ] {
            assert_eq!(segments(&text), wanted, "{} letters", text.chars().count());
        }
        assert_eq!(LETTERS.chars().count() + EXTENDED.chars().count(), 137);
    }

    #[test]
    fn numbers_are_those_that_can_be_called_from_everywhere() {
        for (text, wanted) in [
            ("+34 600 000-000", Some("+34600000000")),
            ("+49 (30) 1234567", Some("+49301234567")),
            ("0034600000000", None),
            ("600000000", None),
            ("+0600000000", None),
            ("+123456", None),
            ("+1234567890123456", None),
            ("+34600a00000", None),
            ("", None),
        ] {
            assert_eq!(number(text).as_deref(), wanted, "{text}");
        }
    }
}
