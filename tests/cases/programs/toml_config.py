# Loads a TOML configuration, applies defaults, validates it, and prints it as INI.
import configparser
import io
import tomllib
from datetime import date

DOCUMENT = """
title = "Weather station"
enabled = true
tags = ["roof", 'C:\\raw\\path']

[station]
id = 0x2A
latitude = 48.8566
installed = 2021-06-15
interval = 1_000

[[sensor]]
name = "temperature"
range = [-40.0, 60.0]
unit = "\\u00b0C"

[[sensor]]
name = "wind"
range = [0, 75]
calibration.offset = 0.25

[limits]
retry = {times = 3, "wait s" = 1.5}
text = \"\"\"
two
lines\"\"\"
"""
DEFAULTS = {"station": {"interval": 60, "height": 2.0}, "limits": {"retry": {"times": 1, "backoff": 2}}}


def with_defaults(config, defaults):
    result = dict(defaults)
    for key, value in config.items():
        if isinstance(value, dict) and isinstance(result.get(key), dict):
            result[key] = with_defaults(value, result[key])
        else:
            result[key] = value
    return result


def check(config):
    rules = [
        ("title", str), ("station.id", int), ("station.latitude", float),
        ("station.installed", date), ("limits.retry.times", int), ("station.owner", str),
    ]
    for path, kind in rules:
        node = config
        for part in path.split("."):
            node = node.get(part) if isinstance(node, dict) else None
        if node is None:
            yield f"{path}: missing"
        elif not isinstance(node, kind):
            yield f"{path}: expected {kind.__name__}, got {type(node).__name__}"


raw = tomllib.loads(DOCUMENT)
config = with_defaults(raw, DEFAULTS)
for key, value in config.items():
    print(f"{key}: {value}")
print("problems:", list(check(config)))
for sensor in config["sensor"]:
    low, high = sensor["range"]
    offset = sensor.get("calibration", {}).get("offset", 0)
    print(f"{sensor['name']:<12}{low:>6} to {high:<6}{sensor.get('unit', '?'):<4}{offset}")

for broken in ("a = ", "a = 1\na = 2", "[x\ny = 1", "d = 2021-13-01"):
    try:
        tomllib.loads(broken)
    except tomllib.TOMLDecodeError as exc:
        print(f"{broken!r:<18} TOMLDecodeError: {'line' in str(exc)}")

ini = configparser.ConfigParser()
ini["station"] = {key: str(value) for key, value in config["station"].items()}
ini["paths"] = {"root": "/data", "logs": "%(root)s/logs"}
out = io.StringIO()
ini.write(out)
print(out.getvalue().rstrip())
print(ini["paths"]["logs"], ini.getint("station", "interval"), ini.getfloat("station", "height"))
print(ini.sections(), ini.has_option("paths", "x"))
config["limits"]["retry"], (date(2024, 1, 1) - config["station"]["installed"]).days
