# Messages of the import.
intake-known = 같은 바이트가 “{ $name }”(으)로 이미 사건에 있습니다.
intake-known-hash = 같은 바이트가 이미 사건에 있습니다(SHA-256 { $sha256 }).
rules-file = { $file } 파일을 읽을 수 없습니다: { $reason }
rules-file-long = 규칙 파일은 { $most }바이트 이하여야 합니다.
barcode-by = Witnessmark { $version } (복호기)
intake-decoder-failed = 복호기에 오류가 나서 파일을 읽을 수 없었습니다. 추가하지 않았습니다.
import-original-back = 사건에 원본 없이 있던 사진입니다. 원본을 되돌려 넣었습니다.
renew-name = 복구됨 { $hash }
set-title-several = { $first } 외 { $more }개
intake-refused-hash = 같은 바이트가 다른 이름으로 거부되었습니다(SHA-256 { $sha256 }).
