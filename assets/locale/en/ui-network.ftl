# The network and the matrix of what marks link.
network = Network
network-title = What marks link
network-careful = A link says that marks are written alike or lie in one series, never that weapons are the same.
network-series-label = { $first } … { $last }
network-within-mark = The mark “{ $mark }” is on { $components } components of one weapon: { $weapon }. It joins no two weapons.
network-joins-none = No mark joins two weapons. Shown are marks that are on several components of one weapon.
network-unlinked = { $count ->
    [one] 1 weapon bears no such mark and is not shown.
   *[other] { $count } weapons bear no such mark and are not shown.
}
network-not-drawn = { $count ->
    [one] 1 more mark or series is not drawn. It is in the matrix.
   *[other] { $count } more marks and series are not drawn. They are in the matrix.
}
network-doubt-uncertain = uncertain characters
network-doubt-disputed = read differently
network-doubt-both = uncertain characters, read differently
network-doubtful = doubtful
network-as = Drawn as
network-as-picture = Picture
network-as-matrix = Matrix
network-reach = How far a mark reaches
network-reach-strikes = Several strikes
network-reach-weapons = Several weapons
network-reach-components = Components too
network-certain-only = No doubtful marks
network-strikes = Strikes
network-weapons = Weapons
network-links = Marks and series
network-belongs = belongs to
network-bears = bears
network-no-day = day not known
network-no-strike = no strike
network-count = { $strikes ->
    [one] 1 strike
   *[other] { $strikes } strikes
}, { $weapons ->
    [one] 1 weapon
   *[other] { $weapons } weapons
}, { $links ->
    [one] 1 mark or series
   *[other] { $links } marks and series
}
network-strike-name = Strike { $title }, { $when }
network-weapon-name = Weapon { $title }, { $strike }
network-weapon-of = belongs to { $strike }
network-mark-name = Mark { $mark }, { $on }
network-series-name = Series { $mark }, { $on }
network-doubtful-name = { $name }, doubtful: { $why }
network-on = on { $weapons ->
    [one] 1 weapon
   *[other] { $weapons } weapons
} of { $strikes ->
    [0] no known strike
    [one] 1 strike
   *[other] { $strikes } strikes
}
network-on-one = { $marks } marks on one weapon
network-cell-name = { $mark } in { $of }: { $marks ->
    [one] 1 mark
   *[other] { $marks } marks
} on { $weapons ->
    [one] 1 weapon
   *[other] { $weapons } weapons
}
network-weapons-of-strike = { $weapons ->
    [one] 1 weapon
   *[other] { $weapons } weapons
}
network-bears-count = bears { $links ->
    [one] 1 of these marks
   *[other] { $links } of these marks
}
network-shares = { $strikes ->
    [0] It shares no mark with another strike here.
    [one] It shares marks with 1 other strike.
   *[other] It shares marks with { $strikes } other strikes.
}
network-choose = Choose a strike, a weapon or a mark to see what it is linked to. Enter opens it.
network-click = Click to see what it is linked to; double-click or Enter opens it.
network-open-strike = The strike
network-open-weapon = The weapon
network-zoom-in = Nearer
network-zoom-out = Farther
network-fit = All of it
network-legend-edge = belongs to, bears
network-legend-doubtful = doubtful
network-legend-cell = marks of a strike
network-empty = No marks that link yet
network-empty-text = A mark that is read on components of two weapons, or numbers of one series, link them. Record what the components bear, and which weapons they are from.
network-go-markings = Go to the markings
network-filtered = Nothing reaches that far
network-filtered-text = No mark is left with this choice. Choose above that marks on several weapons or components are shown, or show doubtful marks too.
network-show-all = Show all
network-nothing-to-save = There is nothing to draw yet.
command-go-network = Network of what marks link
command-network-as-matrix = The network as a matrix or as a picture
cli-network = Say which strikes and weapons the marks link: marks on several weapons, and numbers of one series
cli-arg-network-svg = Draw the network into this file, as SVG
cli-arg-network-png = Draw the network into this file, as PNG
cli-arg-network-matrix = Write the matrix of marks and strikes into this file, as CSV
cli-arg-network-reach = How far a mark must reach to count; without it to several weapons, or where no mark does, to several components
cli-arg-network-certain = Without marks that have doubtful characters or are read differently
