"""The scores of a report for a computer: a FHIR R4 Bundle of Observations and QuestionnaireResponses.

It is plain JSON, and needs no library; `fhir.resources` checks it in the tests, and before it is sent where that is
installed (the extra `fhir`). Codes: LOINC 72514-3 for pain on the numeric scale; what has no code that we could check
is named in words alone, which FHIR allows.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from bot.conversation.records import Questionnaire, Records
from bot.progress.report import Report, scores, sleeps

Resource = dict[str, Any]
PAIN = {
    "coding": [
        {
            "system": "http://loinc.org",
            "code": "72514-3",
            "display": "Pain severity - 0-10 verbal numeric rating [Score] - Reported",
        }
    ]
}
SURVEY = {"system": "http://terminology.hl7.org/CodeSystem/observation-category", "code": "survey"}
PEG_ITEMS = ("peg-pain", "peg-enjoyment", "peg-activity")


def bundle(report: Report, records: Records, person_id: str, words: Mapping[str, str]) -> Resource:
    """The pain, sleep and PEG of the report's days, each only when its part is in the report."""
    patient = _patient(report, person_id)
    subject = {"reference": _urn(patient)}
    resources = [patient, *_ratings(report, records, subject, words)]
    for row in report.peg:
        response = _response(row, subject, words)
        resources += [response, _peg_score(row, _urn(response), subject, words)]
    return {
        "resourceType": "Bundle",
        "type": "collection",
        "timestamp": f"{report.last.isoformat()}T00:00:00Z",
        "entry": [{"fullUrl": _urn(resource), "resource": resource} for resource in resources],
    }


def as_file(made: Resource) -> bytes:
    return json.dumps(made, indent=2, ensure_ascii=False).encode()


def check(made: Resource) -> None:
    """Raises `ValueError` when `fhir.resources` is installed and finds the bundle wrong.

    Its R4B is R4 for all that stands here: Bundle, Patient, Observation and QuestionnaireResponse are the same.
    """
    try:
        from fhir.resources.R4B.bundle import Bundle  # noqa: PLC0415 - an extra that may not be installed
    except ModuleNotFoundError:
        return
    Bundle.model_validate(made)


def _patient(report: Report, person_id: str) -> Resource:
    """No more than a name, and that only if the person wants it there."""
    named = {"name": [{"text": report.name}]} if report.name else {}
    return {"resourceType": "Patient", "id": _id("patient", person_id), **named}


def _ratings(report: Report, records: Records, subject: Resource, words: Mapping[str, str]) -> Iterator[Resource]:
    if report.pain is None:
        return
    sleep = {"text": words["sleep-item"]}
    for code, told in ((PAIN, scores(records)), (sleep, sleeps(records))):
        for day, value in sorted(told.items()):
            if report.first <= day <= report.last:
                yield _observation(code, day, value, subject)


def _observation(code: Resource, day: date, value: float, subject: Resource, **more: Any) -> Resource:
    name = json.dumps(code, sort_keys=True)
    return {
        "resourceType": "Observation",
        "id": _id(name, day.isoformat(), subject["reference"], str(more)),
        "status": "final",
        "category": [{"coding": [SURVEY]}],
        "code": code,
        "subject": subject,
        "effectiveDateTime": day.isoformat(),
        "valueQuantity": {
            "value": value,
            "unit": "{score}",
            "system": "http://unitsofmeasure.org",
            "code": "{score}",
        },
        **more,
    }


def _response(row: Questionnaire, subject: Resource, words: Mapping[str, str]) -> Resource:
    answers = zip(PEG_ITEMS, row.answers.split(), strict=False)
    return {
        "resourceType": "QuestionnaireResponse",
        "id": _id("peg", str(row.entry), subject["reference"]),
        "status": "completed",
        "subject": subject,
        "authored": row.local_date.isoformat(),
        "item": [
            {"linkId": item, "text": words[item], "answer": [{"valueDecimal": float(answer)}]}
            for item, answer in answers
        ],
    }


def _peg_score(row: Questionnaire, response: str, subject: Resource, words: Mapping[str, str]) -> Resource:
    code = {"text": words["peg-score"]}
    return _observation(code, row.local_date, row.score, subject, derivedFrom=[{"reference": response}])


def _id(*parts: str) -> str:
    """The same for the same fact, whenever the file is made."""
    return str(uuid5(NAMESPACE_URL, "\n".join(("steady", *parts))))


def _urn(resource: Resource) -> str:
    return f"urn:uuid:{resource['id']}"
