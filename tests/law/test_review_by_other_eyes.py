"""Who may pass, return or withdraw: the table and two rules."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.law.review import (
    MOVE_WORDS,
    ROLE_WORDS,
    STAGE_WORDS,
    STAGES,
    STATUS_WORDS,
    STEPS,
    Move,
    Passed,
    Role,
    Round,
    Status,
    moves_from,
    reason_missing,
    refusal,
    reviewing_role,
    step,
)

# status → move → (where it leads, who may)
TABLE = {
    Status.DRAFT: {Move.SUBMIT: (Status.FIRST_REVIEW, {Role.EDITOR})},
    Status.FIRST_REVIEW: {
        Move.APPROVE: (Status.SECRECY_REVIEW, {Role.REVIEWER}),
        Move.SEND_BACK: (Status.DRAFT, {Role.REVIEWER}),
    },
    Status.SECRECY_REVIEW: {
        Move.APPROVE: (Status.FINAL_REVIEW, {Role.SECRECY_REVIEWER}),
        Move.SEND_BACK: (Status.DRAFT, {Role.SECRECY_REVIEWER}),
    },
    Status.FINAL_REVIEW: {
        Move.APPROVE: (Status.PUBLISHED, {Role.FINAL_REVIEWER}),
        Move.SEND_BACK: (Status.DRAFT, {Role.FINAL_REVIEWER}),
    },
    Status.PUBLISHED: {Move.WITHDRAW: (Status.WITHDRAWN, {Role.FINAL_REVIEWER, Role.SECRECY_REVIEWER})},
    Status.WITHDRAWN: {Move.REOPEN: (Status.DRAFT, {Role.EDITOR})},
}
EVERY_ROLE = frozenset(Role)


@pytest.mark.parametrize(("status", "move"), list(product(Status, Move)))
def test_every_move_from_every_status_leads_where_the_table_says_or_is_refused(status, move):
    row = step(move, status)
    expected = TABLE[status].get(move)
    assert (row and (row.after, row.roles)) == expected
    sentence = refusal(move, Round(status), "甲", EVERY_ROLE)
    if expected:
        assert sentence is None
    else:
        assert STATUS_WORDS[status] in sentence
        assert f"不能{MOVE_WORDS[move]}" in sentence


@pytest.mark.parametrize("row", STEPS)
@pytest.mark.parametrize("role", Role)
def test_a_move_is_open_to_its_roles_and_refused_to_all_others(row, role):
    sentence = refusal(row.move, Round(row.before), "甲", {role})
    assert (sentence is None) == (role in row.roles)
    if sentence:
        assert "第十七条" in sentence
        assert all(ROLE_WORDS[needed] in sentence for needed in row.roles)


@pytest.mark.parametrize("stage", STAGES)
def test_nobody_passes_what_they_wrote_at_any_stage(stage):
    sentence = refusal(Move.APPROVE, Round(stage, frozenset({"甲", "乙"})), "乙", EVERY_ROLE)
    assert sentence.startswith("您参与起草了这份文件")
    assert STAGE_WORDS[stage] in sentence
    assert refusal(Move.APPROVE, Round(stage, frozenset({"甲", "乙"})), "丙", EVERY_ROLE) is None


def test_nobody_passes_two_stages_of_one_round():
    standing = Round(Status.FINAL_REVIEW, passed=(Passed(Status.FIRST_REVIEW, "甲"),))
    assert "初审是您通过的" in refusal(Move.APPROVE, standing, "甲", EVERY_ROLE)
    assert refusal(Move.APPROVE, standing, "乙", EVERY_ROLE) is None


def test_who_wrote_or_passed_may_still_return_it():
    standing = Round(Status.FINAL_REVIEW, frozenset({"甲"}), (Passed(Status.FIRST_REVIEW, "甲"),))
    assert refusal(Move.SEND_BACK, standing, "甲", EVERY_ROLE) is None


@pytest.mark.parametrize(
    ("move", "status", "word"),
    [
        (Move.SEND_BACK, Status.FIRST_REVIEW, "退回理由"),
        (Move.APPROVE, Status.SECRECY_REVIEW, "保密审查结论"),
        (Move.WITHDRAW, Status.PUBLISHED, "撤下理由"),
    ],
)
def test_some_moves_must_leave_a_reason(move, status, word):
    assert word in reason_missing(move, status, " \n")
    assert reason_missing(move, status, "附件2含身份证号") is None


def test_other_moves_need_no_reason():
    assert reason_missing(Move.SUBMIT, Status.DRAFT, "") is None
    assert reason_missing(Move.APPROVE, Status.FIRST_REVIEW, "") is None
    assert reason_missing(Move.REOPEN, Status.DRAFT, "") is None


@given(
    writers=st.frozensets(st.sampled_from("甲乙丙"), max_size=3),
    people=st.lists(st.sampled_from("甲乙丙丁戊己"), min_size=3, max_size=3),
)
def test_whatever_way_to_the_public_takes_three_different_people_who_did_not_write(writers, people):
    passed: tuple[Passed, ...] = ()
    for stage, person in zip(STAGES, people, strict=True):
        if refusal(Move.APPROVE, Round(stage, writers, passed), person, EVERY_ROLE):
            assert person in writers or person in {one.person for one in passed}
            return
        passed += (Passed(stage, person),)
    assert len(set(people)) == 3
    assert not writers & set(people)


def test_every_stage_has_one_role_and_every_status_a_way_on():
    assert [reviewing_role(stage) for stage in STAGES] == [
        Role.REVIEWER,
        Role.SECRECY_REVIEWER,
        Role.FINAL_REVIEWER,
    ]
    assert reviewing_role(Status.DRAFT) is None
    assert all(moves_from(status) for status in Status)
