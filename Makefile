# The project's commands; `make help` lists them. Each gets its Rust toolchain by tools/toolchain.
cargo := tools/toolchain cargo
# A build server takes Cargo.lock as it stands; at a desk it follows an edited Cargo.toml.
locked := $(if $(CI),--locked)

.DEFAULT_GOAL := help
.PHONY: help run build guest guest-check clients browser test bench fuzz licences

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: build ## build taipan and run examples/mortgage.py through it
	@target/release/taipan run examples/mortgage.py

build: guest ## leave the release binary at target/release/taipan
	@$(cargo) build --release $(locked)
	@tools/place-binary

guest: ## build what stands behind the wall into guest/out, where it is not up to date
	@$(cargo) xtask guest

guest-check: guest ## build it again from another folder, and fail if that gives other bytes
	@$(cargo) xtask guest --check

clients: ## install the official Python clients that some tests use, where that is possible
	@tools/python-clients

browser: ## install a browser for the tests of pages, where that is possible
	@tools/browser

test: guest clients browser ## run every check: format, lints, docs, licences, dependencies, tests
	@tools/step toolchain tools/test-toolchain
	@tools/step format $(cargo) fmt --all --check
	@tools/step lints $(cargo) clippy --release $(locked) --workspace --all-targets -- -D warnings
	@RUSTDOCFLAGS="-D warnings" tools/step docs $(cargo) doc --release $(locked) --workspace --no-deps
	@tools/step licences $(cargo) xtask licences --check
	@tools/step dependencies tools/cargo-deny
	@tools/step "guest builder" $(cargo) xtask guest --test
	@tools/step tests tools/cargo-test --release $(locked) --workspace --no-fail-fast

bench: guest ## run the benches and write docs/benchmarks.md
	@TAIPAN_WRITE_DOCS=1 $(cargo) bench $(locked)

fuzz: guest ## feed each fuzz target at random for a minute
	@tools/fuzz

licences: ## write THIRD-PARTY.md anew
	@$(cargo) xtask licences
