"""Time to read 10,000 distinct time limits."""

import itertools
import statistics
import time
from collections.abc import Iterator

from gongkai.law.time_limit.grammar import read

PHRASES, RUNS, LIMIT = 10_000, 5, 2.0
TRIGGERS = (
    "自信息形成或者变更之日起",
    "信息形成后",
    "自收到申请之日起",
    "自作出行政处罚决定之日起",
    "部门预算经本级财政部门批复后",
    "会议结束后",
    "每季度终了之日起",
    "制定或获取信息之日起",
    "本级人民代表大会或其常务委员会批准后",
    "",
)
UNITS = ("个工作日", "工作日", "日", "天", " 个 工作\n日", "个工做日")
TAILS = ("内", "内公开", "内予以公示，公示期不少于7个工作日", "内（法律、法规另有规定的，从其规定）")


def main() -> None:
    """Print the median of five runs of 10,000 phrases, no two alike, and the ratio beside the limit."""
    phrases = list(itertools.islice(distinct(), PHRASES))
    assert len(set(phrases)) == PHRASES
    read(phrases[0])
    took = [timed(phrases) for _ in range(RUNS)]
    median = statistics.median(took)
    rules = sum(len(read(phrase).rules) for phrase in phrases)
    print(f"{PHRASES} distinct phrases, {rules} rules, on one core")
    each = median / PHRASES * 1e6
    print(f"median of {RUNS}: {median:.2f} s ({each:.0f} µs a phrase); slowest {max(took):.2f} s")
    print(f"limit {LIMIT:.0f} s: {LIMIT / median:.1f} times faster than it must be")


def distinct() -> Iterator[str]:
    """Limits of every trigger, number, unit and tail, with dates and cycles between them."""
    counted = itertools.product(range(1, 61), TRIGGERS, UNITS, TAILS)
    for place, (number, trigger, unit, tail) in enumerate(counted):
        yield f"{trigger}{number}{unit}{tail}"
        if place % 6 == 0:
            yield f"每年{place % 12 + 1}月{place % 28 + 1}日前公布第{place}批"
        if place % 12 == 0:
            yield f"每{place + 2}个月更新一次，保留{place % 30 + 1}年"


def timed(phrases: list[str]) -> float:
    """Processor seconds to read every phrase once."""
    began = time.process_time()
    for phrase in phrases:
        read(phrase)
    return time.process_time() - began


if __name__ == "__main__":
    main()
