//! Which modules a text's names mean, and which of them a run can't have.

use std::collections::HashMap;

use ruff_python_ast::{Expr, StmtImport, StmtImportFrom};

use super::finding::Code;
use crate::allowlist;
use crate::policy::Policy;

/// What is wrong with the import of a module.
pub(super) fn fault(module: &str, policy: &Policy) -> Option<(Code, String)> {
    // The first package that is missing is what fails.
    let packages = module.match_indices('.').map(|(dot, _)| &module[..dot]).chain([module]);
    for name in packages {
        if let Some(refusal) = policy.refuses(name) {
            return Some((Code::ModuleRefused, refusal.reason));
        }
        if allowlist::find(name).is_none() {
            let text = format!("no module '{name}' here");
            let text = match allowlist::nearest(name) {
                Some(near) => format!("{text}; did you mean '{near}'?"),
                None => format!("{text}; there are no packages to install, and `taipan modules` lists what there is"),
            };
            return Some((Code::ModuleUnknown, text));
        }
    }
    None
}

/// The dotted names that imports give to names of the text.
#[derive(Debug, Default)]
pub(super) struct Meanings(HashMap<String, String>);

impl Meanings {
    pub(super) fn import(&mut self, stmt: &StmtImport) {
        for alias in &stmt.names {
            let module = alias.name.as_str();
            let (name, means) = match &alias.asname {
                Some(name) => (name.as_str(), module),
                None => {
                    let package = module.split('.').next().unwrap_or(module);
                    (package, package)
                }
            };
            self.0.insert(name.to_owned(), means.to_owned());
        }
    }

    pub(super) fn import_from(&mut self, stmt: &StmtImportFrom) {
        let Some(module) = stmt.module.as_ref().filter(|_| stmt.level == 0) else { return };
        for alias in &stmt.names {
            let name = alias.asname.as_ref().unwrap_or(&alias.name).as_str();
            self.0.insert(name.to_owned(), format!("{module}.{}", alias.name));
        }
    }

    /// What `os.system` or an alias of it means; `None` for what is no chain of names.
    pub(super) fn of(&self, expr: &Expr) -> Option<String> {
        match expr {
            Expr::Name(name) => Some(self.0.get(name.id.as_str()).cloned().unwrap_or_else(|| name.id.to_string())),
            Expr::Attribute(attribute) => Some(format!("{}.{}", self.of(&attribute.value)?, attribute.attr)),
            _ => None,
        }
    }

    /// Whether an import gave a name its meaning.
    pub(super) fn imported(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }
}
