# Checklists: what a team requires of a record, and what of it is there. Never a score.
checklist-title = Checklists
checklist-one = Checklist
checklist-strikes = Strikes
checklist-weapons = Weapons
checklist-components = Components
checklist-photos = Photos
checklist-markings = Markings
checklist-required = Required
checklist-wanted = Wanted
checklist-one-tag = The tag “{ $tag }”
checklist-one-of-tags = One of the tags { $tags }

# What is counted.
checklist-fact-photos = { $count ->
    [1] A photo that shows it
   *[other] { $count } photos that show it
}
checklist-fact-scale-photos = { $count ->
    [1] A photo of it with a scale
   *[other] { $count } photos of it with a scale
}
checklist-fact-scales = { $count ->
    [1] A scale on the photo
   *[other] { $count } scales on the photo
}
checklist-fact-weapons = { $count ->
    [1] A weapon
   *[other] { $count } weapons
}
checklist-fact-components = { $count ->
    [1] A component
   *[other] { $count } components
}
checklist-fact-markings = { $count ->
    [1] A marking, or the tag that there is none
   *[other] { $count } markings
}
checklist-fact-regions = { $count ->
    [1] A region on a photo
   *[other] { $count } regions on photos
}
checklist-fact-subjects = { $count ->
    [1] What it shows
   *[other] { $count } records that it shows
}
checklist-fact-readers = { $count ->
    [1] A transcription by a person
   *[other] Transcriptions by { $count } people
}
checklist-fact-decisions = { $count ->
    [1] A decision on a reading
   *[other] { $count } decisions on readings
}
checklist-fact-handovers = { $count ->
    [1] A handover
   *[other] { $count } handovers
}
checklist-fact-sources = { $count ->
    [1] A source
   *[other] { $count } sources
}
checklist-fact-radius = A radius of the position
checklist-fact-listed-term = { $field }: a term of the vocabulary

# Why a checklist or a file of them is refused.
checklist-fault-name = A checklist needs a name.
checklist-fault-kind = There are checklists for these kinds of record: { $kinds }.
checklist-fault-term = Records of this kind bear no term of a vocabulary: leave “term” out.
checklist-fault-item = Item { $place }: { $reason }
checklist-fault-asks = It must ask for one thing: “field”, or “fact” (with “at_least” if you like), or “one_of_tags”.
checklist-fault-field = The record has no field “{ $field }” that can be empty. It has { $fields }.
checklist-fault-fact = “{ $fact }” can’t be known of such a record. What can: { $facts }.
checklist-fault-count = “at_least” is 1 to 1000, and 1 for what can’t be counted.
checklist-fault-tag = It names no tag.
checklist-fault-twice = There is another list “{ $name }” for this kind of record.
checklist-file-line = Line { $line }: { $reason }
checklist-file-refused = { $file }: { $reason }
checklist-file-head = Checklists of Witnessmark. docs/checklists.md says what can be asked for.
checklist-file-long = The file is longer than { $most } bytes: it is no file of checklists.
checklist-summary = { $new } new, { $changed } changed, { $same } as they are.

# In the form of a record.
checklist-of = { $there } of { $asked }
checklist-of-missing = { $there } of { $asked } · { $missing ->
    [one] { $missing } required is missing
   *[other] { $missing } required are missing
}
checklist-all-there = All { $asked } filled in
checklist-asks-nothing = No checklist asks for anything here
checklist-line = Checklist: { $said }
checklist-item-there = There: { $item }
checklist-item-missing = Missing: { $item }
checklist-item-has = { $has } of { $wants }
checklist-is-ours = The case has no checklist for this: these are the program’s own.
checklist-says = It says what is filled in, not whether it is true.
checklist-edit = Edit the checklist
checklist-column = Filled in
checklist-column-says = { $record }: { $there } of { $asked } filled in

# Filters.
checklist-filter = Filled in
checklist-filter-any = Any
checklist-filter-required = Required is missing
checklist-filter-wanted = Wanted is missing
checklist-filter-incomplete = Something is missing

# Where they are edited.
checklist-of-program = The case has no checklist for this kind of record: the program’s own counts, the least that the trade asks for. Take it over to change it.
checklist-take-over = Take over, to change it
checklist-new = New checklist
checklist-new-name = Checklist
checklist-name = Name
checklist-only-term = For records of this term alone
checklist-only-tag = For records with this tag alone
checklist-only-hint = Any
checklist-notes = Notes
checklist-remove = Remove the checklist
checklist-count = { $count ->
    [0] no items
    [one] { $count } item
   *[other] { $count } items
}
checklist-list-named = Checklist { $name }
checklist-add-item = Add an item
checklist-remove-item = Remove the item
checklist-move-up = Move up
checklist-move-down = Move down
checklist-is-first = It is the first
checklist-is-last = It is the last
checklist-asks = Asks for
checklist-asks-tag = One of these tags
checklist-tags-hint = Separated by semicolons
checklist-at-least = At least
checklist-demand = How firmly
checklist-label-en = Called in English
checklist-label-uk = Called in Ukrainian
checklist-label-ko = Called in Korean
checklist-source = Asked for by
checklist-no-items = Nothing is asked for yet. Add an item: a field that must be filled, or something that is counted.
checklist-written = The checklists are in { $file }.
checklist-taken = The checklists of { $file } are in the case: { $summary }
checklist-taken-nothing = { $file } says nothing new.
checklist-for-term = for { $term }
checklist-for-tag = with the tag “{ $tag }”
command-go-checklists = Checklists
command-import-checklists = Import checklists …
command-export-checklists = Export checklists …
shell-path-lists-in-title = A file of checklists (TOML or JSON) to take in
shell-path-lists-out-title = A file for the checklists (.toml or .json)

# Commands.
cli-checklist = Checklists: what is required of records (docs/checklists.md)
cli-checklist-list = List them, with the program’s own where the case has none
cli-checklist-export = Write them as TOML, or as JSON if the file’s name ends so
cli-checklist-import = Take the checklists of a file in: those of the same name are replaced
cli-checklist-check = Look whether a file of checklists can be taken in, and change nothing
cli-arg-checklist-file = A file of checklists: .toml or .json
cli-arg-checklist-out = Where to write them; without it on standard output, as TOML
cli-arg-checklist-json = On standard output, write JSON
cli-arg-checklist-remove = Remove the case’s own checklists that the file does not have
cli-arg-completeness-kind = One kind of record: strike, weapon, component, photo or marking
cli-arg-completeness-incomplete = Only records of which something is missing
cli-arg-completeness-demand = With --incomplete: only what is required, or only what is wanted
cli-arg-completeness-format = csv, json, or text for people
cli-completeness = What of its checklists is filled in of each record (docs/checklists.md)
cli-completeness-line = { $kind } { $title }: { $there } of { $asked }
cli-completeness-none = There is no such record.
cli-checklist-sound = { $file } can be taken in: { $summary }
cli-checklist-taken = Taken in: { $summary }
cli-checklist-own = of the case
cli-checklist-program = of the program
