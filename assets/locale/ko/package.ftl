# 패키지: 다른 사람에게 넘길 사건 또는 그 기록 일부.
package-error-file = { $file }을(를) 읽거나 쓸 수 없습니다: { $reason }. 지금까지 쓴 것은 남아 있습니다. 계속하려면 같은 곳으로 내보내십시오.
package-error-exists = { $file }에 이미 무언가 있어 건드리지 않았습니다. 다른 이름을 지정하십시오.
package-error-foreign = { $file }은(는) 이 사건의 끝나지 않은 패키지에 속하지 않아 건드리지 않았습니다. 옮기거나 다른 이름을 지정하십시오.
package-error-space = 공간이 부족합니다. 약 { $needed } MB가 필요하지만 { $free } MB만 비어 있습니다. 아무것도 쓰지 않았습니다.
package-error-missing = 사진 { $photo }의 원본이 사건에 없어 온전한 패키지를 만들 수 없습니다. 파일을 다시 가져오거나 그 사진이 없는 기록을 고르십시오.
package-error-empty = 이 사건에는 아직 이력이 없어 넘길 것이 없습니다.
package-error-name = “{ $name }”은(는) 모든 시스템에서 쓸 수 있는 파일 이름이 아닙니다. 로마자, 숫자, 마침표, 붙임표, 밑줄만 쓰십시오.
package-error-cancelled = 내보내기를 멈췄습니다. 쓴 것은 { $file }에 있습니다. 계속하려면 같은 곳으로 내보내십시오.

cli-package = 누구나 확인할 수 있는 사건 패키지(BagIt) 쓰기
cli-arg-package-out = 만들 폴더 또는 보관 파일. 이미 있는 것은 건드리지 않음
cli-arg-package-zip = 폴더 대신 ZIP 보관 파일 하나로
cli-arg-package-of = 이 기록과 그에 딸린 것만: strike, weapon, component, marking 또는 photo와 식별자
cli-arg-package-without-history = 이력 제외: 병합할 수 없고 사슬을 확인할 수 없음
cli-arg-package-with-history = 고르지 않은 것까지 모든 기록의 글을 담은 전체 이력 포함
cli-arg-package-sign = 서명하기
cli-package-kind = “{ $word }”은(는) 고를 수 없습니다. strike, weapon, component, marking 또는 photo와 식별자를 쓰십시오.
cli-package-done = { $file }: 원본 { $originals }개, 기록 { $records }개, 이력 항목 { $entries }개.
cli-package-kept = 중단된 내보내기에서 남은 원본 { $count }개는 그대로 두었습니다.
cli-package-no-history = 이력이 들어 있지 않아 사슬을 확인할 수 없고 사건에 병합할 수 없습니다.
cli-package-signed = 키 { $fingerprint }(으)로 서명했습니다. 받는 사람에게 이 지문을 다른 길로 알리십시오.
