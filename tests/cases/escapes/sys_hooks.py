#! expect = {status = "ok"}
import sys

for name in (
    "monitoring settrace setprofile addaudithook _settraceallthreads _setprofileallthreads call_tracing "
    "setswitchinterval _current_frames _current_exceptions _baserepl set_int_max_str_digits "
    "breakpointhook _clear_type_cache _debugmallocstats activate_stack_trampoline remote_exec getdlopenflags "
    "set_coroutine_origin_tracking_depth _xoptions _git _home gettrace getprofile"
).split():
    if hasattr(sys, name):
        print("ESCAPED", name)
sys.__dict__.pop("exc_info", None)
print("contained:", len([n for n in dir(sys) if "trace" in n or "profile" in n]))
