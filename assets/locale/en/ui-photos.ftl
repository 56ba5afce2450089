# Messages of ui-photos.
