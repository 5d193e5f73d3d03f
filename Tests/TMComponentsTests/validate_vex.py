# SPDX-FileCopyrightText: The Drawbridge authors
# SPDX-License-Identifier: Apache-2.0
"""Checks CSAF VEX and OpenVEX documents against what their standards require: validate_vex.py FILE…

The schemas below are written from CSAF 2.0 (sections 3 and 4.5) and from the JSON schema of OpenVEX 0.2.0.
"""
import json
import sys
from pathlib import Path

from jsonschema import Draft202012Validator

FLAGS = [
    "component_not_present",
    "inline_mitigations_already_exist",
    "vulnerable_code_cannot_be_controlled_by_adversary",
    "vulnerable_code_not_in_execute_path",
    "vulnerable_code_not_present",
]
TEXT = {"type": "string", "minLength": 1}
IDS = {"type": "array", "minItems": 1, "uniqueItems": True, "items": TEXT}
TIME = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$"}
VERSION = {"type": "string", "pattern": r"^(0|[1-9]\d*)$"}


def record(required, **properties):
    return {
        "type": "object",
        "required": required.split(),
        "properties": properties,
        "additionalProperties": False,
    }


def some(items):
    return {"type": "array", "minItems": 1, "items": items}


PRODUCT = record(
    "name product_id",
    name=TEXT,
    product_id=TEXT,
    product_identification_helper={
        "type": "object",
        "minProperties": 1,
        "properties": {
            "cpe": {"type": "string", "pattern": r"^(cpe:2\.3:[aoh*-](:(((\?*|\*?)([a-zA-Z0-9\-\._]|(\\.))+(\?*|\*?))|[\*\-])){10}|cpe:/.+)$"},
            "purl": {"type": "string", "pattern": r"^pkg:[A-Za-z.\-+][A-Za-z0-9.\-+]*/.+", "minLength": 7},
        },
        "additionalProperties": False,
    },
)
BRANCH = record(
    "category name",
    category={"enum": ["vendor", "product_name", "product_version"]},
    name=TEXT,
    branches=some({"$ref": "#/$defs/branch"}),
    product=PRODUCT,
)
BRANCH["oneOf"] = [{"required": ["branches"]}, {"required": ["product"]}]
CSAF = record(
    "document product_tree vulnerabilities",
    document=record(
        "category csaf_version publisher title tracking",
        category={"const": "csaf_vex"},
        csaf_version={"const": "2.0"},
        publisher=record(
            "category name namespace",
            category={"enum": ["coordinator", "discoverer", "other", "translator", "user", "vendor"]},
            name=TEXT,
            namespace={"type": "string", "pattern": r"^[a-z][a-z0-9+.-]*:"},
        ),
        title=TEXT,
        tracking=record(
            "current_release_date id initial_release_date revision_history status version",
            current_release_date=TIME,
            id={"type": "string", "pattern": r"^[\S](.*[\S])?$"},
            initial_release_date=TIME,
            revision_history=some(record("date number summary", date=TIME, number=VERSION, summary=TEXT)),
            status={"enum": ["draft", "final", "interim"]},
            version=VERSION,
        ),
    ),
    product_tree=record("branches", branches=some({"$ref": "#/$defs/branch"})),
    vulnerabilities=some(
        {
            **record(
                "notes product_status",
                cve={"type": "string", "pattern": r"^CVE-[0-9]{4}-[0-9]{4,}$"},
                flags=some(record("label product_ids", label={"enum": FLAGS}, product_ids=IDS)),
                ids=some(record("system_name text", system_name=TEXT, text=TEXT)),
                notes=some(record("category text", category={"enum": ["description", "details", "summary"]}, text=TEXT)),
                product_status=record("", known_affected=IDS, known_not_affected=IDS, fixed=IDS, under_investigation=IDS),
                remediations=some(
                    record(
                        "category details product_ids",
                        category={"enum": ["mitigation", "no_fix_planned", "none_available", "vendor_fix", "workaround"]},
                        details=TEXT,
                        product_ids=IDS,
                    )
                ),
                threats=some(
                    record(
                        "category details product_ids",
                        category={"enum": ["exploit_status", "impact", "target_set"]},
                        details=TEXT,
                        product_ids=IDS,
                    )
                ),
            ),
            "anyOf": [{"required": ["cve"]}, {"required": ["ids"]}],
        }
    ),
)
CSAF["$defs"] = {"branch": BRANCH}
# OpenVEX, as its published JSON schema has it; beyond it, every product is named.
URI = {"type": "string", "format": "uri", "pattern": r"^[a-z][a-z0-9+.-]*:\S+$"}
STATEMENT = {
    **record(
        "vulnerability products status",
        vulnerability=record(
            "name", name=TEXT, description=TEXT, aliases={"type": "array", "uniqueItems": True, "items": TEXT}, **{"@id": URI}
        ),
        products={
            **some(record("@id", identifiers=record("", purl=TEXT, **{"@cpe22": TEXT, "@cpe23": TEXT}), **{"@id": URI})),
            "uniqueItems": True,
        },
        status={"enum": ["not_affected", "affected", "fixed", "under_investigation"]},
        status_notes=TEXT,
        justification={"enum": FLAGS},
        impact_statement=TEXT,
        action_statement=TEXT,
    ),
    "allOf": [
        {
            "if": {"properties": {"status": {"const": "not_affected"}}},
            "then": {
                "oneOf": [
                    {"required": ["justification"], "not": {"required": ["impact_statement"]}},
                    {"required": ["impact_statement"], "not": {"required": ["justification"]}},
                ]
            },
        },
        {"if": {"properties": {"status": {"const": "affected"}}}, "then": {"required": ["action_statement"]}},
    ],
}
OPENVEX = record(
    "@context @id author timestamp version statements",
    **{
        "@context": {"const": "https://openvex.dev/ns/v0.2.0"},
        "@id": URI,
        "author": TEXT,
        "timestamp": TIME,
        "version": {"type": "integer", "minimum": 1},
        "statements": {**some(STATEMENT), "uniqueItems": True},
    },
)


def products(branches):
    for branch in branches:
        if "product" in branch:
            yield branch["product"]["product_id"]
        yield from products(branch.get("branches", []))


def csaf_rules(document):
    """What the profile VEX asks for beyond the schema."""
    declared = list(products(document["product_tree"]["branches"]))
    if len(set(declared)) != len(declared):
        yield "a product_id is defined twice"
    for vulnerability in document["vulnerabilities"]:
        status = vulnerability["product_status"]
        for ids in status.values():
            if not set(ids) <= set(declared):
                yield "a product_id is not defined"
        said = [i for key in ("flags", "threats") for entry in vulnerability.get(key, []) for i in entry["product_ids"]]
        if not set(status.get("known_not_affected", [])) <= set(said):
            yield "a product is not affected for no reason"
        done = [i for entry in vulnerability.get("remediations", []) for i in entry["product_ids"]]
        if not set(status.get("known_affected", [])) <= set(done):
            yield "a product is affected, and nothing is done about it"


failures = 0
for name in sys.argv[1:]:
    document = json.loads(Path(name).read_text(encoding="utf-8"))
    schema = OPENVEX if "@context" in document else CSAF
    errors = [f"{error.json_path}: {error.message}" for error in Draft202012Validator(schema).iter_errors(document)]
    if schema is CSAF and not errors:
        errors += csaf_rules(document)
    for error in errors:
        failures += 1
        print(f"{name}: {error}")
sys.exit(1 if failures else 0)
