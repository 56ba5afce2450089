# Messages of dates (model::when) and of readings.
reading-interval-backwards = { $earliest } пізніше, ніж { $latest }. Укажіть спершу ранішу дату.

reading-when-empty = Дати немає. Запишіть її, наприклад: 2024-08-05, 2024-08 або 2024-08-05/2024-08-06.
reading-when-form = «{ $text }» неможливо прочитати як дату. Спершу пишіть рік, потім по дві цифри для місяця й дня: 2024-08-05, 2024-08, 2024; 2024-08-1X, якщо цифра невідома; 2024-08~ — приблизно; 2024-08-05/2024-08-06 — від і до; 2024-08-05T03:40 — із часом.
reading-when-month = Місяця { $month } немає. Місяці — від 01 до 12, як у 2024-08; 21–41 — пори року, квартали та півріччя.
reading-when-day = У { $month } немає дня { $day }. Перевірте день або напишіть { $month }, якщо він невідомий.
reading-when-year = «{ $year }» поза роками, які можна зберегти: від -9999 до 9999. Запишіть його в нотатки.
reading-when-nothing = Рік, місяць і день невідомі. Залиште дату порожньою.
reading-when-time = «{ $time }» — не час доби. Напишіть 03:40, 03:40Z для UTC або 03:40+03:00.
reading-when-qualified-time = «{ $text }»: ?, ~ і % ставлять після дати, а не після часу доби. Напишіть 2024-08-05~ або два моменти, між якими це було: 2024-08-05T03:00/2024-08-05T04:00.
reading-when-backwards = Проміжок закінчується ({ $end }) раніше, ніж починається ({ $start }). Укажіть спершу ранішу дату.
reading-when-no-end = Проміжок або частина переліку потребує принаймні однієї дати. Напишіть 2024-08-05/.. для «відтоді», ../2024-08-05 для «доти».
reading-when-ambiguous = «{ $text }» можна зрозуміти двома способами. Запишіть день як 2024-08-05, а проміжок — як 2024-08-05/2024-08-06.
reading-when-short-year = У «{ $text }» рік із двох цифр. Напишіть усі чотири, як у 5.8.2024 або 2024-08-05.

# The notation: what is wrong with a transcription.
reading-notation-unclosed = Тут відкрито { $open }, але не закрито. Додайте { $close } або поставте перед цим знаком \, якщо він є на виробі.
reading-notation-unopened = { $close } нічого не закриває. Приберіть його або поставте перед ним \, якщо він є на виробі.
reading-notation-nested = { $inner } не може стояти всередині { $outer }. Спершу закрийте його або поставте \ перед { $inner }, якщо цей знак є на виробі.
reading-notation-empty = Між цими дужками нічого немає. Напишіть, що там є, {"{.}"} для одного нерозбірливого знака, або приберіть їх.
reading-notation-braces = Фігурні дужки кажуть, що непевне: {"{3?}"} — непевна 3, {"{3/8}"} — 3 або 8, {"{.2}"} — два нерозбірливі знаки.
reading-notation-extent = Скількох знаків бракує? Напишіть число від 1 до { $most }, як у {"{.3}"}, межі, як у {"{.2-3}"}, або {"{.?}"}, якщо це невідомо.
reading-notation-direction = Після @ пишуть, як іде рядок (90, 180, 270, arc) або як його нанесено (hand, stencil, label, laser, stamp, etch). Наберіть \@, якщо на виробі є @.
reading-notation-escape = Зворотна скісна риска робить наступний знак буквальним, але після неї нічого немає. Додайте його або наберіть \\ для зворотної скісної риски на виробі.

# The notation: what is uncertain, in plain words.
reading-explain-uncertain = «{ $text }» прочитано так, але це непевно.
reading-explain-choice = Це «{ $first }» або, менш імовірно, { $rest }.
reading-explain-illegible = Тут лишилися сліди, але прочитати їх неможливо: { $count }.
reading-explain-lost = Поверхню тут втрачено: { $count }.
reading-explain-count = { $count ->
    [one] { $count } знак
    [few] { $count } знаки
   *[other] { $count } знаків
}
reading-explain-count-range = від { $least } до { $most } знаків
reading-explain-count-unknown = ніхто не може сказати, скільки знаків
reading-explain-restored = «{ $text }» втрачено; це доповнив той, хто читав.
reading-explain-symbol = Символ: { $text }.
reading-explain-struck = «{ $text }» закреслено або перебито, але воно розбірливе.
reading-explain-90 = Звідси напис повернуто на 90 градусів.
reading-explain-180 = Звідси напис догори низом.
reading-explain-270 = Звідси напис повернуто на 270 градусів.
reading-explain-arc = Звідси напис іде по обідку.
reading-explain-hand = Звідси написано від руки.
reading-explain-stencil = Звідси нанесено за трафаретом.
reading-explain-label = Звідси надруковано на етикетці.
reading-explain-laser = Звідси нанесено лазером.
reading-explain-stamp = Звідси вибито.
reading-explain-etch = Звідси витравлено.

# The systems of reading.
reading-system-juche = Рік чучхе
reading-system-roc = Рік Міньґо
reading-system-gregorian = Григоріанська дата
reading-system-yyww = Код дати, рік і тиждень
reading-system-yww = Код дати, рік однією цифрою й тиждень
reading-system-february-11 = Завод «11 лютого»
reading-system-value = Номінал компонента
reading-system-sh = Дата сонячної хіджри
reading-system-ah = Дата місячної хіджри
reading-system-be = Рік буддійської ери
reading-system-imperial = Іранський імперський рік
reading-system-jp = Дата японської ери
reading-system-he = Єврейський рік
reading-system-su-lyp = Партія, рік і завод
reading-system-su-hs = Клеймо на денці гільзи, завод і рік
reading-system-su-letter = Літера року
reading-system-su-btvt = Заводський номер бронетехніки
reading-system-su-mmyy = Місяць і рік
reading-system-su-quarter = Квартал року
reading-system-wwyy = Код дати, тиждень і рік
reading-system-cn-fy = Код заводу й рік
reading-system-dod-lot = Партія боєприпасів (MIL-STD-1168)
reading-system-dod-lot-repaired = Партія боєприпасів, пробіли пропущено
reading-system-nsn = Номенклатурний номер НАТО
reading-system-cage = Код CAGE
reading-system-dodic = DODIC
reading-system-yyww-separated = Код дати, рік і тиждень, із роздільником
reading-system-iec = Код дати IEC 60062
reading-system-ti-ym = Код дати, Texas Instruments
reading-system-tewa-ym = Код дати, TEWA
reading-system-gs1 = Дата GS1
reading-system-di = Дата за ідентифікатором даних
reading-system-iuid = Унікальний ідентифікатор виробу
reading-system-grau = Індекс ГРАУ
reading-system-removed = Навмисно знищено
reading-system-team = Правило групи
reading-system-unknown = система новішої версії

# The same within a sentence.
reading-as-juche = рік чучхе
reading-as-roc = рік Міньґо
reading-as-gregorian = григоріанську дату
reading-as-yyww = код дати з року й тижня
reading-as-yww = код дати з року однією цифрою й тижня
reading-as-february-11 = завод «11 лютого»
reading-as-value = номінал компонента
reading-as-sh = дату сонячної хіджри
reading-as-ah = дату місячної хіджри
reading-as-be = рік буддійської ери
reading-as-imperial = іранський імперський рік
reading-as-jp = дату японської ери
reading-as-he = єврейський рік
reading-as-su-lyp = партію, рік і завод радянського або російського виробника
reading-as-su-hs = радянське або російське клеймо на денці гільзи із заводом і роком
reading-as-su-letter = радянську літеру року
reading-as-su-btvt = заводський номер радянської бронетехніки
reading-as-su-mmyy = місяць і рік
reading-as-su-quarter = квартал року
reading-as-wwyy = код дати з тижня й року
reading-as-cn-fy = код китайського заводу й рік
reading-as-dod-lot = номер партії боєприпасів за MIL-STD-1168
reading-as-dod-lot-repaired = номер партії боєприпасів, якщо пробіл стоїть замість дефіса
reading-as-nsn = номенклатурний номер НАТО
reading-as-cage = код CAGE
reading-as-dodic = ідентифікаційний код Міністерства оборони США
reading-as-yyww-separated = код дати з року й тижня з роздільником
reading-as-iec = код дати за IEC 60062
reading-as-ti-ym = код дати Texas Instruments
reading-as-tewa-ym = код дати TEWA
reading-as-gs1 = дату GS1
reading-as-di = дату за ідентифікатором даних
reading-as-iuid = унікальний ідентифікатор виробу
reading-as-grau = індекс ГРАУ
reading-as-removed = навмисно знищену позначку
reading-as-team = те, що каже правило групи

# Why a reading has its grade.
reading-why-named = Позначка сама називає свою систему.
reading-why-context = На користь цієї системи свідчать інші докази.
reading-why-neutral = Форма запису підходить; ніщо інше не свідчить ні за, ні проти.
reading-why-rivals = Форма запису підходить, але так само підходять три або більше інших прочитань.
reading-why-bare = Самий лише код без підтвердження: не показуйте його без інших прочитань.
reading-why-after-strike = Проміжок починався б { $first }, після удару ({ $strike }).
reading-why-after-documented = Проміжок починався б { $first }, після документування предмета ({ $day }).
reading-why-future = Проміжок починався б { $first }, тобто в майбутньому.
reading-why-uncertain = Один зі знаків непевний.
reading-why-restored = Один зі знаків втрачено; його доповнив той, хто читав.
reading-why-other-choice = Спирається на менш імовірне прочитання одного зі знаків.
reading-why-struck = Позначку закреслено або перебито.
reading-why-gap = Поруч бракує знаків, тож це може бути частина чогось довшого.
reading-why-serial = У серійному номері цифри є датою лише за відомим правилом виробника.
reading-why-two-digit-year = Рік має дві цифри, тому століття припущено.
reading-why-one-digit-year = Рік має одну цифру, тому десятиліття невідоме.
reading-why-year-zero = Року 0 немає.
reading-why-no-year = Такого року немає.
reading-why-no-month = Місяця { $month } немає.
reading-why-no-day = У тому місяці { $year } року немає дня { $day }.
reading-why-no-week = Тижня { $week } немає.
reading-why-no-week-in-year = У { $year } році за цим рахунком немає тижня { $week }.
reading-why-january-week = У { $year } році немає тижня 53 за ISO; код чинний, лише якщо тижні рахують від 1 січня.
reading-why-week-counting = Виробники рахують тижні по-різному; усі рахунки разом дають від { $first } до { $last }.
reading-why-mil38535 = За MIL-PRF-38535 код означає перший або останній тиждень періоду герметизації, що триває до шести тижнів.
reading-why-fairchild6 = За правилом цього виробника код означає перший із шести тижнів.
reading-why-tolerant = Враховано всі звичні способи рахувати тижні.
reading-why-code-object = Скажіть, що це за компонент: коди дати типові для електроніки.
reading-why-code-typical = Коди дати типові для компонентів цього виду.
reading-why-code-value = На компонентах цього виду коротке число частіше є номіналом.
reading-why-code-untypical = Коди дати не типові для компонентів цього виду.
reading-why-juche-origin = На Північну Корею вказує лише саме число; календар не є доказом походження.
reading-why-juche-imported = Імпортований компонент не маркують за календарем чучхе.
reading-why-juche-object = Виготовлено в Північній Кореї за іншими доказами; скажіть, що це за деталь.
reading-why-juche-part = Деталь, виготовлена в Північній Кореї за іншими доказами.
reading-why-juche-double = Чучхе { $n } — це { $year } рік, але позначка каже { $written }.
reading-why-juche-early = Раніше за сам календар, який запроваджено 8 липня 1997 року.
reading-why-juche-late = Після повідомлень про відмову від календаря (жовтень 2024 року); як чинили заводи, невідомо.
reading-why-roc-origin = Та сама арифметика, що й для чучхе; на Тайвань вказує лише саме число.
reading-why-roc-taiwan = Виготовлено на Тайвані за іншими доказами.
reading-why-roc-no-era = Написано «рік», але ери не названо.
reading-why-day-month = День і місяць можна прочитати в різному порядку.
reading-why-year-or-day = Після назви місяця дві цифри можуть бути роком або днем.
reading-why-capped = Транскрипція допускає більше ніж { $most } варіантів рядка; прочитано лише найімовірніші.
reading-why-gregorian-kp = Від жовтня 2024 року на північнокорейських деталях слід очікувати звичайних григоріанських років.
reading-why-value = Як номінал компонента: { $figures } × 10^{ $power } пФ або Ом. Це не дата.
reading-why-unverified = Це правило є загальновідомим; жодного джерела не перевірено.
reading-why-february-11 = Опубліковано як альтернативу до року чучхе 112: завод «11 лютого» (2·11). Це не дата.
reading-place-february-11 = завод «11 лютого»; де саме, позначка не каже
reading-why-sh-month = Названо місяць сонячної хіджри.
reading-why-sh-digits = Написано перськими або арабськими цифрами.
reading-why-sh-origin = Виготовлено в Ірані або Афганістані за іншими доказами.
reading-why-sh-electronic = На електроніці код дати з року й тижня звичніший, ніж рік сонячної хіджри.
reading-why-sh-bare = На календар сонячної хіджри вказує лише саме число.
reading-why-ah-only = Як рік сонячної хіджри це число ще не настало, тож можливий лише місячний рік.
reading-why-ah-bare = На місячний календар вказує лише саме число.
reading-why-imperial-iran = Виготовлено в Ірані за іншими доказами; ці роки рахували від березня 1976 до серпня 1978 року.
reading-why-imperial-bare = Те саме число є роком буддійської ери.
reading-why-be-thailand = Виготовлено в Таїланді за іншими доказами.
reading-why-be-bare = Те саме число є іранським імперським роком.
reading-why-jp-origin = Виготовлено в Японії за іншими доказами.
reading-why-jp-letter = Одна літера з цифрами може бути багато чим, крім року японської ери.
reading-why-jp-era = Позначка називає еру.
reading-why-jp-outside = Ера тривала з { $first } по { $last }.
reading-why-he-letters = Написано єврейськими літерами; тисячі, як звичайно, опущено.
reading-why-he-origin = Виготовлено в Ізраїлі за іншими доказами.
reading-why-su-plant-moved = Номер заводу — не місце: 1941 року заводи евакуювали, а номери надавали заново.
reading-why-su-lyp = Прочитано як партія { $lot }, рік, завод { $plant }. Якщо першим стоїть завод { $lot }, а партія — останньою, рік той самий.
reading-why-su-letter = За однією таблицею { $letter } — це { $year } ({ $object }).
reading-why-su-letters-disagree = Літери років різні для різних виробів, і джерела суперечать одне одному; роки всіх таблиць подано разом.
reading-why-su-btvt = Ця форма відома лише з одного переліку.
reading-why-su-btvt-plant = Заводу { $plant } у таблиці немає.
reading-why-su-btvt-letter = Від 1970 року рік позначають літерою; що означає { $letter }, тут невідомо.
reading-why-wwyy = Спершу тиждень, потім рік; звичні ж форми — місяць і рік або рік і тиждень.
reading-why-quarter = Позначка сама каже, що це квартал року.
reading-why-no-quarter = Кварталу { $quarter } немає.
reading-why-grau = Позначення Головного ракетно-артилерійського управління (ГРАУ). Це не дата.
reading-why-cn-which = Роком може бути будь-яке з двох чисел.
reading-why-lot = Виробник { $maker }, інтерфікс { $interfix }, порядковий номер { $sequence }.
reading-why-lot-start = Це місяць, коли почали виготовляти партію; сам предмет може бути пізнішим.
reading-why-lot-suffix = Суфікс { $suffix } означає, що партію переробили або змінили.
reading-why-lot-letter = Літера { $letter } не позначає жодного місяця (від A до M без I).
reading-why-lot-repaired = У стандарті немає пробілів; прочитано так, ніби пробіл є дефісом.
reading-why-nsn-class = Клас постачання { $class } { $name }. Це не дата.
reading-why-nsn-unknown = Коду країни { $code } у таблиці немає.
reading-why-nsn-since = Такі номери існують від 30 вересня 1974 року, тож позначка не раніша.
reading-why-cage = Називає зареєстрованого виробника в певному місці за переліком бюро, яке видало код. Це не дата.
reading-why-dodic = Називає тип боєприпасу. Це не дата.
reading-why-week-separated = Рік і тиждень із роздільником не є формою жодного стандарту.
reading-why-iec-letter = Літеру { $letter } для років не використовують.
reading-why-iec-shifted = Таблиця одного виробника зсунута на рік: якщо виробник невідомий, можливий і { $year } рік.
reading-why-iec-cycle = Літери починаються заново кожні 20 років.
reading-why-no-month-character = { $character } не позначає жодного місяця в коді цього виробника.
reading-why-gs1-production = Ідентифікатор застосування 11: дата виготовлення або складання, яку вказує виробник.
reading-why-gs1-packaging = Ідентифікатор застосування 13: дата пакування; самого предмета вона не датує.
reading-why-di-range = Найдавніший і найновіший тиждень того, що в упаковці.
reading-why-di-weeks = Це не два тижні, з яких перший раніший.
reading-why-uii = Унікальний ідентифікатор виробу — { $uii }. Дати в ньому немає.
reading-why-no-uii = У повідомленні бракує виробника або серійного номера, тому ідентифікатор скласти неможливо.
reading-why-removed = Хтось зазначив, що позначка тут була і її знищено.
reading-why-removed-how = Зазначено: { $words }.
reading-why-removed-otherwise = Позначки зникають також від жару, іржі та зношування: зазначте, які сліди інструмента є.
reading-why-team = За правилом «{ $rule }» із файлу «{ $file }», який додала група.
reading-why-team-grade = Файл не дає вищого ступеня.
reading-place-su-plant = завод № { $number } (пов’язують із: { $place })
reading-place-su-plant-unknown = завод № { $number } (немає в таблиці)
reading-place-cn-factory = завод { $code }
reading-place-ncb = уперше закодифікувала країна: { $country }; це не місце виготовлення цього предмета

# Days in words.
reading-phrase-day = { $day } року
reading-phrase-month = протягом { $month } { $year } року
reading-phrase-year = у { $year } році
reading-phrase-between = між { $first } року та { $last } року

# From production to use.
reading-use-same-day = у день застосування
reading-use-exactly = за { $max ->
    [one] { $max } день
    [few] { $max } дні
   *[other] { $max } днів
} до застосування
reading-use-at-most = щонайбільше за { $max ->
    [one] { $max } день
    [few] { $max } дні
   *[other] { $max } днів
} до застосування
reading-use-between = за { $min }–{ $max ->
    [one] { $max } день
    [few] { $max } дні
   *[other] { $max } днів
} до застосування
reading-use-contradiction = виготовлено { $production }, але застосовано { $used }

# Sentences that may be quoted.
reading-statement-made = Якщо «{ $mark }» прочитати як { $system }, предмет виготовлено { $days }
reading-statement-assembled = Якщо «{ $mark }» прочитати як { $system }, предмет складено { $days }
reading-statement-lot = Якщо «{ $mark }» прочитати як { $system }, виготовлення партії цього предмета розпочато { $days }
reading-statement-sealed = Якщо «{ $mark }» прочитати як { $system }, предмет загерметизовано { $days }
reading-statement-label = Якщо «{ $mark }» прочитати як { $system }, етикетку надруковано { $days }; самого предмета це не датує
reading-statement-design = Якщо «{ $mark }» прочитати як { $system }, конструкцію прийнято { $days }; самого предмета це не датує
reading-statement-use = { $sentence }, { $use }.
reading-statement-end = { $sentence }.
reading-statement-rivals = { $sentence } Позначку також можна прочитати як: { $rivals }.
reading-statement-no-date = Якщо «{ $mark }» прочитати як { $system }, дати в ній немає.
reading-statement-contradiction = Прочитання «{ $mark }» як { $system } суперечить удару: { $use }. Одне з двох хибне.
reading-statement-impossible = «{ $mark }» неможливо прочитати як { $system }: { $reason }

# The assembly bound.
reading-bound-decided = Складено { $day } року або пізніше; це визначає «{ $label }».
reading-bound-without = Без цієї позначки: { $day } року або пізніше.
reading-bound-alone = Це єдина датована позначка: якщо її прочитано хибно, нічого не відомо.
reading-bound-preferred = Лише за найкращими прочитаннями: { $day } року або пізніше.
reading-share = Із компонентів ({ $components }) код, який можна датувати, мають { $dated }. Із цих кодів { $within } ({ $percent } %) припадають на { $years } рр.; останній можливий місяць — { $month }.
reading-share-years = { $first }–{ $last }
reading-bound-caveats = Це було б хибним для відремонтованого або перемаркованого виробу, підробленого коду дати або решток кількох боєприпасів.

# What serial and lot numbers say together.
reading-series-identical = Номер «{ $mark }» записано двічі: той самий предмет, двічі наданий номер або помилка переписування.
reading-series-same = «{ $a }» і «{ $b }» належать до однієї серії, різниця між ними — { $difference }; «{ $a }» пронумеровано раніше. Це не означає, що предмет виготовлено раніше.
reading-series-side-by-side = «{ $a }» і «{ $b }» мають однаковий номер, але різняться тим, що стоїть поруч: порівнювати їх як одну серію не можна.
reading-series-other-script = «{ $a }» і «{ $b }» різняться лише літерами, які однакові на вигляд у двох письменах. Їх можна буде порівняти, коли хтось підтвердить, що вони однакові.
reading-series-uncertain = Один зі знаків непевний, і все це тримається на ньому.
reading-series-of = Номерів однієї серії: { $count }, від «{ $first }» до «{ $last }». Між ними є ще номерів: { $between }; це не кількість виготовленого.
reading-series-numbered = Їх пронумеровано в такому порядку; у якому порядку їх виготовлено, невідомо.
reading-series-made = Їх виготовлено в такому порядку: датованих за іншими доказами серед них — { $dated }, і дати зростають разом із номерами.
reading-series-not-monotone = За іншими доказами деякі предмети з більшими номерами виготовлено раніше, тому номери нічого не кажуть про час.
reading-series-interpolated = Якщо номери зростають із часом, «{ $mark }» виготовлено { $days }.

# Files of rules that a team adds.
rules-refused = Правила «{ $file }» не можна використати: { $reason }
rules-none = У ньому немає [[rule]].
rules-rule = Правило «{ $rule }»: { $reason }
rules-twice = у файлі є ще одне правило з цією назвою.
rules-group = група «{ $group }» нічого не означає. Групи, що мають значення: { $groups }; інші мають уживатися в place.
rules-grade = X не є ступенем, який може дати правило. Укажіть A, B, C або D.
rules-no-example = немає [[rule.example]]. Наведіть принаймні одну позначку, яку правило має прочитати, а краще — ще й таку, якої не має.
rules-no-source = немає джерела. Скажіть, звідки це взято, для цього правила або для всього файлу.
rules-half-interval = earliest і latest подають разом.
rules-example = правило «{ $rule }», приклад «{ $mark }»: { $says }
rules-example-not-read = правило його не прочитує
rules-example-no-date = він не дає дати

# Marks that can't be what was accepted of them.
alarm-after-strike = Позначку «{ $mark }» прийнято як { $system } ({ $days }), а це пізніше за удар (щонайпізніше { $strike }). Одне з двох хибне.
alarm-after-documented = Позначку «{ $mark }» прийнято як { $system } ({ $days }), а це пізніше за документування предмета ({ $documented }). Одне з двох хибне.
alarm-apart = «{ $mark }» ({ $days }) і «{ $other }» ({ $otherdays }) не можуть разом означати, коли виготовлено цей компонент.
alarm-named = «{ $mark }» сама називає свою систему ({ $system }), і за нею вона неможлива: { $why }
alarm-no-date = «{ $mark }» не може бути датою: { $why } Якщо це не дата, вкажіть, якого роду ця позначка.
alarm-assembled = За позначкою «{ $mark }» цей боєприпас складено { $day } або пізніше, тобто після його застосування (щонайпізніше { $strike }). Одне з двох хибне.

# The analysis.
analysis-chart = Від виготовлення до застосування
analysis-chart-text = Для кожного боєприпасу — дні від найранішого дня, коли його могли виготовити, до застосування.
analysis-chart-axis = днів до застосування
analysis-chart-median = медіана, щонайбільше { $days }
analysis-chart-lowest = найменше досі
analysis-chart-days = щонайбільше { $days ->
    [one] { $days } день
    [few] { $days } дні
   *[other] { $days } днів
}
analysis-chart-trend-less = Від удару до удару найбільша кількість днів зменшується приблизно на { $days } за рік (Theil–Sen, боєприпасів: { $weapons }).
analysis-chart-trend-more = Від удару до удару найбільша кількість днів зростає приблизно на { $days } за рік (Theil–Sen, боєприпасів: { $weapons }).
analysis-chart-left-out = { $count ->
    [one] Не враховано { $count } боєприпас: без дати, застосування невідоме або є суперечність.
    [few] Не враховано { $count } боєприпаси: без дати, застосування невідоме або є суперечність.
   *[other] Не враховано { $count } боєприпасів: без дати, застосування невідоме або є суперечність.
}
analysis-first-year = У цій справі «{ $weapon }», застосування: { $used }, — перший боєприпас із позначкою, яка датує виготовлення { $year } роком: «{ $mark }», прочитано як { $system }.
analysis-first-model = У цій справі «{ $weapon }», застосування: { $used }, — перший імовірної моделі { $model }.
analysis-first-maker = У цій справі «{ $weapon }», застосування: { $used }, — перший виробника { $maker }.
analysis-first-mark = У цій справі позначку «{ $mark }» уперше видно на «{ $weapon }», застосування: { $used }; боєприпасів, на яких вона є: { $count }.
analysis-first-rivals = { $count ->
    [one] Ще { $count } могли застосувати так само рано.
   *[other] Ще { $count } могли застосувати так само рано.
}
analysis-first-undated = Боєприпасів, день застосування яких невідомий і які не враховано: { $count }.
analysis-link-mark = Боєприпасів із позначкою «{ $mark }»: { $weapons }, { $strikes ->
    [0] удари невідомі
   *[other] ударів: { $strikes }
}: { $titles }. Те, що написано однаково, не означає, що їх виготовлено разом.
analysis-link-series = Боєприпасів із номерами однієї серії: { $weapons }, { $strikes ->
    [0] удари невідомі
   *[other] ударів: { $strikes }
}: { $titles }. { $series }
exchange-picture-failed = Зображення не вдалося намалювати ({ $reason }). Діаграма у форматі SVG має все, що воно показало б.
analysis-and-more = { $named }; і ще { $count }
