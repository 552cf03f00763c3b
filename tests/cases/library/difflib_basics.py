# Diffs, ratios, close matches.
import difflib

a = ["one\n", "two\n", "three\n", "four\n", "five\n"]
b = ["one\n", "TWO\n", "three\n", "five\n", "six\n"]
print("".join(difflib.unified_diff(a, b, "old", "new", n=1)), end="")
print("".join(difflib.context_diff(a, b, "old", "new")), end="")
print("".join(difflib.ndiff(["a line\n", "same\n"], ["a lime\n", "same\n"])), end="")
print("".join(difflib.restore(difflib.ndiff(a, b), 2)) == "".join(b))
print(difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]), difflib.get_close_matches("zzz", ["abc"]), difflib.get_close_matches("wheel", ["heel", "whale"], n=1, cutoff=0.5))
s = difflib.SequenceMatcher(None, "private volatile", "private int volatile")
print(round(s.ratio(), 4), round(s.quick_ratio(), 4), s.real_quick_ratio(), s.find_longest_match(), s.get_matching_blocks())
for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(None, "qabxcd", "abycdf").get_opcodes():
    print(f"{tag:<8} a[{i1}:{i2}] b[{j1}:{j2}]")
print(difflib.SequenceMatcher(None, [1, 2, 3], [2, 3, 4]).ratio(), difflib.SequenceMatcher(None, "", "").ratio(), difflib.SequenceMatcher(lambda c: c == " ", " abcd", "abcd abcd").find_longest_match(0, 5, 0, 9))
print(list(difflib.unified_diff("a b".split(), "a b".split())), list(difflib.unified_diff(["x"], [], lineterm="")))
print([len(list(g)) for g in difflib.SequenceMatcher(None, "a" * 20 + "b", "a" * 20 + "c").get_grouped_opcodes(2)])
html = difflib.HtmlDiff().make_table(["x"], ["y"])
print("diff_chg" in html or "diff_sub" in html)
difflib.get_close_matches("pyhton", ["python", "typhoon", "pylon"])
