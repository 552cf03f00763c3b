# Configuring loggers from a dictionary.
import logging
import logging.config

logging.config.dictConfig({
    "version": 1,
    "formatters": {"f": {"format": "[%(levelname)s] %(message)s"}},
    "handlers": {"h": {"class": "logging.StreamHandler", "formatter": "f", "stream": "ext://sys.stdout"}},
    "root": {"handlers": ["h"], "level": "WARNING"},
})
logging.getLogger("shop").info("quiet")
logging.getLogger("shop").warning("configured")
logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"short": {"format": "{levelname[0]}|{name}|{message}", "style": "{"}},
    "filters": {"only": {"name": "shop"}},
    "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "short", "filters": ["only"], "stream": "ext://sys.stdout", "level": "INFO"}},
    "loggers": {"shop": {"handlers": ["out"], "level": "DEBUG", "propagate": False}},
})
logging.getLogger("shop.cart").info("child goes up")
logging.getLogger("shop").debug("below the handler")
for bad in ({}, {"version": 2}, {"version": 1, "handlers": {"h": {"class": "no.Such"}}}):
    try:
        logging.config.dictConfig(bad)
    except ValueError as e:
        print(e)
logging.getLogger("shop").getEffectiveLevel()
