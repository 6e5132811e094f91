"""Pages of the papers of schools, works, hospitals, villages, streets and army units."""
