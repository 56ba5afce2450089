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
