# A small application: text filters registered by __init_subclass__, and a main function.
from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import ClassVar


class Filter(ABC):
    registry: ClassVar[dict[str, type[Filter]]] = {}

    def __init_subclass__(cls, *, name: str | None = None, **kwargs) -> None:
        super().__init_subclass__(**kwargs)
        Filter.registry[name or cls.__name__.lower()] = cls

    @abstractmethod
    def apply(self, lines: Iterator[str]) -> Iterator[str]: ...


class Upper(Filter):
    def apply(self, lines):
        return (line.upper() for line in lines)


class Number(Filter, name="nl"):
    def __init__(self, start="1"):
        self.start = int(start)

    def apply(self, lines):
        for number, line in enumerate(lines, self.start):
            yield f"{number:>3} {line}"


class Grep(Filter):
    def __init__(self, word):
        self.word = word

    def apply(self, lines):
        return filter(lambda line: self.word in line, lines)


class Unique(Filter, name="uniq"):
    def apply(self, lines):
        previous = object()
        for line in lines:
            if line != previous:
                yield line
            previous = line


class Sort(Filter):
    def __init__(self, *flags):
        self.reverse = "-r" in flags

    def apply(self, lines):
        yield from sorted(lines, reverse=self.reverse)


def pipeline(command: str, text: str) -> list[str]:
    lines = iter(text.splitlines())
    for step in command.split("|"):
        name, *arguments = step.split()
        try:
            lines = Filter.registry[name](*arguments).apply(lines)
        except (KeyError, TypeError) as exc:
            return [f"{type(exc).__name__} in {name!r}"]
    return list(lines)


def main() -> None:
    text = "pear\napple\napple\nfig\nplum"
    for command in ("sort | uniq | nl", "grep p | sort -r | upper", "nl 10", "wc", "grep"):
        print(f"$ {command}")
        for line in pipeline(command, text):
            print("   ", line)


if __name__ == "__main__":
    main()
sorted(Filter.registry), Filter.registry["nl"].__name__
