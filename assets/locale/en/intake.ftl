# Messages of intake.
