# A __future__ import that does not come first.
x = 1
from __future__ import annotations
