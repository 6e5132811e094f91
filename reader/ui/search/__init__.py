"""Search in the window: the box, and the results as a concordance."""
