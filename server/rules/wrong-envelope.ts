import { layoutOf, SourceText, stringify } from '../document/edits';
import { memberOf, membersOf, type Node, pointer, stringOf } from '../document/node';
import { lazyFix } from '../problem';
import { SAFE, SUGGESTED } from './fixes';
import type { Rule, RuleContext, RuleFinding } from './rule';

/** A session with too much or too little around it. Source: sokuji#373, TanStack/ai#586, openai-openapi#513. */
export const wrongEnvelope: Rule = {
  id: 'wrong-envelope',
  severity: 'error',
  summary: 'A session is wrapped where it should stand alone, or stands alone where it should be wrapped.',
  dialects: ['ga'],
  *check(context) {
    const { root, kind } = context;
    if (root.type !== 'object' || kind.session.family === 'response') return;
    const wrapped = memberOf(root, 'session')?.value;
    const type = stringOf(memberOf(root, 'type')?.value);
    if (kind.session.pointer === '') {
      if (wrapped?.type === 'object') yield unwrap(context, wrapped);
    } else if (!wrapped && isBareSession(root, type)) yield wrap(context);
    else if (wrapped && !kind.session.update && type === 'session.update')
      yield bareRequest(context, wrapped);
  },
};

const SESSION_KEYS = ['audio', 'instructions', 'output_modalities', 'tools', 'model'];

function isBareSession(root: Node, type: string | undefined): boolean {
  if (type === 'realtime' || type === 'transcription') return true;
  return type === undefined && membersOf(root).some(({ name }) => SESSION_KEYS.includes(name));
}

/** What the schema would say of each key follows from the one mistake. */
const allOf = (root: Node) => [
  { pointer: '' },
  { pointer: '', code: 'missing-property' },
  ...membersOf(root).map(({ name }) => ({ pointer: pointer([name]) })),
];

function unwrap(context: RuleContext, session: Node): RuleFinding {
  const { doc, root, kind } = context;
  const others = membersOf(root).filter(({ name }) => !['session', 'type', '$schema'].includes(name));
  const source = doc.text.slice(session.offset, session.offset + session.length);
  return {
    at: memberOf(root, 'session') ?? root,
    message: `A document of this kind is the session itself, without anything around it. The API refuses the whole ${kind.whole}.`,
    fixes: [
      lazyFix('Take the session out', others.length === 0 ? SAFE : SUGGESTED, () => [
        {
          offset: root.offset,
          length: root.length,
          content: stringify(new SourceText(source), layoutOf(doc.text)),
        },
      ]),
    ],
    silences: allOf(root),
  };
}

function wrap(context: RuleContext): RuleFinding {
  const { doc, root, kind } = context;
  const event = kind.session.update ? { type: 'session.update' } : {};
  const shown = kind.session.update ? '{ "type": "session.update", "session": … }' : '{ "session": … }';
  return {
    at: root,
    span: { offset: root.offset, length: 1 },
    message: `This is a bare session; here it has to be wrapped: ${shown}. The API refuses the whole ${kind.whole}.`,
    fixes: [
      lazyFix(`Wrap it: ${shown}`, SAFE, () => [
        {
          offset: root.offset,
          length: root.length,
          content: stringify(
            { ...event, session: new SourceText(doc.text.slice(root.offset, root.offset + root.length)) },
            layoutOf(doc.text),
          ),
        },
      ]),
    ],
    silences: allOf(root),
  };
}

/** An update event where the request for a client secret belongs. */
function bareRequest(context: RuleContext, session: Node): RuleFinding {
  const { doc, root, kind } = context;
  const source = new SourceText(doc.text.slice(session.offset, session.offset + session.length));
  return {
    at: memberOf(root, 'type') ?? root,
    message: `This is an update event; a request for a client secret has a "session" and no "type". The API refuses the whole ${kind.whole}.`,
    fixes: [
      lazyFix('Keep the session alone', membersOf(root).length === 2 ? SAFE : SUGGESTED, () => [
        {
          offset: root.offset,
          length: root.length,
          content: stringify({ session: source }, layoutOf(doc.text)),
        },
      ]),
    ],
    silences: allOf(root).filter(({ pointer: place }) => place !== '/session'),
  };
}
