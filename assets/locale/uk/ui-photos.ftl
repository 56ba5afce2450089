# Messages of the photo grid, the viewer, and a photo's form.
photos-size = Розмір мініатюр
photos-filter = Фільтр
photos-metadata = Метадані
photos-metadata-hint = Серійний номер, об’єктив, ім’я…
photos-find-hint = Назва, підпис, камера
photos-sort = Порядок: { $order }
photos-sort-captured = Час зйомки
photos-sort-added = Час імпорту
photos-sort-name = Назва файлу
photos-sort-newest = Час зйомки, спершу найновіші
photos-sort-camera = Камера
photos-sort-set = Набір фото
photos-sort-strike = Удар
photos-section-no-time = Час невідомий
photos-section-no-camera = Камера невідома
photos-section-no-set = Без набору
photos-section-no-strike = Без удару
photos-section-select = Вибрати { $name }: { $count ->
    [one] { $count } фотографія
    [few] { $count } фотографії
   *[other] { $count } фотографій
}
photos-section-hint = Клацніть, щоб вибрати всі
photos-any = Будь-які
photos-links = Прив’язка
photos-linked = Прив’язані
photos-not-linked = Ще не прив’язані
photos-marks = Ділянки
photos-marked = З ділянкою
photos-not-marked = Без ділянки
photos-selected = Вибрано: { $count }
photos-link = Прив’язати до…
photos-link-all = Прив’язати всі до…
photos-link-of = { $kind } · { $of }
photos-link-not-found = Нічого з такою назвою немає.
photos-unlink = Відв’язати…
photos-unlink-none = Жодне з них ні до чого не прив’язане.
photos-unlink-count = { $kind } · { $count } із { $all }
photos-tag-all = Мітка для всіх вибраних
photos-grid = Усі фото
photos-count-of = { $shown } із { $all } фото
photos-show-all = Показати всі фото
photos-hint = Ctrl+A вибирає всі ({ $count }), Enter відкриває, / шукає
photos-one-selected = Вибрано 1 · клацання з Ctrl або Shift додає до вибору
photos-loading = Завантаження …
photos-original-loading = Мініатюра; оригінал завантажується …
photos-preview-only = Лише мініатюра: { $reason }
photos-zoom = { $percent } %
photos-not-listed = не проходить фільтр
photos-sign-regions = { $count ->
    [one] Виділено { $count } ділянку
    [few] Виділено { $count } ділянки
   *[other] Виділено { $count } ділянок
}
photos-sign-subjects = { $count ->
    [one] Прив’язано до { $count } картки
   *[other] Прив’язано до { $count } карток
}
photos-sign-clipboard = Вставлено з буфера обміну: лише пікселі, без файлу камери.
photos-undecodable-why = { $format }: { $reason }
photos-link-hint = Компонент, боєприпас або удар
photos-link-none = Спершу створіть удар, боєприпас або компонент.
photos-none = Фото ще немає
photos-none-text = Перетягніть фото або папки в це вікно, вставте зображення чи виберіть файли. Оригінали потрапляють у справу без змін.
photos-choose-files = Вибрати фото
photos-back = Назад до сітки
photos-position = { $place } із { $count }
photos-undecodable = Пікселі цього фото не можна показати. Файл збережено таким, яким він надійшов; його метадані — праворуч.

compare-title = Поруч фото: { $count }
compare-photos = Фото поруч
compare-pane = Фото { $number } із { $count }: { $name }
compare-link = Рухати разом
compare-link-hint = Масштаб і рух одного фото діють на всі. Утримуйте Alt, щоб рухати лише одне.
compare-back = Назад до фото
compare-next = Наступне фото на місці { $number }
compare-previous = Попереднє фото на місці { $number }
compare-turn-left = Повернути фото { $number } ліворуч
compare-turn-right = Повернути фото { $number } праворуч
compare-most = Із вибраних фото ({ $count }) поруч показано лише перші { $most }.
compare-none = Щоб порівняти, виберіть від двох до чотирьох фото.

slideshow-title = Witnessmark: показ слайдів
slideshow-end = Завершити показ
slideshow-window = Назад до вікна
slideshow-full = На весь екран
slideshow-pace = по { $seconds } с
slideshow-next = Наступний слайд
slideshow-previous = Попередній слайд
slideshow-go-on = Продовжити показ
slideshow-pause = Призупинити показ

navigator = Видима частина

info-title = Відомості про фото
info-close = Закрити відомості
info-exposure = Експозиція
info-clock = годинник виправлено на { $shift } с: { $basis }
info-no-basis = підставу не вказано
info-no-position = Координати невідомі.
info-position-of-file = із файлу
info-placed = визначено згодом: { $basis }
map-inset = Карта місця зйомки
map-inset-hint = Клацніть, щоб побачити більше довкола
map-kilometres = { $length } км

measure-title = Довжини
measure-done = Завершити вимірювання
measure-hint-scale = Проведіть уздовж чогось, довжина чого відома, наприклад лінійки.
measure-hint-length = Проведіть від одного кінця вимірюваного до іншого.
measure-plane = Правильно у площині масштабу, якщо дивитися прямо.
measure-new-scale = Задати інший масштаб
measure-label = Що це
measure-label-hint = Що виміряно
measure-remove = Прибрати лінію
measure-name = Лінія: { $text }
measure-end = Кінець лінії
measure-scale = Масштаб: { $length } мм
measure-scale-before = Попередній масштаб: { $length } мм
measure-length = { $length } ± { $uncertainty } мм
measure-pixels = { $pixels } пікс., без масштабу
measure-cancel = Не задавати масштабу
measure-ask-title = Масштаб фото
measure-ask-text = Яка довжина цієї лінії? За нею прочитуються всі довжини на цьому фото.
measure-ask-length = Відома довжина в мм
measure-ask-length-hint = 50, або 5 cm, або 2 in
measure-ask-label-hint = Лінійка, сірникова коробка, монета
measure-ask-wrong = Довжина більша за 0, наприклад 50 або 5 cm.
measure-ask-set = Задати масштаб

region-title = Нове маркування
region-view-title = Ще один знімок
region-new = нове маркування
region-new-of = нове маркування · { $weapon }
region-no-component = Поки без компонента
region-view = ще один знімок · { $component }
region-add-view = Додати цей знімок
region-stay = Створити й залишитися
region-cancel = Не виділяти
region-find-hint = Компонент або маркування
region-size = { $width } × { $height } пікс.
region-hint = Enter веде далі, до транскрипції.
region-create = Створити маркування
region-untranscribed = без транскрипції
region-name = Ділянка: { $text }

photo-illustration = Малюнок. Нічого не доводить.
photo-caption = Підпис
photo-caption-hint = Що на ньому показано
photo-facts = Файл
photo-rights = Права та нотатки
photo-metadata = Усі метадані
photo-no-metadata = У файлі немає метаданих EXIF.
photo-photographer = Фотограф
photo-credit = Зазначення авторства
photo-licence = Ліцензія або обмеження
photo-shows = На фото
photo-shows-nothing = Ще ні до чого не прив’язано.
photo-unlink = Відв’язати від { $title }
photo-go = Перейти до { $title }
photo-is-cover = Це обкладинка: { $title }
photo-cover = Зробити обкладинкою: { $title }
photo-captured = Знято
photo-origins = { $time }, зсув відносно UTC — з { $offset }
photo-no-offset = (часовий пояс не записано)
photo-origin = Звідки взято
photo-size = Зображення
photo-camera = Камера
photo-position = Координати (WGS 84)
photo-gps-time = Час супутників
photo-source = Звідки надійшло
photo-added = Додано
photo-sha256 = SHA-256
photo-copy-sha256 = Скопіювати SHA-256
photo-kind = Що це
photo-kind-photograph = Фотографія
photo-kind-clipboard = Вставлене зображення
photo-kind-illustration = Малюнок
photo-kind-document = Документ (не зображення)
photo-camera-serial = Номер камери
photo-lens = Об’єктив
photo-software = Програма
photo-position-altitude = { $degrees } · { $altitude } м
photo-metadata-find = Пошук у метаданих
photo-metadata-none = Цього не містить жодна назва й жодне значення.
photo-metadata-all = Показати всі: { $count }
photo-metadata-copy = Клацання копіює значення.
photo-several-text = Що тут набрати, те отримають усі вибрані.
photo-several-values = Різні значення
photo-several-preview = Змінить { $changed } із { $all } фото; зараз у них: { $now }
photo-several-now = «{ $value }» ({ $count })
photo-several-now-empty = нічого ({ $count })
photo-tag-some = { $count } із { $all } мають «{ $tag }»: дати всім

photos-no-strike-in-hand = Немає поточного удару. Виберіть його в «Ударах» або раз прив’яжіть до нього фото.
photos-no-weapon-in-hand = Немає поточного боєприпасу. Виберіть його в «Боєприпасах» або раз прив’яжіть до нього фото.
photos-no-component-in-hand = Немає поточного компонента. Виберіть його в «Компонентах» або раз прив’яжіть до нього фото.
photos-nothing-to-repeat = Ще немає рішення, яке можна повторити.
photos-in-hand-hint = { $key } прив’язує вибрані фото до { $title }
photos-sign-rating = { $rating ->
    [one] { $rating } зірка
    [few] { $rating } зірки
   *[other] { $rating } зірок
}
photos-sign-flagged = З прапорцем
photos-sign-rejected = Відхилено
photos-sign-needs = Позначки на ньому треба транскрибувати
photos-sign-untranscribed = { $count ->
    [one] { $count } ділянка без транскрипції
    [few] { $count } ділянки без транскрипції
   *[other] { $count } ділянок без транскрипції
}
colour-red = Червоний
colour-yellow = Жовтий
colour-green = Зелений
colour-blue = Синій
colour-purple = Фіолетовий
photos-albums = Альбоми
photos-album = Альбом: { $title }
photos-albums-none = Альбомів ще немає. Відфільтруйте фото й збережіть фільтр під назвою: альбом показує все, що його проходить.
photos-album-remove = Вилучити альбом { $title }
photos-album-no-filter = Нічого не відфільтровано
photos-album-save = Зберегти цей фільтр як альбом
photos-album-hint = Назва
photos-from = Від дня
photos-to = До дня
photos-day-wrong = День записують так: 2024-08-18.
photos-near = Поблизу
photos-near-hint = 50.45, 30.52 5 km
photos-near-wrong = Широта, довгота й радіус у км.
photos-camera = Камера
photos-camera-count = { $camera } ({ $count })
photos-set = Набір фото
photos-untranscribed = Ділянка без транскрипції
photos-needs = Потребує транскрипції
photos-rating = Оцінка
photos-rating-at-least = { $rating } або більше
photos-decision = Рішення
photos-not-rejected = Не відхилені
photos-flagged = З прапорцем
photos-rejected = Відхилені
photos-colour = Колір

set-kind = Набір фото
set-title-hint = Звідки він
set-unfinished = Імпорт зупинено або перервано. Файли, які вже є у справі, повторно не читаються.
set-go-on = Продовжити імпорт
set-provenance = Звідки вони
set-taken-by = Хто зняв
set-given-by = Хто передав
set-received = Отримано
set-restrictions = Обмеження
set-import = Імпорт
set-origin = Надійшло як
set-origin-files = файли
set-origin-folder = папка
set-origin-card = карта пам’яті
set-origin-archive = архів
set-origin-watched = папка під наглядом
set-imported = Імпортовано
set-imported-by = Ким
set-state = Стан
set-state-under-way = триває або перервано
set-state-stopped = зупинено
set-state-finished = завершено
set-added = Додано фото
set-refused = Відхилено: { $count }
set-known = Уже відомі: { $count }
photo-set = Набір фото
photo-set-show = Показати набір { $title }

photos-sort-alike = Лише схожі зображення
photos-sort-burst = Лише серії
photos-section-alike = Схожі на вигляд, { $number }
photos-section-burst = Серія, { $time }

photo-taken = За виправленим годинником
photo-track = Визначити місце за треком
photo-track-text = Трек GPX із телефона чи приймача дає фото без координат місце, де він був у час зйомки.
photo-track-choose = Вибрати файл GPX…
photo-track-within = Найближча точка — не далі ніж
photo-track-within-wrong = Число від 0 до 1440
photo-track-offset = Зсув відносно UTC для фото, які його не мають
photo-track-preview = Можна визначити місце: { $placed }. Зняті осторонь від треку: { $away }, без зсуву відносно UTC: { $without }, уже з координатами або без часу: { $passed }.
photo-track-first = Перше: { $place }
photo-track-place = Визначити місце { $count ->
    [one] { $count } фотографії
   *[other] { $count } фотографій
}
photo-clock = Годинник камери
photo-clock-no-time = Жодне фото тут не має часу зйомки.
photo-clock-shift = Додати до часу камери
photo-clock-shift-hint = -1:12 або правильний час 2024-08-18 10:12
photo-clock-wrong = Проміжок записують +1:12 або -0:00:30, час — 2024-08-18 10:12.
photo-clock-offset = Зсув її годинника відносно UTC
photo-clock-basis = Звідки це відомо
photo-clock-basis-hint = фото вокзального годинника
photo-clock-preview = { $file }: { $before } стане { $after }
photo-clock-nothing = Не введено, що виправити
photo-clock-no-basis = Укажіть, звідки це відомо, щоб хтось інший міг перевірити
photo-clock-correct = Виправити { $count ->
    [one] { $count } фотографію
    [few] { $count } фотографії
   *[other] { $count } фотографій
}

photos-opened = Перегляд
photos-unopened = Ще ніхто не відкривав
photos-unopened-by-me = Я ще не відкривав(-ла)
photos-unopened-by = Ще не відкривали: { $person }
photos-sign-unopened = Його ще ніхто не відкривав
