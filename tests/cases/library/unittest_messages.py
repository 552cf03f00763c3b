# What failing assertions say, and mock-free helpers.
import unittest

case = unittest.TestCase()
case.maxDiff = None
attempts = [
    ("assertEqual", 1, 2), ("assertEqual", "a\nb\n", "a\nc\n"), ("assertEqual", {"a": 1}, {"a": 2}), ("assertEqual", (1, 2), (1,)), ("assertEqual", {1}, {2}),
    ("assertTrue", 0), ("assertFalse", "x"), ("assertIs", 1, "1"), ("assertIn", 3, [1, 2]), ("assertNotIn", 1, [1]), ("assertLess", 2, 1),
    ("assertAlmostEqual", 1.0, 1.1), ("assertIsInstance", 1, str), ("assertRegex", "abc", "z"), ("assertCountEqual", [1, 1], [1]), ("assertIsNone", 0), ("assertIsNotNone", None),
    ("assertListEqual", [1], [1, 2]), ("assertNotEqual", 1, 1), ("assertGreaterEqual", 1, 2), ("fail", "given up"),
]
for name, *args in attempts:
    try:
        getattr(case, name)(*args)
    except AssertionError as e:
        print(name, "|", str(e).replace("\n", " / "))
for check in (lambda: case.assertEqual(1, 2, "my message"), lambda: case.assertRaises(ValueError, int, "5"), lambda: case.assertAlmostEqual(1, 1.2, delta=0.1)):
    try:
        check()
    except AssertionError as e:
        print(e)
with case.assertRaises(KeyError) as cm:
    {}["q"]
print(repr(cm.exception))
with case.assertWarns(UserWarning):
    import warnings
    warnings.warn("w")
with case.assertLogs("lg", level="INFO") as logs:
    import logging
    logging.getLogger("lg").info("logged")
print(logs.output)
case.assertAlmostEqual(1.00000001, 1)
suite = unittest.TestSuite([unittest.FunctionTestCase(lambda: None, description="fn")])
r = unittest.TestResult()
suite.run(r)
r.testsRun
