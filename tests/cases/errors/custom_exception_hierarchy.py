# A subclass caught by its base, then one that is not.
class AppError(Exception):
    """Base of all."""


class NotFound(AppError, LookupError):
    def __init__(self, what):
        super().__init__(f"{what} was not found")


for kind in (AppError, LookupError):
    try:
        raise NotFound("page")
    except kind as e:
        print(kind.__name__, e)
raise NotFound("user")
