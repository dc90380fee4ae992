"""What can be wrong with a pack, said so that a person can mend it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong: where it stands, what it is and what was expected."""

    file: str
    line: int
    path: str
    wrong: str
    expected: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}: " + (f"{self.path}: " if self.path else "")
        return place + self.wrong + (f", expected {self.expected}" if self.expected else "")


class UnableToReadPack(Exception):
    """A pack has problems; nothing of it was loaded."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))
