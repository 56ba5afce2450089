# A team's store: a folder or a bucket through which laptops bring copies of a case together.

team-source = team store { $name }
team-store-failed = The team's store { $store } can't be used: { $reason }. What came or went until then stays; do it again to go on.
team-place-missing = Name the team's store: a folder, or s3://BUCKET/PREFIX.
team-place-unknown = { $store } is neither a folder nor s3://BUCKET/PREFIX.
team-bucket-wrong = { $store } does not name a bucket: write s3://BUCKET or s3://BUCKET/PREFIX, without credentials; those are kept by “witnessmark team credentials”.
team-credentials-needed = A bucket wants credentials: keep them once with “witnessmark team credentials STORE”, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.
team-there-already = { $store } is a team's store already. Nothing was changed there; join it, or name another place.
team-none-there = There is no team's store at { $store }. Is the stick plugged in, the name right? “witnessmark team init” makes one.
team-head-unreadable = The object witnessmark-team.json of the store is damaged: nothing was read or written. Ask whoever founded the store for it.
team-newer = It was written by a newer version of Witnessmark. Nothing of it was taken; update the program here.
team-other-case = This store is of another case. Nothing was read or written.
team-key-needed = The store is sealed for { $recipient }, and its key is not on this laptop. Ask a colleague for the key's file and name it with --key-file.
team-key-other = This key is another store's: it does not open this one. Nothing was read or written.
team-key-unreadable = There is no key in it: a line that begins with AGE-SECRET-KEY-1 was expected.
team-keyring-failed = The keyring of this system can't be used ({ $reason }). The secret was not kept: name it again each time, --key-file for a store's key, the environment for credentials.
team-sealing-failed = It could not be sealed: { $reason }. Nothing was sent.
team-signing-failed = The log could not be signed: { $reason }. Nothing was written to it.
team-memory-failed = What this laptop remembers of the store could not be kept in { $file }: { $reason }. The store itself is in order; the next time it is read anew.
team-object-too-large = { $object } has more than { $most } bytes, which no such object has. It was not read.
team-object-gone = It is not there any more. Nothing of it was taken.
team-object-changed = Its bytes are not those that its name tells. Nothing of it was taken; whoever wrote it has it, and “witnessmark team push --check” brings it again.
team-object-sealed-otherwise = It does not open with the team's key, or was changed. Nothing of it was taken.
team-original-gone = The original is not there, although a laptop put it there. Whoever has it brings it again with “witnessmark team push --check”.
team-original-changed = The original's bytes are not those that its name tells. It was not taken. Delete this object from the store; whoever has the original brings it again with “witnessmark team push --check”.
team-segment-unreadable = This part of the log can't be read. Nothing of it was taken.
team-segment-signature = The signature of this part of the log does not fit what it says. Nothing of it was taken.
team-segment-elsewhere = This part of the log was written for another place: another store, laptop or number. Nothing of it was taken.
team-segment-unlinked = This part of the log does not follow the one before it. Nothing of it was taken.
team-segment-twice = There are two parts of the log with this number. The one that came first was taken, this one was not: is one laptop a copy of another?
team-segments-missing = Parts { $from } to { $until } of this laptop's log are missing: they have not come yet, or were taken away. What follows was taken as far as it holds without them.
team-segments-gone = Parts { $numbers } of this laptop's log are not in the store any more. What this case has of them is brought again.
team-log-shorter = Part { $number } of this laptop's log was there and is not any more: somebody took it away or put an older state in its place. Nothing here is lost; “witnessmark team push --check” brings again what this case has.
team-entries-missing = Entries { $from } to { $until } of this laptop are not in the store. What follows waits for them.
team-relayed-only = Newer entries of { $device } were brought by this laptop only, not by { $device } itself. They were left until { $device } pushes; --relayed takes them.
team-not-trusted = This laptop is new here and nobody has named its key { $fingerprint }. Nothing of it was taken: ask its owner for the fingerprint, then “witnessmark team trust”.
team-other-key = It is signed with the key { $fingerprint }, and this laptop's key is { $known }. Nothing of it was taken: somebody writes in its name, or it has a new key.
team-own-key-other = This laptop signed in the store with the key { $known }, which is not its key any more. Nothing was written: the others would refuse it.
team-chain-forked = The store has another version of the chain of { $device } than this case: one laptop's copies were worked on apart. Nothing of that chain went either way.
team-own-chain-forked = The store has another version of this laptop's own chain: two copies of the case were worked on under one name. Nothing was brought. Open the older copy on this laptop, so that it gets a chain of its own, and merge it.
team-own-chain-ahead = The store has newer entries of this laptop than this copy of the case: it is an older copy. Pull first.
team-nothing-there = Nothing in the store can be taken as a case. The new file was not made.

cli-team = Bring copies of a case together through a team's store: a folder, a stick, or a bucket
cli-team-init = Make a store for this case
cli-team-join = Make a new copy of the case from its store
cli-team-push = Bring what this case has and the store lacks
cli-team-pull = Take in what the store has and this case lacks
cli-team-status = Say what there is to push and to pull, and who writes to the store
cli-team-trust = Name a laptop's key as known
cli-team-credentials = Keep the credentials of a bucket in the system's keyring
cli-arg-team-store = A folder, or s3://BUCKET/PREFIX; remembered for the case
cli-arg-team-endpoint = The address of the S3-compatible service
cli-arg-team-region = The region that the service wants to hear
cli-arg-team-seal = Seal everything, so that whoever owns the place reads nothing
cli-arg-team-key-file = The file with the key of a sealed store, if it is not in the keyring
cli-arg-team-key-file-new = Where to write the key of the sealed store, for the colleagues
cli-arg-team-new = The new copy
cli-arg-team-originals = Also take all originals, not previews only
cli-arg-team-photo = Also take the original of this photo; may be given several times
cli-arg-team-only-trusted = Let in laptops that are new here only if their key was named by “team trust”
cli-arg-team-relayed = Take entries also where another laptop than their own brought them
cli-arg-team-check = Look through the whole store and bring again what has gone from it
cli-arg-team-without-originals = Leave the originals for another time
cli-arg-team-fingerprint = The fingerprint of the key, as SHA256:…
cli-team-which = Name the team's store with --store: this laptop has not been told of one for this case.
cli-team-made = The team's store is at { $store }. Now: witnessmark team push.
cli-team-made-sealed = It is sealed. Hand the key's file to your colleagues by a way that you trust, and keep a copy: without it nobody reads the store.
cli-team-key-id = Access key id:
cli-team-secret = Secret access key:
cli-team-credentials-kept = The credentials are in the system's keyring.
cli-team-credentials-folder = A folder wants no credentials.
cli-team-key-file-unread = { $file }: { $reason }
cli-team-no-photo = There is no photo { $id } in the case.
cli-team-trusted = { $fingerprint } is known from now on.
cli-team-pushed = Brought: { $entries ->
    [one] one entry
   *[other] { $entries } entries
} of the history, { $previews ->
    [one] one preview
   *[other] { $previews } previews
}, { $originals ->
    [one] one original
   *[other] { $originals } originals
}.
cli-team-pulled = Taken in: { $entries ->
    [one] one entry
   *[other] { $entries } entries
} of the history, { $previews ->
    [one] one preview
   *[other] { $previews } previews
}, { $originals ->
    [one] one original
   *[other] { $originals } originals
}.
cli-team-awaited = { $count ->
    [one] One original is not here yet
   *[other] { $count } originals are not here yet
}: “team pull --originals” takes those that are in the store.
cli-team-traffic = Sent { $sent } kB, received { $received } kB.
cli-team-newcomer = New in the store: { $device }, key { $fingerprint }. Ask its owner whether that is right.
cli-team-store-line = Store: { $store }
cli-team-sealed = Sealed: whoever owns the place reads nothing.
cli-team-open = Not sealed: whoever can read the place can read the case.
cli-team-to-push = To push: { $entries ->
    [one] one entry
   *[other] { $entries } entries
}, { $previews ->
    [one] one preview
   *[other] { $previews } previews
}, { $originals ->
    [one] one original
   *[other] { $originals } originals
} ({ $kilobytes } kB).
cli-team-to-pull = To pull: { $entries ->
    [one] one entry
   *[other] { $entries } entries
}, { $previews ->
    [one] one preview
   *[other] { $previews } previews
}, { $originals ->
    [one] one original
   *[other] { $originals } originals
} ({ $kilobytes } kB).
cli-team-nowhere = { $count ->
    [one] One original is neither here nor in the store
   *[other] { $count } originals are neither here nor in the store
}.
team-trouble = { $writer } { $object }: { $reason }
cli-team-trusted-word = key named
cli-team-first-use-word = key as first seen
