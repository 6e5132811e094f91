"""Evening papers, city dailies, overseas papers and their supplements, made up to train on."""
