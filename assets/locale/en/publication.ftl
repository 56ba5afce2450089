# Copies for publication: what is covered on photos, what is told, and what is withheld.
redaction-face = Face
redaction-number-plate = Number plate
redaction-place = Place
redaction-document = Document
redaction-other = Other

publication-field-caption = Caption
publication-field-credit = Credit line
publication-field-photographer = Photographer
publication-field-licence = Licence
publication-field-file-name = Name of the original’s file
publication-field-original = SHA-256 of the original
publication-field-source-path = Where the file lay
publication-field-photo-set = Photo set
publication-field-altitude-m = Altitude
publication-field-camera-make = Camera’s maker
publication-field-camera-model = Camera’s model
publication-field-lens = Lens
publication-field-software = Software
publication-field-notes = Notes
publication-field-gps-time = Satellites’ time

publication-date-none = Not told
publication-date-year = Year
publication-date-month = Month
publication-date-day = Day
publication-date-exact = As it is known
publication-place-none = Not told
publication-place-country = Country
publication-place-10km = Cell of 10 km
publication-place-1km = Cell of 1 km
publication-place-100m = Cell of 100 m
publication-place-exact = As it is known

publication-fault-quality = The quality of a JPEG is { $least } to { $most }.
publication-fault-size = The size is { NUMBER($least, useGrouping: 0) } to { NUMBER($most, useGrouping: 0) } pixels on the long side.
publication-fault-strip = A strip needs a credit line: write one, or choose the credit lines of the photos.
publication-no-photos = No photos were chosen.
publication-folder-taken = There is something in { $folder }: choose an empty folder, or a new one. Nothing was written.
publication-folder-failed = The folder { $folder } can’t be made: { $reason }. Nothing was written.
publication-no-photo = The case has no such photo.
publication-no-original = The case has no original of it.
publication-undecided = Several people wrote something different about it or about what is to be covered, and nobody has decided yet. Decide first: To decide, or witnessmark conflicts.
publication-other-size = The picture has { $width } × { $height } pixels and its record says { $stated-width } × { $stated-height }: where its redactions lie is not sure.

withheld-redaction = { $count ->
    [one] { $count } rectangle covered: { $name }
   *[other] { $count } rectangles covered: { $name }
}
withheld-position = Position, or more of it than was chosen
withheld-time = Time of capture, or more of it than was chosen
withheld-serial-number = Serial number of the camera
withheld-field = Field: { $name }
withheld-metadata = { $count ->
    [one] Metadata { $name }: { $count } tag
   *[other] Metadata { $name }: { $count } tags
}
withheld-segment = { $count ->
    [one] Part of the file { $name }: { $count }
   *[other] Parts of the file { $name }: { $count }
}
withheld-trailing = { $count ->
    [one] { $count } byte after the end of the picture
   *[other] { $count } bytes after the end of the picture
}

# Commands.
cli-publish = Writes copies of photos for publication: only what is chosen is in them, and the case keeps what was withheld (docs/publication.md)
cli-arg-publish-out = The folder for the copies: new, or empty
cli-arg-publish-photos = Photos: ids, SHA-256, or file names
cli-arg-publish-of = Photos that show a strike, weapon or component: its kind and its id
cli-arg-publish-size = Pixels on the long side; without it the original’s size
cli-arg-publish-format = The file format of the copies
cli-arg-publish-quality = The quality of JPEGs, 1 to 100
cli-arg-publish-place = How exactly the place is told
cli-arg-publish-date = How exactly the time of capture is told
cli-arg-publish-credit = The credit line of every copy, in place of those of the photos
cli-arg-publish-keep = Fields of the photos that are told
cli-arg-publish-strip = Put the credit line on a strip under the picture
cli-arg-publish-for = For whom the copies are
cli-arg-publish-purpose = For what the copies are
cli-publish-done = { $count ->
    [one] { $count } copy is in { $folder }.
   *[other] { $count } copies are in { $folder }.
}
cli-publish-none = No copy was written.
cli-publish-refused = { $file }: no copy. { $reason }
cli-publish-warning = { $file }: { $reason }
cli-publish-no-tables = The copies are in { $folder }, but their tables could not be written: { $reason }
cli-publish-not-recorded = The copies are in { $folder }, but the case could not keep what was withheld: { $reason }. Delete the folder and publish again.
cli-publish-of-kind = There are photos of a strike, weapon or component, not of “{ $kind }”.
cli-redact = What copies for publication do not show: draws rectangles on a photo, lists and removes them
cli-arg-redact-photo = The photo: its id, SHA-256, or file name
cli-arg-redact-rect = A rectangle: left, top, width and height in pixels of the upright original
cli-arg-redact-why = What it covers
cli-arg-redact-list = List the photo’s redactions
cli-arg-redact-remove = Remove the redaction with this id
cli-arg-redact-suggest = Say where faces may be, as rectangles, and draw nothing (it finds few that are turned, covered or small)
cli-redact-rect-form = “{ $text }” is no rectangle: give left, top, width and height as X,Y,W,H.
cli-redact-none = The photo has no redaction { $id }.
cli-redact-empty = The photo has no redactions.
cli-redact-drawn = Redaction { $id } is drawn.
cli-redact-removed = Redaction { $id } is removed.

# In the window.
job-publish = Publishing copies
publication-title = Publication copy
publication-photos = { $count ->
    [one] { $count } photo
   *[other] { $count } photos
}
publication-format = File format
publication-size = Long side in pixels
publication-size-hint = As the original
publication-date = Time of capture
publication-place = Place
publication-credit = Credit line for all
publication-credit-hint = Of each photo, or none
publication-strip = Credit line on a strip under the picture
publication-tell = Told of each photo
publication-recipient = For whom
publication-purpose = For what
publication-withheld = Withheld
publication-withheld-line = { $what } · { $count ->
    [one] { $count } photo
   *[other] { $count } photos
}
publication-uncovered = { $count ->
    [one] { $count } photo has no redaction: look at it once more.
   *[other] { $count } photos have no redaction: look at them once more.
}
publication-undecodable = { $count ->
    [one] { $count } photo can’t be shown and gets no copy.
   *[other] { $count } photos can’t be shown and get no copy.
}
publication-metadata-too = All metadata of the files, their names and what lies after the pictures.
publication-choose-folder = Choose a folder and publish …
publication-close = Close
publication-done = { $count ->
    [one] { $count } copy for publication is in { $folder }
   *[other] { $count } copies for publication are in { $folder }
}
publication-stopped = stopped before the end
publication-folder-title = A new or empty folder for the copies
publication-warned = with a warning
command-redact = Redact
command-publish = Publication copy …
redact-ask = What is covered here?
redact-name = Redaction: { $why }
redact-remove = Remove the redaction
redact-hint = Drag over what copies for publication must not show. The original keeps it.
redact-suggest = Suggest faces
redact-suggest-looking = Looking for faces …
redact-suggest-limits = It finds upright faces seen from the front. Others, and small ones, it misses: look yourself.
redact-suggest-all = Cover all { $count }
redact-suggest-dismiss = Dismiss
redact-suggested = Suggested face { $number }
redact-suggest-none = No face was found. That does not mean that there is none.
redact-suggest-failed = Faces could not be looked for
photo-published = { $count ->
    [one] Published: { $count } copy
   *[other] Published: { $count } copies
}
