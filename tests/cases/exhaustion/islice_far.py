# taipan: expect = "fuel"
# taipan: fuel = 100000
# taipan: behind = "sizes beyond 2**31 pass the words of the guest, which have 32 bits"
# taipan: behind_expect = "error"
import itertools
next(itertools.islice(itertools.count(), 10**18, None))
