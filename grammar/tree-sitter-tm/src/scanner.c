// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// Where an item may end, a line ending is a token, unless a `{` or a text follows it: those belong to the heading above.
// The white space behind the line ending is part of the token; a comment is not.

#include "tree_sitter/parser.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum TokenType { LINE_END, ERROR_SENTINEL };

static bool is_line_ending(int32_t character) { return character == '\n' || character == '\r'; }

static bool is_space(int32_t character) {
  return character == ' ' || character == '\t' || character == 0xFEFF || is_line_ending(character);
}

void *tree_sitter_tm_external_scanner_create(void) { return NULL; }

void tree_sitter_tm_external_scanner_destroy(void *payload) { (void)payload; }

unsigned tree_sitter_tm_external_scanner_serialize(void *payload, char *buffer) {
  (void)payload;
  (void)buffer;
  return 0;
}

void tree_sitter_tm_external_scanner_deserialize(void *payload, const char *buffer, unsigned length) {
  (void)payload;
  (void)buffer;
  (void)length;
}

bool tree_sitter_tm_external_scanner_scan(void *payload, TSLexer *lexer, const bool *valid_symbols) {
  (void)payload;
  // After a mistake every token is looked for; line endings are then left to the lexer.
  if (valid_symbols[ERROR_SENTINEL] || !valid_symbols[LINE_END]) return false;

  bool ends_line = false;
  while (is_space(lexer->lookahead)) {
    ends_line = ends_line || is_line_ending(lexer->lookahead);
    lexer->advance(lexer, false);
  }
  if (!ends_line) return false;
  lexer->result_symbol = LINE_END;
  lexer->mark_end(lexer);

  // What follows, behind any number of comments?
  for (;;) {
    while (is_space(lexer->lookahead)) lexer->advance(lexer, false);
    if (lexer->lookahead != '/') break;
    lexer->advance(lexer, false);
    if (lexer->lookahead != '/') return true;
    while (!lexer->eof(lexer) && !is_line_ending(lexer->lookahead)) lexer->advance(lexer, false);
  }
  return lexer->lookahead != '{' && lexer->lookahead != '"';
}
