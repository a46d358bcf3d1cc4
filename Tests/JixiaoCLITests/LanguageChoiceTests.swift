import Jixiao
import Testing

@testable import JixiaoCLI

@Test(arguments: [
  ([:], Language.zh), (["LANG": "C"], .zh), (["LANG": "C.UTF-8"], .zh), (["LANG": "POSIX"], .zh),
  (["LANG": "zh_CN.UTF-8"], .zh), (["LANG": "zh_TW@modifier"], .zh), (["LANG": "en_US.UTF-8"], .en),
  (["LANG": "de_DE"], .en), (["LANG": "zh_CN", "LC_MESSAGES": "en_GB"], .en),
  (["LC_ALL": "", "LC_MESSAGES": "", "LANG": "en_US"], .en),
  (["LC_ALL": "zh_CN", "LC_MESSAGES": "en_GB", "LANG": "en_US"], .zh),
])
func theLocaleChoosesTheLanguageOfMessages(_ environment: [String: String], _ language: Language) {
  #expect(LanguageChoice(asked: nil, environment: environment).message == language)
}

@Test func filesAreChineseWhateverTheLocale() {
  let environment = ["LC_ALL": "en_US.UTF-8"]
  #expect(LanguageChoice(asked: nil, environment: environment).output == .zh)
  #expect(LanguageChoice(asked: .en, environment: [:]).output == .en)
  #expect(LanguageChoice(asked: .zh, environment: environment).message == .zh)
  let arguments = ["completions", "fish"]
  #expect(jixiao(arguments, environment: environment) == jixiao(arguments))
}

@Test(arguments: [
  (["read", "--lang", "en"], Language?.some(.en)), (["--lang=zh", "read"], .zh),
  (["read", "--", "--lang=en"], nil),
  (["--lang", "xx"], nil), (["--lang"], nil), ([], nil),
])
func theLanguageIsKnownBeforeParsing(_ arguments: [String], _ language: Language?) {
  #expect(LanguageChoice.asked(in: arguments) == language)
}
