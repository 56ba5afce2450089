# Messages of the command line.
cli-about = 사진으로 무기 잔해를 기록합니다. 표시를 판독하고, 그 뜻을 해독하고, 증거를 넘겨줍니다. 명령 없이 실행하면 창이 열립니다.
cli-exit-codes = 종료 코드: 0 모두 정상; 1 거부되었거나 잘못된 것이 있음(각각 표준 오류에 표시); 2 사용법이 잘못되었거나 창을 띄울 화면이 없음.
cli-missing = 인수가 빠졌습니다. “witnessmark --help”를 보세요.
cli-arg-file = 사건 파일(NAME.witness)
cli-arg-open = 이 사건 열기
cli-arg-json = 표준 출력에 JSON으로 쓰기
cli-arg-csv = 표준 출력에 CSV로 쓰기
cli-arg-title = 사건의 제목 [기본값: 파일 이름]
cli-arg-demo-case = 시연 사건을 둘 곳 [기본값: 사용자의 데이터 폴더]
cli-arg-no-window = 만들기만 하고 창은 열지 않기
cli-arg-paths = 사진, 사진이 든 폴더, 메모리 카드, ZIP 압축 파일
cli-arg-set-title = 묶음의 이름 [기본값: 폴더 이름]
cli-arg-taken-by = 사진을 찍은 사람
cli-arg-given-by = 사진을 건네준 사람
cli-arg-received = 사진을 받은 때, EDTF
cli-arg-licence = 사용을 허락하는 라이선스
cli-arg-restrictions = 사진으로 해서는 안 되는 일
cli-arg-resume = 이 사건에서 멈추었거나 중단된 가져오기를 이어서 하기
cli-arg-kind = 나열할 것
cli-arg-id = 기록의 식별자
cli-arg-period = 해, 달, 또는 여러 달의 첫 달과 마지막 달
cli-arg-reports = 보고한 날에 표시할 보고: 없음, 발생일을 모르는 공격의 보고, 모두
cli-arg-no-observed = 공격이 발생한 날은 제외
cli-arg-calendar-svg = SVG로 인쇄: 한 해는 한 쪽, 달은 한 달에 한 쪽
cli-arg-calendar-png = 같은 내용을 PNG로
cli-arg-compare = 이 기간을 첫 기간과 나란히 셈: 확실히 그 안에 있는 공격과 그럴 수 있는 공격(+n?)
cli-arg-tag = 이 태그가 있는 공격만; 여러 번 줄 수 있음
cli-arg-query = 낱말 또는 표시: ?는 글자 하나, *는 글자 여럿
cli-arg-loose = З와 3처럼 혼동하기 쉬운 글자도 찾기
cli-arg-photo = 사진의 식별자, SHA-256 또는 파일 이름
cli-arg-out = 쓸 파일 또는 폴더; 기존 파일을 덮어쓰는 일은 없음
cli-arg-folder = 그림을 둘 곳
cli-arg-size = 창의 크기(포인트)
cli-arg-theme = 창의 테마
cli-arg-language = 창의 언어 [기본값: 설정에 따름]

cli-new = 빈 사건 만들기
cli-new-done = { $file } 파일을 만들었습니다.
cli-demo = 시연 사건을 만들어 열기
cli-demo-done = 시연 사건: { $file }
cli-import = 사진을 사건에 가져오기
cli-place = 좌표가 없는 사진의 위치를 경로와 촬영 시각으로 정하기
cli-place-done = 사진 { $placed }장의 위치를 정했습니다. { $without ->
    [0] {""}
   *[other] 사진 { $without }장은 시각은 있으나 UTC 시차가 없습니다. --offset으로 카메라 시계를 알려 주세요.
}
cli-arg-track = GPX 형식의 경로
cli-arg-within = 경로 지점과의 최대 시간 차
cli-arg-offset = UTC 시차를 기록하지 않은 카메라의 UTC 시차
cli-where = 좌표를 모든 표기로 보이고 어느 도시 가까이인지 알려 주기
cli-arg-where = 임의의 표기로 적은 좌표, 지도 링크, 또는 “20 km NW of Kyiv”
cli-arg-where-case = 이 사건의 장소에서도 찾기
cli-where-read = 읽은 방식
cli-where-near = 가까운 곳
cli-where-sector = { $from }에서 { $near }~{ $far } km, 방위 { $bearing }°~{ $to }°
cli-where-sector-assumed = { $from }에서 { $far } km 이내(가정), 방위 { $bearing }°~{ $to }°
cli-import-done = 추가 { $added }, 이미 있음 { $known }, 거부 { $refused }.
cli-list = 기록을 모든 항목과 함께 나열하기
cli-show = 기록 하나를 딸린 것과 함께 보기
cli-show-none = 이 사건에는 기록 { $id }이(가) 없습니다.
cli-calendar = 여러 달의 공격 또는 한 해의 날짜별 공격을 보거나 인쇄하거나 두 기간을 비교
cli-calendar-period = “{ $period }”은(는) 해(2024), 달(2024-08), 이어지는 여러 달(2024-06/2024-09)이 아닙니다.
cli-search = 표기와 텍스트 찾기
cli-extract = 사진의 원본을 바이트 그대로 쓰기
cli-extract-none = 이 사건에는 사진 “{ $photo }”이(가) 없습니다.
cli-extract-many = “{ $photo }”(이)라는 사진이 여럿입니다. 식별자나 SHA-256을 대신 주세요.
cli-extract-changed = “{ $photo }”의 원본이 더 이상 SHA-256과 맞지 않아 쓰지 않았습니다. “verify”를 실행하세요.
cli-extract-done = { $file } 파일을 썼습니다(SHA-256 { $sha256 }).
cli-verify = 모든 원본과 이력 전체, 그리고 이력에 비추어 모든 행을 검사하기
cli-screenshots = 실제 창에서 모든 보기를 돌며 하나씩 그림으로 남기기
cli-screenshots-size = “{ $size }”은(는) 크기가 아닙니다. 너비 x 높이로 주세요. 예: 1280x800.
cli-screenshots-done = 모든 그림을 썼습니다.
cli-read = 표시가 무엇을 뜻할 수 있는지 알려 주기
cli-arg-mark = 표기법으로 적은 표시: {"{3?}"}는 불확실함, {"[.2]"}는 없어짐
cli-arg-origin = 원산국, ISO 3166 alpha-2, 표시 자체가 아닌 증거로 아는 것
cli-arg-object = 표시가 있는 물건: jet_vane_actuator, ic, chip_resistor, …
cli-arg-strike = 사용한 날, EDTF
cli-arg-now = 해독하는 날 [기본값: 오늘]
cli-arg-field = 표시의 종류: part_number, serial, date, …
cli-arg-maker = 제조사(알고 있다면)
cli-arg-profile = 제조사가 주를 세는 방법: iso, tolerant, mil38535, fairchild6
cli-arg-supply = 무기 제조국에서 본 부품의 생산지: domestic, imported
cli-arg-documented = 물건을 기록한 때, EDTF
cli-arg-rules = 팀의 자체 해독 규칙 파일; 시험해 보고 사용함
cli-arg-literal = 표기법 없이 표시를 있는 그대로 받기: 바코드 데이터용
cli-elsewhere = 표시가 어디에 또 있는지 알려 주기: 똑같은 것, 같은 계열, 비슷한 것; 이 사건과 다른 사건에서
cli-arg-elsewhere-marking = 표기의 식별자
cli-arg-elsewhere-also = 함께 찾아볼 다른 사건; 여러 번 줄 수 있음
cli-elsewhere-none = 사건에 누군가 판독한 표기 { $marking }이(가) 없습니다. `witnessmark list FILE markings`로 나열할 수 있습니다.
cli-crop = 영역을 살펴본 모습대로 쓰기: 잘라 내고, 펴고, 돌리고, 보기 설정을 적용함
cli-arg-region = 영역의 식별자, 또는 표기의 식별자(그 첫 영역)
cli-arg-crop-out = 쓸 그림(PNG); 출처와 만든 방법이 그 텍스트에 담김
cli-crop-none = 이 사건에는 사진이 있는 영역 “{ $region }”이(가) 없습니다.
cli-crop-done = { $photo }에서 { $file } 파일을 썼습니다.
cli-arg-regex = 질의를 입력된 글에 대한 정규식으로 받기
cli-codes = 사진에서 바코드와 2차원 코드를 찾아 표시로 보관하기
cli-arg-codes-photos = 살펴볼 사진의 식별자, SHA-256 또는 파일 이름 [기본값: 모두]
cli-rules = 사건의 자체 해독 규칙을 나열하거나, 규칙 파일을 추가하거나 없애기
cli-vocabulary = 용어와 태그를 나열하고 내보내고 가져오고 합칩니다
cli-vocabulary-list = 용어와 사용 수, 같은 용어일 수 있는 말을 나열합니다
cli-vocabulary-export = 용어를 CSV로 씁니다
cli-vocabulary-import = CSV에서 용어를 가져옵니다. 모든 행이거나 하나도 아닙니다
cli-vocabulary-merge = 모든 기록에서 한 용어를 다른 용어로 바꿉니다(한 단계)
cli-arg-term = 목표, 종류, 방식이 이 용어(이름이나 동의어)인 것만
cli-list-no-terms = 사진에는 용어가 없습니다. 공격, 무기, 부품, 표기에 `--term`을 쓰세요.
cli-arg-vocabulary = 용어집. 지정하지 않으면 모두
cli-arg-vocabulary-out = 쓸 파일. 지정하지 않으면 표준 출력
cli-arg-merge-from = 사라질 용어: 저장된 값, 이름 또는 동의어
cli-arg-merge-into = 남을 용어
cli-vocabulary-written = 용어 { $count }개를 기록했습니다.
cli-arg-rules-add = 이 규칙 파일(TOML)을 추가하기; 그 예를 먼저 시험함
cli-arg-rules-remove = 이 이름의 규칙을 없애기
cli-rules-added = { $name }: 규칙 { $count }개를 추가했습니다. 예의 결과가 모두 적힌 대로입니다.
cli-rules-removed = { $name } 규칙을 없앴습니다. 이에 근거한 결론은 보존됩니다.
cli-rules-unknown = 이 사건에는 “{ $name }”(이)라는 규칙이 없습니다.
cli-rules-none = 이 사건에는 자체 규칙이 없습니다.
cli-read-none = 이 버전의 어떤 체계도 “{ $mark }”을(를) 해독하지 않습니다.
cli-read-now = “{ $now }”은(는) 날짜가 아닙니다. 2024-09-11과 같이 주세요.
cli-read-field = { $reason }
cli-screenshots-person = 분석관 A

cli-arg-passphrase-stdin = 묻지 않고 표준 입력에서 한 줄로 암호 문구를 읽기
cli-arg-encrypt = 암호 문구로 암호화하기(암호 문구를 물어봄)
cli-arg-as-of = 이날 끝(또는 이 순간, RFC 3339)의 사건 상태
cli-arg-record = 이 식별자의 기록에 한 일만
cli-arg-most = 최대 이만큼의 항목
cli-arg-device = 이 장치의 사슬만
cli-arg-entries = 이만큼의 항목 뒤의 사슬 끝, 서명이 밝히는 것과 같음
cli-arg-key = OpenSSH 개인 키 [기본값: 이 장치의 자체 키, 처음 필요할 때 만듦]
cli-arg-sign-out = 서명한 내용을 FILE에, 서명을 FILE.sig에도 쓰기
cli-arg-remove = 암호화 풀기
cli-arg-recover-out = 새 사건; 기존 파일을 덮어쓰는 일은 없음
cli-arg-backup = “witnessmark backups”가 나열하는 백업
cli-arg-originals = 원본을 가져올 사건(손상 여부 무관)
cli-history = 한 일을 최신 것부터 나열하기
cli-heads = 이력에서 계산한 사슬의 끝을 쓰기: 서명의 대상이 되는 글
cli-heads-none = 그런 사슬이 없거나 항목이 그보다 적습니다.
cli-sign = 지금까지의 이 장치 이력에 서명하기
cli-sign-done = 이 장치의 항목 { $entries }까지 이력에 키 { $fingerprint }(으)로 서명했습니다. 확인할 사람을 위한 공개 키: { $public }
cli-sign-key = 키 { $file }을(를) 읽을 수 없습니다: { $reason }
cli-sign-passphrase = 키의 암호 문구:{" "}
cli-passphrase = 암호 문구:{" "}
cli-passphrase-new = 새 암호 문구:{" "}
cli-passphrase-again = 한 번 더:{" "}
cli-passphrase-needed = 사건이 암호화되어 있습니다. 터미널에서 실행하거나 --passphrase-stdin으로 암호 문구를 주세요.
cli-passphrase-empty = 암호 문구는 비워 둘 수 없습니다. 아무것도 바꾸지 않았습니다.
cli-passphrase-differ = 두 암호 문구가 다릅니다. 아무것도 바꾸지 않았습니다.
cli-passphrase-about = 사건에 암호 문구를 주거나, 바꾸거나, 없애기
cli-passphrase-set = 사건을 새 암호 문구로 암호화했습니다. 이것이 없으면 당신을 포함해 아무도 사건을 열 수 없습니다. 안전하게 보관하세요.
cli-passphrase-removed = 사건이 더 이상 암호화되어 있지 않습니다.
cli-recover = 손상된 사건에서 온전한 것을 모두 새 사건에 저장하기
cli-backups = 이 장치에 있는 기록 백업을 나열하기
cli-backups-none = 아직 백업이 없습니다. 사건이 창에 열려 있는 동안 만들어집니다.
cli-restore = 기록 백업에서 사건을 새로 만들기
cli-as-of-wrong = --as-of에는 2026-11-23과 같은 날짜가 필요합니다.

recover-saved = 저장함: 이력 항목 { $entries }개와 그로써 만들어진 모든 것, 원본 { $originals }개.
recover-pages = { $pages }쪽 가운데 { $unreadable }쪽을 읽을 수 없습니다.
recover-lost-entries = 잃음: 이력 항목 { $first }부터 { $last }까지.
recover-from-tables = 대신 테이블에서 기록 { $count }개를 저장했습니다. 새 이력의 항목 하나가 이를 밝힙니다.
recover-lost-original = 잃음: 사진 “{ $name }”의 원본. 다른 곳에 있으면 다시 가져오세요.
restore-done = 이력 항목 { $entries }개와 원본 { $originals }개로 { $file } 파일을 만들었습니다.
restore-missing = 원본 { $missing }개가 없습니다. 사진을 다시 가져오세요. 그 기록이 기다리고 있습니다.

cli-coverage = 한 무기 또는 모든 무기에 빠진 것을 알려 주기: 모습, 표시, 두 번째 판독, 열람
cli-arg-weapon = 무기의 식별자; 없으면 모든 무기
cli-no-weapon = 사건에 무기 { $id }이(가) 없습니다.
cli-coverage-none = 사건에 무기가 없습니다.
cli-coverage-weapon = { $title }: 부품 { $components }점; 표시 { $marks }개, 판독 { $read }개, 두 사람이 판독 { $twice }개; 사진 { $photos }장, 열람 { $opened }장
cli-alarms = 스스로 말하는 것일 수 없는 표시를 나열하기; 있으면 종료 코드 1
cli-alarms-count = { $count ->
    [0] 불가능한 표시가 없습니다.
   *[other] 있을 수 없는 것이 { $count }건 있습니다.
}

cli-analysis = 표시들이 함께 말하는 바를 알려 주기: 제조에서 사용까지, 처음 나타난 것, 여러 곳에 있는 것
cli-arg-analysis-chart = 제조에서 사용까지의 도표를 이 파일에 쓰기, PNG 또는 SVG
cli-map = 공격이 있었던 곳 보기: 표, 지도 그림 또는 GeoJSON, 그리고 공격에서 먼 사진
cli-arg-map-svg = 지도를 이 파일에 SVG로 쓰기
cli-arg-map-png = 지도를 이 파일에 PNG로 쓰기
cli-arg-map-size = 그림의 크기(도면 단위)
cli-arg-map-from = 이 날(2024-08-01)이나 그 뒤에 있었을 수 있는 공격만
cli-arg-map-to = 이 날이나 그 전에 있었을 수 있는 공격만
cli-arg-map-geojson = 공격을 GeoJSON으로 쓰기. 반경은 미터, 날짜는 EDTF
cli-map-day = “{ $day }”은(는) 날짜(2024-08-18)가 아닙니다.
cli-map-size = “{ $size }”은(는) 1200x800 같은 크기가 아닙니다. 한 변은 240에서 8000까지입니다.
cli-map-stray = { $photo }: { $strike }에서 { $distance } 떨어진 곳에서 찍음, { $allowed }까지 허용

cli-import-sheet = 표(CSV 또는 TSV)의 행을 공격, 무기 또는 부품으로 한 단계에 가져오기
cli-arg-sheet = 표: 칸 사이에 쉼표, 세미콜론 또는 탭이 있는 텍스트
cli-arg-sheet-as = 행이 무엇인지
cli-arg-sheet-map = 열이 어느 필드인지(반복 가능; COLUMN=은 그 열을 뺌). 필드 이름은 `list --csv`가 쓰는 이름과 `position`, `tags`입니다
cli-arg-day-first = 05/06/2024는 6월 5일
cli-arg-month-first = 05/06/2024는 5월 6일
cli-arg-header = 첫 행이 열 이름임
cli-arg-no-header = 첫 행이 데이터임; 열은 A, B 등으로 부름
cli-arg-encoding = 잘못 알아본 경우의 문자 인코딩: windows-1251, windows-1252, euc-kr
cli-arg-again = 이미 있는 행도 한 번 더 가져오기
cli-arg-partial = 다른 행에 문제가 있어도 괜찮은 행은 가져오기
cli-arg-dry-run = 아무것도 쓰지 않고 각 행이 무엇이 될지만 말하기
cli-sheet-unmapped = 이름을 아는 열이 없습니다. --map COLUMN=FIELD로 어느 것이 어느 것인지 정하세요. 열: { $columns }
cli-sheet-encoding = “{ $name }” 인코딩은 없습니다.
cli-sheet-map-form = “{ $name }”은(는) COLUMN=FIELD 형식이 아닙니다.
cli-sheet-map-column = 표에 “{ $name }” 열이 없습니다.
cli-sheet-map-field = “{ $name }” 필드는 없습니다. 필드 이름은 `witnessmark list --csv`가 쓰는 이름입니다.
cli-sheet-column = { $column } → { $field }
cli-sheet-cell = , { $column } “{ $value }”
cli-sheet-problem = { $row }행{ $cell }: { $what } { $mend }
cli-sheet-remark = 참고, { $row }행{ $cell }: { $what } { $mend }
cli-sheet-known = { $row }행은 이미 있습니다: { $id }
cli-sheet-repeated = { $row }행은 { $first }행과 같습니다
cli-sheet-written = { $count ->
    [0] 아무것도 쓰지 않았습니다.
   *[other] 기록 { $count }개를 썼습니다.
}
cli-sheet-nothing = 문제가 있는 행이 있어 아무것도 쓰지 않았습니다. 고치거나 --partial로 괜찮은 행만 가져오세요.

cli-set = 공습, 무기 또는 부품의 필드를 한 단계로 적기
cli-arg-set-cells = 어디에 무엇을 적을지 (occurred=2024-08-18). 기호 뒤가 비어 있으면 그 필드는 알 수 없음이 됩니다. 필드 이름은 `list --csv`가 쓰는 이름과 `position`, `tags`입니다
cli-set-none = ID가 { $id }인 공습, 무기 또는 부품이 없습니다.
cli-set-form = “{ $name }”은(는) FIELD=TEXT 꼴이 아닙니다.
cli-set-wrong = { $field } “{ $value }”: { $what } { $mend } 아무것도 적지 않았습니다.
cli-set-done = 완료했습니다.
cli-set-same = 이미 그렇게 적혀 있어 아무것도 바꾸지 않았습니다.
