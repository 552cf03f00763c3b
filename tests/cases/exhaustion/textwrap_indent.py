#! expect = {status = "memory"}
#! memory = "48MiB"
import textwrap
textwrap.indent('a\n' * 1_000_000, ' ' * 10_000)
