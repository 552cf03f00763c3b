//! The native module `_csv`, whose dialects and field size limit are the interpreter's own.
//!
//! RustPython keeps them for the whole process, so that one run would see what another registered.

mod format;
mod join;
mod parse;

pub(super) use _csv::module_def;

use std::cell::{Cell, OnceCell};

use rustpython_vm::builtins::{PyDict, PyDictRef};
use rustpython_vm::{PyPayload, VirtualMachine};

/// What one interpreter keeps.
struct Registry {
    dialects: OnceCell<PyDictRef>,
    limit: Cell<i64>,
}

impl Default for Registry {
    fn default() -> Registry {
        Registry { dialects: OnceCell::new(), limit: Cell::new(128 * 1024) }
    }
}

impl Registry {
    fn dialects(&self, vm: &VirtualMachine) -> PyDictRef {
        self.dialects.get_or_init(|| PyDict::default().into_ref(&vm.ctx)).clone()
    }
}

#[rustpython_vm::pymodule]
mod _csv {
    use std::cell::{Cell, RefCell};

    // The macros name it.
    use rustpython_vm::builtins::{PyBaseExceptionRef, PyInt, PyListRef, PyStr, PyStrRef, PyType, PyTypeRef};
    use rustpython_vm::common as rustpython_common;
    use rustpython_vm::common::wtf8::Wtf8Buf;
    use rustpython_vm::function::{FuncArgs, OptionalArg};
    use rustpython_vm::protocol::{PyIter, PyIterReturn, PyNumber};
    use rustpython_vm::types::{Constructor, IterNext, Iterable, SelfIter};
    use rustpython_vm::{
        AsObject, FromArgs, Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, Traverse, VirtualMachine, pyclass,
    };

    use super::Registry;
    use super::format::{Format, Options, Quoting};
    use super::join::{self, Line};
    use super::parse::{self, Field, Record};
    use crate::native::budget;
    use crate::native::modules::own;

    #[pyattr]
    const QUOTE_MINIMAL: i32 = Quoting::Minimal as i32;
    #[pyattr]
    const QUOTE_ALL: i32 = Quoting::All as i32;
    #[pyattr]
    const QUOTE_NONNUMERIC: i32 = Quoting::NonNumeric as i32;
    #[pyattr]
    const QUOTE_NONE: i32 = Quoting::None as i32;
    #[pyattr]
    const QUOTE_STRINGS: i32 = Quoting::Strings as i32;
    #[pyattr]
    const QUOTE_NOTNULL: i32 = Quoting::NotNull as i32;
    #[pyattr(name = "__version__")]
    const VERSION: &str = "1.0";

    #[pyattr(name = "Error", once)]
    fn error(vm: &VirtualMachine) -> PyTypeRef {
        vm.ctx.new_exception_type("_csv", "Error", Some(vec![vm.ctx.exceptions.exception_type.to_owned()]))
    }

    fn new_error(message: impl Into<String>, vm: &VirtualMachine) -> PyBaseExceptionRef {
        vm.new_exception_msg(error(vm), Wtf8Buf::from(message.into()))
    }

    fn registry(vm: &VirtualMachine) -> std::rc::Rc<Registry> {
        own::of::<Registry>(vm)
    }

    fn registered(name: &PyObject, vm: &VirtualMachine) -> PyResult<PyObjectRef> {
        let found = registry(vm).dialects(vm).get_item_opt(name, vm)?;
        found.ok_or_else(|| new_error("unknown dialect", vm))
    }

    #[pyattr]
    #[pyclass(module = "_csv", name = "Dialect")]
    #[derive(Debug, PyPayload)]
    struct Dialect {
        format: Format,
    }

    impl Constructor for Dialect {
        type Args = FuncArgs;

        fn slot_new(class: PyTypeRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
            let mut options = Options::from_args(args, vm)?;
            if let Some(dialect) = options.dialect().cloned() {
                let dialect = if dialect.downcastable::<PyStr>() { registered(&dialect, vm)? } else { dialect };
                if options.is_dialect_alone() && dialect.downcastable::<Dialect>() {
                    return Ok(dialect);
                }
                options.set_dialect(dialect);
            }
            let format = options.read(vm)?;
            Dialect { format }.into_ref_with_type(vm, class).map(Into::into)
        }

        fn py_new(_class: &Py<PyType>, args: FuncArgs, vm: &VirtualMachine) -> PyResult<Dialect> {
            Ok(Dialect { format: Options::from_args(args, vm)?.read(vm)? })
        }
    }

    #[pyclass(flags(BASETYPE), with(Constructor))]
    impl Dialect {
        #[pygetset]
        fn delimiter(zelf: &Py<Self>, vm: &VirtualMachine) -> PyStrRef {
            vm.ctx.new_str(Wtf8Buf::from_iter([zelf.format.delimiter]))
        }

        #[pygetset]
        fn quotechar(zelf: &Py<Self>, vm: &VirtualMachine) -> Option<PyStrRef> {
            zelf.format.quote.map(|point| vm.ctx.new_str(Wtf8Buf::from_iter([point])))
        }

        #[pygetset]
        fn escapechar(zelf: &Py<Self>, vm: &VirtualMachine) -> Option<PyStrRef> {
            zelf.format.escape.map(|point| vm.ctx.new_str(Wtf8Buf::from_iter([point])))
        }

        #[pygetset]
        fn doublequote(zelf: &Py<Self>) -> bool {
            zelf.format.double_quote
        }

        #[pygetset]
        fn skipinitialspace(zelf: &Py<Self>) -> bool {
            zelf.format.skip_space
        }

        #[pygetset]
        fn lineterminator(zelf: &Py<Self>) -> PyStrRef {
            zelf.format.terminator.clone()
        }

        #[pygetset]
        fn quoting(zelf: &Py<Self>) -> i32 {
            zelf.format.quoting as i32
        }

        #[pygetset]
        fn strict(zelf: &Py<Self>) -> bool {
            zelf.format.strict
        }

        #[pymethod]
        fn __reduce__(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
            Err(vm.new_type_error(format!("cannot pickle '{}' instances", zelf.class().name())))
        }

        #[pymethod]
        fn __reduce_ex__(zelf: &Py<Self>, _protocol: PyObjectRef, vm: &VirtualMachine) -> PyResult {
            Dialect::__reduce__(zelf, vm)
        }
    }

    /// Takes the first of one or two arguments, in CPython's words.
    fn pair(args: &mut FuncArgs, vm: &VirtualMachine) -> PyResult<PyObjectRef> {
        match args.args.len() {
            1 | 2 => Ok(args.args.remove(0)),
            0 => Err(vm.new_type_error(" expected at least 1 argument, got 0")),
            given => Err(vm.new_type_error(format!(" expected at most 2 arguments, got {given}"))),
        }
    }

    fn dialect(args: FuncArgs, vm: &VirtualMachine) -> PyResult<PyRef<Dialect>> {
        let made = Dialect::slot_new(Dialect::class(&vm.ctx).to_owned(), args, vm)?;
        made.downcast().map_err(|_| vm.new_type_error("Dialect expected"))
    }

    #[pyfunction]
    fn register_dialect(mut args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        let name = pair(&mut args, vm)?;
        if !name.downcastable::<PyStr>() {
            let class = name.class().name().to_string();
            return Err(vm.new_type_error(format!("dialect name must be a string, not {class}")));
        }
        let dialect = dialect(args, vm)?;
        registry(vm).dialects(vm).set_item(&*name, dialect.into(), vm)
    }

    #[derive(FromArgs)]
    struct Named {
        #[pyarg(any)]
        name: PyObjectRef,
    }

    #[pyfunction]
    fn unregister_dialect(Named { name }: Named, vm: &VirtualMachine) -> PyResult<()> {
        registered(&name, vm)?;
        registry(vm).dialects(vm).del_item(&*name, vm)
    }

    #[pyfunction]
    fn get_dialect(Named { name }: Named, vm: &VirtualMachine) -> PyResult {
        registered(&name, vm)
    }

    #[pyfunction]
    fn list_dialects(vm: &VirtualMachine) -> PyListRef {
        let dialects = registry(vm).dialects(vm);
        vm.ctx.new_list(dialects.into_iter().map(|(name, _)| name).collect())
    }

    #[derive(FromArgs)]
    struct NewLimit {
        #[pyarg(any, optional)]
        new_limit: OptionalArg<PyObjectRef>,
    }

    #[pyfunction]
    fn field_size_limit(NewLimit { new_limit }: NewLimit, vm: &VirtualMachine) -> PyResult<i64> {
        let registry = registry(vm);
        let old = registry.limit.get();
        if let OptionalArg::Present(limit) = new_limit {
            let Some(new) = limit.downcast_ref_if_exact::<PyInt>(vm) else {
                let class = limit.class().name().to_string();
                return Err(vm.new_type_error(format!("limit must be an integer, not {class}")));
            };
            let new = new.try_to_primitive(vm);
            registry.limit.set(new.map_err(|_| vm.new_overflow_error("Python int too large to convert to C long"))?);
        }
        Ok(old)
    }

    /// A step for each four characters, and one for the field.
    fn pay(bytes: usize, vm: &VirtualMachine) -> PyResult<()> {
        budget::steps(1 + bytes as u64 / 4, vm)
    }

    #[pyfunction]
    fn reader(mut args: FuncArgs, vm: &VirtualMachine) -> PyResult<Reader> {
        let lines = pair(&mut args, vm)?.get_iter(vm)?;
        Ok(Reader { lines, dialect: dialect(args, vm)?, record: RefCell::default(), read: Cell::new(0) })
    }

    #[pyattr(name = "Reader")]
    #[pyclass(module = "_csv", name = "reader", traverse)]
    #[derive(Debug, PyPayload)]
    struct Reader {
        lines: PyIter,
        dialect: PyRef<Dialect>,
        #[pytraverse(skip)]
        record: RefCell<Record>,
        #[pytraverse(skip)]
        read: Cell<u64>,
    }

    #[pyclass(flags(DISALLOW_INSTANTIATION), with(IterNext, Iterable))]
    impl Reader {
        #[pygetset]
        fn line_num(zelf: &Py<Self>) -> u64 {
            zelf.read.get()
        }

        #[pygetset]
        fn dialect(zelf: &Py<Self>) -> PyObjectRef {
            zelf.dialect.clone().into()
        }
    }

    impl SelfIter for Reader {}

    impl IterNext for Reader {
        fn next(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyIterReturn> {
            let format = &zelf.dialect.format;
            drop(zelf.record.take());
            let mut row = Vec::new();
            loop {
                let line = match zelf.lines.next(vm)? {
                    PyIterReturn::Return(line) => line,
                    PyIterReturn::StopIteration(value) => {
                        if !zelf.record.borrow().is_torn() {
                            return Ok(PyIterReturn::StopIteration(value));
                        }
                        if format.strict {
                            return Err(new_error("unexpected end of data", vm));
                        }
                        zelf.record.borrow_mut().mend(format);
                        zelf.add_fields(&mut row, vm)?;
                        break;
                    }
                };
                let Some(text) = line.downcast_ref::<PyStr>() else {
                    let class = line.class().name().to_string();
                    let message =
                        format!("iterator should return strings, not {class} (the file should be opened in text mode)");
                    return Err(new_error(message, vm));
                };
                zelf.read.set(zelf.read.get() + 1);
                pay(text.as_wtf8().len(), vm)?;
                let limit = registry(vm).limit.get();
                let read = zelf.record.borrow_mut().line(text.as_wtf8(), format, limit);
                // A field that is no number comes before what is wrong after it.
                zelf.add_fields(&mut row, vm)?;
                read.map_err(|fault| unreadable(fault, format, limit, vm))?;
                if zelf.record.borrow().is_complete() {
                    break;
                }
            }
            Ok(PyIterReturn::Return(vm.ctx.new_list(row).into()))
        }
    }

    impl Reader {
        /// Makes objects of the fields that have ended.
        fn add_fields(&self, row: &mut Vec<PyObjectRef>, vm: &VirtualMachine) -> PyResult<()> {
            let fields = self.record.borrow_mut().take_fields();
            budget::steps(fields.len() as u64, vm)?;
            for field in fields {
                row.push(match field {
                    Field::Text(text) => vm.ctx.new_str(text).into(),
                    Field::Number(text) => {
                        let text: PyObjectRef = vm.ctx.new_str(text).into();
                        vm.ctx.types.float_type.as_object().call((text,), vm)?
                    }
                    Field::Null => vm.ctx.none(),
                });
            }
            Ok(())
        }
    }

    fn unreadable(fault: parse::Fault, format: &Format, limit: i64, vm: &VirtualMachine) -> PyBaseExceptionRef {
        match fault {
            parse::Fault::FieldTooLong => new_error(format!("field larger than field limit ({limit})"), vm),
            parse::Fault::StrayNewline => new_error(
                "new-line character seen in unquoted field - do you need to open the file with newline=''?",
                vm,
            ),
            parse::Fault::DelimiterExpected => {
                let mut message = Wtf8Buf::from("'");
                message.push(format.delimiter);
                message.push_str("' expected after '");
                message.extend(format.quote);
                message.push_str("'");
                vm.new_exception_msg(error(vm), message)
            }
        }
    }

    #[pyfunction]
    fn writer(mut args: FuncArgs, vm: &VirtualMachine) -> PyResult<Writer> {
        let file = pair(&mut args, vm)?;
        let dialect = dialect(args, vm)?;
        match vm.get_attribute_opt(&file, "write")?.filter(|write| write.is_callable()) {
            Some(write) => Ok(Writer { write, dialect }),
            None => Err(vm.new_type_error("argument 1 must have a \"write\" method")),
        }
    }

    #[pyattr(name = "Writer")]
    #[pyclass(module = "_csv", name = "writer", traverse)]
    #[derive(Debug, PyPayload)]
    struct Writer {
        write: PyObjectRef,
        dialect: PyRef<Dialect>,
    }

    #[pyclass(flags(DISALLOW_INSTANTIATION))]
    impl Writer {
        #[pygetset]
        fn dialect(zelf: &Py<Self>) -> PyObjectRef {
            zelf.dialect.clone().into()
        }

        #[pymethod]
        fn writerow(zelf: &Py<Self>, row: PyObjectRef, vm: &VirtualMachine) -> PyResult {
            let fields = row.get_iter(vm).map_err(|raised| {
                if raised.fast_isinstance(vm.ctx.exceptions.type_error) {
                    new_error(format!("iterable expected, not {}", row.class().name()), vm)
                } else {
                    raised
                }
            })?;
            let format = &zelf.dialect.format;
            let mut line = Line::default();
            while let PyIterReturn::Return(field) = fields.next(vm)? {
                let null = vm.is_none(&field);
                let quote = match format.quoting {
                    Quoting::Minimal | Quoting::None => false,
                    Quoting::All => true,
                    Quoting::NonNumeric => !PyNumber::check(&field),
                    Quoting::Strings => field.downcastable::<PyStr>(),
                    Quoting::NotNull => !null,
                };
                let text = if null { None } else { Some(field.str(vm)?) };
                pay(text.as_ref().map_or(0, |text| text.as_wtf8().len()), vm)?;
                let text = text.as_ref().map(|text| text.as_wtf8());
                line.field(text, quote, format).map_err(|fault| unwritable(fault, vm))?;
            }
            let line = line.end(format).map_err(|fault| unwritable(fault, vm))?;
            zelf.write.call((vm.ctx.new_str(line),), vm)
        }

        #[pymethod]
        fn writerows(zelf: &Py<Self>, rows: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
            let rows = rows.get_iter(vm)?;
            while let PyIterReturn::Return(row) = rows.next(vm)? {
                Self::writerow(zelf, row, vm)?;
            }
            Ok(())
        }
    }

    fn unwritable(fault: join::Fault, vm: &VirtualMachine) -> PyBaseExceptionRef {
        let message = match fault {
            join::Fault::NoEscape => "need to escape, but no escapechar set",
            join::Fault::EmptyRecord => "single empty field record must be quoted",
            join::Fault::EmptyField => {
                "empty field must be quoted if delimiter is a space and skipinitialspace is true"
            }
        };
        new_error(message, vm)
    }
}
