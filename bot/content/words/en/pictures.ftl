# Longer pictures. What is told in words is the same that is drawn; no trend is told, only what is in the book.
dates =
    .day = { $day } { $month }
    .span = { $first }–{ $last }
short-months =
    .month-1 = Jan
    .month-2 = Feb
    .month-3 = Mar
    .month-4 = Apr
    .month-5 = May
    .month-6 = Jun
    .month-7 = Jul
    .month-8 = Aug
    .month-9 = Sep
    .month-10 = Oct
    .month-11 = Nov
    .month-12 = Dec
month-told =
    Your last four weeks. Each band runs from the lowest to the highest number of its week. In words:
    { $days }
month-picture =
    .title = Your last four weeks
    .pain = a day's number
    .band = lowest to highest of the week
    .breath = breath
    .step = step
    .flare = flare
    .missing = no entry
month-week = { $first } to { $last }: { $told }
month-days =
    .pain = pain { $days }
    .breaths = breaths { $days }
    .steps = steps { $days }
    .flare = flare { $days }
month-empty = There is nothing in my book for the last four weeks. That is fine, and there is nothing to catch up on. One number is enough to begin.
three-months-told =
    Your last three months, a band for each week, from its lowest to its highest number. In words:
    { $days }
three-months-picture =
    .title = Your last three months
    .pain = days with a number
    .band = lowest to highest of the week
    .breath = breaths
    .step = steps
    .flare = flare
    .missing = no entry
three-months-pain = pain { $same ->
        [yes] { $pain }
       *[no] { $before } to { $pain }
    } on { $count ->
        [one] 1 day
       *[other] { $count } days
    }
three-months-flare = flare on { $count ->
        [one] 1 day
       *[other] { $count } days
    }
three-months-empty = There is nothing in my book for the last three months. That is fine, and there is nothing to catch up on. One number is enough to begin.
pictures-dark = Your pictures are dark from now on. To change it back, write "light pictures".
pictures-light = Your pictures are light from now on. To change it back, write "dark pictures".
