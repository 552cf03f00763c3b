# taipan: expect = "error"
import tomllib
tomllib.loads('a = ' + '[' * 100_000 + ']' * 100_000)
