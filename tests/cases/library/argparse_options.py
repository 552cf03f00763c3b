# Options and positionals parsed from a list.
import argparse

p = argparse.ArgumentParser(prog="tool", description="A tool.")
p.add_argument("source")
p.add_argument("rest", nargs="*", default=["none"])
p.add_argument("-v", "--verbose", action="count", default=0)
p.add_argument("-n", "--num", type=int, default=5, metavar="N", help="how many (default: %(default)s)")
p.add_argument("--rate", type=float)
p.add_argument("--mode", choices=["fast", "slow"], default="fast")
p.add_argument("--tag", action="append", default=[])
p.add_argument("--dry-run", action="store_true")
p.add_argument("--size", nargs=2, type=int)
p.add_argument("--color", action=argparse.BooleanOptionalAction, default=True)
p.add_argument("--version", action="version", version="tool 1.0")
print(p.parse_args(["in.txt"]))
print(p.parse_args(["in.txt", "a", "b", "-vv", "-n3", "--rate=0.5", "--tag", "x", "--tag=y", "--dry-run", "--no-color"]))
print(vars(p.parse_args(["--size", "3", "4", "--mode", "slow", "--", "-odd"])))
print(p.parse_known_args(["f", "1", "--unknown"]))
print(p.parse_args(["f", "--verb"]).verbose, p.parse_args(["-5", "-6"]).rest)
ns = argparse.Namespace(given=1)
print(p.parse_args(["f"], namespace=ns).given, ns.source, argparse.Namespace(a=1) == argparse.Namespace(a=1), "a" in argparse.Namespace(a=1))
q = argparse.ArgumentParser(exit_on_error=False, prog="q", add_help=False)
q.add_argument("--n", type=int)
q.add_argument("--k", choices="ab")
for argv in (["--n", "x"], ["--k", "z"], ["--n"]):
    try:
        print(q.parse_args(argv))
    except argparse.ArgumentError as e:
        print(type(e).__name__, str(e)[:40])
print(p.get_default("num"), p.prog)
p.parse_args(["last", "--rate", "1e3"]).rate
