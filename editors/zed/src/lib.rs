// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

use zed_extension_api::{self as zed, LanguageServerId, Result};

struct Drawbridge;

impl zed::Extension for Drawbridge {
    fn new() -> Self {
        Drawbridge
    }

    fn language_server_command(
        &mut self,
        _server: &LanguageServerId,
        worktree: &zed::Worktree,
    ) -> Result<zed::Command> {
        let command = worktree
            .which("tm")
            .ok_or("the program `tm` is not on the path: install Drawbridge")?;
        Ok(zed::Command {
            command,
            args: vec!["lsp".into()],
            env: worktree.shell_env(),
        })
    }
}

zed::register_extension!(Drawbridge);
