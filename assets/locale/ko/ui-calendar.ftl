# Messages of ui-calendar: the strikes by month and by year.

# Dates in words.
calendar-weekday-day = { $day } { $weekday }
calendar-moment = { $day } { $time }
calendar-moment-utc = { $day } { $time } UTC
calendar-some-day = { $when }, 날은 알 수 없음
calendar-one-of = { $days } 중 하루
calendar-one-of-that-fit = { $days } 중 { $text }에 맞는 하루
calendar-estimated = { $when }, 추정 { $year }
calendar-from-unknown = { $day }부터, 끝은 알 수 없음
calendar-until-unknown = { $day }까지, 시작은 알 수 없음
calendar-set-one-of = 다음 중 하나: { $list }
calendar-set-all = 다음 모두: { $list }
calendar-parts-in-doubt = { $when } ({ $parts })
calendar-doubt-year-uncertain = 연도 불확실
calendar-doubt-year-approximate = 연도 대략
calendar-doubt-year-both = 연도 대략이며 불확실
calendar-doubt-month-uncertain = 월 불확실
calendar-doubt-month-approximate = 월 대략
calendar-doubt-month-both = 월 대략이며 불확실
calendar-doubt-day-uncertain = 일 불확실
calendar-doubt-day-approximate = 일 대략
calendar-doubt-day-both = 일 대략이며 불확실
calendar-from = { $day } 또는 그 뒤
calendar-until = { $day } 또는 그 전
calendar-about = { $when }쯤
calendar-uncertain = { $when }(불확실)
calendar-about-uncertain = { $when }쯤(불확실)

# Years of other calendars.
calendar-juche = 주체 { $year }
calendar-minguo = 민국 { $year }
calendar-solar-hijri = 태양 히즈라력 { $year }
calendar-between-eras = { " · " }
calendar-eras-about = 같은 날을 표시에 쓰이는 여러 달력으로 나타낸 것입니다. 주체 연호와 중화민국 연호는 모두 1912년부터 세고, 태양 히즈라력의 해는 3월 20일이나 21일인 노루즈에 시작합니다.

# The bar.
calendar-scale = 달, 주, 목록 또는 해
calendar-scale-month = 달
calendar-scale-year = 해
calendar-today = 오늘
calendar-previous-month = 이전 달
calendar-next-month = 다음 달
calendar-previous-year = 이전 해
calendar-next-year = 다음 해
calendar-previous-strike = 공격이 있는 이전 날
calendar-next-strike = 공격이 있는 다음 날
calendar-no-previous-strike = 이날 전에 시작된 공격 없음
calendar-no-next-strike = 이날 뒤에 시작된 공격 없음
calendar-key-today = Home
calendar-key-previous-month = PageUp
calendar-key-next-month = PageDown
calendar-key-next-strike = N
calendar-key-previous-strike = P
calendar-filter = 태그로 거르기
calendar-filter-nothing = 그런 이름의 태그가 없습니다.
calendar-filter-shown = 이 태그가 있는 공격만
calendar-filter-clear = 모든 공격 보기

# Layers.
calendar-menu = 레이어, 비교, 인쇄
calendar-tags-hint = 점의 색이 뜻하는 태그입니다. 클릭하면 이 태그가 있는 공격만 보입니다.
calendar-layers = 레이어
calendar-layer-observed = 공격이 발생한 날
calendar-layer-reports-hidden = 보고 없음
calendar-layer-reports-otherwise = 발생일을 모르는 공격의 보고
calendar-layer-reports-all = 모든 공격의 보고(보고한 날)
calendar-layers-observed = 발생일을 아는 공격만
calendar-layers-all = 모든 보고도 보고한 날에 표시
calendar-layers-none = 표시된 레이어 없음
calendar-layers-otherwise = 발생일을 모르는 공격의 보고만
calendar-layers-reports = 보고만, 보고한 날에 표시

# Two periods side by side.
calendar-compare-all = 모두
calendar-compare-observed = 발생한 날 기준
calendar-compare-reported = 보고한 날 기준
calendar-compare = 두 기간 비교
calendar-compare-first = 첫째 기간
calendar-compare-second = 둘째 기간
calendar-compare-swap = 기간 서로 바꾸기
calendar-compare-months = 이 달과 지난 달
calendar-compare-years = 이 해와 지난 해
calendar-compare-wrong = 첫날과 마지막 날이 있는 기간이 아닙니다: 2024-08, 2024, 2024-08-01/2024-08-18
calendar-compare-how = EDTF 날짜로 두 기간을 적습니다: 달, 해, 또는 며칠부터 며칠까지.
calendar-compare-strip = { $days }: 날짜별 공격 { $count }건
calendar-compare-strikes = 공격
calendar-compare-difference = 차이
calendar-compare-tags = 태그별
calendar-compare-about = 공격이 그 기간 안일 수도 밖일 수도 있으면 범위로 나타냅니다. 사건 파일에는 기록된 것만 있으며 일어난 모든 일이 있는 것은 아닙니다.
calendar-compare-range = { $least }에서 { $most }까지
calendar-compare-most = { $days }: 하루 최대 공격 { $count }건
calendar-saved = 달력을 { $file }에 저장했습니다.
calendar-not-saved = 달력을 { $file }에 쓰지 못했습니다.
shell-path-calendar-title = 달력을 어디에 쓸까요? .png로 끝나는 이름이면 그림, 그 밖에는 SVG가 됩니다.

# The month.
calendar-week-head = 주
calendar-day-strikes = { $day }, { $count ->
    [0] 공격 없음
   *[other] 공격 { $count }건
}
calendar-more = +{ $count }건
calendar-more-on = { $day }에 { $count }건 더
calendar-new-strike = 새 공격
calendar-new-strike-on = { $day }에 새 공격
calendar-untitled = 이름 없는 공격
calendar-entry = { $name }, { $when }
calendar-entry-continued = { $name }, { $when }, 이어짐
calendar-entry-reported = { $name }, { $when } 보고됨
calendar-day-list = { $day }의 모든 공격
calendar-close = 목록 닫기
calendar-cut = 이 몇 주의 공격 가운데 처음 { $count }건만 불러왔습니다. 나머지를 보려면 태그로 거르세요.
calendar-in-month = { $count ->
    [0] { $month } 공격 없음
   *[other] { $month } 공격 { $count }건
}
calendar-in-days = { $count ->
    [0] { $days } 공격 없음
   *[other] { $days } 공격 { $count }건
}
calendar-in-year = { $count ->
    [0] { $year }년 공격 없음
   *[other] { $year }년 공격 { $count }건
}
calendar-first-strike = 아직 공격이 없습니다. Enter를 누르면 선택한 날에 공격을 기록합니다

# A strike under the pointer.
calendar-occurred = 발생
calendar-reported = 보고
calendar-place = 장소
calendar-not-known = 알 수 없음
calendar-findings = 채택된 결론 { $count }건

# The signs at the foot.
calendar-legend-observed = 목격됨
calendar-legend-reported = 그때 보고만 됨
calendar-legend-report = 그때 보고됨
calendar-legend-vague = 날짜가 정확하지 않음
calendar-legend-about = 대략 또는 불확실
calendar-legend-finding = 채택된 결론

# The year.
calendar-year-months-about = 기간으로만 알려진 공격은 그 기간이 걸친 모든 달에서 세고, 해에서는 한 번만 셉니다.
calendar-legend-none = 없음
calendar-legend-strikes = 하루의 공격 수

# To another day.
calendar-redated = “{ $name }”: { $before }을(를) { $after }(으)로 바꿈
calendar-redated-report = “{ $name }”: 보고 날짜 { $before }을(를) { $after }(으)로 바꿈. 발생한 날은 여전히 알 수 없습니다.
calendar-redated-report-alone = “{ $name }”: 보고 날짜 { $before }을(를) { $after }(으)로 바꿈. 발생한 날은 그대로입니다.
calendar-not-redated = “{ $name }”은(는) 그날에 그대로 있습니다: { $when }
calendar-redate-none = 먼저 이 달의 공격을 선택하세요. 클릭하거나 그날에서 Enter를 누르세요.
calendar-redate-to = { $before } → { $after }
calendar-redate-report-to = 보고: { $before } → { $after }
calendar-redate-about = 다른 날로 끌어 놓거나 Shift와 화살표 키

# The agenda.
calendar-scale-agenda = 목록
calendar-agenda = 날짜순 공격 목록
calendar-agenda-day = { $day } ({ $weekday })
calendar-agenda-utc = { $time } UTC
calendar-agenda-utc-before = { $time } UTC −1일
calendar-agenda-utc-after = { $time } UTC +1일
calendar-agenda-total = 사건에서 날짜가 있는 공격 { $count }건
calendar-agenda-empty = 여기에는 공격이 없습니다
calendar-agenda-empty-text = 날짜가 있는 공격이 여기에 차례로 나옵니다. 첫 공격을 기록하거나, 날짜가 없는 공격의 양식에 날짜를 입력하세요.
calendar-agenda-none-tagged = 이 태그를 모두 가진, 날짜가 있는 공격이 없습니다. 거르기에서 태그를 빼세요.

# The week.
calendar-scale-week = 주
calendar-previous-week = 이전 주
calendar-next-week = 다음 주
calendar-hours-of = { $day }의 시간(현지)
calendar-no-hour = 시각 없음

# Another calendar beside this one.
calendar-other = 함께 보는 달력: { $now }
calendar-other-none = 연도만
calendar-other-juche = 주체
calendar-other-minguo = 민국
calendar-other-solar-hijri = 태양 히즈라력
calendar-other-umm-al-qura = 히즈라력(움알쿠라)
calendar-other-tabular = 히즈라력(산술식, 민간)
calendar-other-buddhist = 불력
calendar-other-hebrew = 히브리력
calendar-other-day = { $month } { $day }
calendar-other-month = { $year } { $month }
calendar-other-months = { $calendar }: { $months }
calendar-other-about-months = 달과 날은 이 달력과 같고, 연도의 번호만 다릅니다.
calendar-other-about-hijri = 움알쿠라는 사우디아라비아의 표를, 산술식은 30년 민간 규칙을 따릅니다. 달의 관측으로 달이 시작되는 곳에서는 하루 이상 다를 수 있습니다. 하루는 해 질 때 시작되며, 낮이 속한 날을 보여 줍니다.
calendar-other-about-hebrew = 하루는 해 질 때 시작되며, 낮이 속한 날을 보여 줍니다.
calendar-month-sh-1 = 파르바르딘
calendar-month-sh-2 = 오르디베헤시트
calendar-month-sh-3 = 호르다드
calendar-month-sh-4 = 티르
calendar-month-sh-5 = 모르다드
calendar-month-sh-6 = 샤흐리바르
calendar-month-sh-7 = 메흐르
calendar-month-sh-8 = 아반
calendar-month-sh-9 = 아자르
calendar-month-sh-10 = 데이
calendar-month-sh-11 = 바흐만
calendar-month-sh-12 = 에스판드
calendar-month-ah-1 = 무하람
calendar-month-ah-2 = 사파르
calendar-month-ah-3 = 라비 1
calendar-month-ah-4 = 라비 2
calendar-month-ah-5 = 주마다 1
calendar-month-ah-6 = 주마다 2
calendar-month-ah-7 = 라자브
calendar-month-ah-8 = 샤반
calendar-month-ah-9 = 라마단
calendar-month-ah-10 = 샤왈
calendar-month-ah-11 = 둘카다
calendar-month-ah-12 = 둘히자
calendar-month-he-1 = 티슈리
calendar-month-he-2 = 헤슈반
calendar-month-he-3 = 키슬레브
calendar-month-he-4 = 테베트
calendar-month-he-5 = 셰바트
calendar-month-he-6 = 아다르(아다르 2)
calendar-month-he-7 = 니산
calendar-month-he-8 = 이야르
calendar-month-he-9 = 시반
calendar-month-he-10 = 타무즈
calendar-month-he-11 = 아브
calendar-month-he-12 = 엘룰
calendar-month-he-adar-1 = 아다르 1
