//! Reads the configuration file.

use std::path::{Path, PathBuf};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Config;
use super::key::{self, KEYS};
use super::named::Named;
use super::setting::{Kind, Origin, Value};
use crate::check::Code;
use crate::nearest::nearest;

/// The largest file that is read, in bytes.
const MOST: u64 = 1 << 20;

/// The file that is named, or the user's own where there is one, with its text.
pub(super) fn find(
    named: Option<PathBuf>,
    environment: &dyn Fn(&str) -> Option<String>,
) -> Result<Option<(PathBuf, String)>, String> {
    let of_variable = || environment(super::FILE).filter(|path| !path.is_empty()).map(PathBuf::from);
    if let Some(path) = named.or_else(of_variable) {
        let text = text(&path)?;
        return Ok(Some((path, text)));
    }
    let folder = environment("XDG_CONFIG_HOME")
        .filter(|folder| Path::new(folder).is_absolute())
        .map(PathBuf::from)
        .or_else(|| environment("HOME").filter(|home| !home.is_empty()).map(|home| Path::new(&home).join(".config")))
        .or_else(|| environment("APPDATA").map(PathBuf::from));
    let Some(path) = folder.map(|folder| folder.join("taipan").join("config.toml")) else { return Ok(None) };
    match path.try_exists() {
        Ok(true) => text(&path).map(|text| Some((path, text))),
        _ => Ok(None),
    }
}

fn text(path: &Path) -> Result<String, String> {
    let name = path.display();
    let bytes = crate::files::read_bounded(path, MOST)?;
    if bytes.len() as u64 > MOST {
        return Err(format!("{name}: more than 1 MiB; this is no configuration file"));
    }
    String::from_utf8(bytes).map_err(|_| format!("{name}: not UTF-8 text"))
}

/// Puts what a file says into a configuration.
pub(super) fn read(text: &str, config: &mut Config) -> Result<(), String> {
    let lines = Lines(text);
    let table = DeTable::parse(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        format!("line {}: {}", lines.at(at), error.message().trim_end().replace('\n', "; "))
    })?;
    for (name, value) in table.get_ref() {
        let line = lines.at(name.span().start);
        let fail = |error: String| format!("line {line}: {error}");
        match (name.get_ref().as_ref(), value.get_ref()) {
            ("policies", DeValue::Table(policies)) => {
                for (name, value) in policies {
                    let policy = named(name.get_ref(), value, &lines)?;
                    config.policies.insert(name.get_ref().to_string(), policy);
                }
            }
            ("tokens", DeValue::Table(tokens)) => {
                for (name, value) in tokens {
                    let line = lines.at(name.span().start.min(value.span().start));
                    let entry = super::token::read(name.get_ref(), value.get_ref())
                        .map_err(|error| format!("line {line}: {error}"))?;
                    config.tokens.insert(name.get_ref().to_string(), entry);
                }
            }
            ("tokens", _) => return Err(fail("`tokens` is a table of tokens, such as [tokens.ci]".into())),
            ("policies", _) => return Err(fail("`policies` is a table of policies, such as [policies.own]".into())),
            (table, DeValue::Table(inner)) if is_table(table) => {
                for (name, value) in inner {
                    one(&format!("{table}.{}", name.get_ref()), name, value, &lines, config)?;
                }
            }
            (table, _) if is_table(table) => {
                return Err(fail(format!("`{table}` is a table; write [{table}] on a line")));
            }
            (key, _) => one(key, name, value, &lines, config)?,
        }
    }
    Ok(())
}

fn one(
    full: &str,
    name: &Spanned<std::borrow::Cow<'_, str>>,
    value: &Spanned<DeValue<'_>>,
    lines: &Lines<'_>,
    config: &mut Config,
) -> Result<(), String> {
    let line = lines.at(name.span().start);
    let key = key::find(full).ok_or_else(|| format!("line {line}: {}", unknown(full)))?;
    let value = parsed(key.kind, value.get_ref()).map_err(|error| format!("line {line}: `{full}`: {error}"))?;
    config.set(key, value, Origin::File(line));
    Ok(())
}

/// A policy of the user's own.
fn named(name: &str, value: &Spanned<DeValue<'_>>, lines: &Lines<'_>) -> Result<Named, String> {
    const FIELDS: [&str; 6] = ["allow", "deny", "clock", "seed", "refuse", "limits"];
    let line = lines.at(value.span().start);
    let DeValue::Table(table) = value.get_ref() else {
        return Err(format!("line {line}: a policy is a table; write [policies.{name}] on a line"));
    };
    if super::named::built_in().contains_key(name) {
        return Err(format!("line {line}: the policy `{name}` is built in; choose another name"));
    }
    let mut policy = Named::default();
    for (field, value) in table {
        let line = lines.at(field.span().start);
        let field = field.get_ref().as_ref();
        let fail = |error: String| format!("line {line}: `policies.{name}.{field}`: {error}");
        let as_kind = |kind: Kind| parsed(kind, value.get_ref()).map_err(fail);
        match (field, value.get_ref()) {
            ("allow", _) => policy.allow = list(as_kind(Kind::List)?),
            ("deny", _) => policy.deny = list(as_kind(Kind::List)?).unwrap_or_default(),
            ("clock", _) => {
                if let Value::Clock(clock) = as_kind(Kind::Clock)? {
                    policy.clock = Some(clock);
                }
            }
            ("seed", _) => {
                if let Value::Seed(seed) = as_kind(Kind::Seed)? {
                    policy.seed = Some(seed);
                }
            }
            ("refuse", _) => {
                let names = list(as_kind(Kind::List)?).unwrap_or_default();
                policy.refuse =
                    names.iter().map(|name| name.parse::<Code>()).collect::<Result<_, _>>().map_err(fail)?;
            }
            ("limits", DeValue::Table(limits)) => {
                for (limit, value) in limits {
                    let line = lines.at(limit.span().start);
                    let full = format!("limits.{}", limit.get_ref());
                    let key = key::find(&full).ok_or_else(|| format!("line {line}: {}", unknown(&full)))?;
                    let value = parsed(key.kind, value.get_ref())
                        .map_err(|error| format!("line {line}: `policies.{name}.{full}`: {error}"))?;
                    policy.limits.insert(key.name, value);
                }
            }
            ("limits", _) => return Err(fail(format!("a table; write [policies.{name}.limits] on a line"))),
            _ => {
                let text = match nearest(field, FIELDS) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => format!("a policy has {}", FIELDS.join(", ")),
                };
                return Err(format!("line {line}: unknown key `policies.{name}.{field}`; {text}"));
            }
        }
    }
    let check = crate::policy::Policy {
        allow: policy.allow.clone().unwrap_or_default(),
        deny: policy.deny.clone(),
        ..crate::policy::Policy::default()
    };
    check.validate().map_err(|error| format!("line {line}: policy `{name}`: {}", error.detail()))?;
    Ok(policy)
}

fn list(value: Value) -> Option<Vec<String>> {
    match value {
        Value::List(list) => Some(list),
        _ => None,
    }
}

/// A value of a kind: numbers may be written as such, lists are lists.
fn parsed(kind: Kind, value: &DeValue<'_>) -> Result<Value, String> {
    match (kind, value) {
        (Kind::List, DeValue::Array(items)) => {
            let text = |item: &Spanned<DeValue<'_>>| item.get_ref().as_str().map(String::from);
            let items: Option<Vec<String>> = items.iter().map(text).collect();
            items.map(Value::List).ok_or_else(|| String::from("a list of texts, such as ['json']"))
        }
        (Kind::List, _) => Err(String::from("a list of texts, such as ['json']")),
        (_, DeValue::String(text)) => kind.parse(text),
        (Kind::Count | Kind::Size | Kind::Seed, DeValue::Integer(number)) if number.radix() == 10 => {
            kind.parse(number.as_str())
        }
        (Kind::Flag, DeValue::Boolean(flag)) => Ok(Value::Flag(*flag)),
        (Kind::Span, DeValue::Integer(_)) => Err(String::from("a time has a unit, such as '5s'")),
        (_, other) => Err(format!("{} is not what it takes", other.type_str())),
    }
}

fn is_table(name: &str) -> bool {
    KEYS.iter().any(|key| key.name.split_once('.').is_some_and(|(table, _)| table == name))
}

fn unknown(name: &str) -> String {
    let names = || KEYS.iter().map(|key| key.name);
    // A key that stands in the wrong table is near by its last part.
    let moved = names().find(|known| last(known) == last(name));
    match moved.or_else(|| nearest(name, names())) {
        Some(near) => format!("unknown key `{name}`; did you mean `{near}`?"),
        None => format!("unknown key `{name}`; `taipan config show` lists the keys"),
    }
}

/// A key without its table.
fn last(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}

/// Lines of a text by byte.
struct Lines<'t>(&'t str);

impl Lines<'_> {
    fn at(&self, byte: usize) -> usize {
        self.0.as_bytes()[..byte.min(self.0.len())].iter().filter(|byte| **byte == b'\n').count() + 1
    }
}
