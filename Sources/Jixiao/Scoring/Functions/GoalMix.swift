/// The score of a department with several goals: each goal's score counts by its ratio.
///
/// - Edge cases: the ratios must add up to 100; a goal of a ratio above 0 needs a score.
/// - Example: goals of 60 % with 80 points and 40 % with 90 points: 48 + 36 = 84.
public enum GoalMix {
  /// One goal: its points, nil where it has no indicators, and its ratio in percent.
  public struct Goal: Sendable, Hashable {
    public let points: Points?
    /// Percent, 0…100.
    public let ratio: Exact

    public init(points: Points?, ratio: Exact) {
      self.points = points
      self.ratio = ratio
    }
  }

  /// Why goals give no score; goals are counted from 1.
  public enum Failure: Error, Sendable, Hashable {
    case negativeRatio(goal: Int, Exact)
    case ratiosOffTotal(Ratio)
    case emptyGoal(Int)

    public func reason(in language: Language) -> String {
      switch self {
      case .negativeRatio(let goal, let ratio):
        language.pick("第\(goal)个目标的占比 \(ratio)% 为负", "goal \(goal) has a negative ratio of \(ratio)%")
      case .ratiosOffTotal(let sum):
        language.pick("各目标占比合计 \(sum.points)%，应为100%", "the goals' ratios add up to \(sum.points)%, not 100%")
      case .emptyGoal(let goal):
        language.pick("第\(goal)个目标没有指标得分", "goal \(goal) has no indicator that scores")
      }
    }
  }

  static let page = FunctionPage(
    name: "goal-mix", zh: "多目标加权：各目标得分×占比之和，占比合计须为100%",
    en: "goals' scores by their ratios, which add up to 100 %",
    formula: "Σ score·ratio/100",
    parameters: [.init("ratio", default: "—", "各目标占比（%），合计100", "each goal's ratio in %, 100 in all")],
    example: "80 分占 60%、90 分占 40% → 84", source: "公开软件（多目标汇总页）；湖北表式")

  /// The points of all goals together.
  public static func points(of goals: [Goal]) throws(Failure) -> Points {
    var ratios = Ratio.zero
    for (index, goal) in goals.enumerated() {
      if goal.ratio.isNegative { throw .negativeRatio(goal: index + 1, goal.ratio) }
      ratios = ratios + Ratio(goal.ratio)
    }
    guard ratios == Ratio(100), let hundredth = Ratio.one.divided(by: ratios) else {
      throw .ratiosOffTotal(ratios)
    }
    var sum = Points.zero
    for (index, goal) in goals.enumerated() where !goal.ratio.isZero {
      guard let points = goal.points else { throw .emptyGoal(index + 1) }
      sum = sum + points.scaled(by: Ratio(goal.ratio) * hundredth)
    }
    return sum
  }
}
