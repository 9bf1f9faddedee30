import { pathOfPointer } from '../../document/node';
import { kindById } from '../../kinds/catalogue';
import { templates } from '../../kinds/templates';
import type { Proposal } from './proposal';
import { bodySnippet, escapeSnippet, plainText } from './snippet';

/** Whole documents, for an empty one; those of the kind that the document will have go first. */
export function documentProposals(kind: string): Proposal[] {
  const own = templates.filter((template) => template.kind === kind);
  const others = templates.filter((template) => template.kind !== kind);
  return [...own, ...others].map((template) => {
    const snippet = bodySnippet(withStop(template.body, pathOfPointer(template.select)));
    return {
      label: template.title,
      kind: 'template',
      detail: kindById(template.kind)?.title ?? template.kind,
      documentation: `${template.description}\n\n\`\`\`json\n${plainText(snippet)}\n\`\`\``,
      snippet,
      filter: `{${template.title}`,
    };
  });
}

/** A copy of a document's value in which the value at the path is a tab stop and every other text is literal. */
function withStop(value: unknown, path: readonly string[] | undefined): unknown {
  const [step, ...rest] = path ?? [];
  if (path && step === undefined) return asStop(value);
  if (Array.isArray(value)) {
    return value.map((item, index) => withStop(item, step === String(index) ? rest : undefined));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, withStop(item, step === key ? rest : undefined)]),
    );
  }
  return typeof value === 'string' ? `^${escapeSnippet(JSON.stringify(value))}` : value;
}

function asStop(value: unknown): unknown {
  if (typeof value === 'string') return `^"\${1:${escapeSnippet(JSON.stringify(value).slice(1, -1))}}"`;
  return typeof value === 'object' ? withStop(value, undefined) : `^\${1:${JSON.stringify(value)}}`;
}
