// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMLanguageService

/// What the server answers; nothing stands here that it does not.
enum ServerCapabilities {
  static func json(_ encoding: PositionEncoding) -> JSON {
    [
      "positionEncoding": .string(encoding.rawValue),
      "textDocumentSync": [
        "openClose": true, "change": 2, "save": ["includeText": false],
      ],
      "diagnosticProvider": [
        "identifier": "tm", "interFileDependencies": true, "workspaceDiagnostics": true,
        "workDoneProgress": true,
      ],
      "completionProvider": [
        "triggerCharacters": [":", " ", ",", "\"", "/", "@", "(", ">", "."],
        "resolveProvider": false,
      ],
      "hoverProvider": true,
      "signatureHelpProvider": ["triggerCharacters": ["\"", "/", ":"]],
      "definitionProvider": true,
      "referencesProvider": true,
      "documentHighlightProvider": true,
      "renameProvider": ["prepareProvider": true],
      "codeActionProvider": ["codeActionKinds": ["quickfix", "refactor"]],
      "codeLensProvider": ["resolveProvider": false],
      "documentLinkProvider": ["resolveProvider": false],
      "documentSymbolProvider": true,
      "workspaceSymbolProvider": true,
      "documentFormattingProvider": true,
      "documentRangeFormattingProvider": true,
      "documentOnTypeFormattingProvider": [
        "firstTriggerCharacter": "}", "moreTriggerCharacter": ["\n"],
      ],
      "foldingRangeProvider": true,
      "selectionRangeProvider": true,
      "inlayHintProvider": ["resolveProvider": false],
      "callHierarchyProvider": true,
      "semanticTokensProvider": [
        "legend": [
          "tokenTypes": .array(SemanticToken.Kind.allCases.map { .string($0.name) }),
          "tokenModifiers": ["declaration"],
        ],
        "full": true,
      ],
      "executeCommandProvider": ["commands": ["tm.showDiagram", "tm.explain"]],
      "workspace": [
        "workspaceFolders": ["supported": true, "changeNotifications": true]
      ],
    ]
  }
}
