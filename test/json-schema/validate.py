"""Checks documents with the validator of docs/json-schema.md.

Reads one `{"schema": path, "value": document}` a line, and prints `true` or `false` for each.
"""

import json
import sys

from jsonschema import Draft7Validator

validators = {}
for line in sys.stdin:
    asked = json.loads(line)
    path = asked["schema"]
    if path not in validators:
        with open(path, encoding="utf-8") as file:
            schema = json.load(file)
        Draft7Validator.check_schema(schema)
        validators[path] = Draft7Validator(schema)
    print(json.dumps(validators[path].is_valid(asked["value"])))
