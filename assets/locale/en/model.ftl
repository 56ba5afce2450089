# Messages of the model: why a value is refused.
model-not-an-id = “{ $text }” is not an id of this program. Copy one from a list, for example from `witnessmark list`.
model-place-latitude = The latitude must be a number of degrees from -90 to 90, and a longitude must stand beside it.
model-place-longitude = The longitude must be a number of degrees from -180 to 180, and a latitude must stand beside it.
model-place-radius = The radius must be 0 metres or more and needs a position.
