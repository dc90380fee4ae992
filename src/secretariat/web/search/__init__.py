"""The page that finds: what a reader may be shown, by the words in it."""
