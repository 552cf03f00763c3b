"""No colours: what a run writes goes to no terminal."""

COLORIZE = False


class ANSIColors:
    """Every colour is the empty text."""


class _Plain:
    """A theme, or a part of one, of empty texts."""

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return ""

    def __getitem__(self, name):
        return ""

    def no_colors(self):
        return self


class _Theme(_Plain):
    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return _part


class _NoColors(_Plain):
    pass


_part = _Plain()
_theme = _Theme()
NoColors = _NoColors()
default_theme = theme_no_color = _theme


def get_colors(colorize=False, *, file=None):
    return NoColors


def decolor(text):
    return text


def can_colorize(*, file=None):
    return False


def get_theme(*, tty_file=None, force_color=False, force_no_color=False):
    return _theme


def set_theme(t):
    pass
