//! WCAG 2.2 AA as far as the text of a page can show it.

use super::pages;
use scraper::{ElementRef, Html, Selector};
use std::collections::HashSet;

fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

fn text(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn each(check: impl Fn(&str, &Html)) {
    for (name, page) in pages() {
        check(name, &Html::parse_document(&page));
    }
}

#[test]
fn every_page_has_its_language_title_landmarks_and_one_heading_of_the_first_level() {
    each(|name, page| {
        assert_eq!(all(page, "html[lang=en-GB]").len(), 1, "{name}");
        assert!(text(all(page, "title")[0]).ends_with("· Kithwork"), "{name}");
        assert_eq!(all(page, "h1").len(), 1, "{name}");
        assert_eq!(all(page, "main#main").len(), 1, "{name}");
        assert_eq!(all(page, "nav[aria-label]").len(), all(page, "nav").len(), "{name}");
        let first = all(page, "body > *")[0];
        assert_eq!(first.value().attr("href"), Some("#main"), "{name}: the skip link is first");
    });
}

#[test]
fn headings_never_skip_a_level() {
    each(|name, page| {
        let mut last = 0;
        for heading in all(page, "h1, h2, h3, h4") {
            let level: u8 = heading.value().name().trim_start_matches('h').parse().unwrap();
            assert!(level <= last + 1, "{name}: {:?} after level {last}", text(heading));
            assert!(!text(heading).is_empty(), "{name}: an empty heading");
            last = level;
        }
    });
}

#[test]
fn ids_are_unique_and_whatever_refers_to_one_finds_it() {
    each(|name, page| {
        let mut ids = HashSet::new();
        for element in all(page, "[id]") {
            let id = element.value().attr("id").unwrap();
            assert!(ids.insert(id), "{name}: {id} twice");
        }
        for attribute in ["aria-labelledby", "aria-describedby", "for"] {
            for element in all(page, &format!("[{attribute}]")) {
                for id in element.value().attr(attribute).unwrap().split(' ') {
                    assert!(ids.contains(id), "{name}: {attribute}={id} leads nowhere");
                }
            }
        }
        for link in all(page, "a[href^='#']") {
            let id = link.value().attr("href").unwrap().trim_start_matches('#');
            assert!(ids.contains(id), "{name}: #{id} leads nowhere");
        }
    });
}

#[test]
fn links_buttons_and_fields_have_names() {
    each(|name, page| {
        for element in all(page, "a, button, summary") {
            assert!(!text(element).is_empty(), "{name}: {}", element.html());
        }
        for field in all(page, "input:not([type=hidden]), select, textarea") {
            let id = field.value().attr("id").expect("a field has an id");
            assert_eq!(all(page, &format!("label[for='{id}']")).len(), 1, "{name}: {id}");
        }
        for image in all(page, "svg") {
            let (role, hidden) = (image.value().attr("role"), image.value().attr("aria-hidden"));
            assert!(role == Some("img") || hidden == Some("true"), "{name}: {}", image.html());
        }
    });
}

#[test]
fn every_chart_says_its_finding_and_stands_beside_its_table() {
    let mut charts = 0;
    for (name, page) in pages() {
        let page = Html::parse_document(&page);
        for chart in all(&page, "figure.chart") {
            charts += 1;
            let one = |selector: &str| {
                let found: Vec<_> = chart.select(&Selector::parse(selector).unwrap()).collect();
                assert!(!found.is_empty(), "{name}: no {selector} in {}", chart.html());
                text(found[0])
            };
            assert!(one("figcaption").ends_with('.'), "{name}: the sentence ends");
            assert!(!one("svg[role=img] > title").is_empty() && !one("svg > desc").is_empty());
            assert!(!one("details table tbody th[scope=row]").is_empty());
        }
    }
    assert!(charts >= 6, "only {charts} charts were looked at");
}

#[test]
fn colour_is_never_all_that_tells_which_place_one_is_at() {
    each(|name, page| {
        let here = all(page, "nav a[aria-current=page]").len();
        assert_eq!(
            here,
            usize::from(!["fault", "offline", "pair", "sign in", "trust"].contains(&name)),
            "{name}"
        );
    });
}
