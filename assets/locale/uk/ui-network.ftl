# Мережа й таблиця того, що пов’язують позначки.
network = Мережа
network-title = Що пов’язують позначки
network-careful = Зв’язок означає, що позначки написано однаково або що вони з однієї серії, і ніколи — що боєприпаси однакові.
network-series-label = { $first } … { $last }
network-within-mark = Позначка «{ $mark }» є на кількох компонентах одного боєприпасу ({ $components }): { $weapon }. Двох боєприпасів вона не пов’язує.
network-joins-none = Жодна позначка не пов’язує двох боєприпасів. Показано позначки на кількох компонентах одного боєприпасу.
network-unlinked = { $count ->
    [one] { $count } боєприпас не має такої позначки; його не показано.
    [few] { $count } боєприпаси не мають такої позначки; їх не показано.
   *[other] { $count } боєприпасів не мають такої позначки; їх не показано.
}
network-not-drawn = { $count ->
    [one] Ще { $count } позначку чи серію не накреслено. Вона є в таблиці.
    [few] Ще { $count } позначки та серії не накреслено. Вони є в таблиці.
   *[other] Ще { $count } позначок і серій не накреслено. Вони є в таблиці.
}
network-doubt-uncertain = непевні знаки
network-doubt-disputed = прочитано по-різному
network-doubt-both = непевні знаки, прочитано по-різному
network-doubtful = сумнівно
network-as = Як показано
network-as-picture = Рисунок
network-as-matrix = Таблиця
network-reach = Що пов’язує позначка
network-reach-strikes = Удари
network-reach-weapons = Боєприпаси
network-reach-components = І компоненти
network-certain-only = Без сумнівних
network-strikes = Удари
network-weapons = Боєприпаси
network-links = Позначки та серії
network-belongs = належить
network-bears = має
network-no-day = день невідомий
network-no-strike = без удару
network-count = { $strikes ->
    [one] { $strikes } удар
    [few] { $strikes } удари
   *[other] { $strikes } ударів
}, { $weapons ->
    [one] { $weapons } боєприпас
    [few] { $weapons } боєприпаси
   *[other] { $weapons } боєприпасів
}, { $links ->
    [one] { $links } позначка чи серія
    [few] { $links } позначки та серії
   *[other] { $links } позначок і серій
}
network-strike-name = Удар { $title }, { $when }
network-weapon-name = Боєприпас { $title }, { $strike }
network-weapon-of = належить до «{ $strike }»
network-mark-name = Позначка { $mark }, { $on }
network-series-name = Серія { $mark }, { $on }
network-doubtful-name = { $name }, сумнівно: { $why }
network-on = { $weapons ->
    [one] { $weapons } боєприпас
    [few] { $weapons } боєприпаси
   *[other] { $weapons } боєприпасів
}, { $strikes ->
    [0] удари невідомі
    [one] { $strikes } удар
    [few] { $strikes } удари
   *[other] { $strikes } ударів
}
network-on-one = { $marks ->
    [one] { $marks } позначка на одному боєприпасі
    [few] { $marks } позначки на одному боєприпасі
   *[other] { $marks } позначок на одному боєприпасі
}
network-cell-name = { $mark }, { $of }: { $marks ->
    [one] { $marks } позначка
    [few] { $marks } позначки
   *[other] { $marks } позначок
} на { $weapons ->
    [one] { $weapons } боєприпасі
   *[other] { $weapons } боєприпасах
}
network-weapons-of-strike = { $weapons ->
    [one] { $weapons } боєприпас
    [few] { $weapons } боєприпаси
   *[other] { $weapons } боєприпасів
}
network-bears-count = має { $links ->
    [one] { $links } із цих позначок
   *[other] { $links } із цих позначок
}
network-shares = { $strikes ->
    [0] Тут немає спільних позначок з іншими ударами.
    [one] Спільні позначки ще з { $strikes } ударом.
   *[other] Спільні позначки ще з { $strikes } ударами.
}
network-choose = Виберіть удар, боєприпас або позначку, щоб побачити, з чим вони пов’язані. Enter відкриває вибране.
network-click = Клацніть, щоб побачити зв’язки; двічі або Enter — щоб відкрити.
network-open-strike = Удар
network-open-weapon = Боєприпас
network-zoom-in = Ближче
network-zoom-out = Далі
network-fit = Усе
network-legend-edge = належить до, має
network-legend-doubtful = сумнівно
network-legend-cell = позначок одного удару
network-empty = Позначок, які щось пов’язують, ще немає
network-empty-text = Пов’язує позначка, прочитана на компонентах двох боєприпасів, або номери однієї серії. Запишіть, що є на компонентах і від яких вони боєприпасів.
network-go-markings = Перейти до позначок
network-filtered = Таких зв’язків немає
network-filtered-text = За такого вибору не лишилося жодної позначки. Виберіть угорі позначки на кількох боєприпасах чи компонентах або покажіть і сумнівні.
network-show-all = Показати все
network-nothing-to-save = Ще немає чого накреслити.
command-go-network = Мережа того, що пов’язують позначки
command-network-as-matrix = Мережа як таблиця або як рисунок
cli-network = Сказати, які удари та боєприпаси пов’язують позначки: ті самі на кількох боєприпасах і номери однієї серії
cli-arg-network-svg = Накреслити мережу в цей файл, як SVG
cli-arg-network-png = Накреслити мережу в цей файл, як PNG
cli-arg-network-matrix = Записати таблицю позначок і ударів у цей файл, як CSV
cli-arg-network-reach = Що має пов’язувати позначка: удари, боєприпаси чи й компоненти; без цього — боєприпаси, а де таких немає, компоненти
cli-arg-network-certain = Без позначок, у яких є непевні знаки або які прочитано по-різному
