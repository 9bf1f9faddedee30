import type { CompletionItem, Hover, MarkupKind } from 'vscode-languageserver-types';

/** The marks that our texts have: code, strong words and links. */
const MARKS = /`([^`]*)`|\*\*((?:[^*]|\*(?!\*))+)\*\*|\[([^\]]+)\]\(([^)\s]+)\)/g;

/** One of our Markdown texts as people read it without its marks; a link shows where it leads. */
export function plainText(markdown: string): string {
  return markdown.replace(MARKS, (_mark, code?: string, strong?: string, label?: string, target?: string) =>
    label === undefined ? (code ?? strong ?? '') : `${label}: ${target}`,
  );
}

/** Whether a client shows Markdown; one that names no formats is not kept from it. */
const showsMarkdown = (formats: readonly MarkupKind[] | undefined) =>
  !formats || formats.includes('markdown');

/** A hover in a format that the client shows. */
export function hoverIn(formats: readonly MarkupKind[] | undefined, found: Hover): Hover {
  if (showsMarkdown(formats)) return found;
  return { ...found, contents: inPlainText(found.contents) };
}

/** Completions with their documentation in a format that the client shows. */
export function itemsIn(
  formats: readonly MarkupKind[] | undefined,
  items: CompletionItem[],
): CompletionItem[] {
  if (showsMarkdown(formats)) return items;
  return items.map((item) =>
    item.documentation ? { ...item, documentation: inPlainText(item.documentation) } : item,
  );
}

function inPlainText<T>(text: T): T | { kind: 'plaintext'; value: string } {
  const markup = text as { kind?: string; value?: string };
  return markup.kind === 'markdown' ? { kind: 'plaintext', value: plainText(markup.value ?? '') } : text;
}
