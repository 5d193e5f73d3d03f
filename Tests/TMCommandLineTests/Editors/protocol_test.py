# SPDX-FileCopyrightText: The Drawbridge authors
# SPDX-License-Identifier: Apache-2.0
"""The server as a client of other people's making sees it: every answer has to be of the protocol.

The folder with the model is TM_FOLDER, the program TM_PROGRAM.
"""
import os
from pathlib import Path

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

FOLDER = Path(os.environ["TM_FOLDER"])
FLOWS = (FOLDER / "flows-shopping.tm").as_uri()
ASKED = ["client/registerCapability", "workspace/semanticTokens/refresh",
         "workspace/codeLens/refresh", "workspace/inlayHint/refresh"]


@pytest_lsp.fixture(
    params=["visual-studio-code", "neovim", "emacs"],
    config=ClientServerConfig(server_command=[os.environ["TM_PROGRAM"], "lsp"]))
async def client(request, lsp_client: LanguageClient):
    # The editors that it stands for answer these requests of a server.
    for method in ASKED:
        lsp_client.feature(method)(lambda *_: None)
    await lsp_client.initialize_session(types.InitializeParams(
        capabilities=client_capabilities(request.param),
        workspace_folders=[types.WorkspaceFolder(uri=FOLDER.as_uri(), name="shop")]))
    text = (FOLDER / "flows-shopping.tm").read_text()
    lsp_client.text_document_did_open(types.DidOpenTextDocumentParams(
        types.TextDocumentItem(uri=FLOWS, language_id="tm", version=1, text=text)))
    yield
    await lsp_client.shutdown_session()


def place(text):
    """The document and the position of a text in it."""
    for number, line in enumerate((FOLDER / "flows-shopping.tm").read_text().splitlines()):
        if text in line:
            return {"text_document": types.TextDocumentIdentifier(FLOWS),
                    "position": types.Position(number, line.index(text))}
    raise AssertionError(text)


DOCUMENT = types.TextDocumentIdentifier(FLOWS)
WHOLE = types.Range(types.Position(0, 0), types.Position(9999, 0))


@pytest.mark.asyncio
async def test_every_answer_is_of_the_protocol(client: LanguageClient):
    report = await client.text_document_diagnostic_async(types.DocumentDiagnosticParams(DOCUMENT))
    assert [item.code for item in report.items] == ["missing-crossing"]
    everything = await client.workspace_diagnostic_async(types.WorkspaceDiagnosticParams([]))
    assert sum(len(item.items) for item in everything.items) == 1

    hover = await client.text_document_hover_async(types.HoverParams(**place("edge.shop-address")))
    assert "Edge proxy" in hover.contents.value
    completion = await client.text_document_completion_async(
        types.CompletionParams(**place("edge.shop-address")))
    assert any(item.label == "edge" for item in completion.items)
    definition = await client.text_document_definition_async(
        types.DefinitionParams(**place("edge.shop-address")))
    first = definition[0] if isinstance(definition, list) else definition
    uri = getattr(first, "target_uri", None) or first.uri
    assert uri.endswith("/shop.tm")
    references = await client.text_document_references_async(types.ReferenceParams(
        **place("edge.shop-address"), context=types.ReferenceContext(True)))
    assert len({reference.uri for reference in references}) > 1
    assert await client.text_document_document_highlight_async(
        types.DocumentHighlightParams(**place("edge.shop-address")))
    assert await client.text_document_prepare_rename_async(
        types.PrepareRenameParams(**place("edge.shop-address")))
    edit = await client.text_document_rename_async(
        types.RenameParams(**place("edge.shop-address"), new_name="front"))
    assert len(edit.changes or edit.document_changes) > 1
    start = place("log-in:")["position"]
    actions = await client.text_document_code_action_async(types.CodeActionParams(
        DOCUMENT, types.Range(start, start), types.CodeActionContext([])))
    assert any(action.is_preferred for action in actions)

    for method, parameters in [
            (client.text_document_document_symbol_async, types.DocumentSymbolParams(DOCUMENT)),
            (client.text_document_code_lens_async, types.CodeLensParams(DOCUMENT)),
            (client.text_document_folding_range_async, types.FoldingRangeParams(DOCUMENT)),
            (client.text_document_inlay_hint_async, types.InlayHintParams(DOCUMENT, WHOLE)),
            (client.text_document_selection_range_async,
             types.SelectionRangeParams(DOCUMENT, [start])),
            (client.workspace_symbol_async, types.WorkspaceSymbolParams("edge"))]:
        assert await method(parameters), method
    tokens = await client.text_document_semantic_tokens_full_async(
        types.SemanticTokensParams(DOCUMENT))
    assert tokens.data and len(tokens.data) % 5 == 0
    options = types.FormattingOptions(tab_size=2, insert_spaces=True)
    assert not await client.text_document_formatting_async(
        types.DocumentFormattingParams(DOCUMENT, options))
    assert not await client.text_document_document_link_async(types.DocumentLinkParams(DOCUMENT))
    items = await client.text_document_prepare_call_hierarchy_async(
        types.CallHierarchyPrepareParams(**place("edge.shop-address")))
    assert await client.call_hierarchy_incoming_calls_async(
        types.CallHierarchyIncomingCallsParams(items[0]))
    assert await client.call_hierarchy_outgoing_calls_async(
        types.CallHierarchyOutgoingCallsParams(items[0]))
    picture = await client.workspace_execute_command_async(
        types.ExecuteCommandParams("tm.showDiagram", [FLOWS]))
    assert picture["svg"].startswith("<svg")
