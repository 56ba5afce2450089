# The timeline: what happened to strikes, weapons and components.
timeline = Timeline
timeline-of = Timeline: { $what }
timeline-subject = What the timeline is of
timeline-of-case = Whole case
timeline-of-strike = A strike
timeline-of-weapon = A weapon
timeline-of-model = A model
timeline-strike = Strike
timeline-weapon = Weapon
timeline-model = Model
timeline-select-first = Select a strike or a weapon first: the timeline is of what is selected.
timeline-quarter = Q{ $quarter } { $year }
timeline-empty = No dates yet
timeline-empty-text = Give the strikes the day on which they happened or were reported, and the components the days on which they were recovered and documented. What happened when is drawn here.
timeline-nothing = Nothing to show
timeline-nothing-text = There is no such record in this case. Choose another one above, or the whole case.
timeline-go-strikes = Go to the strikes
timeline-row = { $what }, row of the timeline
timeline-event = { $stage }: { $when }, { $what }
timeline-label = { $stage }, { $when }
timeline-from = from { $day }
timeline-until = until { $day }
timeline-by-record = As the record states it.
timeline-by-mark = Not put together before its newest mark: { $of }.
timeline-click = Click to select the record; double-click to go to it.
timeline-zoom-in = Nearer
timeline-zoom-out = Farther
timeline-fit = All of it
timeline-legend-interval = one of these days
timeline-legend-doubtful = approximate or uncertain
timeline-legend-open = end not known
timeline-rows = { $count ->
    [one] 1 row
   *[other] { $count } rows
}
timeline-not-drawn = { $count ->
    [one] 1 more row is not drawn. It is in the CSV.
   *[other] { $count } more rows are not drawn. They are in the CSV.
}
timeline-disorders = { $count ->
    [one] Two dates exclude each other. One of them is wrong, or the tie to the strike is.
   *[other] { $count } pairs of dates exclude each other. In each, one date is wrong, or the tie to the strike is.
}
timeline-go-record = What states it
timeline-go-strike = The strike
timeline-order-reported = The strike “{ $strike }” is stated as reported { $stated }, before the first day on which it can have happened ({ $first }).
timeline-order-reported-until = The strike “{ $strike }” is stated as reported { $stated } or earlier, before the first day on which it can have happened ({ $first }).
timeline-order-recovered = “{ $part }” is stated as recovered { $stated }, before the first day on which the strike “{ $strike }” can have happened ({ $first }).
timeline-order-recovered-until = “{ $part }” is stated as recovered { $stated } or earlier, before the first day on which the strike “{ $strike }” can have happened ({ $first }).
timeline-order-documented = “{ $part }” is stated as documented { $stated }, before the first day on which the strike “{ $strike }” can have happened ({ $first }).
timeline-order-documented-until = “{ $part }” is stated as documented { $stated } or earlier, before the first day on which the strike “{ $strike }” can have happened ({ $first }).
lifeline-used-by-report = By the day of the report: that day or the one before.
lifeline-used-by-both = By the dates of the strike and of its report together.
lifeline-and-more = { $named }; and { $count } more
command-go-timeline = Timeline
command-timeline-of-item = Timeline of what is selected
cli-timeline = Say what happened when to the strikes of a case, or to one strike, one weapon or one model: made, used, reported, recovered, documented, published
cli-arg-timeline-strike = Of this strike, with its weapons and their components
cli-arg-timeline-weapon = Of this weapon, with its components
cli-arg-timeline-model = Of all weapons of this suspected model
cli-arg-timeline-svg = Draw it into this file, as SVG
cli-arg-timeline-png = Draw it into this file, as PNG
cli-timeline-no-strike = There is no strike { $id } in this case. witnessmark list FILE strikes tells their ids.
cli-timeline-no-weapon = There is no weapon { $id } in this case. witnessmark list FILE weapons tells their ids.
cli-timeline-no-model = No weapon of this case has the suspected model “{ $model }”. Those that there are: { $models }.
