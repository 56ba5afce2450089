# Handing over: a report or a package made from the window.
command-hand-over = Hand over …
command-take-in-package = Take in a package folder …
shell-copies = Cases and packages
shell-path-take = Take
handover-title = Hand over
handover-close = Close
handover-what = What
handover-whole = The whole case
handover-selected = { $count ->
    [one] What is selected: { $count } record
   *[other] What is selected: { $count } records
}
handover-select-hint = To hand over a part, select strikes, weapons, components, markings or photos first.
handover-form = Form
handover-report-pdf = Report, PDF
handover-report-html = Report, HTML
handover-package-folder = Package, folder
handover-package-zip = Package, ZIP
handover-language = Language of the report
handover-size = Paper
handover-a4 = A4 (international)
handover-letter = Letter (US)
handover-history = With the history of the case
handover-sign = Signed with
handover-sign-device = The key of this laptop
handover-sign-file = A key file
handover-sign-nobody = No key
handover-key = File with an OpenSSH private key
handover-choose-key = Choose the key file …
handover-key-title = A file with an OpenSSH private key
handover-passphrase = Passphrase of the key, if it has one
handover-no-key = Choose the file of the key, or another way to sign.
handover-place = Where to
handover-choose-place = Choose the place …
handover-place-title = Where to? Nothing that exists is replaced.
handover-no-place = Say where it is to go.
handover-no-folder = This folder is not there, or can’t be looked into. Choose another place.
handover-unfinished = An unfinished package of this case is there. It is gone on with: originals that are whole are kept.
handover-unfinished-zip = An unfinished package is there. It is written anew.
handover-go = Hand over
handover-looking = The place is being looked at.
handover-busy = Something is being handed over. Wait until that is done.
handover-past = Only the case as it is can be handed over. Go back to now first.
handover-missing = { $count ->
    [one] The case lacks the original of { $count } photo, so no package with it can be whole. Import the file again, or select records without it.
   *[other] The case lacks the originals of { $count } photos, so no package with them can be whole. Import the files again, or select records without them.
}

handover-inside = What would be in it
handover-counting = Being counted …
handover-nothing = No strike, weapon, component, marking or photo
handover-hangs-on = and everything that hangs on it
handover-originals = { $count ->
    [0] No original; about { $size }
    [one] { $count } original with all metadata; about { $size } together
   *[other] { $count } originals with all metadata; about { $size } together
}
handover-entries = { $count ->
    [one] The history: { $count } entry, with who wrote it and when
   *[other] The history: { $count } entries, with who wrote them and when
}
handover-outside = What would not be in it
handover-all-in = Of records, originals and history nothing is left out.
handover-report-without = The originals: photos are shown at 2048 pixels at most, with the SHA-256 of the original. The history, but for its last entries’ hashes.
handover-left-out = { $count ->
    [one] { $count } other record of these kinds
   *[other] { $count } other records of these kinds
}
handover-selection-without = Albums, checklists, rules of reading, and terms that nothing selected bears
handover-without-history = The history: the package can’t be merged into another copy, and its chains can’t be checked.
handover-undecided = { $count ->
    [one] { $count } record in it waits for a decision between versions of several people. What is shown until then goes out.
   *[other] { $count } records in it wait for a decision between versions of several people. What is shown until then goes out.
}
handover-undecided-case = { $count ->
    [one] { $count } record of the case waits for a decision between versions of several people. The report says so.
   *[other] { $count } records of the case wait for a decision between versions of several people. The report says so.
}
handover-history-tells = The history holds the text of every record of the case, also of those that are not selected and of deleted ones.
handover-uncovered = Photos go out as they came, uncovered, with place and time where the file has them. Redactions count for publication copies only.
handover-uncovered-report = Photos are shown uncovered, and places as exactly as they are recorded. Redactions count for publication copies only.

handover-job-report = Writing a report
handover-job-package = Making a package
handover-report-done = The report is written
handover-report-holds = { $markings ->
    [one] { $markings } marking
   *[other] { $markings } markings
}, { $photos ->
    [one] { $photos } photo
   *[other] { $photos } photos
}, { $size }
handover-pages = { $count ->
    [one] { $count } page
   *[other] { $count } pages
}
handover-package-sound = The package is made, was checked, and is sound
handover-package-unsound = The package is not sound: do not hand it over
handover-package-unchecked = The package is made, but its check was stopped
handover-package-unread = The package is made, but could not be read back
handover-stopped = Stopped
handover-refused = Nothing was handed over
handover-open-folder = Open its folder
handover-go-on = Go on
handover-once-more = Once more
handover-choose-again = Choose again
handover-not-opened = The folder { $folder } can’t be opened from here: { $reason }
merge-unsound = { $count ->
    [one] { $file } is not sound: { $count } fault. Nothing was taken in. Ask for it again, or for a copy of the case.
   *[other] { $file } is not sound: { $count } faults. Nothing was taken in. Ask for it again, or for a copy of the case.
}
