# 사건 사본 합치기와 그 뒤에 사람이 결정할 것.

cli-merge = 다른 곳에서 작업한 사건 사본을 받아들입니다
cli-arg-merge-other = 다른 사본
cli-arg-merge-dry-run = 무엇이 올지 말하고 아무것도 바꾸지 않습니다
cli-arg-merge-other-case = 다른 사건이라도 둘을 하나로 만듭니다
cli-merge-refused = { $device }: { $reason }
cli-merge-chain = { $device }: 항목 { $entries }개
cli-merge-done = 받아들임: 기록 { $records }건에 관한 이력 항목 { $entries }개, 원본 { $originals }개.
cli-merge-would = 받아들일 것: 기록 { $records }건에 관한 이력 항목 { $entries }개, 원본 { $originals }개. 바뀐 것은 없습니다.
cli-merge-conflicts = 사람이 결정할 물음 { $count }개: witnessmark conflicts.
cli-merge-awaited = 원본 { $count }개가 오지 않았습니다. 사진 기록은 있고, 바이트는 그것이 있는 사본과 함께 옵니다.
cli-conflicts = 여러 장치가 서로 모르고 쓴 것을 사람이 결정하도록 보여 줍니다
cli-conflicts-none = 결정할 것이 없습니다.
cli-conflict-record = { $kind } “{ $title }” { $id }
cli-conflict-voice = { $person }, { $device }, { $at } (항목 { $entry })
cli-conflict-removed = 없앤 사람:
cli-conflict-worked = 작업한 사람:
cli-conflict-with = 함께 없앤 기록이 { $count }건 더 있습니다.
cli-settle = 충돌 하나를 결정합니다
cli-arg-settle-what = 필드, 또는 없앤 기록이면 남길지 여부
cli-arg-settle-number = “conflicts”의 번호로 어느 판인지
cli-settle-none = 기록 { $id }의 “{ $what }”에는 결정할 것이 없습니다. witnessmark conflicts 를 보세요.
cli-settle-number = “conflicts”의 번호로 어느 판인지 말하세요.
cli-settle-done = 결정했습니다.
