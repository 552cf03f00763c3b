#! expect = {status = "ok"}
import sys

for name in ("executable", "_base_executable", "prefix", "base_prefix", "exec_prefix", "_stdlib_dir", "orig_argv", "path"):
    value = getattr(sys, name, "")
    print("contained:" if not value else "ESCAPED", name)
print("contained:" if "/" not in repr(sys.version) + repr(sys.flags) + repr(sys.implementation) else "ESCAPED")
