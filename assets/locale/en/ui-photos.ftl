# Messages of the photo grid, the viewer, and a photo's form.
photos-size = Size of the previews
photos-filter = Filter
photos-metadata = Metadata
photos-metadata-hint = A serial number, a lens, a name…
photos-find-hint = Name, caption, camera
photos-sort = Sorted by { $order }
photos-sort-captured = Time of capture
photos-sort-added = Time of import
photos-sort-name = File name
photos-sort-newest = Time of capture, newest first
photos-sort-camera = Camera
photos-sort-set = Photo set
photos-sort-strike = Strike
photos-section-no-time = Time not known
photos-section-no-camera = Camera not known
photos-section-no-set = Without a set
photos-section-no-strike = Without a strike
photos-section-select = Select { $name }: { $count ->
    [one] { $count } photo
   *[other] { $count } photos
}
photos-section-hint = Click to select them all
photos-any = Any
photos-links = Linked
photos-linked = Linked
photos-not-linked = Not linked yet
photos-opened = Opened
photos-unopened = By nobody yet
photos-unopened-by-me = Not by me yet
photos-unopened-by = Not by { $person } yet
photos-marks = Marked
photos-marked = With a region
photos-not-marked = Without a region
photos-selected = { $count } selected
photos-link = Link to…
photos-link-all = Link all to…
photos-link-of = { $kind } · { $of }
photos-link-not-found = Nothing is called so.
photos-unlink = Unlink…
photos-unlink-none = None of them is linked to anything.
photos-unlink-count = { $kind } · { $count } of { $all }
photos-tag-all = A tag for all of them
photos-grid = All photos
photos-count-of = { $shown } of { $all } photos
photos-show-all = Show all photos
photos-hint = Ctrl+A selects all { $count }, Enter opens, / searches
photos-one-selected = 1 selected · Ctrl or Shift with a click selects more
photos-loading = Loading …
photos-original-loading = Preview; the original is being loaded …
photos-preview-only = Preview only: { $reason }
photos-zoom = { $percent } %
photos-not-listed = not in the filter
photos-sign-regions = { $count ->
    [one] { $count } region is marked
   *[other] { $count } regions are marked
}
photos-sign-subjects = { $count ->
    [one] Linked to { $count } record
   *[other] Linked to { $count } records
}
photos-sign-clipboard = Pasted from the clipboard: pixels only, without a camera’s file.
photos-undecodable-why = { $format }: { $reason }
photos-link-hint = Component, weapon or strike
photos-link-none = Record a strike, weapon or component first.
photos-none = No photos yet
photos-none-text = Drop photos or folders on this window, paste a picture, or choose files. The originals go into the case unchanged.
photos-choose-files = Choose photos
photos-back = Back to the grid
photos-position = { $place } of { $count }
photos-undecodable = The pixels of this photo can’t be shown. The file is kept as it came; its metadata is at the right.

compare-title = { $count } photos side by side
compare-photos = Photos side by side
compare-pane = Photo { $number } of { $count }: { $name }
compare-link = Move together
compare-link-hint = Zooming and moving one photo does the same to all. Hold Alt to move one alone.
compare-back = Back to the photo
compare-next = Next photo at place { $number }
compare-previous = Previous photo at place { $number }
compare-turn-left = Turn photo { $number } left
compare-turn-right = Turn photo { $number } right
compare-most = Only the first { $most } of the { $count } selected photos are side by side.
compare-none = Select two to four photos to compare them.

slideshow-title = Witnessmark: slideshow
slideshow-end = End the slideshow
slideshow-window = Back to a window
slideshow-full = Fill the screen
slideshow-pace = { $seconds } s each
slideshow-next = Next in the slideshow
slideshow-previous = Previous in the slideshow
slideshow-go-on = Go on with the slideshow
slideshow-pause = Pause the slideshow

navigator = The part in view

info-title = Photo information
info-close = Close the information
info-exposure = Exposure
info-clock = clock corrected by { $shift } s: { $basis }
info-no-basis = no reason given
info-no-position = No position is known.
info-position-of-file = from the file
info-placed = placed afterwards: { $basis }
map-inset = Map of where it was taken
map-inset-hint = Click to look further
map-kilometres = { $length } km

measure-title = Lengths
measure-done = Done measuring
measure-hint-scale = Drag along something whose length is known, such as a ruler.
measure-hint-length = Drag from one end to the other of what is to be measured.
measure-plane = True in the plane of the scale, seen straight on.
measure-new-scale = Set another scale
measure-label = What it is
measure-label-hint = What was measured
measure-remove = Remove the line
measure-name = Line: { $text }
measure-end = End of the line
measure-scale = Scale: { $length } mm
measure-scale-before = Earlier scale: { $length } mm
measure-length = { $length } ± { $uncertainty } mm
measure-pixels = { $pixels } px, no scale
measure-cancel = Don’t set a scale
measure-ask-title = The photo’s scale
measure-ask-text = How long is this line? All lengths on this photo are read with it.
measure-ask-length = Known length in mm
measure-ask-length-hint = 50, or 5 cm, or 2 in
measure-ask-label-hint = Ruler, matchbox, coin
measure-ask-wrong = A length above 0, such as 50 or 5 cm.
measure-ask-set = Set the scale

region-title = New marking
region-view-title = Another view
region-new = new marking
region-new-of = new marking · { $weapon }
region-no-component = No component yet
region-view = another view · { $component }
region-add-view = Add this view
region-stay = Create and stay
region-cancel = Don’t mark it
region-find-hint = Component or marking
region-size = { $width } × { $height } px
region-hint = Enter goes on to the transcription.
region-create = Create the marking
region-untranscribed = not transcribed
region-name = Region: { $text }

photo-illustration = A drawing. It proves nothing.
photo-caption = Caption
photo-caption-hint = What it shows
photo-facts = The file
photo-rights = Rights and notes
photo-metadata = All metadata
photo-no-metadata = The file has no EXIF metadata.
photo-photographer = Photographer
photo-credit = Credit line
photo-licence = Licence or restriction
photo-shows = Shows
photo-shows-nothing = Not linked to anything yet.
photo-unlink = Unlink from { $title }
photo-go = Go to { $title }
photo-is-cover = It is the cover of { $title }
photo-cover = Make it the cover of { $title }
photo-captured = Captured
photo-origins = { $time }, its offset from UTC from { $offset }
photo-no-offset = (no time zone recorded)
photo-origin = Read from
photo-size = Picture
photo-camera = Camera
photo-position = Position (WGS 84)
photo-gps-time = Satellite time
photo-source = Came from
photo-added = Added
photo-sha256 = SHA-256
photo-copy-sha256 = Copy the SHA-256
photo-kind = What it is
photo-kind-photograph = Photograph
photo-kind-clipboard = Pasted picture
photo-kind-illustration = Drawing
photo-kind-document = Document (no picture)
photo-camera-serial = Camera number
photo-lens = Lens
photo-software = Software
photo-position-altitude = { $degrees } · { $altitude } m
photo-metadata-find = Search the metadata
photo-metadata-none = No name and no value contains that.
photo-metadata-all = Show all { $count }
photo-metadata-copy = A click copies the value.
photo-several-text = What is typed here goes to all of them.
photo-several-values = Several values
photo-several-preview = Changes { $changed } of { $all } photos, which have: { $now }
photo-several-now = “{ $value }” ({ $count })
photo-several-now-empty = nothing ({ $count })
photo-tag-some = { $count } of { $all } have “{ $tag }”: give it to all

photos-no-strike-in-hand = No strike is in hand. Select one in Strikes, or link a photo to it once.
photos-no-weapon-in-hand = No weapon is in hand. Select one in Weapons, or link a photo to it once.
photos-no-component-in-hand = No component is in hand. Select one in Components, or link a photo to it once.
photos-nothing-to-repeat = Nothing was decided yet that could be repeated.
photos-in-hand-hint = { $key } links the selected photos to { $title }
photos-sign-rating = { $rating ->
    [one] { $rating } star
   *[other] { $rating } stars
}
photos-sign-flagged = Flagged
photos-sign-unopened = Nobody has opened it yet
photos-sign-rejected = Rejected
photos-sign-needs = Its marks are to be transcribed
photos-sign-untranscribed = { $count ->
    [one] { $count } region is not transcribed
   *[other] { $count } regions are not transcribed
}
colour-red = Red
colour-yellow = Yellow
colour-green = Green
colour-blue = Blue
colour-purple = Purple
photos-albums = Albums
photos-album = Album: { $title }
photos-albums-none = No albums yet. Filter photos and keep the filter under a name: an album shows whatever passes it.
photos-album-remove = Remove the album { $title }
photos-album-no-filter = Nothing is filtered
photos-album-save = Keep this filter as an album
photos-album-hint = Name
photos-from = From day
photos-to = To day
photos-day-wrong = A day is written 2024-08-18.
photos-near = Near
photos-near-hint = 50.45, 30.52 5 km
photos-near-wrong = Latitude, longitude and a radius in km.
photos-camera = Camera
photos-camera-count = { $camera } ({ $count })
photos-set = Photo set
photos-untranscribed = Region not transcribed
photos-needs = Needs transcription
photos-rating = Rating
photos-rating-at-least = { $rating } or more
photos-decision = Decision
photos-not-rejected = Not rejected
photos-flagged = Flagged
photos-rejected = Rejected
photos-colour = Colour

set-kind = Photo set
set-title-hint = Where it is from
set-unfinished = The import was stopped or cut short. Files that are in the case already are not read again.
set-go-on = Go on with the import
set-provenance = Where they are from
set-taken-by = Taken by
set-given-by = Given by
set-received = Received on
set-restrictions = Restrictions
set-import = Import
set-origin = Came as
set-origin-files = files
set-origin-folder = a folder
set-origin-card = a memory card
set-origin-archive = an archive
set-origin-watched = a watched folder
set-imported = Imported
set-imported-by = By
set-state = State
set-state-under-way = under way, or cut short
set-state-stopped = stopped
set-state-finished = finished
set-added = Photos added
set-refused = Refused: { $count }
set-known = Known already: { $count }
photo-set = Photo set
photo-set-show = Show the set { $title }

photos-sort-alike = Similar pictures only
photos-sort-burst = Bursts only
photos-section-alike = Look alike, { $number }
photos-section-burst = Burst, { $time }

photo-taken = By the corrected clock
photo-track = Place by a track
photo-track-text = A GPX track of a phone or receiver gives photos without a position the place where it was at their time.
photo-track-choose = Choose a GPX file…
photo-track-within = Nearest point at most
photo-track-within-wrong = A number from 0 to 1440
photo-track-offset = Offset from UTC of photos that state none
photo-track-preview = { $placed } can be placed. { $away } were taken away from the track, { $without } have no offset from UTC, { $passed } have a position already or no time.
photo-track-first = The first: { $place }
photo-track-place = Place { $count ->
    [one] one photo
   *[other] { $count } photos
}
photo-clock = The camera’s clock
photo-clock-no-time = No photo here has a time of capture.
photo-clock-shift = Add to the camera’s time
photo-clock-shift-hint = -1:12, or the true time 2024-08-18 10:12
photo-clock-wrong = A span is written +1:12 or -0:00:30, a time 2024-08-18 10:12.
photo-clock-offset = Offset of its clock from UTC
photo-clock-basis = How this is known
photo-clock-basis-hint = a photo of the station clock
photo-clock-preview = { $file }: { $before } becomes { $after }
photo-clock-nothing = Nothing to correct was entered
photo-clock-no-basis = Say how this is known, so that somebody else can check it
photo-clock-correct = Correct { $count ->
    [one] this photo
   *[other] { $count } photos
}
