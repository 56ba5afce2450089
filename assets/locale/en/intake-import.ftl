# Messages of the import.
intake-known = The same bytes are in the case already, as “{ $name }”.
intake-known-hash = The same bytes are in the case already (SHA-256 { $sha256 }).
rules-file = { $file } can’t be read: { $reason }
rules-file-long = A file of rules has at most { $most } bytes.
barcode-by = Witnessmark { $version } (decoder)
intake-decoder-failed = The file could not be read: its decoder failed. It was not added.
import-original-back = Its photo was in the case without its original, which was brought back.
renew-name = recovered { $hash }
set-title-several = { $first } and { $more } more
intake-refused-hash = The same bytes were refused under another name (SHA-256 { $sha256 }).
