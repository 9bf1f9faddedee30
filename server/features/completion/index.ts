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
import { type ExtraNames, NO_EXTRA_NAMES } from '../../kinds/names';
import { schemaOfKind } from '../../schema/bundle';
import { toRange } from '../ranges';
import { documentProposals } from './documents';
import { keyProposals } from './keys';
import { type Place, placeAt } from './place';
import type { Proposal } from './proposal';
import { onOneLine, plainText } from './snippet';
import { valueProposals } from './values';

/** What the client can show and insert. */
export interface CompletionOptions {
  readonly snippets: boolean;
  /** Whether the client has a right column of its own; else the detail takes its place. */
  readonly labelDetails?: boolean | undefined;
  /** The character that opened the list by itself, if one did. */
  readonly trigger?: string | undefined;
  /** Models and voices of the user's own. */
  readonly extra?: ExtraNames | undefined;
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
  if (!place || !bundle || isUnasked(doc.text, place, offset, options)) return [];
  const dialect = kindById(kind)?.dialect ?? '';
  const proposals =
    place.path.length === 0 && place.role === 'value'
      ? documentProposals(kind)
      : place.role === 'key'
        ? keyProposals(bundle, doc.root, place, dialect)
        : valueProposals(bundle, doc.root, place, { dialect, extra: options.extra ?? NO_EXTRA_NAMES });
  return proposals.map((proposal, index) => toItem({ doc, place, offset, options }, proposal, index));
}

/**
 * The list opened by itself where nobody wants one: after the quote that ends a string, and after a colon inside
 * of a string.
 */
function isUnasked(text: string, place: Place, offset: number, options: CompletionOptions): boolean {
  const { replace } = place;
  const end = replace.offset + replace.length;
  if (options.trigger === ':') return text.charAt(replace.offset) === '"' && offset > replace.offset;
  return options.trigger === '"' && replace.length > 1 && offset === end && text.charAt(offset - 1) === '"';
}

/** What is asked: where, and by whom. */
interface Request {
  readonly doc: RealtimeDocument;
  readonly place: Place;
  readonly offset: number;
  readonly options: CompletionOptions;
}

function toItem(request: Request, proposal: Proposal, index: number): CompletionItem {
  const { doc, place, options } = request;
  // A snippet's tabs become the document's indentation only where the client reads it as a snippet.
  const isSnippet = options.snippets && /[$\t]/.test(proposal.snippet);
  const main = isSnippet ? proposal.snippet : plainText(onOneLine(proposal.snippet));
  const newText = leading(doc.text, place) + main + trailing(doc.text, place);
  return {
    label: proposal.label,
    kind: itemKinds[proposal.kind],
    ...(proposal.detail ? columnOf(proposal.detail, options) : {}),
    documentation: { kind: 'markdown', value: proposal.documentation },
    filterText: filterFor(proposal, request),
    sortText: String(index).padStart(4, '0'),
    textEdit: { range: toRange(doc, place.replace), newText },
    ...(isSnippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    ...(newText.includes('\n') ? { insertTextMode: InsertTextMode.adjustIndentation } : {}),
    ...commaEdit(doc, place),
    ...(proposal.deprecated ? { tags: [CompletionItemTag.Deprecated] } : {}),
    ...(proposal.preselect ? { preselect: true } : {}),
  };
}

/**
 * What clients compare with the text from the start of the replaced stretch to the cursor. Without the quote that ends
 * a string, so that typing it closes the list in the very same moment: a list that is still there when a line has been
 * finished would take the Enter, and with it the comma.
 */
function filterFor({ filter }: Proposal, { doc, place: { replace }, offset }: Request): string {
  const isBehind = replace.length > 1 && offset === replace.offset + replace.length;
  if (isBehind && doc.text.charAt(offset - 1) === '"') return filter;
  return /^".*"$/.test(filter) ? filter.slice(0, -1) : filter;
}

function columnOf(detail: string, { labelDetails = true }: CompletionOptions): Partial<CompletionItem> {
  return labelDetails ? { labelDetails: { description: detail } } : { detail };
}

/** What parts the insertion from a colon or comma right before it. */
function leading(text: string, { replace, commaBefore }: Place): string {
  if (commaBefore === replace.offset) return ', ';
  const touchesToken = replace.length > 0 && /\S/.test(text.charAt(replace.offset));
  return !touchesToken && /[:,]/.test(text.charAt(replace.offset - 1)) ? ' ' : '';
}

function trailing(text: string, { replace, commaAfter }: Place): string {
  if (!commaAfter) return '';
  return /\S/.test(text.charAt(replace.offset + replace.length)) ? ', ' : ',';
}

/** The comma that is missing before the insertion, unless it stands right before and so is part of it. */
function commaEdit(doc: RealtimeDocument, place: Place): { additionalTextEdits?: TextEdit[] } {
  const { commaBefore, replace } = place;
  if (commaBefore === undefined || commaBefore === replace.offset) return {};
  return {
    additionalTextEdits: [{ range: toRange(doc, { offset: commaBefore, length: 0 }), newText: ',' }],
  };
}
