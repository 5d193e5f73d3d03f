// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// Runs src/scanner.c over a text, for tests: the text is an array of characters, and the answer is where the token ends,
// or -1.

#include "scanner.c"

#include <stddef.h>

struct Reader {
  TSLexer lexer;
  const int32_t *text;
  size_t position, length, end;
};

static void look(struct Reader *reader) {
  reader->lexer.lookahead = reader->position < reader->length ? reader->text[reader->position] : 0;
}

static void advance(TSLexer *lexer, bool skip) {
  (void)skip;
  struct Reader *reader = (struct Reader *)lexer;
  if (reader->position < reader->length) reader->position++;
  look(reader);
}

static void mark_end(TSLexer *lexer) {
  struct Reader *reader = (struct Reader *)lexer;
  reader->end = reader->position;
}

static bool at_end(const TSLexer *lexer) {
  const struct Reader *reader = (const struct Reader *)lexer;
  return reader->position >= reader->length;
}

long line_end(const int32_t *text, size_t length, size_t position, bool is_valid, bool is_error) {
  struct Reader reader = {.text = text, .position = position, .length = length, .end = position};
  reader.lexer.advance = advance;
  reader.lexer.mark_end = mark_end;
  reader.lexer.eof = at_end;
  look(&reader);
  const bool valid[] = {is_valid, is_error};
  return tree_sitter_tm_external_scanner_scan(NULL, &reader.lexer, valid) ? (long)reader.end : -1;
}
