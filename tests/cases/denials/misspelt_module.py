#! expect = "error"
import maths
