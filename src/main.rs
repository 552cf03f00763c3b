//! The command `taipan`.

#[global_allocator]
static ALLOCATOR: taipan::CountingAllocator = taipan::CountingAllocator::new();

fn main() {
    let src = std::env::args().nth(1).unwrap();
    let src = std::fs::read_to_string(&src).unwrap_or(src);
    taipan::quick(&src);
}
