# Messages of ui-calendar: the strikes by month and by year.

# Dates in words.
calendar-weekday-day = { $weekday }, { $day }
calendar-moment = { $day }, { $time }
calendar-moment-utc = { $day }, { $time } UTC
calendar-some-day = { $when }, day not known
calendar-one-of = on one of the days { $days }
calendar-one-of-that-fit = on one of the days { $days } that fit { $text }
calendar-estimated = { $when }, estimated { $year }
calendar-from = on or after { $day }
calendar-until = on or before { $day }
calendar-from-unknown = from { $day }, end not known
calendar-until-unknown = until { $day }, beginning not known
calendar-set-one-of = one of these: { $list }
calendar-set-all = all of these: { $list }
calendar-about = about { $when }
calendar-uncertain = { $when } (uncertain)
calendar-about-uncertain = about { $when } (uncertain)
calendar-parts-in-doubt = { $when } ({ $parts })
calendar-doubt-year-uncertain = year uncertain
calendar-doubt-year-approximate = year approximate
calendar-doubt-year-both = year approximate and uncertain
calendar-doubt-month-uncertain = month uncertain
calendar-doubt-month-approximate = month approximate
calendar-doubt-month-both = month approximate and uncertain
calendar-doubt-day-uncertain = day uncertain
calendar-doubt-day-approximate = day approximate
calendar-doubt-day-both = day approximate and uncertain

# Years of other calendars.
calendar-juche = Juche { $year }
calendar-minguo = Minguo { $year }
calendar-solar-hijri = Solar Hijri { $year }
calendar-between-eras = { " · " }
calendar-eras-about = The same days by the calendars that marks are written in. Juche and Minguo years both count from 1912; a Solar Hijri year begins at Nowruz, on 20 or 21 March.

# The bar.
calendar-scale = Month, week, agenda or year
calendar-scale-month = Month
calendar-scale-year = Year
calendar-today = Today
calendar-previous-month = Previous month
calendar-next-month = Next month
calendar-previous-year = Previous year
calendar-next-year = Next year
calendar-previous-strike = Previous day with a strike
calendar-next-strike = Next day with a strike
calendar-no-previous-strike = no strike begins before this day
calendar-no-next-strike = no strike begins after this day
calendar-key-today = Home
calendar-key-previous-month = PageUp
calendar-key-next-month = PageDown
calendar-key-next-strike = N
calendar-key-previous-strike = P
calendar-filter = Filter by tag
calendar-filter-nothing = No tag is called so.
calendar-filter-shown = Only strikes tagged
calendar-filter-clear = Show all strikes

# Layers.
calendar-menu = Layers, comparison, print
calendar-tags-hint = What the colour of a dot means. Click to show only strikes that bear this tag.
calendar-layers = Layers
calendar-layer-observed = The day on which a strike happened
calendar-layer-reports-hidden = No reports
calendar-layer-reports-otherwise = Reports of strikes whose own day is not known
calendar-layer-reports-all = Reports of all strikes, on the day of the report
calendar-layers-observed = Only strikes whose own day is known
calendar-layers-all = All reports too, on the day of the report
calendar-layers-none = No layer is shown
calendar-layers-otherwise = Only reports of strikes whose own day is not known
calendar-layers-reports = Only reports, on the day of the report

# Two periods side by side.
calendar-compare-all = In all
calendar-compare-observed = By the day of the strike
calendar-compare-reported = By the day of a report
calendar-compare = Compare two periods
calendar-compare-first = First period
calendar-compare-second = Second period
calendar-compare-swap = Swap the periods
calendar-compare-months = This month and the one before
calendar-compare-years = This year and the one before
calendar-compare-wrong = Not a period with a first and a last day: 2024-08, 2024, 2024-08-01/2024-08-18
calendar-compare-how = Two periods as dates in EDTF: a month, a year, or days from and to.
calendar-compare-strip = { $days }: { $count ->
    [one] { $count } strike by day
   *[other] { $count } strikes by day
}
calendar-compare-strikes = Strikes
calendar-compare-difference = Difference
calendar-compare-tags = By tag
calendar-compare-about = Where a strike may have been in the period or outside, the figure is a range. The case holds what was recorded, not all that happened.
calendar-compare-range = { $least } to { $most }
calendar-compare-most = { $days }: { $count ->
    [one] at most { $count } strike a day
   *[other] at most { $count } strikes a day
}
calendar-saved = The calendar is in { $file }.
calendar-not-saved = The calendar was not written to { $file }.
shell-path-calendar-title = Where to write the calendar? A name that ends in .png makes a picture, any other an SVG drawing.

# The month.
calendar-week-head = Wk
calendar-day-strikes = { $day }, { $count ->
    [0] no strikes
    [one] { $count } strike
   *[other] { $count } strikes
}
calendar-more = +{ $count } more
calendar-more-on = { $count } more on { $day }
calendar-new-strike = New strike
calendar-new-strike-on = New strike on { $day }
calendar-untitled = Strike without a name
calendar-entry = { $name }, { $when }
calendar-entry-continued = { $name }, { $when }, continued
calendar-entry-reported = { $name }, reported { $when }
calendar-day-list = All strikes of { $day }
calendar-close = Close the list
calendar-cut = Only the first { $count } strikes of these weeks are loaded. Filter by tag to see the others.
calendar-in-month = { $count ->
    [0] No strikes in { $month }
    [one] { $count } strike in { $month }
   *[other] { $count } strikes in { $month }
}
calendar-in-days = { $count ->
    [0] No strikes, { $days }
    [one] { $count } strike, { $days }
   *[other] { $count } strikes, { $days }
}
calendar-in-year = { $count ->
    [0] No strikes in { $year }
    [one] { $count } strike in { $year }
   *[other] { $count } strikes in { $year }
}
calendar-first-strike = No strikes yet: Enter records one on the selected day

# A strike under the pointer.
calendar-occurred = Happened
calendar-reported = Reported
calendar-place = Place
calendar-not-known = not known
calendar-findings = { $count ->
    [one] { $count } accepted finding
   *[other] { $count } accepted findings
}

# The signs at the foot.
calendar-legend-observed = Observed
calendar-legend-reported = Only reported then
calendar-legend-report = Reported then
calendar-legend-vague = Day not known exactly
calendar-legend-about = About, or uncertain
calendar-legend-finding = Accepted finding

# The year.
calendar-year-months-about = A strike that is known to a range counts in each month it touches, and once in the year.
calendar-legend-none = None
calendar-legend-strikes = Strikes a day

# To another day.
calendar-redated = “{ $name }”: { $before } is now { $after }
calendar-redated-report = “{ $name }”: the report of { $before } is now of { $after }. When it happened is still not known.
calendar-redated-report-alone = “{ $name }”: the report of { $before } is now of { $after }. When it happened stays as it was.
calendar-not-redated = “{ $name }” stays on its day: { $when }
calendar-redate-none = Select a strike of this month first: a click on it, or Enter on its day.
calendar-redate-to = { $before } → { $after }
calendar-redate-report-to = report: { $before } → { $after }
calendar-redate-about = Drag it to another day, or Shift and the arrows

# The agenda.
calendar-scale-agenda = Agenda
calendar-agenda = Strikes in the order of their days
calendar-agenda-day = { $weekday } { $day }
calendar-agenda-utc = { $time } UTC
calendar-agenda-utc-before = { $time } UTC −1 d
calendar-agenda-utc-after = { $time } UTC +1 d
calendar-agenda-total = { $count ->
    [one] { $count } strike with a day in the case
   *[other] { $count } strikes with a day in the case
}
calendar-agenda-empty = No strikes here
calendar-agenda-empty-text = Strikes with a day stand here one below the other. Record the first, or type a day in the form of one that has none.
calendar-agenda-none-tagged = No strike with a day has all these tags. Take a tag out of the filter.

# The week.
calendar-scale-week = Week
calendar-previous-week = Previous week
calendar-next-week = Next week
calendar-hours-of = Hours of { $day }, local
calendar-no-hour = no hour

# Another calendar beside this one.
calendar-other = Calendar beside this one: { $now }
calendar-other-none = Years only
calendar-other-juche = Juche
calendar-other-minguo = Minguo
calendar-other-solar-hijri = Solar Hijri
calendar-other-umm-al-qura = Hijri (Umm al-Qura)
calendar-other-tabular = Hijri (tabular, civil)
calendar-other-buddhist = Buddhist
calendar-other-hebrew = Hebrew
calendar-other-day = { $day } { $month }
calendar-other-month = { $month } { $year }
calendar-other-months = { $calendar }: { $months }
calendar-other-about-months = Its months and days are those of this calendar; only its years have other numbers.
calendar-other-about-hijri = Umm al-Qura is by the tables of Saudi Arabia, the tabular one by the civil rule of 30 years. Where a month begins by the sighting of the moon, days may differ by one or more. A day begins at sunset; shown is the one of its daylight.
calendar-other-about-hebrew = A day begins at sunset; shown is the one of its daylight.
calendar-month-sh-1 = Farvardin
calendar-month-sh-2 = Ordibehesht
calendar-month-sh-3 = Khordad
calendar-month-sh-4 = Tir
calendar-month-sh-5 = Mordad
calendar-month-sh-6 = Shahrivar
calendar-month-sh-7 = Mehr
calendar-month-sh-8 = Aban
calendar-month-sh-9 = Azar
calendar-month-sh-10 = Dey
calendar-month-sh-11 = Bahman
calendar-month-sh-12 = Esfand
calendar-month-ah-1 = Muharram
calendar-month-ah-2 = Safar
calendar-month-ah-3 = Rabi I
calendar-month-ah-4 = Rabi II
calendar-month-ah-5 = Jumada I
calendar-month-ah-6 = Jumada II
calendar-month-ah-7 = Rajab
calendar-month-ah-8 = Shaban
calendar-month-ah-9 = Ramadan
calendar-month-ah-10 = Shawwal
calendar-month-ah-11 = Dhu al-Qadah
calendar-month-ah-12 = Dhu al-Hijjah
calendar-month-he-1 = Tishri
calendar-month-he-2 = Heshvan
calendar-month-he-3 = Kislev
calendar-month-he-4 = Tevet
calendar-month-he-5 = Shevat
calendar-month-he-6 = Adar (Adar II)
calendar-month-he-7 = Nisan
calendar-month-he-8 = Iyar
calendar-month-he-9 = Sivan
calendar-month-he-10 = Tamuz
calendar-month-he-11 = Av
calendar-month-he-12 = Elul
calendar-month-he-adar-1 = Adar I
