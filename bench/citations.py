"""Citations: ten thousand distinct strings."""

import random
import statistics
import time

from gongkai.law import lawdata
from gongkai.law.citation import Instruments, read

RUNS = 5
STRINGS = 10_000
SECONDS = 2.0
OPENINGS = ("《", "<", "《《", "", "●《", "1.《", "【法律】《")
CLOSINGS = ("》", ">", "》》", "", "》", "》", "》")
SUBJECTS = ("农村公路", "社会救助", "政府采购", "城镇燃气", "义务教育", "安全生产", "公共文化服务")
KINDS = ("条例", "管理办法", "实施细则", "暂行规定", "工作的通知", "工作的指导意见")
NUMBERS = (
    "（国办发〔{y}〕{n}号）",
    "（国令第{n}号）",
    "(民发({y}){n}号)",
    "国办发[{y}]{n} 号",
    "（交通运输部令{y}年第{n}号）",
    "（中华人民共和国主席令（第{n}号））",
    "（国家税务总局公告{y}年第{n}号）",
    "第二十条第（{n}）项",
    "",
)


def main() -> None:
    """Print strings a second on one core."""
    known = lawdata.instruments()
    strings = sorted(written(random.Random(2026)))
    times = [seconds(strings, known) for _ in range(RUNS)]
    took = statistics.median(times)
    print(f"{len(strings)} distinct strings in {took:.2f} s ({len(strings) / took:,.0f} a second)")
    assert took < SECONDS, took


def written(asked: random.Random) -> set[str]:
    """Strings as catalogues write them: one to four citations, marks and numbers in every form."""
    found: set[str] = set()
    while len(found) < STRINGS:
        parts = [citation(asked) for _ in range(asked.randrange(1, 5))]
        found.add(asked.choice(("、", "；", " ", "\n", "")).join(parts))
    return found


def citation(asked: random.Random) -> str:
    """One citation, right or wrong."""
    marks = asked.randrange(len(OPENINGS))
    title = f"{asked.choice(SUBJECTS)}{asked.choice(SUBJECTS)}{asked.choice(KINDS)}"
    number = asked.choice(NUMBERS).format(y=asked.randrange(1998, 2027), n=asked.randrange(1, 800))
    return f"{OPENINGS[marks]}{title}{CLOSINGS[marks]}{number}"


def seconds(strings: list[str], known: Instruments) -> float:
    """Processor time for all of them."""
    begun = time.process_time()
    for each in strings:
        read(each, known)
    return time.process_time() - begun


if __name__ == "__main__":
    main()
