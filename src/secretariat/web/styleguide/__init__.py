"""The style guide: every part of a page, with its rule of use."""
