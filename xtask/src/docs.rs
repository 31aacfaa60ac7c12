//! `cargo xtask docs`: the pages, with their examples made anew and their links followed, and the crate's documentation.
//! `cargo xtask codes`: every code with what it means and how many vectors state it.

use std::collections::BTreeMap;
use std::path::Path;

use ratebook::Code;

use crate::shell::{Outcome, root, tracked};
use crate::{check, generate};

pub fn run() -> Outcome {
    generate::run(false)?;
    links()?;
    check::documentation()?;
    println!("the crate's documentation is in target/doc/ratebook; the guides are in docs");
    Ok(())
}

/// Every link of a page to a file of the checkout leads to one.
pub fn links() -> Outcome {
    let mut broken = Vec::new();
    for page in tracked()
        .iter()
        .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
    {
        let text =
            std::fs::read_to_string(root().join(page)).map_err(|error| format!("{}: {error}", page.display()))?;
        let folder = page.parent().unwrap_or(Path::new(""));
        for target in targets(&text) {
            if !root().join(folder).join(target).exists() {
                broken.push(format!("{}: there is no `{target}`", page.display()));
            }
        }
    }
    if broken.is_empty() {
        Ok(())
    } else {
        Err(broken.join("\n"))
    }
}

/// What the links of a page lead to, those to other hosts and within the page aside.
fn targets(text: &str) -> impl Iterator<Item = &str> {
    let prose = text.split("```").step_by(2);
    let links = prose
        .flat_map(|part| part.split("](").skip(1))
        .filter_map(|rest| rest.split([')', ' ']).next());
    links
        .filter(|link| !link.contains("://") && !link.starts_with(['#', '<']) && !link.starts_with("mailto:"))
        .filter_map(|link| link.split('#').next())
}

/// Every code, what it means, and how many vectors state it; one without a vector is a failure.
pub fn codes() -> Outcome {
    let mut stated = BTreeMap::new();
    for vector in ratebook_tests::all() {
        ratebook_tests::codes(&vector.expect, &mut stated);
    }
    let mut bare = Vec::new();
    for code in Code::ALL {
        let count = stated.get(code.as_str()).copied().unwrap_or(0);
        println!("{count:>5}  {:<36}{}", code.as_str(), code.meaning());
        if count == 0 && !ratebook_tests::BEYOND_VECTORS.contains(code) {
            bare.push(code.as_str());
        }
    }
    if bare.is_empty() {
        Ok(())
    } else {
        Err(format!("no vector states {}", bare.join(", ")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_found_outside_programs() {
        let text = "[a](docs/a.md#part) [b](https://b.org) [c](#c)\n```\n[d](d.md)\n```\n[e](../e.md)";
        assert_eq!(targets(text).collect::<Vec<_>>(), ["docs/a.md", "../e.md"]);
    }
}
