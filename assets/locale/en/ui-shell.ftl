# Messages of the window's shell: start screen, header, jobs, inspector.
start-subtitle = Document weapon remnants from photos. Everything stays in one file on this laptop.
start-new = New case
start-title = Title
start-title-hint = Kyiv region, August 2024
start-file = File
start-file-hint = kyiv.witness
start-file-needed = Say in which file the case shall be kept.
start-create = Create the case
start-choose = Choose the folder…
start-demonstration = Demonstration case
start-demonstration-text = The finding that this program grew from: the mark 113 on two jet vane actuators. Its pictures are drawings, and say so.
start-recent = Recent cases
start-no-recent = Cases that you open appear here.
start-forget = Forget { $name }
start-opening = Opening the case…

shell-window-title = { $case } · Witnessmark
shell-search = Search
shell-undo = Undo: { $what }
shell-redo = Redo: { $what }
shell-nothing-to-undo = Nothing to undo
shell-nothing-to-redo = Nothing to redo
shell-undone = Taken back: { $what }
shell-redone = Done again: { $what }
shell-refused = It was not done.
shell-drop = Drop photos or folders to import them
shell-step-many = { $what } ({ $count })
shell-no-dialog = No file dialog can be opened on this system. Install “zenity” or a desktop portal, or type the path.
shell-path-title = Path
shell-path-open = Open
shell-path-import = Import
shell-path-hint = /home/me/photos
shell-path-cancel = Cancel
shell-path-open-title = Open a case by its path
shell-path-watch = Watch
shell-path-watch-title = Watch a folder by its path
shell-path-track-title = Open a GPX track by its path
shell-path-import-title = Import a file or folder by its path
shell-panic = Something unexpected went wrong. What was saved is safe.
shell-settings-person = Your name
shell-settings-person-hint = As it shall stand in the history
shell-settings-lock = Lock an encrypted case after
shell-settings-minutes = minutes
shell-settings-lock-text = Without a key or a click for so long, it asks for its passphrase again. 0 is never.
shell-settings-language = Language
shell-settings-text = It goes into every entry of the history from now on.

inspector-empty = Nothing selected
inspector-empty-text = Select a record to see and edit it here.

job-import = Import
job-watch = Watching “{ $folder }”
job-verify = Verify
job-import-done = { $added ->
    [one] { $added } photo added
   *[other] { $added } photos added
}
job-import-known = { $known ->
    [one] { $known } was known already
   *[other] { $known } were known already
}
job-import-refused = { $refused ->
    [one] { $refused } file was refused
   *[other] { $refused } files were refused
}
job-import-cancelled = Stopped. What was added stays.
job-rules = Trying rules of reading
shell-path-table-title = Type the path of a table (CSV or TSV)
shell-path-terms-in-title = Type the path of the table of terms (CSV)
shell-path-terms-out-title = Type the path of the table to write (CSV)
shell-path-rules-title = Type the path of a file of rules (TOML)
job-codes = Looking for bar codes
job-codes-found = Found
job-codes-done = { $found ->
    [0] No new bar code was found
    [one] One new bar code was found
   *[other] { $found } new bar codes were found
} on { $photos ->
    [one] one photo
   *[other] { $photos } photos
}{ $known ->
    [0] .
   *[other] ; { $known } were known already.
}
job-import-detail = { $file }: { $reason }
job-report-close = Close
job-report-known = Known already
job-report-refused = Refused
job-verify-sound = The case is sound: { $originals } originals and { $entries } history entries verified.
job-verify-problems = { $count ->
    [one] { $count } problem was found.
   *[other] { $count } problems were found.
}
job-verify-cancelled = Stopped before the end.
paste-name = pasted { $time }.png
paste-note = Pasted from the clipboard: pixels only, without a camera’s file.

picture-none = No preview

window-no-display = There is no screen to open a window on (DISPLAY is not set). Start it from a desktop, or under “xvfb-run”, or use a command that needs no window: witnessmark --help
window-failed = The window could not be opened: { $reason }. A graphics driver with OpenGL 2.1 or newer is needed (on Debian: libgl1, libegl1, libgl1-mesa-dri).
tour-not-written = { $file } was not written: { $reason }

# Encryption, recovery, the past.
start-encrypt = Encrypt it with a passphrase
start-passphrase = Passphrase
start-passphrase-text = Several words are better than one. Without it nobody can open the case, you neither: keep it safe.
start-passphrase-needed = Type the passphrase.
start-locked = “{ $name }” is encrypted
start-unlock = Open
start-recover = Save what is intact into a new case
start-recovering = Saving what is intact…
start-restoring = Restoring the records…
start-encrypting = Writing the case under its new passphrase…
start-restore = Backups of records
start-restore-text = If a case is lost or damaged: its records as they were then, as a new case. The photos are taken from the old file, or imported again.
start-restore-name = Restore “{ $case }” as a new case
recover-name = recovered
recover-title = What was intact is saved in { $file }
restore-name = restored
ask-passphrase = Passphrase of this case
ask-passphrase-text = The case is written anew under it, which takes a while and the space of a second copy. Without the passphrase nobody can open it, you neither.
ask-passphrase-first = New passphrase
ask-passphrase-again = The same again
ask-passphrase-set = Encrypt
ask-passphrase-remove = Take the encryption away
ask-passphrase-differ = The two are not the same.
ask-passphrase-empty = Type a passphrase.
ask-as-of = The case as it was
ask-as-of-text = All views then show the records as they were at the end of that day. Nothing is changed.
ask-as-of-day = Day
ask-as-of-hint = 2024-08-18
ask-as-of-show = Show
ask-as-of-wrong = Type a day, such as 2024-08-18.
banner-read = Close this notice
banner-past = As the case was on { $when }. Nothing can be changed here.
banner-damaged = A part of this case’s file can’t be read. What is shown is intact; save it into a new case.
backup-failed = The records could not be backed up.
job-past = The case as it was
shell-signed = The history is signed with the key { $fingerprint }.
command-recover = Save what is intact into a new case
command-sign-history = Sign the history
command-passphrase = Passphrase…
command-lock-case = Lock the case
command-as-of = Show the case as of a day…
command-back-to-now = Back to now
command-history-of-item = What was done to what is selected
