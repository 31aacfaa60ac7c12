//! Literals of a language, on one line where they fit.

/// How wide a line may be.
const WIDTH: usize = 100;

/// A literal before it is laid out.
pub(super) enum Literal {
    /// A word, a number, a text.
    Plain(String),
    /// What stands in brackets, such as `["a", "b"]` or `{ name: 'a' }`.
    Inside {
        open: &'static str,
        close: &'static str,
        items: Vec<(String, Literal)>,
    },
}

/// How a language sets its literals.
pub(super) struct Style {
    /// What stands between braces and what they hold, on one line.
    pub brace: &'static str,
    /// How deep each level goes.
    pub indent: usize,
}

impl Literal {
    /// The literal behind `taken` characters of a line that begins at `depth`, with `after` to come behind it.
    pub(super) fn laid(&self, style: &Style, taken: usize, depth: usize) -> String {
        let flat = self.flat(style);
        let Literal::Inside { open, close, items } = self else {
            return flat;
        };
        if items.is_empty() || taken + flat.chars().count() < WIDTH {
            return flat;
        }
        let deeper = depth + style.indent;
        let line = |(label, item): &(String, Literal)| {
            let laid = item.laid(style, deeper + label.chars().count() + 1, deeper);
            format!("{:deeper$}{label}{laid},\n", "")
        };
        format!(
            "{open}\n{}{:depth$}{close}",
            items.iter().map(line).collect::<String>(),
            ""
        )
    }

    fn flat(&self, style: &Style) -> String {
        match self {
            Literal::Plain(text) => text.clone(),
            Literal::Inside { open, close, items } => {
                let all: Vec<String> = (items.iter())
                    .map(|(label, item)| label.clone() + &item.flat(style))
                    .collect();
                let space = if *open == "{" && !items.is_empty() {
                    style.brace
                } else {
                    ""
                };
                format!("{open}{space}{}{space}{close}", all.join(", "))
            }
        }
    }
}

/// A program, deeper in.
pub(super) fn indented(program: &str, depth: usize) -> String {
    program.lines().map(|line| format!("{:depth$}{line}\n", "")).collect()
}

/// A literal with every character to be seen: what has no width is written by its number, as both languages read it.
pub(super) fn seen(literal: &str) -> String {
    let is_invisible = |letter: char| matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    let written = |letter: char| {
        if is_invisible(letter) {
            format!("\\u{:04x}", u32::from(letter))
        } else {
            letter.to_string()
        }
    };
    literal.chars().map(written).collect()
}
