# The team's store in the window.
command-team-store = Team store …
command-get-originals = Get the original from the team store

team-title = Team store
team-what = A folder (on a stick, a share, a synced folder) or a bucket through which laptops bring copies of this case together. Nothing leaves this laptop before you push. A network is used for a bucket only.
team-which = Which store
team-is-there = A store that is there
team-is-new = A new store
team-new-text = One person of the team makes the store, the others use it.
team-place = Folder, or s3://BUCKET/PREFIX
team-choose-folder = Choose the folder of the store
team-no-place = Name the folder or the bucket.
team-endpoint = Address of the S3-compatible service
team-region = Region, if the service wants one
team-key-id = Access key id
team-secret = Secret access key
team-credentials-text = They are kept in the keyring of this system. Leave both empty if they are there already.
team-credentials-half = Give both the access key id and the secret, or neither.
team-seal = Seal it: whoever owns the place can read nothing
team-key-file = Key file of a sealed store, if its key is not on this laptop yet
team-key-file-new = Where to write the key of the store
team-choose-key = Choose the key file of the store
team-choose-key-new = Choose where to write the key of the store
team-no-key-file = Say where to write the key.
team-key-text = Hand this file to your colleagues by a way that you trust, and keep a copy: without it nobody reads the store.
team-use = Use this store
team-found = Make a new store here
team-back = Back
team-another = Another store …
team-asking = Looking at the store …
team-ask-again = Look again
team-push = Push
team-pull = Pull
team-pull-originals = Pull with originals
team-writers = Who writes there
team-no-writers = Nobody has pushed yet.
team-writer = { $device }, last on { $time }
team-ask-owners = Ask the owner of each laptop by another way whether its fingerprint is right.
team-busy = Something is under way with the team store. Wait until it is done, or cancel it below.
team-stopped = Stopped. What came or went until then stays; do it again to go on.
team-past = Only the case as it is can be brought together with others. Go back to now first.
team-secret-not-kept = The keyring of this system can't be used: the secrets are known until the case is closed, and are to be named again then.
team-no-photos = Open a photo, or select some, whose originals are to come.
team-not-there-yet = { $count ->
    [one] One original that was asked for is not in the store
   *[other] { $count } originals that were asked for are not in the store
} yet, or could not be taken. Whoever has it has to push.
team-job-use = Looking at the team store
team-job-found = Making the team store
team-job-ask = Asking the team store
team-job-push = Pushing to the team store
team-job-pull = Pulling from the team store
team-job-fetch = Getting originals from the team store

photos-original-awaited = The original is not here yet
team-get-original = Get the original

command-join-team = Join a team …
start-team = A case of your team
start-team-text = Makes a copy of a case from the folder or bucket through which your team brings its laptops together.
start-joining = Making a copy from the team store
team-join-title = Join a team
team-join-text = A new copy of the case is made from the team's store. Nothing is written to the store.
team-copy = File of the new copy
team-choose-copy = Choose where the new copy is to be
team-no-copy = Say where the new copy is to be.
team-with-originals = With all originals, which can be many; else they are fetched when they are wanted
team-join = Make the copy
team-joined = The copy is made: { $entries ->
    [one] one entry
   *[other] { $entries } entries
} of the history
