"""Pages of county and city papers, told sentence by sentence from a grammar."""
