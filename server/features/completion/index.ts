import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  InsertTextFormat,
  InsertTextMode,
  type TextEdit,
} from 'vscode-languageserver-types';
import type { RealtimeDocument } from '../../document/parse';
import { kindById } from '../../kinds/catalogue';
import { schemaOfKind } from '../../schema/bundle';
import { toRange } from '../ranges';
import { documentProposals } from './documents';
import { keyProposals } from './keys';
import { type Place, placeAt } from './place';
import type { Proposal } from './proposal';
import { plainText } from './snippet';
import { valueProposals } from './values';

/** What the client can show and insert. */
export interface CompletionOptions {
  readonly snippets: boolean;
  /** The character that opened the list by itself, if one did. */
  readonly trigger?: string | undefined;
}

const itemKinds: Record<Proposal['kind'], CompletionItemKind> = {
  property: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  enum: CompletionItemKind.EnumMember,
  name: CompletionItemKind.Reference,
  snippet: CompletionItemKind.Snippet,
  template: CompletionItemKind.File,
};

/**
 * The complete list of what can be written at an offset; empty where nothing can. Lists are stable: the
 * client filters them while the user types.
 */
export function complete(
  doc: RealtimeDocument,
  kind: string,
  offset: number,
  options: CompletionOptions,
): CompletionItem[] {
  const place = placeAt(doc.text, offset);
  const bundle = schemaOfKind(kind);
  if (!place || !bundle || closesString(doc.text, place, offset, options)) return [];
  const dialect = kindById(kind)?.dialect ?? '';
  const proposals =
    place.path.length === 0 && place.role === 'value'
      ? documentProposals(kind)
      : place.role === 'key'
        ? keyProposals(bundle, doc.root, place, dialect)
        : valueProposals(bundle, doc.root, place, dialect);
  return proposals.map((proposal, index) => toItem(doc, place, proposal, index, options));
}

/** The quote that was just typed ended a string: nothing is wanted there. */
function closesString(text: string, place: Place, offset: number, options: CompletionOptions): boolean {
  const { replace } = place;
  return (
    options.trigger === '"' &&
    replace.length > 1 &&
    offset === replace.offset + replace.length &&
    text.charAt(offset - 1) === '"'
  );
}

function toItem(
  doc: RealtimeDocument,
  place: Place,
  proposal: Proposal,
  index: number,
  options: CompletionOptions,
): CompletionItem {
  const comma = place.commaAfter ? ',' : '';
  const isSnippet = options.snippets && /\$/.test(proposal.snippet);
  const newText = (isSnippet ? proposal.snippet : plainText(proposal.snippet)) + comma;
  const before: TextEdit[] =
    place.commaBefore === undefined
      ? []
      : [{ range: toRange(doc, { offset: place.commaBefore, length: 0 }), newText: ',' }];
  return {
    label: proposal.label,
    kind: itemKinds[proposal.kind],
    labelDetails: { description: proposal.detail },
    documentation: { kind: 'markdown', value: proposal.documentation },
    filterText: proposal.filter,
    sortText: String(index).padStart(4, '0'),
    textEdit: { range: toRange(doc, place.replace), newText },
    ...(isSnippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    ...(newText.includes('\n') ? { insertTextMode: InsertTextMode.adjustIndentation } : {}),
    ...(before.length > 0 ? { additionalTextEdits: before } : {}),
    ...(proposal.deprecated ? { tags: [CompletionItemTag.Deprecated] } : {}),
    ...(proposal.preselect ? { preselect: true } : {}),
  };
}
