# Messages about files: what they are and what is odd about them.
read-empty = The file is empty. It was not added.
read-no-picture = It calls itself a picture and is none that Witnessmark knows. It was not added: look at it first; under a name of its own kind it can be kept as a document.
read-no-file = It is not a file. It was not added.
read-failed = It could not be read: { $reason }
read-document = It is no picture ({ $format }). The file is kept as it came.
read-unknown-format = file
read-archive-name = Its name leads out of the archive. It was not added.
read-archive-encrypted = It is encrypted in the archive. It was not added: unpack the archive with its password first.
read-archive-bomb = It would unpack to more than 200 times its size. It was not added.
read-archive-size = it is not as long as the archive says
read-too-large = It is larger ({ $megabytes } MB) than one file in a case can be (950 MB). It was not added.

decode-unknown = It is not a picture in a known format.
decode-no-decoder = { $format } is kept as it came, but this version can’t show its pixels.
decode-too-large = { $width } × { $height } pixels are more than can be shown safely.
decode-too-many = { $megapixels } megapixels are more than can be shown safely.
decode-damaged = Its pixels can’t be read ({ $format }: { $reason }). The file is kept as it came.
decode-no-size = it states no size
decode-panicked = its decoder failed
decode-raw-preview = This is the picture that the camera put into its raw file for its own screen. The raw picture itself is in the original.
decode-partly = The pixels are damaged or cut short, so a part of the picture may be missing or wrong: { $reason }

metadata-orientation = The orientation { $value } is not valid and was taken as 1.
metadata-partly = A part of the metadata can’t be read: { $reason }
metadata-date-blank = The date of capture is blank (“{ $value }”).
metadata-date-unreadable = The date of capture can’t be read (“{ $value }”).
metadata-clock-never-set = The time of capture is midnight on 1 January: the camera’s clock was probably never set.
metadata-null-island = The position is 0°, 0°: the camera probably had no fix.
metadata-no-position = There is a GPS directory, but no complete position in it.
metadata-date-without-time = { $origin } gives only the date { $value }: the time of capture is not known.
metadata-no-seconds = The time of capture is recorded without its seconds; they are shown as 00.
metadata-offset-unreadable = The offset from UTC can’t be read (“{ $value }”).
metadata-map-datum = The position is given in the datum “{ $datum }”, not WGS 84: on a map it can be hundreds of metres off.
metadata-gps-void = The receiver had no valid fix when the position was recorded: it may be an older one.
metadata-reduced = The picture shown is a reduced one; the file also holds a larger one, which this version can’t show.
metadata-pages = The file holds several pictures; the first is shown.
metadata-not-read = The metadata of { $format } files can’t be read by this version. They are in the original.

gpx-unreadable = It can’t be read as GPX: { $reason }
gpx-none = It is no GPX file.
gpx-no-points = It has no point with a time.
place-basis = from the track { $track }, { $seconds } s from its nearest point
