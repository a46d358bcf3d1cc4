/// Why a verb stops before its end.
enum CommandFailure: Error, Sendable, Equatable {
  /// The command line is wrong: everything that is, at once.
  case usage([Complaint])
  /// The work itself could not be done.
  case complaint(Complaint)
  /// Nothing could be read, and each reason has been told already.
  case reported
  /// The reader of the output went away (`jixiao … | head`): not a failure, and not worth a word.
  case closedPipe
}
