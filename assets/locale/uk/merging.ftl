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
