"""Pure statistics: facts in, tables out; the only room that imports pandas."""
