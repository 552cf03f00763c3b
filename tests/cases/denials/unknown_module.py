#! expect = "error"
# Nothing is known of this name: it is not found, as anywhere.
import no_such_module_anywhere
