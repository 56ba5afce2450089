# basemap의 메시지: 사용자의 파일에 있는 지도.

# 파일이나 그 안의 타일을 읽을 수 없는 까닭.
basemap-refused = { $file }: { $reason }
basemap-missing = 파일이 그 자리에 없습니다. 옮겼거나, 파일이 든 USB나 디스크가 꽂혀 있지 않은가요?
basemap-unreadable = 파일을 읽을 수 없습니다: { $reason }
basemap-foreign = MBTiles 파일도 PMTiles 파일도 아닙니다.
basemap-version = 버전 { $version }의 PMTiles입니다. 버전 3을 읽을 수 있습니다.
basemap-cut = 파일이 너무 일찍 끝납니다. 끝까지 복사되거나 내려받아지지 않았습니다.
basemap-damaged = 파일이 손상되었습니다: { $part }의 값이 맞지 않습니다.
basemap-empty = 파일에 타일이 없습니다.
basemap-compression = 타일이 풀 수 없는 방식 “{ $name }”(으)로 압축되어 있습니다. gzip으로 압축된 타일과 압축되지 않은 타일을 읽을 수 있습니다.
basemap-kind = 타일의 종류 “{ $name }”을(를) 보여 줄 수 없습니다. PNG, JPEG, WebP와 벡터 타일(MVT)을 보여 줄 수 있습니다.
basemap-too-large = 파일의 한 부분이 지도로서 지나치게 큽니다.
basemap-slow = 타일을 찾는 데 너무 오래 걸립니다. 타일 표에 색인이 없습니다.
basemap-database = 파일의 데이터베이스를 읽을 수 없습니다: { $reason }
basemap-picture = 읽을 수 있는 그림이 아닌 타일입니다.

# 지도에서.
basemap-button = 배경 지도
basemap-title = 배경 지도
basemap-about = 이 노트북의 파일에 있는 지도(MBTiles, PMTiles)를 프로그램에 든 윤곽 위에 보여 줍니다. 사건이 아니라 이 노트북이 기억합니다.
basemap-none = 아직 없습니다. 파일을 고르거나 지도 위에 끌어다 놓으세요.
basemap-drop = 놓으면 지도에 보여 줍니다
basemap-show = { $name } 보이기
basemap-opacity = { $name }의 불투명도
basemap-opacity-short = 불투명도
basemap-percent = { $percent }%
basemap-go = { $name }(으)로 가기
basemap-remove = 목록에서 { $name } 빼기
basemap-opening = 파일을 여는 중입니다.
basemap-facts-raster = 그림, 배율 { $least }–{ $most }
basemap-facts-vector = 벡터, 배율 { $least }–{ $most }
basemap-no-attribution = 누가 만들었는지 파일에 적혀 있지 않습니다.
basemap-tiles-damaged = 타일 { $count }개를 읽지 못했습니다: { $reason }
basemap-shown = 배경 지도: { $name }
basemap-shown-by = 배경 지도: { $name } · { $attribution }
basemap-nearer = 배경 지도: { $name } · 가까이에서 보입니다
basemap-outlines = 윤곽: { $sources }
basemap-not-shown = { $name } 표시 안 됨
basemap-no-place-told = 무엇을 담고 있는지 파일에 적혀 있지 않습니다.
basemap-not-open = 열려 있지 않습니다
command-add-base-map = 배경 지도 추가
shell-path-base-map-title = 어느 타일 파일인가요? MBTiles와 PMTiles를 읽을 수 있습니다.
