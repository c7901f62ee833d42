//! What a header lacks to be the sheet it was meant to be.

use super::{SHEETS, Sheet, plain};

/// Says which columns are missing, where a header is most of a sheet's or its file is named after one.
/// None where it looks like no sheet of ours.
pub(crate) fn missing(header: &[String], stem: &str) -> Option<String> {
    let header: Vec<_> = header.iter().map(|cell| plain(cell)).collect();
    let has = |column: &str| header.contains(&plain(column));
    let known = |sheet: &Sheet| sheet.columns.iter().filter(|column| has(column)).count();
    let is_named = |sheet: &Sheet| {
        stem.split(|c: char| !c.is_alphanumeric()).any(|word| plain(word) == sheet.name)
    };
    let meant = SHEETS
        .into_iter()
        .filter(|sheet| is_named(sheet) || known(sheet) >= 2)
        .max_by_key(|sheet| (is_named(sheet), known(sheet)))?;
    let lacks: Vec<String> = meant
        .needs
        .iter()
        .filter(|column| !has(column))
        .map(|column| format!("“{column}”"))
        .collect();
    let (last, first) = lacks.split_last()?;
    let named = if first.is_empty() {
        format!("the column {last} is missing")
    } else {
        format!("the columns {} and {last} are missing", first.join(", "))
    };
    Some(format!(
        "it looks like the sheet “{}”, but {named}: add them to its first row",
        meant.name
    ))
    .map(|text| if lacks.len() == 1 { text.replace("add them", "add it") } else { text })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(header: &str, stem: &str) -> Option<String> {
        let header: Vec<String> = header.split(',').map(str::to_owned).collect();
        missing(&header, stem)
    }

    #[test]
    fn the_columns_a_header_lacks_are_named() {
        let meetings = of("date,minutes,talked_to", "list").unwrap();
        assert!(meetings.contains("“meetings”") && meetings.contains("“group” is missing"));
        let help = of("when,who", "help").unwrap();
        assert!(help.contains("“direction”, “person” and “kind” are missing"), "{help}");
        assert_eq!(of("some,words", "letter"), None);
    }
}
