// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

#include <zlib.h>

/// `inflateInit2`, which is a macro that Swift cannot import.
static inline int tm_inflate_init(z_stream *stream, int window_bits) {
  return inflateInit2(stream, window_bits);
}
