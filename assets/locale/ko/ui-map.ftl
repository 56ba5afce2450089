# ui-map의 메시지: 공격이 있었던 곳.

map-title = 지도
map-name = 공격 지도
map-empty = 아직 위치가 있는 것이 없습니다
map-empty-text = 공격을 기록하고 어디였는지 아는 만큼 적으세요. 반경이 있는 지점이나 “키이우 북쪽 20km” 같은 말이면 됩니다. 그러면 여기에 나타납니다.

# 지도에 있는 것.
map-strike = { $name }, { $when }, { $place }
map-recovered = 회수: { $name }, { $when }, { $place }
map-photo = 사진 { $name }
map-cluster = 이곳에 공격 { $count }건
map-cluster-recovered = 이곳에서 회수한 부품 { $count }개
map-cluster-photos = 이곳에서 찍은 사진 { $count }장
map-pile-about = 지도에서 위치가 같습니다. 하나를 고르세요.
map-no-date = 날짜를 알 수 없음
map-radius-not-stated = 반경이 적혀 있지 않음
map-within = { $length } 이내
map-sector = 이 부채꼴 안 어딘가
map-place-known = 알려진 범위
map-metres = { $length } m
map-coordinates = { $degrees } · { $mgrs }
map-copy = { $text } 복사
map-copied = 복사함: { $text }
map-selection-nowhere = 선택한 것은 이 지도에 위치가 없습니다.

# 막대.
map-layer-recovered = 회수 위치
map-layer-photos = 사진
map-layer-strays = 먼 사진 ({ $count })
map-no-recovered = 회수 위치가 있는 부품이 없습니다
map-not-there = 공격을 아직 읽는 중입니다
map-fit = 모두 보기
map-key-fit = Home
map-zoom-in = 가까이
map-zoom-out = 멀리
map-saved = 지도를 { $file }에 저장했습니다.
map-not-saved = 지도를 { $file }에 쓰지 못했습니다.
shell-path-map-title = 지도를 어디에 쓸까요? .png로 끝나는 이름이면 그림, 그 밖에는 SVG가 됩니다.

# 공격에서 먼 사진.
map-strays = 공격에서 먼 사진
map-strays-about = 사진이 보여 주는 공격의 위치에서 그 반경에 { $tolerance }를 더한 것보다 먼 곳에서 찍혔습니다. 반경이 없는 위치는 { $assumed }로 봅니다. 연결, 위치 또는 카메라가 틀렸거나 잔해를 다른 곳에서 찍었을 수 있습니다.
map-strays-none = 없습니다. 위치가 없는 사진이나 공격은 비교할 수 없습니다.
map-stray = { $distance } 떨어짐, { $allowed }까지 허용
map-stray-photo = 사진: { $name }
map-stray-strike = 공격: { $name }

# 날짜.
map-all-days = 모든 날
map-show-all-days = 모든 날 보기
map-no-days = 날짜가 있는 공격이 없습니다
map-choose-days = 먼저 막대에서 날짜를 고르세요
map-open-calendar = 달력에서 열기
map-play = 날짜 순서로 재생
map-pause = 멈춤
map-by-day = 날짜별 공격
map-by-month = 월별 공격
map-by-year = 연도별 공격
map-window = 지도가 보여 주는 날
map-window-start = { $days }부터 표시
map-window-end = { $days }까지 표시
map-window-whole = 표시: { $days }
map-bar = { $days }: 공격 { $count }건
map-bar-hint = 클릭하면 이 날들을 보여 주고, 두 번 클릭하면 달력에서 엽니다. 날을 알 수 없는 공격은 있었을 수 있는 모든 날에 셉니다.

# 아래 줄.
map-shown = 지도에 공격 { $count }건
map-placeless = 위치 없는 공격 { $count }건
map-legend = 일어난 날이 알려진 공격이나 보고만 된 공격, 회수한 부품, 사진, 위치가 있는 범위
map-legend-strike = 공격
map-legend-reported = 보고만 됨
map-legend-recovered = 회수
map-legend-photo = 사진
map-legend-area = 위치의 범위
map-no-place = 위치 없음
map-sources = 윤곽선: Natural Earth, 퍼블릭 도메인. 국경에 대한 의견이 아닙니다. 도시: GeoNames, CC BY 4.0.
map-sources-short = Natural Earth · GeoNames

# 태그의 색.
map-tags = 태그
map-tags-hidden = 태그, { $count }개 숨김
map-tags-all = 모든 태그의 공격 보이기
map-tags-hint = 공격은 이름순으로 첫 태그의 색을 띱니다. 클릭하면 이 태그의 공격을 숨기거나 보입니다.
map-tag-none = 태그 없음
map-tag = { $tag }: 공격 { $count }건
