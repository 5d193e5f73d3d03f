// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Testing

/// Markdown as markdown-it-py renders it, with tables, autolinks and HTML as on GitHub.
package struct RenderedMarkdown {
  package static let isAvailable = Python.has("markdown_it") && Python.has("linkify_it")
  package static let reason: Comment = "TM_PYTHON has no markdown-it-py with linkify-it-py"

  /// Tags, attributes and destinations that a report does not write, and tags that are not closed.
  package let problems: [String]
  /// How often each tag occurs; `mermaid` counts blocks of Mermaid.
  package let counts: [String: Int]
  /// The words alone.
  package let text: String

  package init(_ markdown: String) throws {
    let run = try Python.run(["-c", Self.program], input: Array(markdown.utf8))
    guard run.status == 0 else { throw Failure(output: run.output) }
    var (problems, counts, text) = ([String](), [String: Int](), "")
    for line in run.output.split(separator: "\n") {
      let rest = String(line.dropFirst(2))
      switch line.first {
      case "P": problems.append(rest)
      case "C":
        let parts = rest.split(separator: " ")
        counts[String(parts[0])] = Int(parts[1])
      default: text += rest + "\n"
      }
    }
    (self.problems, self.counts, self.text) = (problems, counts, text)
  }

  package struct Failure: Error { let output: String }

  private static let program = #"""
    import collections, re, sys
    from html.parser import HTMLParser
    from markdown_it import MarkdownIt

    allowed = {
        'a': {'href', 'name'}, 'img': {'src', 'alt'}, 'th': {'style'}, 'td': {'style'},
        'code': {'class'}, 'ol': {'start'},
    }
    plain = set('h1 h2 h3 p ul ol li table thead tbody tr strong em br blockquote details summary pre'
                .split()) | set(allowed)
    void = {'br', 'img'}

    class Check(HTMLParser):
        def __init__(self):
            super().__init__()
            self.open, self.counts, self.problems, self.words = [], collections.Counter(), [], []

        def handle_starttag(self, tag, attributes):
            self.counts[tag] += 1
            if tag not in plain:
                self.problems.append(f'tag {tag}')
            for name, value in attributes:
                if name not in allowed.get(tag, ()):
                    self.problems.append(f'attribute {name} of {tag}')
                if name in ('href', 'src') and not re.match(r'(#|https?://|[\w.-]+(#|$))', value):
                    self.problems.append(f'destination {value[:80]}')
                if name == 'class' and value == 'language-mermaid':
                    self.counts['mermaid'] += 1
            if tag not in void:
                self.open.append(tag)

        def handle_endtag(self, tag):
            if tag in void:
                return
            if not self.open or self.open.pop() != tag:
                self.problems.append(f'end of {tag}')

        def handle_data(self, data):
            self.words.append(data)

    check = Check()
    check.feed(MarkdownIt('gfm-like', {'html': True}).render(sys.stdin.read()))
    check.close()
    for problem in sorted(set(check.problems + [f'open {tag}' for tag in check.open])):
        print('P', problem)
    for tag, count in sorted(check.counts.items()):
        print('C', tag, count)
    for line in ''.join(check.words).split('\n'):
        print('T', line)
    """#
}
