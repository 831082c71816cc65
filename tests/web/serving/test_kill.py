"""kill -9 during publication leaves everything consistent."""

import random
import time
from pathlib import Path

from tests.web.serving.crew import Home, kill_all, kill_parent, until

ROUNDS = 20


def test_twenty_kills_during_publication_lose_and_leave_nothing(tmp_path: Path):
    home = Home(tmp_path)
    clerks = home.clerks()
    clerks.ask("found")
    dice = random.Random(20)
    published = interrupted = 0
    server = home.serve()
    until(home.is_drained)
    try:
        for number in range(ROUNDS):
            kept = home.acknowledged()
            child = clerks.ask("work")["pid"]
            if number % 4:
                # 多数时候等到一件刚刚公开，好让信号落在写索引、写页面的当口；其余落在审查途中。
                until(lambda kept=kept: home.acknowledged() > kept)
            time.sleep(dice.uniform(0.0, 0.5))
            (kill_all if number % 2 else kill_parent)(server)
            clerks.ask(f"rest {child}")
            interrupted += home.waiting() > 0
            server = home.serve()
            until(home.is_drained)
            told = clerks.ask("inspect")
            published = told.pop("published")
            assert not any(told.values()), (number, told, home.log.read_text())
    finally:
        kill_all(server)
        clerks.dismiss()
    assert published >= ROUNDS // 2
    assert interrupted >= ROUNDS // 4, "the kills came too late to interrupt anything"
