"""Makes the attachments beside the acts, on the second core."""

import pickle
import subprocess
import sys
from collections.abc import Sequence
from queue import SimpleQueue
from threading import Thread
from types import TracebackType

from gongkai.law.errors import LawError
from gongkai.web.demo.plan.planned import PlannedFile, Step
from gongkai.web.demo.plan.printing import why_no_pdf

_CHILD = [sys.executable, "-c", "from gongkai.web.demo.plan.files import make_all; make_all()"]


class Workshop:
    """A second process that makes every attachment in turn.

    附件作坊：写附件费时，另用一个进程先行制作；本机不能制作的 PDF 略去。
    """

    def __init__(self, steps: Sequence[Step]) -> None:
        files = [file for step in steps if step.act == "draft" for file in step.document.files]
        self.wanted = [file for file in files if not (file.name.endswith(".pdf") and why_no_pdf())]
        self.coming: SimpleQueue[tuple[PlannedFile, bytes] | None] = SimpleQueue()
        self.ready: dict[PlannedFile, bytes] = {}

    def __enter__(self) -> "Workshop":
        self.child = subprocess.Popen(_CHILD, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        Thread(target=self._fetch, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.child.kill()
        self.child.wait()

    def content(self, file: PlannedFile) -> bytes:
        """The file's bytes, waited for if need be; empty when this machine cannot make it.

        Raises LawError when the second process died.
        """
        while file in self.wanted and file not in self.ready:
            came = self.coming.get()
            if came is None:
                raise LawError(
                    f"示例附件“{file.name}”没有写成：制作附件的进程中断了；请再运行一次 gongkai demo。"
                )
            self.ready[came[0]] = came[1]
        return self.ready.pop(file, b"")

    def _fetch(self) -> None:
        """Hand the child its work, and take what it makes as it comes."""
        stdin, stdout = self.child.stdin, self.child.stdout
        try:
            if stdin and stdout:
                pickle.dump(self.wanted, stdin)
                stdin.close()
                for file in self.wanted:
                    self.coming.put((file, pickle.load(stdout)))
        except (EOFError, OSError, pickle.UnpicklingError):
            self.coming.put(None)
