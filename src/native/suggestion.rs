//! What a misspelt name may have meant, in CPython's words.

use rustpython_vm::builtins::{PyBaseExceptionRef, PyStr};
use rustpython_vm::suggestion::offer_suggestions;
use rustpython_vm::{AsObject, VirtualMachine};

use crate::allowlist::{self, Tier};

/// The text that follows the message, such as `. Did you mean: 'sum'?`. May call guest code.
pub(crate) fn suggestion(exception: &PyBaseExceptionRef, vm: &VirtualMachine) -> Option<String> {
    let meant = attribute_of_self(exception, vm)
        .or_else(|| offer_suggestions(exception, vm).map(|text| text.to_string_lossy().into_owned()));
    match (meant, forgotten_import(exception, vm)) {
        (None, None) => None,
        (Some(meant), None) => Some(format!(". Did you mean: '{meant}'?")),
        (None, Some(module)) => Some(format!(". Did you forget to import '{module}'?")),
        (Some(meant), Some(module)) => {
            Some(format!(". Did you mean: '{meant}'? Or did you forget to import '{module}'?"))
        }
    }
}

fn missing_name(exception: &PyBaseExceptionRef, vm: &VirtualMachine) -> Option<String> {
    if !exception.fast_isinstance(vm.ctx.exceptions.name_error) {
        return None;
    }
    let name = exception.as_object().get_attr("name", vm).ok()?;
    Some(name.downcast_ref::<PyStr>()?.to_str()?.to_owned())
}

/// A name that the method's own object has.
fn attribute_of_self(exception: &PyBaseExceptionRef, vm: &VirtualMachine) -> Option<String> {
    let name = missing_name(exception, vm)?;
    let innermost = exception.__traceback__()?.iter().last()?;
    let locals = innermost.frame.f_locals(vm).ok()?;
    let object = locals.get_item("self", vm).ok()?;
    object.has_attr(&*vm.ctx.new_str(name.as_str()), vm).ok()?.then(|| format!("self.{name}"))
}

fn forgotten_import(exception: &PyBaseExceptionRef, vm: &VirtualMachine) -> Option<String> {
    let name = missing_name(exception, vm)?;
    let listed = allowlist::find(&name).filter(|module| module.tier != Tier::Support);
    listed.map(|module| module.name.to_owned())
}
