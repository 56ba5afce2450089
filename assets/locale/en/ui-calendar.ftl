# Messages of ui-calendar.
