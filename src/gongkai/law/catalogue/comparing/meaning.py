"""What a change means for a column that holds documents."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from gongkai.law.catalogue.comparing.changes import Comparison, Divided, Pair, Part, PartChange, Path
from gongkai.law.catalogue.comparing.strictness import Strictness
from gongkai.law.catalogue.model import Item
from gongkai.law.time_limit import writing
from gongkai.law.time_limit.rule import Rule, RuleKind
from gongkai.law.vocabulary import ColumnKind

# 条例第二十六条：属于主动公开范围的政府信息，应当自该政府信息形成或者变更之日起20个工作日内及时公开；
# 法律、法规另有规定的，从其规定。目录没有写时限的，适用本条。
_ARTICLE = "《政府信息公开条例》第二十六条"
_STRICTNESS = {
    Strictness.STRICTER: "（更严）",
    Strictness.WEAKER: "（更宽）",
    Strictness.MIXED: "（有严有宽）",
    Strictness.SAME: "（期限相同，写法改了）",
    Strictness.UNCLEAR: "（种类或起算点不同，请对照）",
}


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known of the installation when changes are told.

    说明变化时的情形：`documents` 是旧版各栏目现有的文件数，不在安装里比较时为None；`in_force` 是新版自
    何时起施行的说法；`default` 是没有写时限时的规则；`kinds` 是栏目种类的中文名称。
    """

    default: Rule
    kinds: Mapping[ColumnKind, str]
    documents: Mapping[Path, int] | None = None
    in_force: str = "新版施行之日"
    restored: Collection[Path] = ()

    def held(self, path: Path) -> str:
        """已有的5份文件: what an old column holds."""
        if self.documents is None:
            return "已有的文件"
        count = self.documents.get(path, 0)
        return f"已有的{count}份文件" if count else ""


def shown(path: Path) -> str:
    """一级 › 二级: a path in words."""
    return " › ".join(path)


def of_added(item: Item, around: Circumstances) -> str:
    """An added column owes from the day the edition is in force."""
    if any(rule.kind is RuleKind.LINK for rule in item.rules):
        return "新增转链栏目，这里没有自己的信息；请填写转链地址。"
    owed = f"自{around.in_force}起形成的信息按{_limit(item.time_limit_text, around)}计算公开任务"
    if item.path in around.restored:
        held = around.held(item.path)
        return f"停用的栏目恢复使用，{held + '和' if held else ''}网址不变，{owed}。"
    return f"新增栏目，{owed}。"


def of_removed(item: Item, around: Circumstances) -> str:
    """A column that the edition drops is retired and keeps what it holds."""
    held = around.held(item.path)
    kept = f"{held}保留，网址不变" if held else "其中没有文件"
    return f"取消的栏目停用，不再收文件；{kept}；{around.in_force}以前形成的信息仍按原时限公开。"


def of_moved(pair: Pair, around: Circumstances) -> str:
    """A column takes its documents and its address along."""
    where = f"移到“{shown(pair.after.path)}”"
    held = around.held(pair.before.path)
    return f"栏目{where}，{f'{held}跟着移动，' if held else ''}网址不变。"


def of_renamed(pair: Pair, around: Circumstances) -> str:
    """A name changes nothing else."""
    held = around.held(pair.before.path)
    still = f"{held}和网址不变" if held else "网址不变"
    return f"栏目改名为“{pair.after.path[-1]}”，{still}。"


def of_changed(pair: Pair, around: Circumstances) -> tuple[str, ...]:
    """One sentence for each part that changed."""
    return tuple(_of_part(change, pair, around) for change in pair.changes)


def of_split(one: Divided, comparison: Comparison, around: Circumstances) -> str:
    """Who goes on with the old column, and what to look through."""
    (was,) = one.before
    names = "、".join(f"“{shown(path)}”" for path in one.after)
    heir = next((pair.after.path for pair in comparison.pairs if pair.before.path == was), None)
    held = around.held(was)
    if heir is None:
        rest = f"原栏目停用，{held}保留在原网址" if held else "原栏目停用"
    else:
        rest = f"原栏目由“{shown(heir)}”沿用"
        rest += f"，{held}也在那里，请逐份核对哪些应归入其他栏目" if held else ""
    return f"“{shown(was)}”分为{len(one.after)}个栏目：{names}；{rest}。"


def of_merged(one: Divided, comparison: Comparison, around: Circumstances) -> str:
    """Who goes on as the new column, and which are retired."""
    (now,) = one.after
    names = "、".join(f"“{shown(path)}”" for path in one.before)
    heir = next((pair.before.path for pair in comparison.pairs if pair.after.path == now), None)
    retired = [path for path in one.before if path != heir]
    kept = f"“{shown(heir)}”沿用为新栏目，" if heir else ""
    dropped = "、".join(f"“{shown(path)}”" + _brackets(around.held(path)) for path in retired)
    return f"{names}合并为“{shown(now)}”；{kept}{dropped}停用，其中的文件保留在原网址。"


def _brackets(held: str) -> str:
    return f"（{held}）" if held else ""


def _of_part(change: PartChange, pair: Pair, around: Circumstances) -> str:
    match change.part:
        case Part.LIMIT:
            return _of_limit(change, pair, around)
        case Part.CONTENT:
            held = around.held(pair.before.path)
            look = f"；{held}请核对是否还合要求" if held else ""
            return f"栏目内容改了，自{around.in_force}起照新的内容公开{look}。"
        case Part.ELEMENTS:
            return f"应当公开的要素{_gone_and_come(change)}：填写文件的各栏随之增减。"
        case Part.BASIS:
            if not change.gone and not change.come:
                return "设立依据的写法改了，引用的文件没有变。"
            return f"设立依据{_gone_and_come(change)}。"
        case Part.KIND:
            names = [around.kinds.get(ColumnKind(each), each) for each in (change.before, change.after)]
            return f"栏目种类由“{names[0]}”改为“{names[1]}”：填写文件的各栏和应有的文件关系随之改变。"
        case Part.ATTRIBUTE:
            return f"{change.name}由{_said(change.before)}改为{_said(change.after)}。"


def _of_limit(change: PartChange, pair: Pair, around: Circumstances) -> str:
    links = [any(rule.kind is RuleKind.LINK for rule in each.rules) for each in (pair.before, pair.after)]
    if links == [False, True]:
        held = around.held(pair.before.path)
        kept = f"，{held}保留" if held else ""
        return f"改为转链栏目，自{around.in_force}起不再产生公开任务{kept}；请填写转链地址。"
    told = f"公开时限由{_limit(change.before, around)}改为{_limit(change.after, around)}"
    told += _STRICTNESS[change.strictness] if links == [False, False] else "（不再是转链栏目）"
    return f"{told}，自{around.in_force}起形成的信息适用；此前形成的仍按原时限。"


def _limit(text: str, around: Circumstances) -> str:
    if text:
        return f"“{' '.join(text.split())}”"
    return f"法定时限（{writing.canonical((around.default,))}，{_ARTICLE}）"


def _gone_and_come(change: PartChange) -> str:
    return "，".join(_said_of(("增加", change.come), ("去掉", change.gone)))


def _said_of(*parts: tuple[str, Sequence[str]]) -> Iterator[str]:
    for word, names in parts:
        if names:
            yield f"{word}{'、'.join(f'“{name}”' if not name.startswith('《') else name for name in names)}"


def _said(text: str) -> str:
    return f"“{' '.join(text.split())}”" if text else "（空）"
