# optparse: options, defaults, help and a wrong value.
import optparse

parser = optparse.OptionParser(prog="pay", usage="%prog [options] NAME")
parser.add_option("-n", "--number", type="int", default=3, help="how many [default: %default]")
parser.add_option("-v", action="store_true", dest="verbose", help="say more")
parser.add_option("--kind", choices=["a", "b"], default="a", metavar="KIND")
options, rest = parser.parse_args(["-n", "4", "--kind=b", "x", "y"])
print(options.number, options.verbose, options.kind, rest)
print(parser.format_help())
try:
    parser.parse_args(["-n", "many"])
except SystemExit as e:
    print(e.code)
parser.defaults["number"]
