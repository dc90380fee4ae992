"""The citations of a pack: sources.yaml."""

from datetime import date as Day  # noqa: N812  # a field is named date

from pydantic import Field

from secretariat.sources.pack.rows import DateText, Row, Text
from secretariat.sources.pack.tables import PackTable


class CitationRow(Row):
    """A document that facts rest on."""

    title: Text = Field(description="what it is, in words of the register where it has no title")
    publisher: str = Field(default="", max_length=200, description="who published it")
    url: str = Field(default="", max_length=1000, description="where it can be read")
    date: DateText | None = Field(default=None, description="when it was published")
    language: str = Field(default="", max_length=12, description="its language, such as en or ru")
    accessed: Day | None = Field(default=None, description="when it was last opened or read")


TABLES = (PackTable("sources", CitationRow, "sources.Citation"),)
