//! Why a file operation fails: Linux's error numbers, and the words that Linux has for them.

/// An error number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Errno {
    NotPermitted = 1,
    NoEntry = 2,
    BadDescriptor = 9,
    NoAccess = 13,
    Busy = 16,
    Exists = 17,
    NotAFolder = 20,
    IsAFolder = 21,
    Invalid = 22,
    TooManyOpen = 24,
    NoSpace = 28,
    NotEmpty = 39,
    NameTooLong = 36,
    /// A name that is not UTF-8.
    BadName = 84,
}

impl Errno {
    /// The number.
    pub(super) fn number(self) -> i32 {
        self as i32
    }

    /// What `strerror` says.
    pub(super) fn text(self) -> &'static str {
        match self {
            Errno::NotPermitted => "Operation not permitted",
            Errno::NoEntry => "No such file or directory",
            Errno::BadDescriptor => "Bad file descriptor",
            Errno::NoAccess => "Permission denied",
            Errno::Busy => "Device or resource busy",
            Errno::Exists => "File exists",
            Errno::NotAFolder => "Not a directory",
            Errno::IsAFolder => "Is a directory",
            Errno::Invalid => "Invalid argument",
            Errno::TooManyOpen => "Too many open files",
            Errno::NoSpace => "No space left on device",
            Errno::NotEmpty => "Directory not empty",
            Errno::NameTooLong => "File name too long",
            Errno::BadName => "Invalid or incomplete multibyte or wide character",
        }
    }
}
