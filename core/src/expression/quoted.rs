use super::lexer::fault;
use crate::Result;

/// The text that begins here and the bytes it takes, if one begins here.
pub(super) fn read(rest: &str, at: usize) -> Option<Result<(String, usize)>> {
    let prefix = rest.bytes().take(3).position(|letter| matches!(letter, b'"' | b'\''))?;
    let (letters, quoted) = rest.split_at_checked(prefix)?;
    let raw = match letters {
        "" => false,
        "r" | "R" => true,
        _ if letters.chars().all(|letter| "bBrR".contains(letter)) => {
            return Some(Err(fault(
                at,
                "bytes are left out; texts are written without `b`".to_owned(),
            )));
        }
        _ => return None,
    };
    let one = quoted.get(..1)?;
    let three = quoted
        .get(..3)
        .filter(|three| three.bytes().all(|byte| one.as_bytes().contains(&byte)));
    let quote = three.unwrap_or(one);
    let body = quoted.get(quote.len()..)?;
    let inner = inner(body, quote, raw, at + prefix + quote.len());
    Some(match inner {
        Ok(Some((text, length))) => Ok((text, prefix + 2 * quote.len() + length)),
        Ok(None) => Err(fault(at, "the text has no end".to_owned())),
        Err(error) => Err(error),
    })
}

/// What stands before the closing quote, and its bytes; nothing where there is no such quote.
fn inner(body: &str, quote: &str, raw: bool, at: usize) -> Result<Option<(String, usize)>> {
    let mut text = String::new();
    let mut next = 0;
    while let Some(rest) = body.get(next..) {
        if rest.starts_with(quote) {
            return Ok(Some((text, next)));
        }
        let Some(letter) = rest.chars().next() else { break };
        if letter == '\\' && !raw {
            let (escaped, length) = escape(rest).ok_or_else(|| {
                let message =
                    "there is no such escape; there are \\n, \\t, \\r, \\\\, \\\", \\', \\xHH, \\uHHHH and \\OOO";
                fault(at + next, message.to_owned())
            })?;
            text.push(escaped);
            next += length;
            continue;
        }
        if quote.len() == 1 && matches!(letter, '\n' | '\r') {
            break;
        }
        text.push(letter);
        next += letter.len_utf8();
    }
    Ok(None)
}

/// The letter that an escape stands for, and its length.
fn escape(rest: &str) -> Option<(char, usize)> {
    let code = |start: usize, digits: usize, radix: u32| {
        let digits = rest.get(start..start + digits)?;
        let well_formed = digits.chars().all(|digit| digit.is_digit(radix));
        let code = u32::from_str_radix(digits, radix).ok().filter(|_| well_formed)?;
        Some((char::from_u32(code)?, start + digits.len()))
    };
    let plain = match rest.chars().nth(1)? {
        'a' => '\x07',
        'b' => '\x08',
        'f' => '\x0c',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'v' => '\x0b',
        letter @ ('\\' | '?' | '"' | '\'' | '`') => letter,
        'x' | 'X' => return code(2, 2, 16),
        'u' => return code(2, 4, 16),
        'U' => return code(2, 8, 16),
        '0'..='3' => return code(1, 3, 8),
        _ => return None,
    };
    Some((plain, 2))
}
