"""The preparation of a meeting, computed: agenda from grounds, deadlines, documents needed, papers as blocks."""
