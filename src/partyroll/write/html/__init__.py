"""Documents as one page for a browser: no script, no address, nothing from outside."""
