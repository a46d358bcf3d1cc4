/// The quotes of one row after another, carried from word to word.
///
/// Only which separators stand outside quotes and which rows have quotes at all; whether the quotes of a row follow
/// RFC 4180 is for its reader to check.
struct QuoteState {
  /// All ones where the last word ended within quotes.
  private var inside: UInt64 = 0
  private var rowHasQuotes = false
  /// The quotes of the word at hand.
  private var quotes: UInt64 = 0
  /// The part of this word whose rows have ended.
  private var ended: UInt64 = 0

  /// Whether nothing is carried over, so that a word without quotes needs no look.
  @inline(always)
  var isQuiet: Bool { inside == 0 && !rowHasQuotes }

  /// The separators that stand outside quotes, newlines always.
  mutating func separators(_ structure: UInt64, newlines: UInt64, quotes: UInt64) -> UInt64 {
    self.quotes = quotes
    ended = 0
    var open = quotes
    var result: UInt64 = 0
    // A newline within quotes ends its row all the same, and behind it the quotes begin anew.
    var settled: UInt64 = 0
    while true {
      let within = prefixParity(open) ^ inside
      let caught = within & newlines & ~settled
      if caught == 0 {
        result |= structure & (~within | newlines) & ~settled
        inside = within >> 63 == 1 ? ~0 : 0
        return result
      }
      let upTo = ((caught & (0 &- caught)) &<< 1) &- 1
      result |= structure & (~within | newlines) & upTo & ~settled
      settled = upTo
      open &= ~upTo
      inside = 0
      if upTo == ~0 { return result }
    }
  }

  /// The flag of the row that ends at this newline.
  @inline(always)
  mutating func flag(endingAt newline: UInt64) -> UInt32 {
    if quotes == 0 && !rowHasQuotes { return 0 }
    let upTo = (newline &<< 1) &- 1
    let hasQuotes = rowHasQuotes || quotes & upTo & ~ended != 0
    ended |= upTo
    rowHasQuotes = false
    return hasQuotes ? RowIndex.quoted : 0
  }

  /// Carries what belongs to a row that goes on in the next word.
  @inline(always)
  mutating func endWord() {
    if quotes != 0 {
      if quotes & ~ended != 0 { rowHasQuotes = true }
      quotes = 0
    }
    ended = 0
  }
}
