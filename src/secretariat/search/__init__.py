"""The index at the end of the volume: which rows say a word, in whatever form of it, and nothing about who may know."""
