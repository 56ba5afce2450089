# Packages: a case, or some records of it, for others.
package-error-file = { $file } can’t be read or written: { $reason }. What was written so far stays; export to the same place to go on.
package-error-exists = There is something at { $file } already, and it is not touched. Give another name.
package-error-foreign = { $file } is no part of an unfinished package of this case, and is not touched. Move it away or give another name.
package-error-space = There is too little room: about { $needed } MB are needed and { $free } MB are free. Nothing was written.
package-error-missing = The original of the photo { $photo } is not in the case, so no package of it can be whole. Import the file again, or choose records without it.
package-error-empty = This case has no history yet, so there is nothing to hand over.
package-error-name = “{ $name }” can’t be the name of a file on every system. Use letters, digits, points, hyphens and underscores.
package-error-cancelled = The export was stopped. What was written is in { $file }; export to the same place to go on.

cli-package = Write a package (BagIt) of a case, which anyone can check
cli-arg-package-out = The folder or archive to make; nothing that exists is touched
cli-arg-package-zip = One ZIP archive, not a folder
cli-arg-package-of = Only these records with what belongs to them: strike, weapon, component, marking or photo, and ids
cli-arg-package-without-history = Leave the history out: then it can’t be merged, and the chains can’t be checked
cli-arg-package-with-history = With the whole history, which holds the text of all records, also of those that are not chosen
cli-arg-package-sign = Sign it
cli-package-kind = “{ $word }” can’t be chosen. It is strike, weapon, component, marking or photo, and then ids.
cli-package-done = { $file }: { $originals ->
    [one] 1 original
   *[other] { $originals } originals
}, { $records ->
    [one] 1 record
   *[other] { $records } records
}, { $entries ->
    [one] 1 entry of the history
   *[other] { $entries } entries of the history
}.
cli-package-kept = { $count ->
    [one] 1 original was there already, from an export that was cut short.
   *[other] { $count } originals were there already, from an export that was cut short.
}
cli-package-no-history = The history is not in it: its chains can’t be checked, and it can’t be merged into a case.
cli-package-signed = Signed with the key { $fingerprint }. Tell it to whoever gets the package by another way.
