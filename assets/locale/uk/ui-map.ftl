# Повідомлення ui-map: де були удари.

map-title = Карта
map-name = Карта ударів
map-empty = Ще ніщо не має місця
map-empty-text = Запишіть удар і вкажіть, де він був, настільки точно, наскільки це відомо: точку з радіусом або слова на кшталт «20 км на північ від Києва». Він з’явиться тут.

# Що на ній.
map-strike = { $name }, { $when }, { $place }
map-recovered = Знайдено: { $name }, { $when }, { $place }
map-photo = Фото { $name }
map-cluster = { $count ->
    [one] тут { $count } удар
    [few] тут { $count } удари
   *[many] тут { $count } ударів
}
map-cluster-recovered = { $count ->
    [one] тут знайдено { $count } компонент
    [few] тут знайдено { $count } компоненти
   *[many] тут знайдено { $count } компонентів
}
map-cluster-photos = { $count ->
    [one] тут знято { $count } фото
    [few] тут знято { $count } фото
   *[many] тут знято { $count } фото
}
map-pile-about = На карті в них одне місце. Виберіть, який потрібен.
map-no-date = дата невідома
map-radius-not-stated = радіус не вказано
map-within = у межах { $length }
map-sector = десь у секторі
map-place-known = Відомо, що
map-metres = { $length } м
map-coordinates = { $degrees } · { $mgrs }
map-copy = Копіювати { $text }
map-copied = Скопійовано: { $text }
map-selection-nowhere = Вибране не має місця на цій карті.

# Панель.
map-layer-recovered = Знайдене
map-layer-photos = Фото
map-layer-strays = Далекі фото ({ $count })
map-no-recovered = жоден компонент не має місця знахідки
map-not-there = удари ще зчитуються
map-fit = Показати все
map-key-fit = Home
map-zoom-in = Ближче
map-zoom-out = Далі
map-saved = Карту збережено: { $file }.
map-not-saved = Карту не записано: { $file }.
shell-path-map-title = Куди записати карту? Назва, що закінчується на .png, дасть зображення, будь-яка інша — креслення SVG.

# Фото далеко від їхнього удару.
map-strays = Фото далеко від їхнього удару
map-strays-about = Зняті далі від місця удару, який показують, ніж його радіус і ще { $tolerance }; місце без радіуса рахується як { $assumed }. Хибними можуть бути зв’язок, місце чи камера, або уламок сфотографовано деінде.
map-strays-none = Таких немає. Фото без координат і удари без місця порівняти не можна.
map-stray = між ними { $distance }, дозволено { $allowed }
map-stray-photo = Фото: { $name }
map-stray-strike = Удар: { $name }

# Дні.
map-all-days = Усі дні
map-show-all-days = Показати всі дні
map-no-days = жоден удар не має дати
map-choose-days = спершу виберіть дні на стовпчиках
map-open-calendar = Відкрити в календарі
map-play = Програти дні
map-pause = Пауза
map-by-day = Удари за днями
map-by-month = Удари за місяцями
map-by-year = Удари за роками
map-window = Дні, які показує карта
map-window-start = Показано від { $days }
map-window-end = Показано до { $days }
map-window-whole = Показано: { $days }
map-bar = { $count ->
    [one] { $days }: { $count } удар
    [few] { $days }: { $count } удари
   *[many] { $days }: { $count } ударів
}
map-bar-hint = Клацніть, щоб показати ці дні, двічі — щоб відкрити їх у календарі. Удар, день якого невідомий, рахується в кожному дні, коли він міг бути.

# Рядок унизу.
map-shown = { $count ->
    [one] { $count } удар на карті
    [few] { $count } удари на карті
   *[many] { $count } ударів на карті
}
map-placeless = { $count ->
    [one] { $count } удар без місця
    [few] { $count } удари без місця
   *[many] { $count } ударів без місця
}
map-legend = Удари, про які відомо, коли вони були, або лише коли про них повідомили; знайдені компоненти; фото; область, у якій лежить місце
map-legend-strike = удар
map-legend-reported = лише повідомлено
map-legend-recovered = знайдено
map-legend-photo = фото
map-legend-area = де це лежить
map-no-place = місця немає
map-sources = Обриси: Natural Earth, суспільне надбання; вони не є думкою про кордони. Міста: GeoNames, CC BY 4.0.
map-sources-short = Natural Earth · GeoNames

# Кольори міток.
map-tags = Мітки
map-tags-hidden = Мітки, приховано: { $count }
map-tags-all = Показати удари з усіма мітками
map-tags-hint = Удар має колір першої за абеткою зі своїх міток. Клацніть, щоб приховати чи показати удари з нею.
map-tag-none = без мітки
map-tag = { $count ->
    [one] { $tag }: { $count } удар
    [few] { $tag }: { $count } удари
   *[many] { $tag }: { $count } ударів
}
