//! What stands at the top of a page whose form could not be taken: which fields need another look, each
//! a link to it, and the first of them has the focus (WCAG 2.2, 3.3.1). The fields are read from the page
//! itself: what each is called and where it stands is known to its template alone, and so no form has to
//! tell it twice and none can forget a field.

use askama::Template;
use kithwork_app::Later;

/// What is said where no field of the page is at fault.
#[derive(Clone, Debug, Default)]
pub(crate) struct Told {
    /// What happened and what to do, in sentences.
    pub says: String,
    /// The later change that stands in the way.
    pub later: Option<Later>,
}

/// Where it stands: at the beginning of the page's own part.
const TOP: &str = r#"<main id="main" tabindex="-1">"#;
/// How a field says that it is at fault.
const INVALID: &str = r#" aria-invalid="true""#;

/// The summary; the fields are as their page writes them.
#[derive(Template)]
#[template(
    ext = "html",
    source = r##"<div class="refused" role="alert"{% if fields.is_empty() %} tabindex="-1" autofocus{% endif %}><p>{{ says }}{% if let Some(later) = later %} <a href="/changes?before={{ later.seq + 1 }}#change-{{ later.id }}">See it in what was done</a>{% endif %}</p>{% if !fields.is_empty() %}<ul>{% for (id, label) in fields %}<li><a href="#{{ id|safe }}">{{ label|safe }}</a></li>{% endfor %}</ul>{% endif %}</div>"##
)]
struct Summary<'p> {
    says: &'p str,
    later: Option<Later>,
    fields: Vec<(&'p str, &'p str)>,
}

/// The page with a summary of its faulty fields; where none of them says so, with the fault as it was
/// told, and as it is where nothing was.
pub(crate) fn summed(page: &str, told: &Told) -> String {
    let Some((before, main)) = page.split_once(TOP) else { return page.to_owned() };
    let fields = faulty(page);
    let says = match fields.len() {
        0 => told.says.as_str(),
        1 => "It is not saved yet: one field needs another look.",
        _ => "It is not saved yet: some fields need another look.",
    };
    if says.is_empty() {
        return page.to_owned();
    }
    let summary = Summary { says, later: told.later, fields }.render().unwrap_or_default();
    // The first one in the document has the focus, and a page scrolls to what has it.
    let focused = |part: &str| part.replace(INVALID, &format!("{INVALID} autofocus"));
    format!("{}{TOP}{summary}{}", focused(before), focused(main))
}

/// The fields that are at fault: their ids and what they are called, as the page writes both.
fn faulty(page: &str) -> Vec<(&str, &str)> {
    let tags = page.match_indices(INVALID).filter_map(|(at, _)| {
        let (before, after) = page.split_at_checked(at)?;
        let (begun, (rest, inside)) = (before.rsplit_once('<')?.1, after.split_once('>')?);
        let tag = [begun, rest];
        let id = tag.iter().find_map(|part| attribute(part, "id"))?;
        let own = || tag.iter().find_map(|part| attribute(part, "aria-label"));
        let legend =
            || begun.starts_with("fieldset").then(|| element(inside, "<legend>", "</legend>"));
        Some((id, label(page, id).or_else(|| legend().flatten()).or_else(own)?))
    });
    tags.collect()
}

/// An attribute of a tag, as our templates write it.
fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let rest = tag.split_once(&format!(r#" {name}=""#))?.1;
    Some(rest.split_once('"')?.0)
}

fn label<'p>(page: &'p str, id: &str) -> Option<&'p str> {
    element(page, &format!(r#"<label for="{id}">"#), "</label>")
}

fn element<'p>(page: &'p str, begins: &str, ends: &str) -> Option<&'p str> {
    Some(page.split_once(begins)?.1.split_once(ends)?.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_faulty_field_is_named_and_the_first_has_the_focus() {
        let page = r#"<body><main id="main" tabindex="-1"><label for="a">First</label><input id="a" aria-invalid="true"><label for="b">Second</label><textarea id="b" name="b" aria-invalid="true"></textarea></main>"#;
        let summed = summed(page, &Told::default());
        assert!(
            summed.contains(r##"<li><a href="#a">First</a></li><li><a href="#b">Second</a></li>"##)
        );
        assert!(summed.contains(r#"<input id="a" aria-invalid="true" autofocus>"#), "{summed}");
        assert!(summed.contains("some fields need another look"), "{summed}");
    }

    #[test]
    fn a_row_of_buttons_is_named_by_its_legend_and_a_field_before_the_page_by_its_label() {
        let page = r#"<header><label for="n">What happened?</label><textarea id="n" aria-invalid="true"></textarea></header><main id="main" tabindex="-1"><fieldset id="s" aria-invalid="true"><legend>How nervous?</legend><input></fieldset></main>"#;
        let summed = summed(page, &Told::default());
        assert!(summed.contains(r##"<a href="#n">What happened?</a>"##), "{summed}");
        assert!(summed.contains(r##"<a href="#s">How nervous?</a>"##), "{summed}");
    }

    #[test]
    fn a_page_without_a_faulty_field_says_what_is_wrong_and_is_left_alone_where_nothing_is() {
        for page in ["", "<p>no main</p>", r#"<main id="main" tabindex="-1"><input id="a"></main>"#]
        {
            assert_eq!(summed(page, &Told::default()), page);
        }
        let told = Told { says: "Choose <somebody>.".to_owned(), later: None };
        let told = summed(r#"<main id="main" tabindex="-1"></main>"#, &told);
        assert!(told.contains("<p>Choose &#60;somebody&#62;.</p>"), "{told}");
    }
}
