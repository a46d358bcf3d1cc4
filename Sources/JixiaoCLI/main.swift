#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// A closed pipe and a size limit are reported by write(2), where they can be answered, not by a signal.
signal(SIGPIPE, SIG_IGN)
signal(SIGXFSZ, SIG_IGN)
Descriptor.occupyStandardNumbers()
exit(
  Command.run(
    arguments: Array(CommandLine.arguments.dropFirst()), environment: Command.processEnvironment(),
    io: .process))
