#! expect = {status = "error"}
import sys

sys.modules.clear()
sys.__dict__.clear()
1 / 0
