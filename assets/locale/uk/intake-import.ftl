# Messages of the import.
intake-known = Такі самі байти вже є у справі: «{ $name }».
intake-known-hash = Такі самі байти вже є у справі (SHA-256 { $sha256 }).
rules-file = Не вдалося прочитати { $file }: { $reason }
rules-file-long = Файл правил може мати не більше { $most } байтів.
barcode-by = Witnessmark { $version } (декодер)
intake-decoder-failed = Файл не вдалося прочитати: у його декодері стався збій. Файл не додано.
import-original-back = Це фото було у справі без оригіналу; оригінал повернуто.
renew-name = відновлено { $hash }
set-title-several = { $first } та ще { $more }
intake-refused-hash = Такі самі байти відхилено під іншою назвою (SHA-256 { $sha256 }).
