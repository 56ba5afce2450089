# Messages of ui-records.
