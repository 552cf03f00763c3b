//! Imports the allowlist once, and notes what each module's import brings into a fresh interpreter.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use rustpython_vm::builtins::{PyDictRef, PyStr, PyStrRef, PyType};
use rustpython_vm::{AsObject, Py, PyObjectRef, PyResult, VirtualMachine};

use super::imports;
use super::shelf::{Entry, ExitFunction, FIND_AND_LOAD, import_by};
use crate::allowlist::{self, Tier};
use crate::native::raised::{self, Source};
use crate::native::{clock, entropy, gate, ids, shared, source};
use crate::policy::{Clock, Policy, Seed};

/// What an import of these does is what it is for.
const NOT_AHEAD: [&str; 1] = ["this"];

/// What depends on the run in a module that was imported ahead: Python code for its namespace.
const RENEWALS: [(&str, &str); 2] = [("linecache", "cache = _lines()"), ("logging", "_startTime = time.time_ns()")];

/// A module that is imported.
struct Done {
    module: PyObjectRef,
    /// Names that its import adds to `sys.modules`, in order.
    brings: Vec<String>,
    /// Modules that it holds and that were being imported when it was: by itself it would have brought them.
    awaits: Vec<String>,
    package: Option<(PyDictRef, PyStrRef)>,
    at_exit: Vec<ExitFunction>,
}

struct Filling {
    modules: PyDictRef,
    find_and_load: PyObjectRef,
    /// What every interpreter starts with.
    start: BTreeSet<String>,
    done: BTreeMap<String, Done>,
    /// What is being imported, each by the one before it.
    loading: Vec<String>,
}

thread_local! {
    static FILLING: RefCell<Option<Filling>> = const { RefCell::new(None) };
}

fn with<R>(act: impl FnOnce(&mut Filling) -> R) -> R {
    FILLING.with_borrow_mut(|filling| act(filling.as_mut().expect("the shelf is being filled")))
}

/// Imports what every run may import. The interpreter is then as before, but for the modules that it gives.
pub(super) fn fill(modules: &PyDictRef, find_and_load: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Vec<Entry>> {
    let start = names(modules);
    let known = shared::classes_in_python(vm);
    let (modules, find_and_load) = (modules.clone(), find_and_load.clone());
    let done = BTreeMap::new();
    FILLING.set(Some(Filling { modules, find_and_load, start: start.clone(), done, loading: Vec::new() }));
    gate::start(&Arc::new(Policy::default()), "", vm)?;
    tell_nothing(None);
    import_by(vm.new_function(FIND_AND_LOAD, note).into(), vm)?;
    let ahead = allowlist::modules().iter().filter(|m| m.tier != Tier::Extra && !NOT_AHEAD.contains(&m.name));
    for module in ahead.filter(|module| !start.contains(module.name)) {
        if with(|filling| !filling.done.contains_key(module.name)) {
            let imported = vm.import(module.name, 0);
            imported.unwrap_or_else(|error| {
                let source = Source { file: "", text: "", earlier: &VecDeque::new() };
                let (raised, _) = raised::describe(&error, &source, vm);
                imports::panic(&format!("import {}: {}", module.name, raised.traceback))
            });
            with(|filling| filling.clear(vm))?;
        }
    }
    clock::start(Clock::FIXED);
    entropy::start(Seed::Number(0));
    gate::finish();
    let Some(filling) = FILLING.take() else { unreachable!("set above") };
    let modules = filling.modules.clone();
    let mut entries = filling.entries(vm)?;
    conceal(&known, &mut entries, vm);
    entries.iter().try_for_each(|entry| entry.put_away(&modules, vm))?;
    Ok(entries)
}

/// Lets a module that is imported read a clock that is renewed in each run, or none: the build ends where it tries to.
fn tell_nothing(module: Option<&str>) {
    let renewed = module.is_some_and(|module| RENEWALS.iter().any(|(name, _)| *name == module));
    clock::start(if renewed { Clock::FIXED } else { Clock::System });
    entropy::start(Seed::System);
}

fn names(modules: &PyDictRef) -> BTreeSet<String> {
    items(modules).map(|(name, _)| name).collect()
}

fn items(modules: &PyDictRef) -> impl Iterator<Item = (String, PyObjectRef)> {
    let text = |name: PyObjectRef| name.downcast_ref::<PyStr>().map(|name| name.to_string());
    modules.items_vec().into_iter().filter_map(move |(name, module)| Some((text(name)?, module)))
}

/// Stands for `_find_and_load` while the shelf is filled.
fn note(name: PyStrRef, import: PyObjectRef, vm: &VirtualMachine) -> PyResult {
    let text = name.to_string();
    let (find_and_load, modules) = with(|filling| (filling.find_and_load.clone(), filling.modules.clone()));
    // A package that is being imported is asked for by its parts.
    if modules.contains_key(&*name, vm) {
        return find_and_load.call((name, import), vm);
    }
    if let Some(module) = with(|filling| filling.bring_back(&text, vm))? {
        return Ok(module);
    }
    let hidden = with(|filling| filling.hide(vm))?;
    let before = names(&modules);
    let registered = vm.state.atexit_funcs.lock().len();
    with(|filling| filling.loading.push(text.clone()));
    tell_nothing(Some(&text));
    let loaded = ids::importing(&text, vm, || find_and_load.call((name, import), vm));
    let outer = with(|filling| {
        filling.loading.pop();
        filling.loading.last().cloned()
    });
    tell_nothing(outer.as_deref());
    let brought = with(|filling| filling.unhide(hidden, &before, vm))?;
    let module = loaded?;
    let at_exit = vm.state.atexit_funcs.lock().split_off(registered);
    with(|filling| {
        filling.note_by_hand(&brought, vm)?;
        let awaits = filling.awaited(&module, vm)?;
        let done = Done { module: module.clone(), brings: brought, awaits, package: None, at_exit };
        filling.done.insert(text, done);
        Ok(module)
    })
}

impl Filling {
    /// Everything that the import of a module that is done brings, its packages first.
    fn plan(&self, name: &str, plan: &mut Vec<String>) {
        self.plan_once(name, plan, &mut BTreeSet::new());
    }

    fn plan_once<'a>(&'a self, name: &'a str, plan: &mut Vec<String>, seen: &mut BTreeSet<&'a str>) {
        if !seen.insert(name) {
            return;
        }
        if let Some((package, _)) = name.rsplit_once('.') {
            self.plan_once(package, plan, seen);
        }
        let Some(done) = self.done.get(name) else { return };
        for part in &done.brings {
            if !plan.contains(part) {
                plan.push(part.clone());
            }
        }
        done.awaits.iter().for_each(|awaited| self.plan_once(awaited, plan, seen));
    }

    /// The modules that are being imported and that this one holds.
    fn awaited(&self, module: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Vec<String>> {
        let Some(namespace) = module.dict() else { return Ok(Vec::new()) };
        let held = namespace.values_vec();
        let mut awaited = Vec::new();
        for name in &self.loading {
            let loading = self.modules.get_item_opt(name.as_str(), vm)?;
            if loading.is_some_and(|loading| held.iter().any(|value| value.is(&loading))) {
                awaited.push(name.clone());
            }
        }
        Ok(awaited)
    }

    /// Puts a module that is done back into `sys.modules`, with what it brings.
    fn bring_back(&self, name: &str, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
        let Some(asked) = self.done.get(name) else { return Ok(None) };
        let mut plan = Vec::new();
        self.plan(name, &mut plan);
        for part in plan {
            let Some(done) = self.done.get(&part).filter(|_| !self.modules.contains_key(part.as_str(), vm)) else {
                continue;
            };
            self.modules.set_item(part.as_str(), done.module.clone(), vm)?;
            if let Some((package, attribute)) = &done.package {
                package.set_item(&**attribute, done.module.clone(), vm)?;
            }
        }
        Ok(Some(asked.module.clone()))
    }

    /// Takes what is done out of `sys.modules` and of the packages, so that a module's import notes all that it needs.
    fn hide(&mut self, vm: &VirtualMachine) -> PyResult<Vec<(String, PyObjectRef)>> {
        let hidden: Vec<_> = items(&self.modules).filter(|(name, _)| self.done.contains_key(name)).collect();
        self.unbind(&hidden, vm)?;
        Ok(hidden)
    }

    /// Puts it back in its place, before what was imported meanwhile; gives the names of that.
    fn unhide(
        &self,
        hidden: Vec<(String, PyObjectRef)>,
        before: &BTreeSet<String>,
        vm: &VirtualMachine,
    ) -> PyResult<Vec<String>> {
        let brought: Vec<_> = items(&self.modules).filter(|(name, _)| !before.contains(name)).collect();
        brought.iter().try_for_each(|(name, _)| self.modules.del_item(name.as_str(), vm))?;
        for (name, module) in hidden.into_iter().chain(brought.iter().cloned()) {
            self.modules.set_item(name.as_str(), module.clone(), vm)?;
            if let Some((package, attribute)) = self.done.get(&name).and_then(|done| done.package.as_ref()) {
                package.set_item(&**attribute, module, vm)?;
            }
        }
        Ok(brought.into_iter().map(|(name, _)| name).collect())
    }

    /// Takes everything out of `sys.modules` that was not there at the start, and out of the packages.
    fn clear(&mut self, vm: &VirtualMachine) -> PyResult<()> {
        let new: Vec<_> = items(&self.modules).filter(|(name, _)| !self.start.contains(name)).collect();
        self.unbind(&new, vm)
    }

    /// Some names are put into `sys.modules` by hand, by a module that is imported.
    fn note_by_hand(&mut self, brought: &[String], vm: &VirtualMachine) -> PyResult<()> {
        for name in brought.iter().filter(|name| !self.loading.contains(name)) {
            if !self.done.contains_key(name)
                && let Some(module) = self.modules.get_item_opt(name.as_str(), vm)?
            {
                let brings = vec![name.clone()];
                let done = Done { module, brings, awaits: Vec::new(), package: None, at_exit: Vec::new() };
                self.done.insert(name.clone(), done);
            }
        }
        Ok(())
    }

    /// Takes modules out of `sys.modules` and of their packages, and remembers where they were bound.
    fn unbind(&mut self, modules: &[(String, PyObjectRef)], vm: &VirtualMachine) -> PyResult<()> {
        for (name, module) in modules {
            let Some((namespace, attribute)) = self.package(name, module, vm)? else { continue };
            namespace.del_item(&*attribute, vm)?;
            if let Some(done) = self.done.get_mut(name) {
                done.package = Some((namespace, attribute));
            }
        }
        modules.iter().try_for_each(|(name, _)| self.modules.del_item(name.as_str(), vm))
    }

    /// Where a module is bound in its package.
    fn package(
        &self,
        name: &str,
        module: &PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult<Option<(PyDictRef, PyStrRef)>> {
        let Some((package, attribute)) = name.rsplit_once('.') else { return Ok(None) };
        let Some(namespace) = self.modules.get_item_opt(package, vm)?.and_then(|package| package.dict()) else {
            return Ok(None);
        };
        let bound = namespace.get_item_opt(attribute, vm)?.is_some_and(|bound| bound.is(module));
        Ok(bound.then(|| (namespace, vm.ctx.intern_str(attribute).to_owned())))
    }

    fn entries(self, vm: &VirtualMachine) -> PyResult<Vec<Entry>> {
        let places: BTreeMap<&str, usize> =
            self.done.keys().enumerate().map(|(at, name)| (name.as_str(), at)).collect();
        let policy = Policy::default();
        let mut entries: Vec<Entry> = Vec::with_capacity(places.len());
        for (name, done) in &self.done {
            let mut plan = Vec::new();
            self.plan(name, &mut plan);
            let same = entries.iter().find(|entry| entry.module.is(&done.module));
            let number = same.map_or(entries.len(), |same| same.number);
            let renewal = RENEWALS.iter().find(|(module, _)| module == name);
            entries.push(Entry {
                name: vm.ctx.intern_str(name.as_str()).to_owned(),
                module: done.module.clone(),
                plan: plan.iter().filter_map(|part| places.get(part.as_str()).copied()).collect(),
                package: done.package.clone(),
                at_exit: done.at_exit.clone(),
                classes: Vec::new(),
                number,
                native: shared::is_native(name).then(|| name.clone()),
                is_open: plan.iter().all(|part| policy.refuses(part).is_none()),
                renewal: renewal.map(|(module, code)| source::compile(code, module, vm)).transpose()?,
            });
        }
        Ok(entries)
    }
}

/// Gives each module its classes, and conceals those that are no module's.
fn conceal(known: &[PyObjectRef], entries: &mut [Entry], vm: &VirtualMachine) {
    let known: BTreeSet<usize> = known.iter().map(|class| class.get_id()).collect();
    let mut others = Vec::new();
    for class in shared::classes_in_python(vm).iter().filter(|class| !known.contains(&class.get_id())) {
        let Some(module) = class.downcast_ref::<PyType>().and_then(|class| module_of(class, entries, vm)) else {
            others.push(class.get_id());
            continue;
        };
        // A module may stand under two names; its classes are there by either.
        let same = entries.iter_mut().filter(|entry| entry.module.is(&module));
        same.for_each(|entry| entry.classes.push(class.get_id()));
    }
    shared::conceal_for_good(&others);
}

/// The module that a class says it is of, unless that has it not by its name, and another module has.
fn module_of(class: &Py<PyType>, entries: &[Entry], vm: &VirtualMachine) -> Option<PyObjectRef> {
    let said = class.attributes.get(vm.ctx.intern_str("__module__"))?;
    let said = said.downcast_ref::<PyStr>()?.to_string();
    let said = entries.iter().find(|entry| entry.name.to_string() == said)?;
    let has = |entry: &&Entry| {
        let found = entry.module.dict().and_then(|namespace| namespace.get_item_opt(&*class.name(), vm).ok()?);
        found.is_some_and(|found| found.is(class))
    };
    let holder = std::iter::once(said).chain(entries).find(has);
    Some(holder.unwrap_or(said).module.clone())
}
