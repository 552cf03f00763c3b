# Runs the examples of a session one after another in one namespace and gives what each printed and raised.
def run(examples, setup, module):
    import builtins, io, sys, traceback

    if module:
        __import__(module)
        names = dict(vars(sys.modules[module]))
    else:
        names = {"__name__": "__main__", "__builtins__": builtins}
        if setup:
            exec(compile(setup, "main.py", "exec"), names)
    answers, out = [], sys.stdout
    for source in examples:
        sys.stdout = io.StringIO()
        raised = None
        try:
            exec(compile(source, "<example>", "single", 0, True), names)
        except Exception as error:
            raised = "".join(traceback.format_exception_only(type(error), error)[-1:])
        finally:
            printed, sys.stdout = sys.stdout.getvalue(), out
        answers.append([printed, raised])
    return answers


run(examples, setup, module)
