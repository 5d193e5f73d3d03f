-- SPDX-FileCopyrightText: The Drawbridge authors
-- SPDX-License-Identifier: Apache-2.0
--
-- Works on the web shop in the current folder as a person does, and says what is seen.
-- The program is TM_PROGRAM.

local function say(...) io.write(string.format(...) .. "\n") end
local function wait(what, test)
  if not vim.wait(60000, test, 20) then
    say("nothing came: %s", what)
    vim.cmd("cquit")
  end
end

vim.cmd("set hidden noswapfile")
vim.cmd("edit flows-shopping.tm")
local client = vim.lsp.start_client({
  name = "tm",
  cmd = { vim.env.TM_PROGRAM, "lsp" },
  root_dir = vim.fn.getcwd(),
  flags = { debounce_text_changes = 0 },
})
local flows = vim.api.nvim_get_current_buf()
vim.lsp.buf_attach_client(flows, client)
-- What is opened later is a file of the model too.
vim.api.nvim_create_autocmd("BufReadPost", {
  pattern = "*.tm",
  callback = function(event) vim.lsp.buf_attach_client(event.buf, client) end,
})

local function lines(buffer) return vim.api.nvim_buf_get_lines(buffer, 0, -1, false) end
local function find(buffer, text)
  for number, line in ipairs(lines(buffer)) do
    local column = string.find(line, text, 1, true)
    if column then return number, column end
  end
end
local function go(text, inside)
  local number, column = find(flows, text)
  vim.api.nvim_win_set_cursor(0, { number, column - 1 + (inside or 0) })
end
local function ask(method, more)
  local parameters = vim.tbl_extend("force", vim.lsp.util.make_position_params(0), more or {})
  local answers = vim.lsp.buf_request_sync(0, method, parameters, 60000)
  return answers[client].result
end

wait("findings", function() return #vim.diagnostic.get(flows) > 0 end)
say("FINDINGS")
for _, found in ipairs(vim.diagnostic.get(flows)) do
  say("%d: %s", found.lnum + 1, found.message)
end

say("COMPLETION")
local number = find(flows, "flow log-in:")
vim.api.nvim_buf_set_lines(flows, number, number, false, { "  crosses: " })
vim.api.nvim_win_set_cursor(0, { number + 1, 11 })
vim.cmd("startinsert!")
vim.api.nvim_win_set_cursor(0, { number + 1, 11 })
local completion = ask("textDocument/completion", {
  position = { line = number, character = 11 },
})
for _, item in ipairs(vim.lsp.util.text_document_completion_list_to_complete_items(completion, "")) do
  say("%s (%s)", item.word, item.menu)
end
vim.cmd("stopinsert")
vim.api.nvim_buf_set_lines(flows, number, number + 1, false, {})

say("HOVER")
go("edge.shop-address")
say("%s", ask("textDocument/hover").contents.value)

say("JUMP")
vim.lsp.buf.definition()
wait("the definition", function() return vim.fn.expand("%:t") == "shop.tm" end)
say("%s:%d", vim.fn.expand("%:t"), vim.api.nvim_win_get_cursor(0)[1])

say("RENAME")
vim.cmd("buffer " .. flows)
go("edge.shop-address")
vim.lsp.buf.rename("gateway")
wait("the new name", function() return find(flows, "gateway.shop-address") end)
for _, name in ipairs({ "shop.tm", "controls.tm", "flows-shopping.tm" }) do
  local buffer = vim.fn.bufnr(name)
  for place, line in ipairs(lines(buffer)) do
    if line:find("gateway", 1, true) or line:find("was: edge", 1, true) then
      say("%s:%d: %s", name, place, line)
    end
  end
end

say("FIX")
wait("the findings after the rename", function()
  return #vim.diagnostic.get(flows) > 0
end)
go("flow log-in", 5)
local place = vim.lsp.util.make_range_params(0)
place.context = { diagnostics = {}, only = { "quickfix" } }
local actions = vim.lsp.buf_request_sync(flows, "textDocument/codeAction", place, 60000)[client].result
for _, action in ipairs(actions) do
  if action.isPreferred then
    say("%s", action.title)
    vim.lsp.util.apply_workspace_edit(action.edit, "utf-16")
  end
end
wait("no findings", function() return #vim.diagnostic.get(flows) == 0 end)
say("%d findings", #vim.diagnostic.get(flows))

say("FORMAT")
local messy = find(flows, "  carries: login-data")
vim.api.nvim_buf_set_lines(flows, messy - 1, messy, false, { "carries:    login-data" })
if vim.lsp.buf.format then
  vim.lsp.buf.format({ timeout_ms = 60000 })
else
  vim.lsp.buf.formatting_sync(nil, 60000)
end
say("%s", lines(flows)[messy])

vim.lsp.stop_client(client)
wait("the end of the server", function() return vim.lsp.client_is_stopped(client) end)
say("BYE")
vim.cmd("qall!")
