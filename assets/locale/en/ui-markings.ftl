# Messages of ui-markings.
