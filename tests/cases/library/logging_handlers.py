# Loggers, levels, handlers and formatters writing to a StringIO.
import io
import logging
import sys

out = io.StringIO()
log = logging.getLogger("app.db")
log.setLevel(logging.DEBUG)
log.propagate = False
handler = logging.StreamHandler(out)
handler.setFormatter(logging.Formatter("%(levelname)-8s|%(name)s|%(message)s"))
log.addHandler(handler)
log.debug("value %d of %s", 5, "x")
log.info("dict %(a)s", {"a": 1})
log.warning("plain")
log.error("braces {}")
handler.setLevel(logging.ERROR)
log.warning("dropped")
log.critical("kept")
log.log(45, "custom level")
try:
    1 / 0
except ZeroDivisionError:
    log.exception("caught")
print(out.getvalue(), end="")
print(log.getEffectiveLevel(), log.isEnabledFor(10), log.name, log.parent.name, logging.getLogger("app.db") is log, log.handlers == [handler])
print(logging.getLevelName(30), logging.getLevelName("ERROR"), logging.INFO, repr(logging.getLogger("quiet")), logging.getLogger().name)


class Shout(logging.Filter):
    def filter(self, record):
        record.msg = str(record.msg).upper()
        return "secret" not in record.msg.lower()


plain = logging.getLogger("plain")
plain.propagate = False
stdout = logging.StreamHandler(sys.stdout)
stdout.setFormatter(logging.Formatter("{levelname}: {message}", style="{"))
stdout.addFilter(Shout())
plain.addHandler(stdout)
plain.warning("loud")
plain.warning("the secret")
plain.info("below the root level")
child = logging.getLogger("plain.child")
child.error("passed up")
logging.LoggerAdapter(plain, {"k": 1}).error("adapted")
plain.removeHandler(stdout)
plain.hasHandlers()
