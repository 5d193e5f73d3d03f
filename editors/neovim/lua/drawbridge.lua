-- SPDX-FileCopyrightText: The Drawbridge authors
-- SPDX-License-Identifier: Apache-2.0

-- Starts `tm lsp` for a buffer, once for each root, and adds the commands that only this server has.

local M = {
  -- The program, and how a picture is opened; `require("drawbridge").command = …` before the first file changes them.
  command = { "tm", "lsp" },
  open = function(path)
    if vim.ui.open then
      vim.ui.open(path)
    else
      vim.fn.jobstart({ "xdg-open", path }, { detach = true })
    end
  end,
}

local clients = {}

-- The folder of the repository around a file, or else the folder of the file.
local function root_of(path)
  local folder = vim.fn.fnamemodify(path, ":p:h")
  local git = vim.fn.finddir(".git", folder .. ";")
  return git == "" and folder or vim.fn.fnamemodify(git, ":p:h:h")
end

-- Calls `show` with the answer of the server to a command.
local function execute(buffer, command, arguments, show)
  vim.lsp.buf_request(buffer, "workspace/executeCommand", { command = command, arguments = arguments }, function(fault, answer)
    if fault then
      vim.notify("tm: " .. fault.message, vim.log.levels.ERROR)
    elseif answer then
      show(answer)
    end
  end)
end

-- Draws the view at the cursor, or else the whole model.
function M.show_diagram()
  local row, column = unpack(vim.api.nvim_win_get_cursor(0))
  local position = { line = row - 1, character = column }
  execute(0, "tm.showDiagram", { vim.uri_from_bufnr(0), position }, function(answer)
    local path = vim.fn.tempname() .. ".svg"
    vim.fn.writefile(vim.split(answer.svg, "\n"), path, "b")
    M.open(path)
  end)
end

-- Shows the page of a rule, a check, a threat or a word; of the word under the cursor without a name.
function M.explain(name)
  if not name or name == "" then name = vim.fn.expand("<cword>") end
  execute(0, "tm.explain", { name }, function(page)
    vim.lsp.util.open_floating_preview(vim.split(page, "\n"), "markdown", { border = "single" })
  end)
end

function M.attach(buffer)
  if buffer == 0 then buffer = vim.api.nvim_get_current_buf() end
  local root = root_of(vim.api.nvim_buf_get_name(buffer))
  if not clients[root] then
    if vim.fn.executable(M.command[1]) == 0 then
      vim.notify("tm: the program `" .. M.command[1] .. "` is not on the path", vim.log.levels.WARN)
      return
    end
    clients[root] = vim.lsp.start_client({
      name = "tm",
      cmd = M.command,
      root_dir = root,
      workspace_folders = { { uri = vim.uri_from_fname(root), name = root } },
      on_exit = function() clients[root] = nil end,
    })
  end
  if not clients[root] then return end
  vim.lsp.buf_attach_client(buffer, clients[root])
  vim.bo[buffer].omnifunc = "v:lua.vim.lsp.omnifunc"
  vim.api.nvim_buf_create_user_command(buffer, "TmDiagram", M.show_diagram, {})
  vim.api.nvim_buf_create_user_command(buffer, "TmExplain", function(call) M.explain(call.args) end, { nargs = "?" })
end

return M
