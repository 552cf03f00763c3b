"""A fresh interpreter has nothing of what library modules keep for the next time, or next to nothing."""

import re

print(len(re._cache) < 50, len(re._cache2) < 50)

import collections

print(getattr(collections, 'heapq', None))

import decimal

print(any(decimal.getcontext().flags.values()))

import datetime

print(sorted(kind.__name__ for kind in object.__subclasses__() if kind.__module__ == 'datetime'))

import inspect

print(inspect._shadowed_dict_from_weakref_mro_tuple.cache_info())
