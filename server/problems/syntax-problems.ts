import type { RealtimeDocument } from '../document/parse';
import type { SyntaxIssue } from '../document/syntax';
import type { Edit, Fix, Problem } from '../problem';
import { syntaxMessage } from '../schema/messages';

/** The text's faults as JSON, each an Error; but that nesting is too deep to check is only a Warning. */
export function syntaxProblems(doc: RealtimeDocument): Problem[] {
  return doc.syntax.map((issue) => ({
    code: 'syntax',
    severity: issue.kind === 'too-deep' ? 'warning' : 'error',
    message: syntaxMessage(issue),
    pointer: '',
    span: { offset: issue.offset, length: issue.length },
    fixes: fixesFor(issue, doc.text),
  }));
}

function fixesFor(issue: SyntaxIssue, text: string): Fix[] {
  const { offset, length } = issue;
  const fix = (title: string, edit: Edit): Fix[] => [{ title, edits: [edit], preferred: true, safe: true }];
  switch (issue.kind) {
    case 'trailing-comma':
    case 'extra-comma':
      return fix('Remove the comma', { offset, length, content: '' });
    case 'missing-comma':
      return fix('Add a comma', { offset: offset + length, length: 0, content: ',' });
    case 'comment':
      return fix('Remove the comment', { offset, length, content: '' });
    case 'byte-order-mark':
      return fix('Remove the byte order mark', { offset, length, content: '' });
    case 'bad-literal': {
      const literal = text.slice(offset, offset + length).toLowerCase();
      const content = literal === 'none' || literal === 'undefined' ? 'null' : literal;
      return /^(?:true|false|null)$/.test(content)
        ? fix(`Replace with ${content}`, { offset, length, content })
        : [];
    }
    default:
      return [];
  }
}
