//! A batch on several threads: core answers each entry by itself, so a batch is as many batches as there are cores.

use std::ops::Range;
use std::thread;

use ratebook::Result;

/// Entries that a thread is worth.
const WORTH: usize = 128;

/// Answers a request whose only field is a list, part by part on several threads: the parts' answers, which are lists, as one.
/// Nothing when the request is not of that form, is small, or any part is refused: then it is asked as a whole.
pub(crate) fn ask(request: &[u8], list: &str, ask: impl Fn(&[u8]) -> Result<Vec<u8>> + Sync) -> Option<Vec<u8>> {
    let most = thread::available_parallelism().map_or(1, usize::from);
    // A request that is too short for two threads is not even looked through.
    if most < 2 || request.len() < 2 * WORTH * r#"{"adults":1}"#.len() {
        return None;
    }
    let entries = entries(request, list)?;
    let threads = most.min(entries.len() / WORTH);
    if threads < 2 {
        return None;
    }
    let part = |entries: &[Range<usize>]| -> Option<Vec<u8>> {
        let inside = request.get(entries.first()?.start..entries.last()?.end)?;
        ask(&[format!("{{\"{list}\":[").as_bytes(), inside, b"]}"].concat()).ok()
    };
    let part = &part;
    let answers = thread::scope(|scope| {
        let parts = entries.chunks(entries.len().div_ceil(threads));
        let asked: Vec<_> = parts.map(|entries| scope.spawn(move || part(entries))).collect();
        asked
            .into_iter()
            .map(|thread| thread.join().ok()?)
            .collect::<Option<Vec<_>>>()
    })?;
    let inner = answers
        .iter()
        .map(|answer| answer.strip_prefix(b"[")?.strip_suffix(b"]"));
    Some(
        [
            b"[",
            inner.collect::<Option<Vec<_>>>()?.join(&b","[..]).as_slice(),
            b"]",
        ]
        .concat(),
    )
}

/// Where the entries of `{"list": […]}` stand; nothing for any other text.
fn entries(text: &[u8], list: &str) -> Option<Vec<Range<usize>>> {
    let mut scan = Scan { text, at: 0 };
    scan.pass(b"{")?;
    scan.pass(format!("\"{list}\"").as_bytes())?;
    scan.pass(b":")?;
    scan.pass(b"[")?;
    let mut entries = Vec::new();
    loop {
        entries.push(scan.object()?);
        if scan.pass(b",").is_none() {
            break;
        }
    }
    scan.pass(b"]")?;
    scan.pass(b"}")?;
    scan.space();
    (scan.at == text.len()).then_some(entries)
}

struct Scan<'t> {
    text: &'t [u8],
    at: usize,
}

impl Scan<'_> {
    fn space(&mut self) {
        while self.text.get(self.at).is_some_and(u8::is_ascii_whitespace) {
            self.at += 1;
        }
    }

    fn pass(&mut self, what: &[u8]) -> Option<()> {
        self.space();
        let passed = self.text.get(self.at..)?.starts_with(what);
        passed.then(|| self.at += what.len())
    }

    /// Passes an object whose brackets match; whether it is JSON is for the one who reads it.
    fn object(&mut self) -> Option<Range<usize>> {
        self.space();
        let start = self.at;
        (self.text.get(start) == Some(&b'{')).then_some(())?;
        let (mut depth, mut in_text) = (0_usize, false);
        loop {
            match (self.text.get(self.at)?, in_text) {
                (b'"', _) => in_text = !in_text,
                (b'\\', true) => self.at += 1,
                (b'{' | b'[', false) => depth += 1,
                (b'}' | b']', false) => depth = depth.checked_sub(1)?,
                _ => {}
            }
            self.at += 1;
            if depth == 0 {
                return Some(start..self.at);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<Vec<&str>> {
        let ranges = entries(text.as_bytes(), "requests")?;
        ranges.into_iter().map(|range| text.get(range)).collect()
    }

    #[test]
    fn entries_are_found_whatever_is_in_them() {
        let text = r#" { "requests" : [ {"a": "}]\"{", "b": [{}, [1]]} ,{}, {"c":"\\"} ] } "#;
        assert_eq!(
            found(text).unwrap(),
            [r#"{"a": "}]\"{", "b": [{}, [1]]}"#, "{}", r#"{"c":"\\"}"#]
        );
    }

    #[test]
    fn what_is_no_such_list_is_left_alone() {
        for text in [
            "",
            "{}",
            "[]",
            r#"{"requests": []}"#,
            r#"{"requests": [1]}"#,
            r#"{"requests": [{}], "more": 1}"#,
            r#"{"requests": [{}"#,
            r#"{"requests": [{]}"#,
            r#"{"requests": [{}]} x"#,
            r#"{"request": [{}]}"#,
            r#"{"requests": [{"#,
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }

    #[test]
    fn answers_come_in_the_order_of_the_entries() {
        let numbers = |range: Range<usize>| {
            range
                .map(|number| format!("{{\"n\":{number}}}"))
                .collect::<Vec<_>>()
                .join(",")
        };
        let request = format!("{{\"requests\":[{}]}}", numbers(0..5_000));
        let echo = |part: &[u8]| Ok(part[br#"{"requests":"#.len()..part.len() - 1].to_vec());
        if let Some(answer) = ask(request.as_bytes(), "requests", echo) {
            assert_eq!(answer, format!("[{}]", numbers(0..5_000)).into_bytes());
        }
    }
}
