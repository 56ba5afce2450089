# The lists of terms and tags: the view, and their tables.
vocabulary-title = Vocabularies
vocabulary-tags = Tags
vocabulary-weapon-classes = Weapon classes
vocabulary-component-kinds = Component kinds
vocabulary-target-kinds = Target kinds
vocabulary-mark-methods = Mark methods
vocabulary-filter = Find a term
vocabulary-filter-hint = Any label or synonym
vocabulary-new = Add a term
vocabulary-count = { $count ->
    [one] { $count } term
   *[other] { $count } terms
}
vocabulary-fixed = These terms are fixed: markings store them. They can be called otherwise and given synonyms, not added to, hidden or merged.
vocabulary-empty = No terms yet
vocabulary-empty-text = Type one into the field above, or tag a record: the tag then stands here.
vocabulary-none-found = No term is called so in any language.
vocabulary-english = English
vocabulary-ukrainian = Ukrainian
vocabulary-korean = Korean
vocabulary-synonyms = Synonyms
vocabulary-synonyms-hint = Separated by semicolons
vocabulary-source = Source
vocabulary-note = Note
vocabulary-colour = Colour
vocabulary-uses = Uses
vocabulary-name = Name
vocabulary-column = Vocabulary
vocabulary-becomes = Becomes
vocabulary-stored = Stored as “{ $term }”
vocabulary-hidden = Hidden
vocabulary-hide = Hide
vocabulary-show = Offer again
vocabulary-not-listed = Used, not in the list
vocabulary-not-listed-text = Somebody typed this word; the list does not have it.
vocabulary-adopt = Add to the list
vocabulary-merge = Merge two terms
vocabulary-merge-text = Every record that bears the one will bear the other. The name that goes becomes a synonym of the one that stays. One undo takes it back.
vocabulary-merge-into = Merge into “{ $term }”
vocabulary-merge-count = { $count ->
    [0] No record bears “{ $from }”.
    [one] { $count } record that bears “{ $from }” is changed.
   *[other] { $count } records that bear “{ $from }” are changed.
}
vocabulary-merge-field = Merge into
vocabulary-merge-hint = The term that stays
vocabulary-merged = { $count ->
    [one] “{ $from }” is merged into “{ $into }”: { $count } record changed.
   *[other] “{ $from }” is merged into “{ $into }”: { $count } records changed.
}
vocabulary-alike = “{ $from }” and “{ $into }” may be one term.
vocabulary-alike-more = { $count ->
    [one] And { $count } more pair
   *[other] And { $count } more pairs
}
vocabulary-used-by = { $count ->
    [0] No record bears it
    [one] Borne by { $count } record
   *[other] Borne by { $count } records
}
vocabulary-used-more = And { $count } more
vocabulary-edit-list = Edit the list of terms
vocabulary-summary = { $new } new, { $changed } changed, { $same } as they are, { $wrong } with problems.
vocabulary-file = Vocabularies from { $file }
vocabulary-take = { $count ->
    [one] Take { $count } row in
   *[other] Take { $count } rows in
}
vocabulary-take-nothing = No row says anything new.
vocabulary-written = The vocabularies are in { $file }.
vocabulary-state-new = New
vocabulary-state-changed = Changed
vocabulary-state-same = As it is
vocabulary-state-wrong = Left out
vocabulary-no-column = The table has no column “{ $column }”.
vocabulary-no-column-mend = Name the columns in the first row: vocabulary, term, en, uk, ko, synonyms, source, colour.
vocabulary-unknown = There is no such vocabulary.
vocabulary-no-term = The row names no term.
vocabulary-no-term-mend = Write what records are to store.
vocabulary-fixed-mend = Use one of the terms of the list as it is.
vocabulary-twice = Row { $row } is about the same term.
vocabulary-twice-mend = Keep one of the rows.
vocabulary-colour-mend = Write # and six hexadecimal digits, for example #d04a3a.
vocabulary-name-taken = “{ $name }” leads to “{ $term }” already.
vocabulary-name-taken-mend = Look whether the two are one term.
