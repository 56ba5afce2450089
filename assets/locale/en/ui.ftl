# Messages of ui: commands, keys and the small widgets that every view uses.

# Groups of commands.
command-group-case = Case
command-group-edit = Edit
command-group-go = Go to
command-group-photo = Photo
command-group-window = Window

# Commands. Each is also the accessible name of its button, so no two may be alike.
command-new-case = New case
command-open-case = Open case
command-close-case = Close case
command-open-demonstration = Open the demonstration case
command-import-files = Import photos
command-import-folder = Import a folder
command-export = Export
command-verify = Verify the case
command-quit = Quit
command-undo = Undo
command-redo = Redo
command-new-strike = New strike
command-new-weapon = New weapon
command-new-component = New component
command-edit-item = Edit
command-add-tag = Add a tag
command-remove-item = Remove
command-paste = Paste a picture
command-go-photos = Photos
command-go-markings = Markings
command-go-components = Components
command-go-weapons = Weapons
command-go-strikes = Strikes
command-go-calendar = Calendar
command-go-history = History
command-next-item = Next record
command-previous-item = Previous record
command-next-photo = Next photo
command-previous-photo = Previous photo
command-find = Find in this view
command-palette = Find any record or command
command-draw-region = Mark a region
command-zoom-in = Zoom in
command-zoom-out = Zoom out
command-zoom-fit = Fit the whole photo
command-zoom-actual-size = Actual size
command-rotate-left = Rotate left
command-rotate-right = Rotate right
command-theme-light = Light theme
command-theme-dark = Dark theme
command-theme-high-contrast = High-contrast theme for sunlight
command-toggle-inspector = Show or hide the inspector
command-show-keys = Show the keys
command-settings = Settings

# Names of keys.
key-ctrl = Ctrl
key-alt = Alt
key-shift = Shift
key-up = Up
key-down = Down
key-left = Left
key-right = Right
key-delete = Delete
key-enter = Enter
key-escape = Esc

# Widgets.
widget-disabled = { $name }: { $reason }
widget-copy = Copy
widget-latin-echo = In Latin digits: { $digits }
widget-rail-badge = { $name }, { $count }
widget-remove-tag = Remove tag { $tag }
widget-tag-new = New tag “{ $tag }”
widget-tag-hint = Add a tag
widget-dismiss = Dismiss: { $message }
widget-toast-undo = Undo
widget-job-cancel = Cancel: { $job }
widget-job-count = { $done } of { $total }
widget-job-bytes = { $done } of { $total }
widget-job-cancelling = Stopping …
widget-palette = Find any record or command
widget-palette-hint = Type a name, a mark or a command
widget-palette-nothing = Nothing is called “{ $query }”.
widget-palette-keys = Up and Down choose, Enter opens, Esc closes
widget-keys-title = Keys
widget-keys-close = Close the keys
widget-sort-by = Sort by { $column }
widget-sorted-up = { $column }, sorted upwards
widget-sorted-down = { $column }, sorted downwards
widget-grade = Grade { $grade }
widget-section-open = Show { $title }
widget-section-close = Hide { $title }
