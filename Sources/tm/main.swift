// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMCommandLine
import TMDiagram

// A layout or a raster picture is made by a child of this same program, so that a crash inside a
// library never reaches the user.
DiagramWorker.runIfAsked(CommandLine.arguments.dropFirst())

TMCommand.main()
