extension FunctionPage {
  /// Every scoring function's page, in the order in which a score comes about.
  public static let all: [FunctionPage] =
    NumericRule.pages + [
      Lateness.page, WordBands.page, OverAchievement.page, MissingPolicy.page, ManualDeduction.page,
      NotApplicablePolicy.page, Execution.page, Rounding.page, GradeScale.page, RollUp.page, GoalMix.page,
    ]
}
