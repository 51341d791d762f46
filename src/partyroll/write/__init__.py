"""Tables and documents out; knows neither the ledger nor a rule."""
