//! Modules that are imported before the snapshot is taken, so that a run's import finds them done.
//!
//! They are out of `sys.modules` until a run asks for one; it then comes with all that its import would have brought,
//! in the same order. A run that has changed what imports go by imports as if there were no shelf.

use std::cell::RefCell;
use std::collections::BTreeMap;

use rustpython_vm::builtins::{PyCode, PyDict, PyDictRef, PyList, PyStr, PyStrRef};
use rustpython_vm::common::rc::PyRc;
use rustpython_vm::function::FuncArgs;
use rustpython_vm::scope::Scope;
use rustpython_vm::{AsObject, Py, PyObjectRef, PyRef, PyResult, VirtualMachine};

use super::fill;
use crate::native::{gate, ids, shared};

/// What imports go by.
pub(super) const FIND_AND_LOAD: &str = "_find_and_load";

pub(super) type ExitFunction = PyRc<(PyObjectRef, FuncArgs)>;

/// A module that was imported ahead.
pub(super) struct Entry {
    pub(super) name: PyStrRef,
    pub(super) module: PyObjectRef,
    /// What importing it brings into a fresh interpreter, in order, as places in [`Shelf::entries`]; itself included.
    pub(super) plan: Vec<usize>,
    /// The namespace of its package, where its import leaves its last name.
    pub(super) package: Option<(PyDictRef, PyStrRef)>,
    /// What it registered with `atexit`.
    pub(super) at_exit: Vec<ExitFunction>,
    /// Its classes, which are not among the subclasses of others until it is imported.
    pub(super) classes: Vec<usize>,
    /// The number under which they are concealed: its place, or that of the same module under another name.
    pub(super) number: usize,
    /// Its name, where it is a native module.
    pub(super) native: Option<String>,
    /// Whether nothing of its plan is refused by default.
    pub(super) is_open: bool,
    /// What of it depends on the run.
    pub(super) renewal: Option<PyRef<PyCode>>,
}

/// What an interpreter behind the wall has ready.
pub(super) struct Shelf {
    pub(super) entries: Vec<Entry>,
    /// Which of them this run has: beside them, so that a run writes to few pages.
    taken: Vec<bool>,
    pub(super) places: BTreeMap<String, usize>,
    /// As the start of the interpreter left them.
    pub(super) modules: PyDictRef,
    import: PyObjectRef,
    meta_path: PyObjectRef,
    finders: Vec<PyObjectRef>,
    pub(super) find_and_load: PyObjectRef,
}

thread_local! {
    static SHELF: RefCell<Option<Shelf>> = const { RefCell::new(None) };
    static IMPORTLIB: RefCell<Option<PyObjectRef>> = const { RefCell::new(None) };
}

/// Remembers the module in which RustPython looks up what imports go by; comes before guest code loses it.
pub(crate) fn find_importlib(vm: &VirtualMachine) -> PyResult<()> {
    IMPORTLIB.set(Some(modules(vm)?.get_item("_frozen_importlib", vm)?));
    Ok(())
}

/// Lets imports go by another function.
pub(super) fn import_by(find_and_load: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
    importlib(vm)?.set_attr(FIND_AND_LOAD, find_and_load, vm)
}

fn importlib(vm: &VirtualMachine) -> PyResult {
    IMPORTLIB.with_borrow(|found| found.clone().ok_or_else(|| vm.new_runtime_error("no importlib")))
}

/// Fills the shelf and puts it on the road of every import.
pub(super) fn install(vm: &VirtualMachine) -> PyResult<()> {
    let modules = modules(vm)?;
    let meta_path = vm.sys_module.as_object().get_attr("meta_path", vm)?;
    let import = vm.builtins.as_object().get_attr("__import__", vm)?;
    let find_and_load = importlib(vm)?.get_attr(FIND_AND_LOAD, vm)?;
    let entries = fill::fill(&modules, &find_and_load, vm)?;
    let places = entries.iter().enumerate().map(|(at, entry)| (entry.name.to_string(), at)).collect();
    let finders = meta_path.try_to_value(vm)?;
    let taken = vec![false; entries.len()];
    SHELF.set(Some(Shelf { entries, taken, places, modules, import, meta_path, finders, find_and_load }));
    import_by(vm.new_function(FIND_AND_LOAD, find_and_load_or_take).into(), vm)
}

/// `sys.modules`, if it is the dictionary of the start.
pub(super) fn modules(vm: &VirtualMachine) -> PyResult<PyDictRef> {
    let modules = vm.sys_module.as_object().get_attr("modules", vm)?;
    modules.downcast::<PyDict>().map_err(|_| vm.new_runtime_error("unable to get sys.modules"))
}

fn find_and_load_or_take(name: PyStrRef, import: PyObjectRef, vm: &VirtualMachine) -> PyResult {
    match SHELF.with_borrow(|shelf| shelf.as_ref().and_then(|shelf| shelf.plan(&name, vm))) {
        Some((asked, missing)) => {
            take(&missing, vm)?;
            Ok(asked)
        }
        None => {
            let original = SHELF.with_borrow(|shelf| shelf.as_ref().map(|shelf| shelf.find_and_load.clone()));
            let original = original.ok_or_else(|| vm.new_runtime_error("no import before the start is over"))?;
            let asked = name.to_string();
            ids::importing(&asked, vm, || original.call((name, import), vm))
        }
    }
}

impl Shelf {
    /// The module of a name, and what is to be taken for it, if that can be: nothing of it is refused, gone or another by
    /// now.
    fn plan(&self, name: &Py<PyStr>, vm: &VirtualMachine) -> Option<(PyObjectRef, Vec<usize>)> {
        let entry = &self.entries[*self.places.get(name.to_str()?)?];
        let same_modules = modules(vm).is_ok_and(|modules| modules.is(&self.modules));
        if !same_modules || self.modules.contains_key(name, vm) || !self.finds_as_before(vm) {
            return None;
        }
        let open = entry.is_open && gate::denies_nothing();
        let mut missing = Vec::with_capacity(entry.plan.len());
        for &at in &entry.plan {
            let part = &self.entries[at];
            match self.modules.get_item_opt(&*part.name, vm).ok()? {
                Some(found) if found.is(&part.module) => {}
                None if !self.taken[at] && (open || !gate::refuses(part.name.to_str()?)) => missing.push(at),
                _ => return None,
            }
        }
        Some((entry.module.clone(), missing))
    }

    /// Whether nothing stands between an import and the engine's finders.
    fn finds_as_before(&self, vm: &VirtualMachine) -> bool {
        let import = vm.builtins.dict().get_item_opt("__import__", vm).ok().flatten();
        let meta_path = vm.sys_module.dict().get_item_opt("meta_path", vm).ok().flatten();
        import.is_some_and(|import| import.is(&self.import))
            && meta_path.is_some_and(|found| found.is(&self.meta_path))
            && self.meta_path.downcast_ref::<PyList>().is_some_and(|list| {
                let list = list.borrow_vec();
                list.len() == self.finders.len() && list.iter().zip(&self.finders).all(|(a, b)| a.is(b))
            })
    }
}

/// Brings in what is missing.
fn take(missing: &[usize], vm: &VirtualMachine) -> PyResult<()> {
    for &at in missing {
        let (module, renewal) = SHELF.with_borrow_mut(|shelf| {
            let Some(shelf) = shelf.as_mut() else { return Err(vm.new_runtime_error("the shelf is gone")) };
            let entry = &shelf.entries[at];
            shelf.taken[at] = true;
            shelf.modules.set_item(&*entry.name, entry.module.clone(), vm)?;
            if let Some((package, name)) = &entry.package {
                package.set_item(&**name, entry.module.clone(), vm)?;
            }
            vm.state.atexit_funcs.lock().extend(entry.at_exit.iter().cloned());
            shared::reveal(entry.number, entry.native.as_deref());
            Ok((entry.module.clone(), entry.renewal.clone()))
        })?;
        if let (Some(code), Some(namespace)) = (renewal, module.dict()) {
            vm.run_code_obj(code, Scope::with_builtins(None, namespace, vm))?;
        }
    }
    Ok(())
}

/// Takes back what the work before the snapshot has taken.
pub(super) fn put_back(vm: &VirtualMachine) -> PyResult<()> {
    SHELF.with_borrow_mut(|shelf| {
        let Some(shelf) = shelf.as_mut() else { return Ok(()) };
        let taken = shelf.entries.iter().zip(&mut shelf.taken).filter(|(_, taken)| **taken);
        for (entry, taken) in taken {
            *taken = false;
            entry.put_away(&shelf.modules, vm)?;
        }
        rewrite(&shelf.modules, vm)
    })
}

/// Writes the namespaces anew in which imports leave names.
pub(super) fn rewrite_packages(vm: &VirtualMachine) -> PyResult<()> {
    // A package is that of each of its modules.
    let packages: BTreeMap<usize, PyDictRef> = SHELF.with_borrow(|shelf| {
        let packages = shelf.iter().flat_map(|shelf| &shelf.entries).filter_map(|entry| entry.package.as_ref());
        packages.map(|(package, _)| (package.get_id(), package.clone())).collect()
    });
    packages.values().try_for_each(|package| rewrite(package, vm))
}

/// Writes a dictionary anew, so that what was taken out of it leaves no gaps: new entries come to lie in few pages.
fn rewrite(dict: &PyDictRef, vm: &VirtualMachine) -> PyResult<()> {
    let items: Vec<_> = dict.clone().into_iter().collect();
    dict.clear();
    items.into_iter().try_for_each(|(key, value)| dict.set_item(&*key, value, vm))
}

impl Entry {
    /// Takes the module out of `sys.modules` and of its package, and its classes out of sight.
    pub(super) fn put_away(&self, modules: &PyDictRef, vm: &VirtualMachine) -> PyResult<()> {
        if modules.contains_key(&*self.name, vm) {
            modules.del_item(&*self.name, vm)?;
        }
        if let Some((package, name)) = &self.package
            && package.contains_key(&**name, vm)
        {
            package.del_item(&**name, vm)?;
        }
        shared::conceal(self.number, &self.name.to_string(), &self.classes);
        Ok(())
    }
}
