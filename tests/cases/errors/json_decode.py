# A JSON error with line and column.
import json

json.loads('{"name": "Ann",\n "age": }')
