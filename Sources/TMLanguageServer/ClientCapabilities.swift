// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMLanguageService

/// What the editor can do, as far as it changes what the server does.
struct ClientCapabilities {
  var encoding = PositionEncoding.utf16
  var pullsDiagnostics = false
  var refreshesDiagnostics = false
  var refreshesTokens = false
  var refreshesLenses = false
  var refreshesHints = false
  var takesSnippets = false
  var takesDocumentChanges = false
  var makesFiles = false
  var takesCodeDescription = false
  var takesRelatedInformation = false
  var watchesFiles = false
  var showsProgress = false
  var showsDocuments = false
  var nestsSymbols = false
  var followsLinks = false

  init() {}

  init(_ parameters: JSON) {
    let capabilities = parameters["capabilities"] ?? .null
    let general = capabilities["general"]
    if general?["positionEncodings"]?.list?.contains("utf-8") == true { encoding = .utf8 }
    let text = capabilities["textDocument"]
    let workspace = capabilities["workspace"]
    let window = capabilities["window"]
    pullsDiagnostics = text?["diagnostic"] != nil
    refreshesDiagnostics = workspace?["diagnostics"]?["refreshSupport"]?.truth ?? false
    refreshesTokens = workspace?["semanticTokens"]?["refreshSupport"]?.truth ?? false
    refreshesLenses = workspace?["codeLens"]?["refreshSupport"]?.truth ?? false
    refreshesHints = workspace?["inlayHint"]?["refreshSupport"]?.truth ?? false
    let item = text?["completion"]?["completionItem"]
    takesSnippets = item?["snippetSupport"]?.truth ?? false
    let edits = workspace?["workspaceEdit"]
    takesDocumentChanges = edits?["documentChanges"]?.truth ?? false
    makesFiles = edits?["resourceOperations"]?.list?.contains("create") ?? false
    let published = text?["publishDiagnostics"]
    takesCodeDescription = published?["codeDescriptionSupport"]?.truth ?? false
    takesRelatedInformation = published?["relatedInformation"]?.truth ?? false
    watchesFiles =
      workspace?["didChangeWatchedFiles"]?["dynamicRegistration"]?.truth ?? false
    showsProgress = window?["workDoneProgress"]?.truth ?? false
    showsDocuments = window?["showDocument"]?["support"]?.truth ?? false
    nestsSymbols =
      text?["documentSymbol"]?["hierarchicalDocumentSymbolSupport"]?.truth ?? false
    followsLinks = text?["definition"]?["linkSupport"]?.truth ?? false
  }
}
