//! x
mod boot; mod budget; mod frames; mod gate; mod modules; mod scrub; mod stdio; mod tables;
use rustpython_vm::compiler::Mode;
pub(crate) fn quick(src: &str) {
    let t = std::time::Instant::now();
    let n: usize = std::env::var("N").ok().and_then(|x| x.parse().ok()).unwrap_or(1);
    let src = src.to_owned();
    std::thread::Builder::new().stack_size(256<<20).spawn(move || {
    for k in 0..n {
    let t0 = std::time::Instant::now();
    let i = boot::boot();
    let tb = t0.elapsed();
    stdio::start(1<<20);
    let policy = std::sync::Arc::new(crate::Policy::default());
    let t1 = std::time::Instant::now();
    i.enter(|vm| {
        gate::start(&policy, vm).ok();
        vm.recursion_limit.set(1000);
        budget::start(&crate::Limits::default(), Default::default());
        let scope = vm.new_scope_with_main().unwrap();
        let r = vm.compile(&src, Mode::BlockExpr, "main.py").map_err(|e| e.into_pyexception(vm, Some(&src)))
            .and_then(|c| vm.run_code_obj(c, scope)).and_then(|o| o.repr(vm).map(|s| s.to_string()));
        let f = budget::finish();
        let s = match r { Ok(s) => s, Err(e) => { let mut s=String::new(); vm.write_exception(&mut s,&e).ok(); s } };
        if k == n-1 || k < 3 {
            let o = stdio::take();
            print!("{}", o[0].text); eprint!("{}", o[1].text);
            eprintln!("=> {s}\n[fuel {f:?} mem {} boot {tb:?} run {:?} denials {:?}]", crate::alloc::peak(), t1.elapsed(), gate::finish());
        }
    });
    let t2 = std::time::Instant::now();
    if std::env::var("NOFIN").is_err() { i.finalize(None); } else { drop(i) }
    budget::disarm(); gate::clear();
    if k==n-1 || k<3 { let rss = std::fs::read_to_string("/proc/self/statm").unwrap(); eprintln!("teardown {:?} rss pages {rss}", t2.elapsed()); }
    }
    }).unwrap().join().unwrap();
    eprintln!("total {:?}", t.elapsed());
}
