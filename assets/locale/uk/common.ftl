# Words and counts that several modules share.
#
# The words of this translation. One word for one thing, in every file:
#   case = справа                          strike = удар
#   weapon = боєприпас (one munition)      component = компонент
#   marking = маркування                   mark = позначка (what stands on the part)
#   region = ділянка (of a photo)          photo = фото, фотографія
#   transcription = транскрипція           reading = прочитання (what a mark may mean)
#   rival = альтернативне прочитання       finding = висновок (a person's decision)
#   grade = ступінь                        statement = формулювання
#   record = картка                        history entry = запис (історії)
#   original = оригінал                    evidence = докази
#   custody = ланцюг зберігання            handover = передача
#   tag = мітка                            photo set = набір фото
#   date code = код дати                   lot = партія
#   plant = завод                          headstamp = клеймо на денці гільзи
#   serial number = серійний номер         exhibit number = номер речового доказу
#   passphrase = парольна фраза            verify = перевірити
#   recover = відновити (a damaged file)   restore = відтворити (from a backup)
#   flag = прапорець                       reject = відхилити
#   in hand = поточний                     blind = наосліп
#   Juche = чучхе, Minguo = Міньґо, Solar Hijri = сонячна хіджра, Buddhist Era = буддійська ера
# Names of commands, options, fields of data and files stay as they are: verify, --offset, NAME.witness.
app-name = Witnessmark

count-photos = { $count ->
    [one] { $count } фотографія
    [few] { $count } фотографії
   *[other] { $count } фотографій
}
count-strikes = { $count ->
    [one] { $count } удар
    [few] { $count } удари
   *[other] { $count } ударів
}
count-weapons = { $count ->
    [one] { $count } боєприпас
    [few] { $count } боєприпаси
   *[other] { $count } боєприпасів
}
count-components = { $count ->
    [one] { $count } компонент
    [few] { $count } компоненти
   *[other] { $count } компонентів
}
count-markings = { $count ->
    [one] { $count } маркування
    [few] { $count } маркування
   *[other] { $count } маркувань
}
