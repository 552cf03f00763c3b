# A loader gives no module that an import would not.
import json

spec = json.__spec__
for attempt in (
    lambda: spec.loader.find_spec("socket"),
    lambda: spec.loader.load_module("socket"),
    lambda: __loader__.load_module("subprocess"),
):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__)
