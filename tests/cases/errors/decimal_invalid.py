#! alone = "the C decimal module names the signal instead"
# decimal.InvalidOperation from a bad text.
from decimal import Decimal

Decimal("12,50")
