# ++ is no operator.
i = 0
i++
