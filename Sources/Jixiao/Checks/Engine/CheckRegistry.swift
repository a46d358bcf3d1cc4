extension Check {
  /// Every check, in the order of codes: a new one is one file and one line here.
  public static let registry: [Check] = [
    weightTotal, levelSplit, subtotal, weightMissing, weightDominant, sameWeights, packSplit,
    unquantified, benefitInWords, unitAgainstName, unitMissing, operatorDirection, strictAtBudget, rateCap,
    rateAboveWhole, targetShifted, ruleAgainstTarget, ratioOnCeiling, sameTarget, wrongYear, wrongLevel2,
    indicatorTwice,
    beyondYear, twinUnits, rateAsQuantity, malformedOperator,
    fundsParts, departmentFunds, costAgainstBudget, perUseIsWhole, standardTimesNumber, departmentCosts,
    previousUnit, previousIsTarget, previousLeap, belowPrevious, previousOfNew,
    missedTarget, strictEquality, actualUnit, overAchieved, actualMissing, claimedAboveWeight,
    claimedAgainstScore, claimedTotal, reasonMissing,
    ratingPattern, executionArithmetic, lowExecution, resultsNotFilled,
    projectTwice, objectiveCopied, objectiveWithoutAim, objectiveElsewhere, foreignIndicator, categoryMissing,
    departmentAgainstProjects, goalWithoutIndicator, nothingSpecific, numberWithoutIndicator,
    objectiveFromElsewhere, indicatorsFromElsewhere,
    tableSums, tablesAgainstEachOther, growthAgainstAmount, growthFromZero, claimedCount, claimedProjectFunds,
    departmentAgainstTables, personalData,
  ]

  private static let byName: [String: Check] = {
    var table: [String: Check] = [:]
    for check in registry {
      table[check.code] = check
      table[check.name] = check
    }
    return table
  }()

  /// A check by its code or its name; codes are found in any case.
  public static func named(_ name: String) -> Check? { byName[name] ?? byName[name.uppercased()] }
}
