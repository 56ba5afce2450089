# Messages of dates (model::when) and of readings.
reading-interval-backwards = { $earliest }이(가) { $latest }보다 나중입니다. 이른 날짜를 먼저 주세요.

reading-when-empty = 날짜가 없습니다. 2024-08-05, 2024-08 또는 2024-08-05/2024-08-06과 같이 적으세요.
reading-when-form = “{ $text }”은(는) 읽을 수 있는 날짜가 아닙니다. 해를 먼저, 달과 날은 두 자리씩 적으세요: 2024-08-05, 2024-08, 2024; 모르는 숫자가 있으면 2024-08-1X; 대략이면 2024-08~; 부터~까지는 2024-08-05/2024-08-06; 시각이 있으면 2024-08-05T03:40.
reading-when-month = { $month }월은 없습니다. 달은 2024-08처럼 01부터 12까지입니다. 21부터 41까지는 계절, 분기, 반기입니다.
reading-when-day = { $month }에는 { $day }일이 없습니다. 날을 확인하거나, 모르면 { $month }(으)로 적으세요.
reading-when-year = “{ $year }”은(는) 보관할 수 있는 연도(-9999~9999)를 벗어납니다. 메모에 적으세요.
reading-when-nothing = 연, 월, 일을 모두 알 수 없습니다. 날짜를 비워 두세요.
reading-when-time = “{ $time }”은(는) 시각이 아닙니다. 03:40, UTC이면 03:40Z, 또는 03:40+03:00으로 적으세요.
reading-when-qualified-time = “{ $text }”: ?, ~, %는 시각이 아니라 날짜 뒤에 씁니다. 2024-08-05~ 또는 앞뒤 두 시각 2024-08-05T03:00/2024-08-05T04:00으로 적으세요.
reading-when-backwards = 기간의 끝({ $end })이 시작({ $start })보다 앞섭니다. 이른 날짜를 먼저 주세요.
reading-when-no-end = 기간이나 목록의 일부에는 날짜가 하나 이상 있어야 합니다. ‘부터’는 2024-08-05/.., ‘까지’는 ../2024-08-05로 적으세요.
reading-when-ambiguous = “{ $text }”은(는) 두 가지로 읽힐 수 있습니다. 날짜는 2024-08-05로, 부터~까지는 2024-08-05/2024-08-06으로 적으세요.
reading-when-short-year = “{ $text }”의 해가 두 자리입니다. 5.8.2024나 2024-08-05처럼 네 자리를 모두 적으세요.

# The notation: what is wrong with a transcription.
reading-notation-unclosed = 여기서 { $open }을(를) 열었으나 닫지 않았습니다. { $close }을(를) 더하거나, 부품에 있는 글자라면 앞에 \를 치세요.
reading-notation-unopened = { $close }이(가) 닫는 것이 없습니다. 지우거나, 부품에 있는 글자라면 앞에 \를 치세요.
reading-notation-nested = { $outer } 안에는 { $inner }이(가) 올 수 없습니다. 먼저 닫거나, 부품에 있는 글자라면 { $inner } 앞에 \를 치세요.
reading-notation-empty = 이 괄호 사이에 아무것도 없습니다. 있는 것을 적거나, 읽을 수 없는 글자 하나면 {"{.}"}로 적거나, 괄호를 지우세요.
reading-notation-braces = 중괄호는 무엇이 불확실한지를 나타냅니다: {"{3?}"}는 불확실한 3, {"{3/8}"}는 3 또는 8, {"{.2}"}는 읽을 수 없는 글자 둘.
reading-notation-extent = 몇 글자가 없습니까? {"{.3}"}처럼 1부터 { $most }까지의 수, {"{.2-3}"}처럼 범위, 모르면 {"{.?}"}로 적으세요.
reading-notation-direction = @ 뒤에는 줄의 방향(90, 180, 270, arc)이나 새긴 방법(hand, stencil, label, laser, stamp, etch)이 옵니다. 부품에 @가 있으면 \@로 치세요.
reading-notation-escape = 역사선은 다음 글자를 있는 그대로 나타내지만 뒤에 글자가 없습니다. 글자를 더하거나, 부품에 역사선이 있으면 \\로 치세요.

# The notation: what is uncertain, in plain words.
reading-explain-uncertain = “{ $text }”(으)로 판독했으나 확실하지 않습니다.
reading-explain-choice = “{ $first }”이거나, 가능성이 더 낮지만 { $rest }입니다.
reading-explain-illegible = 흔적은 남아 있으나 읽을 수 없습니다: { $count }.
reading-explain-lost = 이곳의 표면이 없어졌습니다: { $count }.
reading-explain-count = { $count }글자
reading-explain-count-range = { $least }~{ $most }글자
reading-explain-count-unknown = 몇 글자인지 알 수 없음
reading-explain-restored = “{ $text }”은(는) 없어졌으며, 판독자가 채워 넣은 것입니다.
reading-explain-symbol = 기호: { $text }.
reading-explain-struck = “{ $text }”은(는) 지워졌거나 덧찍혔으나 읽을 수 있습니다.
reading-explain-90 = 여기부터 글이 90도 돌아가 있습니다.
reading-explain-180 = 여기부터 글이 거꾸로 되어 있습니다.
reading-explain-270 = 여기부터 글이 270도 돌아가 있습니다.
reading-explain-arc = 여기부터 글이 테두리를 따라 돕니다.
reading-explain-hand = 여기부터 손으로 쓴 것입니다.
reading-explain-stencil = 여기부터 스텐실로 찍은 것입니다.
reading-explain-label = 여기부터 라벨에 인쇄된 것입니다.
reading-explain-laser = 여기부터 레이저로 새긴 것입니다.
reading-explain-stamp = 여기부터 타각한 것입니다.
reading-explain-etch = 여기부터 부식해 새긴 것입니다.

# The systems of reading.
reading-system-juche = 주체 연호
reading-system-roc = 중화민국 연호
reading-system-gregorian = 서력 날짜
reading-system-yyww = 날짜 코드, 해와 주
reading-system-yww = 날짜 코드, 한 자리 해와 주
reading-system-february-11 = ‘2월 11일’ 공장
reading-system-value = 부품의 값
reading-system-sh = 태양 히즈라력 날짜
reading-system-ah = 이슬람 태음력 날짜
reading-system-be = 불기
reading-system-imperial = 이란 제국력
reading-system-jp = 일본 연호 날짜
reading-system-he = 히브리력
reading-system-su-lyp = 로트, 해, 공장
reading-system-su-hs = 탄피 밑면 각인, 공장과 해
reading-system-su-letter = 연도 문자
reading-system-su-btvt = 장갑차량 일련번호
reading-system-su-mmyy = 달과 해
reading-system-su-quarter = 한 해의 분기
reading-system-wwyy = 날짜 코드, 주와 해
reading-system-cn-fy = 공장 코드와 해
reading-system-dod-lot = 탄약 로트(MIL-STD-1168)
reading-system-dod-lot-repaired = 탄약 로트, 빈칸을 뺀 것
reading-system-nsn = NATO 재고번호
reading-system-cage = CAGE 코드
reading-system-dodic = DODIC
reading-system-yyww-separated = 날짜 코드, 해와 주, 구분 기호 있음
reading-system-iec = IEC 60062 날짜 코드
reading-system-ti-ym = 날짜 코드, Texas Instruments
reading-system-tewa-ym = 날짜 코드, TEWA
reading-system-gs1 = GS1 날짜
reading-system-di = 데이터 식별자에 따른 날짜
reading-system-iuid = 고유 품목 식별자
reading-system-grau = GRAU 색인
reading-system-removed = 일부러 지움
reading-system-team = 팀의 규칙
reading-system-unknown = 더 새로운 버전의 체계

# The same within a sentence.
reading-as-juche = 주체 연호
reading-as-roc = 중화민국 연호
reading-as-gregorian = 서력 날짜
reading-as-yyww = 해와 주의 날짜 코드
reading-as-yww = 한 자리 해와 주의 날짜 코드
reading-as-february-11 = ‘2월 11일’ 공장
reading-as-value = 부품의 값
reading-as-sh = 태양 히즈라력 날짜
reading-as-ah = 이슬람 태음력 날짜
reading-as-be = 불기의 해
reading-as-imperial = 이란 제국력의 해
reading-as-jp = 일본 연호의 날짜
reading-as-he = 히브리력의 해
reading-as-su-lyp = 소련 또는 러시아 제조사의 로트, 해, 공장
reading-as-su-hs = 공장과 해를 나타내는 소련 또는 러시아의 탄피 밑면 각인
reading-as-su-letter = 소련의 연도 문자
reading-as-su-btvt = 소련 장갑차량의 일련번호
reading-as-su-mmyy = 달과 해
reading-as-su-quarter = 한 해의 분기
reading-as-wwyy = 주와 해의 날짜 코드
reading-as-cn-fy = 중국 공장 코드와 해
reading-as-dod-lot = MIL-STD-1168에 따른 탄약 로트 번호
reading-as-dod-lot-repaired = 빈칸이 붙임표를 대신한다면 탄약 로트 번호
reading-as-nsn = NATO 재고번호
reading-as-cage = CAGE 코드
reading-as-dodic = 미국 국방부 식별 코드(DODIC)
reading-as-yyww-separated = 구분 기호가 있는 해와 주의 날짜 코드
reading-as-iec = IEC 60062에 따른 날짜 코드
reading-as-ti-ym = Texas Instruments의 날짜 코드
reading-as-tewa-ym = TEWA의 날짜 코드
reading-as-gs1 = GS1 날짜
reading-as-di = 데이터 식별자에 따른 날짜
reading-as-iuid = 고유 품목 식별자
reading-as-grau = GRAU 색인
reading-as-removed = 일부러 지운 표시
reading-as-team = 팀의 규칙이 말하는 것

# Why a reading has its grade.
reading-why-named = 표시가 스스로 그 체계를 밝힙니다.
reading-why-context = 다른 증거가 이 체계를 뒷받침합니다.
reading-why-neutral = 형식이 맞습니다. 그 밖에 이를 지지하거나 반박하는 것은 없습니다.
reading-why-rivals = 형식이 맞지만, 다른 해독 세 가지 이상도 마찬가지로 맞습니다.
reading-why-bare = 뒷받침 없는 코드뿐입니다. 다른 해독 없이 이것만 보이지 마세요.
reading-why-after-strike = 기간이 { $first }에 시작되어 공격({ $strike })보다 뒤가 됩니다.
reading-why-after-documented = 기간이 { $first }에 시작되어 물건을 기록한 날({ $day })보다 뒤가 됩니다.
reading-why-future = 기간의 시작({ $first })이 아직 오지 않은 날입니다.
reading-why-uncertain = 그 안의 글자 하나가 불확실합니다.
reading-why-restored = 그 안의 글자 하나가 없어져 판독자가 채워 넣은 것입니다.
reading-why-other-choice = 한 글자를 가능성이 더 낮은 쪽으로 본 것에 근거합니다.
reading-why-struck = 지워졌거나 덧찍혔습니다.
reading-why-gap = 옆의 글자가 없어, 더 긴 것의 일부일 수 있습니다.
reading-why-serial = 일련번호에서 숫자가 날짜인 것은 제조사의 알려진 규칙이 있을 때뿐입니다.
reading-why-two-digit-year = 해가 두 자리여서 세기는 추정한 것입니다.
reading-why-one-digit-year = 해가 한 자리여서 어느 십 년대인지 알 수 없습니다.
reading-why-year-zero = 0년은 없습니다.
reading-why-no-year = 그런 해는 없습니다.
reading-why-no-month = { $month }월은 없습니다.
reading-why-no-day = { $year }년의 그 달에는 { $day }일이 없습니다.
reading-why-no-week = 제{ $week }주는 없습니다.
reading-why-no-week-in-year = 이 셈법으로는 { $year }년에 제{ $week }주가 없습니다.
reading-why-january-week = { $year }년에는 ISO 제53주가 없습니다. 주를 1월 1일부터 셀 때만 이 코드가 성립합니다.
reading-why-week-counting = 제조사마다 주를 세는 방법이 다릅니다. 모든 셈법을 합치면 { $first }부터 { $last }까지입니다.
reading-why-mil38535 = MIL-PRF-38535에 따르면 이 코드는 최대 6주인 봉지 기간의 첫 주 또는 마지막 주입니다.
reading-why-fairchild6 = 이 제조사의 규칙에 따르면 이 코드는 6주 가운데 첫 주입니다.
reading-why-tolerant = 주를 세는 통상의 방법을 모두 고려했습니다.
reading-why-code-object = 어떤 부품인지 밝히세요. 날짜 코드는 전자 부품에 흔합니다.
reading-why-code-typical = 이 종류의 부품에는 날짜 코드가 흔합니다.
reading-why-code-value = 이 종류의 부품에서 짧은 숫자는 그 값인 경우가 더 많습니다.
reading-why-code-untypical = 이 종류의 부품에는 날짜 코드가 흔하지 않습니다.
reading-why-juche-origin = 북한을 가리키는 것은 숫자뿐입니다. 달력은 원산지의 증거가 아닙니다.
reading-why-juche-imported = 수입 부품에는 주체 연호를 표기하지 않습니다.
reading-why-juche-object = 다른 증거로 북한산임이 밝혀졌습니다. 어떤 부품인지 밝히세요.
reading-why-juche-part = 다른 증거로 북한산임이 밝혀진 부품입니다.
reading-why-juche-double = 주체 { $n }년은 { $year }년이지만 표시에는 { $written }(으)로 적혀 있습니다.
reading-why-juche-early = 1997년 7월 8일에 채택된 이 연호보다 앞섭니다.
reading-why-juche-late = 이 연호를 쓰지 않게 되었다고 보도된 때(2024년 10월)보다 뒤입니다. 공장에서 어떻게 했는지는 알려지지 않았습니다.
reading-why-roc-origin = 주체 연호와 셈이 같습니다. 대만을 가리키는 것은 숫자뿐입니다.
reading-why-roc-taiwan = 다른 증거로 대만산임이 밝혀졌습니다.
reading-why-roc-no-era = ‘년’이라고만 적혀 있고 연호가 없습니다.
reading-why-day-month = 날과 달의 순서를 여러 가지로 읽을 수 있습니다.
reading-why-year-or-day = 달 이름 뒤의 두 자리 숫자는 해일 수도 날일 수도 있습니다.
reading-why-capped = 판독문에서 가능한 문자열이 { $most }개를 넘어, 가장 그럴듯한 것만 해독했습니다.
reading-why-gregorian-kp = 2024년 10월부터 북한 부품에는 서력 연도가 그대로 쓰일 것으로 예상됩니다.
reading-why-value = 부품의 값으로는 { $figures } × 10^{ $power } pF 또는 Ω입니다. 날짜가 아닙니다.
reading-why-unverified = 일반적으로 알려진 규칙이며, 검증된 출처가 없습니다.
reading-why-february-11 = 주체 112년의 경합 해독으로 공표된 것: ‘2월 11일’ 공장(2·11). 날짜가 아닙니다.
reading-place-february-11 = ‘2월 11일’ 공장; 어디에 있는지는 표시가 밝히지 않음
reading-why-sh-month = 태양 히즈라력의 달 이름이 적혀 있습니다.
reading-why-sh-digits = 페르시아 숫자나 아랍 숫자로 적혀 있습니다.
reading-why-sh-origin = 다른 증거로 이란산 또는 아프가니스탄산임이 밝혀졌습니다.
reading-why-sh-electronic = 전자 부품에는 태양 히즈라력의 해보다 해와 주의 날짜 코드가 더 흔합니다.
reading-why-sh-bare = 태양 히즈라력을 가리키는 것은 숫자뿐입니다.
reading-why-ah-only = 태양 히즈라력의 해로는 아직 오지 않은 수여서, 태음력의 해만 가능합니다.
reading-why-ah-bare = 태음력을 가리키는 것은 숫자뿐입니다.
reading-why-imperial-iran = 다른 증거로 이란산임이 밝혀졌습니다. 이 연도는 1976년 3월부터 1978년 8월까지 쓰였습니다.
reading-why-imperial-bare = 같은 수가 불기의 해이기도 합니다.
reading-why-be-thailand = 다른 증거로 태국산임이 밝혀졌습니다.
reading-why-be-bare = 같은 수가 이란 제국력의 해이기도 합니다.
reading-why-jp-origin = 다른 증거로 일본산임이 밝혀졌습니다.
reading-why-jp-letter = 글자 하나와 숫자는 일본 연호의 해 말고도 여러 가지일 수 있습니다.
reading-why-jp-era = 표시에 연호가 적혀 있습니다.
reading-why-jp-outside = 이 연호는 { $first }부터 { $last }까지 쓰였습니다.
reading-why-he-letters = 히브리 문자로 적혀 있습니다. 관례대로 천의 자리는 생략되었습니다.
reading-why-he-origin = 다른 증거로 이스라엘산임이 밝혀졌습니다.
reading-why-su-plant-moved = 공장 번호는 장소가 아닙니다. 1941년에 공장들이 옮겨지고 번호가 새로 매겨졌습니다.
reading-why-su-lyp = 로트 { $lot }, 해, 공장 { $plant }(으)로 읽었습니다. 공장 { $lot }이(가) 먼저이고 로트가 마지막이어도 해는 같습니다.
reading-why-su-letter = 한 표에 따르면 { $letter }은(는) { $year }년입니다({ $object }).
reading-why-su-letters-disagree = 연도 문자는 물건마다 다르고 출처도 서로 어긋납니다. 모든 표의 해를 함께 제시합니다.
reading-why-su-btvt = 이 형식은 한 목록에서만 확인됩니다.
reading-why-su-btvt-plant = 공장 { $plant }은(는) 표에 없습니다.
reading-why-su-btvt-letter = 1970년부터 해는 문자로 나타냅니다. { $letter }이(가) 무엇을 뜻하는지는 여기서 알 수 없습니다.
reading-why-wwyy = 주가 먼저, 해가 다음입니다. 달과 해, 또는 해와 주도 그만큼 흔합니다.
reading-why-quarter = 표시 스스로 한 해의 분기임을 밝힙니다.
reading-why-no-quarter = { $quarter }분기는 없습니다.
reading-why-grau = 로켓포병총국(GRAU)의 제식 명칭입니다. 날짜가 아닙니다.
reading-why-cn-which = 두 수 가운데 어느 것이나 해일 수 있습니다.
reading-why-lot = 제조사 { $maker }, 인터픽스 { $interfix }, 순번 { $sequence }.
reading-why-lot-start = 로트 생산을 시작한 달입니다. 물건 자체는 더 나중 것일 수 있습니다.
reading-why-lot-suffix = 접미 문자 { $suffix }은(는) 로트를 재작업했거나 개조했음을 뜻합니다.
reading-why-lot-letter = 문자 { $letter }은(는) 어느 달도 나타내지 않습니다(I를 뺀 A부터 M까지).
reading-why-lot-repaired = 표준에는 빈칸이 없습니다. 빈칸을 붙임표로 보고 읽었습니다.
reading-why-nsn-class = 보급 분류 { $class } { $name }. 날짜가 아닙니다.
reading-why-nsn-unknown = 국가 코드 { $code }은(는) 표에 없습니다.
reading-why-nsn-since = 이 번호는 1974년 9월 30일부터 있었으므로 표시는 그보다 이르지 않습니다.
reading-why-cage = 발급 기관의 목록에 따라 특정 장소의 등록 제조사를 가리킵니다. 날짜가 아닙니다.
reading-why-dodic = 탄약의 종류를 가리킵니다. 날짜가 아닙니다.
reading-why-week-separated = 구분 기호로 나눈 해와 주는 어느 표준의 형식도 아닙니다.
reading-why-iec-letter = 문자 { $letter }은(는) 해에 쓰이지 않습니다.
reading-why-iec-shifted = 한 제조사의 표는 1년 어긋나 있습니다. 제조사를 모르면 { $year }년도 가능합니다.
reading-why-iec-cycle = 문자는 20년마다 다시 시작합니다.
reading-why-no-month-character = 이 제조사의 코드에서 { $character }은(는) 어느 달도 나타내지 않습니다.
reading-why-gs1-production = 응용 식별자 11: 제조사가 밝힌 생산 또는 조립 날짜.
reading-why-gs1-packaging = 응용 식별자 13: 포장 날짜. 물건 자체의 날짜가 아닙니다.
reading-why-di-range = 포장 안에 든 것의 가장 오래된 주와 가장 새로운 주.
reading-why-di-weeks = 이른 것이 먼저인 두 주가 아닙니다.
reading-why-uii = 고유 품목 식별자는 { $uii }입니다. 날짜는 없습니다.
reading-why-no-uii = 제조사나 일련번호가 없어 식별자를 만들 수 없습니다.
reading-why-removed = 여기에 표시가 있었으나 지워졌다고 누군가 적었습니다.
reading-why-removed-how = 적힌 내용: { $words }.
reading-why-removed-otherwise = 표시는 열, 녹, 마모로도 없어집니다. 도구의 흔적이 무엇인지 적으세요.
reading-why-team = 팀이 추가한 파일 “{ $file }”의 규칙 “{ $rule }”에 따른 것입니다.
reading-why-team-grade = 파일이 더 높은 등급을 주지 않습니다.
reading-place-su-plant = 제{ $number }공장({ $place }(으)로 추정)
reading-place-su-plant-unknown = 제{ $number }공장(표에 없음)
reading-place-cn-factory = 공장 { $code }
reading-place-ncb = 처음 부호화한 나라: { $country }; 이 물건의 생산지는 아님

# Days in words.
reading-phrase-day = { $day }에
reading-phrase-month = { $year }년 { $month }에
reading-phrase-year = { $year }년에
reading-phrase-between = { $first }에서 { $last } 사이에

# From production to use.
reading-use-same-day = 사용한 바로 그날
reading-use-exactly = 사용 { $max }일 전
reading-use-at-most = 사용 전 최대 { $max }일 이내
reading-use-between = 사용 { $min }~{ $max }일 전
reading-use-contradiction = 제조는 { $production }, 사용은 { $used }

# Sentences that may be quoted.
reading-statement-made = “{ $mark }”을(를) ‘{ $system }’(으)로 해독하면, 이 물건은 { $days } 제조된 것이 됩니다
reading-statement-assembled = “{ $mark }”을(를) ‘{ $system }’(으)로 해독하면, 이 물건은 { $days } 조립된 것이 됩니다
reading-statement-lot = “{ $mark }”을(를) ‘{ $system }’(으)로 해독하면, 이 물건의 로트는 { $days } 생산이 시작된 것이 됩니다
reading-statement-sealed = “{ $mark }”을(를) ‘{ $system }’(으)로 해독하면, 이 물건은 { $days } 봉지된 것이 됩니다
reading-statement-label = “{ $mark }”을(를) ‘{ $system }’(으)로 해독하면, 라벨은 { $days } 인쇄된 것이 되며 이는 물건 자체의 날짜가 아닙니다
reading-statement-design = “{ $mark }”을(를) ‘{ $system }’(으)로 해독하면, 이 설계는 { $days } 채택된 것이 되며 이는 물건 자체의 날짜가 아닙니다
reading-statement-use = { $sentence }({ $use }).
reading-statement-end = { $sentence }.
reading-statement-rivals = { $sentence } 다음으로도 해독할 수 있습니다: { $rivals }.
reading-statement-no-date = “{ $mark }”을(를) ‘{ $system }’(으)로 해독하면, 날짜를 나타내지 않습니다.
reading-statement-contradiction = “{ $mark }”을(를) ‘{ $system }’(으)로 해독하면 공격과 모순됩니다: { $use }. 둘 중 하나는 틀린 것입니다.
reading-statement-impossible = “{ $mark }”은(는) ‘{ $system }’(으)로 해독할 수 없습니다: { $reason }

# The assembly bound.
reading-bound-decided = { $day } 또는 그 뒤에 조립되었습니다. 이를 결정하는 것은 “{ $label }”입니다.
reading-bound-without = 그것이 없으면: { $day } 또는 그 뒤.
reading-bound-alone = 날짜를 알 수 있는 유일한 표시입니다. 잘못 판독했다면 아무것도 알 수 없습니다.
reading-bound-preferred = 우선하는 해독만으로는: { $day } 또는 그 뒤.
reading-share = 부품 { $components }점 가운데 { $dated }점에 날짜를 알 수 있는 코드가 있습니다. 그 코드 가운데 { $within }개({ $percent } %)가 { $years }년을 뜻하며, 가장 늦은 것은 { $month }일 수 있습니다.
reading-share-years = { $first }~{ $last }
reading-bound-caveats = 수리했거나 다시 표기한 물건, 거짓 날짜 코드, 여러 무기의 잔해가 섞인 경우에는 틀린 것이 됩니다.

# What serial and lot numbers say together.
reading-series-identical = 번호 “{ $mark }”이(가) 두 번 기록되었습니다. 같은 물건이거나, 두 번 매긴 번호이거나, 옮겨 적을 때의 잘못입니다.
reading-series-same = “{ $a }”와(과) “{ $b }”은(는) 같은 계열이며 { $difference }만큼 떨어져 있습니다. “{ $a }”의 번호가 먼저 매겨졌습니다. 먼저 제조되었다는 뜻은 아닙니다.
reading-series-side-by-side = “{ $a }”와(과) “{ $b }”은(는) 번호가 같으나 그 옆에 있는 것이 다릅니다. 같은 계열로 비교할 수 없습니다.
reading-series-other-script = “{ $a }”와(과) “{ $b }”은(는) 두 문자 체계에서 모양이 같은 글자만 다릅니다. 누군가 같은 것이라고 확인하면 비교할 수 있습니다.
reading-series-uncertain = 글자 하나가 불확실하며, 이 모두가 그 글자에 달려 있습니다.
reading-series-of = 번호 { $count }개가 같은 계열이며, “{ $first }”부터 “{ $last }”까지입니다. 그 사이에 번호가 { $between }개 더 있으나, 이는 제조 수량이 아닙니다.
reading-series-numbered = 번호는 이 순서로 매겨졌습니다. 어떤 순서로 제조되었는지는 알 수 없습니다.
reading-series-made = 이 순서로 제조되었습니다. 그 가운데 { $dated }개는 다른 증거로 날짜를 알며, 날짜가 번호와 함께 늦어집니다.
reading-series-not-monotone = 다른 증거에 따르면 더 큰 번호 가운데 먼저 제조된 것이 있으므로, 번호로는 시간을 알 수 없습니다.
reading-series-interpolated = 번호가 시간을 따른다면 “{ $mark }”은(는) { $days } 제조된 것이 됩니다.

# Files of rules that a team adds.
rules-refused = 규칙 “{ $file }”을(를) 쓸 수 없습니다: { $reason }
rules-none = 그 안에 [[rule]]이 없습니다.
rules-rule = 규칙 “{ $rule }”: { $reason }
rules-twice = 파일에 같은 이름의 규칙이 또 있습니다.
rules-group = 그룹 “{ $group }”은(는) 뜻이 없습니다. 뜻이 있는 그룹은 { $groups }이며, 나머지는 place에 쓰여야 합니다.
rules-grade = X는 규칙이 줄 수 있는 등급이 아닙니다. A, B, C, D 중에서 주세요.
rules-no-example = [[rule.example]]이 없습니다. 규칙이 읽어야 하는 표시를 하나 이상 주고, 되도록 읽지 말아야 하는 표시도 주세요.
rules-no-source = 출처가 없습니다. 이 규칙이나 파일 전체의 출처를 밝히세요.
rules-half-interval = earliest와 latest는 함께 있어야 합니다.
rules-example = 규칙 “{ $rule }”, 예 “{ $mark }”: { $says }
rules-example-not-read = 규칙이 이를 읽지 못합니다
rules-example-no-date = 날짜가 나오지 않습니다

# Marks that can't be what was accepted of them.
alarm-after-strike = ‘{ $system }’(으)로 채택된 “{ $mark }”({ $days } 해당)이(가) 공격(늦어도 { $strike } 일어남)보다 늦습니다. 둘 중 하나는 틀린 것입니다.
alarm-after-documented = ‘{ $system }’(으)로 채택된 “{ $mark }”({ $days } 해당)이(가) 물건을 기록한 때({ $documented } 이루어짐)보다 늦습니다. 둘 중 하나는 틀린 것입니다.
alarm-apart = “{ $mark }”({ $days } 해당)와(과) “{ $other }”({ $otherdays } 해당)이(가) 둘 다 이 부품을 제조한 때일 수는 없습니다.
alarm-named = “{ $mark }”은(는) 스스로 체계(‘{ $system }’)를 밝히며, 그에 따르면 불가능합니다: { $why }
alarm-no-date = “{ $mark }”은(는) 날짜일 수 없습니다: { $why } 날짜가 아니라면 어떤 종류의 표시인지 밝히세요.
alarm-assembled = “{ $mark }”에 따르면 이 무기는 { $day } 또는 그 뒤에 조립되었으며, 이는 사용(늦어도 { $strike } 일어남)보다 뒤입니다. 둘 중 하나는 틀린 것입니다.

# The analysis.
analysis-chart = 제조에서 사용까지
analysis-chart-text = 무기마다, 제조되었을 수 있는 가장 이른 날부터 사용까지의 일수.
analysis-chart-axis = 사용 전 일수
analysis-chart-median = 중앙값, 최대 { $days }
analysis-chart-lowest = 지금까지 가장 적음
analysis-chart-days = 최대 { $days }일
analysis-chart-trend-less = 공격이 거듭되면서 최대 일수가 한 해에 약 { $days }일씩 줄어듭니다(Theil–Sen, 무기 { $weapons }기).
analysis-chart-trend-more = 공격이 거듭되면서 최대 일수가 한 해에 약 { $days }일씩 늘어납니다(Theil–Sen, 무기 { $weapons }기).
analysis-chart-left-out = 무기 { $count }기를 뺐습니다: 날짜가 없거나, 사용을 알 수 없거나, 모순됩니다.
analysis-first-year = 이 사건에서 “{ $weapon }”(사용: { $used })은(는) 제조를 { $year }년으로 나타내는 표시가 있는 첫 무기입니다: “{ $mark }”, ‘{ $system }’(으)로 해독.
analysis-first-model = 이 사건에서 “{ $weapon }”(사용: { $used })은(는) 추정 모델 { $model }의 첫 무기입니다.
analysis-first-maker = 이 사건에서 “{ $weapon }”(사용: { $used })은(는) 제조사 { $maker }의 첫 무기입니다.
analysis-first-mark = 이 사건에서 표시 “{ $mark }”은(는) “{ $weapon }”(사용: { $used })에서 처음 나타나며, 무기 { $count }기에 있습니다.
analysis-first-rivals = 다른 { $count }기도 그만큼 일찍 사용되었을 수 있습니다.
analysis-first-undated = 무기 { $count }기는 사용한 날을 알 수 없어 뺐습니다.
analysis-link-mark = 표시 “{ $mark }”이(가) { $strikes ->
    [0] 알려진 공격 없이
   *[other] 공격 { $strikes }건의
} 무기 { $weapons }기에 있습니다: { $titles }. 똑같이 적혀 있다고 함께 제조되었다는 뜻은 아닙니다.
analysis-link-series = 같은 계열의 번호가 { $strikes ->
    [0] 알려진 공격 없이
   *[other] 공격 { $strikes }건의
} 무기 { $weapons }기에 있습니다: { $titles }. { $series }
exchange-picture-failed = 그림을 그릴 수 없었습니다({ $reason }). SVG 도표에 그 내용이 모두 들어 있습니다.
analysis-and-more = { $named }; 외 { $count }기
