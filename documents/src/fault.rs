//! What is wrong with a template, and where.

use serde::{Deserialize, Serialize};
use typst::diag::SourceDiagnostic;
use typst::{World, WorldExt};

use super::world::Given;

/// As many are told of one document.
const MOST: usize = 20;
/// As many hints of each, and as many letters of a message and of a hint: typst quotes what it stumbles over, and a record may say much.
const MOST_HINTS: usize = 5;
const LONGEST: usize = 500;

/// Something by which a document cannot be set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// The template in which it is; nothing where it is in none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// The line, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// The letter of the line, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<usize>,
    /// What is wrong.
    pub message: String,
    /// What would be right.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hints: Vec<String>,
}

impl Fault {
    /// A fault that is in no template.
    pub fn of(message: impl Into<String>) -> Fault {
        let message: String = message.into();
        Fault {
            file: None,
            line: None,
            column: None,
            message: cut(&message),
            hints: Vec::new(),
        }
    }

    pub(crate) fn all(world: &Given<'_>, diagnostics: &[SourceDiagnostic]) -> Vec<Fault> {
        let told = diagnostics.iter().take(MOST).map(|own| Fault::told(world, own));
        told.collect()
    }

    fn told(world: &Given<'_>, diagnostic: &SourceDiagnostic) -> Fault {
        let place = diagnostic.span.id().and_then(|id| {
            let (source, range) = (world.source(id).ok()?, world.range(diagnostic.span)?);
            let (line, column) = source.lines().byte_to_line_column(range.start)?;
            Some((id.vpath().get_with_slash().to_owned(), line + 1, column + 1))
        });
        let (file, line, column) = match place {
            Some((file, line, column)) => (Some(file), Some(line), Some(column)),
            None => (None, None, None),
        };
        let message = cut(&diagnostic.message);
        let hints = diagnostic.hints.iter().take(MOST_HINTS);
        let mut hints: Vec<String> = hints.map(|hint| cut(&hint.v)).collect();
        // No font has it that is here: another font is the operator's to give, and not the template's to choose.
        if message.contains("could not be displayed") {
            hints = vec![
                "put a font that has these letters into the folder that the setting `document_fonts` names".to_owned(),
            ];
        }
        Fault {
            file,
            line,
            column,
            message,
            hints,
        }
    }
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
