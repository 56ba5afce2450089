# Messages of basemap: maps from files of the user's.

# Why a file, or a tile in it, can't be read.
basemap-refused = { $file }: { $reason }
basemap-missing = the file is not there. Was it moved, or is the stick or disk that it is on not plugged in?
basemap-unreadable = the file can't be read: { $reason }
basemap-foreign = this is neither an MBTiles nor a PMTiles file.
basemap-version = this is PMTiles of version { $version }; version 3 can be read.
basemap-cut = the file ends too early: it was not copied or downloaded as a whole.
basemap-damaged = the file is damaged: { $part } makes no sense.
basemap-empty = there are no tiles in the file.
basemap-compression = its tiles are packed by “{ $name }”, which can't be unpacked. Tiles packed by gzip, and unpacked ones, can be read.
basemap-kind = its tiles are of the kind “{ $name }”, which can't be shown. PNG, JPEG, WebP and vector tiles (MVT) can.
basemap-too-large = a part of the file is larger than is sensible for a map.
basemap-slow = it takes too long to find a tile: the table of tiles has no index.
basemap-database = the database in the file can't be read: { $reason }
basemap-picture = a tile is no picture that can be read.

# On the map.
basemap-button = Base maps
basemap-title = Base maps
basemap-about = Maps from files on this laptop (MBTiles, PMTiles), over the outlines that come with the program. They are remembered on this laptop, not in the case.
basemap-none = None yet. Choose a file, or drop it onto the map.
basemap-drop = Drop the file to show it on the map
basemap-show = Show { $name }
basemap-opacity = Opacity of { $name }
basemap-opacity-short = Opacity
basemap-percent = { $percent } %
basemap-go = Go to { $name }
basemap-remove = Remove { $name } from the list
basemap-opening = The file is being opened.
basemap-facts-raster = Pictures, zoom { $least } to { $most }
basemap-facts-vector = Vectors, zoom { $least } to { $most }
basemap-no-attribution = The file doesn't say who made it.
basemap-tiles-damaged = { $count ->
    [one] { $count } tile could not be read: { $reason }
   *[other] { $count } tiles could not be read: { $reason }
}
basemap-shown = Base map: { $name }
basemap-shown-by = Base map: { $name } · { $attribution }
basemap-nearer = Base map: { $name } · shown when nearer
basemap-outlines = Outlines: { $sources }
basemap-not-shown = { $name } is not shown
basemap-no-place-told = The file doesn't say what it covers.
basemap-not-open = it is not open
command-add-base-map = Add a base map
shell-path-base-map-title = Which file of tiles? MBTiles and PMTiles can be read.
