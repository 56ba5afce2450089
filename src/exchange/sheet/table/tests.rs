use proptest::prelude::*;

use super::*;

fn cells(table: &Table) -> Vec<Vec<&str>> {
    table
        .lines()
        .iter()
        .map(|row| (0..row.len()).map(|column| row.cell(column)).collect())
        .collect()
}

fn numbers(table: &Table) -> Vec<usize> {
    table.lines().iter().map(|line| line.number).collect()
}

#[test]
fn the_separator_is_told_from_the_rows() {
    for (text, separator) in [
        ("a\tb, c\td\n1\t2, 3\t4\n", '\t'),
        ("a;b;c\n1,5;2,5;3\n", ';'),
        ("a,b;c,d\n1,2;3,4\n5,6,7\n", ','),
        ("title\nKyiv\n", ','),
        ("sep=;\na,b;c\n", ';'),
    ] {
        assert_eq!(Table::of_text(text).unwrap().separator(), separator, "{text}");
    }
}

#[test]
fn a_row_has_the_number_that_a_spreadsheet_shows() {
    let text = "title,notes\r\n\r\nKyiv,\"two\r\nlines\"\r\n,\r\nLviv,\"\"\"quoted\"\"\"";
    let table = Table::of_text(text).unwrap();
    assert_eq!(
        cells(&table),
        [
            vec!["title", "notes"],
            vec!["Kyiv", "two\nlines"],
            vec!["Lviv", "\"quoted\""]
        ]
    );
    assert_eq!(numbers(&table), [1, 3, 5]);
    for end in ["\n", "\r"] {
        let table = Table::of_text(&text.replace("\r\n", end)).unwrap();
        assert_eq!(numbers(&table), [1, 3, 5]);
    }
}

#[test]
fn every_usual_encoding_is_read_and_named() {
    let text = "назва;місце\nУдар по обʼєкту;Київ, Харків та Полтава\n";
    let plain = "назва;місце\nУдар по об'єкту енергетики вночі;Київ, Харків та Полтава\n";
    let mut marked = b"\xef\xbb\xbf".to_vec();
    marked.extend(text.as_bytes());
    let utf16: Vec<u8> = [0xfe, 0xff]
        .into_iter()
        .chain(text.encode_utf16().flat_map(u16::to_be_bytes))
        .collect();
    let utf16_le: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain(text.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    for (bytes, encoding) in [
        (text.as_bytes().to_vec(), "UTF-8"),
        (marked, "UTF-8"),
        (utf16, "UTF-16BE"),
        (utf16_le, "UTF-16LE"),
        (
            encoding_rs::WINDOWS_1251.encode(plain).0.into_owned(),
            "windows-1251",
        ),
    ] {
        let table = Table::read(&bytes, None).unwrap();
        assert_eq!(table.encoding(), encoding);
        assert_eq!(table.lines()[0].cell(0), "назва", "{encoding}");
        assert_eq!(table.lines()[1].cell(1), "Київ, Харків та Полтава", "{encoding}");
    }
    let western = encoding_rs::WINDOWS_1252
        .encode("título;lugar\nExplosión en la estación;Málaga\n")
        .0;
    let table = Table::read(&western, None).unwrap();
    assert_eq!(
        (table.encoding(), table.lines()[1].cell(1)),
        ("windows-1252", "Málaga")
    );
    let stated = Table::read(&western, encoding_named("windows-1251")).unwrap();
    assert_eq!(stated.encoding(), "windows-1251");
}

#[test]
fn what_is_no_table_is_refused_with_the_reason() {
    let refused = |bytes: &[u8]| Table::read(bytes, None).unwrap_err();
    assert_eq!(refused(b""), SheetError::Empty);
    assert_eq!(refused(b"\n ;; \n"), SheetError::Empty);
    assert_eq!(refused(b"PK\x03\x04rest"), SheetError::Workbook);
    assert_eq!(refused(b"a,b\0c\n"), SheetError::NotText);
    assert_eq!(
        refused(b"a,b\n1,2\n\"open,3\n4,5\n"),
        SheetError::OpenQuote { line: 3 }
    );
    let many = "a,b\n".repeat(MOST_ROWS + 1);
    assert_eq!(refused(many.as_bytes()), SheetError::TooManyRows);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = Table::read(&bytes, None);
    }

    #[test]
    fn rows_are_numbered_upwards_and_never_lost(
        rows in proptest::collection::vec("[a-z\"\n;\t,]{0,8}", 1..12)
    ) {
        let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
        writer.write_record(["first", "middle", "last"]).unwrap();
        for row in &rows {
            writer.write_record(["x", row, "y"]).unwrap();
        }
        let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        let table = Table::of_text(&text).unwrap();
        prop_assert_eq!(table.separator(), ';');
        prop_assert_eq!(numbers(&table), (1..=rows.len() + 1).collect::<Vec<_>>());
        for (line, row) in table.lines()[1..].iter().zip(&rows) {
            prop_assert_eq!(line.cell(1), row.trim());
        }
    }
}
