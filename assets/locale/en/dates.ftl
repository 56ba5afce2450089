# Days as people read them (text::date). `full` is for sentences and names, `short` for columns.

# A month where it stands alone, within a date, and where room is short.
date-month-1 = January
date-month-2 = February
date-month-3 = March
date-month-4 = April
date-month-5 = May
date-month-6 = June
date-month-7 = July
date-month-8 = August
date-month-9 = September
date-month-10 = October
date-month-11 = November
date-month-12 = December
date-month-in-date-1 = { date-month-1 }
date-month-in-date-2 = { date-month-2 }
date-month-in-date-3 = { date-month-3 }
date-month-in-date-4 = { date-month-4 }
date-month-in-date-5 = { date-month-5 }
date-month-in-date-6 = { date-month-6 }
date-month-in-date-7 = { date-month-7 }
date-month-in-date-8 = { date-month-8 }
date-month-in-date-9 = { date-month-9 }
date-month-in-date-10 = { date-month-10 }
date-month-in-date-11 = { date-month-11 }
date-month-in-date-12 = { date-month-12 }
date-month-short-1 = Jan
date-month-short-2 = Feb
date-month-short-3 = Mar
date-month-short-4 = Apr
date-month-short-5 = May
date-month-short-6 = Jun
date-month-short-7 = Jul
date-month-short-8 = Aug
date-month-short-9 = Sep
date-month-short-10 = Oct
date-month-short-11 = Nov
date-month-short-12 = Dec

# The days of the week.
date-weekday-1 = Monday
date-weekday-2 = Tuesday
date-weekday-3 = Wednesday
date-weekday-4 = Thursday
date-weekday-5 = Friday
date-weekday-6 = Saturday
date-weekday-7 = Sunday
date-weekday-short-1 = Mo
date-weekday-short-2 = Tu
date-weekday-short-3 = We
date-weekday-short-4 = Th
date-weekday-short-5 = Fr
date-weekday-short-6 = Sa
date-weekday-short-7 = Su

# In `days-of-year`, `earlier` is the month of the first day and `month` that of the last.
date-full-day = { $day } { $month } { $year }
date-full-day-month = { $day } { $month }
date-full-month = { $month } { $year }
date-full-days-of-month = { $first } to { $last } { $month } { $year }
date-full-days-of-year = { $first } { $earlier } to { $last } { $month } { $year }
date-full-days = { $first } to { $last }
date-short-day = { $day } { $month } { $year }
date-short-month = { $month } { $year }
date-short-days-of-month = { $first }–{ $last } { $month } { $year }
date-short-days-of-year = { $first } { $earlier } – { $last } { $month } { $year }
date-short-days = { $first } – { $last }

# A year before 1, which is the year 0 and earlier.
date-year-bc = { $year } BC

# Why a date is not moved by days.
date-not-moved-no-day = Its day is not known exactly, and moved by days it would say more or less than it does. Type the new date in its form.
date-not-moved-parts = Its year, month and day are in doubt each in its own way, which holds in its month only. Type the new date in its form.
date-not-moved-leap-second = It has a leap second, which other days lack. Type the new date in its form.
date-not-moved-too-far = Dates end there.
