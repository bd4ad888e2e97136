#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How many processors work can run on at once; `PSGEN_THREADS` says fewer or more.
let processorCount: Int = {
    if let text = getenv("PSGEN_THREADS"), let count = Int(String(cString: text)), (1...256).contains(count) {
        return count
    }
    return max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
}()
