//! The native module `_abc`: abstract base classes whose caches no other interpreter empties.
//!
//! RustPython counts registrations for the whole process, so that what a check costs depends on what other threads
//! do, and it marks the types that interpreters share as sequences and mappings.

pub(super) use _abc::module_def;

use std::cell::Cell;

/// How often a class was registered in this interpreter; an older negative cache is void.
#[derive(Default)]
struct Registrations(Cell<u64>);

#[rustpython_vm::pymodule]
mod _abc {
    use std::cell::{Cell, RefCell};

    use rustpython_vm::builtins::{PyFrozenSet, PyList, PySet, PyStr, PyTuple, PyTupleRef, PyType};
    use rustpython_vm::types::{Constructor, DefaultConstructor, PyTypeFlags};
    use rustpython_vm::{AsObject, Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass};

    use super::Registrations;
    use crate::native::budget;
    use crate::native::modules::own;
    use crate::native::modules::weak_set::WeakSet;

    #[pyattr]
    #[pyclass(name = "_abc_data", module = "_abc")]
    #[derive(Debug, Default, PyPayload)]
    struct Data {
        registry: RefCell<WeakSet>,
        cache: RefCell<WeakSet>,
        negative: RefCell<WeakSet>,
        /// The count of registrations that the negative cache is good for.
        version: Cell<u64>,
    }

    impl DefaultConstructor for Data {}

    #[pyclass(with(Constructor))]
    impl Data {}

    fn registrations(vm: &VirtualMachine) -> u64 {
        own::of::<Registrations>(vm).0.get()
    }

    fn data(class: &PyObject, vm: &VirtualMachine) -> PyResult<PyRef<Data>> {
        let data = class.get_attr("_abc_impl", vm)?;
        data.downcast().map_err(|_| vm.new_type_error("_abc_impl is set to a wrong type"))
    }

    fn is_class(object: &PyObject, vm: &VirtualMachine) -> bool {
        object.class().fast_issubclass(vm.ctx.types.type_type)
    }

    fn is_abstract(value: &PyObject, vm: &VirtualMachine) -> PyResult<bool> {
        match vm.get_attribute_opt(value, "__isabstractmethod__")? {
            Some(flag) => flag.try_to_bool(vm),
            None => Ok(false),
        }
    }

    fn abstract_methods(class: &PyObject, vm: &VirtualMachine) -> PyResult<Vec<PyObjectRef>> {
        let mut found = Vec::new();
        let items = vm.call_method(&*class.get_attr("__dict__", vm)?, "items", ())?;
        for item in items.try_to_value::<Vec<PyObjectRef>>(vm)? {
            let pair = item.downcast_ref::<PyTuple>().map(|pair| pair.as_slice());
            let Some([name, value]) = pair else {
                return Err(vm.new_type_error("items() returned item which size is not 2"));
            };
            if is_abstract(value, vm)? {
                found.push(name.clone());
            }
        }
        let bases = class.get_attr("__bases__", vm)?;
        let Some(bases) = bases.downcast_ref::<PyTuple>() else {
            return Err(vm.new_type_error("__bases__ is not tuple"));
        };
        for base in bases.as_slice() {
            let Some(inherited) = vm.get_attribute_opt(base, "__abstractmethods__")? else { continue };
            for name in inherited.try_to_value::<Vec<PyObjectRef>>(vm)? {
                let Some(text) = name.downcast_ref::<PyStr>() else {
                    let class = name.class().name().to_string();
                    return Err(vm.new_type_error(format!("attribute name must be string, not '{class}'")));
                };
                if let Some(value) = vm.get_attribute_opt(class, text)?
                    && is_abstract(&value, vm)?
                {
                    found.push(name);
                }
            }
        }
        Ok(found)
    }

    #[pyfunction]
    fn _abc_init(class: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        let names = abstract_methods(&class, vm)?;
        let none = names.is_empty();
        let names = PyFrozenSet::from_iter(vm, names)?.into_ref(&vm.ctx);
        class.set_attr("__abstractmethods__", names, vm)?;
        let data = Data { version: Cell::new(registrations(vm)), ..Data::default() };
        class.set_attr("_abc_impl", data.into_ref(&vm.ctx), vm)?;
        if let Some(class) = class.downcast_ref::<PyType>() {
            class.set_is_abstract(!none);
        }
        Ok(())
    }

    #[pyfunction]
    fn _abc_register(class: PyObjectRef, subclass: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        if !is_class(&subclass, vm) {
            return Err(vm.new_type_error("Can only register classes"));
        }
        if subclass.is_subclass(&class, vm)? {
            return Ok(subclass);
        }
        if class.is_subclass(&subclass, vm)? {
            return Err(vm.new_runtime_error("Refusing to create an inheritance cycle"));
        }
        WeakSet::add(&data(&class, vm)?.registry, &subclass, vm)?;
        let count = own::of::<Registrations>(vm);
        count.0.set(count.0.get() + 1);
        if let (Some(class), Some(subclass)) = (class.downcast_ref::<PyType>(), subclass.downcast_ref::<PyType>()) {
            let kind = class.slots.flags.load() & PyTypeFlags::COLLECTION;
            if !kind.is_empty() {
                mark(subclass, kind, vm)?;
            }
        }
        Ok(subclass)
    }

    /// Has patterns take a class and those below it for sequences or mappings. Native types are what they are: they
    /// outlive the run.
    fn mark(class: &Py<PyType>, kind: PyTypeFlags, vm: &VirtualMachine) -> PyResult<()> {
        budget::steps(1, vm)?;
        let flags = class.slots.flags.load();
        if class.slots.flags.has_feature(PyTypeFlags::IMMUTABLETYPE) || (flags & PyTypeFlags::COLLECTION) == kind {
            return Ok(());
        }
        class.slots.flags.replace_masked(PyTypeFlags::COLLECTION, kind);
        class.modified();
        let below: Vec<PyObjectRef> = class.subclasses.read().iter().filter_map(|weak| weak.upgrade()).collect();
        for class in below.iter().filter_map(|class| class.downcast_ref::<PyType>()) {
            vm.with_recursion("in register", || mark(class, kind, vm))?;
        }
        Ok(())
    }

    #[pyfunction]
    fn _abc_instancecheck(class: PyObjectRef, instance: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let data = data(&class, vm)?;
        let subclass = instance.get_attr("__class__", vm)?;
        if data.cache.borrow().contains(&subclass) {
            return Ok(vm.ctx.true_value.clone().into());
        }
        let subtype: PyObjectRef = instance.class().to_owned().into();
        if subtype.is(&subclass) {
            if data.version.get() == registrations(vm) && data.negative.borrow().contains(&subclass) {
                return Ok(vm.ctx.false_value.clone().into());
            }
            return vm.call_method(&class, "__subclasscheck__", (subclass,));
        }
        let result = vm.call_method(&class, "__subclasscheck__", (subclass,))?;
        if result.clone().try_to_bool(vm)? {
            Ok(result)
        } else {
            vm.call_method(&class, "__subclasscheck__", (subtype,))
        }
    }

    #[pyfunction]
    fn _abc_subclasscheck(class: PyObjectRef, subclass: PyObjectRef, vm: &VirtualMachine) -> PyResult<bool> {
        if !is_class(&subclass, vm) {
            return Err(vm.new_type_error("issubclass() arg 1 must be a class"));
        }
        let data = data(&class, vm)?;
        if data.cache.borrow().contains(&subclass) {
            return Ok(true);
        }
        let count = registrations(vm);
        if data.version.get() < count {
            data.negative.borrow_mut().clear();
            data.version.set(count);
        } else if data.negative.borrow().contains(&subclass) {
            return Ok(false);
        }
        let found = search(&class, &subclass, &data, vm)?;
        let known = if found { &data.cache } else { &data.negative };
        WeakSet::add(known, &subclass, vm)?;
        Ok(found)
    }

    fn search(class: &PyObject, subclass: &PyObject, data: &Data, vm: &VirtualMachine) -> PyResult<bool> {
        let answer = vm.call_method(class, "__subclasshook__", (subclass.to_owned(),))?;
        if answer.is(&vm.ctx.true_value) {
            return Ok(true);
        }
        if answer.is(&vm.ctx.false_value) {
            return Ok(false);
        }
        if !answer.is(&vm.ctx.not_implemented) {
            let message = "__subclasshook__ must return either False, True, or NotImplemented";
            return Err(vm.new_assertion_error(message));
        }
        if let (Some(class), Some(subclass)) = (class.downcast_ref::<PyType>(), subclass.downcast_ref::<PyType>())
            && subclass.fast_issubclass(class)
        {
            return Ok(true);
        }
        if data.registry.borrow().contains(subclass) {
            return Ok(true);
        }
        let registered = data.registry.borrow().living();
        for other in registered {
            budget::steps(1, vm)?;
            if subclass.is_subclass(&other, vm)? {
                return Ok(true);
            }
        }
        let below = vm.call_method(class, "__subclasses__", ())?;
        let Some(below) = below.downcast_ref::<PyList>().map(|list| list.borrow_vec().to_vec()) else {
            return Err(vm.new_type_error("__subclasses__() must return a list"));
        };
        for other in below {
            budget::steps(1, vm)?;
            if subclass.is_subclass(&other, vm)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    #[pyfunction]
    fn get_cache_token(vm: &VirtualMachine) -> u64 {
        registrations(vm)
    }

    #[pyfunction]
    fn _get_dump(class: PyObjectRef, vm: &VirtualMachine) -> PyResult<PyTupleRef> {
        let data = data(&class, vm)?;
        let version = vm.ctx.new_int(data.version.get()).into();
        let mut parts = Vec::new();
        for set in [&data.registry, &data.cache, &data.negative] {
            let references = set.borrow().references();
            let copy = PySet::default().into_ref(&vm.ctx);
            for reference in references {
                copy.add(reference, vm)?;
            }
            parts.push(copy.into());
        }
        parts.push(version);
        Ok(vm.ctx.new_tuple(parts))
    }

    #[pyfunction]
    fn _reset_registry(class: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        data(&class, vm)?.registry.borrow_mut().clear();
        Ok(())
    }

    #[pyfunction]
    fn _reset_caches(class: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        let data = data(&class, vm)?;
        data.cache.borrow_mut().clear();
        data.negative.borrow_mut().clear();
        Ok(())
    }
}
