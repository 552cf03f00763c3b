# basicConfig, levels from names, structured formatters.
import json
import logging
import sys

logging.basicConfig(stream=sys.stdout, level="INFO", format="%(levelname)s:%(name)s:%(message)s")
logging.info("root message %s", [1])
logging.debug("hidden")
logging.getLogger("lib").warning("from lib")
logging.getLogger("lib").setLevel(logging.ERROR)
logging.getLogger("lib").warning("hidden too")
logging.disable(logging.WARNING)
logging.warning("disabled")
logging.error("still here")
logging.disable(logging.NOTSET)
logging.basicConfig(level="DEBUG")
print(logging.getLogger().level)


class Json(logging.Formatter):
    def format(self, record):
        return json.dumps({"level": record.levelname, "msg": record.getMessage(), "user": getattr(record, "user", None)})


logging.basicConfig(stream=sys.stdout, force=True, level=logging.DEBUG)
logging.getLogger().handlers[0].setFormatter(Json())
logging.debug("structured %.2f", 1.5, extra={"user": "ann"})
logging.addLevelName(25, "NOTICE")
logging.log(35, "between")
print(logging.getLevelName(25), sorted(logging.getLevelNamesMapping())[:3])
try:
    logging.getLogger().setLevel("LOUD")
except ValueError as e:
    print(e)
logging.getLogger("a.b.c").parent.name
