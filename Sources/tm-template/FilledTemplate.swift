// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Mustache
import TMRegister
import TMTemplate

/// Why a template cannot be filled in, although it was checked before.
struct TemplateFailure: Error {
  let message: String
}

/// A template filled in by swift-mustache.
enum FilledTemplate {
  static func text(of job: TemplateJob) throws(TemplateFailure) -> String {
    // Ours, also under the names of the library's own: it escapes characters, and `<` with an accent
    // is another one than `<`.
    for content in TemplateContent.allCases {
      MustacheContentTypes.register(Escaping(content: content), named: content.pragma)
    }
    var library = MustacheLibrary()
    for (name, text) in job.templates {
      library.register(try template(text, name, job.content), named: name)
    }
    guard let text = library.render(value(job.data), withTemplate: "") else {
      throw TemplateFailure(message: "there is no template")
    }
    return text
  }

  private static func template(
    _ text: String, _ name: String, _ content: TemplateContent
  ) throws(TemplateFailure) -> MustacheTemplate {
    do {
      // Each partial starts with the library's own escaping again.
      return try MustacheTemplate(string: "{{% CONTENT_TYPE:\(content.pragma)}}\n" + text)
    } catch let error as MustacheTemplate.ParserError {
      let file = name.isEmpty ? "the template" : "the partial `\(name)`"
      throw TemplateFailure(
        message: "\(file), line \(error.context.lineNumber - 1): \(error.error)")
    } catch {
      throw TemplateFailure(message: "\(error)")
    }
  }

  /// A value as the library takes it.
  private static func value(_ value: ReportValue) -> Any {
    switch value {
    case .text(let text): text
    case .integer(let integer): integer
    case .number(let number), .score(let number): number
    case .boolean(let boolean): boolean
    case .date(let date): date.description
    case .list(let values): values.map(Self.value)
    case .record(let members):
      Record(
        fields: Dictionary(
          members.map { ($0.name, Self.value($0.value)) }, uniquingKeysWith: { first, _ in first }))
    case .null: Nothing()
    }
  }
}

private struct Escaping: MustacheContentType {
  let content: TemplateContent

  func escapeText(_ text: String) -> String { content.escaped(text) }
}

/// Not a dictionary, whose order of keys a template could print.
private struct Record: MustacheParent {
  let fields: [String: Any]

  func child(named name: String) -> Any? { fields[name] }
}

/// A value that nobody stated: there, so that no field of the same name further out stands in for it,
/// and empty.
private struct Nothing: MustacheCustomRenderable {
  var renderText: String { "" }
  var isNull: Bool { true }
}
