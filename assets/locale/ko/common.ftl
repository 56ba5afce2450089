# Words and counts that several modules share.
#
# The words of this translation. One word for one thing, in every file:
#   case = 사건                            strike = 공격
#   weapon = 무기 (one munition)           component = 부품
#   marking = 표기                         mark = 표시 (what stands on the part)
#   region = 영역 (of a photo)             photo = 사진
#   transcription = 판독문 (판독하다)      reading = 해독 (what a mark may mean)
#   rival = 경합 해독                      finding = 결론 (a person's decision)
#   grade = 등급                           statement = 진술문
#   record = 기록                          history entry = 이력 항목
#   original = 원본                        evidence = 증거
#   custody = 증거 보관                    handover = 인계
#   tag = 태그                             photo set = 사진 묶음
#   date code = 날짜 코드                  lot = 로트
#   plant = 공장                           headstamp = 탄피 밑면 각인
#   serial number = 일련번호               exhibit number = 증거물 번호
#   passphrase = 암호 문구                 verify = 검증
#   recover = 복구 (a damaged file)        restore = 복원 (from a backup)
#   flag = 깃발                            reject = 제외 (a photo), 기각 (a reading)
#   in hand = 작업 중인                    blind = 가림 판독
#   Juche = 주체 연호, Minguo = 중화민국 연호, Solar Hijri = 태양 히즈라력, Buddhist Era = 불기
# A particle that depends on the word before it is avoided; where it can't be, both forms are given: 을(를).
# Names of commands, options, fields of data and files stay as they are: verify, --offset, NAME.witness.
app-name = Witnessmark

count-photos = 사진 { $count }장
count-strikes = 공격 { $count }건
count-weapons = 무기 { $count }기
count-components = 부품 { $count }점
count-markings = 표기 { $count }개
