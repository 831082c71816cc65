"""What a reviewer says: a conclusion, or a reason to return."""

from django import forms

VERDICTS = ("可以公开", "按修改后的内容可以公开")


class PassForm(forms.Form):
    """The opinion with which a stage is passed.

    通过时的意见；初审、终审可以不写。
    """

    conclusion = forms.CharField(label="审查意见", required=False, max_length=1000)


class SecrecyForm(forms.Form):
    """The conclusion of the secrecy review.

    保密审查结论和意见，随文件永久保存（条例第十七条）。
    """

    verdict = forms.ChoiceField(
        label="结论",
        choices=[(verdict, verdict) for verdict in VERDICTS],
        error_messages={"required": "请选择保密审查的结论。", "invalid_choice": "请从列出的结论中选择。"},
    )
    opinion = forms.CharField(
        label="审查意见",
        max_length=1000,
        error_messages={"required": "请写明审查意见：哪些内容看过、为什么可以公开。"},
    )

    @property
    def conclusion(self) -> str:
        """The words that are kept."""
        return f"{self.cleaned_data['verdict']}。{self.cleaned_data['opinion']}"


class ReasonForm(forms.Form):
    """The reason for which a document is returned or withdrawn.

    退回或撤下的理由。
    """

    reason = forms.CharField(
        label="理由",
        max_length=1000,
        error_messages={
            "required": "请写明理由：哪里、为什么、怎样改。",
            "max_length": "理由最多1000个字，请缩短。",
        },
    )
