# 점검표: 팀이 기록에 요구하는 것과 그 가운데 있는 것. 점수가 아님.
checklist-title = 점검표
checklist-one = 점검표
checklist-strikes = 공격
checklist-weapons = 무기
checklist-components = 부품
checklist-photos = 사진
checklist-markings = 표시
checklist-required = 필수
checklist-wanted = 권장
checklist-one-tag = “{ $tag }” 태그
checklist-one-of-tags = 다음 태그 중 하나: { $tags }

checklist-fact-photos = { $count ->
    [1] 나타내는 사진
   *[other] 나타내는 사진 { $count }장
}
checklist-fact-scale-photos = { $count ->
    [1] 축척이 있는 사진
   *[other] 축척이 있는 사진 { $count }장
}
checklist-fact-scales = { $count ->
    [1] 사진의 축척
   *[other] 사진의 축척 { $count }개
}
checklist-fact-weapons = { $count ->
    [1] 무기
   *[other] 무기 { $count }점
}
checklist-fact-components = { $count ->
    [1] 부품
   *[other] 부품 { $count }점
}
checklist-fact-markings = { $count ->
    [1] 표시, 또는 없음을 확인한 태그
   *[other] 표시 { $count }개
}
checklist-fact-regions = { $count ->
    [1] 사진 위의 영역
   *[other] 사진 위의 영역 { $count }개
}
checklist-fact-subjects = { $count ->
    [1] 사진이 나타내는 것
   *[other] 사진이 나타내는 기록 { $count }건
}
checklist-fact-readers = { $count ->
    [1] 사람의 판독
   *[other] { $count }명의 판독
}
checklist-fact-decisions = { $count ->
    [1] 해독에 대한 결정
   *[other] 해독에 대한 결정 { $count }건
}
checklist-fact-handovers = { $count ->
    [1] 인계
   *[other] 인계 { $count }건
}
checklist-fact-sources = { $count ->
    [1] 출처
   *[other] 출처 { $count }건
}
checklist-fact-radius = 좌표의 반경
checklist-fact-listed-term = { $field }: 용어집의 용어

checklist-fault-name = 점검표에는 이름이 있어야 합니다.
checklist-fault-kind = 점검표를 둘 수 있는 기록의 종류: { $kinds }.
checklist-fault-term = 이 종류의 기록에는 용어집의 용어가 없습니다. “term”을 빼세요.
checklist-fault-item = 항목 { $place }: { $reason }
checklist-fault-asks = 한 가지만 물어야 합니다: “field”, “fact”(원하면 “at_least”와 함께), 또는 “one_of_tags”.
checklist-fault-field = 기록에 비어 있을 수 있는 “{ $field }” 칸이 없습니다. 있는 칸: { $fields }.
checklist-fault-fact = “{ $fact }”는 이런 기록에서 알 수 없습니다. 알 수 있는 것: { $facts }.
checklist-fault-count = “at_least”는 1에서 1000까지이며, 셀 수 없는 것은 1입니다.
checklist-fault-tag = 태그를 적지 않았습니다.
checklist-fault-twice = 이 종류의 기록에 “{ $name }” 목록이 또 있습니다.
checklist-file-line = { $line }행: { $reason }
checklist-file-refused = { $file }: { $reason }
checklist-file-head = Witnessmark 점검표. 무엇을 물을 수 있는지는 docs/checklists.md에 있습니다.
checklist-file-long = 파일이 { $most }바이트보다 깁니다. 점검표 파일이 아닙니다.
checklist-summary = 새 목록 { $new }개, 바뀌는 목록 { $changed }개, 그대로 { $same }개.

checklist-of = { $there }/{ $asked }개
checklist-of-missing = { $there }/{ $asked }개 · 필수 { $missing }개 없음
checklist-all-there = { $asked }개 모두 채움
checklist-asks-nothing = 여기에 무엇을 요구하는 점검표가 없습니다
checklist-line = 점검표: { $said }
checklist-item-there = 있음: { $item }
checklist-item-missing = 없음: { $item }
checklist-item-has = { $wants } 중 { $has }
checklist-is-ours = 사건에 이 점검표가 없습니다. 이것은 프로그램의 점검표입니다.
checklist-says = 채워졌는지를 알릴 뿐, 사실인지는 알리지 않습니다.
checklist-edit = 점검표 편집
checklist-column = 채움
checklist-column-says = { $record }: { $asked }개 중 { $there }개 채움

checklist-filter = 채움
checklist-filter-any = 모두
checklist-filter-required = 필수가 없음
checklist-filter-wanted = 권장이 없음
checklist-filter-incomplete = 무언가 없음

checklist-of-program = 사건에 이 종류의 기록을 위한 점검표가 없어 프로그램의 것을 씁니다. 이 분야가 요구하는 최소한입니다. 바꾸려면 가져오세요.
checklist-take-over = 바꾸기 위해 가져오기
checklist-new = 새 점검표
checklist-new-name = 점검표
checklist-name = 이름
checklist-only-term = 이 용어가 있는 기록에만
checklist-only-tag = 이 태그가 있는 기록에만
checklist-only-hint = 모두
checklist-notes = 메모
checklist-remove = 점검표 삭제
checklist-count = { $count ->
    [0] 항목 없음
   *[other] 항목 { $count }개
}
checklist-list-named = 점검표 { $name }
checklist-add-item = 항목 추가
checklist-remove-item = 항목 삭제
checklist-move-up = 위로
checklist-move-down = 아래로
checklist-is-first = 첫 항목입니다
checklist-is-last = 마지막 항목입니다
checklist-asks = 묻는 것
checklist-asks-tag = 이 태그 중 하나
checklist-tags-hint = 세미콜론으로 구분
checklist-at-least = 최소
checklist-demand = 요구 정도
checklist-label-en = 영어 이름
checklist-label-uk = 우크라이나어 이름
checklist-label-ko = 한국어 이름
checklist-source = 요구하는 곳
checklist-no-items = 아직 요구하는 것이 없습니다. 채워야 하는 칸이나 세는 것을 항목으로 추가하세요.
checklist-written = 점검표를 { $file }에 저장했습니다.
checklist-taken = { $file }의 점검표를 사건에 넣었습니다. { $summary }
checklist-taken-nothing = { $file }에 새로운 내용이 없습니다.
checklist-for-term = { $term }에만
checklist-for-tag = “{ $tag }” 태그가 있을 때
command-go-checklists = 점검표
command-import-checklists = 점검표 가져오기 …
command-export-checklists = 점검표 내보내기 …
shell-path-lists-in-title = 가져올 점검표 파일(TOML 또는 JSON)
shell-path-lists-out-title = 점검표를 저장할 파일(.toml 또는 .json)

cli-checklist = 점검표: 기록에 요구하는 것(docs/checklists.md)
cli-checklist-list = 목록을 보임. 사건에 없으면 프로그램의 것을 보임
cli-checklist-export = TOML로, 파일 이름이 그렇게 끝나면 JSON으로 저장
cli-checklist-import = 파일의 점검표를 넣음. 같은 이름의 것은 바뀜
cli-checklist-check = 점검표 파일을 넣을 수 있는지 살펴보고 아무것도 바꾸지 않음
cli-arg-checklist-file = 점검표 파일: .toml 또는 .json
cli-arg-checklist-out = 저장할 곳. 없으면 표준 출력에 TOML로
cli-arg-checklist-json = 표준 출력에 JSON으로 씀
cli-arg-checklist-remove = 파일에 없는 사건의 점검표를 삭제
cli-arg-completeness-kind = 기록의 한 종류: strike, weapon, component, photo 또는 marking
cli-arg-completeness-incomplete = 무언가 없는 기록만
cli-arg-completeness-demand = --incomplete와 함께: 필수만 또는 권장만
cli-arg-completeness-format = csv, json, 또는 사람을 위한 text
cli-completeness = 기록마다 점검표에서 채워진 것(docs/checklists.md)
cli-completeness-line = { $kind } { $title }: { $asked }개 중 { $there }개
cli-completeness-none = 그런 기록이 없습니다.
cli-checklist-sound = { $file } 파일을 넣을 수 있습니다. { $summary }
cli-checklist-taken = 넣었습니다. { $summary }
cli-checklist-own = 사건의 것
cli-checklist-program = 프로그램의 것
