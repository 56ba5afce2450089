# Texts of the demonstration case. What is drawn into a picture (caption, card) is always in English.
demonstration-author = Witnessmark (시연)
demonstration-tag = 탄도미사일
demonstration-tag-source = 일반 용어
demonstration-caption = ILLUSTRATION · DRAWN BY WITNESSMARK · NOT A PHOTOGRAPH
demonstration-card = NO PHOTOGRAPH PUBLISHED
demonstration-caption-card = 삽화: 보고서에는 여기에 보일 수 있는 이 미사일의 사진이 없습니다.
demonstration-caption-pair = 삽화: 113 표시가 있는 제트 베인 액추에이터 두 개. 프로그램이 그린 것으로 모양은 지어낸 것입니다.
demonstration-caption-first = 삽화: 첫째 액추에이터의 113 표시. 프로그램이 그린 것으로 모양은 지어낸 것입니다.
demonstration-caption-second = 삽화: 둘째 액추에이터의 113 표시. 프로그램이 그린 것으로 모양은 지어낸 것입니다.
demonstration-credit = Witnessmark가 그림. 증거가 아님.
demonstration-marking = 타각된 표시 { $mark }
demonstration-transcription-note = 보고서에 적힌 대로입니다. 그림은 삽화입니다.
demonstration-checklist = 발표로 알려진 잔해
demonstration-checklist-place = 발표된 장소
demonstration-checklist-notes = 그림은 사진이 아니므로 아무것도 채우지 않습니다.
