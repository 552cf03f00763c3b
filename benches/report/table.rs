//! A Markdown table.

use std::fmt;

pub(crate) struct Table {
    columns: usize,
    text: String,
}

impl Table {
    pub(crate) fn new(heads: &[&str]) -> Table {
        let text = format!("| {} |\n|{}\n", heads.join(" | "), "---|".repeat(heads.len()));
        Table { columns: heads.len(), text }
    }

    pub(crate) fn row(&mut self, name: &str, cells: Vec<String>) {
        assert_eq!(cells.len() + 1, self.columns, "{name}");
        self.text += &format!("| {name} | {} |\n", cells.join(" | "));
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
