/// The columns that a printed worksheet does not show; asked of every cell, whatever their number.
struct XlsxHiddenColumns {
  private var ranges: [ClosedRange<Int>] = []

  mutating func add(_ columns: ClosedRange<Int>) { ranges.append(columns) }

  /// Puts the ranges in order, those that touch made one.
  mutating func sort() {
    var joined: [ClosedRange<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, range.lowerBound <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    ranges = joined
  }

  func hold(_ column: Int) -> Bool {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < column { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(column)
  }
}
