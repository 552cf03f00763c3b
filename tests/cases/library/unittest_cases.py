# A TestCase run with a TextTestRunner; the timing text is cut out.
import io
import re
import unittest


class Numbers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.log = ["class"]

    def setUp(self):
        self.log.append("setUp")
        self.addCleanup(self.log.append, "cleanup")

    def tearDown(self):
        self.log.append("tearDown")

    def test_1_pass(self):
        self.assertEqual(1 + 1, 2)
        self.assertAlmostEqual(0.1 + 0.2, 0.3)
        self.assertTrue([1])
        self.assertIn(2, {2})
        self.assertIsNone(None)
        self.assertIsInstance(1, int)
        self.assertRegex("abc1", r"\d")
        self.assertCountEqual([2, 1], [1, 2])
        with self.assertRaises(ZeroDivisionError) as cm:
            1 / 0
        self.assertIn("zero", str(cm.exception))
        with self.assertRaisesRegex(ValueError, "invalid literal"):
            int("x")

    def test_2_fail(self):
        self.assertEqual([1, 2], [1, 3])

    def test_3_error(self):
        {}["missing"]

    @unittest.skip("later")
    def test_4_skip(self): ...

    @unittest.expectedFailure
    def test_5_expected(self):
        self.assertGreater(1, 2)

    def test_6_sub(self):
        for i in range(3):
            with self.subTest(i=i):
                self.assertNotEqual(i, 1)


out = io.StringIO()
result = unittest.TextTestRunner(stream=out, verbosity=2).run(unittest.defaultTestLoader.loadTestsFromTestCase(Numbers))
for line in out.getvalue().splitlines():
    if line.startswith(("test_", "FAIL", "ERROR", "AssertionError", "KeyError", "First", "Ran", "FAILED")):
        print(re.sub(r"__main__\.|main\.| in [\d.]+s", "", line))
print(result.testsRun, len(result.failures), len(result.errors), len(result.skipped), result.wasSuccessful())
print(Numbers.log)
