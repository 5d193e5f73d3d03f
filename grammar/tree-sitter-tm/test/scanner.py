# SPDX-FileCopyrightText: The Drawbridge authors
# SPDX-License-Identifier: Apache-2.0
"""src/scanner.c, compiled for a test."""

import ctypes
import os
import pathlib
import shutil
import subprocess
import tempfile

HERE = pathlib.Path(__file__).resolve().parent


def compiled():
    """A function of a text, as an array, and a position: where the line ending that ends an item ends there, else None.

    None where there is no compiler.
    """
    compiler = os.environ.get("CC") or next(filter(shutil.which, ("cc", "gcc", "clang")), None)
    if not compiler:
        return None
    with tempfile.TemporaryDirectory() as folder:
        library = f"{folder}/scanner.so"
        flags = ["-std=c11", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", f"-I{HERE}/include", f"-I{HERE.parent}/src"]
        subprocess.run([compiler, *flags, str(HERE / "scanner_harness.c"), "-o", library], check=True)
        function = ctypes.CDLL(library).line_end
    function.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_size_t, ctypes.c_bool, ctypes.c_bool]
    function.restype = ctypes.c_long

    def line_end(characters, position, is_valid=True, is_error=False):
        end = function(characters, len(characters), position, is_valid, is_error)
        return None if end < 0 else end

    return line_end


def array(text):
    """A text as the scanner reads it."""
    return (ctypes.c_int32 * len(text))(*map(ord, text))
