# Контрольні списки: чого команда вимагає від запису і що з цього є. Ніколи не оцінка.
checklist-title = Контрольні списки
checklist-one = Список
checklist-strikes = Удари
checklist-weapons = Боєприпаси
checklist-components = Компоненти
checklist-photos = Фото
checklist-markings = Маркування
checklist-required = Обов’язково
checklist-wanted = Бажано
checklist-one-tag = Мітка «{ $tag }»
checklist-one-of-tags = Одна з міток { $tags }

checklist-fact-photos = { $count ->
    [1] Фото, на якому це видно
    [one] { $count } фото, на яких це видно
    [few] { $count } фото, на яких це видно
    [many] { $count } фото, на яких це видно
   *[other] { $count } фото, на яких це видно
}
checklist-fact-scale-photos = { $count ->
    [1] Фото з масштабом
    [one] { $count } фото з масштабом
    [few] { $count } фото з масштабом
    [many] { $count } фото з масштабом
   *[other] { $count } фото з масштабом
}
checklist-fact-scales = { $count ->
    [1] Масштаб на фото
    [one] { $count } масштаб на фото
    [few] { $count } масштаби на фото
    [many] { $count } масштабів на фото
   *[other] { $count } масштабу на фото
}
checklist-fact-weapons = { $count ->
    [1] Боєприпас
    [one] { $count } боєприпас
    [few] { $count } боєприпаси
    [many] { $count } боєприпасів
   *[other] { $count } боєприпасу
}
checklist-fact-components = { $count ->
    [1] Компонент
    [one] { $count } компонент
    [few] { $count } компоненти
    [many] { $count } компонентів
   *[other] { $count } компонента
}
checklist-fact-markings = { $count ->
    [1] Маркування або мітка, що його немає
    [one] { $count } маркування
    [few] { $count } маркування
    [many] { $count } маркувань
   *[other] { $count } маркування
}
checklist-fact-regions = { $count ->
    [1] Ділянка на фото
    [one] { $count } ділянка на фото
    [few] { $count } ділянки на фото
    [many] { $count } ділянок на фото
   *[other] { $count } ділянки на фото
}
checklist-fact-subjects = { $count ->
    [1] Що видно на фото
    [one] { $count } запис, який видно на фото
    [few] { $count } записи, які видно на фото
    [many] { $count } записів, які видно на фото
   *[other] { $count } запису, який видно на фото
}
checklist-fact-readers = { $count ->
    [1] Транскрипція, зроблена людиною
    [one] Транскрипції { $count } людини
    [few] Транскрипції { $count } людей
    [many] Транскрипції { $count } людей
   *[other] Транскрипції { $count } людей
}
checklist-fact-decisions = { $count ->
    [1] Рішення щодо прочитання
    [one] { $count } рішення щодо прочитань
    [few] { $count } рішення щодо прочитань
    [many] { $count } рішень щодо прочитань
   *[other] { $count } рішення щодо прочитань
}
checklist-fact-handovers = { $count ->
    [1] Передавання
    [one] { $count } передавання
    [few] { $count } передавання
    [many] { $count } передавань
   *[other] { $count } передавання
}
checklist-fact-sources = { $count ->
    [1] Джерело
    [one] { $count } джерело
    [few] { $count } джерела
    [many] { $count } джерел
   *[other] { $count } джерела
}
checklist-fact-radius = Радіус координат
checklist-fact-listed-term = { $field }: термін зі словника

checklist-fault-name = Контрольному списку потрібна назва.
checklist-fault-kind = Контрольні списки бувають для таких видів записів: { $kinds }.
checklist-fault-term = Записи цього виду не мають терміна словника: приберіть «term».
checklist-fault-item = Пункт { $place }: { $reason }
checklist-fault-asks = Пункт має питати про щось одне: «field», або «fact» (за потреби з «at_least»), або «one_of_tags».
checklist-fault-field = Запис не має поля «{ $field }», яке може бути порожнім. Він має { $fields }.
checklist-fault-fact = «{ $fact }» не можна знати про такий запис. Можна: { $facts }.
checklist-fault-count = «at_least» — від 1 до 1000, а для того, що не лічиться, — 1.
checklist-fault-tag = Пункт не називає мітки.
checklist-fault-twice = Для цього виду записів є інший список «{ $name }».
checklist-file-line = Рядок { $line }: { $reason }
checklist-file-refused = { $file }: { $reason }
checklist-file-head = Контрольні списки Witnessmark. Про що можна питати, каже docs/checklists.md.
checklist-file-long = Файл довший за { $most } байтів: це не файл контрольних списків.
checklist-summary = Нових: { $new }, змінених: { $changed }, без змін: { $same }.

checklist-of = { $there } із { $asked }
checklist-of-missing = { $there } із { $asked } · { $missing ->
    [one] бракує { $missing } обов’язкового
    [few] бракує { $missing } обов’язкових
    [many] бракує { $missing } обов’язкових
   *[other] бракує { $missing } обов’язкового
}
checklist-all-there = Заповнено всі { $asked }
checklist-asks-nothing = Жоден контрольний список тут нічого не вимагає
checklist-line = Контрольний список: { $said }
checklist-item-there = Є: { $item }
checklist-item-missing = Бракує: { $item }
checklist-item-has = { $has } із { $wants }
checklist-is-ours = Справа не має для цього контрольного списку: це список самої програми.
checklist-says = Тут сказано, що заповнено, а не чи це правда.
checklist-edit = Редагувати контрольний список
checklist-column = Заповнено
checklist-column-says = { $record }: заповнено { $there } із { $asked }

checklist-filter = Заповнено
checklist-filter-any = Будь-як
checklist-filter-required = Бракує обов’язкового
checklist-filter-wanted = Бракує бажаного
checklist-filter-incomplete = Чогось бракує

checklist-of-program = Справа не має контрольного списку для цього виду записів: діє список самої програми, найменше, чого вимагає фах. Перейміть його, щоб змінити.
checklist-take-over = Перейняти, щоб змінити
checklist-new = Новий контрольний список
checklist-new-name = Контрольний список
checklist-name = Назва
checklist-only-term = Лише для записів із цим терміном
checklist-only-tag = Лише для записів із цією міткою
checklist-only-hint = Будь-який
checklist-notes = Нотатки
checklist-remove = Видалити контрольний список
checklist-count = { $count ->
    [0] немає пунктів
    [one] { $count } пункт
    [few] { $count } пункти
    [many] { $count } пунктів
   *[other] { $count } пункту
}
checklist-list-named = Контрольний список { $name }
checklist-add-item = Додати пункт
checklist-remove-item = Видалити пункт
checklist-move-up = Вище
checklist-move-down = Нижче
checklist-is-first = Він перший
checklist-is-last = Він останній
checklist-asks = Питає про
checklist-asks-tag = Одна з цих міток
checklist-tags-hint = Через крапку з комою
checklist-at-least = Щонайменше
checklist-demand = Наскільки твердо
checklist-label-en = Назва англійською
checklist-label-uk = Назва українською
checklist-label-ko = Назва корейською
checklist-source = Хто цього вимагає
checklist-no-items = Ще нічого не вимагається. Додайте пункт: поле, яке треба заповнити, або щось, що лічиться.
checklist-written = Контрольні списки записано у { $file }.
checklist-taken = Контрольні списки з { $file } у справі: { $summary }
checklist-taken-nothing = { $file } не каже нічого нового.
checklist-for-term = для { $term }
checklist-for-tag = з міткою «{ $tag }»
command-go-checklists = Контрольні списки
command-import-checklists = Імпортувати контрольні списки …
command-export-checklists = Експортувати контрольні списки …
shell-path-lists-in-title = Файл контрольних списків (TOML або JSON), який слід прийняти
shell-path-lists-out-title = Файл для контрольних списків (.toml або .json)

cli-checklist = Контрольні списки: чого вимагають від записів (docs/checklists.md)
cli-checklist-list = Показати їх, зі списками програми там, де справа своїх не має
cli-checklist-export = Записати їх як TOML або як JSON, якщо так закінчується назва файлу
cli-checklist-import = Прийняти контрольні списки з файлу: списки з тією самою назвою замінюються
cli-checklist-check = Перевірити, чи можна прийняти файл контрольних списків, і нічого не змінювати
cli-arg-checklist-file = Файл контрольних списків: .toml або .json
cli-arg-checklist-out = Куди їх записати; без цього — на стандартний вивід, як TOML
cli-arg-checklist-json = На стандартний вивід писати JSON
cli-arg-checklist-remove = Видалити власні контрольні списки справи, яких немає у файлі
cli-arg-completeness-kind = Один вид записів: strike, weapon, component, photo або marking
cli-arg-completeness-incomplete = Лише записи, у яких чогось бракує
cli-arg-completeness-demand = З --incomplete: лише обов’язкове або лише бажане
cli-arg-completeness-format = csv, json або text для людей
cli-completeness = Що з контрольних списків заповнено в кожному записі (docs/checklists.md)
cli-completeness-line = { $kind } { $title }: { $there } із { $asked }
cli-completeness-none = Такого запису немає.
cli-checklist-sound = { $file } можна прийняти: { $summary }
cli-checklist-taken = Прийнято: { $summary }
cli-checklist-own = справи
cli-checklist-program = програми
