"""Who may move a document where, as one table of moves."""

from enum import StrEnum


class Status(StrEnum):
    """Where a document stands between draft and public.

    文件状态：草稿、待初审、待保密审查、待终审、已发布、已撤下。
    """

    DRAFT = "draft"
    FIRST_REVIEW = "first_review"
    SECRECY_REVIEW = "secrecy_review"
    FINAL_REVIEW = "final_review"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class Move(StrEnum):
    """What somebody does to a document's standing.

    动作：送审、通过、退回、撤下、重新起草。
    """

    SUBMIT = "submit"
    APPROVE = "approve"
    SEND_BACK = "send_back"
    WITHDRAW = "withdraw"
    REOPEN = "reopen"


class Role(StrEnum):
    """What a person may do for a body.

    角色：编辑、初审、保密审查、终审、管理员、审计员。
    """

    EDITOR = "editor"
    REVIEWER = "reviewer"
    SECRECY_REVIEWER = "secrecy_reviewer"
    FINAL_REVIEWER = "final_reviewer"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"
