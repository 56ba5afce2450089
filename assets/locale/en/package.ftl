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
cli-arg-package-with-report = Put a report into it, as pdf or html
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

package-read-none = There is no package at { $file }: neither a folder nor a ZIP archive.
package-read-file = { $file } can’t be read: { $reason }
package-read-too-many = The package has too many files to be read.
package-read-too-long = { $file } is, or has a line that is, too long to be read.
package-fault-name = { $file }: its name is not readable as UTF-8.
package-fault-link = { $file }: it is a link, encrypted, or no plain file. It was not read.
package-fault-duplicate = The archive has two files of the same name, of which programs read one or the other.
package-fault-escape = { $file }: its name leads out of the package. It was not read.
package-fault-bomb = { $file }: it would unpack to far more than it is. It was not read.
package-fault-roots = The archive does not hold one folder with everything in it.
package-fault-reserved = { $file }: Windows keeps this name for a device.
package-fault-no-bag = It is no BagIt package: bagit.txt is not there.
package-fault-declaration = { $file }: it does not say in exactly two lines which version of BagIt and which encoding this is.
package-fault-version = { $file }: BagIt version { $what } is not known.
package-fault-encoding = { $file }: the encoding { $what } is not known.
package-fault-no-payload = The folder data is not there.
package-fault-mark = { $file }: it begins with a byte order mark.
package-fault-text = { $file }: it is no text in { $what }.
package-fault-algorithm = { $file }: { $what } is no algorithm that can be checked.
package-fault-no-manifest = There is no manifest of the payload.
package-fault-unreadable = { $file } can’t be read: { $what }
package-fault-size = { $file }: it has another size than is stated.
package-fault-hash = { $file }: it was changed. It does not have the hash that { $what } states.
package-fault-missing = { $file }: it is missing. { $what } lists it.
package-fault-unlisted = { $file }: it was added. { $what } does not list it.
package-fault-line = { $file }: a line is not of the right form: { $what }
package-fault-oxum = { $file }: it does not state the size of the payload, { $what }, once and rightly.
package-fault-escapes = { $file }: it names a path that leads out of the package: { $what }
package-fault-fetch = { $file }: it would have to be fetched from somewhere, which is not done.
package-fault-other-manifest = { $file }: it lists { $what }, which belongs into the other manifest.
package-fault-lists-itself = { $file }: it lists { $what }, a manifest of its own kind.
package-fault-twice = { $file }: it lists { $what } twice.
package-note-alike = { $file }: two names that some file systems take for one: { $what }
package-fault-signature-missing = { $file }: the signature is missing.
package-fault-signature = { $file }: it is no signature of this package. The package was changed after it was signed, or the signature was made for something else.
package-fault-signer = { $file }: it does not name the key { $what }, which made the signature.
package-fault-other-signer = { $file }: another key made the signature: { $what }
package-note-unsigned = The package bears no signature: that nobody exchanged all of it can’t be shown by its files alone.
package-fault-foreign = { $file }: it does not belong into a package.
package-fault-json = { $file }: it can’t be understood: { $what }
package-fault-newer = { $file }: form { $what } is of a newer version of the program. Use that version.
package-fault-chain-twice = { $file }: it lists a chain twice.
package-fault-chain-missing = { $file }: the chain of the device { $what } is missing or lies under another name.
package-fault-entry-unreadable = { $file }: an entry of the history can’t be understood, line { $what }
package-fault-entry-changed = { $file }: the entry of line { $what } was changed. It does not have its hash.
package-fault-chain-broken = { $file }: the entry of line { $what } does not follow from the one before. Entries were taken out, added or exchanged.
package-fault-numbers = { $file }: the entries are not numbered one after the other.
package-fault-other-case = { $file }: the first entry is of another case.
package-fault-chain-cut = { $file }: the chain does not end with the entry that is stated. It was cut or lengthened.
package-fault-head-signature = { $file }: the signature of the history does not fit its chain.
package-fault-record-missing = { $file }: the record { $what } is missing. The history has it.
package-fault-places = { $file }: it does not say the places that the records say.
package-fault-part-missing = { $file }: it is missing, and every package has it.
package-fault-table = { $file }: its columns are not the fields of the records.
package-fault-record = { $file }: a record can’t be understood, line { $what }
package-fault-record-twice = { $file }: the record { $what } is there twice.
package-fault-table-differs = { $file }: the table does not say what { $what } says.
package-fault-record-added = { $file }: the record { $what } was added. The history does not have it.
package-fault-record-differs = { $file }: the record { $what } was changed. It is not what the history makes of it.
package-fault-not-ours = It is a bag, but no package of Witnessmark.
package-fault-facts = { $file }: what it says of the package does not fit what is in it.
package-fault-original = { $file }: it does not have the bytes that its name says.
package-fault-original-twice = { $file }: the same original is there under another name too.
package-fault-original-missing = { $file }: the original of the photo { $what } is missing.
package-fault-size-of-record = { $file }: the record of the photo states another size, { $what } bytes.
package-fault-original-added = { $file }: no photo of the package has this original.
package-fault-signature-file = { $file }: it is not what the record of the signature says.
package-fault-dictionary = { $file }: it is not what this version of the program writes there.
package-note-no-history = The package has no history: records could not be compared with it, and it can’t be merged.
package-note-other-version = The package was written by “{ $what }”: what its dictionary and schemas say was not compared.

cli-package-check = Check a package: every file, hash, chain, record and signature
cli-arg-package-path = The package: a folder or a ZIP archive
cli-arg-package-signed-by = It must be signed by the key with this fingerprint (SHA256:…), as the sender told it
cli-package-signer = Signed by the key { $fingerprint }. Whose it is the files can’t say: compare it with what the sender tells you.
cli-package-sound = Sound: { $files } files, { $originals } originals, { $records } records, { $entries } entries of the history.
cli-package-faults = { $count ->
    [one] 1 fault was found.
   *[other] { $count } faults were found.
}
