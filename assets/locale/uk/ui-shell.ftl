# Messages of the window's shell: start screen, header, jobs, inspector.
start-subtitle = Документуйте рештки озброєння за фотографіями. Усе лишається в одному файлі на цьому ноутбуці.
start-new = Нова справа
start-title = Назва
start-title-hint = Київська область, серпень 2024
start-file = Файл
start-file-hint = kyiv.witness
start-file-needed = Укажіть, у якому файлі зберігати справу.
start-create = Створити справу
start-choose = Вибрати папку…
start-demonstration = Демонстраційна справа
start-demonstration-text = Висновок, із якого виросла ця програма: позначка 113 на двох приводах газодинамічних керм. Зображення в ній намальовані, про що на них і сказано.
start-recent = Останні справи
start-no-recent = Тут з’являться справи, які ви відкриватимете.
start-forget = Забути { $name }
start-opening = Справа відкривається…

shell-window-title = { $case } · Witnessmark
shell-search = Пошук
shell-undo = Скасувати: { $what }
shell-redo = Повторити: { $what }
shell-nothing-to-undo = Скасовувати нічого
shell-nothing-to-redo = Повторювати нічого
shell-undone = Скасовано: { $what }
shell-redone = Повторено: { $what }
shell-refused = Дію не виконано.
shell-drop = Перетягніть сюди фото або папки, щоб імпортувати їх
shell-step-many = { $what } ({ $count })
shell-no-dialog = У цій системі неможливо відкрити вікно вибору файлів. Установіть «zenity» або портал робочого столу чи введіть шлях.
shell-path-title = Шлях
shell-path-open = Відкрити
shell-path-import = Імпортувати
shell-path-hint = /home/me/photos
shell-path-cancel = Скасувати
shell-path-open-title = Відкрити справу за шляхом
shell-path-watch = Стежити
shell-path-watch-title = Стежити за папкою за шляхом
shell-path-track-title = Відкрити трек GPX за шляхом
shell-path-import-title = Імпортувати файл або папку за шляхом
shell-panic = Сталося щось непередбачене. Збережене в безпеці.
shell-settings-person = Ваше ім’я
shell-settings-person-hint = Яким воно має стояти в історії
shell-settings-lock = Замикати зашифровану справу через
shell-settings-minutes = хв
shell-settings-lock-text = Якщо стільки часу не буде натискань клавіш чи клацань, програма знову запитає парольну фразу. 0 — ніколи.
shell-settings-language = Мова
shell-settings-text = Відтепер воно стоятиме в кожному записі історії.

inspector-empty = Нічого не вибрано
inspector-empty-text = Виберіть картку, щоб змінити її тут.

job-import = Імпорт
job-watch = Стеження за «{ $folder }»
job-verify = Перевірка
job-import-done = { $added ->
    [one] Додано { $added } фотографію
    [few] Додано { $added } фотографії
   *[other] Додано { $added } фотографій
}
job-import-known = { $known ->
    [one] { $known } уже була відома
    [few] { $known } вже були відомі
   *[other] { $known } вже були відомі
}
job-import-refused = { $refused ->
    [one] { $refused } файл відхилено
    [few] { $refused } файли відхилено
   *[other] { $refused } файлів відхилено
}
job-import-cancelled = Зупинено. Що додано, те лишається.
job-rules = Випробування правил прочитання
shell-path-table-title = Введіть шлях до таблиці (CSV або TSV)
shell-path-terms-in-title = Введіть шлях до таблиці термінів (CSV)
shell-path-terms-out-title = Введіть шлях, куди записати таблицю (CSV)
shell-path-rules-title = Введіть шлях до файлу правил (TOML)
job-codes = Пошук штрихкодів
job-codes-found = Знайдено
job-codes-done = { $found ->
    [0] Нових штрихкодів не знайдено
    [one] Знайдено { $found } новий штрихкод
    [few] Знайдено { $found } нові штрихкоди
   *[other] Знайдено { $found } нових штрихкодів
} на { $photos ->
    [one] { $photos } фотографії
   *[other] { $photos } фотографіях
}{ $known ->
    [0] .
   *[other] ; уже відомих: { $known }.
}
job-import-detail = { $file }: { $reason }
job-report-close = Закрити
job-report-known = Уже відомі
job-report-refused = Відхилено
job-verify-sound = Справа ціла: перевірено оригіналів — { $originals }, записів історії — { $entries }.
job-verify-problems = { $count ->
    [one] Виявлено { $count } проблему.
    [few] Виявлено { $count } проблеми.
   *[other] Виявлено { $count } проблем.
}
job-verify-cancelled = Зупинено до завершення.
paste-name = вставлено { $time }.png
paste-note = Вставлено з буфера обміну: лише пікселі, без файлу камери.

picture-none = Немає перегляду

window-no-display = Немає екрана, на якому можна відкрити вікно (DISPLAY не задано). Запустіть програму з робочого столу чи через «xvfb-run» або скористайтеся командою, якій не потрібне вікно: witnessmark --help
window-failed = Вікно не вдалося відкрити: { $reason }. Потрібен графічний драйвер з OpenGL 2.1 або новішим (у Debian: libgl1, libegl1, libgl1-mesa-dri).
tour-not-written = { $file } не записано: { $reason }

# Encryption, recovery, the past.
start-encrypt = Зашифрувати парольною фразою
start-passphrase = Парольна фраза
start-passphrase-text = Кілька слів краще, ніж одне. Без неї ніхто не зможе відкрити справу, і ви також: бережіть її.
start-passphrase-needed = Введіть парольну фразу.
start-locked = «{ $name }» зашифровано
start-unlock = Відкрити
start-recover = Зберегти вціліле в нову справу
start-recovering = Зберігається вціліле…
start-restoring = Відтворюються картки…
start-encrypting = Справа записується під новою парольною фразою…
start-restore = Резервні копії карток
start-restore-text = Якщо справу втрачено або пошкоджено: її картки, якими вони тоді були, стануть новою справою. Фото беруться зі старого файлу або імпортуються знову.
start-restore-name = Відтворити «{ $case }» як нову справу
recover-name = відновлено
recover-title = Вціліле збережено у { $file }
restore-name = відтворено
ask-passphrase = Парольна фраза цієї справи
ask-passphrase-text = Справу буде записано наново під цією фразою; на це потрібен час і місце для другої копії. Без парольної фрази ніхто не зможе її відкрити, і ви також.
ask-passphrase-first = Нова парольна фраза
ask-passphrase-again = Ще раз
ask-passphrase-set = Зашифрувати
ask-passphrase-remove = Зняти шифрування
ask-passphrase-differ = Фрази не однакові.
ask-passphrase-empty = Введіть парольну фразу.
ask-as-of = Справа, якою вона була
ask-as-of-text = Усі подання покажуть картки такими, якими вони були наприкінці того дня. Нічого не змінюється.
ask-as-of-day = День
ask-as-of-hint = 2024-08-18
ask-as-of-show = Показати
ask-as-of-wrong = Введіть день, наприклад 2024-08-18.
banner-read = Закрити це повідомлення
banner-past = Справа, якою вона була { $when }. Тут нічого не можна змінити.
banner-damaged = Частину файлу цієї справи не вдалося прочитати. Показане ціле; збережіть його в нову справу.
backup-failed = Не вдалося зробити резервну копію карток.
job-past = Справа, якою вона була
shell-signed = Історію підписано ключем { $fingerprint }.
command-recover = Зберегти вціліле в нову справу
command-sign-history = Підписати історію
command-passphrase = Парольна фраза…
command-lock-case = Замкнути справу
command-as-of = Показати справу станом на день…
command-back-to-now = Назад до сьогодення
command-history-of-item = Що зроблено з вибраним
