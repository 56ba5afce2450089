# Messages of the photo grid, the viewer, and a photo's form.
photos-size = Size of the previews
photos-filter = Filter
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
photo-several-not-compared = Too many to compare
photo-tag-some = { $count } of { $all } have “{ $tag }”: give it to all
