"""What a review is made of, how it reads in each language, and how two editions differ."""
