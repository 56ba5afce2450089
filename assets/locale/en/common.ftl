# Words and counts that several modules share.
app-name = Witnessmark

count-photos = { $count ->
    [one] { $count } photo
   *[other] { $count } photos
}
count-strikes = { $count ->
    [one] { $count } strike
   *[other] { $count } strikes
}
count-weapons = { $count ->
    [one] { $count } weapon
   *[other] { $count } weapons
}
count-components = { $count ->
    [one] { $count } component
   *[other] { $count } components
}
count-markings = { $count ->
    [one] { $count } marking
   *[other] { $count } markings
}
