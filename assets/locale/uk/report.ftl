# Reports of a case for courts, panels and editors.
report-stopped = Створення звіту зупинено. Файл не записано.
report-not-written = Не вдалося записати звіт у { $file }: { $reason }. Файл, що там був, не змінено.
report-exists = { $file } уже існує, і його не замінено. Звіт не записано. Дайте звіту іншу назву.
report-no-record = У справі немає удару, зброї, компонента, маркування, фотографії чи набору фотографій «{ $id }». Скопіюйте ідентифікатор з `witnessmark list`.
report-refused = Документ не відповідає вимогам свого формату, тому його не записано: { $reason }.
report-contents = Зміст
report-untitled = Справа без назви
report-of-case = Звіт про всю справу
report-of-state = Стан на
report-state-utc = Найновіший запис історії (UTC)
report-chain = Кінець ланцюжка
report-head = пристрій { $device }, записів: { $entries }, SHA-256 { $hash }
report-program = Створено програмою
report-summary = Підсумок
report-counts = Звіт охоплює: ударів { $strikes }, одиниць зброї { $weapons }, компонентів { $components }, маркувань { $markings }, фотографій { $photos }.
report-no-findings = Щодо цих маркувань не записано жодного висновку.
report-findings = Висновки
report-accepted = Прийнято: { $by }, { $at }: «{ $mark }» як { $system }, оцінка { $grade }. Підстава: { $reason }
report-rejected = Відхилено: { $by }, { $at }: «{ $mark }» як { $system }, оцінка { $grade }. Підстава: { $reason }
report-strikes = Удари
report-occurred = Сталося
report-zone = Часовий пояс
report-reported = Повідомлено
report-reported-by = Хто повідомив
report-place = Місце
report-position = Координати (WGS 84)
report-target = Ціль
report-notes = Нотатки
report-chart = Від виготовлення до застосування
report-chart-alternative = Діаграма: дні від виготовлення до застосування кожної зброї з датованим маркуванням
report-markings = Маркування та прочитання
report-crop = Частина { $file } з маркуванням
report-crop-note = Вирізано з { $file }: x { $x }, y { $y }, { $width } × { $height } пікселів, показано так, як його розглядали. Оригінал не змінено.
report-untranscribed = Це маркування ніхто не транскрибував.
report-transcription = Транскрипція
report-by = Хто
report-when = Коли
report-note = Примітка
report-reading = Прочитання
report-days = Дні
report-grade = Оцінка
report-why = Чому
report-rivals = Інші можливості: { $rivals }.
report-no-readings = Жодна відома програмі система маркування цього не читає.
report-more-readings = Інших прочитань, яких тут немає: { $count }.
report-components = Компоненти
report-component = Компонент
report-kind = Вид
report-weapon = Зброя
report-exhibit = Номер доказу
report-quantity = Штук
report-recovered = Вилучено
report-kept = Де зберігається
report-custody = Зберігання
report-from = Від
report-to = До
report-purpose = Мета
report-seals = Пломби
report-gap = Передання від { $at } не збігається з попереднім: відрізняються особи або пломби.
report-plates = Фотографії
report-plates-note = Зображення є прев’ю з оригіналів, не більшими за 2048 пікселів. SHA-256 під кожним належить оригіналу, а не зображенню тут.
report-no-picture = Зображення не можна показати.
report-file = Файл
report-taken = Знято
report-credit = Автор
report-licence = Ліцензія
report-scale = Масштаб
report-scale-said = { $label } = { $mm } мм ({ $pixels } пікселів)
report-sha256 = SHA-256
report-bytes = Байтів
report-hashes = Хеші оригіналів
report-hashes-note = Оригінал перевіряють командою «sha256sum ФАЙЛ». Те саме значення означає ті самі байти.
report-method = Метод
report-method-records = Фотографії зберігаються байт у байт і названі за SHA-256. Кожна зміна запису є записом історії, ланцюжок якої скріплено хешами, один ланцюжок на пристрій. Кінці ланцюжків на титульній сторінці закріплюють стан, про який цей звіт.
report-method-readings = Транскрипція містить лише те, що розбірливе. Прочитання є гіпотезою про значення, з днями, оцінкою та іншими можливостями. Висновок є рішенням людини щодо прочитання, з підставою. Жодне не замінює іншого.
report-method-dates = Дати записано за EDTF (ISO 8601-2) і обчислено як інтервали: ніщо не зазначено точніше, ніж відомо.
report-grade-means = Що означає
report-grade-a = Маркування саме називає свою систему, і всі перевірки пройдено.
report-grade-b = Зразок збігається, і незалежний контекст його підтверджує.
report-grade-c = Зразок збігається, контекст нейтральний, конкурують небагато систем.
report-grade-d = Короткий код із багатьма іншими можливостями.
report-grade-x = Неможливо; збережено з причиною.
report-method-limits = Звіт показує, що містила справа на зазначений момент. Він не доводить ні справжності маркування, ні правдивості запису; він показує, хто, що, коли й на якій підставі записав.
report-sources = Джерела
report-record = Запис
report-source = Джерело
report-rule-sources = Джерела правил прочитання
report-page = { $page } / { $pages }
cli-report = Написати звіт про справу або окремі записи у PDF чи HTML
cli-arg-report-of = Про що звіт: удар, зброя, компонент, маркування, фотографія чи набір фотографій; можна кілька разів
cli-arg-report-format = Формат
cli-arg-report-size = Розмір сторінок
cli-arg-report-out = Файл, який записати; інакше назва справи з закінченням формату в поточній теці
cli-report-done = { $file }: маркувань { $markings }, фотографій { $photos }, байтів { $bytes }

report-open = { $count ->
    [one] В { $count } місці цієї справи кілька людей написали різне, не знаючи одне про одного, і це ще не вирішено
    [few] У { $count } місцях цієї справи кілька людей написали різне, не знаючи одне про одного, і це ще не вирішено
   *[other] У { $count } місцях цієї справи кілька людей написали різне, не знаючи одне про одного, і це ще не вирішено
}. Цей звіт показує з них одну версію, попередню.

report-when-and-where = Коли і де
report-figure = Рисунок { $number }.
report-figure-of = Рисунок { $number }, частина { $part } з { $parts }.
report-figure-timeline = Що сталося з ударами цього звіту та їхньою зброєю, за днями. Знак означає день, смуга — дні, одним із яких він був; вона блідне там, де кінець невідомий, а порожній знак означає приблизну або непевну дату.
report-figure-undated = { $count ->
    [one] { $count } рядок не має дати й порожній.
    [few] { $count } рядки не мають дати й порожні.
   *[other] { $count } рядків не мають дати й порожні.
}
report-timeline-alternative = Часова шкала ударів: коли кожен стався і про нього повідомили, коли рештки виготовлено, вилучено й задокументовано
report-figure-map = { $count ->
    [one] { $count } удар, місце якого відоме.
    [few] { $count } удари, місце яких відоме.
   *[other] { $count } ударів, місце яких відоме.
} Коло навколо знака — ділянка, в якій лежить місце; число стоїть замість ударів, що лежать надто близько, щоб намалювати їх окремо.
report-figure-placeless = { $count ->
    [one] { $count } удар цього звіту не має місця, і його на карті немає.
    [few] { $count } удари цього звіту не мають місця, і їх на карті немає.
   *[other] { $count } ударів цього звіту не мають місця, і їх на карті немає.
}
report-map-alternative = Карта ударів
report-figure-chart = Для кожної зброї: дні від найранішого, коли її могло бути виготовлено, до застосування, яке праворуч. Смуга є верхньою межею: днів могло бути менше.
report-network = Що пов’язують маркування
report-figure-network = Удари, їхня зброя та маркування і серії, що є на кількох із них.
report-network-alternative = Схема ударів, зброї та маркувань, що їх пов’язують

report-by-template = Цей звіт створено за шаблоном організації, яка його написала. Той самий стан справи, ті самі параметри, мова і файли дають ті самі байти:
report-template-left-out = Розділи, яких у ньому немає
report-template-own-method = Сказане в методі про записи, прочитання й дати взято з шаблону.
report-template-own-limits = Сказане в методі про межі звіту взято з шаблону.
report-template-io = Не вдалося прочитати або записати файл шаблону { $file }: { $reason }. Звіт не записано. Перевірте, чи файл є і чи можна ним користуватися.
report-template-exists = { $file } уже існує, і його не замінено. Назвіть іншу теку або змініть той файл.
report-template-wrong = Шаблон { $file } не можна використати: { $key }: { $reason } Звіт не записано. Виправте цей ключ або вилучіть його.
report-template-version = Ця форма шаблонів новіша за програму або її немає. Програма знає version = 1.
report-template-no-version = Файл не називає своєї форми. Напишіть першим рядком version = 1.
report-template-range = { $value } не вміщується на сторінці; можна від { $least } до { $most }.
report-template-colour = «{ $value }» не є кольором у вигляді #rrggbb.
report-template-light = Слів цього кольору не видно на білому (контраст менший за 4,5 до 1). Виберіть темніший.
report-template-line = Має вміститися в один рядок, не більше { $most } знаків.
report-template-placeholder = «{ $name }» нічого не означає. Є { $known }.
report-template-chapter = Розділу «{ $name }» немає. Є { $known }.
report-template-twice = Розділ «{ $name }» названо двічі.
report-template-no-method = Розділ «method» не можна вилучити: він каже, який шаблон використано.
report-template-language = Звіти бувають мовами { $known }; іншої мови немає.
report-template-logo = Зображення не вдалося прочитати: { $reason }.
report-template-logo-kind = Це не PNG, не JPEG і не SVG.
report-template-logo-name = Логотип лежить у теці шаблону: дайте лише його назву.
cli-arg-report-template = Узяти шаблон із цієї теки (docs/report.md)
cli-arg-report-write-template = Записати в цю теку шаблон для початку, без звіту
cli-report-template-done = { $file }: шаблон для початку
