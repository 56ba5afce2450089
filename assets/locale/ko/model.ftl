# Messages of the model: why a value is refused.
model-not-an-id = “{ $text }”은(는) 이 프로그램의 식별자가 아닙니다. 목록(예: `witnessmark list`)에서 복사하세요.
model-place-latitude = 위도는 -90에서 90까지의 도 단위 숫자여야 하며 경도도 함께 있어야 합니다.
model-place-longitude = 경도는 -180에서 180까지의 도 단위 숫자여야 하며 위도도 함께 있어야 합니다.
model-place-radius = 반경은 0미터 이상이어야 하며 좌표가 있어야 합니다.
