"""Pages of the watch: what happened near the external borders and in the regions, as list, table, CSV and map."""
