# Списки термінів і міток.
vocabulary-title = Словники
vocabulary-tags = Мітки
vocabulary-weapon-classes = Класи зброї
vocabulary-component-kinds = Види компонентів
vocabulary-target-kinds = Види цілей
vocabulary-mark-methods = Способи нанесення
vocabulary-filter = Знайти термін
vocabulary-filter-hint = Будь-яка назва чи синонім
vocabulary-new = Додати термін
vocabulary-count = { $count ->
    [one] { $count } термін
    [few] { $count } терміни
    [many] { $count } термінів
   *[other] { $count } терміну
}
vocabulary-fixed = Ці терміни сталі: їх зберігають маркування. Їх можна назвати інакше й дати їм синоніми, але не додати, приховати чи об’єднати.
vocabulary-empty = Ще немає термінів
vocabulary-empty-text = Введіть термін у поле вгорі або дайте запису мітку: вона з’явиться тут.
vocabulary-none-found = Жодною мовою немає терміна з такою назвою.
vocabulary-english = Англійською
vocabulary-ukrainian = Українською
vocabulary-korean = Корейською
vocabulary-synonyms = Синоніми
vocabulary-synonyms-hint = Через крапку з комою
vocabulary-source = Джерело
vocabulary-note = Примітка
vocabulary-colour = Колір
vocabulary-uses = Ужито
vocabulary-name = Назва
vocabulary-column = Словник
vocabulary-becomes = Що буде
vocabulary-stored = Зберігається як «{ $term }»
vocabulary-hidden = Приховано
vocabulary-hide = Приховати
vocabulary-show = Знову пропонувати
vocabulary-not-listed = Ужито, немає у списку
vocabulary-not-listed-text = Це слово хтось увів; у списку його немає.
vocabulary-adopt = Додати до списку
vocabulary-merge = Об’єднати два терміни
vocabulary-merge-text = Кожен запис з одним терміном матиме інший. Назва, що зникає, стає синонімом тієї, що лишається. Одне скасування все повертає.
vocabulary-merge-into = Об’єднати з «{ $term }»
vocabulary-merge-count = { $count ->
    [0] Жоден запис не має «{ $from }».
    [one] Зміниться { $count } запис із «{ $from }».
    [few] Зміняться { $count } записи з «{ $from }».
    [many] Зміниться { $count } записів із «{ $from }».
   *[other] Зміниться { $count } запису з «{ $from }».
}
vocabulary-merge-field = Об’єднати з
vocabulary-merge-hint = Термін, що лишається
vocabulary-merged = { $count ->
    [one] «{ $from }» об’єднано з «{ $into }»: змінено { $count } запис.
    [few] «{ $from }» об’єднано з «{ $into }»: змінено { $count } записи.
    [many] «{ $from }» об’єднано з «{ $into }»: змінено { $count } записів.
   *[other] «{ $from }» об’єднано з «{ $into }»: змінено { $count } запису.
}
vocabulary-alike = «{ $from }» і «{ $into }», можливо, один термін.
vocabulary-alike-more = { $count ->
    [one] І ще { $count } пара
    [few] І ще { $count } пари
    [many] І ще { $count } пар
   *[other] І ще { $count } пари
}
vocabulary-used-by = { $count ->
    [0] Немає в жодному записі
    [one] Є в { $count } записі
    [few] Є в { $count } записах
    [many] Є в { $count } записах
   *[other] Є в { $count } запису
}
vocabulary-used-more = І ще { $count }
vocabulary-edit-list = Редагувати список термінів
vocabulary-summary = Нових: { $new }, змінених: { $changed }, без змін: { $same }, із помилками: { $wrong }.
vocabulary-file = Словники з { $file }
vocabulary-take = { $count ->
    [one] Прийняти { $count } рядок
    [few] Прийняти { $count } рядки
    [many] Прийняти { $count } рядків
   *[other] Прийняти { $count } рядка
}
vocabulary-take-nothing = Жоден рядок не каже нічого нового.
vocabulary-written = Словники записано у { $file }.
vocabulary-state-new = Новий
vocabulary-state-changed = Змінений
vocabulary-state-same = Без змін
vocabulary-state-wrong = Пропущено
vocabulary-no-column = У таблиці немає стовпця «{ $column }».
vocabulary-no-column-mend = Назвіть стовпці в першому рядку: vocabulary, term, en, uk, ko, synonyms, source, colour.
vocabulary-unknown = Такого словника немає.
vocabulary-no-term = Рядок не називає терміна.
vocabulary-no-term-mend = Напишіть, що мають зберігати записи.
vocabulary-fixed-mend = Ужийте один із термінів списку як є.
vocabulary-twice = Рядок { $row } про той самий термін.
vocabulary-twice-mend = Залиште один із рядків.
vocabulary-colour-mend = Напишіть # і шість шістнадцяткових цифр, наприклад #d04a3a.
vocabulary-name-taken = «{ $name }» уже веде до «{ $term }».
vocabulary-name-taken-mend = Перевірте, чи це не один термін.
