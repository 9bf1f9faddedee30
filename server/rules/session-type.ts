import {
  elementsOf,
  membersOf,
  type Node,
  nameRange,
  pathOf,
  pointer,
  pointerOf,
  stringOf,
  valueAt,
} from '../document/node';
import { modelById } from '../kinds/models';
import { nearest } from '../schema/nearest';
import { ALTERNATIVE, addFix, replaceFix, SAFE, SUGGESTED } from './fixes';
import type { Rule, RuleContext, RuleFinding } from './rule';

const types = ['realtime', 'transcription'] as const;

/** Every session and every update says which family it is. Source: TanStack/ai#586, the types of openai 7.57.0. */
export const sessionType: Rule = {
  id: 'session-type',
  severity: 'error',
  summary: 'The "type" of a session is missing, or is none that there is.',
  dialects: ['ga'],
  *check(context) {
    const { session, kind } = context;
    if (!session || kind.session.family === 'translation' || session.family === 'response') return;
    const member = session.member('type');
    if (!member) yield missing(context, session.node);
    else if (member.value && !types.some((type) => type === member.value?.value))
      yield wrong(context, session.node, member.value);
  },
};

function missing(context: RuleContext, node: Node): RuleFinding {
  const { kind } = context;
  const path = pathOf(node);
  const meant = kind.id === 'ga.transcription-session' ? 'transcription' : familyMeant(node);
  const where = kind.session.update
    ? 'in every update, also in one that changes a single key'
    : 'in every session';
  return {
    at: node,
    span: nameRange(node),
    absence: true,
    message: `"type" is missing. The API wants it ${where}, and refuses the whole ${kind.whole} without it.`,
    fixes: types
      .toSorted((a) => (a === meant ? -1 : 1))
      .map((type) => addFix(context, [...path, 'type'], type, type === meant ? SAFE : ALTERNATIVE)),
    silences: [{ pointer: pointer(path), code: 'missing-property' }],
  };
}

function wrong({ kind }: RuleContext, session: Node, node: Node): RuleFinding {
  const text = stringOf(node);
  const near = text === undefined ? undefined : nearest(text, types);
  const meant = near ?? familyMeant(session);
  return {
    at: node,
    message: `The "type" of a session is "realtime" or "transcription". The API refuses the whole ${kind.whole}.`,
    fixes: types
      .toSorted((a) => (a === meant ? -1 : 1))
      .map((type) => replaceFix(node, JSON.stringify(type), type === meant ? SUGGESTED : ALTERNATIVE)),
    silences: [{ pointer: pointerOf(node) }],
  };
}

/** Nothing but input, with a model that transcribes: that is a transcription. */
function familyMeant(session: Node): (typeof types)[number] {
  const names = membersOf(session).map(({ name }) => name);
  const audio = membersOf(valueAt(session, 'audio')).map(({ name }) => name);
  const model = modelById(valueAt(session, 'audio', 'input', 'transcription', 'model')?.value);
  const onlyInput =
    names.every((name) => ['type', 'audio', 'include'].includes(name)) &&
    audio.every((name) => name === 'input');
  const transcribes = model?.family === 'transcription';
  const hasInclude = elementsOf(valueAt(session, 'include')).length > 0;
  return onlyInput && (transcribes || hasInclude) ? 'transcription' : 'realtime';
}
