# The project's commands; `make help` lists them. Each gets its Rust toolchain by tools/toolchain.
cargo := tools/toolchain cargo
# A build server takes Cargo.lock as it stands; at a desk it follows an edited Cargo.toml.
locked := $(if $(CI),--locked)

.DEFAULT_GOAL := help
.PHONY: help run build guest test bench licences

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: build ## build taipan and run examples/mortgage.py through it
	@target/release/taipan run examples/mortgage.py

build: ## leave the release binary at target/release/taipan
	@$(cargo) build --release $(locked)
	@tools/place-binary

guest: ## build what stands behind the wall into guest/out; `make build` puts it into the program
	@$(cargo) xtask guest

test: ## run every check: format, lints, docs, licences, dependencies, tests
	@tools/step toolchain tools/test-toolchain
	@tools/step format $(cargo) fmt --all --check
	@tools/step lints $(cargo) clippy --release $(locked) --workspace --all-targets -- -D warnings
	@RUSTDOCFLAGS="-D warnings" tools/step docs $(cargo) doc --release $(locked) --workspace --no-deps
	@tools/step licences $(cargo) xtask licences --check
	@tools/step dependencies tools/cargo-deny
	@tools/step tests tools/cargo-test --release $(locked) --workspace --no-fail-fast

bench: ## run the benches
	@$(cargo) bench $(locked)

licences: ## write THIRD-PARTY.md anew
	@$(cargo) xtask licences
