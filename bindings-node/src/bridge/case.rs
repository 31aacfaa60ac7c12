//! Field names in the two spellings: `check_in` in core and on the wire, `checkIn` in JavaScript.

/// Longer names than any field has; what is longer is no field.
const LONGEST_NAME: usize = 64;

/// Calls `read` with the snake_case spelling of a JavaScript name, without allocating. A name that already holds an
/// underscore is no JavaScript spelling of any field, so `read` gets the empty name, which no field has.
pub(crate) fn with_snake<T>(camel: &str, read: impl FnOnce(&str) -> T) -> T {
    if camel.len() <= LONGEST_NAME && camel.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return read(camel);
    }
    let mut snake = [0_u8; LONGEST_NAME];
    let mut length = 0;
    let mut changed = false;
    for byte in camel.bytes() {
        let slots = match byte {
            b'_' => return read(""),
            b'A'..=b'Z' => {
                changed = true;
                [Some(b'_'), Some(byte.to_ascii_lowercase())]
            }
            _ => [Some(byte), None],
        };
        for byte in slots.into_iter().flatten() {
            let Some(slot) = snake.get_mut(length) else {
                return read("");
            };
            *slot = byte;
            length += 1;
        }
    }
    if !changed {
        return read(camel);
    }
    let text = snake.get(..length).and_then(|bytes| std::str::from_utf8(bytes).ok());
    read(text.unwrap_or_default())
}

/// Appends the JavaScript spelling of a snake_case name.
pub(crate) fn push_camel(snake: &str, out: &mut String) {
    let mut parts = snake.split('_');
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let mut letters = part.chars();
        out.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        out.push_str(letters.as_str());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn snake(camel: &str) -> String {
        with_snake(camel, str::to_owned)
    }

    #[test]
    fn names_go_there_and_back() {
        for (snake_name, camel_name) in [
            ("check_in", "checkIn"),
            ("adults", "adults"),
            ("by_adult_count", "byAdultCount"),
        ] {
            let mut camel = String::new();
            push_camel(snake_name, &mut camel);
            assert_eq!(camel, camel_name);
            assert_eq!(snake(camel_name), snake_name);
        }
    }

    #[test]
    fn the_wire_spelling_is_not_a_javascript_name() {
        assert_eq!(snake("check_in"), "");
        assert_eq!(snake(&"x".repeat(65)), "");
    }
}
