# taipan: expect = "fuel"
# taipan: fuel = 100000
# taipan: behind = "fuel counts the instructions that are run, and the result is refused before they are"
# taipan: behind_expect = "memory"
(3).__pow__(10**9)
