import Testing

@testable import Jixiao

struct NearestNameTests {
  @Test(
    "what was meant",
    arguments: [
      ("weigth", "weight"), ("wieght", "weight"), ("weight", "weight"), ("WEIGHT", "weight"),
      ("weights", "weight"), ("eight", "weight"), ("traget", "target"), ("tagret", "target"),
      ("unti", "unit"), ("xyz", nil), ("", nil), ("w", nil), ("aim", nil), ("实际完成直", "实际完成值"), ("分直", "分值"),
    ] as [(String, String?)])
  func finds(name: String, expected: String?) {
    #expect(nearestName(to: name, among: ["weight", "target", "unit", "实际完成值", "分值", "x"]) == expected)
  }

  @Test func theFirstOfEquallyCloseOnesWins() {
    #expect(nearestName(to: "bat", among: ["cat", "hat"]) == "cat")
    #expect(nearestName(to: "bat", among: [String]()) == nil)
  }
}
