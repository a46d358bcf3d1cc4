import Jixiao

/// Renders a report as a Word document: for every sheet the paragraph that is pasted into a report, and its table.
public enum DOCXReview {
  public static func render(_ content: ReportContent) -> [UInt8] {
    let wording = content.wording
    let language = content.language
    return DOCXPart.document { entry in
      var body = DOCXWriter()
      body.paragraph(content.title, .title)
      for (document, score) in zip(content.documents, content.scores) {
        body.paragraph(wording.sheets.summary(document), .note)
        body.paragraph(wording.document(score), .note)
      }
      for sheet in content.sheets {
        let review = ReportReview(sheet, content: content, wording: wording)
        body.paragraph(review.heading, .heading)
        body.paragraph(review.paragraph, .body)
        for section in review.sections {
          body.paragraph(section.heading, .subheading)
          for (index, item) in section.items.enumerated() {
            body.paragraph(language.pick("（\(index + 1)）", "(\(index + 1)) ") + item.text, .list)
          }
        }
        if !sheet.score.isPlan {
          let columns = ReportTable.columns(of: sheet.score, in: language)
          body.beginTable(columns)
          for cells in ReportTable.rows(of: sheet.score, content: content, wording: wording) {
            body.row(cells, columns)
          }
          body.endTable()
        }
        entry.write(body.take())
      }
      entry.write(body.take())
    }
  }
}
