"""Settings, folders and databases that cannot be used."""

import re
import sqlite3
import urllib.error
import urllib.request

import pytest
from tests.web.serving.crew import Home, gongkai, until

CREDIT = "11330106002493112A"
INIT = [
    "init", "--catalogue", "xihu-2022", "--body-code", "qzf", "--body-name", "示例区人民政府",
    "--credit-code", CREDIT, "--admin", "示例管理员",
]  # fmt: skip
COMMANDS = (["owed"], ["search", "示例"], ["bake"], ["worker"], INIT, ["demo", "--no-serve"])


@pytest.fixture
def home(tmp_path) -> Home:
    made = Home(tmp_path)
    made.environment.pop("GONGKAI_SECRET_KEY", None)
    return made


@pytest.fixture
def home_with_file(home) -> Home:
    """An installation whose database is a file, whichever database the others are tested on."""
    home.environment.pop("DATABASE_URL", None)
    return home


def refusal(home: Home, *arguments: str) -> str:
    """What a command says that cannot be done: status 2, one sentence, nothing of Python."""
    told = gongkai(home, *arguments)
    assert told.returncode == 2, (arguments, told.stderr)
    assert "Traceback" not in told.stderr
    assert re.fullmatch(r"[^\n]*[\u4e00-\u9fff][^\n]*。\n", told.stderr), (arguments, told.stderr)
    return told.stderr


@pytest.mark.parametrize(
    "address",
    ["无", "mysql://a/b", "postgresql://", "postgresql://h:x/b", "postgresql://h:99999/b", "//[::1"],
)
def test_a_database_address_that_is_none_is_said(home, address):
    home.environment["DATABASE_URL"] = address
    for arguments in COMMANDS:
        assert "DATABASE_URL 无法使用" in refusal(home, *arguments)


def test_a_database_server_that_does_not_answer_is_said(home):
    home.environment["DATABASE_URL"] = "postgresql://nobody@127.0.0.1:1/nothing"
    for arguments in COMMANDS:
        assert "连不上数据库服务器" in refusal(home, *arguments)


@pytest.mark.parametrize("day", ["2022-02-30", "2020年1230日"])
def test_a_set_day_that_is_none_is_said(home, day):
    home.environment["GONGKAI_TODAY"] = day
    for arguments in (*COMMANDS, ["doctor"]):
        assert f"现在是“{day}”" in refusal(home, *arguments)


def test_a_server_that_cannot_open_its_installation_ends_with_the_sentence(home):
    home.environment["GONGKAI_TODAY"] = "2022-02-30"
    server = home.serve()
    try:
        assert server.wait(30) == 2
    finally:
        server.kill()
    log = home.log.read_text()
    assert "现在是“2022-02-30”" in log
    assert "Traceback" not in log
    assert "Unexpected" not in log


def test_nothing_is_owed_where_nothing_is_set_up(home):
    assert "还没有初始化" in refusal(home, "owed")


def test_a_first_day_that_is_none_leaves_no_database(home):
    assert "不存在" in refusal(home, *INIT, "--in-force-on", "2022-02-30")
    assert not (home.folder / "gongkai.sqlite3").exists()


def test_a_home_that_is_a_file_is_said(home):
    home.environment["GONGKAI_HOME"] = str(home.folder / "file")
    (home.folder / "file").write_text("这是一个文件")
    assert "不是可用的目录" in refusal(home, "owed")


def test_a_database_that_is_none_is_said_and_left_as_it_is(home_with_file):
    content = "这不是数据库。\n".encode() * 1000
    path = home_with_file.folder / "gongkai.sqlite3"
    path.write_bytes(content)
    for arguments in (["owed"], ["search", "示例"], ["worker"], INIT):
        assert "不是 SQLite 数据库" in refusal(home_with_file, *arguments)
    is_same = path.read_bytes() == content
    assert is_same


def test_an_empty_database_is_not_set_up(home_with_file):
    (home_with_file.folder / "gongkai.sqlite3").touch()
    for arguments in (["owed"], ["search", "示例"], ["worker"]):
        assert "还没有初始化" in refusal(home_with_file, *arguments)


def test_a_damaged_database_is_said(home_with_file):
    assert gongkai(home_with_file, *INIT).returncode == 0
    path = home_with_file.folder / "gongkai.sqlite3"
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\x07" * (len(content) - 4096))
    for arguments in (["owed"], ["bake"]):
        assert "已经损坏：请停止服务，从最近的备份恢复" in refusal(home_with_file, *arguments)


def test_an_empty_secret_of_a_full_disk_is_made_again(home):
    (home.folder / "secret-key").touch()
    assert gongkai(home, *INIT).returncode == 0
    assert len((home.folder / "secret-key").read_text()) > 40


@pytest.mark.parametrize("port", ["0", "65536", "八千"])
def test_a_port_that_is_none_is_said_in_chinese(home, port):
    assert "应为1到65535的整数" in refusal(home, "serve", "--port", port)


def test_an_error_of_the_server_is_in_its_log_and_a_mistyped_address_is_not(home_with_file):
    assert gongkai(home_with_file, *INIT).returncode == 0
    server = home_with_file.serve()
    try:
        until(lambda: home_with_file.status("/desk/sign-in") == 200)
        assert home_with_file.status("/desk/nowhere") in {302, 404}
        assert "nowhere" not in home_with_file.log.read_text()
        for ending in ("", "-wal", "-shm"):
            (home_with_file.folder / f"gongkai.sqlite3{ending}").unlink(missing_ok=True)
        # 没有会话表：带着会话标识来的请求必然出错。
        session = {"Cookie": "sessionid=abcdefghijklmnopqrstuvwxyz012345"}
        asked = urllib.request.Request(
            f"http://127.0.0.1:{home_with_file.port}/desk/documents/", headers=session
        )
        with pytest.raises(urllib.error.HTTPError, match="500"):
            urllib.request.urlopen(asked, timeout=10)
    finally:
        server.terminate()
        server.wait(20)
    assert "no such table" in home_with_file.log.read_text()
