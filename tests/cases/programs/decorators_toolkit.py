# Decorators: memoise, retry, validate types, count calls, and register handlers.
import functools
import inspect


def memoise(func):
    cache = {}

    @functools.wraps(func)
    def wrapper(*args):
        if args not in cache:
            cache[args] = func(*args)
        return cache[args]

    wrapper.cache = cache
    return wrapper


def retry(times, exceptions=(Exception,)):
    def decorator(func):
        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            for attempt in range(1, times + 1):
                try:
                    return func(*args, **kwargs)
                except exceptions as exc:
                    print(f"  attempt {attempt} of {func.__name__} failed: {exc}")
                    if attempt == times:
                        raise

        return wrapper

    return decorator


def typed(func):
    signature = inspect.signature(func)

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        for name, value in signature.bind(*args, **kwargs).arguments.items():
            expected = func.__annotations__.get(name)
            if expected and not isinstance(value, expected):
                raise TypeError(f"{name} must be {expected.__name__}, not {type(value).__name__}")
        return func(*args, **kwargs)

    return wrapper


class CountCalls:
    def __init__(self, func):
        functools.update_wrapper(self, func)
        self.func, self.calls = func, 0

    def __call__(self, *args, **kwargs):
        self.calls += 1
        return self.func(*args, **kwargs)


@memoise
@CountCalls
def fib(n):
    """The nth Fibonacci number."""
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@typed
def area(width: int, height: int = 1) -> int:
    return width * height


failures = iter([OSError("timeout"), OSError("reset"), None])


@retry(3, (OSError,))
def fetch():
    if (problem := next(failures)) is not None:
        raise problem
    return "payload"


print(fib(60), fib.__name__, fib.__doc__, fib.__wrapped__.calls, len(fib.cache))
print(fetch())
print(area(3, height=4), inspect.signature(area))
try:
    area(2, "3")
except TypeError as exc:
    print("TypeError:", exc)
fib(100)
