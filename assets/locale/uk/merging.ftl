# Об’єднання копій справи та рішення людини після нього.

cli-merge = Взяти іншу копію справи, над якою працювали деінде
cli-arg-merge-other = Інша копія
cli-arg-merge-dry-run = Сказати, що прийде, і нічого не змінити
cli-arg-merge-other-case = Також якщо це інша справа: обидві стають однією
cli-merge-refused = { $device }: { $reason }
cli-merge-chain = { $device }: { $entries ->
    [one] { $entries } запис
    [few] { $entries } записи
   *[other] { $entries } записів
}
cli-merge-done = Взято: { $entries ->
    [one] { $entries } запис
    [few] { $entries } записи
   *[other] { $entries } записів
} історії про { $records ->
    [one] { $records } об’єкт
    [few] { $records } об’єкти
   *[other] { $records } об’єктів
}; { $originals ->
    [one] { $originals } оригінал
    [few] { $originals } оригінали
   *[other] { $originals } оригіналів
}.
cli-merge-would = Було б узято: { $entries ->
    [one] { $entries } запис
    [few] { $entries } записи
   *[other] { $entries } записів
} історії про { $records ->
    [one] { $records } об’єкт
    [few] { $records } об’єкти
   *[other] { $records } об’єктів
}; { $originals ->
    [one] { $originals } оригінал
    [few] { $originals } оригінали
   *[other] { $originals } оригіналів
}. Нічого не змінено.
cli-merge-conflicts = { $count ->
    [one] { $count } питання має вирішити людина
    [few] { $count } питання має вирішити людина
   *[other] { $count } питань має вирішити людина
}: witnessmark conflicts.
cli-merge-awaited = { $count ->
    [one] { $count } оригінал не прийшов
    [few] { $count } оригінали не прийшли
   *[other] { $count } оригіналів не прийшло
}: світлини тут, байти прийдуть із копією, яка їх має.
cli-conflicts = Перелічити, що кілька пристроїв написали, не знаючи одне про одного, щоб людина вирішила
cli-conflicts-none = Вирішувати нічого.
cli-conflict-record = { $kind } «{ $title }» { $id }
cli-conflict-voice = { $person }, { $device }, { $at } (запис { $entry })
cli-conflict-removed = Вилучено:
cli-conflict-worked = Працювали над ним:
cli-conflict-with = { $count ->
    [one] Разом із ним вилучено ще { $count } об’єкт.
    [few] Разом із ним вилучено ще { $count } об’єкти.
   *[other] Разом із ним вилучено ще { $count } об’єктів.
}
cli-settle = Вирішити одне з питань
cli-arg-settle-what = Поле, або для вилученого об’єкта — чи він лишається
cli-arg-settle-number = Яка версія поля, за номером у «conflicts»
cli-settle-none = Про «{ $what }» об’єкта { $id } вирішувати нічого. Дивіться: witnessmark conflicts.
cli-settle-number = Скажіть, яка версія поля, за її номером у «conflicts».
cli-settle-done = Вирішено.
package-no-history = { $file } не містить історії, і його не можна об’єднати. Нічого не взято. Попросіть пакет усієї справи.
package-original-longer = Оригінал у ньому має більше байтів, ніж каже запис світлини.
package-unsound = Пакет несправний: нічого не взято. Попросіть його ще раз або копію справи.
cli-import-package = Взяти пакет іншої копії справи

command-go-questions = Вирішити
questions-open = Вирішити: { $count }
questions-count = { $count ->
    [one] { $count } питання
    [few] { $count } питання
   *[other] { $count } питань
}
questions-text = Кілька людей написали тут різне, не знаючи одне про одного. Ваше рішення можна скасувати.
questions-none = Вирішувати нічого
questions-none-text = Коли взято іншу копію справи, а двоє написали в тому самому полі різне або один вилучив те, над чим працював інший, зберігається і те, і те, а питання стоїть тут.
questions-decided = Вирішено
questions-more = { $count ->
    [one] Ще { $count } питання буде, коли ці вирішено.
    [few] Ще { $count } питання буде, коли ці вирішено.
   *[other] Ще { $count } питань буде, коли ці вирішено.
}
questions-field = Що правильно: { $fields }?
questions-before = До того: { $value }
questions-before-none = До того: нічого
questions-empty = нічого
questions-shown = Показується до вашого рішення
questions-voice = { $person }, { $device }
questions-take = Взяти це
questions-take-of = Взяти версію { $who }: { $fields }, { $title }
questions-both = Взяти обидва
questions-all = Взяти всі
questions-both-of = { $what }: { $fields }, { $title }
questions-edit = Редагувати об’єкт
questions-edit-text = Якщо написати поле наново, це теж вирішує питання.
questions-go = Перейти до { $title }
questions-yes = так
questions-no = ні
questions-removal = Чи вилучити це?
questions-removal-text = Хтось вилучив це, поки інший над ним працював. Воно лишається, доки ви не вирішите.
questions-removed-by = Вилучено:
questions-worked-by = Працювали над ним:
questions-with = { $count ->
    [one] Разом із ним вилучено ще { $count } об’єкт.
    [few] Разом із ним вилучено ще { $count } об’єкти.
   *[other] Разом із ним вилучено ще { $count } об’єктів.
}
questions-keep = Залишити
questions-keep-of = Залишити { $title }
questions-remove = Вилучити
questions-remove-of = Вилучити { $title }

command-take-in-copy = Взяти іншу копію …
shell-path-copy-title = Інша копія цієї справи, яку слід узяти
merge-job-foresee = Перегляд іншої копії
merge-job = Беремо іншу копію
merge-passphrase = { $file } зашифровано
merge-passphrase-field = Парольна фраза іншої копії
merge-look = Переглянути
merge-foreseen = Що принесе { $file }
merge-nothing = У ній немає нічого, чого бракує цій справі.
merge-questions = { $count ->
    [one] { $count } питання має вирішити людина: «Вирішити» (Alt+Q).
    [few] { $count } питання має вирішити людина: «Вирішити» (Alt+Q).
   *[other] { $count } питань має вирішити людина: «Вирішити» (Alt+Q).
}
merge-refused = Не взято від { $device }: { $reason }
merge-no-undo = Узяту копію не можна скасувати. Нічого з написаного тут не зникне: про відмінності буде запитано.
merge-take-in = Узяти
merge-not-now = Не зараз
merge-stopped = Зупинено. Те, що вже взято, лишається; решта прийде, коли копію взяти ще раз.
