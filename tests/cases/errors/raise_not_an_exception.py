# Only exceptions can be raised.
raise "a plain string"
