"""Made pages of mainland dailies of cities, prefectures and counties, with a few older ones."""
