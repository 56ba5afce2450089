# Messages of dates (model::when) and of readings.
reading-interval-backwards = { $earliest } is later than { $latest }. Give the earlier day first.

reading-when-empty = There is no date. Write one such as 2024-08-05, 2024-08 or 2024-08-05/2024-08-06.
reading-when-form = “{ $text }” is not a date that can be read. Write the year first, with two digits each for month and day: 2024-08-05, 2024-08, 2024; 2024-08-1X if a digit is not known; 2024-08~ for about; 2024-08-05/2024-08-06 for from–to; 2024-08-05T03:40 with a time.
reading-when-month = There is no month { $month }. Months are 01 to 12, as in 2024-08; 21 to 41 are seasons, quarters and halves of a year.
reading-when-day = { $month } has no day { $day }. Check the day, or write { $month } if it is not known.
reading-when-year = “{ $year }” is outside the years that can be kept, -9999 to 9999. Write it in the notes.
reading-when-nothing = Year, month and day are all unknown. Leave the date empty.
reading-when-time = “{ $time }” is not a time of day. Write 03:40, 03:40Z for UTC or 03:40+03:00.
reading-when-qualified-time = “{ $text }”: ?, ~ and % stand behind a date, not behind a time of day. Write 2024-08-05~, or the two times between which it was: 2024-08-05T03:00/2024-08-05T04:00.
reading-when-backwards = The interval ends ({ $end }) before it begins ({ $start }). Give the earlier date first.
reading-when-no-end = An interval or a part of a list needs at least one date. Write 2024-08-05/.. for “since”, ../2024-08-05 for “until”.
reading-when-ambiguous = “{ $text }” could be read in two ways. Write the day as 2024-08-05, or from–to as 2024-08-05/2024-08-06.
reading-when-short-year = “{ $text }” has a year of two digits. Write all four, as in 5.8.2024 or 2024-08-05.

# The notation: what is wrong with a transcription.
reading-notation-unclosed = { $open } is opened here but not closed. Add { $close }, or type \ before it if it is on the part.
reading-notation-unopened = { $close } closes nothing. Remove it, or type \ before it if it is on the part.
reading-notation-nested = { $inner } can’t stand inside { $outer }. Close it first, or type \ before { $inner } if it is on the part.
reading-notation-empty = There is nothing between these brackets. Write what is there, {"{.}"} for one illegible character, or remove them.
reading-notation-braces = Braces say what is uncertain: {"{3?}"} for an uncertain 3, {"{3/8}"} for 3 or 8, {"{.2}"} for two illegible characters.
reading-notation-extent = How many characters are missing? Write a number from 1 to { $most } as in {"{.3}"}, a range as in {"{.2-3}"}, or {"{.?}"} if it is not known.
reading-notation-direction = After @ comes how the line runs (90, 180, 270, arc) or how it was made (hand, stencil, label, laser, stamp, etch). Type \@ if the part shows an @.
reading-notation-escape = A backslash makes the next character literal, but none follows. Add it, or type \\ for a backslash on the part.

# The notation: what is uncertain, in plain words.
reading-explain-uncertain = “{ $text }” is read so, but it is not certain.
reading-explain-choice = This is “{ $first }” or, less likely, { $rest }.
reading-explain-illegible = Traces are left here, but can’t be read: { $count }.
reading-explain-lost = The surface is gone here: { $count }.
reading-explain-count = { $count ->
    [one] { $count } character
   *[other] { $count } characters
}
reading-explain-count-range = { $least } to { $most } characters
reading-explain-count-unknown = nobody can say how many characters
reading-explain-restored = “{ $text }” is lost; the reader has supplied it.
reading-explain-symbol = A symbol: { $text }.
reading-explain-struck = “{ $text }” is struck out or stamped over, but legible.
reading-explain-90 = From here the writing is turned by 90 degrees.
reading-explain-180 = From here the writing is upside down.
reading-explain-270 = From here the writing is turned by 270 degrees.
reading-explain-arc = From here the writing runs around a rim.
reading-explain-hand = From here it is written by hand.
reading-explain-stencil = From here it is stencilled.
reading-explain-label = From here it is printed on a label.
reading-explain-laser = From here it is burnt by a laser.
reading-explain-stamp = From here it is stamped.
reading-explain-etch = From here it is etched.

# The systems of reading.
reading-system-juche = Juche year
reading-system-roc = Minguo year
reading-system-gregorian = Gregorian date
reading-system-yyww = Date code, year and week
reading-system-yww = Date code, one-digit year and week
reading-system-february-11 = “February 11” plant
reading-system-value = Component value
reading-system-sh = Solar Hijri date
reading-system-ah = Islamic lunar date
reading-system-be = Buddhist Era year
reading-system-imperial = Iranian imperial year
reading-system-jp = Japanese era date
reading-system-he = Hebrew year
reading-system-su-lyp = Lot, year and plant
reading-system-su-hs = Headstamp, plant and year
reading-system-su-letter = Year letter
reading-system-su-btvt = Armoured vehicle serial number
reading-system-su-mmyy = Month and year
reading-system-su-quarter = Quarter of a year
reading-system-wwyy = Date code, week and year
reading-system-cn-fy = Factory code and year
reading-system-dod-lot = Ammunition lot (MIL-STD-1168)
reading-system-dod-lot-repaired = Ammunition lot, spaces left out
reading-system-nsn = NATO stock number
reading-system-cage = CAGE code
reading-system-dodic = DODIC
reading-system-yyww-separated = Date code, year and week, separated
reading-system-iec = IEC 60062 date code
reading-system-ti-ym = Date code, Texas Instruments
reading-system-tewa-ym = Date code, TEWA
reading-system-gs1 = GS1 date
reading-system-di = Date by data identifier
reading-system-iuid = Unique item identifier
reading-system-grau = GRAU index
reading-system-removed = Removed on purpose
reading-system-team = Team’s rule
reading-system-unknown = a system of a newer version

# The same within a sentence.
reading-as-juche = a Juche year
reading-as-roc = a Minguo year
reading-as-gregorian = a Gregorian date
reading-as-yyww = a date code of year and week
reading-as-yww = a date code of a one-digit year and week
reading-as-february-11 = the “February 11” plant
reading-as-value = a component value
reading-as-sh = a Solar Hijri date
reading-as-ah = an Islamic lunar date
reading-as-be = a year of the Buddhist Era
reading-as-imperial = an Iranian imperial year
reading-as-jp = a date of a Japanese era
reading-as-he = a Hebrew year
reading-as-su-lyp = lot, year and plant of a Soviet or Russian maker
reading-as-su-hs = a Soviet or Russian headstamp of plant and year
reading-as-su-letter = a Soviet year letter
reading-as-su-btvt = a serial number of a Soviet armoured vehicle
reading-as-su-mmyy = month and year
reading-as-su-quarter = a quarter of a year
reading-as-wwyy = a date code of week and year
reading-as-cn-fy = a Chinese factory code and year
reading-as-dod-lot = an ammunition lot number by MIL-STD-1168
reading-as-dod-lot-repaired = an ammunition lot number, if the space stands for a hyphen
reading-as-nsn = a NATO stock number
reading-as-cage = a CAGE code
reading-as-dodic = a Department of Defense identification code
reading-as-yyww-separated = a date code of year and week with a separator
reading-as-iec = a date code by IEC 60062
reading-as-ti-ym = a date code of Texas Instruments
reading-as-tewa-ym = a date code of TEWA
reading-as-gs1 = a GS1 date
reading-as-di = a date by data identifier
reading-as-iuid = a unique item identifier
reading-as-grau = a GRAU index
reading-as-removed = a mark that was removed on purpose
reading-as-team = what a rule of the team says

# Why a reading has its grade.
reading-why-named = The mark names its own system.
reading-why-context = Other evidence supports this system.
reading-why-neutral = The pattern fits; nothing else speaks for or against it.
reading-why-rivals = The pattern fits, but three or more other readings do too.
reading-why-bare = A bare code without support: don’t show it without the other readings.
reading-why-after-strike = It would begin on { $first }, after the strike ({ $strike }).
reading-why-after-documented = It would begin on { $first }, after the piece was documented ({ $day }).
reading-why-future = It would begin on { $first }, which is in the future.
reading-why-uncertain = A character in it is uncertain.
reading-why-restored = A character in it is lost and was supplied by the reader.
reading-why-other-choice = It rests on the less likely reading of a character.
reading-why-struck = It is struck out or stamped over.
reading-why-gap = Characters beside it are missing, so it may be part of something longer.
reading-why-serial = In a serial number, digits are a date only by a known rule of the maker.
reading-why-two-digit-year = The year has two digits, so the century is assumed.
reading-why-one-digit-year = The year has one digit, so the decade is not known.
reading-why-year-zero = There is no year 0.
reading-why-no-year = There is no such year.
reading-why-no-month = There is no month { $month }.
reading-why-no-day = That month of { $year } has no day { $day }.
reading-why-no-week = There is no week { $week }.
reading-why-no-week-in-year = { $year } has no week { $week } in this counting.
reading-why-january-week = { $year } has no ISO week 53; the code is valid only if weeks are counted from 1 January.
reading-why-week-counting = Makers count weeks differently; all countings together give { $first } to { $last }.
reading-why-mil38535 = By MIL-PRF-38535 the code is the first or the last week of a sealing period of up to six weeks.
reading-why-fairchild6 = By this maker’s rule the code is the first of six weeks.
reading-why-tolerant = All usual ways to count weeks are allowed for.
reading-why-code-object = Say what the component is: date codes are typical of electronics.
reading-why-code-typical = Date codes are typical of this kind of component.
reading-why-code-value = On this kind of component a short number is more often its value.
reading-why-code-untypical = Date codes are not typical of this kind of component.
reading-why-juche-origin = Nothing but the number points to North Korea; a calendar is no evidence of origin.
reading-why-juche-imported = An imported component is not marked in the Juche calendar.
reading-why-juche-object = Made in North Korea by other evidence; say what the part is.
reading-why-juche-part = A part made in North Korea by other evidence.
reading-why-juche-double = Juche { $n } is { $year }, but the mark says { $written }.
reading-why-juche-early = Earlier than the calendar, which was adopted on 8 July 1997.
reading-why-juche-late = After the calendar was reported to be given up (October 2024); what factories did is not known.
reading-why-roc-origin = The same arithmetic as Juche; nothing but the number points to Taiwan.
reading-why-roc-taiwan = Made in Taiwan by other evidence.
reading-why-roc-no-era = It says “year” but names no era.
reading-why-day-month = Day and month could be read in more than one order.
reading-why-year-or-day = Behind a month’s name two digits may be a year or a day.
reading-why-capped = The transcription allows more than { $most } strings; only the likeliest were read.
reading-why-gregorian-kp = From October 2024 plain Gregorian years are to be expected on North Korean parts.
reading-why-value = As a component value: { $figures } × 10^{ $power } pF or Ω. It is no date.
reading-why-unverified = This rule is general knowledge; no source was verified.
reading-why-february-11 = Published as a rival of Juche year 112: the “February 11” plant (2·11). It is no date.
reading-place-february-11 = “February 11” plant; the mark does not say where
reading-why-sh-month = A month of the Solar Hijri calendar by name.
reading-why-sh-digits = Written in Persian or Arabic digits.
reading-why-sh-origin = Made in Iran or Afghanistan by other evidence.
reading-why-sh-electronic = On electronics a date code of year and week is more usual than a Solar Hijri year.
reading-why-sh-bare = Nothing but the number points to the Solar Hijri calendar.
reading-why-ah-only = As a Solar Hijri year the number is still to come, so only the lunar year is possible.
reading-why-ah-bare = Nothing but the number points to the lunar calendar.
reading-why-imperial-iran = Made in Iran by other evidence; these years were counted from March 1976 to August 1978.
reading-why-imperial-bare = The same number is a year of the Buddhist Era.
reading-why-be-thailand = Made in Thailand by other evidence.
reading-why-be-bare = The same number is an Iranian imperial year.
reading-why-jp-origin = Made in Japan by other evidence.
reading-why-jp-letter = A single letter and figures are many things besides a year of a Japanese era.
reading-why-jp-era = The mark names the era.
reading-why-jp-outside = The era lasted from { $first } to { $last }.
reading-why-he-letters = Written in Hebrew letters; the thousands are left out as usual.
reading-why-he-origin = Made in Israel by other evidence.
reading-why-su-plant-moved = A plant’s number is no place: plants were moved in 1941 and numbers were given anew.
reading-why-su-lyp = Read as lot { $lot }, year, plant { $plant }. If plant { $lot } comes first and the lot last, the year is the same.
reading-why-su-letter = By one table, { $letter } is { $year } ({ $object }).
reading-why-su-letters-disagree = Year letters differ by object and sources disagree; the years of all tables are given together.
reading-why-su-btvt = The form is known from one list only.
reading-why-su-btvt-plant = The plant { $plant } is not in the table.
reading-why-su-btvt-letter = From 1970 the year is a letter; what { $letter } stands for is not known here.
reading-why-wwyy = Week first, then year; month and year, or year and week, are as usual.
reading-why-quarter = The mark says that it is a quarter of a year.
reading-why-no-quarter = There is no quarter { $quarter }.
reading-why-grau = A designation of the Main Missile and Artillery Directorate (GRAU). It is no date.
reading-why-cn-which = Either number may be the year.
reading-why-lot = Maker { $maker }, interfix { $interfix }, sequence { $sequence }.
reading-why-lot-start = It is the month in which making the lot began; the piece itself may be later.
reading-why-lot-suffix = The suffix { $suffix } means that the lot was reworked or modified.
reading-why-lot-letter = The letter { $letter } stands for no month (A to M without I).
reading-why-lot-repaired = The standard has no spaces; read as if the space were a hyphen.
reading-why-nsn-class = Supply class { $class } { $name }. It is no date.
reading-why-nsn-unknown = The country code { $code } is not in the table.
reading-why-nsn-since = Such numbers exist since 30 September 1974, so the mark is not earlier.
reading-why-cage = It names a registered maker at a place, by the issuing bureau’s list. It is no date.
reading-why-dodic = It names a type of ammunition. It is no date.
reading-why-week-separated = Year and week with a separator are no form of a standard.
reading-why-iec-letter = The letter { $letter } is not used for years.
reading-why-iec-shifted = One maker’s table is a year off: without knowing the maker, { $year } is possible too.
reading-why-iec-cycle = The letters begin again every 20 years.
reading-why-no-month-character = { $character } stands for no month in this maker’s code.
reading-why-gs1-production = Application identifier 11: the date of production or assembly that the maker gives.
reading-why-gs1-packaging = Application identifier 13: the date of packaging; it does not date the piece.
reading-why-di-range = The oldest and the newest week of what is in the package.
reading-why-di-weeks = These are no two weeks, the earlier one first.
reading-why-uii = The unique item identifier is { $uii }. It has no date.
reading-why-no-uii = The message lacks the maker or the serial number, so that no identifier can be put together.
reading-why-removed = Somebody noted that a mark was here and was removed.
reading-why-removed-how = As noted: { $words }.
reading-why-removed-otherwise = Marks also vanish by heat, rust and wear: say which traces of a tool there are.
reading-why-team = By the rule “{ $rule }” of the file “{ $file }”, which the team added.
reading-why-team-grade = The file gives no better grade.
reading-place-su-plant = plant no. { $number } (attributed to { $place })
reading-place-su-plant-unknown = plant no. { $number } (not in the table)
reading-place-cn-factory = factory { $code }
reading-place-ncb = first codified by { $country }; not where this piece was made

# Days in words.
reading-phrase-day = on { $day }
reading-phrase-month = in { $month } { $year }
reading-phrase-year = in { $year }
reading-phrase-between = between { $first } and { $last }

# From production to use.
reading-use-same-day = on the day of use
reading-use-exactly = { $max ->
    [one] { $max } day
   *[other] { $max } days
} before use
reading-use-at-most = at most { $max ->
    [one] { $max } day
   *[other] { $max } days
} before use
reading-use-between = between { $min } and { $max } days before use
reading-use-contradiction = made { $production }, but used { $used }

# Sentences that may be quoted.
reading-statement-made = If “{ $mark }” is read as { $system }, the piece was made { $days }
reading-statement-assembled = If “{ $mark }” is read as { $system }, the piece was put together { $days }
reading-statement-lot = If “{ $mark }” is read as { $system }, the lot of the piece was begun { $days }
reading-statement-sealed = If “{ $mark }” is read as { $system }, the piece was sealed { $days }
reading-statement-label = If “{ $mark }” is read as { $system }, the label was printed { $days }; that does not date the piece
reading-statement-design = If “{ $mark }” is read as { $system }, the design was adopted { $days }; that does not date the piece
reading-statement-use = { $sentence }, { $use }.
reading-statement-end = { $sentence }.
reading-statement-rivals = { $sentence } It can also be read as: { $rivals }.
reading-statement-no-date = If “{ $mark }” is read as { $system }, it gives no date.
reading-statement-contradiction = Read as { $system }, “{ $mark }” contradicts the strike: { $use }. One of the two is wrong.
reading-statement-impossible = “{ $mark }” can’t be read as { $system }: { $reason }

# The assembly bound.
reading-bound-decided = It was put together on { $day } or later; “{ $label }” decides that.
reading-bound-without = Without it: { $day } or later.
reading-bound-alone = It is the only dated mark: if it is misread, nothing is known.
reading-bound-preferred = By the preferred readings alone: { $day } or later.
reading-share = Of { $components } components { $dated } bear a code that can be dated. { $within } of the codes ({ $percent } %) mean { $years }; the latest may be of { $month }.
reading-share-years = { $first } to { $last }
reading-bound-caveats = This would be wrong for a repaired or re-marked item, a false date code, or remnants of several weapons.

# What serial and lot numbers say together.
reading-series-identical = The number “{ $mark }” is recorded twice: the same object, a number that was given twice, or an error of copying.
reading-series-same = “{ $a }” and “{ $b }” are of one series and { $difference } apart; “{ $a }” was numbered earlier. That does not say that it was made earlier.
reading-series-side-by-side = “{ $a }” and “{ $b }” have the same number but differ in what stands beside it: they can’t be compared as one series.
reading-series-other-script = “{ $a }” and “{ $b }” differ only in letters that look alike in two scripts. They can be compared once somebody says that they are the same.
reading-series-uncertain = A character is uncertain, and all this rests on it.
reading-series-of = { $count } numbers are of one series, from “{ $first }” to “{ $last }”. Between these there are { $between } more numbers; that is no quantity made.
reading-series-numbered = They were numbered in this order; in which order they were made is not known.
reading-series-made = They were made in this order: { $dated } of them are dated by other evidence, and the dates rise with the numbers.
reading-series-not-monotone = By other evidence some with greater numbers were made earlier, so the numbers say nothing about time.
reading-series-interpolated = If the numbers run with time, “{ $mark }” was made { $days }.

# Files of rules that a team adds.
rules-refused = The rules “{ $file }” can’t be used: { $reason }
rules-none = There is no [[rule]] in it.
rules-rule = Rule “{ $rule }”: { $reason }
rules-twice = there is another rule of this name in the file.
rules-group = the group “{ $group }” means nothing. Groups that mean something are { $groups }; others must stand in the place.
rules-grade = X is no grade that a rule can give. Give A, B, C or D.
rules-no-example = there is no [[rule.example]]. Give at least one mark that it must read, and better one that it must not.
rules-no-source = there is no source. Say where it comes from, for this rule or for the whole file.
rules-half-interval = earliest and latest go together.
rules-example = rule “{ $rule }”, example “{ $mark }”: { $says }
rules-example-not-read = it is not read by the rule.
rules-example-no-date = it gives no date

# Alarms: what can't be. $days, $strike and so on are phrases such as “in 2024” or “on 18 August 2024”.
alarm-after-strike = “{ $mark }”, accepted as { $system } ({ $days }), is later than the strike ({ $strike } at the latest). One of the two is wrong.
alarm-after-documented = “{ $mark }”, accepted as { $system } ({ $days }), is later than the documentation of the piece ({ $documented }). One of the two is wrong.
alarm-apart = “{ $mark }” ({ $days }) and “{ $other }” ({ $otherdays }) can’t both be when this component was made.
alarm-named = “{ $mark }” names its own system, { $system }, and is impossible by it: { $why }
alarm-no-date = “{ $mark }” can be no date: { $why } If it is none, say what sort of mark it is.
alarm-assembled = By “{ $mark }” this weapon was put together { $day } or later, after it was used ({ $strike } at the latest). One of the two is wrong.
## What the marks of a case add up to
analysis-chart = Production to use
analysis-chart-text = For each weapon, the days from the earliest on which it can have been made to its use.
analysis-chart-axis = days before use
analysis-chart-median = median, at most { $days }
analysis-chart-lowest = lowest so far
analysis-chart-days = at most { $days ->
    [one] 1 day
   *[other] { $days } days
}
analysis-chart-trend-less = From strike to strike the most days become fewer by about { $days } a year (Theil–Sen, { $weapons } weapons).
analysis-chart-trend-more = From strike to strike the most days become more by about { $days } a year (Theil–Sen, { $weapons } weapons).
analysis-chart-left-out = { $count ->
    [one] 1 weapon is left out: undated, use not known, or contradictory.
   *[other] { $count } weapons are left out: undated, use not known, or contradictory.
}
analysis-first-year = In this case, “{ $weapon }”, used { $used }, is the first weapon with a mark that dates production in { $year }: “{ $mark }”, read as { $system }.
analysis-first-model = In this case, “{ $weapon }”, used { $used }, is the first of the suspected model { $model }.
analysis-first-maker = In this case, “{ $weapon }”, used { $used }, is the first of the maker { $maker }.
analysis-first-mark = In this case, the mark “{ $mark }” is first seen on “{ $weapon }”, used { $used }; it is on { $count } weapons.
analysis-first-rivals = { $count ->
    [one] Another one may have been used as early.
   *[other] { $count } others may have been used as early.
}
analysis-first-undated = { $count ->
    [one] The day of use of 1 weapon is not known; it is left out.
   *[other] The days of use of { $count } weapons are not known; they are left out.
}
analysis-link-mark = The mark “{ $mark }” is on { $weapons } weapons of { $strikes ->
    [0] no known strike
    [one] 1 strike
   *[other] { $strikes } strikes
}: { $titles }. That they are written alike does not say that they were made together.
analysis-link-series = Numbers of one series are on { $weapons } weapons of { $strikes ->
    [0] no known strike
    [one] 1 strike
   *[other] { $strikes } strikes
}: { $titles }. { $series }
exchange-picture-failed = The picture could not be drawn ({ $reason }). The chart as SVG has everything that it would show.
analysis-and-more = { $named }; and { $count } more
