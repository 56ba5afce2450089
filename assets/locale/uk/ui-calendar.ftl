# Messages of ui-calendar: the strikes by month and by year.

# Dates in words.
calendar-weekday-day = { $weekday }, { $day }
calendar-moment = { $day }, { $time }
calendar-moment-utc = { $day }, { $time } UTC
calendar-some-day = { $when }, день невідомий
calendar-one-of = один із днів: { $days }
calendar-one-of-that-fit = один із днів { $days }, що відповідають { $text }
calendar-estimated = { $when }, за оцінкою { $year }
calendar-from-unknown = від { $day }, кінець невідомий
calendar-until-unknown = до { $day }, початок невідомий
calendar-set-one-of = одна з цих дат: { $list }
calendar-set-all = усі ці дати: { $list }
calendar-parts-in-doubt = { $when } ({ $parts })
calendar-doubt-year-uncertain = рік непевний
calendar-doubt-year-approximate = рік приблизний
calendar-doubt-year-both = рік приблизний і непевний
calendar-doubt-month-uncertain = місяць непевний
calendar-doubt-month-approximate = місяць приблизний
calendar-doubt-month-both = місяць приблизний і непевний
calendar-doubt-day-uncertain = день непевний
calendar-doubt-day-approximate = день приблизний
calendar-doubt-day-both = день приблизний і непевний
calendar-from = { $day } або пізніше
calendar-until = { $day } або раніше
calendar-about = приблизно { $when }
calendar-uncertain = { $when } (непевно)
calendar-about-uncertain = приблизно { $when } (непевно)

# Years of other calendars.
calendar-juche = чучхе { $year }
calendar-minguo = Міньґо { $year }
calendar-solar-hijri = сонячна хіджра { $year }
calendar-between-eras = { " · " }
calendar-eras-about = Ті самі дні за календарями, якими пишуть позначки. Роки чучхе та Міньґо рахують від 1912 року; рік сонячної хіджри починається на Навруз, 20 або 21 березня.

# The bar.
calendar-scale = Місяць, тиждень, перелік або рік
calendar-scale-month = Місяць
calendar-scale-year = Рік
calendar-today = Сьогодні
calendar-previous-month = Попередній місяць
calendar-next-month = Наступний місяць
calendar-previous-year = Попередній рік
calendar-next-year = Наступний рік
calendar-previous-strike = Попередній день з ударом
calendar-next-strike = Наступний день з ударом
calendar-no-previous-strike = до цього дня ударів немає
calendar-no-next-strike = після цього дня ударів немає
calendar-key-today = Home
calendar-key-previous-month = PageUp
calendar-key-next-month = PageDown
calendar-key-next-strike = N
calendar-key-previous-strike = P
calendar-filter = Відбір за міткою
calendar-filter-nothing = Мітки з такою назвою немає.
calendar-filter-shown = Лише удари з міткою
calendar-filter-clear = Показати всі удари

# Layers.
calendar-menu = Шари, порівняння, друк
calendar-tags-hint = Що означає колір крапки. Клацніть, щоб показати лише удари з цією міткою.
calendar-layers = Шари
calendar-layer-observed = День, коли стався удар
calendar-layer-reports-hidden = Без повідомлень
calendar-layer-reports-otherwise = Повідомлення про удари, день яких невідомий
calendar-layer-reports-all = Повідомлення про всі удари, за днем повідомлення
calendar-layers-observed = Лише удари, день яких відомий
calendar-layers-all = Також усі повідомлення, за днем повідомлення
calendar-layers-none = Жодного шару не показано
calendar-layers-otherwise = Лише повідомлення про удари, день яких невідомий
calendar-layers-reports = Лише повідомлення, за днем повідомлення

# Two periods side by side.
calendar-compare-all = Усього
calendar-compare-observed = За днем удару
calendar-compare-reported = За днем повідомлення
calendar-compare = Порівняти два проміжки
calendar-compare-first = Перший проміжок
calendar-compare-second = Другий проміжок
calendar-compare-swap = Поміняти проміжки місцями
calendar-compare-months = Цей місяць і попередній
calendar-compare-years = Цей рік і попередній
calendar-compare-wrong = Не проміжок із першим і останнім днем: 2024-08, 2024, 2024-08-01/2024-08-18
calendar-compare-how = Два проміжки як дати EDTF: місяць, рік або дні від і до.
calendar-compare-strip = { $days }: { $count ->
    [one] { $count } удар за днями
    [few] { $count } удари за днями
   *[other] { $count } ударів за днями
}
calendar-compare-strikes = Удари
calendar-compare-difference = Різниця
calendar-compare-tags = За міткою
calendar-compare-about = Якщо удар міг бути і в проміжку, і поза ним, число подано як діапазон. У справі є те, що записано, а не все, що сталося.
calendar-compare-range = від { $least } до { $most }
calendar-compare-most = { $days }: { $count ->
    [one] щонайбільше { $count } удар на день
    [few] щонайбільше { $count } удари на день
   *[other] щонайбільше { $count } ударів на день
}
calendar-saved = Календар збережено: { $file }.
calendar-not-saved = Календар не записано: { $file }.
shell-path-calendar-title = Куди записати календар? Назва, що закінчується на .png, дасть зображення, будь-яка інша — креслення SVG.

# The month.
calendar-week-head = Тж
calendar-day-strikes = { $day }, { $count ->
    [0] ударів немає
    [one] { $count } удар
    [few] { $count } удари
   *[other] { $count } ударів
}
calendar-more = ще { $count }
calendar-more-on = ще { $count } за { $day }
calendar-new-strike = Новий удар
calendar-new-strike-on = Новий удар: { $day }
calendar-untitled = Удар без назви
calendar-entry = { $name }, { $when }
calendar-entry-continued = { $name }, { $when }, продовження
calendar-entry-reported = { $name }, повідомлено { $when }
calendar-day-list = Усі удари: { $day }
calendar-close = Закрити список
calendar-cut = Завантажено лише перші удари цих тижнів: { $count }. Щоб побачити інші, відберіть за міткою.
calendar-in-month = { $count ->
    [0] { $month }: ударів немає
    [one] { $month }: { $count } удар
    [few] { $month }: { $count } удари
   *[other] { $month }: { $count } ударів
}
calendar-in-days = { $count ->
    [0] { $days }: ударів немає
    [one] { $days }: { $count } удар
    [few] { $days }: { $count } удари
   *[other] { $days }: { $count } ударів
}
calendar-in-year = { $count ->
    [0] { $year }: ударів немає
    [one] { $year }: { $count } удар
    [few] { $year }: { $count } удари
   *[other] { $year }: { $count } ударів
}
calendar-first-strike = Ударів ще немає: Enter створить удар у вибраний день

# A strike under the pointer.
calendar-occurred = Стався
calendar-reported = Повідомлено
calendar-place = Місце
calendar-not-known = невідомо
calendar-findings = { $count ->
    [one] { $count } прийнятий висновок
    [few] { $count } прийняті висновки
   *[other] { $count } прийнятих висновків
}

# The signs at the foot.
calendar-legend-observed = Спостережено
calendar-legend-reported = Лише повідомлено
calendar-legend-report = Повідомлено
calendar-legend-vague = День не точний
calendar-legend-about = Приблизно, непевно
calendar-legend-finding = Є висновок

# The year.
calendar-year-months-about = Удар, відомий лише як проміжок, враховано в кожному місяці, якого він торкається, і один раз — у році.
calendar-legend-none = Немає
calendar-legend-strikes = Ударів за день

# To another day.
calendar-redated = «{ $name }»: { $before } тепер { $after }
calendar-redated-report = «{ $name }»: повідомлення за { $before } тепер за { $after }. Коли це сталося, як і раніше невідомо.
calendar-redated-report-alone = «{ $name }»: повідомлення за { $before } тепер за { $after }. Час самого удару не змінено.
calendar-not-redated = «{ $name }» лишається на своєму дні: { $when }
calendar-redate-none = Спершу виберіть удар цього місяця: клацніть його або натисніть Enter на його дні.
calendar-redate-to = { $before } → { $after }
calendar-redate-report-to = повідомлення: { $before } → { $after }
calendar-redate-about = Перетягніть на інший день, або Shift і стрілки

# The agenda.
calendar-scale-agenda = Перелік
calendar-agenda = Удари за порядком днів
calendar-agenda-day = { $weekday } { $day }
calendar-agenda-utc = { $time } UTC
calendar-agenda-utc-before = { $time } UTC −1 д
calendar-agenda-utc-after = { $time } UTC +1 д
calendar-agenda-total = { $count ->
    [one] { $count } удар із днем у справі
    [few] { $count } удари з днем у справі
   *[other] { $count } ударів із днем у справі
}
calendar-agenda-empty = Тут ударів немає
calendar-agenda-empty-text = Удари з відомим днем стоять тут один під одним. Створіть перший або введіть день у формі того, що його не має.
calendar-agenda-none-tagged = Жоден удар із днем не має всіх цих міток. Приберіть мітку з відбору.

# The week.
calendar-scale-week = Тиждень
calendar-previous-week = Попередній тиждень
calendar-next-week = Наступний тиждень
calendar-hours-of = Години за { $day }, місцеві
calendar-no-hour = без год.

# Another calendar beside this one.
calendar-other = Календар поруч із цим: { $now }
calendar-other-none = Лише роки
calendar-other-juche = Чучхе
calendar-other-minguo = Міньґо
calendar-other-solar-hijri = Сонячна хіджра
calendar-other-umm-al-qura = Хіджра (Умм аль-Кура)
calendar-other-tabular = Хіджра (таблична, цивільна)
calendar-other-buddhist = Буддійський
calendar-other-hebrew = Єврейський
calendar-other-day = { $day } { $month }
calendar-other-month = { $month } { $year }
calendar-other-months = { $calendar }: { $months }
calendar-other-about-months = Його місяці та дні ті самі, що й у цьому календарі; інші лише номери років.
calendar-other-about-hijri = Умм аль-Кура — за таблицями Саудівської Аравії, таблична — за цивільним правилом 30 років. Де місяць починають за спостереженням Місяця, дні можуть відрізнятися на один або більше. Доба починається із заходом сонця; показано ту, до якої належить світлий день.
calendar-other-about-hebrew = Доба починається із заходом сонця; показано ту, до якої належить світлий день.
calendar-month-sh-1 = фарвардін
calendar-month-sh-2 = ордібехешт
calendar-month-sh-3 = хордад
calendar-month-sh-4 = тір
calendar-month-sh-5 = мордад
calendar-month-sh-6 = шахрівар
calendar-month-sh-7 = мехр
calendar-month-sh-8 = абан
calendar-month-sh-9 = азер
calendar-month-sh-10 = дей
calendar-month-sh-11 = бахман
calendar-month-sh-12 = есфанд
calendar-month-ah-1 = мухаррам
calendar-month-ah-2 = сафар
calendar-month-ah-3 = рабі I
calendar-month-ah-4 = рабі II
calendar-month-ah-5 = джумада I
calendar-month-ah-6 = джумада II
calendar-month-ah-7 = раджаб
calendar-month-ah-8 = шаабан
calendar-month-ah-9 = рамадан
calendar-month-ah-10 = шавваль
calendar-month-ah-11 = зу-ль-каада
calendar-month-ah-12 = зу-ль-хіджа
calendar-month-he-1 = тішрей
calendar-month-he-2 = хешван
calendar-month-he-3 = кіслев
calendar-month-he-4 = тевет
calendar-month-he-5 = шват
calendar-month-he-6 = адар (адар II)
calendar-month-he-7 = нісан
calendar-month-he-8 = іяр
calendar-month-he-9 = сіван
calendar-month-he-10 = тамуз
calendar-month-he-11 = ав
calendar-month-he-12 = елул
calendar-month-he-adar-1 = адар I
