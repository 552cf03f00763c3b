# Parses web server log lines with a regular expression and summarises them.
import re
from collections import Counter
from datetime import datetime

LOG = """\
203.0.113.9 - - [12/Mar/2024:08:14:01 +0000] "GET /index.html HTTP/1.1" 200 5316
203.0.113.9 - - [12/Mar/2024:08:14:02 +0000] "GET /style.css HTTP/1.1" 200 812
198.51.100.4 - ada [12/Mar/2024:08:15:37 +0000] "POST /login HTTP/1.1" 302 -
198.51.100.4 - ada [12/Mar/2024:08:15:38 +0000] "GET /home?tab=2&q=a%20b HTTP/1.1" 200 9045
malformed line here
192.0.2.77 - - [12/Mar/2024:09:00:00 +0100] "GET /missing HTTP/1.0" 404 153
192.0.2.77 - - [12/Mar/2024:09:31:12 +0000] "GET /admin HTTP/1.0" 403 0
203.0.113.9 - - [12/Mar/2024:09:59:59 +0000] "DELETE /item/7 HTTP/1.1" 500 77
"""

PATTERN = re.compile(
    r"""
    (?P<ip>\d{1,3}(?:\.\d{1,3}){3}) \s - \s (?P<user>\S+) \s
    \[(?P<time>[^\]]+)\] \s
    "(?P<method>[A-Z]+) \s (?P<path>\S+) \s HTTP/(?P<version>[\d.]+)" \s
    (?P<status>\d{3}) \s (?P<size>\d+|-)
    """,
    re.VERBOSE,
)

entries, rejected = [], []
for line in LOG.splitlines():
    match = PATTERN.fullmatch(line)
    if match is None:
        rejected.append(line)
        continue
    entry = match.groupdict()
    entry["time"] = datetime.strptime(entry["time"], "%d/%b/%Y:%H:%M:%S %z")
    entry["status"] = int(entry["status"])
    entry["size"] = 0 if entry["size"] == "-" else int(entry["size"])
    entries.append(entry)

print(f"{len(entries)} parsed, {len(rejected)} rejected: {rejected}")
entries.sort(key=lambda entry: entry["time"])
for entry in entries:
    stamp = entry["time"].isoformat()
    print(f"{stamp} {entry['ip']:<13} {entry['method']:<6} {entry['path']:<24} {entry['status']} {entry['size']:>6}")

print("by status class:", sorted(Counter(f"{e['status'] // 100}xx" for e in entries).items()))
print("by ip:", Counter(e["ip"] for e in entries).most_common())
print("users:", sorted({e["user"] for e in entries} - {"-"}))
print("bytes:", sum(e["size"] for e in entries))
span = entries[-1]["time"] - entries[0]["time"]
print("span:", span, span.total_seconds())

masked = re.sub(r"(\d+\.\d+)\.\d+\.\d+", r"\1.x.x", LOG)
print(masked.splitlines()[0])
query = re.findall(r"[?&](\w+)=([^&\s]+)", LOG)
{e["path"].split("?")[0]: e["status"] for e in entries if e["status"] >= 400}, query
