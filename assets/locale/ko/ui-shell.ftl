# Messages of the window's shell: start screen, header, jobs, inspector.
start-subtitle = 사진으로 무기 잔해를 기록합니다. 모든 것이 이 노트북의 파일 하나에 남습니다.
start-new = 새 사건
start-title = 제목
start-title-hint = 키이우 지역, 2024년 8월
start-file = 파일
start-file-hint = kyiv.witness
start-file-needed = 사건을 보관할 파일을 정하세요.
start-create = 사건 만들기
start-choose = 폴더 선택…
start-demonstration = 시연 사건
start-demonstration-text = 이 프로그램이 시작된 결론: 제트 베인 액추에이터 두 개에 있는 113 표시. 그림은 그린 것이며 그림에도 그렇게 적혀 있습니다.
start-recent = 최근 사건
start-no-recent = 연 사건이 여기에 나타납니다.
start-forget = { $name } 목록에서 지우기
start-opening = 사건을 여는 중…

shell-window-title = { $case } · Witnessmark
shell-search = 검색
shell-undo = 실행 취소: { $what }
shell-redo = 다시 실행: { $what }
shell-nothing-to-undo = 취소할 것이 없음
shell-nothing-to-redo = 다시 실행할 것이 없음
shell-undone = 취소함: { $what }
shell-redone = 다시 실행함: { $what }
shell-refused = 실행하지 않았습니다.
shell-drop = 사진이나 폴더를 끌어다 놓으면 가져옵니다
shell-step-many = { $what } ({ $count })
shell-no-dialog = 이 시스템에서는 파일 대화 상자를 열 수 없습니다. “zenity”나 데스크톱 포털을 설치하거나 경로를 입력하세요.
shell-path-title = 경로
shell-path-open = 열기
shell-path-import = 가져오기
shell-path-hint = /home/me/photos
shell-path-cancel = 취소
shell-path-open-title = 경로로 사건 열기
shell-path-watch = 지켜보기
shell-path-watch-title = 경로로 폴더 지켜보기
shell-path-track-title = 경로로 GPX 경로 파일 열기
shell-path-import-title = 경로로 파일이나 폴더 가져오기
shell-panic = 예상하지 못한 문제가 생겼습니다. 저장한 것은 안전합니다.
shell-settings-person = 이름
shell-settings-person-hint = 이력에 적힐 이름
shell-settings-lock = 암호화된 사건을 잠글 때까지의 시간
shell-settings-minutes = 분
shell-settings-lock-text = 이 시간 동안 키를 누르거나 클릭하지 않으면 암호 문구를 다시 묻습니다. 0은 잠그지 않음을 뜻합니다.
shell-settings-language = 언어
shell-settings-text = 지금부터 이력의 모든 항목에 이 이름이 적힙니다.

inspector-empty = 선택한 것 없음
inspector-empty-text = 기록을 선택하면 여기에서 보고 고칠 수 있습니다.

job-import = 가져오기
job-watch = “{ $folder }” 지켜보는 중
job-verify = 검증
job-import-done = 사진 { $added }장 추가됨
job-import-known = { $known }장은 이미 있었음
job-import-refused = 파일 { $refused }개 거부됨
job-import-cancelled = 멈추었습니다. 추가된 것은 남습니다.
job-rules = 해독 규칙 시험
shell-path-table-title = 표(CSV 또는 TSV)의 경로를 입력하세요
shell-path-terms-in-title = 용어 표(CSV)의 경로를 입력하세요
shell-path-terms-out-title = 표(CSV)를 저장할 경로를 입력하세요
shell-path-rules-title = 규칙 파일(TOML)의 경로를 입력하세요
job-codes = 바코드 찾기
job-codes-found = 찾음
job-codes-done = 사진 { $photos }장에서 { $found ->
    [0] 새 바코드를 찾지 못했습니다
   *[other] 새 바코드 { $found }개를 찾았습니다
}{ $known ->
    [0] .
   *[other] ; { $known }개는 이미 있던 것입니다.
}
job-import-detail = { $file }: { $reason }
job-report-close = 닫기
job-report-known = 이미 있음
job-report-refused = 거부됨
job-verify-sound = 사건이 온전합니다: 원본 { $originals }개와 이력 항목 { $entries }개를 검증했습니다.
job-verify-problems = 문제 { $count }건을 찾았습니다.
job-verify-cancelled = 끝나기 전에 멈추었습니다.
paste-name = 붙여넣음 { $time }.png
paste-note = 클립보드에서 붙여넣음: 화소뿐이며 카메라 파일이 없습니다.

picture-none = 미리 보기 없음

window-no-display = 창을 열 화면이 없습니다(DISPLAY가 설정되지 않음). 데스크톱에서 시작하거나, “xvfb-run”으로 실행하거나, 창이 필요 없는 명령을 쓰세요: witnessmark --help
window-failed = 창을 열 수 없었습니다: { $reason }. OpenGL 2.1 이상의 그래픽 드라이버가 필요합니다(Debian: libgl1, libegl1, libgl1-mesa-dri).
tour-not-written = { $file } 파일을 쓰지 못했습니다: { $reason }

# Encryption, recovery, the past.
start-encrypt = 암호 문구로 암호화
start-passphrase = 암호 문구
start-passphrase-text = 낱말 하나보다 여럿이 낫습니다. 이것이 없으면 당신을 포함해 아무도 사건을 열 수 없습니다. 안전하게 보관하세요.
start-passphrase-needed = 암호 문구를 입력하세요.
start-locked = “{ $name }”은(는) 암호화되어 있습니다
start-unlock = 열기
start-recover = 온전한 것을 새 사건에 저장
start-recovering = 온전한 것을 저장하는 중…
start-restoring = 기록을 복원하는 중…
start-encrypting = 새 암호 문구로 사건을 쓰는 중…
start-restore = 기록 백업
start-restore-text = 사건을 잃었거나 사건이 손상된 경우: 그때의 기록이 새 사건이 됩니다. 사진은 옛 파일에서 가져오거나 다시 가져옵니다.
start-restore-name = “{ $case }”을(를) 새 사건으로 복원
recover-name = 복구됨
recover-title = 온전한 것을 { $file } 파일에 저장했습니다
restore-name = 복원됨
ask-passphrase = 이 사건의 암호 문구
ask-passphrase-text = 이 암호 문구로 사건을 새로 씁니다. 시간이 걸리고 사본 하나만큼의 공간이 필요합니다. 암호 문구가 없으면 당신을 포함해 아무도 사건을 열 수 없습니다.
ask-passphrase-first = 새 암호 문구
ask-passphrase-again = 한 번 더
ask-passphrase-set = 암호화
ask-passphrase-remove = 암호화 풀기
ask-passphrase-differ = 두 암호 문구가 다릅니다.
ask-passphrase-empty = 암호 문구를 입력하세요.
ask-as-of = 사건의 지난 모습
ask-as-of-text = 모든 보기에 그날 끝의 기록이 나타납니다. 바뀌는 것은 없습니다.
ask-as-of-day = 날짜
ask-as-of-hint = 2024-08-18
ask-as-of-show = 보기
ask-as-of-wrong = 2024-08-18과 같은 날짜를 입력하세요.
banner-read = 이 알림 닫기
banner-past = { $when }의 사건입니다. 여기서는 아무것도 바꿀 수 없습니다.
banner-damaged = 이 사건 파일의 일부를 읽을 수 없습니다. 보이는 것은 온전합니다. 새 사건에 저장하세요.
backup-failed = 기록을 백업할 수 없었습니다.
job-past = 사건의 지난 모습
shell-signed = 키 { $fingerprint }(으)로 이력에 서명했습니다.
command-recover = 온전한 것을 새 사건에 저장
command-sign-history = 이력에 서명
command-passphrase = 암호 문구…
command-lock-case = 사건 잠그기
command-as-of = 지난 날짜의 사건 보기…
command-back-to-now = 현재로 돌아가기
command-history-of-item = 선택한 것에 한 일
