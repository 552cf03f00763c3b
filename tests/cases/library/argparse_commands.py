# Subcommands, groups, custom types, usage and help text.
import argparse
import io
from contextlib import redirect_stderr, redirect_stdout


def percent(text):
    value = float(text.rstrip("%"))
    if not 0 <= value <= 100:
        raise argparse.ArgumentTypeError(f"{text} is not a percentage")
    return value / 100


p = argparse.ArgumentParser(prog="bank", usage="bank [options] command")
sub = p.add_subparsers(dest="command", required=True, prog="bank")
add = sub.add_parser("add", help="add money")
add.add_argument("amount", type=float)
add.set_defaults(func=lambda a: f"added {a.amount}")
rate = sub.add_parser("rate", aliases=["r"])
rate.add_argument("value", type=percent)
group = rate.add_mutually_exclusive_group()
group.add_argument("--up", action="store_const", const=1, dest="sign")
group.add_argument("--down", action="store_const", const=-1, dest="sign")
print(p.parse_args(["add", "5.5"]).func(p.parse_args(["add", "5.5"])))
print(p.parse_args(["rate", "25%", "--down"]), p.parse_args(["r", "5"]).sign)
for argv in ([], ["nope"], ["add", "x"], ["rate", "150%"], ["rate", "5", "--up", "--down"], ["add", "1", "--bad"], ["add"]):
    err = io.StringIO()
    try:
        with redirect_stderr(err):
            p.parse_args(argv)
    except SystemExit as e:
        print(argv, "exit", e.code, err.getvalue().splitlines()[0][:12])
out = io.StringIO()
try:
    with redirect_stdout(out):
        add.parse_args(["--help"])
except SystemExit as e:
    print("help exit", e.code)
print(out.getvalue())
s = argparse.ArgumentParser(prog="s", formatter_class=argparse.ArgumentDefaultsHelpFormatter)
s.add_argument("-x", "--extra", default=3, help="extra things")
g = s.add_argument_group("output")
g.add_argument("--out", metavar="FILE", help="where to write", default="-")
print(s.format_usage(), s.format_help(), sep="")
s.parse_args([]).out
