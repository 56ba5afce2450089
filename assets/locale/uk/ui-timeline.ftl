# Шкала часу: що сталося з ударами, боєприпасами та компонентами.
timeline = Шкала часу
timeline-of = Шкала часу: { $what }
timeline-subject = Для чого шкала часу
timeline-of-case = Уся справа
timeline-of-strike = Удар
timeline-of-weapon = Боєприпас
timeline-of-model = Модель
timeline-strike = Який удар
timeline-weapon = Який боєприпас
timeline-model = Яка модель
timeline-select-first = Спершу виберіть удар або боєприпас: шкала часу показує те, що вибрано.
timeline-quarter = { $quarter } кв. { $year }
timeline-empty = Дат ще немає
timeline-empty-text = Запишіть, коли сталися удари або коли про них повідомили, та коли компоненти вилучено й задокументовано. Тут показано, що коли сталося.
timeline-nothing = Немає що показати
timeline-nothing-text = Такого запису в цій справі немає. Виберіть угорі інший або всю справу.
timeline-go-strikes = Перейти до ударів
timeline-row = { $what }, рядок шкали часу
timeline-event = { $stage }: { $when }, { $what }
timeline-label = { $stage }, { $when }
timeline-from = від { $day }
timeline-until = до { $day }
timeline-by-record = Так зазначено в записі.
timeline-by-mark = Складено не раніше за найновішу позначку: { $of }.
timeline-click = Клацніть, щоб вибрати запис; двічі — щоб перейти до нього.
timeline-zoom-in = Ближче
timeline-zoom-out = Далі
timeline-fit = Усе
timeline-legend-interval = один із цих днів
timeline-legend-doubtful = приблизно або непевно
timeline-legend-open = кінець невідомий
timeline-rows = { $count ->
    [one] { $count } рядок
    [few] { $count } рядки
   *[other] { $count } рядків
}
timeline-not-drawn = { $count ->
    [one] Ще { $count } рядок не накреслено. Він є у CSV.
    [few] Ще { $count } рядки не накреслено. Вони є у CSV.
   *[other] Ще { $count } рядків не накреслено. Вони є у CSV.
}
timeline-disorders = { $count ->
    [one] { $count } пара дат суперечлива. Хибна одна з них або зв’язок з ударом.
    [few] { $count } пари дат суперечливі. У кожній хибна одна з дат або зв’язок з ударом.
   *[other] { $count } пар дат суперечливі. У кожній хибна одна з дат або зв’язок з ударом.
}
timeline-go-record = Що це зазначає
timeline-go-strike = До удару
timeline-order-reported = Зазначено, що про удар «{ $strike }» повідомлено { $stated }, раніше за перший день, коли він міг статися ({ $first }).
timeline-order-reported-until = Зазначено, що про удар «{ $strike }» повідомлено { $stated } або раніше, тобто раніше за перший день, коли він міг статися ({ $first }).
timeline-order-recovered = Зазначено, що «{ $part }» вилучено { $stated }, раніше за перший день, коли міг статися удар «{ $strike }» ({ $first }).
timeline-order-recovered-until = Зазначено, що «{ $part }» вилучено { $stated } або раніше, тобто раніше за перший день, коли міг статися удар «{ $strike }» ({ $first }).
timeline-order-documented = Зазначено, що «{ $part }» задокументовано { $stated }, раніше за перший день, коли міг статися удар «{ $strike }» ({ $first }).
timeline-order-documented-until = Зазначено, що «{ $part }» задокументовано { $stated } або раніше, тобто раніше за перший день, коли міг статися удар «{ $strike }» ({ $first }).
lifeline-used-by-report = За днем повідомлення: того дня або напередодні.
lifeline-used-by-both = За датами удару та повідомлення про нього разом.
lifeline-and-more = { $named }; і ще { $count }
command-go-timeline = Шкала часу
command-timeline-of-item = Шкала часу вибраного
cli-timeline = Сказати, що коли сталося з ударами справи або з одним ударом, боєприпасом чи моделлю: виготовлено, застосовано, повідомлено, вилучено, задокументовано, опубліковано
cli-arg-timeline-strike = Для цього удару з його боєприпасами та їхніми компонентами
cli-arg-timeline-weapon = Для цього боєприпасу з його компонентами
cli-arg-timeline-model = Для всіх боєприпасів цієї імовірної моделі
cli-arg-timeline-svg = Накреслити в цей файл як SVG
cli-arg-timeline-png = Накреслити в цей файл як PNG
cli-timeline-no-strike = У цій справі немає удару { $id }. Ідентифікатори показує witnessmark list FILE strikes.
cli-timeline-no-weapon = У цій справі немає боєприпасу { $id }. Ідентифікатори показує witnessmark list FILE weapons.
cli-timeline-no-model = У цій справі немає боєприпасу імовірної моделі «{ $model }». Є такі: { $models }.
