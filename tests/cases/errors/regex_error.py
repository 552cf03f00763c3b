# A pattern error points into the pattern.
import re

re.compile(r"(\d+")
