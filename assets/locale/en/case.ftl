# Messages of the case file.
case-error-exists = { $file } exists already. Nothing was written. Choose another name, or open it.
case-error-missing = { $file } was not found. Check the path, or that the stick or folder is there.
case-error-not-a-case = { $file } is not a Witnessmark case. It was not changed.
case-error-newer = { $file } was written by a newer version of Witnessmark (format { $version }). It can be read, but not changed, with this one.
case-error-read-only = This case is open for reading only. Nothing was changed. Save a copy where you may write, and open that.
case-error-read-only-file = { $file } may be read but not written. Save a copy where you may write, and open that.
case-error-read-only-folder = Nothing can be written in the folder of { $file } (a write-protected stick or disc, or no permission). Copy the case to a folder of your own to change it.
case-error-in-use = { $person } has { $file } open on “{ $device }” since { $since }. It opens for reading only; what is saved there shows here. To change it, close it there first.
case-error-in-use-unknown = Another program has { $file } open for writing. It opens for reading only. To change it, close it there first.
case-error-locked = { $file } is encrypted. Its passphrase is needed.
case-error-wrong-passphrase = The passphrase does not open { $file }. Check capital letters and the keyboard’s language. Nothing was changed.
case-error-no-encryption = This build of Witnessmark has no encryption. Use one that has.
case-error-damaged = { $file } is damaged: { $reason } It was not changed. “Recover” saves everything intact into a new case.
case-error-damaged-page = A part of the case file is damaged: { $reason }. “Verify” says what is affected; “Recover” saves everything intact into a new case.
case-error-schema = { $file } was not opened: { $what } Someone or something changed the file by other means. “Recover” saves its records and originals into a new case.
case-error-unreachable = The case file can’t be reached: { $reason }. What was saved before is safe; this was not saved. Check that the stick, disk or network folder is there, and do it again.
case-error-busy = Another program is writing to the case just now. Nothing was changed. Do it again in a moment.
case-error-permission = There is no permission to use { $file }. Ask whoever keeps it, or copy it to a folder of your own.
case-error-signing = It was not signed: { $reason }
case-error-cancelled = Stopped, as you asked. The case is as it was before.
case-error-nothing-intact = Nothing in { $file } can be recovered: no record and no original is intact. If there is a backup of its records, restore that.
case-error-other-history = The backup { $file } holds another history than the case. It was left as it is.
case-error-no-record = There is no { $kind } { $id } in this case. It may have been removed.
case-error-record-exists = The { $kind } { $id } is in the case already. Nothing was changed.
case-error-field = The { $kind } was not changed: { $reason }
case-error-known = The same bytes are in the case already, as “{ $name }”. Nothing was added.
case-error-read-back = The original { $sha256 } could not be read back as it was written, so it was not added. The disk may be failing: copy the case elsewhere and try again.
case-error-changed-since = It can’t be taken back: the { $kind } was changed since.
case-error-history = Entry { $seq } of the history can’t be read: { $reason }. Run “verify” to see what is affected.
case-error-io = { $file }: { $reason }
case-error-original-changed = The original { $sha256 } no longer has its SHA-256, so it was not written. Run “verify”.
case-error-closed = The case was closed before this could be done. Open it and do it again.
case-error-disk-full = The disk is full. What was saved before is safe; this change was not saved. Free some space and try again.
case-error-sqlite = The case file refused it: { $reason }. What was saved before is safe.

case-reason-required = Give a reason: a decision without one can’t be defended later.
case-region-empty = A region must be at least one pixel wide and high.
case-region-outside = The region lies outside the photo.
case-tag-name = A tag needs a name.
case-subject-kind = A photo can show a strike, a weapon or a component.
case-weapon-contains-itself = A component can’t contain itself.
case-fixed-field = { $field } can’t be changed.
case-quantity = The quantity must be 1 or more.
case-rating = A rating is 1 to 5.
case-clock-shift = A clock is corrected by at most a hundred years.
case-clock-offset = An offset from UTC is written as +03:00.
case-measurement-empty = The two ends of a line must be apart.
case-measurement-length = A length in millimetres must be more than 0.
case-album-title = An album needs a name.
search-regex = This is no regular expression: { $reason }
case-symbol-name = A symbol needs a name without < > [ ] {"{"} {"}"} | @ \, and no other symbol may have the same.
case-symbol-empty = Nothing is drawn. Draw the symbol in the square, then keep it.
case-rules-name = A file of rules needs a name, and no other in this case may have the same.
case-checklist-name = Another checklist for this kind of record has this name.
case-publication-empty = A publication has at least one copy.
case-adjudicate-why = Say why you decide so: the other readings are kept, and this reason beside them.
case-view-range = { $field } of a view is out of its range.

schema-added = “{ $name }” is in the file, and a case has no such table, trigger or view.
schema-changed = the definition of “{ $name }” is not the one of a case.
schema-missing = “{ $name }” is missing from the file.
key-first-page = the first page can’t be read, although the passphrase is right.

encrypt-copy-differs = the copy under the new passphrase is not like the case ({ $found }).

sign-no-entries = this device has made no entry in the history yet.
sign-other-statement = the signature is for another statement or of another key.
backup-entry-changed = it was changed after it was written.

# What a person should know of an opening.
notice-after-crash = The program had ended without closing this case. Everything that was saved is here; a change that was not finished was taken back as a whole.
notice-after-crash-doing = The program had ended without closing this case, during: { $doing }. Everything that was saved is here. Do it again: what is in the case already is not added twice.
notice-migrated = This case was of an older version ({ $from }) and was brought up to date. A copy as it was before: { $copy }
notice-unfinished-encryption = A change of the passphrase was cut short. The case is as it was before; nothing is lost. Do it again if you still want it.
notice-clock-behind = This laptop’s clock is { $span } behind the newest entry of this case. The order of the history does not depend on clocks, but check the date and time before you go on.
notice-network-folder = This case lies in a network folder: saving is slower there, and one person at a time can change it.
span-minutes = { $count } { $count ->
    [one] minute
   *[other] minutes
}
span-hours = { $count } { $count ->
    [one] hour
   *[other] hours
}
span-days = { $count } { $count ->
    [one] day
   *[other] days
}

# What was done, for the history and for “Undo …”.
action-create-case = create the case
action-create-strike = new strike
action-create-weapon = new weapon
action-create-component = new component
action-create-tag = new tag
action-create = new record
action-edit = edit
action-remove = remove
action-add-photo = add photo
action-link-photos = link photos
action-unlink-photos = unlink photos
action-add-tag = add tag
action-add-term = new term
action-merge-terms = merge two terms
action-merge = Took in what others wrote
action-settle = Decided between versions
case-tag-taken = “{ $name }” is in the list already. Merge the two if they are one.
case-tag-colour = A colour is written as # and six hexadecimal digits.
case-term-fixed = This list of terms is fixed: its terms can be called otherwise, not added to, hidden or merged.
case-term-bundled = What the program stores for this term is fixed. Change its labels instead.
case-merge-same = “{ $term }” can’t be merged with itself.
case-merge-unknown = No list and no record has “{ $term }”.
case-merge-other = “{ $term }” is another name of “{ $other }”: merge into that.
case-merge-done = “{ $from }” is merged into “{ $into }” already: nothing was changed.
case-no-report-days = This case is of an older version and could only be opened for reading: reports on days of their own can be shown once it was opened for writing.
action-remove-tag = remove tag
action-draw-region = draw region
action-measure = measure
action-draw-symbol = draw symbol
action-add-rules = add rules of reading
action-create-checklist = add a checklist
action-redact = redact
action-publish = publish copies
action-transcribe = transcribe
action-adjudicate = decide between readers
action-decode = decode a bar code
action-accept-reading = accept reading
action-reject-reading = reject reading
action-hand-over = hand over
action-sign = sign the history
action-import-photos = import photos
action-create-album = keep an album
action-recover = recover from a damaged file
action-undo = undo
action-redo = redo

# What verify finds wrong.
verify-page = The file itself is damaged: { $what }
verify-entry-changed = Entry { $what } of the history was changed after it was written.
verify-entry-missing = Before entry { $what } of the history, entries are missing.
verify-chain-broken = Entry { $what } of the history does not follow from the entry before it.
verify-entry-unreadable = Entry { $what } of the history can’t be carried out again.
verify-history-cut = The history of device { $what } was cut: its newest entries are missing or not the ones that were written.
verify-row-added = The { $what } is not in the history: it was put into the file by other means.
verify-row-changed = The { $what } is not as the history says: it was changed by other means.
verify-row-missing = The { $what } is in the history but was taken out of the file by other means.
verify-original-changed = The original { $what } was changed: its bytes no longer have this SHA-256.
verify-original-missing = The original { $what } is missing from the file.
verify-original-added = The original { $what } is not in the history: it was put into the file by other means.
verify-preview = A preview of the original { $what } is damaged or missing. The original is not concerned.
verify-metadata = The metadata read from the original { $what } is damaged or missing. The original is not concerned.
verify-search-index = The index of the search is damaged: a search may miss records ({ $what }). The records themselves are not concerned; “Recover” makes a case with a new index.
verify-newer = The file was written by a newer version of Witnessmark (format { $what }). Verify it with that one.
verify-device-name = The name of the device { $what } was changed by other means.
verify-signature = The signature { $what } does not fit the history.
verify-original-unreadable = Some originals can’t be read: { $what }

assembly-to-use = Counted from that day: { $use }.

# What is missing of a weapon: each sentence is about a record that is named beside it.
coverage-no-strike = It belongs to no strike: nothing says when it was used.
coverage-no-origin = No evidence for its country of origin: its marks are read without one.
coverage-no-component = It has no component: nothing of it is documented.
coverage-no-photo = No photo shows it. Drawings do not count.
coverage-one-photo = One photo shows it, which can’t be every side.
coverage-no-scale = No photo of it has a scale: set one on something of known length.
coverage-unseen = It is outlined in no photo. Drawings do not count.
coverage-not-close = It is not seen close: no photo has { $pixels } pixels for a character of it.
coverage-not-wide = It is seen close only: in no photo is it outlined so that one sees where on the piece it is.
coverage-no-marks = It bears no mark. Who has looked and found none tags it “{ $tag }”.
coverage-no-marks-tag = no marks
coverage-untranscribed = Nobody has transcribed it.
coverage-read-once = One person alone has read it.
coverage-disagreeing = Two people read it differently, and nobody has decided.
coverage-unopened = Nobody has opened it, as far as is noted.
coverage-pixels = { $pixels } pixels
coverage-mark-on = { $mark } on { $component }
coverage-a-mark-on = A mark on { $component }
coverage-line = { $name }: { $sentence }

merge-other-case = “{ $source }” is of another case. Nothing was taken in. If both are to become one: witnessmark merge --other-case.
merge-not-awaited = No photo waits for the original { $sha256 }: nothing was changed.
merge-settled = This is decided already: nothing was changed.
merge-entry-changed = Entry { $entry } does not bear the hash of its words: it was changed after it was written. Nothing from it on was taken in; get this chain from another copy.
merge-forked = Entry { $entry } is another than the one with this number here: two copies of the case were worked on under one device’s name. Nothing of this chain was taken in; both copies are as they were.
merge-gap = Entry { $entry } does not follow what is here: entries before it are missing. Nothing from it on was taken in; get a copy that has them.
merge-chain-broken = Entry { $entry } does not follow the one before it: the chain was changed. Nothing of what is new in it was taken in.
merge-not-understood = Entry { $entry } can’t be understood: it comes from a newer version of the program, or is damaged. Nothing of what is new in this chain was taken in.
merge-other-head = Entry { $entry } was written in knowledge of other entries of the device { $device } than those here. Nothing from it on was taken in.
merge-lacks-others = It was written in knowledge of entries of other devices that did not come with it. Nothing from it on was taken in; take in a copy that has them.
