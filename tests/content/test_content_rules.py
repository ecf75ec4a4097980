"""Every content rule: the edit that breaks it, and what its author reads then."""

from __future__ import annotations

import inspect
import json

import pytest
from cases import ALL, Case

from backend_notes.content.check import check_project
from backend_notes.content.rules import (
    ON_EVERY_GUIDE,
    ON_EVERY_PAGE,
    ON_EVERY_PROBLEM,
    ON_THE_REPOSITORY,
)
from backend_notes.finding import Finding, as_code_quality
from backend_notes.project import Project

RULES = [*ON_EVERY_PAGE, *ON_EVERY_GUIDE, *ON_THE_REPOSITORY]
RULES += [rule for rule in ON_EVERY_PROBLEM if rule not in RULES]


def rule_name(rule: object) -> str:
    return rule.__name__.replace("_", "-")  # type: ignore[attr-defined]


def test_the_good_project_breaks_no_rule(good: Project) -> None:
    assert check_project(good) == []


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.rule}: {case.when}")
def test_a_broken_rule_says_what_where_and_what_to_do(good: Project, case: Case) -> None:
    case.apply(good.root)
    findings = check_project(good)
    wanted = Finding(*case.at, case.rule, case.message, case.fix)
    assert [finding for finding in findings if finding.rule == case.rule] == [wanted]
    assert {finding.rule for finding in findings} == {case.rule, *case.also}


@pytest.mark.parametrize("rule", RULES, ids=rule_name)
def test_every_rule_has_a_case_and_says_what_it_wants(rule: object) -> None:
    assert rule_name(rule) in {case.rule for case in ALL}
    assert (inspect.getdoc(rule) or "").endswith(".")


@pytest.mark.parametrize("rule", RULES, ids=rule_name)
def test_a_finding_carries_the_name_of_its_function(rule: object) -> None:
    assert f'"{rule_name(rule)}"' in inspect.getsource(rule)  # type: ignore[arg-type]


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.rule}: {case.when}")
def test_a_fix_is_in_the_imperative_and_has_no_full_stop(case: Case) -> None:
    assert case.fix[0].islower()
    assert not case.fix.endswith(".")


def test_findings_make_a_code_quality_report(good: Project) -> None:
    (good.docs / "index.md").write_text("Simply an [empty]() link.\n", encoding="utf-8")
    findings = check_project(good)
    report = json.loads(as_code_quality(findings))
    assert len(report) == len(findings) > 3
    for entry in report:
        assert set(entry) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert (good.root / entry["location"]["path"]).is_file()
        assert entry["location"]["lines"]["begin"] >= 1
    assert len({entry["fingerprint"] for entry in report}) == len(report)
