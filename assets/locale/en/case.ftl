# Messages of the case file.
case-error-exists = { $file } exists already. Nothing was written. Choose another name, or open it.
case-error-missing = { $file } was not found. Check the path, or that the stick or folder is there.
case-error-not-a-case = { $file } is not a Witnessmark case. It was not changed.
case-error-newer = { $file } was written by a newer version of Witnessmark (format { $version }). It can be read, but not changed, with this one.
case-error-read-only = This case is open for reading only. Nothing was changed. Save a copy where you may write, and open that.
case-error-no-record = There is no { $kind } { $id } in this case. It may have been removed.
case-error-record-exists = The { $kind } { $id } is in the case already. Nothing was changed.
case-error-field = The { $kind } was not changed: { $reason }
case-error-known = The same bytes are in the case already, as “{ $name }”. Nothing was added.
case-error-read-back = The original { $sha256 } could not be read back as it was written, so it was not added. The disk may be failing: copy the case elsewhere and try again.
case-error-changed-since = It can’t be taken back: the { $kind } was changed since.
case-error-history = Entry { $seq } of the history can’t be read: { $reason }. Run “verify” to see what is affected.
case-error-io = { $file }: { $reason }
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
action-remove-tag = remove tag
action-draw-region = draw region
action-transcribe = transcribe
action-accept-reading = accept reading
action-reject-reading = reject reading
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
verify-original-unreadable = Some originals can’t be read: { $what }

assembly-to-use = Counted from that day: { $use }.
