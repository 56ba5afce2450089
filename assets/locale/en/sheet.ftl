# Tables from a spreadsheet: what is wrong with a cell, and how to mend it.
sheet-error-empty = There is nothing in this table.
sheet-error-bytes = This table is larger than { $most } MB, which is the most that is read at once. Split it into parts.
sheet-error-rows = This table has more than { $most } rows, which is the most that is read at once. Split it into parts.
sheet-error-workbook = This is the file of a spreadsheet program. Save the sheet as CSV (UTF-8) there, or copy its cells and paste them here.
sheet-error-not-text = This is no text that can be read. Save the table as CSV in UTF-8.
sheet-error-open-quote = The quotation mark in line { $line } is never closed, so that the rows behind it can’t be told apart. Close or remove it. Nothing was taken in.
sheet-error-file = { $file } can’t be read: { $reason }

sheet-field-id = Id
sheet-field-latitude = Latitude
sheet-field-longitude = Longitude

sheet-id-wrong = This is not an id of this program.
sheet-id-mend = Give the id, for example from `witnessmark list`, or leave the cell empty.
sheet-date-order = Day and month can’t be told apart.
sheet-date-order-mend = Say above which number is the day, or write the date as 2024-08-18.
sheet-date-mend = Write it as 2024-08-18, 18.8.2024, 2024-08 or another form of EDTF.
sheet-number-wrong = This is not a number.
sheet-number-comma = The comma may be a decimal point or part thousands.
sheet-number-negative = This is less than 0.
sheet-number-mend = Write figures alone, with a point before decimals: 1250.5
sheet-unit-wrong = This is in another unit.
sheet-unit-mend = Give it in { $unit }, or the number alone.
sheet-count-wrong = This is not how many there are.
sheet-count-mend = Give a whole number of 1 or more.
sheet-degrees-range = Degrees must be from -{ $most } to { $most }.
sheet-degrees-mend = Give decimal degrees such as 50.45, or let the column be the position in whatever notation.
sheet-position-wrong = This is no position that can be read.
sheet-position-twice = The row gives a position and degrees besides.
sheet-position-twice-mend = Leave one of these columns out.
sheet-radius-alone = A radius without a position says nothing.
sheet-radius-alone-mend = Give the position first.
sheet-zone-wrong = This is not a time zone.
sheet-zone-mend = Give a name such as Europe/Kyiv or UTC.
sheet-country-wrong = This is not the code of a country.
sheet-choice-wrong = This is none of the words that can stand here.
sheet-choice-mend = Give one of: { $choices }.
sheet-sources-wrong = This list of sources can’t be read.
sheet-sources-mend = Write the title of the source or its link.
sheet-term-typed = The vocabulary does not have this term.
sheet-term-typed-mend = It is kept as it stands here. Look for a slip of the pen.
sheet-reference-none = Nothing in the case has this title.
sheet-reference-no-id = Nothing in the case has this id.
sheet-reference-several = { $count } records have this title.
sheet-reference-photo = A photo is named by its id.
sheet-reference-mend = Take what it belongs to in first, or write the title exactly as in the case.
sheet-parent-wrong = It is contained in row { $row }, which can’t be taken in.
sheet-parent-wrong-mend = Mend that row first.
sheet-parent-circle-mend = Check what contains what.
sheet-ragged = The row has { $cells } cells, but the table has { $columns } columns.
sheet-ragged-mend = Look for a separator too many or missing, or put quotation marks around a cell that holds one.
sheet-row-empty = Nothing stands in the columns that are taken in.
sheet-row-empty-mend = Say which columns are which fields, or remove the row.
sheet-refused-mend = Correct the row.

sheet-separator-tab = tabs
sheet-separator-semicolon = semicolons
sheet-separator-comma = commas
sheet-read-as = Read as { $encoding }, separated by { $separator }.
sheet-left-out = Columns that are left out: { $columns }
sheet-summary-good = { $rows ->
    [one] { $good } of 1 row is good
   *[other] { $good ->
        [one] 1 of { $rows } rows is good
       *[other] { $good } of { $rows } rows are good
    }
}
sheet-summary-wrong = { $wrong ->
    [one] 1 has a problem
   *[other] { $wrong } have problems
}
sheet-summary-known = { $known ->
    [one] 1 is there already
   *[other] { $known } are there already
}
