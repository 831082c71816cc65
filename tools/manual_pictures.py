"""Takes the manual's pictures from the real commands."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import tomli_w
from PIL import Image, ImageOps
from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

from gongkai.law import lawdata
from gongkai.law.catalogue import writing

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs/pictures"
SEED = ROOT / "src/gongkai/lawdata/catalogues/xihu-2022.toml"
GONGKAI = [sys.executable, "-c", "from gongkai.cli import main; main()"]
COLUMNS = 104
EDGE = 14  # of paper around a table
COLOURS = 48  # a picture of letters needs no more, and stays small
PAGE = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; background: {back}; font: 14px/1.5 "Noto Sans Mono CJK SC", monospace }}
pre {{ margin: 18px; color: #d9d9d9; font: inherit; white-space: pre-wrap }}
</style>{body}"""


def terminal(name: str, *arguments: str, first: int, lines: int, height: int) -> None:
    """A picture of what a command prints, from one line on."""
    environment = {**os.environ, "FORCE_COLOR": "1", "COLUMNS": str(COLUMNS), "PYTHONUTF8": "1"}
    call = [*GONGKAI, *arguments]
    done = subprocess.run(call, capture_output=True, encoding="utf-8", env=environment, check=False)
    if not done.stdout:
        raise SystemExit(f"{' '.join(arguments)}：没有输出。{done.stderr}")
    printed = done.stdout.splitlines()[first : first + lines]
    console = Console(record=True, width=COLUMNS, file=open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 - kept until exit
    console.print(Text("$ gongkai " + " ".join(map(_short, arguments)) + "\n", "bold"))
    console.print(Text.from_ansi("\n".join(printed)), soft_wrap=True)
    body = console.export_html(inline_styles=True, code_format="<pre>{code}</pre>", theme=MONOKAI)
    shoot(name, PAGE.format(back="#1e1f22", body=body), 1060, height)


def _short(argument: str) -> str:
    return "目录.xlsx" if argument == str(SEED) else argument


def sheet(name: str, path: Path, height: int) -> None:
    """The top of a workbook's first page as LibreOffice prints it; wants soffice and pdftoppm."""
    folder = path.parent
    convert = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(path)]
    subprocess.run(convert, check=True, capture_output=True, timeout=120)
    page = folder / "page"
    draw = [
        "pdftoppm",
        "-r",
        "130",
        "-f",
        "1",
        "-singlefile",
        "-png",
        str(path.with_suffix(".pdf")),
        str(page),
    ]
    subprocess.run(draw, check=True, capture_output=True, timeout=120)
    with Image.open(page.with_suffix(".png")) as printed:
        left, top, right, _ = ImageOps.invert(printed.convert("L")).getbbox() or (0, 0, *printed.size)
        keep(name, printed.crop((left - EDGE, top - EDGE, right + EDGE, top + height)))


def shoot(name: str, page: str, width: int, height: int) -> None:
    """One page as a small PNG in docs/pictures."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        file.write_text(page, encoding="utf-8")
        options = ["--headless", "--no-sandbox", "--hide-scrollbars", f"--window-size={width},{height}"]
        target = PICTURES / name
        subprocess.run(
            ["chromium", *options, f"--screenshot={target}", file.as_uri()],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
    with Image.open(target) as taken:
        taken.load()
    keep(name, taken)


def keep(name: str, picture: Image.Image) -> None:
    """A picture of letters, small, in docs/pictures."""
    target = PICTURES / name
    picture.convert("RGB").quantize(COLOURS).save(target, optimize=True)
    print(f"{name}　{target.stat().st_size // 1024} KB")


def newer(folder: Path) -> Path:
    """The catalogue as a next edition might be: some renamed, moved, changed, gone and new."""
    content = writing.table(lawdata.catalogue("xihu-2022"))
    rows = content["item"]
    rows[2]["path"] = ["法定主动公开内容", "区政府领导"]
    rows[4]["time_limit"] = "10个工作日内"
    del rows[8]
    rows.append(
        {
            **rows[3],
            "number": 30,
            "path": ["法定主动公开内容", "行政事业性收费"],
            "content": "收费项目、依据、标准",
        }
    )
    target = folder / "目录-2023.toml"
    target.write_text(
        tomli_w.dumps({**content, "title": "区政府办主动公开目录（2023年版）"}), encoding="utf-8"
    )
    return target


def main() -> int:
    """Takes every picture of the manual again."""
    terminal("manual-read.png", "catalogue", "read", str(SEED), first=0, lines=34, height=800)
    terminal("manual-check.png", "catalogue", "check", str(SEED), first=1, lines=31, height=800)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        listed, report = folder / "问题清单.xlsx", folder / "比较.html"
        subprocess.run(
            [*GONGKAI, "catalogue", "check", str(SEED), "--xlsx", str(listed)],
            capture_output=True,
            check=False,
        )
        sheet("manual-list.png", listed, height=580)
        subprocess.run(
            [*GONGKAI, "catalogue", "compare", str(SEED), str(newer(folder)), "--to", str(report)],
            capture_output=True,
            check=False,
        )
        shoot("manual-compare.png", report.read_text(encoding="utf-8"), 1060, 900)
    return 0


if __name__ == "__main__":
    sys.exit(main())
