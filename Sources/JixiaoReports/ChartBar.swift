import Jixiao

/// Exact values as lengths of a drawing.
///
/// Lengths are rounded to hundredths of a unit at the very end, so equal values are drawn equal.
enum ChartScale {
  /// `value` of `whole` as a part of `width`, kept inside the drawing.
  static func length(_ value: Ratio, of whole: Ratio, width: Int) -> Exact {
    guard whole > .zero, let share = value.divided(by: whole) else { return .zero }
    return (min(max(share, .zero), .one) * Ratio(width)).points
  }
}

/// The bar of one indicator: what is earned, what is open, and the weight as the track behind both.
enum ChartBar {
  static func write(_ points: Points, of weight: Ratio, to html: inout HTMLWriter) {
    html.raw("<svg viewBox=\"0 0 80 9\" aria-hidden=true><rect class=track width=80 height=9 />")
    let low = ChartScale.length(points.low, of: weight, width: 80)
    let high = ChartScale.length(points.high, of: weight, width: 80)
    if high > low { html.raw("<rect class=may width=\(high) height=9 />") }
    if low > .zero { html.raw("<rect class=sure width=\(low) height=9 />") }
    html.raw("</svg>")
  }
}
