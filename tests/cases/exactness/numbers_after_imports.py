"""What a library module asks for while it is imported takes no number of the run's."""

import asyncio
import dataclasses
import enum
import json
import re
import statistics
import unittest.mock


class Plain:
    pass


print(Plain(), object(), id(Plain()) - id(object()))


def later():
    import logging

    return logging


later()
print(Plain())
