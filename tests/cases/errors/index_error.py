# An index past the end, with a caret under the subscript.
values = [10, 20, 30]
result = values[0] + values[len(values)] * 2
