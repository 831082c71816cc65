"""Writes texts from templates, deterministically."""

import random
from datetime import date, timedelta
from functools import cache
from typing import Any

import minijinja

from gongkai.web.demo.plan.days import chinese_day
from gongkai.web.demo.plan.markup import chinese_number, numbered
from gongkai.web.demo.queries.content import content

CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
CREDIT_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)


def credit_code(seventeen: str) -> str:
    """A unified social credit code with its check character (GB 32100-2015)."""
    total = sum(CREDIT_ALPHABET.index(c) * w for c, w in zip(seventeen, CREDIT_WEIGHTS, strict=True))
    return seventeen + CREDIT_ALPHABET[-total % 31]


class Writer:
    """Renders templates with the words of one document.

    写手：同一种子、同一份文件，写出的字句始终相同。
    """

    def __init__(self, seed: int, key: str, on: date, /, **known: Any) -> None:
        self.rng = random.Random(f"{seed}/{key}")
        self.on = on
        self.known: dict[str, Any] = {"year": on.year, "month": on.month, "date": chinese_day(on), **known}

    def __call__(self, template: str, **more: Any) -> str:
        """The template with everything known filled in and its marks numbered."""
        return numbered(self.line(template, **more))

    def settle(self, case: dict[str, Any]) -> None:
        """Fill in the words of a case once, so that title and text say the same."""
        for name, value in case.items():
            self.known[name] = self._settled(value)

    def _settled(self, value: Any) -> Any:
        if isinstance(value, list):
            return [self._settled(one) for one in value]
        return self.line(value) if isinstance(value, str) and "{{" in value else value

    def line(self, template: str, **more: Any) -> str:
        """The same without numbering: titles and phrases."""
        return (
            _environment()
            .render_str(
                template,
                **{**self.known, **self._functions(), **more},
            )
            .strip()
        )

    def _functions(self) -> dict[str, Any]:
        return {
            "n": self.number,
            "x": self.decimal,
            "pick": self.pick,
            "some": self.some,
            "day": self.day,
            "cn": chinese_number,
            "person": self.person,
            "masked": lambda: self.person()[0] + "某" * self.rng.choice((1, 2)),
            "company": self.company,
            "company_of": self.company_of,
            "company_code": self.company_code,
        }

    def number(self, low: int, high: int, step: int = 1) -> int:
        """A whole number between two."""
        return self.rng.randrange(low, high + 1, step)

    def decimal(self, low: float, high: float, digits: int = 1) -> str:
        """A decimal number between two, written with so many digits."""
        return f"{self.rng.uniform(low, high):.{digits}f}"

    def pick(self, name: str) -> str:
        """One word of a list in words.toml."""
        return str(self.rng.choice(content("words")[name]))

    def some(self, name: str, count: int) -> list[str]:
        """Several different words of a list in words.toml."""
        return [str(word) for word in self.rng.sample(content("words")[name], count)]

    def day(self, offset: int = 0) -> str:
        """The day so many days after the event, as prose writes it."""
        return chinese_day(self.on + timedelta(days=offset))

    def person(self) -> str:
        """The name of a person who does not exist."""
        return self.pick("surnames") + self.pick("given_names")

    def company(self) -> str:
        """The name of a company that does not exist."""
        return self.company_of(self.pick("trades"))

    def company_of(self, trade: str) -> str:
        """The name of a company of this trade that does not exist."""
        return f"示例区{self.pick('company_words')}{trade}有限公司"

    def company_code(self) -> str:
        """A credit code that passes its check but belongs to no region."""
        return credit_code(
            "91990100" + "MA" + "".join(self.rng.choice("0123456789ABCDEFGH") for _ in range(7))
        )


@cache
def _environment() -> minijinja.Environment:
    return minijinja.Environment(trim_blocks=True, lstrip_blocks=True, undefined_behavior="strict")
