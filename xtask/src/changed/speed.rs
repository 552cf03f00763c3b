//! What has the guest do less for the same.

use super::Place;

pub(super) const SPEED: [Place; 16] = [
    // Each of three lists of a code object begins with this many instructions, and all of them are written: a page and a half each,
    // that a small program has no use for.
    Place {
        name: "rustpython-codegen",
        file: "src/ir.rs",
        from: r"const INITIAL_INSTR_SEQUENCE_SIZE: usize = 100;",
        to: r"const INITIAL_INSTR_SEQUENCE_SIZE: usize = 16;",
    },
    // What lives for ever is never let go, so nobody asks whether it was shown to others.
    Place {
        name: "rustpython-common",
        file: "src/refcount.rs",
        from: r"    pub fn mark_published(&self) {
",
        to: r"    pub fn mark_published(&self) {
        if self.is_immortal() {
            return;
        }
",
    },
    // A charge is three instructions, which give a value that nobody sees. Its first one, once it has run,
    // does what they do; the number that it takes is one that the interpreter has no use for.
    Place {
        name: "rustpython-vm",
        file: "src/frame.rs",
        from: r"                let instr_idx = self.lasti() as usize - 1;
                unsafe {
                    self.code
                        .instructions
                        .replace_op(instr_idx, Instruction::LoadConstMortal);
                }
                Ok(None)
            }
            Instruction::LoadConstMortal | Instruction::LoadConstImmortal => {
",
        to: r"                let instr_idx = self.lasti() as usize - 1;
                let charge = self.top_value().is(&vm.ctx.ellipsis)
                    && matches!(self.code.instructions.read_op(instr_idx + 1), Instruction::UnaryNegative)
                    && matches!(self.code.instructions.read_op(instr_idx + 2), Instruction::PopTop);
                unsafe {
                    self.code.instructions.replace_op(
                        instr_idx,
                        if charge { Instruction::LoadConstImmortal } else { Instruction::LoadConstMortal },
                    );
                }
                Ok(None)
            }
            Instruction::LoadConstImmortal => {
                if let Some(charge) = vm.ctx.types.ellipsis_type.slots.as_number.negative.load() {
                    charge(vm.ctx.ellipsis.as_object().number(), vm)?;
                }
                self.update_lasti(|i| *i += 2);
                Ok(None)
            }
            Instruction::LoadConstMortal => {
",
    },
    // No code is traced here.
    Place {
        name: "rustpython-vm",
        file: "src/frame.rs",
        from: r"let mut tracing = vm.use_tracing.get();",
        to: r"let mut tracing = false;",
    },
    // Most instructions end with nothing to say.
    Place {
        name: "rustpython-vm",
        file: "src/frame.rs",
        from: r"                Ok(None) => {}
                Ok(Some(value)) => {
                    break Ok(value);
                }
                // Instruction raised an exception
                Err(exception) => {
",
        to: r"                Ok(None) => {}
                Ok(Some(value)) => {
                    core::hint::cold_path();
                    break Ok(value);
                }
                // Instruction raised an exception
                Err(exception) => {
                    core::hint::cold_path();
",
    },
    Place {
        name: "rustpython-vm",
        file: "src/frame.rs",
        from: r"    #[inline]
    fn int_fast_op(",
        to: r"    #[inline(always)]
    fn int_fast_op(",
    },
    Place {
        name: "rustpython-vm",
        file: "src/frame.rs",
        from: r"    #[inline]
    fn int_add(",
        to: r"    #[inline(always)]
    fn int_add(",
    },
    Place {
        name: "rustpython-vm",
        file: "src/frame.rs",
        from: r"    #[inline]
    fn int_sub(",
        to: r"    #[inline(always)]
    fn int_sub(",
    },
    Place {
        name: "rustpython-vm",
        file: "src/frame.rs",
        from: r"    #[inline]
    fn int_mul(",
        to: r"    #[inline(always)]
    fn int_mul(",
    },
    Place {
        name: "rustpython-vm",
        file: "src/frame.rs",
        from: r"    #[inline]
    #[track_caller]
    unsafe fn push_borrowed(",
        to: r"    #[inline(always)]
    unsafe fn push_borrowed(",
    },
    // Numbers, and what else holds nothing that has to be let go, are kept for the next of their kind at once.
    Place {
        name: "rustpython-vm",
        file: "src/object/core.rs",
        from: r"pub(super) unsafe fn default_dealloc<T: PyPayload>(obj: *mut PyObject) {
",
        to: r"pub(super) unsafe fn default_dealloc<T: PyPayload>(obj: *mut PyObject) {
    let obj_ref = unsafe { &*(obj as *const PyObject) };
    if T::HAS_FREELIST && !obj_ref.is_gc_tracked() && obj_ref.0.vtable.clear.is_none() {
        use crate::types::PyTypeFlags;
        let typ = obj_ref.class();
        let flags = &typ.slots.flags;
        if core::ptr::eq(typ, T::class(crate::vm::Context::genesis()))
            && typ.slots.del.load().is_none()
            && !flags.has_feature(PyTypeFlags::HAS_DICT)
            && !flags.has_feature(PyTypeFlags::HAS_WEAKREF)
            && typ.slots.member_count == 0
            && !obj_ref.0.ref_count.is_published()
            && unsafe { T::freelist_push(obj) }
        {
            return;
        }
    }
    unsafe { whole_dealloc::<T>(obj) }
}

#[inline(never)]
unsafe fn whole_dealloc<T: PyPayload>(obj: *mut PyObject) {
",
    },
    // The names of a module are looked up in its dictionary as such.
    Place {
        name: "rustpython-vm",
        file: "src/frame.rs",
        from: r"                let name = self.code.names[idx.get(arg) as usize];
                let result = self.locals.mapping(vm).subscript(name, vm);
",
        to: r"                let name = self.code.names[idx.get(arg) as usize];
                if self.is_of_module(vm) {
                    self.push_value(self.load_global_or_builtin(name, vm)?);
                    return Ok(None);
                }
                let result = self.locals.mapping(vm).subscript(name, vm);
",
    },
    Place {
        name: "rustpython-vm",
        file: "src/frame.rs",
        from: r"                let value = self.pop_value();
                self.locals
                    .mapping(vm)
                    .ass_subscript(name, Some(value), vm)?;
",
        to: r"                let value = self.pop_value();
                if self.is_of_module(vm) {
                    self.globals.inner_setitem(name, value, vm)?;
                    return Ok(None);
                }
                self.locals
                    .mapping(vm)
                    .ass_subscript(name, Some(value), vm)?;
",
    },
    Place {
        name: "rustpython-vm",
        file: "src/frame.rs",
        from: r"    #[inline]
    fn load_global_or_builtin(&self, name: &Py<PyStr>, vm: &VirtualMachine) -> PyResult {
",
        to: r"    /// Whether names are those of globals that are a plain dictionary, and not the builtins themselves.
    #[inline(always)]
    fn is_of_module(&self, vm: &VirtualMachine) -> bool {
        self.builtins_dict.is_some_and(|builtins| !builtins.as_object().is(self.globals.as_object()))
            && self.locals.as_object(vm).is(self.globals.as_object())
    }

    #[inline]
    fn load_global_or_builtin(&self, name: &Py<PyStr>, vm: &VirtualMachine) -> PyResult {
",
    },
    Place {
        name: "rustpython-vm",
        file: "src/protocol/object.rs",
        from: r"    pub fn hash(&self, vm: &VirtualMachine) -> PyResult<PyHash> {
",
        to: r"    pub fn hash(&self, vm: &VirtualMachine) -> PyResult<PyHash> {
        if let Some(text) = self.downcast_ref_if_exact::<crate::builtins::PyStr>(vm) {
            return Ok(text.hash(vm));
        }
",
    },
    // Each encoder asks for its own module: it is there as a rule, and importing it costs more than to look.
    Place {
        name: "rustpython-stdlib",
        file: "src/json.rs",
        from: r#"        let module = vm.import("_json", 0)?;
"#,
        to: r#"        let modules = vm.sys_module.get_attr("modules", vm)?;
        let module = modules.get_item("_json", vm).or_else(|_| vm.import("_json", 0))?;
"#,
    },
];
