# Messages of ui.
