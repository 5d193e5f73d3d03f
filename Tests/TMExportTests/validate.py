# SPDX-FileCopyrightText: The Drawbridge authors
# SPDX-License-Identifier: Apache-2.0

"""Holds files against their schemas, and reads ReqIF with the package of that name.

    validate.py SCHEMAS FORMAT=FILE…
"""

import datetime
import json
import os
import sys

import jsonschema
import referencing
import reqif
import xmlschema
from reqif.parser import ReqIFParser

SCHEMAS = {
    "otm": "otm_schema.json",
    "threat-dragon": "threat-dragon-v2.schema.json",
    "tm-bom": "tmbom-threat-model.schema.json",
    "cyclonedx": "bom-1.6.schema.json",
}
BESIDES = ["jsf-0.82.schema.json", "spdx.schema.json"]

checker = jsonschema.FormatChecker()


@checker.checks("date-time", raises=ValueError)
def is_time(text):
    """The package checks times only where another one is installed."""
    if "T" not in text:
        raise ValueError(text)
    return bool(datetime.datetime.fromisoformat(text.replace("Z", "+00:00")))


def faults(folder, kind, path):
    if kind == "reqif":
        schema = os.path.join(os.path.dirname(reqif.__file__), "reqif_schema", "reqif.xsd")
        found = [str(e.reason) for e in xmlschema.XMLSchema(schema).iter_errors(path)]
        bundle = ReqIFParser.parse(path)
        content = bundle.core_content.req_if_content
        for relation in content.spec_relations or []:
            for end in (relation.source, relation.target):
                if bundle.get_spec_object_by_ref(end) is None:
                    found.append(f"no object {end}")
        print(f"reqif: {len(content.spec_objects or [])} objects, "
              f"{len(content.spec_relations or [])} relations")
        return found
    with open(os.path.join(folder, SCHEMAS[kind]), encoding="utf-8") as file:
        schema = json.load(file)
    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    resources = []
    for name in BESIDES:
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            resource = referencing.Resource.from_contents(json.load(file))
        resources.append((f"http://cyclonedx.org/schema/{name}", resource))
    registry = referencing.Registry().with_resources(resources)
    validator = jsonschema.validators.validator_for(schema)(
        schema, registry=registry, format_checker=checker)
    return [f"{'/'.join(map(str, e.path))}: {e.message[:200]}"
            for e in validator.iter_errors(document)]


def main():
    failed = False
    for argument in sys.argv[2:]:
        kind, path = argument.split("=", 1)
        found = faults(sys.argv[1], kind, path)
        for fault in found[:5]:
            print(f"{kind}: {fault}")
        failed = failed or bool(found)
    sys.exit(1 if failed else 0)


main()
