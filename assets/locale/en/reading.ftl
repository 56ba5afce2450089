# Messages of dates (model::when) and of readings.
reading-interval-backwards = { $earliest } is later than { $latest }. Give the earlier day first.

reading-when-empty = There is no date. Write one such as 2024-08-05, 2024-08 or 2024-08-05/2024-08-06.
reading-when-form = “{ $text }” is not a date that can be read. Write the year first, with two digits each for month and day: 2024-08-05, 2024-08, 2024; 2024-08-1X if a digit is not known; 2024-08~ for about; 2024-08-05/2024-08-06 for from–to; 2024-08-05T03:40 with a time.
reading-when-month = There is no month { $month }. Months are 01 to 12, as in 2024-08.
reading-when-day = { $month } has no day { $day }. Check the day, or write { $month } if it is not known.
reading-when-time = “{ $time }” is not a time of day. Write 03:40, 03:40Z for UTC or 03:40+03:00.
reading-when-qualified-time = “{ $text }”: ?, ~ and % stand behind a date, not behind a time of day. Write 2024-08-05~, or the two times between which it was: 2024-08-05T03:00/2024-08-05T04:00.
reading-when-backwards = The interval ends ({ $end }) before it begins ({ $start }). Give the earlier date first.
reading-when-no-end = An interval needs at least one date. Write 2024-08-05/.. for “since”, ../2024-08-05 for “until”.
reading-when-ambiguous = “{ $text }” could be read in two ways. Write the day as 2024-08-05, or from–to as 2024-08-05/2024-08-06.
reading-when-short-year = “{ $text }” has a year of two digits. Write all four, as in 5.8.2024 or 2024-08-05.
