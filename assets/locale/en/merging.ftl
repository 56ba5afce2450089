# Merging copies of a case, and what a person decides after it.

cli-merge = Take in another copy of the case that was worked on elsewhere
cli-arg-merge-other = The other copy
cli-arg-merge-dry-run = Say what would come, and change nothing
cli-arg-merge-other-case = Also when it is another case: both become one
cli-merge-refused = { $device }: { $reason }
cli-merge-chain = { $device }: { $entries ->
    [one] one entry
   *[other] { $entries } entries
}
cli-merge-done = Taken in: { $entries ->
    [one] one entry
   *[other] { $entries } entries
} of the history, touching { $records ->
    [one] one record
   *[other] { $records } records
}; { $originals ->
    [one] one original
   *[other] { $originals } originals
}.
cli-merge-would = Would be taken in: { $entries ->
    [one] one entry
   *[other] { $entries } entries
} of the history, touching { $records ->
    [one] one record
   *[other] { $records } records
}; { $originals ->
    [one] one original
   *[other] { $originals } originals
}. Nothing was changed.
cli-merge-conflicts = { $count ->
    [one] One question is for a person to decide
   *[other] { $count } questions are for a person to decide
}: witnessmark conflicts.
cli-merge-awaited = { $count ->
    [one] One original has not come
   *[other] { $count } originals have not come
}: their photos are here, the bytes come with a copy that has them.
cli-conflicts = List what several devices wrote without knowing of each other, for a person to decide
cli-conflicts-none = Nothing is to be decided.
cli-conflict-record = { $kind } “{ $title }” { $id }
cli-conflict-voice = { $person }, { $device }, { $at } (entry { $entry })
cli-conflict-removed = Taken away by
cli-conflict-worked = Worked on by
cli-conflict-with = { $count ->
    [one] One more record was taken away with it.
   *[other] { $count } more records were taken away with it.
}
cli-settle = Decide one of the conflicts
cli-arg-settle-what = The field, or for a record that was taken away whether it stays
cli-arg-settle-number = Which version of the field, as “conflicts” numbers them
cli-settle-none = Nothing is to be decided on “{ $what }” of the record { $id }. See: witnessmark conflicts.
cli-settle-number = Say which version of the field, by its number in “conflicts”.
cli-settle-done = Decided.
package-no-history = { $file } holds no history, and can’t be merged. Nothing was taken in. Ask for a package of the whole case.
package-original-longer = An original in it has more bytes than its photo’s record says.
package-unsound = The package is not sound: nothing was taken in. Ask for it again, or for a copy of the case.
cli-import-package = Take in a package of another copy of the case

command-go-questions = To decide
questions-open = { $count } to decide
questions-count = { $count ->
    [one] One question
   *[other] { $count } questions
}
questions-text = Several people wrote something different here without knowing of each other. What you decide can be undone.
questions-none = Nothing is to be decided
questions-none-text = When another copy of the case is taken in, and two people wrote something different in the same field, or one took away what the other worked on, both are kept and asked about here.
questions-decided = Decided
questions-more = { $count ->
    [one] One more follows as these are decided.
   *[other] { $count } more follow as these are decided.
}
questions-field = What is right: { $fields }?
questions-before = Before: { $value }
questions-before-none = Before: nothing
questions-empty = nothing
questions-shown = Shown until you decide
questions-voice = { $person }, { $device }
questions-take = Take this
questions-take-of = Take the version of { $who }: { $fields }, { $title }
questions-both = Take both
questions-all = Take all
questions-both-of = { $what }: { $fields }, { $title }
questions-edit = Edit the record
questions-edit-text = Writing the field anew decides as well.
questions-go = Go to { $title }
questions-yes = yes
questions-no = no
questions-removal = Is it to be removed?
questions-removal-text = It was removed by one while another worked on it. It is kept until you decide.
questions-removed-by = Removed by
questions-worked-by = Worked on by
questions-with = { $count ->
    [one] One more record was removed with it.
   *[other] { $count } more records were removed with it.
}
questions-keep = Keep
questions-keep-of = Keep { $title }
questions-remove = Remove
questions-remove-of = Remove { $title }

command-take-in-copy = Take in another copy …
shell-path-copy-title = Another copy of this case to take in
merge-job-foresee = Looking at another copy
merge-job = Taking in another copy
merge-passphrase = { $file } is encrypted
merge-passphrase-field = Passphrase of the other copy
merge-look = Look at it
merge-foreseen = What { $file } would bring
merge-nothing = There is nothing in it that this case lacks.
merge-questions = { $count ->
    [one] One question is for a person to decide: “To decide” (Alt+Q).
   *[other] { $count } questions are for a person to decide: “To decide” (Alt+Q).
}
merge-refused = Not taken in of { $device }: { $reason }
merge-no-undo = Taking in can’t be undone. Nothing that was written here is lost by it: what differs is asked.
merge-take-in = Take in
merge-not-now = Not now
merge-stopped = Stopped. What had been taken in stays; the rest comes when the copy is taken in again.
