# SPDX-FileCopyrightText: The Drawbridge authors
# SPDX-License-Identifier: Apache-2.0
"""Validates SARIF: validate_sarif.py SCHEMA, with an object of named logs on standard input."""
import json
import sys

from jsonschema import Draft4Validator

with open(sys.argv[1], encoding="utf-8") as file:
    validator = Draft4Validator(json.load(file))
count = 0
for name, log in json.load(sys.stdin).items():
    for error in validator.iter_errors(log):
        count += 1
        print(f"{name}: {list(error.absolute_path)}: {error.message[:200]}")
sys.exit(1 if count else 0)
