#! deny = ["sys"]
#! expect = "denied"
# Also what every interpreter loads at its start.
import sys
