"""The font of documents and drawings: free, with Cyrillic, from a package and never from the machine."""

from pathlib import Path

import font_source_sans_pro

FONT = "Source Sans Pro"
FONT_FILES = Path(font_source_sans_pro.__file__).parent / "files"
