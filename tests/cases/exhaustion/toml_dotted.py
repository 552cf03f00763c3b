#! expect = {status = "error"}
import tomllib
tomllib.loads('.'.join(['a'] * 100_000) + ' = 1')
