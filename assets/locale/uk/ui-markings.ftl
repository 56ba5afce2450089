# Messages of the markings: the list, the screen on which one is read, and the form in the inspector.

# The list.
markings-title = Маркування
markings-show = Які маркування
markings-all = Усі
markings-untranscribed = Нечитані
markings-tags = Мітки
markings-empty = Маркувань ще немає
markings-empty-text = Відкрийте фото, натисніть { $key } й обведіть позначку прямокутником. Вона з’явиться тут для транскрипції та прочитання.
markings-go-photos = Перейти до фото
markings-none-fit = Жодне маркування не підходить
markings-none-fit-text = Усі маркування вже мають транскрипцію, або жодне не має цих міток.
markings-show-all = Показати всі маркування
markings-column-crop = Позначка
markings-column-read = Транскрипція
markings-column-component = Компонент
markings-column-finding = Прийняте прочитання
markings-column-tags = Мітки
markings-not-transcribed = Ще без транскрипції
markings-no-component = Без компонента
markings-undecided = Нічого не вирішено

# The screen: where one is.
marking-back = Назад до маркувань
marking-untitled = Маркування
marking-place = { $place } із { $count }
marking-next-untranscribed = Далі транскрибувати
marking-all-transcribed = Жодне інше маркування не чекає на транскрипцію
marking-is-last = Це останнє маркування
marking-is-first = Це перше маркування
marking-gone = Цього маркування у справі немає
marking-gone-text = Можливо, його вилучено. Скасування дії поверне його.

# The picture.
marking-viewer = Позначка
marking-loading = Фото зчитується …
marking-size-unknown = Розмір цього фото невідомий, тому його ділянку не можна показати.
marking-no-region = Немає ділянки
marking-no-region-text = Відкрийте фото з цією позначкою й обведіть її ділянкою.
marking-caption = { $width } × { $height } пікселів, { $percent } %
marking-preview = Мініатюра; оригінал декодується …
marking-is-illustration = Малюнок, який нічого не доводить
marking-is-pasted = Вставлені пікселі, без файлу камери
marking-open-photo = Показати на фото
marking-region = Ділянка { $place }, { $file }
marking-seen-in = Де видно
marking-go-to-photo = Показати ділянку { $place } на її фото

# The tools: they change what is seen and nothing else.
markings-hidden = Раз прочитано, від вас приховано
markings-find-hint = Пошук у прочитаному: 113, 1?3, *254
markings-find-mode = Як розуміти пошук
markings-find-strict = Точно
markings-find-loose = Також схоже
markings-find-regex = Регулярний вираз
markings-find-help = Як шукати
markings-find-clear = Очистити пошук
markings-find-help-one = ? — будь-який один знак: 1?3 знаходить 113 і 1{"{1/7}"}3.
markings-find-help-any = * — будь-скільки знаків у межах слова: *254 знаходить 7-23-254.
markings-find-help-quoted = Пробіли, дефіси й крапки можна пропускати, якщо пошук не взято в лапки.
markings-find-help-uncertain = Непевні, втрачені й нерозбірливі знаки знаходяться за всім, чим вони можуть бути; список каже, наскільки певною є знахідка. Літери, однакові на вигляд у латиниці та кирилиці, вважаються тими самими.
markings-find-help-loose = «Також схоже» приймає один за одного й знаки, які схожі, коли зношені: З і 3, 0 і O, 5 і S.
markings-find-help-regex = Регулярний вираз бачить транскрипцію так, як її набрано, разом зі знаками нотації.
markings-found = Знайдено в { $count ->
    [one] { $count } транскрипції
   *[other] { $count } транскрипціях
}; { $shown ->
    [one] показано { $shown } маркування.
    [few] показано { $shown } маркування.
   *[other] показано { $shown } маркувань.
}
markings-rank-certain = усе певне
markings-rank-likely = через непевний знак
markings-rank-possible = через менш імовірний або схожий знак
markings-rank-missing = через відсутні знаки
markings-rank-struck = закреслено
markings-second = 2-ге читання
markings-disagreeing = Спірні
markings-rules = Правила
markings-rules-title = Власні правила прочитання групи
markings-rules-none = У цій справі їх немає.
markings-rules-remove = Вилучити правила { $name }
markings-rules-unreadable = Ця версія не може прочитати цих правил, тому жодна позначка за ними не прочитується.
markings-rules-hint = Файл правил — це текст (TOML): зразки з їхнім значенням, джерело та приклади, які спершу випробовуються. Див. docs/adding-a-system.md.
markings-agreement = Згода
markings-agreement-none = Ще жодної позначки не прочитали двоє людей.
markings-agreement-pair = { $a } і { $b }
markings-agreement-line = { $marks ->
    [one] { $marks } позначка
    [few] { $marks } позначки
   *[other] { $marks } позначок
}, однакових знаків { $alike } із { $positions } ({ $percent } %)
markings-agreement-kappa = Каппа Коена { $kappa }
markings-agreement-no-kappa = Каппу Коена не можна обчислити: обоє всюди прочитали той самий знак.
markings-agreement-confused = Сплутано між собою: { $pairs }
markings-agreement-hint = Враховано лише те, що люди прочитали самі, від кожного — найновіше. Каппа дорівнює 1, якщо читачі завжди згодні, і 0, якщо вони згодні не частіше, ніж випадково.
marking-blind = Спершу прочитайте самі
marking-blind-text = Що тут прочитали інші і що це, як з’ясувалося, означає, приховано, доки у справі немає вашого власного прочитання. Тоді воно вважатиметься прочитанням наосліп.
marking-blind-reveal = Однаково показати
marking-next-second = Далі читати
marking-all-second = Більше ніщо не чекає на друге прочитання від вас
marking-next-disagreeing = Далі вирішувати
marking-all-agreed = Більше нічого не прочитано по-різному
marking-role-blind = наосліп
marking-role-machine = машина
marking-role-adjudicator = вирішено
marking-readers-alike = Обидва читачі згодні.
marking-readers-differ = Однаково прочитано знаків: { $alike } із { $positions }.
marking-decide = Вирішити
marking-decide-title = Що розбірливо, з огляду на всі прочитання
marking-decide-why = Чому
marking-decide-why-hint = Що вирішує: інше фото, інше світло, відома форма клейма …
marking-decide-take = Узяти прочитане: { $person }
marking-decide-keep = Зберегти рішення
marking-decide-cancel = Скасувати
marking-decide-required = Укажіть підставу й транскрипцію
marking-decide-withdraw = Відкликати рішення
marking-tools-turn = Поворот
marking-tools-upright = Повернути прямо
marking-tools-is-upright = Уже прямо
marking-tools-loupe = Лупа
marking-tools-loupe-keys = утримуйте Shift
marking-tools-straighten = Вирівняти
marking-tools-look = Вигляд
marking-tools-channel = Канал
marking-tools-brightness = Яскравість
marking-tools-contrast = Контраст
marking-tools-gamma = Гамма
marking-tools-local = Місцевий контраст
marking-tools-sharpen = Різкість
marking-tools-relief = Рельєф
marking-tools-light = Світло з боку
marking-tools-invert = Інвертувати
marking-tools-light-hint = Перетягуйте сонце по колу або користуйтеся стрілками
marking-tools-median = Прибрати крапинки
marking-tools-edges = Краї
marking-tools-palette = Кольори
marking-tools-combine = Разом з іншими фото
marking-tools-corners = Кути
marking-tools-corners-hint = Поставте чотири шпильки на кути таблички або етикетки: тоді її буде показано прямо спереду.
marking-tools-corners-remove = Показати так, як знято
marking-tools-points = Точки
marking-tools-points-hint = Поставте три шпильки на ті самі три місця на кожному фото позначки: тоді фото можна накласти одне на одне.
marking-tools-points-remove = Прибрати точки
marking-points-others = Поставте точки й на іншому фото цієї позначки.
marking-combine-alone = Лише це фото
marking-combine-average = Середнє з усіх
marking-combine-darkest = Найтемніше з усіх
marking-combine-lightest = Найсвітліше з усіх
marking-combine-difference = Що різниться
marking-pin-corner = Кут { $number }
marking-pin-point = Точка { $number }
marking-tools-reset = Двічі клацніть, щоб скинути
marking-channel-colour = Колір
marking-channel-red = Червоний
marking-channel-green = Зелений
marking-channel-blue = Синій
marking-channel-luma = Яскравість
marking-channel-saturation = Насиченість
marking-palette-natural = Як є
marking-palette-viridis = Viridis
marking-palette-heat = Жар
marking-palette-turbo = Веселка
marking-preset-plain = Без обробки
marking-preset-stamped = Вибито на металі
marking-preset-burnt = Обгоріла фарба
marking-preset-label = Етикетка
marking-preset-circuit = Травлена плата

# The transcription.
marking-transcription = Транскрипція
marking-by = прочитано: { $person }
marking-saved = Збережено
marking-unsaved = Enter зберігає
marking-field-hint = Що розбірливо, і нічого більше
marking-field-signs = Набирайте те, що є. {"{3?}"} — непевна 3, {"{3/8}"} — 3 або 8, {"{.}"} — нерозбірливо, {"[.2]"} — два знаки втрачено, {"[1]"} — втрачено й доповнено.
marking-field-error = На знаку { $place }: { $problem }
marking-field-more = { $count ->
    [one] і ще { $count }
   *[other] і ще { $count }
}
marking-other-choose = Показати її прочитання
marking-other-chosen = Її прочитання показано
marking-read-other = Прочитати транскрипцію: { $person }
marking-sign-hint = { $name } ({ $keys })
marking-sign-uncertain = Непевний знак
marking-sign-choice = Один або інший
marking-sign-illegible = Нерозбірливий знак
marking-sign-lost = Втрачений знак
marking-sign-restored = Втрачено й доповнено
marking-sign-struck = Закреслено
marking-sign-symbol = Символ або логотип
marking-sign-line = Наступний рядок
marking-sign-face = Наступний бік
marking-sign-direction = Як іде рядок або як його нанесено
marking-direction-90 = повернуто на 90°
marking-direction-180 = догори низом
marking-direction-270 = повернуто на 270°
marking-direction-arc = по обідку
marking-direction-hand = від руки
marking-direction-stencil = за трафаретом
marking-direction-label = на етикетці
marking-direction-laser = лазером
marking-direction-stamp = вибито
marking-direction-etch = витравлено
marking-palette = Знаки
marking-palette-key = Написати { $sign }
marking-script-hangul = Хангиль
marking-script-cyrillic = Кирилиця
marking-script-persian = Перське
marking-script-arabic = Арабське
marking-script-han = Ієрогліфи
marking-script-greek = Грецьке
marking-script-marks = Знаки
marking-symbols = Символи
marking-symbols-none = У цій справі ще не намальовано жодного символу.
marking-symbol-draw = Намалювати символ
marking-symbol-hint = Намалюйте логотип або клеймо один раз. Тоді транскрипції називатимуть його, і його можна буде знайти за назвою.
marking-symbol-square = Квадрат для малювання
marking-symbol-name = Назва
marking-symbol-name-hint = зірка в колі
marking-symbol-keep = Зберегти й написати
marking-symbol-back = Прибрати останній штрих
marking-symbol-missing = Намалюйте його й дайте назву
marking-symbol-remove = Вилучити { $name }
marking-elsewhere = Та сама позначка деінде
marking-elsewhere-none = Більше ніде в цій справі.
marking-elsewhere-same = Написано так само: { $count }
marking-elsewhere-series = Із тієї самої серії: { $count }
marking-elsewhere-alike = Схожі: { $count }
marking-elsewhere-more = Ще { $count }; шукайте позначку, щоб побачити всі.
marking-elsewhere-open = Перейти до позначки { $mark }
marking-elsewhere-compare = Порівняти зображення
marking-same = Як попередня
marking-same-keys = Ctrl+D
marking-templates = Зразки розташування
marking-template-ic = Мікросхема: виробник, тип, код дати, країна
marking-template-label = Етикетка: тип, серійний номер, партія, дата
marking-template-plate = Заводська табличка
marking-template-headstamp = Денце гільзи: завод, рік
marking-template-crate = Ящик або тара: виріб, партія – рік – завод
marking-template-nsn = Етикетка з номенклатурним номером НАТО
marking-template-lot = Партія і чого вона

# The readings.
marking-readings = Що це може означати
marking-readings-empty = Транскрибуйте позначку: її прочитання з’являтимуться тут із кожною клавішею.
marking-readings-unsound = Виправте транскрипцію, щоб побачити її прочитання.
marking-readings-none = Жодна відома система не прочитує це як дату. Транскрипція говорить сама за себе.
marking-reads = Прочитує
marking-meaning = Датує
marking-meaning-production = коли виготовлено предмет
marking-meaning-assembly = коли складено частини
marking-meaning-lot-start = коли розпочато його партію
marking-meaning-seal-window = коли загерметизовано його партію
marking-meaning-design-model = коли прийнято конструкцію, а не сам предмет
marking-meaning-label-print = коли надруковано етикетку, а не сам предмет
marking-meaning-none = нічого
marking-tolerant = Усі способи рахунку
marking-clipped = До удару
marking-place-named = Місце
marking-rivals = Альтернативи
marking-sources = { $count ->
    [one] { $count } джерело
    [few] { $count } джерела
   *[other] { $count } джерел
}
marking-no-source = Джерело не перевірено
marking-source-unknown = Цього джерела немає в переліку.
marking-grade-a = A: позначка сама називає свою систему, і всі перевірки пройдено.
marking-grade-b = B: форма запису підходить, і це підтверджують інші докази.
marking-grade-c = C: форма запису підходить; ніщо інше не свідчить ні за, ні проти.
marking-grade-d = D: короткий код із багатьма альтернативами. Ніколи не показуйте його без них.
marking-grade-x = X: неможливо. Збережено разом із причиною.
marking-accept = Прийняти
marking-reject = Відхилити
marking-accept-name = Прийняти { $reading }
marking-reject-name = Відхилити { $reading }
marking-accept-impossible = Неможливе прочитання не можна прийняти.
marking-accepted = Прийнято
marking-rejected = Відхилено
marking-why-accept = Чому це означає саме це?
marking-why-reject = Чому це не означає цього?
marking-why-hint = Докази, крім самої позначки
marking-why-required = Спершу вкажіть підставу
marking-confirm-accept = Прийняти прочитання
marking-confirm-reject = Відхилити прочитання
marking-why-cancel = Скасувати
marking-earlier-decisions = Відхилено раніше
marking-decided = { $person }, { $at }: { $reason }
marking-withdraw = Відкликати
marking-withdraw-hint = Відкликати це рішення. Історія його зберігає.
marking-copy-statement = Копіювати
marking-use = Виготовлено { $made }; застосовано через { $min }–{ $max } дн.
marking-finding-outdated = Транскрипція або те, що відомо, відтоді змінилися. Перегляньте це ще раз.

# What the grades rest on.
marking-context-origin = Походження { $value }
marking-context-basis = Підстава: { $basis }
marking-context-object = { $value }
marking-context-imported = Імпортна деталь
marking-context-domestic = Деталь країни походження
marking-context-maker = Виробник { $value }
marking-context-strike = Удар { $value }
marking-context-documented = Задокументовано { $value }
marking-context-no-component = Позначка ще не стоїть на жодному компоненті. Виберіть його в «Про позначку».
marking-context-no-weapon = Компонент не належить до жодного боєприпасу, тому походження й удар невідомі.
marking-context-no-basis = Походження враховується лише з доказами, крім самої позначки.
marking-context-no-origin = Походження не задано: задайте його за доказами, крім самої позначки.
marking-context-no-strike = Немає удару або його дати: ніщо не каже, коли боєприпас застосовано.
marking-context-open-weapon = Відкрити боєприпас
marking-context-open-component = Відкрити компонент

# The fields.
marking-fields = Про позначку
marking-open = Транскрибувати й прочитати
marking-field-component = Компонент
marking-component-none = Вибрати компонент
marking-component-untitled = Компонент без назви
marking-component-no-weapon = Поки без боєприпасу
marking-component-find = Знайти компонент
marking-component-hint = Назва, номер речового доказу або боєприпас
marking-component-nothing = Компонента з такою назвою немає.
marking-component-take-off = Без компонента
marking-field-title = Назва
marking-field-kind = Вид
marking-field-method = Як нанесено
marking-field-script = Письмо
marking-field-face = Бік
marking-field-face-hint = На якому боці компонента вона стоїть
marking-field-notes = Нотатки
marking-field-tags = Мітки
marking-not-said = Не вказано
marking-kind-serial = Серійний номер
marking-kind-lot = Номер партії
marking-kind-date = Дата або код дати
marking-kind-part-number = Номер деталі
marking-kind-logo = Логотип виробника
marking-kind-inspection-stamp = Клеймо контролю
marking-kind-barcode = Штрихкод або двовимірний код
marking-kind-text = Інший напис
marking-kind-removed = Навмисно знищено
marking-method-stamped = Вибито
marking-method-cast = Відлито
marking-method-engraved = Вигравірувано
marking-method-stencilled = За трафаретом
marking-method-inked = Фарбою або друком
marking-method-label = На етикетці
marking-method-laser = Лазером
marking-method-handwritten = Від руки
marking-script-term-latin = Латиниця
marking-script-term-hangul = Хангиль
marking-script-term-cyrillic = Кирилиця
marking-script-term-arabic = Арабське або перське
marking-script-term-han = Ієрогліфи
marking-script-term-digits = Лише цифри

## As what markings are listed; the wall
markings-look = Як перелічено маркування
markings-look-table = Таблиця
markings-look-wall = Стіна
wall-name = Стіна позначок
wall-order = Порядок стіни
wall-order-drawn = Як виділено
wall-order-reading = За прочитаним
wall-order-date = За датою
wall-undated = Без прийнятої дати
wall-kind-label = Вид компонента: { $kind }
wall-kind-all = Усі компоненти
wall-kind = { $kind } ({ $count })
wall-head = Вибрати всі з прочитаним { $name }: { $count }
wall-head-hint = Вибирає їх усі
wall-compare = { $count ->
    [0] Порівняти
    [1] Порівняти з усіма так само прочитаними
   *[other] Порівняти: { $count }
}
wall-compare-few = Спершу виберіть позначки: клацанням, далі з Ctrl, або за заголовком групи.

## The comparison of marks, character by character
strip-title = Порівняння позначок: { $count }
strip-name = Зображення, які порівнюють
strip-none = Спершу виберіть позначки для порівняння.
strip-blind = Під час другого прочитання маркування не порівнюють: це показало б, що прочитали інші.
strip-empty = Нема чого порівнювати
strip-empty-text = На жодному фото не виділено ділянки цих позначок.
strip-look = Як їх порівняти
strip-look-side = Поруч
strip-look-over = Накладено
strip-look-colours = Два кольори
strip-look-turns = По черзі
strip-zoom = Розмір
strip-reset = Повернути зображення на місце
strip-reset-none = Жодного зображення не зсунуто.
strip-whole = Цілі позначки
strip-character = { $character }  ×{ $count }
strip-cell-place = знак { $place }
strip-hint = Де лежить знак, оцінено за транскрипцією: перетягніть зображення або скористайтеся Shift і стрілками, щоб накласти його на інші. Клацання або пробіл закріплює те, з яким порівнюють.
strip-hint-whole = Виберіть знак, щоб побачити його з усіх позначок, або наберіть цифру. Клацання або пробіл закріплює позначку, з якою порівнюють.

## The same mark in other cases
marking-others = В інших справах
marking-others-look = { $count ->
    [1] Шукати в іншій справі на цьому ноутбуці
   *[other] Шукати в інших справах на цьому ноутбуці: { $count }
}
marking-others-none = Останнім часом на цьому ноутбуці не відкривали інших справ.
marking-others-looking = Переглянуто справ: { $done } із { $count }
marking-others-nothing = У цій справі немає.

marking-next-impossible = Наступна неможлива
marking-all-possible = Інших неможливих позначок немає
markings-impossible = Неможливі
markings-alarm-name = Неможливо: { $reason }
