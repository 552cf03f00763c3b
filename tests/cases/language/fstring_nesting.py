# f-strings: nested quotes, multi-line expressions, comments, lambdas and debug output.
names = {"first": "Ada", "last": "Lovelace"}
print(f"{names["first"]} {names['last']}")
print(f"{f"{f"{1 + 1}"}"} {", ".join(f"{k}={v!r}" for k, v in names.items())}")
total = f"{
    sum(
        [1, 2, 3]  # the items
    )
    :>6}"
print(f"[{total}]")
print(f"{(lambda x: x * 2)(21)} {(y := 5)} {y} {'a:b'!r:>7} {names != {}} {not names}")
print(f"""line one {1 +
2} line
two""", f'{"\n".join(["a", "b"])}', rf"raw \d {1}", f"\N{BULLET} \x41 {'\t'!r}")
x = 3
print(f"{x=}, {x + 1=}, {x   =   }, {x=:04}, {x=!r:>4}")
print(f"{x:{'0' + str(x + 2)}} {x:{x}} {'a' 'b'} {x,} {*[1, 2], 3} {x if x > 2 else 0}")
print("con" f"cat{x}" "enated", f"{{{x}}} {{x}} {x}}}")
f"{x!s}{x!r}{x!a}", f"", f"{'':5}|"
