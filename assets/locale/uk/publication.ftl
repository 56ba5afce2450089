# Копії для оприлюднення: що на фото закрито, що сказано і що приховано.
redaction-face = Обличчя
redaction-number-plate = Номерний знак
redaction-place = Місце
redaction-document = Документ
redaction-other = Інше

publication-field-caption = Підпис
publication-field-credit = Зазначення авторства
publication-field-photographer = Фотограф
publication-field-licence = Ліцензія
publication-field-file-name = Ім’я файлу оригіналу
publication-field-original = SHA-256 оригіналу
publication-field-source-path = Де лежав файл
publication-field-photo-set = Набір фото
publication-field-altitude-m = Висота
publication-field-camera-make = Виробник камери
publication-field-camera-model = Модель камери
publication-field-lens = Об’єктив
publication-field-software = Програма
publication-field-notes = Нотатки
publication-field-gps-time = Час супутників

publication-date-none = Не вказано
publication-date-year = Рік
publication-date-month = Місяць
publication-date-day = День
publication-date-exact = Як відомо
publication-place-none = Не вказано
publication-place-country = Країна
publication-place-10km = Клітинка 10 км
publication-place-1km = Клітинка 1 км
publication-place-100m = Клітинка 100 м
publication-place-exact = Як відомо

publication-fault-quality = Якість JPEG — від { $least } до { $most }.
publication-fault-size = Розмір — від { NUMBER($least, useGrouping: 0) } до { NUMBER($most, useGrouping: 0) } пікселів по довгій стороні.
publication-fault-strip = Смужці потрібне зазначення авторства: напишіть його або виберіть зазначення авторства фото.
publication-no-photos = Не вибрано жодного фото.
publication-folder-taken = У { $folder } щось є: виберіть порожню або нову теку. Нічого не записано.
publication-folder-failed = Теку { $folder } не вдалося створити: { $reason }. Нічого не записано.
publication-no-photo = У справі немає такого фото.
publication-no-original = У справі немає його оригіналу.
publication-undecided = Кілька людей написали різне про неї або про те, що треба закрити, і ніхто ще не вирішив. Спершу вирішіть: «Вирішити» або witnessmark conflicts.
publication-other-size = Зображення має { $width } × { $height } пікселів, а в записі — { $stated-width } × { $stated-height }: де лежать закриті місця, невідомо.

withheld-redaction = { $count ->
    [one] { $count } прямокутник закрито: { $name }
    [few] { $count } прямокутники закрито: { $name }
   *[many] { $count } прямокутників закрито: { $name }
}
withheld-position = Місцезнаходження або все, що точніше за вибране
withheld-time = Час зйомки або все, що точніше за вибране
withheld-serial-number = Серійний номер камери
withheld-field = Поле: { $name }
withheld-metadata = { $count ->
    [one] Метадані { $name }: { $count } тег
    [few] Метадані { $name }: { $count } теги
   *[many] Метадані { $name }: { $count } тегів
}
withheld-segment = Частини файлу { $name }: { $count }
withheld-trailing = { $count ->
    [one] { $count } байт після кінця зображення
    [few] { $count } байти після кінця зображення
   *[many] { $count } байтів після кінця зображення
}

# Команди.
cli-publish = Записує копії фото для оприлюднення: у них лише вибране, а справа зберігає, що приховано (docs/publication.md)
cli-arg-publish-out = Тека для копій: нова або порожня
cli-arg-publish-photos = Фото: ідентифікатори, SHA-256 або імена файлів
cli-arg-publish-of = Фото, що показують удар, зброю чи деталь: вид запису та його ідентифікатор
cli-arg-publish-size = Пікселів по довгій стороні; без цього — розмір оригіналу
cli-arg-publish-format = Формат файлів копій
cli-arg-publish-quality = Якість JPEG, від 1 до 100
cli-arg-publish-place = Наскільки точно вказати місце
cli-arg-publish-date = Наскільки точно вказати час зйомки
cli-arg-publish-credit = Зазначення авторства кожної копії замість зазначень фото
cli-arg-publish-keep = Поля фото, які вказуються
cli-arg-publish-strip = Зазначення авторства на смужці під зображенням
cli-arg-publish-for = Для кого копії
cli-arg-publish-purpose = Для чого копії
cli-publish-done = { $count ->
    [one] { $count } копія в { $folder }.
    [few] { $count } копії в { $folder }.
   *[many] { $count } копій у { $folder }.
}
cli-publish-none = Жодної копії не записано.
cli-publish-refused = { $file }: копії немає. { $reason }
cli-publish-warning = { $file }: { $reason }
cli-publish-no-tables = Копії в { $folder }, але їхні таблиці не вдалося записати: { $reason }
cli-publish-not-recorded = Копії в { $folder }, але справа не змогла зберегти, що приховано: { $reason }. Видаліть теку й оприлюдніть знову.
cli-publish-of-kind = Є фото удару, зброї чи деталі, а не «{ $kind }».
cli-redact = Чого не показують копії для оприлюднення: малює прямокутники на фото, перелічує та прибирає їх
cli-arg-redact-photo = Фото: ідентифікатор, SHA-256 або ім’я файлу
cli-arg-redact-rect = Прямокутник: ліворуч, згори, ширина й висота в пікселях прямо поставленого оригіналу
cli-arg-redact-why = Що він закриває
cli-arg-redact-list = Перелічити закриті місця фото
cli-arg-redact-remove = Прибрати закрите місце з цим ідентифікатором
cli-arg-redact-suggest = Сказати, де можуть бути обличчя, прямокутниками, і нічого не малювати (повернуті, закриті чи малі вона здебільшого не знаходить)
cli-redact-rect-form = «{ $text }» — не прямокутник: вкажіть ліворуч, згори, ширину й висоту як X,Y,W,H.
cli-redact-none = У фото немає закритого місця { $id }.
cli-redact-empty = У фото немає закритих місць.
cli-redact-drawn = Закрите місце { $id } намальовано.
cli-redact-removed = Закрите місце { $id } прибрано.

# У вікні.
job-publish = Оприлюднення копій
publication-title = Копія для оприлюднення
publication-photos = { $count ->
    [one] { $count } фото
    [few] { $count } фото
   *[many] { $count } фото
}
publication-format = Формат файлу
publication-size = Довга сторона в пікселях
publication-size-hint = Як в оригіналу
publication-date = Час зйомки
publication-place = Місце
publication-credit = Зазначення авторства для всіх
publication-credit-hint = Кожного фото або жодного
publication-strip = Зазначення авторства на смужці під зображенням
publication-tell = Сказано про кожне фото
publication-recipient = Для кого
publication-purpose = Для чого
publication-withheld = Приховано
publication-withheld-line = { $what } · { $count ->
    [one] { $count } фото
    [few] { $count } фото
   *[many] { $count } фото
}
publication-uncovered = { $count ->
    [one] { $count } фото не має закритих місць: подивіться ще раз.
    [few] { $count } фото не мають закритих місць: подивіться ще раз.
   *[many] { $count } фото не мають закритих місць: подивіться ще раз.
}
publication-undecodable = { $count ->
    [one] { $count } фото не можна показати, копії не буде.
    [few] { $count } фото не можна показати, копій не буде.
   *[many] { $count } фото не можна показати, копій не буде.
}
publication-metadata-too = Усі метадані файлів, їхні імена і те, що лежить після зображень.
publication-choose-folder = Вибрати теку й оприлюднити …
publication-close = Закрити
publication-done = { $count ->
    [one] { $count } копія для оприлюднення в { $folder }
    [few] { $count } копії для оприлюднення в { $folder }
   *[many] { $count } копій для оприлюднення в { $folder }
}
publication-stopped = зупинено до кінця
publication-folder-title = Нова або порожня тека для копій
publication-warned = із застереженням
command-redact = Закрити
command-publish = Копія для оприлюднення …
redact-ask = Що тут закрито?
redact-name = Закрите місце: { $why }
redact-remove = Прибрати закрите місце
redact-hint = Проведіть по тому, чого не повинні показувати копії для оприлюднення. Оригінал це зберігає.
redact-suggest = Запропонувати обличчя
redact-suggest-looking = Пошук облич …
redact-suggest-limits = Знаходить прямо поставлені обличчя спереду. Інші та малі пропускає: подивіться самі.
redact-suggest-all = Закрити всі { $count }
redact-suggest-dismiss = Відхилити
redact-suggested = Можливе обличчя { $number }
redact-suggest-none = Облич не знайдено. Це не означає, що їх немає.
redact-suggest-failed = Не вдалося шукати обличчя
photo-published = { $count ->
    [one] Оприлюднено: { $count } копію
    [few] Оприлюднено: { $count } копії
   *[many] Оприлюднено: { $count } копій
}
