# The Zen of Python.
import this

this.s[:9]
