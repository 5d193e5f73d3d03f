# SPDX-FileCopyrightText: The Drawbridge authors
# SPDX-License-Identifier: Apache-2.0
"""Validates CycloneDX files: validate.py FOLDER-OF-SCHEMAS FILE…"""
import json
import sys
from pathlib import Path

from jsonschema import Draft7Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT7

folder = Path(sys.argv[1])
registry = Registry()
for path in folder.glob("*.schema.json"):
    schema = json.loads(path.read_text(encoding="utf-8"))
    for name in {schema.get("$id", path.name), path.name, f"http://cyclonedx.org/schema/{path.name}"}:
        registry = registry.with_resource(name, Resource(schema, specification=DRAFT7))
main = json.loads((folder / "bom-1.6.schema.json").read_text(encoding="utf-8"))
validator = Draft7Validator(main, registry=registry)
count = 0
for name in sys.argv[2:]:
    for error in validator.iter_errors(json.loads(Path(name).read_text(encoding="utf-8"))):
        count += 1
        print(f"{name}: {error.json_path}: {error.message}")
sys.exit(1 if count else 0)
