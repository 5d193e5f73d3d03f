" SPDX-FileCopyrightText: The Drawbridge authors
" SPDX-License-Identifier: Apache-2.0

" Neovim itself takes the ending for a module of Tcl.
autocmd BufRead,BufNewFile *.tm set filetype=tm
