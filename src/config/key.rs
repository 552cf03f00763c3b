//! The keys of the file, with the variable and the flag of each.

use std::time::Duration;

use super::setting::{Kind, Value};
use crate::limits::Limits;
use crate::policy::{Clock, Seed};

/// One key.
#[derive(Debug)]
pub(crate) struct Key {
    /// Its name in the file, with its table's before a dot.
    pub(crate) name: &'static str,
    pub(crate) variable: &'static str,
    pub(crate) flag: &'static str,
    pub(crate) kind: Kind,
    pub(crate) default: fn() -> Option<Value>,
}

macro_rules! keys {
    ($($name:literal $variable:literal $flag:literal $kind:ident $default:expr;)*) => {
        /// All keys, in the order in which they are shown.
        pub(crate) const KEYS: &[Key] = &[$(Key {
            name: $name,
            variable: $variable,
            flag: $flag,
            kind: Kind::$kind,
            default: $default,
        }),*];
    };
}

keys! {
    "isolation" "TAIPAN_ISOLATION" "--isolation" Isolation || Some(Value::Isolation(Default::default()));
    "policy" "TAIPAN_POLICY" "--policy" Text || Some(Value::Text("standard".into()));
    "allow" "TAIPAN_ALLOW" "--allow" List || Some(Value::List(Vec::new()));
    "deny" "TAIPAN_DENY" "--deny" List || Some(Value::List(Vec::new()));
    "clock" "TAIPAN_CLOCK" "--clock" Clock || Some(Value::Clock(Clock::System));
    "seed" "TAIPAN_SEED" "--seed" Seed || Some(Value::Seed(Seed::System));
    "limits.timeout" "TAIPAN_TIMEOUT" "--timeout" Span || Some(Value::Span(Limits::default().deadline));
    "limits.fuel" "TAIPAN_FUEL" "--fuel" Count || Some(Value::Count(Limits::default().fuel));
    "limits.memory" "TAIPAN_MEMORY" "--memory" Size || Some(Value::Size(Limits::default().memory));
    "limits.output" "TAIPAN_OUTPUT" "--output" Size || Some(Value::Size(Limits::default().output));
    "limits.recursion" "TAIPAN_RECURSION" "--recursion" Count || Some(Value::Count(Limits::default().recursion.into()));
    "limits.source" "TAIPAN_SOURCE" "--source" Size || Some(Value::Size(Limits::default().source));
    "limits.value_bytes" "TAIPAN_VALUE_BYTES" "--value-bytes" Size || Some(Value::Size(Limits::default().value_bytes));
    "limits.value_depth" "TAIPAN_VALUE_DEPTH" "--value-depth" Count || Some(Value::Count(Limits::default().value_depth.into()));
    "server.listen" "TAIPAN_LISTEN" "--listen" Text || Some(Value::Text("127.0.0.1:8765".into()));
    "server.body" "TAIPAN_BODY" "--body" Size || Some(Value::Size(1 << 20));
    "server.body_time" "TAIPAN_BODY_TIME" "--body-time" Span || Some(Value::Span(Duration::from_secs(10)));
    "server.queue" "TAIPAN_QUEUE" "--queue" Count || Some(Value::Count(64));
    "server.wait" "TAIPAN_WAIT" "--wait" Span || Some(Value::Span(Duration::from_secs(10)));
    "server.grace" "TAIPAN_GRACE" "--grace" Span || Some(Value::Span(Duration::from_secs(10)));
    "server.connections" "TAIPAN_CONNECTIONS" "--connections" Count || Some(Value::Count(1024));
    "server.sessions" "TAIPAN_SESSIONS" "--sessions" Count || Some(Value::Count(16));
    "server.snapshot" "TAIPAN_SNAPSHOT" "--snapshot" Size || Some(Value::Size(64 << 20));
    "server.clients" "TAIPAN_CLIENTS" "--clients" Count || Some(Value::Count(64));
    "server.idle" "TAIPAN_IDLE" "--idle" Span || Some(Value::Span(Duration::from_secs(1800)));
    "server.files" "TAIPAN_FILES" "--files" Count || Some(Value::Count(256));
    "server.file_bytes" "TAIPAN_FILE_BYTES" "--file-bytes" Size || Some(Value::Size(64 << 20));
    "server.file_time" "TAIPAN_FILE_TIME" "--file-time" Span || Some(Value::Span(Duration::from_secs(600)));
    "audit.file" "TAIPAN_AUDIT_FILE" "--audit" Text || None;
    "audit.bytes" "TAIPAN_AUDIT_BYTES" "--audit-bytes" Size || Some(Value::Size(64 << 20));
    "audit.code" "TAIPAN_AUDIT_CODE" "--audit-code" Flag || Some(Value::Flag(false));
    "log.form" "TAIPAN_LOG" "--log" Text || Some(Value::Text("text".into()));
    "log.level" "TAIPAN_LOG_LEVEL" "--log-level" Text || None;
    "log.code" "TAIPAN_LOG_CODE" "--log-code" Flag || Some(Value::Flag(false));
    "history.on" "TAIPAN_HISTORY" "--no-history" Flag || Some(Value::Flag(true));
    "history.file" "TAIPAN_HISTORY_FILE" "--history-file" Text || None;
    "history.run" "TAIPAN_HISTORY_RUN" "--history" Flag || Some(Value::Flag(false));
    "history.keep" "TAIPAN_HISTORY_KEEP" "--history-keep" Flag || Some(Value::Flag(false));
    "history.rows" "TAIPAN_HISTORY_ROWS" "--history-rows" Count || Some(Value::Count(10_000));
    "history.bytes" "TAIPAN_HISTORY_BYTES" "--history-bytes" Size || Some(Value::Size(64 << 20));
}

/// The key of a name.
pub(crate) fn find(name: &str) -> Option<&'static Key> {
    KEYS.iter().find(|key| key.name == name)
}
