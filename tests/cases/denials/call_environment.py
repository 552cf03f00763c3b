#! expect = "ok"
#! alone = "the environment is the host's there"
# The environment is empty, which is no refusal.
import os

print(os.environ.get("HOME"), os.getenv("PATH", "unset"), len(os.environ))
