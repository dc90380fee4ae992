"""From an edition to files: charts, HTML, PDF and the rows behind every figure."""
