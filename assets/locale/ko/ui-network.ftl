# 표시가 이어 주는 것의 연결망과 행렬.
network = 연결망
network-title = 표시가 이어 주는 것
network-careful = 연관은 표시가 똑같이 쓰였거나 한 계열에 든다는 뜻일 뿐, 무기가 같다는 뜻이 아닙니다.
network-series-label = { $first } … { $last }
network-within-mark = 표시 “{ $mark }”은(는) 한 무기의 부품 { $components }개에 있습니다: { $weapon }. 두 무기를 이어 주지는 않습니다.
network-joins-none = 두 무기를 이어 주는 표시가 없습니다. 한 무기의 여러 부품에 있는 표시를 보여 줍니다.
network-unlinked = 무기 { $count }개에는 그런 표시가 없어 보이지 않습니다.
network-not-drawn = 표시와 계열 { $count }개는 그리지 않았습니다. 행렬에 있습니다.
network-doubt-uncertain = 불확실한 글자
network-doubt-disputed = 다르게 판독됨
network-doubt-both = 불확실한 글자, 다르게 판독됨
network-doubtful = 의심스러움
network-as = 보는 방식
network-as-picture = 그림
network-as-matrix = 행렬
network-reach = 표시가 미치는 범위
network-reach-strikes = 여러 공격
network-reach-weapons = 여러 무기
network-reach-components = 부품까지
network-certain-only = 의심스러운 표시 제외
network-strikes = 공격
network-weapons = 무기
network-links = 표시와 계열
network-belongs = 속함
network-bears = 지님
network-no-day = 날을 알 수 없음
network-no-strike = 공격 없음
network-count = 공격 { $strikes }건, 무기 { $weapons }개, 표시와 계열 { $links }개
network-strike-name = 공격 { $title }, { $when }
network-weapon-name = 무기 { $title }, { $strike }
network-weapon-of = { $strike }에 속함
network-mark-name = 표시 { $mark }, { $on }
network-series-name = 계열 { $mark }, { $on }
network-doubtful-name = { $name }, 의심스러움: { $why }
network-on = { $strikes ->
    [0] 알려진 공격 없음
   *[other] 공격 { $strikes }건
}의 무기 { $weapons }개
network-on-one = 한 무기에 표시 { $marks }개
network-cell-name = { $mark }, { $of }: 무기 { $weapons }개에 표시 { $marks }개
network-weapons-of-strike = 무기 { $weapons }개
network-bears-count = 이 표시들 가운데 { $links }개를 지님
network-shares = { $strikes ->
    [0] 여기에서 다른 공격과 함께 지닌 표시가 없습니다.
   *[other] 다른 공격 { $strikes }건과 함께 지닌 표시가 있습니다.
}
network-choose = 공격, 무기, 표시를 고르면 무엇과 이어지는지 보입니다. Enter를 누르면 엽니다.
network-click = 누르면 무엇과 이어지는지 보이고, 두 번 누르거나 Enter를 누르면 엽니다.
network-open-strike = 그 공격
network-open-weapon = 그 무기
network-zoom-in = 가까이
network-zoom-out = 멀리
network-fit = 전체
network-legend-edge = 속함, 지님
network-legend-doubtful = 의심스러움
network-legend-cell = 한 공격의 표시 수
network-empty = 아직 이어 주는 표시가 없습니다
network-empty-text = 두 무기의 부품에서 판독한 같은 표시나 한 계열의 번호가 무기를 이어 줍니다. 부품에 무엇이 있는지, 어느 무기에서 나온 것인지 기록하세요.
network-go-markings = 표시로 가기
network-filtered = 그만큼 미치는 표시가 없습니다
network-filtered-text = 이렇게 고르면 남는 표시가 없습니다. 위에서 여러 무기나 부품에 있는 표시를 보이게 하거나 의심스러운 표시도 보이게 하세요.
network-show-all = 모두 보기
network-nothing-to-save = 아직 그릴 것이 없습니다.
command-go-network = 표시가 이어 주는 것의 연결망
command-network-as-matrix = 연결망을 행렬이나 그림으로
cli-network = 표시가 어느 공격과 무기를 이어 주는지 알려 주기: 여러 무기에 있는 표시와 한 계열의 번호
cli-arg-network-svg = 연결망을 이 파일에 SVG로 그리기
cli-arg-network-png = 연결망을 이 파일에 PNG로 그리기
cli-arg-network-matrix = 표시와 공격의 행렬을 이 파일에 CSV로 쓰기
cli-arg-network-reach = 표시가 미쳐야 하는 범위; 없으면 여러 무기까지, 그런 표시가 없으면 여러 부품까지
cli-arg-network-certain = 불확실한 글자가 있거나 다르게 판독된 표시를 제외하기
