# taipan: deny = ["sys"]
# taipan: expect = "denied"
# Also what every interpreter loads at its start.
import sys
