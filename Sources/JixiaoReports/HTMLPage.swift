import Jixiao

/// The shell of every page: one file, admitted by its own content policy to run nothing but its own style and script.
enum HTMLPage {
  /// Writes the shell around a body, which begins with its header and holds one `main`.
  static func write(
    title: String, language: Language, to html: inout HTMLWriter, body: (inout HTMLWriter) -> Void
  ) {
    let policy =
      "default-src 'none'; style-src 'sha256-\(HTMLStyle.hash)'; script-src 'sha256-\(HTMLScript.hash)'; "
      + "base-uri 'none'; form-action 'none'"
    html.raw(
      "<!DOCTYPE html>\n<html lang=\"\(language.pick("zh-CN", "en"))\">\n<head>\n<meta charset=\"utf-8\">\n")
    html.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">\n")
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    html.raw("<meta name=\"referrer\" content=\"no-referrer\">\n")
    html.element("title", title)
    html.raw("\n<style>\(HTMLStyle.text)</style>\n</head>\n<body>\n<div class=page>\n")
    body(&html)
    html.raw("</div>\n<script>\(HTMLScript.text)</script>\n</body>\n</html>\n")
  }
}
