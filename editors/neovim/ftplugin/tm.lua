-- SPDX-FileCopyrightText: The Drawbridge authors
-- SPDX-License-Identifier: Apache-2.0

vim.bo.commentstring = "// %s"
vim.bo.comments = ":///,://"
vim.bo.expandtab = true
vim.bo.shiftwidth = 2
vim.bo.tabstop = 2
vim.opt_local.iskeyword:append("-")

require("drawbridge").attach(0)
