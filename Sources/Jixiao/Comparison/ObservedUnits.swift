/// The units that observations print, each read once and known by the number of its text.
struct ObservedUnits: Sendable {
  struct Known: Sendable {
    /// Nil where none is printed or the vocabulary does not know it.
    let unit: MeasureUnit?
    /// Numbers of one kind convert; an unknown unit is of its own kind, as the same word is surely the same unit.
    let kind: Int
    /// The kind by its name, by which the choice among equally frequent ones does not depend on the order of the inputs.
    let kindName: String
  }

  private var known: [Known] = [Known(unit: nil, kind: 0, kindName: "")]
  /// Where the unit of each text stands; texts that are no units stand with those that print none.
  private var places: [Int32]

  init(_ observations: [Observation], _ texts: StringTable, _ units: UnitTable) {
    places = Array(repeating: 0, count: texts.texts.count)
    var kinds: [ByteText: Int] = [ByteText(""): 0]
    func add(_ number: UInt32) {
      if number == 0 || places[Int(number)] != 0 { return }
      let unit = units.unit(texts[number])
      let name = unit?.dimension ?? "?" + texts[number].folded
      let kind = kinds[ByteText(name)] ?? kinds.count
      kinds[ByteText(name)] = kind
      places[Int(number)] = Int32(known.count)
      known.append(Known(unit: unit, kind: kind, kindName: name))
    }
    for observation in observations {
      add(observation.unit)
      add(observation.previous.unit)
      add(observation.actual.unit)
    }
  }

  subscript(number: UInt32) -> Known { known[Int(places[Int(number)])] }
}
