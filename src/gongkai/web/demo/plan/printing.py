"""Whether this machine can make PDF."""

import importlib
import subprocess
from functools import cache
from shutil import which


@cache
def why_no_pdf() -> str:
    """Why PDF cannot be made on this machine, as a sentence; empty when it can."""
    try:
        importlib.import_module("weasyprint")
    except (ImportError, OSError):
        return "系统没有 Pango，示例中没有 PDF 附件；需要时请装 libpango-1.0-0 和 libpangoft2-1.0-0。"
    lister = which("fc-list")
    listed = (
        subprocess.run([lister, ":lang=zh-cn", "family"], capture_output=True, check=False)
        if lister
        else None
    )
    if listed is None or not listed.stdout.strip():
        return "系统没有中文字体，示例中没有 PDF 附件；要有，请安装 fonts-noto-cjk 后重建。"
    return ""
