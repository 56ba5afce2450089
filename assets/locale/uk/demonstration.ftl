# Texts of the demonstration case. What is drawn into a picture (caption, card) is always in English.
demonstration-author = Witnessmark (демонстрація)
demonstration-tag = балістична ракета
demonstration-tag-source = загальний термін
demonstration-caption = ILLUSTRATION · DRAWN BY WITNESSMARK · NOT A PHOTOGRAPH
demonstration-card = NO PHOTOGRAPH PUBLISHED
demonstration-caption-card = Ілюстрація: у звіті немає фотографії цієї ракети, яку можна було б тут показати.
demonstration-caption-pair = Ілюстрація: два приводи газодинамічних керм із позначкою 113. Намальовано програмою; форма вигадана.
demonstration-caption-first = Ілюстрація: позначка 113 на першому приводі. Намальовано програмою; форма вигадана.
demonstration-caption-second = Ілюстрація: позначка 113 на другому приводі. Намальовано програмою; форма вигадана.
demonstration-credit = Намальовано програмою Witnessmark. Не є доказом.
demonstration-marking = Вибита позначка { $mark }
demonstration-transcription-note = Так її наведено у звіті; зображення є ілюстрацією.
demonstration-checklist = Рештки, відомі з публікацій
demonstration-checklist-place = Місце за публікацією
demonstration-checklist-notes = Малюнок — не фото: він нічого не заповнює.
