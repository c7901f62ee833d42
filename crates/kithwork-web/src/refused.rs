//! What stands at the top of a page whose form could not be taken: which fields need another look, each
//! a link to it, and the first of them has the focus (WCAG 2.2, 3.3.1). It is read from the page itself,
//! so that no form has to be told of it and none can forget a field.

/// Where it stands: at the beginning of the page's own part.
const TOP: &str = r#"<main id="main" tabindex="-1">"#;
/// How a field says that it is at fault.
const INVALID: &str = r#" aria-invalid="true""#;

/// The page with a summary of its faulty fields; as it is where none of them says so.
pub(crate) fn summed(page: &str) -> String {
    let Some((before, main)) = page.split_once(TOP) else { return page.to_owned() };
    let faulty = faulty(main);
    if faulty.is_empty() {
        return page.to_owned();
    }
    let says = match faulty.len() {
        1 => "It is not saved yet: one field needs another look.",
        _ => "It is not saved yet: some fields need another look.",
    };
    let links =
        faulty.iter().map(|(id, label)| format!(r##"<li><a href="#{id}">{label}</a></li>"##));
    let links: String = links.collect();
    // The first one in the document has the focus, and a page scrolls to what has it.
    let main = main.replace(INVALID, &format!("{INVALID} autofocus"));
    format!(
        r#"{before}{TOP}<div class="refused" role="alert"><p>{says}</p><ul>{links}</ul></div>{main}"#
    )
}

/// The fields that are at fault: their ids and what they are called, as the page writes both.
fn faulty(main: &str) -> Vec<(&str, &str)> {
    let tags = main.match_indices(INVALID).filter_map(|(at, _)| {
        let (before, after) = main.split_at_checked(at)?;
        let (begun, rest) = (before.rsplit_once('<')?.1, after.split_once('>')?.0);
        let tag = [begun, rest];
        let id = tag.iter().find_map(|part| attribute(part, "id"))?;
        let own = || tag.iter().find_map(|part| attribute(part, "aria-label"));
        Some((id, label(main, id).or_else(own)?))
    });
    tags.collect()
}

/// An attribute of a tag, as our templates write it.
fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let rest = tag.split_once(&format!(r#" {name}=""#))?.1;
    Some(rest.split_once('"')?.0)
}

fn label<'p>(main: &'p str, id: &str) -> Option<&'p str> {
    let rest = main.split_once(&format!(r#"<label for="{id}">"#))?.1;
    Some(rest.split_once("</label>")?.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_faulty_field_is_named_and_the_first_has_the_focus() {
        let page = r#"<body><main id="main" tabindex="-1"><label for="a">First</label><input id="a" aria-invalid="true"><label for="b">Second</label><textarea id="b" name="b" aria-invalid="true"></textarea></main>"#;
        let summed = summed(page);
        assert!(
            summed.contains(r##"<li><a href="#a">First</a></li><li><a href="#b">Second</a></li>"##)
        );
        assert!(summed.contains(r#"<input id="a" aria-invalid="true" autofocus>"#), "{summed}");
        assert!(summed.contains("some fields need another look"), "{summed}");
    }

    #[test]
    fn a_page_without_a_faulty_field_is_left_alone() {
        for page in ["", "<p>no main</p>", r#"<main id="main" tabindex="-1"><input id="a"></main>"#]
        {
            assert_eq!(summed(page), page);
        }
    }
}
