/*
 * What a client has to send to use a capability of a language server. The list is that of the protocol, so that a new
 * capability of ours only needs a step that uses it, in `neovim/neovim.test.ts` or as an entry of `neovim/requests.ts`.
 */

/** Path of a capability → the methods that use it. */
const USES: Readonly<Record<string, readonly string[]>> = {
  'textDocumentSync.openClose': ['textDocument/didOpen', 'textDocument/didClose'],
  'textDocumentSync.change': ['textDocument/didChange'],
  'textDocumentSync.save': ['textDocument/didSave'],
  'textDocumentSync.willSave': ['textDocument/willSave'],
  'textDocumentSync.willSaveWaitUntil': ['textDocument/willSaveWaitUntil'],
  completionProvider: ['textDocument/completion'],
  'completionProvider.resolveProvider': ['completionItem/resolve'],
  hoverProvider: ['textDocument/hover'],
  signatureHelpProvider: ['textDocument/signatureHelp'],
  declarationProvider: ['textDocument/declaration'],
  definitionProvider: ['textDocument/definition'],
  typeDefinitionProvider: ['textDocument/typeDefinition'],
  implementationProvider: ['textDocument/implementation'],
  referencesProvider: ['textDocument/references'],
  documentHighlightProvider: ['textDocument/documentHighlight'],
  documentSymbolProvider: ['textDocument/documentSymbol'],
  codeActionProvider: ['textDocument/codeAction'],
  'codeActionProvider.resolveProvider': ['codeAction/resolve'],
  codeLensProvider: ['textDocument/codeLens'],
  'codeLensProvider.resolveProvider': ['codeLens/resolve'],
  documentLinkProvider: ['textDocument/documentLink'],
  'documentLinkProvider.resolveProvider': ['documentLink/resolve'],
  colorProvider: ['textDocument/documentColor', 'textDocument/colorPresentation'],
  documentFormattingProvider: ['textDocument/formatting'],
  documentRangeFormattingProvider: ['textDocument/rangeFormatting'],
  'documentRangeFormattingProvider.rangesSupport': ['textDocument/rangesFormatting'],
  documentOnTypeFormattingProvider: ['textDocument/onTypeFormatting'],
  renameProvider: ['textDocument/rename'],
  'renameProvider.prepareProvider': ['textDocument/prepareRename'],
  foldingRangeProvider: ['textDocument/foldingRange'],
  executeCommandProvider: ['workspace/executeCommand'],
  selectionRangeProvider: ['textDocument/selectionRange'],
  linkedEditingRangeProvider: ['textDocument/linkedEditingRange'],
  callHierarchyProvider: ['textDocument/prepareCallHierarchy'],
  typeHierarchyProvider: ['textDocument/prepareTypeHierarchy'],
  'semanticTokensProvider.full': ['textDocument/semanticTokens/full'],
  'semanticTokensProvider.full.delta': ['textDocument/semanticTokens/full/delta'],
  'semanticTokensProvider.range': ['textDocument/semanticTokens/range'],
  monikerProvider: ['textDocument/moniker'],
  inlineValueProvider: ['textDocument/inlineValue'],
  inlayHintProvider: ['textDocument/inlayHint'],
  'inlayHintProvider.resolveProvider': ['inlayHint/resolve'],
  diagnosticProvider: ['textDocument/diagnostic'],
  'diagnosticProvider.workspaceDiagnostics': ['workspace/diagnostic'],
  workspaceSymbolProvider: ['workspace/symbol'],
  'workspaceSymbolProvider.resolveProvider': ['workspaceSymbol/resolve'],
  'workspace.workspaceFolders.changeNotifications': ['workspace/didChangeWorkspaceFolders'],
  'workspace.fileOperations.didCreate': ['workspace/didCreateFiles'],
  'workspace.fileOperations.willCreate': ['workspace/willCreateFiles'],
  'workspace.fileOperations.didRename': ['workspace/didRenameFiles'],
  'workspace.fileOperations.willRename': ['workspace/willRenameFiles'],
  'workspace.fileOperations.didDelete': ['workspace/didDeleteFiles'],
  'workspace.fileOperations.willDelete': ['workspace/willDeleteFiles'],
};

/** A test of the suite inside VS Code. */
export interface SuiteTest {
  readonly file: string;
  readonly title: string;
}

/** Methods that the server announces to our own client alone, and the test inside VS Code that uses each. */
export const IN_VS_CODE: Readonly<Record<string, SuiteTest>> = {
  'textDocument/codeLens': {
    file: 'test/vscode/suite/edit-as-text.test.ts',
    title: 'is offered by a lens and by the light bulb',
  },
};

/** Parts of capabilities that ask for nothing: they only tell how. */
const TELLS: ReadonlySet<string> = new Set([
  'textDocumentSync',
  'completionProvider.triggerCharacters',
  'completionProvider.allCommitCharacters',
  'completionProvider.completionItem',
  'signatureHelpProvider.triggerCharacters',
  'signatureHelpProvider.retriggerCharacters',
  'codeActionProvider.codeActionKinds',
  'executeCommandProvider.commands',
  'documentOnTypeFormattingProvider.firstTriggerCharacter',
  'documentOnTypeFormattingProvider.moreTriggerCharacter',
  'diagnosticProvider.identifier',
  'diagnosticProvider.interFileDependencies',
  'semanticTokensProvider',
  'semanticTokensProvider.legend',
  'workspace',
  'workspace.workspaceFolders',
  'workspace.workspaceFolders.supported',
  'workspace.fileOperations',
  'positionEncoding',
]);

/** What a server announces and what uses it. */
export interface Announced {
  /** Path of the capability. */
  readonly capability: string;
  /** Undefined for one that the table does not know. */
  readonly methods: readonly string[] | undefined;
}

/** Every capability, and every part of one, that a server announces and that something has to be sent for. */
export function announced(capabilities: object, above = ''): Announced[] {
  return Object.entries(capabilities).flatMap(([name, value]): Announced[] => {
    const capability = above === '' ? name : `${above}.${name}`;
    if (!value || /\.(?:workDoneProgress|documentSelector|id)$/.test(capability)) return [];
    const own = TELLS.has(capability) ? [] : [{ capability, methods: USES[capability] }];
    // What a filter of file operations holds is no capability.
    const isLeaf =
      Array.isArray(value) || typeof value !== 'object' || capability.includes('fileOperations.');
    const opaque = isLeaf || capability.endsWith('.legend') || capability.endsWith('.completionItem');
    return opaque ? own : [...own, ...announced(value as object, capability)];
  });
}

/**
 * What is to be done about a capability that no editor has used; nothing when all of its methods were sent.
 * @param sent the methods that an editor has sent
 * @param remedy what to add, as it stands before the method
 */
export function unused(
  { capability, methods }: Announced,
  sent: ReadonlySet<string | undefined>,
  remedy = 'an entry to test/editors/neovim/requests.ts, or a step, for',
): string[] {
  if (!methods) {
    return [
      `The server announces "${capability}", which test/editors/capabilities.ts does not know: add to USES what a client sends for it.`,
    ];
  }
  return methods
    .filter((method) => !sent.has(method))
    .map((method) => `The server announces "${capability}", and no editor uses it: add ${remedy} ${method}.`);
}

/** A client that can do everything, so that a server keeps nothing back. */
export const ABLE_CLIENT = {
  workspace: {
    applyEdit: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
    configuration: true,
    workspaceFolders: true,
    symbol: { resolveSupport: { properties: ['location.range'] } },
    executeCommand: {},
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    diagnostics: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
    fileOperations: { didRename: true, willRename: true, didCreate: true, didDelete: true },
  },
  textDocument: {
    synchronization: { willSave: true, willSaveWaitUntil: true, didSave: true },
    completion: {
      contextSupport: true,
      completionItem: {
        snippetSupport: true,
        labelDetailsSupport: true,
        insertReplaceSupport: true,
        resolveSupport: { properties: ['documentation', 'additionalTextEdits'] },
      },
    },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    signatureHelp: { contextSupport: true },
    definition: { linkSupport: true },
    references: {},
    documentHighlight: {},
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix', 'refactor', 'source'] } },
      dataSupport: true,
      isPreferredSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
    codeLens: {},
    documentLink: { tooltipSupport: true },
    formatting: {},
    rangeFormatting: { rangesSupport: true },
    onTypeFormatting: {},
    rename: { prepareSupport: true },
    foldingRange: {},
    selectionRange: {},
    linkedEditingRange: {},
    inlayHint: { resolveSupport: { properties: ['tooltip'] } },
    diagnostic: {},
    semanticTokens: { requests: { range: true, full: { delta: true } } },
  },
  window: { showDocument: { support: true }, showMessage: {}, workDoneProgress: true },
};
