"""The logger of asyncio, which is made when something is logged: logging is large, and most runs log nothing."""


class _Logger:
    def __getattr__(self, name):
        import logging

        return getattr(logging.getLogger("asyncio"), name)


logger = _Logger()
