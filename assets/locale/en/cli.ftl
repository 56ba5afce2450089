# Messages of cli.
