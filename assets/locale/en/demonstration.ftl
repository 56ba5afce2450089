# Texts of the demonstration case.
demonstration-author = Witnessmark (demonstration)
demonstration-tag = ballistic missile
demonstration-tag-source = general term
demonstration-caption = ILLUSTRATION · DRAWN BY WITNESSMARK · NOT A PHOTOGRAPH
demonstration-card = NO PHOTOGRAPH PUBLISHED
demonstration-caption-card = Illustration: the report has no photograph of this missile that could be shown here.
demonstration-caption-pair = Illustration: two jet vane actuators with the mark 113. Drawn by the program; the shape is invented.
demonstration-caption-first = Illustration: the mark 113 on the first actuator. Drawn by the program; the shape is invented.
demonstration-caption-second = Illustration: the mark 113 on the second actuator. Drawn by the program; the shape is invented.
demonstration-credit = Drawn by Witnessmark. Not evidence.
demonstration-marking = Stamped mark { $mark }
demonstration-transcription-note = As the report gives it; the picture is an illustration.
demonstration-checklist = Remnants known from publications
demonstration-checklist-place = Place as published
demonstration-checklist-notes = A drawing is no photo: it fills nothing in.
