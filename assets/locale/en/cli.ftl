# Messages of the command line.
cli-about = Document weapon remnants from photos: transcribe marks, read what they mean, hand over evidence. Without a command it opens its window.
cli-exit-codes = Exit codes: 0 all well; 1 something was refused or found wrong, each named on standard error; 2 wrong usage, or no screen for a window.
cli-missing = An argument is missing. See “witnessmark --help”.
cli-arg-file = The case (NAME.witness)
cli-arg-open = Open this case
cli-arg-json = Write JSON to standard output
cli-arg-csv = Write CSV to standard output
cli-arg-title = The case’s title [default: the file’s name]
cli-arg-demo-case = Where to keep the demonstration case [default: in your data folder]
cli-arg-no-window = Build it and open no window
cli-arg-paths = Photos, folders with photos, memory cards, ZIP archives
cli-arg-set-title = What the set is called [default: the folder’s name]
cli-arg-taken-by = Who took the photos
cli-arg-given-by = Who gave them to you
cli-arg-received = When you received them, EDTF
cli-arg-licence = The licence under which they may be used
cli-arg-restrictions = What must not be done with them
cli-arg-resume = Go on with the imports of this case that were stopped or cut short
cli-arg-kind = What to list
cli-arg-id = A record’s id
cli-arg-period = A year, a month, or the first and the last of several months
cli-arg-reports = Which reports stand on the day of the report: none, those of strikes whose own day is not known, or all
cli-arg-no-observed = Leave out the days on which strikes happened
cli-arg-calendar-svg = Print to SVG: a year on one page, or a page a month
cli-arg-calendar-png = The same as PNG
cli-arg-compare = Count this period beside the first: strikes known to lie in it, and those that may (+n?)
cli-arg-tag = Only strikes with this tag; may be given several times
cli-arg-query = Words, or a mark: ? is one character, * any run
cli-arg-loose = Also find characters that are easily confused, such as З and 3
cli-arg-photo = A photo’s id, SHA-256 or file name
cli-arg-out = The file to write, or a folder; nothing is ever overwritten
cli-arg-folder = Where to put the pictures
cli-arg-size = The window’s size in points
cli-arg-theme = The window’s theme
cli-arg-language = The window’s language [default: as in the settings]

cli-new = Make an empty case
cli-new-done = { $file } was made.
cli-demo = Build the demonstration case and open it
cli-demo-done = The demonstration case is { $file }
cli-import = Take photos into a case
cli-place = Place photos that have no position by a track and their time
cli-place-done = { $placed ->
    [one] { $placed } photo was placed.
   *[other] { $placed } photos were placed.
} { $without ->
    [0] {""}
    [one] { $without } photo has a time but no offset from UTC: state the camera’s clock with --offset.
   *[other] { $without } photos have a time but no offset from UTC: state the cameras’ clock with --offset.
}
cli-arg-track = A track in the GPX format
cli-arg-within = How far in time a point of the track may be
cli-arg-offset = The offset from UTC of cameras that recorded none
cli-import-done = { $added } added, { $known } known already, { $refused } refused.
cli-list = List records with all their fields
cli-show = Show one record with what belongs to it
cli-show-none = There is no record { $id } in this case.
cli-calendar = Show the strikes of months or the days of a year, print them, or compare two periods
cli-calendar-period = “{ $period }” is not a year (2024), a month (2024-08) or months one after the other (2024-06/2024-09).
cli-search = Find markings and texts
cli-extract = Write a photo’s original, byte for byte
cli-extract-none = There is no photo “{ $photo }” in this case.
cli-extract-many = Several photos are called “{ $photo }”. Give the id or the SHA-256 instead.
cli-extract-changed = The original of “{ $photo }” no longer has its SHA-256, so it was not written. Run “verify”.
cli-extract-done = { $file } was written (SHA-256 { $sha256 }).
cli-verify = Check every original, the whole history, and every row against it
cli-screenshots = Go through every view in a real window and keep a picture of each
cli-screenshots-size = “{ $size }” is not a size. Give width x height, for example 1280x800.
cli-screenshots-done = All pictures are written.
cli-read = Say what a mark may mean
cli-arg-mark = The mark, in the notation: {"{3?}"} is uncertain, {"[.2]"} lost
cli-arg-origin = Country of origin, ISO 3166 alpha-2, known from evidence other than the mark
cli-arg-object = What bears the mark: jet_vane_actuator, ic, chip_resistor, …
cli-arg-strike = The day of use, EDTF
cli-arg-now = The day on which it is read [default: today]
cli-arg-field = What sort of mark it is: part_number, serial, date, …
cli-arg-maker = The maker, if it is known
cli-arg-profile = How its maker counts weeks: iso, tolerant, mil38535, fairchild6
cli-arg-supply = Where the component was made, seen from the weapon’s maker: domestic, imported
cli-arg-documented = When the piece was documented, EDTF
cli-arg-rules = A file of the team’s own rules of reading, tried and used
cli-arg-literal = Take the mark as it is, without the notation: for the data of bar codes
cli-crop = Write a region as it was looked at: cut out, straightened, turned, and shown by its view
cli-arg-region = The region, or a marking for its first one, by id
cli-arg-crop-out = The picture to write (PNG); its text says where it comes from and how it was made
cli-crop-none = The case has no region “{ $region }” with a photo.
cli-crop-done = { $file } was written, from { $photo }.
cli-arg-regex = Take the query as a regular expression over what was typed
cli-codes = Find bar codes and 2-D codes on photos, and keep them as marks
cli-arg-codes-photos = Photos to look at, by id, SHA-256 or file name [default: all]
cli-rules = List a case’s own rules of reading, add files of rules, or remove them
cli-vocabulary = List, export, import and merge terms and tags
cli-vocabulary-list = List terms with their uses, and words that may be one term
cli-vocabulary-export = Write terms as CSV
cli-vocabulary-import = Take terms in from CSV, all rows or none
cli-vocabulary-merge = Put one term in the place of another in every record, as one step
cli-arg-term = Only those whose target, class, kind or method is this term, by any label or synonym
cli-list-no-terms = Photos have no terms; use `--term` with strikes, weapons, components or markings.
cli-arg-vocabulary = Which vocabulary; all if none is given
cli-arg-vocabulary-out = The file to write; standard output if none is given
cli-arg-merge-from = The term that goes: as stored, or by any label or synonym
cli-arg-merge-into = The term that stays
cli-vocabulary-written = { $count ->
    [one] { $count } term was written.
   *[other] { $count } terms were written.
}
cli-arg-rules-add = Add this file of rules (TOML); its examples are tried first
cli-arg-rules-remove = Remove the rules of this name
cli-rules-added = { $name }: { $count ->
    [one] one rule was added; its examples come out as they say.
   *[other] { $count } rules were added; their examples come out as they say.
}
cli-rules-removed = { $name } was removed. Findings that rest on it are kept.
cli-rules-unknown = The case has no rules of the name “{ $name }”.
cli-rules-none = The case has no rules of its own.
cli-read-none = No system of this version reads “{ $mark }”.
cli-read-now = “{ $now }” is not a day. Give it as 2024-09-11.
cli-read-field = { $reason }
cli-screenshots-person = A. Analyst

cli-arg-passphrase-stdin = Read the passphrase from standard input, one line, instead of asking
cli-arg-encrypt = Encrypt it with a passphrase, which is asked for
cli-arg-as-of = As the case was at the end of this day (or at this moment, RFC 3339)
cli-arg-record = Only what was done to the record with this id
cli-arg-most = At most so many entries
cli-arg-device = Only the chain of this device
cli-arg-entries = The head after so many entries, as a signature states it
cli-arg-key = An OpenSSH private key [default: one of this device’s own, made when it is first needed]
cli-arg-sign-out = Also write what was signed to FILE and the signature to FILE.sig
cli-arg-remove = Take the encryption away
cli-arg-recover-out = The new case; nothing is ever overwritten
cli-arg-backup = A backup, as “witnessmark backups” lists them
cli-arg-originals = A case, damaged or not, to take the originals from
cli-history = List what was done, newest first
cli-heads = Write the heads of the chains, computed from the history: the text that signatures are of
cli-heads-none = There is no such chain, or it has fewer entries.
cli-sign = Sign the history of this device up to now
cli-sign-done = The history was signed up to entry { $entries } of this device with the key { $fingerprint }. Its public key, for whoever checks it: { $public }
cli-sign-key = The key { $file } can’t be read: { $reason }
cli-sign-passphrase = Passphrase of the key:{" "}
cli-passphrase = Passphrase:{" "}
cli-passphrase-new = New passphrase:{" "}
cli-passphrase-again = The same again:{" "}
cli-passphrase-needed = The case is encrypted. Run this in a terminal, or give the passphrase with --passphrase-stdin.
cli-passphrase-empty = A passphrase can’t be empty. Nothing was changed.
cli-passphrase-differ = The two are not the same. Nothing was changed.
cli-passphrase-about = Give a case a passphrase, another one, or none
cli-passphrase-set = The case is encrypted under the new passphrase. Without it nobody can open the case, you neither: keep it safe.
cli-passphrase-removed = The case is no longer encrypted.
cli-recover = Save everything intact of a damaged case into a new one
cli-backups = List the backups of records on this device
cli-backups-none = There is no backup yet. One is made while a case is open in the window.
cli-restore = Make a case anew from a backup of its records
cli-as-of-wrong = --as-of needs a day such as 2026-11-23.

recover-saved = Saved: { $entries } entries of the history with all that they made, { $originals } originals.
recover-pages = { $unreadable } of { $pages } pages can’t be read.
recover-lost-entries = Lost: entries { $first } to { $last } of the history.
recover-from-tables = { $count } records were saved from the tables instead; one entry of the new history says so.
recover-lost-original = Lost: the original of the photo “{ $name }”. Import it again if you have it elsewhere.
restore-done = { $file } was made with { $entries } entries of the history and { $originals } originals.
restore-missing = { $missing } originals are missing. Import the photos again: their records are waiting for them.
cli-elsewhere = Say where a mark is found again: as it is, in its series, alike; in this case and in others
cli-arg-elsewhere-marking = The marking, by id
cli-arg-elsewhere-also = Another case to look in; may be given several times
cli-elsewhere-none = No marking { $marking } that somebody has read is in the case. `witnessmark list FILE markings` lists them.
cli-where = Show a position in all notations, and near which towns it is
cli-arg-where = A position in any notation, a map’s link, or “20 km NW of Kyiv”
cli-arg-where-case = Also tell it from the places of this case
cli-where-read = Read as
cli-where-near = Near
cli-where-sector = { $near } to { $far } km from { $from }, at { $bearing }° to { $to }°
cli-where-sector-assumed = up to { $far } km (assumed) from { $from }, at { $bearing }° to { $to }°

cli-coverage = Say what is missing of a weapon, or of all: views, marks, second readings, looks
cli-arg-weapon = The weapon’s id; all weapons without it
cli-no-weapon = There is no weapon { $id } in the case.
cli-coverage-none = There is no weapon in the case.
cli-coverage-weapon = { $title }: { $components ->
    [one] one component
   *[other] { $components } components
}; { $marks ->
    [one] one mark
   *[other] { $marks } marks
}, { $read } read, { $twice } by two people; { $photos ->
    [one] one photo
   *[other] { $photos } photos
}, { $opened } opened
cli-alarms = List marks that can’t be what they say; ends with 1 if there is one
cli-alarms-count = { $count ->
    [0] No mark is impossible.
    [one] One thing can’t be.
   *[other] { $count } things can’t be.
}
cli-analysis = Say what the marks add up to: production to use, what was seen first, and what is found in several places
cli-arg-analysis-chart = Write the production-to-use chart into this file, as PNG or else as SVG
cli-map = Show where strikes were: a table, a map as a figure, or GeoJSON, and photos that lie far from their strike
cli-arg-map-svg = Write the map into this file as SVG
cli-arg-map-png = Write the map into this file as PNG
cli-arg-map-size = The size of the figure in units of the drawing
cli-arg-map-from = Only strikes that may have been on this day (2024-08-01) or later
cli-arg-map-to = Only strikes that may have been on this day or earlier
cli-arg-map-geojson = Write the strikes as GeoJSON, with their radius in metres and their dates as EDTF
cli-arg-map-tiles = Draw the tiles of this MBTiles or PMTiles file under the strikes, with its attribution; can be given more than once
cli-arg-screenshots-tiles = Show this file of tiles (MBTiles, PMTiles) on the map
cli-map-no-tiles = { $file } has no tiles in the area of the map.
cli-map-tiles-damaged = { $count ->
    [one] { $file }: { $count } tile could not be read.
   *[other] { $file }: { $count } tiles could not be read.
}
cli-map-day = “{ $day }” is not a day (2024-08-18).
cli-map-size = “{ $size }” is not a size such as 1200x800, of 240 to 8000 on a side.
cli-map-stray = { $photo } was taken { $distance } from { $strike }; { $allowed } are allowed

cli-import-sheet = Take the rows of a table (CSV or TSV) in as strikes, weapons or components, as one step
cli-arg-sheet = The table: text with commas, semicolons or tabs between the cells
cli-arg-sheet-as = What its rows are
cli-arg-sheet-map = Which field a column is (repeat it; COLUMN= leaves it out). Fields have the names that `list --csv` writes, and `position` and `tags`
cli-arg-day-first = 05/06/2024 is 5 June
cli-arg-month-first = 05/06/2024 is 6 May
cli-arg-header = The first row names the columns
cli-arg-no-header = The first row is data; columns are called A, B and so on
cli-arg-encoding = The encoding, if it is told wrongly: windows-1251, windows-1252, euc-kr
cli-arg-again = Take rows in once more that are there already
cli-arg-partial = Take the good rows in though others have problems
cli-arg-dry-run = Write nothing: only say what each row would become
cli-sheet-unmapped = No column has a name that is known. Say which is which with --map COLUMN=FIELD. The columns are: { $columns }
cli-sheet-encoding = There is no encoding called “{ $name }”.
cli-sheet-map-form = “{ $name }” is not of the form COLUMN=FIELD.
cli-sheet-map-column = The table has no column “{ $name }”.
cli-sheet-map-field = There is no field “{ $name }”. Fields have the names that `witnessmark list --csv` writes.
cli-sheet-column = { $column } → { $field }
cli-sheet-cell = , { $column } “{ $value }”
cli-sheet-problem = Row { $row }{ $cell }: { $what } { $mend }
cli-sheet-remark = Note, row { $row }{ $cell }: { $what } { $mend }
cli-sheet-known = Row { $row } is there already: { $id }
cli-sheet-repeated = Row { $row } says the same as row { $first }
cli-sheet-written = { $count ->
    [0] Nothing was written.
    [one] 1 record was written.
   *[other] { $count } records were written.
}
cli-sheet-nothing = Nothing was written, because rows have problems. Mend them, or take the good ones in with --partial.

cli-set = Type into fields of a strike, weapon or component, as one step
cli-arg-set-cells = What to type where (occurred=2024-08-18); nothing behind the sign makes a field unknown. Fields have the names that `list --csv` writes, and `position` and `tags`
cli-set-none = There is no strike, weapon or component with the id { $id }.
cli-set-form = “{ $name }” is not of the form FIELD=TEXT.
cli-set-wrong = { $field } “{ $value }”: { $what } { $mend } Nothing was written.
cli-set-done = Done.
cli-set-same = It says so already; nothing was written.
