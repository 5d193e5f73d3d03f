// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import TMHandbook

/// All pages of the handbook as the program has them, built once for all tests.
enum RenderedPages {
  static let all: [(page: HandbookPage, markdown: String)] = Handbook.pages.map {
    ($0, $0.markdown)
  }
}
