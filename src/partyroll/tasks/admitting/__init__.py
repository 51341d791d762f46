"""Files of admission: opening one, writing down a step, closing one, targets and results."""
