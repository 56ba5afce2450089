# Messages of ui-map: where strikes were.

map-title = Map
map-name = Map of the strikes
map-empty = Nothing has a place yet
map-empty-text = Record a strike and say where it was, as exactly as you know: a point with a radius, or words such as “20 km north of Kyiv”. It appears here.

# What is on it.
map-strike = { $name }, { $when }, { $place }
map-recovered = Recovered: { $name }, { $when }, { $place }
map-photo = Photo { $name }
map-cluster = { $count ->
    [one] { $count } strike here
   *[other] { $count } strikes here
}
map-cluster-recovered = { $count ->
    [one] { $count } component recovered here
   *[other] { $count } components recovered here
}
map-cluster-photos = { $count ->
    [one] { $count } photo taken here
   *[other] { $count } photos taken here
}
map-pile-about = They have the same place on the map. Choose one.
map-no-date = date not known
map-radius-not-stated = radius not stated
map-within = within { $length }
map-sector = somewhere in the sector
map-place-known = Known to be
map-metres = { $length } m
map-coordinates = { $degrees } · { $mgrs }
map-copy = Copy { $text }
map-copied = Copied: { $text }
map-selection-nowhere = What is selected has no place on this map.

# The bar.
map-layer-recovered = Recovered
map-layer-photos = Photos
map-layer-strays = Far photos ({ $count })
map-no-recovered = no component has a place of recovery
map-not-there = the strikes are still being read
map-fit = Show everything
map-key-fit = Home
map-zoom-in = Nearer
map-zoom-out = Farther
map-saved = The map is in { $file }.
map-not-saved = The map was not written to { $file }.
shell-path-map-title = Where to write the map? A name that ends in .png makes a picture, any other an SVG drawing.

# Photos far from their strike.
map-strays = Photos far from their strike
map-strays-about = Taken farther from the place of the strike that they show than its radius and { $tolerance } more; a place without a radius counts as { $assumed }. The link, the place or the camera may be wrong, or the remnant was photographed elsewhere.
map-strays-none = None. Photos without a position, and strikes without a place, can't be compared.
map-stray = { $distance } apart, { $allowed } allowed
map-stray-photo = Photo: { $name }
map-stray-strike = Strike: { $name }

# The days.
map-all-days = All days
map-show-all-days = Show all days
map-no-days = no strike has a date
map-choose-days = choose days on the bars first
map-open-calendar = Open in the calendar
map-play = Play the days
map-pause = Pause
map-by-day = Strikes by day
map-by-month = Strikes by month
map-by-year = Strikes by year
map-window = Days that the map shows
map-window-start = Shown from { $days }
map-window-end = Shown until { $days }
map-window-whole = Shown: { $days }
map-bar = { $count ->
    [one] { $days }: { $count } strike
   *[other] { $days }: { $count } strikes
}
map-bar-hint = Click to show these days, twice to open them in the calendar. A strike whose day is not known counts on each day that it may have been.

# The line below.
map-shown = { $count ->
    [one] { $count } strike on the map
   *[other] { $count } strikes on the map
}
map-placeless = { $count ->
    [one] { $count } strike without a place
   *[other] { $count } strikes without a place
}
map-legend = Strikes, where known as happened or only as reported; recovered components; photos; the area in which a place lies
map-legend-strike = strike
map-legend-reported = only reported
map-legend-recovered = recovered
map-legend-photo = photo
map-legend-area = where it lies
map-no-place = no place
map-sources = Outlines: Natural Earth, public domain; they are no opinion on borders. Towns: GeoNames, CC BY 4.0.
map-sources-short = Natural Earth · GeoNames

# The colours of tags.
map-tags = Tags
map-tags-hidden = Tags, { $count } hidden
map-tags-all = Show the strikes of all tags
map-tags-hint = A strike has the colour of the first of its tags by name. Click to hide or show those of this one.
map-tag-none = without a tag
map-tag = { $count ->
    [one] { $tag }: { $count } strike
   *[other] { $tag }: { $count } strikes
}
