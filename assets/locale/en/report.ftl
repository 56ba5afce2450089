# Reports of a case for courts, panels and editors.
report-stopped = The report was stopped. No file was written.
report-not-written = The report could not be written to { $file }: { $reason }. A file that stood there is as it was.
report-exists = { $file } is there already and was not replaced. No report was written. Give the report another name.
report-no-record = The case has no strike, weapon, component, marking, photo or photo set “{ $id }”. Copy an id from `witnessmark list`.
report-refused = The document does not hold what its form promises, and was not written: { $reason }.
report-contents = Contents
report-untitled = Case without a title
report-of-case = Report of the whole case
report-of-state = State of
report-state-utc = Newest entry of the history (UTC)
report-chain = Head of a chain
report-head = device { $device }, { $entries } entries, SHA-256 { $hash }
report-program = Made with
report-summary = Summary
report-counts = This report covers: strikes { $strikes }, weapons { $weapons }, components { $components }, markings { $markings }, photos { $photos }.
report-no-findings = No finding has been recorded on these marks.
report-findings = Findings
report-accepted = Accepted by { $by } on { $at }: “{ $mark }” as { $system }, grade { $grade }. Reason: { $reason }
report-rejected = Rejected by { $by } on { $at }: “{ $mark }” as { $system }, grade { $grade }. Reason: { $reason }
report-strikes = Strikes
report-occurred = Happened
report-zone = Time zone
report-reported = Reported
report-reported-by = Reported by
report-place = Place
report-position = Position (WGS 84)
report-target = Target
report-notes = Notes
report-chart = Production to use
report-chart-alternative = Chart of the days between production and use of each weapon with a dated mark
report-markings = Markings and readings
report-crop = Part of { $file } with the mark
report-crop-note = Cut from { $file } at x { $x }, y { $y }, { $width } × { $height } pixels, shown as it was looked at. The original is unchanged.
report-untranscribed = Nobody has transcribed this mark.
report-transcription = Transcription
report-by = By
report-when = When
report-note = Note
report-reading = Reading
report-days = Days
report-grade = Grade
report-why = Why
report-rivals = Rivals: { $rivals }.
report-no-readings = No system of marks that the program knows reads this.
report-more-readings = Further readings that are not listed: { $count }.
report-components = Components
report-component = Component
report-kind = Kind
report-weapon = Weapon
report-exhibit = Exhibit
report-quantity = Pieces
report-recovered = Recovered
report-kept = Kept at
report-custody = Custody
report-from = From
report-to = To
report-purpose = Purpose
report-seals = Seals
report-gap = The handover of { $at } does not join the one before: the hands or the seals differ.
report-plates = Photos
report-plates-note = The pictures are upright previews of at most 2048 pixels, made from the originals. The SHA-256 below each is that of the original, not of the picture shown here.
report-no-picture = The picture can’t be shown.
report-file = File
report-taken = Taken
report-credit = Credit
report-licence = Licence
report-scale = Scale
report-scale-said = { $label } = { $mm } mm ({ $pixels } pixels)
report-sha256 = SHA-256
report-bytes = Bytes
report-hashes = Hashes of the originals
report-hashes-note = Whoever has an original checks it with “sha256sum FILE”. The same value means the same bytes.
report-method = Method
report-method-records = Photos are kept byte for byte as they came and are named by their SHA-256. Every change of a record is an entry of a history whose entries are chained by their hashes, one chain a device. The heads on the title page fix the state that this report is of.
report-method-readings = A transcription holds only what is legible. A reading is a hypothesis on what it means, with the days it would mean, a grade and its rivals. A finding is a person’s decision on a reading, with the reason. None replaces another.
report-method-dates = Dates are written as EDTF (ISO 8601-2) and counted as intervals: nothing is stated more exactly than it is known.
report-grade-means = What it means
report-grade-a = The mark names its own system, and all checks pass.
report-grade-b = The pattern fits, and independent context supports it.
report-grade-c = The pattern fits, the context is neutral, few systems compete.
report-grade-d = A short code with many rivals.
report-grade-x = Impossible; kept with the reason.
report-method-limits = This report shows what the case held at the stated moment. It proves neither that a mark is authentic nor that a record is true; it shows who recorded what, when and on what ground.
report-sources = Sources
report-record = Record
report-source = Source
report-rule-sources = Sources of the rules of reading
report-page = { $page } / { $pages }
cli-report = Write a report of the case, or of some records, as PDF or HTML
cli-arg-report-of = What it is of: a strike, weapon, component, marking, photo or photo set; may be given several times
cli-arg-report-format = Its form
cli-arg-report-size = The size of its pages
cli-arg-report-out = The file to write; otherwise the case’s name with the ending of the form, in the current folder
cli-report-done = { $file }: markings { $markings }, photos { $photos }, bytes { $bytes }

report-open = { $count ->
    [one] On one point of this case several people wrote something different without knowing of each other, and it is not decided yet
   *[other] On { $count } points of this case several people wrote something different without knowing of each other, and they are not decided yet
}. Of these this report shows one version, which is provisional.

report-when-and-where = When and where
report-figure = Figure { $number }.
report-figure-of = Figure { $number }, part { $part } of { $parts }.
report-figure-timeline = What happened to the strikes of this report and their weapons, by day. A sign is a day, a bar the days of which it was one; it fades where an end is not known, and a hollow sign is approximate or uncertain.
report-figure-undated = { $count ->
    [one] One row has no date and is empty.
   *[other] { $count } rows have no date and are empty.
}
report-timeline-alternative = Timeline of the strikes: when each happened and was reported, and when remnants were made, recovered and documented
report-figure-map = { $count ->
    [one] The strike with a place.
   *[other] The { $count } strikes with a place.
} A circle around a sign is the area in which the place lies; a number stands for strikes that lie too close together to be drawn apart.
report-figure-placeless = { $count ->
    [one] One strike of this report has no place and is not on the map.
   *[other] { $count } strikes of this report have no place and are not on the map.
}
report-map-alternative = Map of the strikes
report-figure-chart = For each weapon, the days from the earliest on which it can have been made to its use, which is at the right. A bar is an upper limit: it may have been fewer days.
report-network = What marks link
report-figure-network = Strikes, their weapons, and the marks and series that stand on several of them.
report-network-alternative = Picture of strikes, weapons and the marks that link them

report-by-template = This report was made with a template of the organisation that wrote it. The same state of the case, options, language and files give the same bytes:
report-template-left-out = Chapters that it leaves out
report-template-own-method = What the method says of records, readings and dates is the template’s.
report-template-own-limits = What the method says of the limits of the report is the template’s.
report-template-io = The template’s file { $file } could not be read or written: { $reason }. No report was written. Look whether it is there and may be used.
report-template-exists = { $file } is there already and was not replaced. Give another folder, or change that file.
report-template-wrong = The template { $file } can’t be used: { $key }: { $reason } No report was written. Mend that key, or leave it out.
report-template-version = This form of templates is newer than this program, or none. It knows version = 1.
report-template-no-version = The file does not say its form. Write version = 1 as its first line.
report-template-range = { $value } has no room on a page; it goes from { $least } to { $most }.
report-template-colour = “{ $value }” is no colour as #rrggbb.
report-template-light = Words in this colour can’t be read on white (a contrast of less than 4.5 to 1). Choose a darker one.
report-template-line = It has to stand on one line, of at most { $most } characters.
report-template-placeholder = “{ $name }” stands for nothing. There are { $known }.
report-template-chapter = There is no chapter “{ $name }”. There are { $known }.
report-template-twice = The chapter “{ $name }” is there twice.
report-template-no-method = The chapter “method” can’t be left out: it says which template was used.
report-template-language = Reports are in { $known }; there is no other language.
report-template-logo = The picture can’t be read: { $reason }.
report-template-logo-kind = It is neither PNG nor JPEG nor SVG.
report-template-logo-name = The logo lies in the template’s folder: give its name alone.
cli-arg-report-template = Use the template in this folder (docs/report.md)
cli-arg-report-write-template = Write a template to begin with into this folder, and no report
cli-report-template-done = { $file }: a template to begin with
