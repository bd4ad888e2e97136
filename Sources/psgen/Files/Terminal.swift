#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Whether a descriptor is a terminal, so that somebody looks at what is written to it.
func isTerminal(_ descriptor: Int32) -> Bool {
    isatty(descriptor) == 1
}

/// Whether text for a descriptor may have control sequences: for a terminal that knows them, unless the user wants none.
func isStyled(_ descriptor: Int32) -> Bool {
    isTerminal(descriptor) && (environmentVariable("NO_COLOR") ?? "").isEmpty && environmentVariable("TERM") != "dumb"
}

/// How many columns text for a descriptor may take: the width of its terminal, from 40 to 100; 80 elsewhere.
func textWidth(of descriptor: Int32) -> Int {
    var size = winsize()
    guard isTerminal(descriptor), ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return min(max(Int(size.ws_col), 40), 100)
}

/// Writes a line to standard error; nobody is left to be told where that fails.
func printError(_ text: String) {
    let line = Array((text + "\n").utf8)
    _ = line.withUnsafeBytes { writeAll($0, to: STDERR_FILENO) }
}

/// Opens what stands for standard input, output and error where the caller closed them, so that no file of the
/// program gets their numbers. Reading and writing them fails as before.
func reserveStandardDescriptors() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 {
        _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
}

/// Ends the process quietly, as if by the signal, after the reader of its output has gone.
func endByClosedPipe() -> Never {
    signal(SIGPIPE, SIG_DFL)
    kill(getpid(), SIGPIPE)
    // Reached where the signal is blocked.
    exit(1)
}
