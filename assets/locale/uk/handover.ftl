# Передавання: звіт або пакет, створені з вікна.
command-hand-over = Передати …
command-take-in-package = Взяти папку пакета …
shell-copies = Справи та пакети
shell-path-take = Узяти
handover-title = Передати
handover-close = Закрити
handover-what = Що
handover-whole = Усю справу
handover-selected = { $count ->
    [one] Вибране: { $count } картка
    [few] Вибране: { $count } картки
   *[other] Вибране: { $count } карток
}
handover-select-hint = Щоб передати частину, спершу виберіть удари, боєприпаси, компоненти, маркування або фотографії.
handover-form = Форма
handover-report-pdf = Звіт PDF
handover-report-html = Звіт HTML
handover-package-folder = Пакет-папка
handover-package-zip = Пакет ZIP
handover-language = Мова звіту
handover-size = Папір
handover-a4 = A4 (міжнародний)
handover-letter = Letter (США)
handover-history = З історією справи
handover-sign = Чим підписати
handover-sign-device = Ключем ноутбука
handover-sign-file = Ключем із файлу
handover-sign-nobody = Нічим
handover-key = Файл із приватним ключем OpenSSH
handover-choose-key = Вибрати файл ключа …
handover-key-title = Файл із приватним ключем OpenSSH
handover-passphrase = Парольна фраза ключа, якщо вона є
handover-no-key = Виберіть файл ключа або інший спосіб підпису.
handover-place = Куди
handover-choose-place = Вибрати місце …
handover-place-title = Куди? Нічого наявного не замінюється.
handover-no-place = Скажіть, куди записати.
handover-no-folder = Цієї папки немає, або її не можна переглянути. Виберіть інше місце.
handover-unfinished = Там є незавершений пакет цієї справи. Роботу буде продовжено: цілі оригінали зберігаються.
handover-unfinished-zip = Там є незавершений пакет. Його буде записано заново.
handover-go = Передати
handover-looking = Місце переглядається.
handover-busy = Щось уже передається. Дочекайтеся кінця.
handover-past = Передати можна лише справу в її теперішньому стані. Спершу поверніться до нього.
handover-missing = { $count ->
    [one] У справі бракує оригіналу { $count } фотографії, тож пакет із нею не може бути повним. Імпортуйте файл ще раз або виберіть картки без нього.
    [few] У справі бракує оригіналів { $count } фотографій, тож пакет із ними не може бути повним. Імпортуйте файли ще раз або виберіть картки без них.
   *[other] У справі бракує оригіналів { $count } фотографій, тож пакет із ними не може бути повним. Імпортуйте файли ще раз або виберіть картки без них.
}

handover-inside = Що в ньому буде
handover-counting = Підраховується …
handover-nothing = Жодного удару, боєприпасу, компонента, маркування чи фотографії
handover-hangs-on = і все, що до цього належить
handover-originals = { $count ->
    [0] Жодного оригіналу; близько { $size }
    [one] { $count } оригінал з усіма метаданими; разом близько { $size }
    [few] { $count } оригінали з усіма метаданими; разом близько { $size }
   *[other] { $count } оригіналів з усіма метаданими; разом близько { $size }
}
handover-entries = { $count ->
    [one] Історія: { $count } запис із тим, хто й коли його зробив
    [few] Історія: { $count } записи з тим, хто й коли їх зробив
   *[other] Історія: { $count } записів із тим, хто й коли їх зробив
}
handover-outside = Чого в ньому не буде
handover-all-in = З карток, оригіналів та історії нічого не пропущено.
handover-report-without = Оригіналів: фотографії показано щонайбільше у 2048 пікселів, із SHA-256 оригіналу. Історії, крім хешів її останніх записів.
handover-left-out = { $count ->
    [one] Ще { $count } картки цих видів
    [few] Ще { $count } карток цих видів
   *[other] Ще { $count } карток цих видів
}
handover-selection-without = Альбомів, контрольних списків, правил прочитання та термінів, яких немає у вибраному
handover-without-history = Історії: пакет не можна об’єднати з іншою копією, а його ланцюги не можна перевірити.
handover-undecided = { $count ->
    [one] { $count } картка в ньому чекає на вибір між версіями кількох людей. Вийде те, що показано дотепер.
    [few] { $count } картки в ньому чекають на вибір між версіями кількох людей. Вийде те, що показано дотепер.
   *[other] { $count } карток у ньому чекають на вибір між версіями кількох людей. Вийде те, що показано дотепер.
}
handover-undecided-case = { $count ->
    [one] { $count } картка справи чекає на вибір між версіями кількох людей. У звіті про це сказано.
    [few] { $count } картки справи чекають на вибір між версіями кількох людей. У звіті про це сказано.
   *[other] { $count } карток справи чекають на вибір між версіями кількох людей. У звіті про це сказано.
}
handover-history-tells = Історія містить текст усіх карток справи, зокрема не вибраних і видалених.
handover-uncovered = Фотографії передаються такими, якими надійшли: без закритих місць, із місцем і часом, якщо вони є у файлі. Закриті місця діють лише для копій для оприлюднення.
handover-uncovered-report = Фотографії показано без закритих місць, а місця — так точно, як їх записано. Закриті місця діють лише для копій для оприлюднення.

handover-job-report = Записується звіт
handover-job-package = Створюється пакет
handover-report-done = Звіт записано
handover-report-holds = { $markings ->
    [one] { $markings } маркування
    [few] { $markings } маркування
   *[other] { $markings } маркувань
}, { $photos ->
    [one] { $photos } фотографія
    [few] { $photos } фотографії
   *[other] { $photos } фотографій
}, { $size }
handover-pages = { $count ->
    [one] { $count } сторінка
    [few] { $count } сторінки
   *[other] { $count } сторінок
}
handover-package-sound = Пакет створено й перевірено: він справний
handover-package-unsound = Пакет несправний: не передавайте його
handover-package-unchecked = Пакет створено, але перевірку зупинено
handover-package-unread = Пакет створено, але прочитати його не вдалося
handover-stopped = Зупинено
handover-refused = Нічого не передано
handover-open-folder = Відкрити папку
handover-go-on = Продовжити
handover-once-more = Ще раз
handover-choose-again = Вибрати знову
handover-not-opened = Папку { $folder } звідси не вдається відкрити: { $reason }
merge-unsound = { $count ->
    [one] { $file } несправний: { $count } вада. Нічого не взято. Попросіть його ще раз або копію справи.
    [few] { $file } несправний: { $count } вади. Нічого не взято. Попросіть його ще раз або копію справи.
   *[other] { $file } несправний: { $count } вад. Нічого не взято. Попросіть його ще раз або копію справи.
}
