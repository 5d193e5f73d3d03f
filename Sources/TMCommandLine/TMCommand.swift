// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// The program: `tm` and its commands.
package struct TMCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "tm",
    abstract: "Threat models as text: lint, draw, derive threats.",
    discussion: """
      Exit status: 0 clean, 1 findings at or above the failing severity, 2 the input or the \
      environment kept the command from doing its work, 64 wrong usage.
      """,
    version: ToolVersion.text,
    subcommands: [
      InitCommand.self,
      ImportCommand.self,
      ExportCommand.self,
      LintCommand.self,
      RenderCommand.self,
      ThreatsCommand.self,
      ReportCommand.self,
      ScoreCommand.self,
      TraceCommand.self,
      ApproveCommand.self,
      ComponentsCommand.self,
      VEXCommand.self,
      ModelsCommand.self,
      FormatCommand.self,
      ServerCommand.self,
      AssistantCommand.self,
      DiffCommand.self,
      ExplainCommand.self,
    ])

  package init() {}
}
