//! A heap over a buffer: its first page holds what a snapshot would.

use super::*;

const SNAPSHOT: usize = 4096;
const SIZE: usize = 1 << 20;
const KEPT: usize = 64 << 10;

/// Gives its buffer, once.
struct Buffer(Cell<*mut u8>);

// SAFETY: each test has its own.
unsafe impl Send for Buffer {}

// SAFETY: the memory is there as long as the heap, and given once.
unsafe impl Allocator for Buffer {
    fn alloc(&self, size: usize) -> (*mut u8, usize, u32) {
        let start = self.0.replace(std::ptr::null_mut());
        assert!(size <= SIZE);
        (start, SIZE, 0)
    }

    fn remap(&self, _: *mut u8, _: usize, _: usize, _: bool) -> *mut u8 {
        std::ptr::null_mut()
    }

    fn free_part(&self, _: *mut u8, _: usize, _: usize) -> bool {
        false
    }

    fn free(&self, _: *mut u8, _: usize) -> bool {
        false
    }

    fn can_release_part(&self, _: u32) -> bool {
        false
    }

    fn allocates_zeros(&self) -> bool {
        true
    }

    fn page_size(&self) -> usize {
        4096
    }
}

fn with_heap(test: impl FnOnce(&Heap<Buffer>, *mut u8)) {
    let mut memory = vec![0_u128; (SNAPSHOT + SIZE) / 16];
    let start = memory.as_mut_ptr().cast::<u8>();
    // SAFETY: within the buffer, which outlives the heap.
    let heap = unsafe {
        start.write_bytes(7, SNAPSHOT);
        let heap = Heap::new(Buffer(Cell::new(start.add(SNAPSHOT))), layout(KEPT));
        heap.seal(start.addr() + SNAPSHOT);
        heap
    };
    test(&heap, start);
    // SAFETY: as above.
    let snapshot = unsafe { std::slice::from_raw_parts(start, SNAPSHOT) };
    assert!(snapshot.iter().all(|byte| *byte == 7), "the heap wrote to the snapshot");
}

fn layout(size: usize) -> Layout {
    Layout::from_size_align(size, 16).unwrap()
}

#[test]
fn a_block_of_the_snapshot_is_never_handed_out_again() {
    with_heap(|heap, snapshot| unsafe {
        heap.dealloc(snapshot.add(64), layout(32));
        let block = heap.alloc(layout(32));
        assert!(block.addr() >= snapshot.addr() + SNAPSHOT);
    });
}

#[test]
fn a_block_of_the_snapshot_that_grows_is_copied_and_one_that_shrinks_stays() {
    with_heap(|heap, snapshot| unsafe {
        let old = snapshot.add(64);
        assert_eq!(heap.realloc(old, layout(32), 16), old);
        let moved = heap.realloc(old, layout(32), 1000);
        assert!(moved.addr() >= snapshot.addr() + SNAPSHOT);
        assert_eq!(std::slice::from_raw_parts(moved, 32), [7; 32]);
    });
}

#[test]
fn a_runs_blocks_lie_together_and_are_used_again() {
    with_heap(|heap, _| unsafe {
        let (one, two) = (heap.alloc(layout(32)), heap.alloc(layout(32)));
        assert_eq!(two.addr() - one.addr(), 48);
        heap.dealloc(one, layout(32));
        assert_eq!(heap.alloc(layout(32)), one);
        two.write_bytes(9, 32);
        let grown = heap.realloc(two, layout(32), 320);
        assert_eq!(std::slice::from_raw_parts(grown, 32), [9; 32]);
    });
}

#[test]
fn zeros_are_asked_for_and_given() {
    with_heap(|heap, _| unsafe {
        let block = heap.alloc(layout(256));
        block.write_bytes(9, 256);
        heap.dealloc(block, layout(256));
        let again = heap.alloc_zeroed(layout(256));
        assert_eq!((again, std::slice::from_raw_parts(again, 256)), (block, &[0; 256][..]));
    });
}

#[test]
fn what_is_not_there_is_null() {
    with_heap(|heap, _| unsafe {
        assert!(!heap.alloc(layout(SIZE - KEPT - 4096)).is_null());
        assert!(heap.alloc(layout(8192)).is_null());
    });
}

#[test]
fn the_block_that_is_kept_has_one_place_and_one_owner() {
    with_heap(|heap, _| unsafe {
        let kept = heap.alloc(layout(KEPT));
        let small = heap.alloc(layout(32));
        assert_eq!(small.addr() - kept.addr(), KEPT + 16);
        let other = heap.alloc(layout(KEPT));
        assert_ne!(other, kept);
        heap.dealloc(kept, layout(KEPT));
        assert_eq!(heap.alloc(layout(KEPT)), kept);
        heap.dealloc(other, layout(KEPT));
        // Not even one that is grown, or less than it.
        kept.write_bytes(9, KEPT);
        let grown = heap.realloc(kept, layout(KEPT), 2 * KEPT);
        assert_ne!(grown, kept);
        assert_eq!(std::slice::from_raw_parts(grown, KEPT), [9; KEPT]);
        heap.dealloc(grown, layout(2 * KEPT));
        assert_eq!(heap.alloc(layout(KEPT)), kept);
        assert_eq!(heap.realloc(kept, layout(KEPT), 100), kept);
        heap.dealloc(kept, layout(100));
        assert_eq!(heap.alloc(layout(KEPT)), kept);
        assert_ne!(heap.alloc(layout(100)), kept);
    });
}

fn small(size: usize) -> Layout {
    Layout::from_size_align(size, 8).unwrap()
}

#[test]
fn a_small_block_goes_to_the_next_of_its_size() {
    with_heap(|heap, _| unsafe {
        let [first, second, other] = [24, 20, 25].map(|size| heap.alloc(small(size)));
        heap.dealloc(first, small(24));
        heap.dealloc(second, small(20));
        heap.dealloc(other, small(25));
        assert_eq!([17, 24, 32].map(|size| heap.alloc(small(size))), [second, first, other]);
        second.write_bytes(0xff, 24);
        heap.dealloc(second, small(24));
        let zeroed = heap.alloc_zeroed(small(24));
        assert_eq!(zeroed, second);
        assert_eq!(std::slice::from_raw_parts(zeroed, 24), [0; 24]);
    });
}

#[test]
fn a_small_block_that_outgrows_its_size_is_copied() {
    with_heap(|heap, snapshot| unsafe {
        let block = heap.alloc(small(20));
        block.write_bytes(9, 20);
        assert_eq!(heap.realloc(block, small(20), 24), block);
        let large = heap.realloc(block, small(24), 4000);
        assert_eq!(std::slice::from_raw_parts(large, 20), [9; 20]);
        assert_eq!(heap.alloc(small(24)), block);
        let back = heap.realloc(large, small(4000), 12);
        assert_eq!(std::slice::from_raw_parts(back, 12), [9; 12]);
        let of_snapshot = heap.realloc(snapshot.add(64), small(16), 17);
        assert_eq!(std::slice::from_raw_parts(of_snapshot, 16), [7; 16]);
    });
}

#[test]
fn so_many_small_blocks_are_kept_and_no_more() {
    with_heap(|heap, _| unsafe {
        let blocks: Vec<_> = (0..2000).map(|_| heap.alloc(small(8))).collect();
        blocks.iter().for_each(|block| heap.dealloc(*block, small(8)));
        let again: Vec<_> = (0..1024).map(|_| heap.alloc(small(8))).collect();
        assert!(again.iter().rev().eq(&blocks[..1024]));
        // The rest is one piece again.
        assert!(blocks[1024..].contains(&heap.alloc(small(4000))));
    });
}
