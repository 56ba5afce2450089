# Повідомлення basemap: карти з файлів користувача.

# Чому файл або плитку в ньому не вдалося прочитати.
basemap-refused = { $file }: { $reason }
basemap-missing = файлу немає на місці. Його перенесено, чи не під’єднано носій, на якому він лежить?
basemap-unreadable = файл не вдалося прочитати: { $reason }
basemap-foreign = це не файл MBTiles і не файл PMTiles.
basemap-version = це PMTiles версії { $version }; можна прочитати версію 3.
basemap-cut = файл обривається зарано: його скопійовано чи завантажено не повністю.
basemap-damaged = файл пошкоджено: { $part } не має сенсу.
basemap-empty = у файлі немає плиток.
basemap-compression = плитки стиснуто способом «{ $name }», який не вдається розпакувати. Читаються плитки, стиснуті gzip, і нестиснуті.
basemap-kind = плитки виду «{ $name }» показати не можна. Можна PNG, JPEG, WebP і векторні плитки (MVT).
basemap-too-large = частина файлу більша, ніж розумно для карти.
basemap-slow = пошук плитки триває надто довго: таблиця плиток не має індексу.
basemap-database = базу даних у файлі не вдалося прочитати: { $reason }
basemap-picture = плитка не є зображенням, яке можна прочитати.

# На карті.
basemap-button = Карти-основи
basemap-title = Карти-основи
basemap-about = Карти з файлів на цьому ноутбуці (MBTiles, PMTiles) поверх обрисів, що входять до програми. Їх запам’ятовує цей ноутбук, а не справа.
basemap-none = Ще немає. Виберіть файл або перетягніть його на карту.
basemap-drop = Відпустіть файл, щоб показати його на карті
basemap-show = Показувати { $name }
basemap-opacity = Непрозорість { $name }
basemap-opacity-short = Непрозорість
basemap-percent = { $percent } %
basemap-go = Перейти до { $name }
basemap-remove = Прибрати { $name } зі списку
basemap-opening = Файл відкривається.
basemap-facts-raster = Зображення, масштаби { $least }–{ $most }
basemap-facts-vector = Вектори, масштаби { $least }–{ $most }
basemap-no-attribution = У файлі не сказано, хто його створив.
basemap-tiles-damaged = { $count ->
    [one] { $count } плитку не вдалося прочитати: { $reason }
    [few] { $count } плитки не вдалося прочитати: { $reason }
   *[many] { $count } плиток не вдалося прочитати: { $reason }
}
basemap-shown = Карта-основа: { $name }
basemap-shown-by = Карта-основа: { $name } · { $attribution }
basemap-nearer = Карта-основа: { $name } · видно, коли ближче
basemap-outlines = Обриси: { $sources }
basemap-not-shown = { $name } не показано
basemap-no-place-told = У файлі не сказано, що він охоплює.
basemap-not-open = його не відкрито
command-add-base-map = Додати карту-основу
shell-path-base-map-title = Який файл плиток? Читаються MBTiles і PMTiles.
