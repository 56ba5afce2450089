# Пакети: справа або деякі її записи для інших.
package-error-file = Не вдається прочитати або записати { $file }: { $reason }. Записане дотепер залишається; експортуйте туди ж, щоб продовжити.
package-error-exists = За адресою { $file } вже щось є, і його не змінено. Вкажіть іншу назву.
package-error-foreign = { $file } не є частиною незавершеного пакета цієї справи, і його не змінено. Перемістіть його або вкажіть іншу назву.
package-error-space = Замало місця: потрібно близько { $needed } МБ, а вільно { $free } МБ. Нічого не записано.
package-error-missing = Оригіналу фотографії { $photo } немає у справі, тож пакет із нею не може бути повним. Імпортуйте файл ще раз або виберіть записи без нього.
package-error-empty = Ця справа ще не має історії, тож передавати нічого.
package-error-name = «{ $name }» не може бути назвою файлу в кожній системі. Використовуйте латинські літери, цифри, крапки, дефіси та підкреслення.
package-error-cancelled = Експорт зупинено. Записане лежить у { $file }; експортуйте туди ж, щоб продовжити.

cli-package = Записати пакет (BagIt) справи, який може перевірити будь-хто
cli-arg-package-out = Тека або архів, які буде створено; нічого наявного не змінюється
cli-arg-package-zip = Один архів ZIP, а не тека
cli-arg-package-of = Лише ці записи з тим, що до них належить: strike, weapon, component, marking або photo, далі ідентифікатори
cli-arg-package-without-history = Без історії: тоді його не можна об’єднати зі справою, а ланцюги не можна перевірити
cli-arg-package-with-history = З усією історією, яка містить текст усіх записів, зокрема не вибраних
cli-arg-package-with-report = Покласти в нього звіт, як pdf або html
cli-arg-package-sign = Підписати його
cli-package-kind = «{ $word }» вибрати не можна. Це strike, weapon, component, marking або photo, далі ідентифікатори.
cli-package-done = { $file }: { $originals ->
    [one] { $originals } оригінал
    [few] { $originals } оригінали
   *[other] { $originals } оригіналів
}, { $records ->
    [one] { $records } запис
    [few] { $records } записи
   *[other] { $records } записів
}, { $entries ->
    [one] { $entries } запис історії
    [few] { $entries } записи історії
   *[other] { $entries } записів історії
}.
cli-package-kept = { $count ->
    [one] { $count } оригінал уже був там від перерваного експорту.
    [few] { $count } оригінали вже були там від перерваного експорту.
   *[other] { $count } оригіналів уже були там від перерваного експорту.
}
cli-package-no-history = Історії в ньому немає: ланцюги не можна перевірити, а пакет не можна об’єднати зі справою.
cli-package-signed = Підписано ключем { $fingerprint }. Повідомте його одержувачеві пакета іншим шляхом.

package-read-none = За адресою { $file } пакета немає: це ні тека, ні архів ZIP.
package-read-file = { $file } не вдається прочитати: { $reason }
package-read-too-many = У пакеті забагато файлів, щоб його прочитати.
package-read-too-long = { $file } або рядок у ньому задовгий, щоб прочитати.
package-fault-name = { $file }: назву не можна прочитати як UTF-8.
package-fault-link = { $file }: це посилання, зашифрований або не звичайний файл. Його не прочитано.
package-fault-duplicate = В архіві є два файли з однаковою назвою; програми читають то один, то інший.
package-fault-escape = { $file }: назва веде за межі пакета. Файл не прочитано.
package-fault-bomb = { $file }: розпакувався б у набагато більше, ніж є. Його не прочитано.
package-fault-roots = Архів не містить однієї теки з усім вмістом.
package-fault-reserved = { $file }: цю назву Windows залишає для пристрою.
package-fault-no-bag = Це не пакет BagIt: немає bagit.txt.
package-fault-declaration = { $file }: у рівно двох рядках не сказано, яка це версія BagIt і яке кодування.
package-fault-version = { $file }: версія BagIt { $what } невідома.
package-fault-encoding = { $file }: кодування { $what } невідоме.
package-fault-no-payload = Немає теки data.
package-fault-mark = { $file }: починається з позначки порядку байтів.
package-fault-text = { $file }: це не текст у { $what }.
package-fault-algorithm = { $file }: алгоритм { $what } перевірити не можна.
package-fault-no-manifest = Немає маніфесту вмісту.
package-fault-unreadable = { $file } не вдається прочитати: { $what }
package-fault-size = { $file }: розмір не той, що заявлено.
package-fault-hash = { $file }: змінено. Геш не той, що вказує { $what }.
package-fault-missing = { $file }: відсутній. Його перелічує { $what }.
package-fault-unlisted = { $file }: додано. { $what } його не перелічує.
package-fault-line = { $file }: рядок має неправильну форму: { $what }
package-fault-oxum = { $file }: розмір вмісту, { $what }, не вказано один раз і правильно.
package-fault-escapes = { $file }: називає шлях, що веде за межі пакета: { $what }
package-fault-fetch = { $file }: його довелося б звідкись завантажити, а цього не роблять.
package-fault-other-manifest = { $file }: перелічує { $what }, що належить до іншого маніфесту.
package-fault-lists-itself = { $file }: перелічує { $what }, маніфест свого ж виду.
package-fault-twice = { $file }: двічі перелічує { $what }.
package-note-alike = { $file }: дві назви, які деякі файлові системи вважають однією: { $what }
package-fault-signature-missing = { $file }: підпису немає.
package-fault-signature = { $file }: це не підпис цього пакета. Пакет змінено після підписання або підпис зроблено для іншого.
package-fault-signer = { $file }: не називає ключ { $what }, яким зроблено підпис.
package-fault-other-signer = { $file }: підпис зроблено іншим ключем: { $what }
package-note-unsigned = Пакет не підписано: самі файли не доводять, що його не підмінили цілком.
package-fault-foreign = { $file }: не належить до пакета.
package-fault-json = { $file }: не вдається зрозуміти: { $what }
package-fault-newer = { $file }: форма { $what } — з новішої версії програми. Скористайтеся нею.
package-fault-chain-twice = { $file }: двічі перелічує ланцюг.
package-fault-chain-missing = { $file }: ланцюга пристрою { $what } немає або він лежить під іншою назвою.
package-fault-entry-unreadable = { $file }: запис історії не вдається зрозуміти, рядок { $what }
package-fault-entry-changed = { $file }: запис у рядку { $what } змінено. Його геш інший.
package-fault-chain-broken = { $file }: запис у рядку { $what } не випливає з попереднього. Записи вилучено, додано або переставлено.
package-fault-numbers = { $file }: записи пронумеровано не підряд.
package-fault-other-case = { $file }: перший запис — з іншої справи.
package-fault-chain-cut = { $file }: ланцюг закінчується не заявленим записом. Його обрізано або подовжено.
package-fault-head-signature = { $file }: підпис історії не відповідає її ланцюгу.
package-fault-record-missing = { $file }: немає запису { $what }. В історії він є.
package-fault-places = { $file }: вказує не ті місця, що в записах.
package-fault-part-missing = { $file }: відсутній, а він є в кожному пакеті.
package-fault-table = { $file }: стовпці не відповідають полям записів.
package-fault-record = { $file }: запис не вдається зрозуміти, рядок { $what }
package-fault-record-twice = { $file }: запис { $what } є двічі.
package-fault-table-differs = { $file }: таблиця каже не те, що { $what }.
package-fault-record-added = { $file }: запис { $what } додано. В історії його немає.
package-fault-record-differs = { $file }: запис { $what } змінено. Історія дає інше.
package-fault-not-ours = Це пакет BagIt, але не пакет Witnessmark.
package-fault-facts = { $file }: сказане про пакет не відповідає його вмісту.
package-fault-original = { $file }: байти не ті, що каже назва.
package-fault-original-twice = { $file }: той самий оригінал є й під іншою назвою.
package-fault-original-missing = { $file }: немає оригіналу фотографії { $what }.
package-fault-size-of-record = { $file }: запис фотографії вказує інший розмір, { $what } байтів.
package-fault-original-added = { $file }: жодна фотографія пакета не має цього оригіналу.
package-fault-signature-file = { $file }: не відповідає запису підпису.
package-fault-dictionary = { $file }: не те, що пише туди ця версія програми.
package-note-no-history = Пакет не має історії: записи не було з чим порівняти, об’єднати його не можна.
package-note-other-version = Пакет записано програмою «{ $what }»: її словник і схеми не порівнювалися.

cli-package-check = Перевірити пакет: кожен файл, геш, ланцюг, запис і підпис
cli-arg-package-path = Пакет: тека або архів ZIP
cli-arg-package-signed-by = Його має бути підписано ключем із цим відбитком (SHA256:…), який повідомив відправник
cli-package-signer = Підписано ключем { $fingerprint }. Чий він, файли не скажуть: порівняйте з тим, що каже відправник.
cli-package-sound = Усе гаразд: файлів { $files }, оригіналів { $originals }, записів { $records }, записів історії { $entries }.
cli-package-faults = { $count ->
    [one] Знайдено { $count } ваду.
    [few] Знайдено { $count } вади.
   *[other] Знайдено { $count } вад.
}
