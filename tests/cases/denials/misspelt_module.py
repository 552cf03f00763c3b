# taipan: expect = "error"
import maths
