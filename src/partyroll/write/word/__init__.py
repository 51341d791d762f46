"""Official documents as Word files, in the form of the Party's documents."""
