/// What a published document says outside its performance sheets: budget tables, changes against last year, counts.
///
/// Only what stands in so many words is kept; a table without codes or a sentence of another shape is left out.
public struct PublishedFigures: Sendable, Hashable {
  /// A line of a budget table that carries a code of the government's classification.
  public struct BudgetRow: Sendable, Hashable {
    /// `201`, `20129`, `2012901`, `30101`; empty for 总计.
    public var code: String
    public var name: String
    /// One a column, in the table's unit; nil for a blank.
    public var amounts: [Exact?]
    public var place: Place

    public init(code: String, name: String, amounts: [Exact?], place: Place) {
      self.code = code
      self.name = name
      self.amounts = amounts
      self.place = place
    }
  }

  /// One of the tables 1–11 of a department's budget.
  public struct BudgetTable: Sendable, Hashable {
    public var title: String
    public var rows: [BudgetRow]

    public init(title: String, rows: [BudgetRow]) {
      self.title = title
      self.rows = rows
    }
  }

  /// 收入总计 and 支出总计 of one table, with the sum of the functional classes listed above the latter.
  public struct Balance: Sendable, Hashable {
    public var income: Exact
    public var spending: Exact
    public var classes: Exact
    public var place: Place

    public init(income: Exact, spending: Exact, classes: Exact, place: Place) {
      self.income = income
      self.spending = spending
      self.classes = classes
      self.place = place
    }
  }

  /// `14.37万元，比上年预算减少3.96万元，下降21.60%`, decreases negative.
  public struct Change: Sendable, Hashable {
    public var text: String
    public var amount: Exact
    public var difference: Exact
    public var percent: Exact
    public var place: Place

    public init(text: String, amount: Exact, difference: Exact, percent: Exact, place: Place) {
      self.text = text
      self.amount = amount
      self.difference = difference
      self.percent = percent
      self.place = place
    }
  }

  /// `当年预算安排项目共40个，其中：财政拨款项目涉及预算金额0.20万元；非财政拨款项目涉及预算金额2,004.85万元`.
  public struct Statement: Sendable, Hashable {
    public var text: String
    public var projects: Int
    public var fiscal: Exact?
    public var other: Exact?
    public var place: Place

    public init(text: String, projects: Int, fiscal: Exact?, other: Exact?, place: Place) {
      self.text = text
      self.projects = projects
      self.fiscal = fiscal
      self.other = other
      self.place = place
    }
  }

  public var tables: [BudgetTable] = []
  public var balances: [Balance] = []
  public var changes: [Change] = []
  public var statements: [Statement] = []
  /// Where a mobile number is printed; the number itself is not kept.
  public var mobiles: [Place] = []

  public init() {}

  public var isEmpty: Bool {
    tables.isEmpty && balances.isEmpty && changes.isEmpty && statements.isEmpty && mobiles.isEmpty
  }
}
