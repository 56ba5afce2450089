# Messages of the markings: the list, the screen on which one is read, and the form in the inspector.

# The list.
markings-title = Markings
markings-show = Which markings
markings-all = All
markings-untranscribed = Not transcribed
markings-tags = Tags
markings-empty = No markings yet
markings-empty-text = Open a photo, press { $key } and draw a rectangle around a mark. It appears here, to be transcribed and read.
markings-go-photos = Go to the photos
markings-none-fit = No marking fits
markings-none-fit-text = Every marking has been transcribed, or none bears these tags.
markings-show-all = Show all markings
markings-column-crop = Mark
markings-column-read = Transcription
markings-column-component = Component
markings-column-finding = Accepted reading
markings-column-tags = Tags
markings-not-transcribed = Not transcribed yet
markings-no-component = No component
markings-undecided = Nothing decided

# The screen: where one is.
marking-back = Back to the markings
marking-untitled = Marking
marking-place = { $place } of { $count }
marking-next-untranscribed = Next to transcribe
marking-next-impossible = Next impossible one
marking-all-possible = No other marking is impossible
marking-all-transcribed = No other marking waits to be transcribed
marking-is-last = This is the last marking
marking-is-first = This is the first marking
marking-gone = This marking is not in the case
marking-gone-text = It may have been removed. Undo brings it back.

# The picture.
marking-viewer = The mark
marking-loading = The photo is being read …
marking-size-unknown = The size of this photo is not known, so its region can’t be shown.
marking-no-region = No region
marking-no-region-text = Open a photo that shows this mark and draw a region around it.
marking-caption = { $width } × { $height } pixels, at { $percent } %
marking-preview = Preview; the original is being decoded …
marking-is-illustration = A drawing, which proves nothing
marking-is-pasted = Pasted pixels, without a camera’s file
marking-open-photo = Show in the photo
marking-region = Region { $place }, { $file }
marking-seen-in = Seen in
marking-go-to-photo = Show region { $place } in its photo

# The tools: they change what is seen and nothing else.
markings-hidden = Read once, hidden from you
markings-find-hint = Search what was read: 113, 1?3, *254
markings-find-mode = How the search is meant
markings-find-strict = Exact
markings-find-loose = Similar too
markings-find-regex = Regular expression
markings-find-help = How to search
markings-find-clear = Clear the search
markings-find-help-one = ? is any one character: 1?3 finds 113 and 1{"{1/7}"}3.
markings-find-help-any = * is any number of characters within a word: *254 finds 7-23-254.
markings-find-help-quoted = Spaces, hyphens and dots may be left out, unless the search stands in quotation marks.
markings-find-help-uncertain = Uncertain, lost and illegible characters are found by whatever they may be; the list says how sure a find is. Letters that look the same in Latin and Cyrillic are the same.
markings-find-help-loose = “Similar too” also takes characters for each other that are alike when worn: З and 3, 0 and O, 5 and S.
markings-find-help-regex = A regular expression sees the transcription as it was typed, signs of the notation included.
markings-found = Found in { $count ->
    [one] one transcription
   *[other] { $count } transcriptions
}; { $shown ->
    [one] one marking is shown.
   *[other] { $shown } markings are shown.
}
markings-rank-certain = all certain
markings-rank-likely = through an uncertain character
markings-rank-possible = through a less likely or similar character
markings-rank-missing = through missing characters
markings-rank-struck = struck out
markings-second = Second reading
markings-disagreeing = Read differently
markings-impossible = Impossible
markings-alarm-name = Impossible: { $reason }
markings-rules = Rules
markings-rules-title = The team’s own rules of reading
markings-rules-none = This case has none.
markings-rules-remove = Remove the rules { $name }
markings-rules-unreadable = This version can’t read these rules, so no mark is read by them.
markings-rules-hint = A file of rules is text (TOML): patterns with what they mean, a source, and examples that are tried first. See docs/adding-a-system.md.
markings-agreement = Agreement
markings-agreement-none = No mark has been read by two people yet.
markings-agreement-pair = { $a } and { $b }
markings-agreement-line = { $marks ->
    [one] one mark
   *[other] { $marks } marks
}, { $alike } of { $positions } characters alike ({ $percent } %)
markings-agreement-kappa = Cohen’s kappa { $kappa }
markings-agreement-no-kappa = Cohen’s kappa can’t be given: both read one and the same character everywhere.
markings-agreement-confused = Taken for each other: { $pairs }
markings-agreement-hint = Only what people read themselves counts, of each the newest. Kappa is 1 where readers always agree, and 0 where they agree as often as chance would.
marking-blind = Read it yourself first
marking-blind-text = What others read here, and what it was found to mean, is hidden until your own reading is in the case. It then counts as a blind reading.
marking-blind-reveal = Show it anyway
marking-next-second = Next to read
marking-all-second = Nothing more waits for a second reading by you
marking-next-disagreeing = Next to decide
marking-all-agreed = Nothing more is read differently
marking-role-blind = blind
marking-role-machine = machine
marking-role-adjudicator = decided
marking-readers-alike = Both readers agree.
marking-readers-differ = { $alike } of { $positions } characters are read alike.
marking-decide = Decide
marking-decide-title = What is legible, having seen all readings
marking-decide-why = Why
marking-decide-why-hint = What settles it: another photo, another light, the known form of the stamp …
marking-decide-take = Take what { $person } read
marking-decide-keep = Keep the decision
marking-decide-cancel = Cancel
marking-decide-required = Give a reason and a transcription
marking-decide-withdraw = Withdraw the decision
marking-tools-turn = Turn
marking-tools-upright = Turn back upright
marking-tools-is-upright = It is upright
marking-tools-loupe = Loupe
marking-tools-loupe-keys = hold Shift
marking-tools-straighten = Straighten
marking-tools-look = Look
marking-tools-channel = Channel
marking-tools-brightness = Brightness
marking-tools-contrast = Contrast
marking-tools-gamma = Gamma
marking-tools-local = Local contrast
marking-tools-sharpen = Sharpness
marking-tools-relief = Relief
marking-tools-light = Light from
marking-tools-invert = Invert
marking-tools-light-hint = Drag the sun around, or use the arrow keys
marking-tools-median = Remove specks
marking-tools-edges = Edges
marking-tools-palette = Colours
marking-tools-combine = With the other photos
marking-tools-corners = Corners
marking-tools-corners-hint = Put the four pins on the corners of the plate or label: it is then shown straight from the front.
marking-tools-corners-remove = Show it as it was photographed
marking-tools-points = Points
marking-tools-points-hint = Put the three pins on the same three places in each photo of the mark: the photos can then be laid on each other.
marking-tools-points-remove = Take the points away
marking-points-others = Place the points in another photo of this mark too.
marking-combine-alone = This photo alone
marking-combine-average = Mean of all
marking-combine-darkest = Darkest of all
marking-combine-lightest = Lightest of all
marking-combine-difference = What differs
marking-pin-corner = Corner { $number }
marking-pin-point = Point { $number }
marking-tools-reset = Double-click to reset
marking-channel-colour = Colour
marking-channel-red = Red
marking-channel-green = Green
marking-channel-blue = Blue
marking-channel-luma = Lightness
marking-channel-saturation = Saturation
marking-palette-natural = As they are
marking-palette-viridis = Viridis
marking-palette-heat = Heat
marking-palette-turbo = Rainbow
marking-preset-plain = Plain
marking-preset-stamped = Stamped metal
marking-preset-burnt = Burnt paint
marking-preset-label = Label
marking-preset-circuit = Etched board

# The transcription.
marking-transcription = Transcription
marking-by = by { $person }
marking-saved = Saved
marking-unsaved = Enter saves
marking-field-hint = What is legible, and nothing else
marking-field-signs = Type what is there. {"{3?}"} is an uncertain 3, {"{3/8}"} a 3 or an 8, {"{.}"} illegible, {"[.2]"} two characters lost, {"[1]"} lost and restored.
marking-field-error = At character { $place }: { $problem }
marking-field-more = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}
marking-other-choose = Show its readings
marking-other-chosen = Its readings are shown
marking-read-other = Read what { $person } wrote
marking-sign-hint = { $name } ({ $keys })
marking-sign-uncertain = Uncertain character
marking-sign-choice = One or the other
marking-sign-illegible = Illegible character
marking-sign-lost = Lost character
marking-sign-restored = Lost and restored
marking-sign-struck = Struck out
marking-sign-symbol = Symbol or logo
marking-sign-line = Next line
marking-sign-face = Next face
marking-sign-direction = How the line runs or was made
marking-direction-90 = turned by 90°
marking-direction-180 = upside down
marking-direction-270 = turned by 270°
marking-direction-arc = around a rim
marking-direction-hand = written by hand
marking-direction-stencil = stencilled
marking-direction-label = on a label
marking-direction-laser = burnt by a laser
marking-direction-stamp = stamped
marking-direction-etch = etched
marking-palette = Characters
marking-palette-key = Write { $sign }
marking-script-hangul = Hangul
marking-script-cyrillic = Cyrillic
marking-script-persian = Persian
marking-script-arabic = Arabic
marking-script-han = Han
marking-script-greek = Greek
marking-script-marks = Marks
marking-symbols = Symbols
marking-symbols-none = No symbol has been drawn in this case yet.
marking-symbol-draw = Draw a symbol
marking-symbol-hint = Draw a logo or stamp once. Transcriptions then name it, and it can be found by its name.
marking-symbol-square = Square to draw in
marking-symbol-name = Name
marking-symbol-name-hint = star in circle
marking-symbol-keep = Keep and write it
marking-symbol-back = Take the last stroke back
marking-symbol-missing = Draw it and give it a name
marking-symbol-remove = Remove { $name }
marking-elsewhere = The same mark elsewhere
marking-elsewhere-compare = Compare the pictures
marking-elsewhere-none = Nowhere else in this case.
marking-elsewhere-same = Written the same: { $count }
marking-elsewhere-series = Of one series: { $count }
marking-elsewhere-alike = Alike: { $count }
marking-elsewhere-more = { $count } more; search for the mark to see them all.
marking-elsewhere-open = Go to the mark { $mark }
marking-same = Same as before
marking-same-keys = Ctrl+D
marking-templates = Layouts
marking-template-ic = Integrated circuit: maker, part, date code, country
marking-template-label = Label: part, serial number, lot, date
marking-template-plate = Type plate
marking-template-headstamp = Headstamp: plant, year
marking-template-crate = Crate or case: item, lot – year – plant
marking-template-nsn = Label with NATO stock number
marking-template-lot = Lot and what it is of

# The readings.
marking-readings = What it may mean
marking-readings-empty = Transcribe the mark: its readings appear here with every key.
marking-readings-unsound = Correct the transcription to see its readings.
marking-readings-none = No system that is known reads this as a date. The transcription stands for itself.
marking-reads = Reads
marking-meaning = Dates
marking-meaning-production = when the piece was made
marking-meaning-assembly = when pieces were put together
marking-meaning-lot-start = when its lot was begun
marking-meaning-seal-window = when its lot was sealed
marking-meaning-design-model = when the design was adopted, not the piece
marking-meaning-label-print = when the label was printed, not the piece
marking-meaning-none = nothing
marking-tolerant = All ways of counting
marking-clipped = Up to the strike
marking-place-named = Place
marking-rivals = Rivals
marking-sources = { $count ->
    [one] { $count } source
   *[other] { $count } sources
}
marking-no-source = Source not verified
marking-source-unknown = This source is not in the list.
marking-grade-a = A: the mark names its own system, and all checks pass.
marking-grade-b = B: the pattern fits, and other evidence supports it.
marking-grade-c = C: the pattern fits; nothing else speaks for or against it.
marking-grade-d = D: a short code with many rivals. Never show it without them.
marking-grade-x = X: impossible. Kept with the reason.
marking-accept = Accept
marking-reject = Reject
marking-accept-name = Accept { $reading }
marking-reject-name = Reject { $reading }
marking-accept-impossible = An impossible reading can’t be accepted.
marking-accepted = Accepted
marking-rejected = Rejected
marking-why-accept = Why is this what it means?
marking-why-reject = Why is this not what it means?
marking-why-hint = Evidence other than the mark itself
marking-why-required = Give the reason first
marking-confirm-accept = Accept the reading
marking-confirm-reject = Reject the reading
marking-why-cancel = Cancel
marking-earlier-decisions = Rejected earlier
marking-decided = { $person }, { $at }: { $reason }
marking-withdraw = Withdraw
marking-withdraw-hint = Take this decision back. The history keeps it.
marking-copy-statement = Copy
marking-use = Made { $made }; used { $min } to { $max } days later.
marking-finding-outdated = The transcription or what is known has changed since. Look at it again.

# What the grades rest on.
marking-context-origin = Origin { $value }
marking-context-basis = By: { $basis }
marking-context-object = { $value }
marking-context-imported = Imported part
marking-context-domestic = Part of the country of origin
marking-context-maker = Maker { $value }
marking-context-strike = Used { $value }
marking-context-documented = Documented { $value }
marking-context-no-component = The mark is on no component yet. Choose it under “About the mark”.
marking-context-no-weapon = The component belongs to no weapon, so origin and strike are not known.
marking-context-no-basis = The origin counts only with evidence other than the mark.
marking-context-no-origin = Origin not set: set it from evidence other than the mark.
marking-context-no-strike = No strike, or no date of it: nothing says when the weapon was used.
marking-context-open-weapon = Open the weapon
marking-context-open-component = Open the component

# The fields.
marking-fields = About the mark
marking-open = Transcribe and read
marking-field-component = Component
marking-component-none = Choose a component
marking-component-untitled = Component without a title
marking-component-no-weapon = On no weapon yet
marking-component-find = Find a component
marking-component-hint = Title, exhibit number or weapon
marking-component-nothing = No component is called so.
marking-component-take-off = No component
marking-field-title = Title
marking-field-kind = Kind
marking-field-method = How it was made
marking-field-script = Script
marking-field-face = Face
marking-field-face-hint = The side of the component it is on
marking-field-notes = Notes
marking-field-tags = Tags
marking-not-said = Not said
marking-kind-serial = Serial number
marking-kind-lot = Lot number
marking-kind-date = Date or date code
marking-kind-part-number = Part number
marking-kind-logo = Maker’s logo
marking-kind-inspection-stamp = Inspection stamp
marking-kind-barcode = Bar code or 2-D code
marking-kind-text = Other writing
marking-kind-removed = Removed on purpose
marking-method-stamped = Stamped
marking-method-cast = Cast
marking-method-engraved = Engraved
marking-method-stencilled = Stencilled
marking-method-inked = Inked or printed
marking-method-label = On a label
marking-method-laser = Laser
marking-method-handwritten = Handwritten
marking-script-term-latin = Latin
marking-script-term-hangul = Hangul
marking-script-term-cyrillic = Cyrillic
marking-script-term-arabic = Arabic or Persian
marking-script-term-han = Han
marking-script-term-digits = Digits only

## As what markings are listed; the wall
markings-look = How markings are listed
markings-look-table = Table
markings-look-wall = Wall
wall-name = Wall of marks
wall-order = Order of the wall
wall-order-drawn = As drawn
wall-order-reading = By what was read
wall-order-date = By date
wall-undated = No date accepted
wall-kind-label = Kind of component: { $kind }
wall-kind-all = All components
wall-kind = { $kind } ({ $count })
wall-head = Select all { $count } that read { $name }
wall-head-hint = Selects all of them
wall-compare = { $count ->
    [0] Compare
    [one] Compare with all that read the same
   *[other] Compare { $count } marks
}
wall-compare-few = Select marks first: a click, Ctrl+click for more, or the head of a group.

## The comparison of marks, character by character
strip-title = { $count ->
    [one] 1 mark compared
   *[other] { $count } marks compared
}
strip-name = Pictures that are compared
strip-none = Select the marks to compare first.
strip-blind = In a second reading marks are not compared: it would show what others read.
strip-empty = Nothing to compare
strip-empty-text = No region of these marks is drawn in a photo.
strip-look = How they are compared
strip-look-side = Side by side
strip-look-over = Laid over
strip-look-colours = Two colours
strip-look-turns = In turn
strip-zoom = Size
strip-reset = Pictures back in place
strip-reset-none = No picture was moved.
strip-whole = Whole marks
strip-character = { $character }  ×{ $count }
strip-cell-place = character { $place }
strip-hint = Where a character lies is estimated from the transcription: drag a picture, or use Shift and the arrows, to lay it on the others. A click or Space pins the one that they are compared with.
strip-hint-whole = Choose a character to see it from all marks, or type a digit. A click or Space pins the mark that the others are compared with.

## The same mark in other cases
marking-others = In other cases
marking-others-look = { $count ->
    [one] Look in the other case on this laptop
   *[other] Look in { $count } other cases on this laptop
}
marking-others-none = No other case was open on this laptop lately.
marking-others-looking = { $done } of { $count } cases looked through
marking-others-nothing = Not in this case.
