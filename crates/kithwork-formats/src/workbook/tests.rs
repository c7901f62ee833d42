use crate::{Context, Given, Reading, read};
use jiff::civil::date;
use kithwork_core::handover::Said;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

fn readings(workbook: &mut Workbook) -> Vec<Reading> {
    let octets = workbook.save_to_buffer().unwrap();
    let context = Context { region: "GB", zone: "Europe/London" };
    read(&Given { path: "book.xlsx", octets: &octets }, &context)
}

#[test]
fn worksheets_are_read_with_real_dates_numbers_and_formulas() {
    let mut workbook = Workbook::new();
    let day = Format::new().set_num_format("dd/mm/yyyy");
    let sheet = workbook.add_worksheet();
    sheet.set_name("Meetings").unwrap();
    for (at, title) in ["Group", "Date", "Minutes", "Cost", "Notes", "Star sign"].iter().enumerate()
    {
        sheet.write_string(2, u16::try_from(at).unwrap(), *title).unwrap();
    }
    sheet.write_string(3, 0, "Thursday Chapter").unwrap();
    let on = ExcelDateTime::from_ymd(2026, 11, 12).unwrap();
    sheet.write_datetime_with_format(3, 1, &on, &day).unwrap();
    sheet.write_formula(3, 2, Formula::new("=60+30").set_result("90")).unwrap();
    sheet.write_number(3, 3, 0.1 + 0.2 + 12.0).unwrap();
    sheet.write_string(3, 4, "=not a formula").unwrap();
    sheet.write_string(3, 5, "Leo").unwrap();
    workbook.add_worksheet().set_name("Scribbles").unwrap().write_string(0, 0, "x").unwrap();
    let told = readings(&mut workbook);
    assert_eq!(
        (told[0].path.as_str(), told[0].kind.as_str()),
        ("book.xlsx/Meetings", "sheet:meetings")
    );
    assert_eq!((told[0].read, told[0].refused.len()), (1, 0), "{:?}", told[0].refused);
    assert_eq!(told[0].ignored_columns, ["Star sign"]);
    assert_eq!(told[0].records[0].line, Some(4));
    assert_eq!(told[0].records[0].key, "meetings|2026-11-12|thursday chapter");
    let Said::Meeting(meeting) = &told[0].records[0].said else { panic!("no meeting") };
    assert_eq!((meeting.on, meeting.minutes), (date(2026, 11, 12), Some(90)));
    assert_eq!(meeting.cost.map(|cost| cost.minor), Some(1230));
    assert_eq!(meeting.notes.as_deref(), Some("=not a formula"));
    assert_eq!(
        (told[1].kind.as_str(), &told[1].ignored_columns[..]),
        ("workbook", &["Scribbles".to_owned()][..])
    );
}

#[test]
fn one_date_above_twelve_decides_for_the_whole_workbook() {
    let mut workbook = Workbook::new();
    let pitches = workbook.add_worksheet().set_name("pitches").unwrap();
    for (row, (version, on)) in
        [("version", "first_used_on"), ("v1", "03/04/2026")].iter().enumerate()
    {
        let row = u32::try_from(row).unwrap();
        pitches.write_string(row, 0, *version).unwrap().write_string(row, 1, *on).unwrap();
    }
    assert_eq!(readings(&mut workbook)[0].refused[0].reason, "date-ambiguous");
    let groups = workbook.add_worksheet().set_name("groups").unwrap();
    for (row, (name, on)) in [("name", "joined_on"), ("Chapter", "16/11/2026")].iter().enumerate() {
        let row = u32::try_from(row).unwrap();
        groups.write_string(row, 0, *name).unwrap().write_string(row, 1, *on).unwrap();
    }
    let told = readings(&mut workbook);
    assert_eq!((told[0].refused.len(), told[1].refused.len()), (0, 0));
    assert_eq!(told[1].kind, "sheet:groups");
}

#[test]
fn two_cells_in_far_corners_cost_two_cells() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("pitches").unwrap();
    sheet.write_string(0, 0, "version").unwrap();
    sheet.write_string(1_048_575, 16_383, "x").unwrap();
    let told = readings(&mut workbook);
    assert_eq!(
        (told[0].refused[0].reason.as_str(), told[0].refused[0].line),
        ("row-too-long", Some(1_048_576))
    );
}

#[test]
fn a_workbook_that_is_cut_off_is_refused() {
    let octets = Workbook::new().save_to_buffer().unwrap();
    let context = Context { region: "GB", zone: "Europe/London" };
    for cut in [octets.len() / 3, octets.len() - 30] {
        let told = read(&Given { path: "b.xlsx", octets: &octets[..cut] }, &context);
        assert!(told[0].whole_refused);
    }
}
