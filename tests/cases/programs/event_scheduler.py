# Interval scheduling: conflicts, the largest compatible set, rooms needed and free slots.
import heapq
from dataclasses import dataclass


def minutes(text):
    hours, mins = text.split(":")
    return int(hours) * 60 + int(mins)


def clock(value):
    return f"{value // 60:02}:{value % 60:02}"


@dataclass(frozen=True)
class Meeting:
    title: str
    start: int
    end: int

    @classmethod
    def parse(cls, line):
        title, _, span = line.rpartition(" ")
        start, end = map(minutes, span.split("-"))
        if end <= start:
            raise ValueError(f"{title} ends before it starts")
        return cls(title, start, end)

    def overlaps(self, other):
        return self.start < other.end and other.start < self.end

    def __str__(self):
        return f"{clock(self.start)}-{clock(self.end)} {self.title}"


AGENDA = """\
Stand-up 09:00-09:15
Design review 09:10-10:00
Interview 09:30-10:30
Planning 10:30-11:30
Lunch talk 12:00-13:00
Budget 11:00-12:30
Retro 15:00-16:00
Time travel 14:00-13:00
One to one 15:30-16:00"""

meetings = []
for line in AGENDA.splitlines():
    try:
        meetings.append(Meeting.parse(line))
    except ValueError as exc:
        print("refused:", exc)
meetings.sort(key=lambda m: (m.start, m.end))

clashes = [(a.title, b.title) for i, a in enumerate(meetings) for b in meetings[i + 1 :] if a.overlaps(b)]
print(f"{len(clashes)} clashes:", clashes)

chosen = []
for meeting in sorted(meetings, key=lambda m: m.end):
    if not chosen or meeting.start >= chosen[-1].end:
        chosen.append(meeting)
print("attend:", *chosen, sep="\n  ")

rooms, placed = [], {}
for meeting in meetings:
    if rooms and rooms[0][0] <= meeting.start:
        _, room = heapq.heappop(rooms)
    else:
        room = len(rooms) + 1
    heapq.heappush(rooms, (meeting.end, room))
    placed[meeting.title] = room
print("rooms:", placed)

free, now = [], minutes("09:00")
for meeting in meetings:
    if meeting.start > now:
        free.append(f"{clock(now)}-{clock(meeting.start)}")
    now = max(now, meeting.end)
if now < minutes("17:00"):
    free.append(f"{clock(now)}-17:00")
print("free:", ", ".join(free))

for meeting in meetings:
    offset, length = (meeting.start - 540) // 15, (meeting.end - meeting.start) // 15
    print(f"{meeting.title:<14}|{' ' * offset}{'▇' * length}")
sum(m.end - m.start for m in chosen), max(placed.values())
