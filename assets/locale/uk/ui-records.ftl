# Messages of the lists and forms of strikes, weapons and components, and of the history.
record-untitled = Без назви
record-strike = Удар
record-weapon = Боєприпас
record-component = Компонент

picker-none = Немає
picker-search = Введіть, щоб знайти
picker-more = Інші знайдуться, якщо вводити далі.
picker-empty = Поки жодного немає.
picker-nothing = Нічого з такою назвою немає.
picker-clear = Жоден із них

date-unknown = невідомо

form-title = Назва
form-strike-title-hint = Як його називають
form-weapon-title-hint = Як його називає група
form-component-title-hint = Як його називає група
form-occurred = Стався
form-reported = Повідомлено
form-reported-by = Хто повідомив
form-reported-link = Посилання на повідомлення
form-date-hint = 18.8.2024 або EDTF: 2024-08~
form-zone = Часовий пояс
form-zone-wrong = «{ $zone }» — не часовий пояс. Укажіть назву, наприклад Europe/Kyiv або UTC.
form-place = Місце
form-place-hint = Місто, район, «на північ від Києва»
form-position = Широта, довгота (WGS 84)
form-position-hint = 50.45, 30.52, MGRS, UTM, посилання
form-radius = Радіус
form-radius-alone = Для радіуса потрібні координати.
form-target = Ціль
form-target-hint = Енергетичний об’єкт
form-show-in-calendar = Показати в календарі
form-no-day = Без дня його немає в календарі.
form-cover = Фото в календарі
form-cover-first = Перше
form-go-to = Перейти: { $what }
form-status = Статус
form-status-none = Не задано
form-status-reported = Повідомлено
form-status-confirmed = Підтверджено
form-status-disputed = Заперечується
form-tags = Мітки
form-notes = Нотатки
form-more = Більше полів
form-photos = Фото
form-no-photos = Ще немає фото, на якому це видно. Виберіть фото й прив’яжіть їх.
form-open-photo = Відкрити фото { $name }
form-more-photos = і ще { $count }
form-sources = Джерела
form-sources-none = Скажіть, звідки це відомо, щоб хтось інший міг перевірити.
form-source-untitled = Джерело без назви
form-source-done = Готово
form-source-gone = Це джерело тим часом вилучено.
form-source-title = Назва джерела
form-source-by = Хто опублікував або надав
form-source-date = Дата джерела
form-source-link = Посилання на джерело
form-source-note = Що воно підтверджує
form-source-add = Додати джерело
form-source-remove = Вилучити це джерело
form-weapons = Боєприпаси цього удару
form-new-weapon = Новий боєприпас цього удару
form-class = Клас
form-class-hint = Балістична ракета
form-model = Імовірна модель
form-grade = Наскільки певна модель
form-grade-none = Не задано
form-grade-a = Певно
form-grade-b = Імовірно
form-grade-c = Відкрите питання
form-grade-d = Припущення
form-strike = Удар, у якому його застосовано
form-origin-section = Походження
form-origin = Країна походження (ISO 3166)
form-origin-wrong = Укажіть дві літери за ISO 3166, наприклад KP або IR.
form-origin-basis = Докази походження
form-origin-basis-hint = Крім його виробничих позначок: конструкція, документи, висновок експерта
form-origin-unused = Без доказів, крім самих позначок, походження для прочитань не враховується.
form-assembly = Складання
form-assembly-counts = Датовано позначок: { $dated } із { $markings }.
form-assembly-none = Ще жодну позначку не датовано зі ступенем C або вищим.
form-assembly-bound = не раніше ніж { $day }
form-assembly-no-marks = Виділіть написане на його компонентах, і тут буде обчислено, що ці позначки означають разом.
form-assembly-decided = Визначає
form-assembly-without = Без неї
form-assembly-alone = жодної іншої датованої позначки
form-assembly-preferred = За найкращими прочитаннями
form-assembly-used = Застосовано
form-assembly-not-used = немає удару з відомим днем
form-assembly-to-use = До застосування
form-assembly-days = { $min ->
    [0] щонайбільше { $max } дн.
   *[other] від { $min } до { $max } дн.
}
form-findings = Висновки щодо його позначок
form-finding-accepted = «{ $mark }» прочитано як { $system }
form-finding-rejected = «{ $mark }» не можна читати як { $system }
form-copy = Копіювати
form-components = Компоненти цього боєприпасу
form-new-component = Новий компонент цього боєприпасу
form-maker = Виробник
form-maker-marked = Виробник, як позначено
form-exhibit = Номер речового доказу
form-kind = Вид
form-kind-hint = Привід газодинамічного керма
form-weapon = Боєприпас, до якого він належить
form-condition = Стан
form-markings = Маркування
form-markings-hint = Щоб додати маркування, відкрийте фото компонента й натисніть M.
form-recovery = Вилучення та зберігання
form-recovered = Коли вилучено
form-recovered-by = Хто вилучив
form-kept-at = Де зберігається
form-documented = Коли задокументовано
form-seen = Як група його бачила
form-seen-in-person = Особисто
form-seen-photos-only = Лише на фото
form-unknown = Невідомо
form-supply = Виготовлено там, де й боєприпас
form-weeks = Як виробник рахує тижні в кодах дати
form-weeks-unknown = Невідомо: усі звичні способи
form-weeks-iso = Тижні ISO
form-weeks-tolerant = Усі звичні способи разом
form-weeks-mil38535 = Період герметизації MIL-PRF-38535
form-weeks-fairchild6 = Шість тижнів від позначеного
form-supply-domestic = Місцевий
form-supply-imported = Імпортний
form-part-number = Номер деталі, як позначено
form-quantity = Кількість
form-length = Довжина
form-width = Ширина
form-height = Висота
form-mass = Маса
form-number = Укажіть число, не менше за 0.
form-parent = Міститься в
form-several-tags = Показано мітки, які має хоч одна з карток; додану мітку отримають усі.
form-several = Вибрано карток: { $count }

records-date = Дата
records-count = { $count }
records-reported = повід. { $date }
records-find-hint = Будь-яке слово в них
records-tags = З мітками
records-tags-hint = Відбір за міткою
records-none-found = Нічого не проходить фільтр
records-none-found-text = Приберіть слово чи мітку або очистьте фільтр.
records-show-all = Показати всі
records-exhibit = Реч. доказ
records-from = від { $day }
records-until = до { $day }
records-about = бл. { $days }
records-uncertain = { $days } ?
records-clear = Очистити фільтр
records-no-strikes = Ударів ще немає
records-no-strikes-text = Запишіть, коли й де це сталося або коли про це повідомлено. Решту можна додати згодом.
records-no-weapons = Боєприпасів ще немає
records-no-weapons-text = Боєприпас — це один виріб, відомий за своїми рештками. Він належить до удару або поки ні до якого.
records-no-components = Компонентів ще немає
records-no-components-text = Компонент — це один фізичний предмет. Прив’яжіть його фото й виділіть написане на ньому.

history-text = Кожна зміна, лише дописування. Скасування — теж зміна.
history-chains = { $entries ->
    [one] { $entries } запис
    [few] { $entries } записи
   *[other] { $entries } записів
} у ланцюжку пристрою { $device }, який закінчується на { $hash }
history-empty = Ще нічого не зроблено
history-empty-text = Тут з’являється кожна зміна у справі.
history-entry = Запис
history-when = Коли
history-who = Хто
history-device = Пристрій
history-what = Що
history-hash = Хеш
history-more = і ще { $count }
history-unknown = –
history-becomes = { $field }: { $before } → { $after }
history-sources = { $count ->
    [one] { $count } джерело
    [few] { $count } джерела
   *[other] { $count } джерел
}
history-taken-back = скасовано
history-takes-back = запис { $seq }
history-missing = Цього запису бракує у файлі. Перевірте справу (F7).
history-field-title = назва
history-field-occurred = стався
history-field-time-zone = часовий пояс
history-field-reported = повідомлено
history-field-reported-by = хто повідомив
history-field-reported-link = посилання на повідомлення
history-field-place-name = місце
history-field-latitude = широта
history-field-longitude = довгота
history-field-radius-m = радіус у м
history-field-target = ціль
history-field-status = статус
history-field-cover-photo = фото в календарі
history-field-notes = нотатки
history-field-sources = джерела
history-field-class = клас
history-field-model = імовірна модель
history-field-model-grade = наскільки певна модель
history-field-strike = удар
history-field-origin = країна походження
history-field-origin-basis = докази походження
history-field-maker = виробник
history-field-exhibit-number = номер речового доказу
history-field-kind = вид
history-field-weapon = боєприпас
history-field-parent = міститься в
history-field-part-number = номер деталі
history-field-supply = виготовлено там, де й боєприпас
history-field-condition = стан
history-field-quantity = кількість
history-field-length-mm = довжина в мм
history-field-width-mm = ширина в мм
history-field-height-mm = висота в мм
history-field-mass-g = маса в г
history-field-recovered = коли вилучено
history-field-recovered-by = хто вилучив
history-field-kept-at = де зберігається
history-field-documented = коли задокументовано
history-field-seen = як його бачили
history-field-week-profile = як виробник рахує тижні
history-field-view = як на неї дивляться
history-field-role = як прочитано
history-field-symbology = різновид штрихкоду
history-field-data = байти штрихкоду
history-field-strokes = штрихи
history-field-caption = підпис
history-field-photographer = фотограф
history-field-credit = зазначення авторства
history-field-licence = ліцензія
history-field-method = спосіб
history-field-script = письмо
history-field-component = компонент
history-field-text = текст
history-field-note = примітка
history-field-name = ім’я або назва
history-field-organisation = організація
history-field-handling = поводження
history-field-x = лівий край
history-field-y = верхній край
history-field-width = ширина
history-field-height = висота

form-custody = Ланцюг зберігання
form-custody-none = Не записано, хто тримав цей предмет.
form-custody-add = Записати передачу
form-custody-gap = Прогалина
form-custody-gap-text = Передає не той, хто прийняв раніше, або виявлена пломба не та, яку ставили. Поясніть це в нотатках.
form-custody-at = Коли
form-custody-by = Передав
form-custody-to = Прийняв
form-custody-place = Де
form-custody-purpose = Мета
form-custody-authority = На чиїх повноваженнях
form-custody-seal-before = Виявлена пломба
form-custody-seal-after = Поставлена пломба
form-custody-proof = Підписана розписка (фото або скан)
form-custody-close = Готово
form-custody-remove = Вилучити цю передачу

history-entry-number = Запис { $seq }
history-life = Що зроблено з цією карткою
history-op-made = Нова картка: { $kind } { $name }
history-op-removed = Вилучено: { $kind } { $name }
history-op-changed = Змінено: { $kind } { $name }
history-restore-title = Повернення цього стану змінило б
history-restore-gone = Картку відтоді вилучено
history-restore = Повернути цей стан
history-restore-same = Картка зараз саме така.
history-restore-fixed = Це змінити не можна: { $fields }
history-filter-any = будь-що
history-filter-kind = Картка
history-filter-text = Слова
history-filter-text-hint = Будь-яке слово або значення
history-filter-from = Від
history-filter-until = До
history-filter-only = Лише: { $record }
history-filter-clear = Показати все
history-filter-searching = Пошук…
history-filter-found = { $count ->
    [one] { $count } запис
    [few] { $count } записи
   *[other] { $count } записів
}
history-filter-none = Нічого не знайдено
history-filter-none-text = Жоден запис не відповідає всьому, що задано вище.
history-kind-case_info = справа
history-kind-photo = фото
history-kind-strike = удар
history-kind-weapon = боєприпас
history-kind-component = компонент
history-kind-marking = маркування
history-kind-region = ділянка
history-kind-transcription = транскрипція
history-kind-finding = висновок
history-kind-tag = мітка
history-kind-tagging = мітка на картці
history-kind-depiction = прив’язка фото
history-kind-custody = передача
history-kind-signature = підпис
history-kind-photo_set = набір фото
history-kind-album = альбом
history-kind-measurement = вимірювання
history-kind-symbol = символ
history-kind-rule_file = правила прочитання
history-kind-checklist = контрольний список
history-kind-redaction = закрите місце
history-kind-publication = публікація
history-field-why = причина закриття
history-field-recipient = для кого
history-field-options = що вибрано
history-field-copies = копії
history-kind-merge = об’єднання
history-field-photo-set = набір фото
history-field-rating = оцінка
history-field-pick = рішення
history-field-needs = потребує
history-field-clock-shift-s = виправлення годинника в секундах
history-field-clock-offset = зсув відносно UTC
history-field-clock-basis = звідки відоме виправлення
history-field-placed-latitude = широта, визначена згодом
history-field-placed-longitude = довгота, визначена згодом
history-field-placed-basis = звідки відоме місце
history-field-paths = звідки надійшло
history-field-taken-by = хто зняв
history-field-given-by = хто передав
history-field-received = коли отримано
history-field-restrictions = обмеження
history-field-imported = імпортовано
history-field-imported-by = хто імпортував
history-field-state = стан імпорту
history-field-known = уже відомі
history-field-refused = відхилені
history-field-filter = фільтр
history-field-sort = порядок
history-field-millimetres = відома довжина в мм
history-field-label = позначення
history-field-x1 = початок, по горизонталі
history-field-y1 = початок, по вертикалі
history-field-x2 = кінець, по горизонталі
history-field-y2 = кінець, по вертикалі
history-field-handed-over-by = хто передав
history-field-received-by = хто прийняв
history-field-purpose = мета
history-field-authority = на чиїх повноваженнях
history-field-seal-before = виявлена пломба
history-field-seal-after = поставлена пломба
history-field-proof-photo = підписана розписка
history-field-device = пристрій
history-field-device-seq = скільки записів охоплено
history-field-head = хеш останнього з них
history-field-statement = що підписано
history-field-signature = підпис
history-field-key-fingerprint = ключ
history-field-by = ким
history-field-at = коли
history-field-marking = маркування
history-field-photo = фото
history-field-vocabulary = словник
history-field-colour = колір
history-field-file-name = назва файлу
history-field-sha256 = SHA-256
history-field-byte-size = розмір у байтах
history-field-format = формат
history-field-captured = коли знято
history-field-verdict = рішення
history-field-reason = підстава
history-field-meaning = значення
history-field-grade = ступінь
history-field-system = система
history-field-angle = кут
history-field-transcription = транскрипція
history-field-subject = що на ньому
history-field-subject-kind = вид того, що на ньому
history-field-record = картка
history-field-record-kind = вид картки
history-field-tag = мітка
history-field-added = додано
history-field-earliest = найраніше
history-field-latest = найпізніше
history-field-raw = як прочитано
history-field-camera-make = виробник камери
history-field-camera-model = модель камери
history-field-orientation = орієнтація
history-field-undecodable = чому немає перегляду
history-field-warnings = попередження
history-field-face = бік
history-field-rule = правило
history-field-rule-sources = джерела правила
history-field-days-min = днів, щонайменше
history-field-days-max = днів, щонайбільше
history-field-production-latest = виготовлено не пізніше
history-field-strike-earliest = застосовано, найраніше
history-field-strike-latest = застосовано, найпізніше

place-said = Прочитано як: { $notation }. Про радіус це нічого не каже.
place-said-fine = Прочитано як: { $notation }. Записано точніше, ніж знає телефон, тож укажіть радіус, якщо він відомий.
place-said-radius = Прочитано як: { $notation }. Точніше, ніж радіус { $metres } м, звідси не дізнатися; його задано.
place-said-raised = Прочитано як: { $notation }. Радіус збільшено до { $metres } м: точніше цей запис сказати не може.
place-said-kept = Прочитано як: { $notation }. Радіус { $metres } м збережено.
place-said-sector = Коло радіусом { $metres } м довкола всього, що лежить за { $near }–{ $far } км від місця «{ $from }» під азимутом від { $bearing }° до { $to }°.
place-said-sector-assumed = Коло радіусом { $metres } м довкола всього, що лежить не далі ніж за { $far } км від місця «{ $from }» під азимутом від { $bearing }° до { $to }°. Відстані не названо: припущено { $far } км. Якщо відомо більше, напишіть попереду «до 20 км».
place-towns-wait = Перелік міст зчитується. Натисніть Enter ще раз.
place-copy = Копіювати { $notation }: { $text }
place-copy-hint = Клацання копіює
place-copy-menu = Копіювати координати
place-near = { $distance } км на { $direction } від { $name }

form-coverage = Чого бракує
form-coverage-nothing = Усе, про що питає цей перелік, є.
form-coverage-read = Двома людьми прочитано { $twice } із { $marks ->
    [one] { $marks } позначки
   *[other] { $marks } позначок
}
form-coverage-opened = Кимось відкрито { $opened } із { $photos ->
    [one] { $photos } фотографії
   *[other] { $photos } фотографій
}
form-coverage-weapon = Не встановлено ({ $count })
form-coverage-views = Знімки ({ $count })
form-coverage-marks = Позначки ({ $count })
form-coverage-photos = Не відкриті фото ({ $count })
form-coverage-sides = Які боки видно на фото, не записано: погляньте на них.
form-coverage-more = і ще { $count }
form-alarms = { $count ->
    [one] { $count } позначка не може бути тим, що про неї сказано.
    [few] { $count } позначки не можуть бути тим, що про них сказано.
   *[other] { $count } позначок не можуть бути тим, що про них сказано.
}
form-alarm-more = і ще { $count }

analysis-title = Аналіз
analysis-part = Частина аналізу
analysis-part-firsts = Уперше ({ $count })
analysis-part-links = Зв’язки ({ $count })
analysis-empty = Боєприпасів ще немає
analysis-empty-text = Запишіть боєприпаси, до яких належать компоненти, та удари, до яких належать боєприпаси. Тут обчислюється, що їхні позначки означають разом.
analysis-go-weapons = Перейти до боєприпасів
analysis-chart-none = Немає боєприпасу, який і датовано позначкою, і про який відомо, якого дня його застосовано.
analysis-chart-row = { $weapon }: { $days } від виготовлення до застосування, застосування: { $used }
analysis-chart-bound = Складено не раніше ніж { $day }; за: { $part }.
analysis-left-not-dated = немає датованої позначки
analysis-left-not-used = день застосування невідомий
analysis-left-contradiction = виготовлено після застосування: одне з двох хибне
analysis-firsts-none = Нічого не побачено вперше: жоден боєприпас із відомим днем застосування не має моделі, виробника або датованої позначки.
analysis-links-none = Жодної позначки немає на двох боєприпасах — ні такої самої, ні з її серії.
analysis-go-mark = Позначка
analysis-go-weapon = Боєприпас
analysis-compare = Порівняти позначки: { $count }
analysis-more = Не показано ще { $count }.
analysis-nothing-to-save = На діаграмі ще немає стовпців.
analysis-saved = Діаграму збережено: { $file }.
analysis-not-saved = Діаграму не записано: { $file }.
shell-path-chart-title = Куди записати діаграму? Назва, що закінчується на .png, дасть зображення, будь-яка інша — креслення SVG.
shell-path-chart = Записати
lifeline = Життя боєприпасу
lifeline-made = Виготовлено
lifeline-used = Застосовано
lifeline-reported = Повідомлено
lifeline-recovered = Вилучено
lifeline-documented = Задокументовано
lifeline-published = Опубліковано
lifeline-event = { $stage }: { $when } { $of }
lifeline-span = { $first } – { $last }

## A table that is being taken in.
records-import-table = Імпортувати таблицю таких записів
sheet-pasted = вставлено
sheet-target = Її рядки — це
sheet-working = З’ясовується, чим стануть рядки …
sheet-taking = Рядки додаються
sheet-none-good = жоден рядок не можна додати
sheet-columns = Стовпців: { $count }
sheet-leave-out = Пропущено
sheet-unmapped = Жоден стовпець не має відомої назви. Скажіть поруч, який стовпець є яким полем.
sheet-show = Показані рядки
sheet-show-all = Усі рядки ({ $count })
sheet-show-wrong = З проблемами ({ $count })
sheet-show-known = Уже є ({ $count })
sheet-order = 05/06/2024 — це
sheet-order-unknown = Невідомо
sheet-order-day = 5 червня
sheet-order-month = 6 травня
sheet-header = Перший рядок називає стовпці
sheet-again = Додати ще раз рядки, які вже є
sheet-rows = Рядки таблиці
sheet-problems = Проблеми за рядками
sheet-row = Рядок
sheet-column = Стовпець
sheet-value = Що там стоїть
sheet-problem = Що не так і як це виправити
sheet-problem-name = Рядок { $row }, { $column }: { $what }
sheet-row-good = Рядок { $row }
sheet-row-wrong = Рядок { $row } має проблему
sheet-row-known = Рядок { $row } уже є
sheet-row-repeated = Рядок { $row } каже те саме, що й рядок { $first }
sheet-take = { $count ->
    [one] Додати { $count } придатний рядок
    [few] Додати { $count } придатні рядки
    [many] Додати { $count } придатних рядків
   *[other] Додати { $count } придатного рядка
}
sheet-taken = { $count ->
    [one] Додано { $count } запис
    [few] Додано { $count } записи
    [many] Додано { $count } записів
   *[other] Додано { $count } запису
}
sheet-cancel = Скасувати

# Удари, засоби ураження й компоненти як таблиця клітинок.
grid-columns = Стовпці
grid-columns-text = Що показано і що нові рядки переймають від попереднього.
grid-carry = Переносити «{ $column }» у нові рядки
grid-fill-down = Заповнити вниз
grid-nothing-above = вище немає рядка
grid-row = Рядок { $row }
grid-row-new = Новий рядок
grid-new-row = Пишіть тут, щоб створити запис. Tab веде до наступної клітинки, Enter — до наступного рядка.
grid-cell = Рядок { $row }, { $column }: { $text }
grid-cell-wrong = Рядок { $row }, { $column }, не прийнято: { $text }
grid-editor = { $column }, рядок { $row }
grid-block = Клітинки: { $rows } × { $columns }
grid-free-term = { $term } (немає у словнику, збережено як написано)
grid-wrong = { $count ->
    [one] { $count } клітинку не прийнято
    [few] { $count } клітинки не прийнято
   *[other] { $count } клітинок не прийнято
}
grid-refused-mend = Нічого з цього не збережено. Виправте клітинку або натисніть Esc, щоб відкинути написане.
grid-too-wide = У блоці стовпців: { $cells }, а звідси показано лише { $columns }.
grid-too-wide-mend = Нічого не вставлено. Перейдіть лівіше або покажіть більше стовпців.
