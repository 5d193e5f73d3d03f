// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Glibc
import TMTemplate

// `tm` starts this program to fill a template in: the template library brings Foundation along, which
// would make `tm` several times as large, and a template that never ends is ended with its process.
//
// A job comes on standard input, the text goes to standard output; status 0, or 1 with a message.

TemplateProcess.limitResources()
guard let job = TemplateJob(TemplateProcess.readInput()) else {
  TemplateProcess.fail("this program is started by `tm report --template`")
}
do throws(TemplateFailure) {
  TemplateProcess.succeed(try FilledTemplate.text(of: job))
} catch {
  TemplateProcess.fail(error.message)
}
