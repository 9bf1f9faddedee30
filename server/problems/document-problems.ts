import { removeProperty } from '../document/edits';
import { memberOf, membersOf, type Node, pointer } from '../document/node';
import type { RealtimeDocument } from '../document/parse';
import { kindById, removedDialect } from '../kinds/catalogue';
import { type Problem, spanOf } from '../problem';
import type { Target } from '../rules/settings';
import { SCHEMA_KEY } from '../schema/check-object';
import { messages } from '../schema/messages';

/**
 * What is to be said of a document as a whole, whatever its schema: that its API is gone, and that a `$schema`
 * must not be sent.
 * @param kindId a kind of the catalogue; others give nothing
 * @param target whose servers it is for: what others make of the preview's shape is theirs to say
 */
export function documentProblems(doc: RealtimeDocument, kindId: string, target: Target): Problem[] {
  const kind = kindById(kindId);
  if (!kind || !doc.root || kind.dialect === 'sdk') return [];
  const { whole, dialect, successor } = kind;
  const removed: Problem[] =
    dialect === removedDialect.dialect && target !== 'other' ? [removedApi(doc.root, target, successor)] : [];
  const schemaKeys = membersOf(doc.root).filter(({ name }) => name === SCHEMA_KEY);
  return [
    ...removed,
    ...schemaKeys.slice(0, 1).map(({ key, property }): Problem => {
      const edits = removeProperty(doc.text, doc.root as Node, property);
      return {
        code: 'schema-key',
        severity: 'warning',
        message: messages.schemaKey(whole, kindId),
        pointer: pointer([SCHEMA_KEY]),
        span: spanOf(key),
        // It may be what decides the kind, so it goes only when somebody says so.
        fixes: [{ title: `Remove "${SCHEMA_KEY}"`, edits, preferred: false, safe: false }],
      };
    }),
  ];
}

/** On the first character only: the tag strikes through what it covers, and that would be the whole file. */
function removedApi(root: Node, target: Target, successor: string | undefined): Problem {
  const { date, deprecatedOnAzure } = removedDialect;
  return {
    code: 'removed-api',
    severity: 'warning',
    message:
      target === 'azure'
        ? messages.removedApiOnAzure(deprecatedOnAzure, successor)
        : messages.removedApi(date, successor),
    pointer: '',
    span: { offset: root.offset, length: 1 },
    fixes: [],
    tag: 'deprecated',
  };
}

/** The one thing to be said of a document of another API, at the key that tells so: it is not checked. */
export function anotherApi({ root }: RealtimeDocument): Problem | undefined {
  const telling = ['type', 'model', 'sdp'].map((name) => [name, memberOf(root, name)] as const);
  const isCall =
    memberOf(root, 'sdp') !== undefined && memberOf(root, 'type')?.value?.value !== 'session.start';
  const [name, member] = telling.find(([name, found]) => found && (!isCall || name === 'sdp')) ?? [];
  const place = member && (isCall ? member.key : (member.value ?? member.key));
  if (!name || !place) return undefined;
  return {
    code: 'another-api',
    severity: 'info',
    message: isCall ? messages.callBody : messages.liveApi,
    pointer: pointer([name]),
    span: spanOf(place),
    fixes: [],
  };
}
