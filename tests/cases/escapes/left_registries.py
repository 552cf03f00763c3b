#! expect = {status = "ok"}
import abc
import collections.abc
import copyreg
import functools
import re
import sys
import warnings

copyreg.pickle(complex, lambda c: (complex, (1, 1)))
collections.abc.Sized.register(int)
collections.abc.Hashable.register(type("Left", (), {}))
warnings.simplefilter("error")
warnings.showwarning = lambda *a: None
re.compile("left")
re.escape = lambda text: "left"
functools.lru_cache = None
sys.intern("left")
sys.intern("".join(("left", " by a run")))
sys.set_asyncgen_hooks(lambda a: None, lambda a: None)
print("contained:", isinstance(5, collections.abc.Sized))
