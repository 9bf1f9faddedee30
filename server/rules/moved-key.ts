import data from '../../schemas/migration.json';
import { backMoves, type Move, moves } from '../conversions/values';
import { type Path, renameAt, replaceAt, sourceText } from '../document/changes';
import { type Member, membersOf, pathOf, valueAt } from '../document/node';
import type { Fix } from '../problem';
import { ALTERNATIVE, changeFix, moveChanges, removeFix, renameFix, SAFE, valueText } from './fixes';
import type { Rule, RuleContext, RuleFinding } from './rule';
import type { SessionView } from './session-view';
import { snakeCase } from './support/keys';

/** Keys of the preview in today's session, and the other way round; the table is `schemas/migration.json`. */
export const movedKey: Rule = {
  id: 'moved-key',
  severity: 'error',
  summary: 'A key stands where the other generation of the API has it.',
  dialects: ['ga', 'beta'],
  *check(context) {
    const { session, kind } = context;
    if (!session) return;
    const table = kind.dialect === 'beta' ? backMoves : moves;
    for (const member of membersOf(session.node)) {
      const move = table.find(
        ({ from, families }) => from === snakeCase(member.name) && families.includes(session.family),
      );
      if (move) yield moveFinding(context, session, member, move);
    }
    if (kind.dialect === 'ga') yield* halfMoved(context, session);
  },
};

const dotted = (path: Path) => path.join('.');

function moveFinding(context: RuleContext, session: SessionView, member: Member, move: Move): RuleFinding {
  const { doc, kind, root } = context;
  const to = [...pathOf(session.node), ...move.to];
  const place = dotted(move.to);
  const consequence = consequenceFor(kind.dialect, kind.whole);
  const isTaken = valueAt(root, ...to) !== undefined;
  const remove = removeFix(context, pathOf(member.property), ALTERNATIVE);
  if (isTaken) {
    return {
      at: member,
      message: `"${member.name}" belongs in "${place}", which is there already. ${consequence} Keep one of the two values.`,
      fixes: [remove],
    };
  }
  const converted = member.value && move.convert(member.value, doc.text);
  const fixes = converted === undefined ? [] : [moveFix(context, member, move, to, converted)];
  return {
    at: member,
    message: `${move.to.length === 1 ? `"${member.name}" is called "${place}"` : `"${member.name}" belongs in "${place}"`}${kind.dialect === 'beta' ? ' in the preview API' : ''}. ${consequence}`,
    fixes: [...fixes, remove],
  };
}

/** What has only another name keeps its place among its neighbours. */
function moveFix(context: RuleContext, member: Member, move: Move, to: Path, value: unknown): Fix {
  const from = pathOf(member.property);
  const changes =
    move.to.length === 1 && member.value
      ? [replaceAt(from, valueText(context, member.value, value)), renameAt(from, String(move.to[0]))]
      : moveChanges(context, member, to, value);
  return changeFix(context, titleOf(member.name, move), SAFE, changes);
}

const titleOf = (name: string, { to }: Move) =>
  to.length === 1 ? `Rename to "${dotted(to)}"` : `Move "${name}" to "${dotted(to)}"`;

const consequenceFor = (dialect: string, whole: string) =>
  dialect === 'beta'
    ? `The preview API refused the whole ${whole} because of this key.`
    : `The API refuses the whole ${whole} because of this key.`;

/** `audio.input.input_audio_noise_reduction`: moved, and not renamed. */
function* halfMoved(context: RuleContext, session: SessionView): Iterable<RuleFinding> {
  const { kind, root } = context;
  for (const { in: holder, prefix } of data.halfMoved) {
    const object = valueAt(root, ...pathOf(session.node), ...holder);
    for (const member of membersOf(object)) {
      const name = snakeCase(member.name);
      if (!name.startsWith(prefix)) continue;
      const rest = name.slice(prefix.length);
      const move = moves.find(({ to }) => dotted(to) === dotted([...holder, rest]));
      if (!move) continue;
      yield renamed(context, member, rest, move, `${dotted(holder)}.${rest}`, kind.whole);
    }
  }
}

function renamed(
  context: RuleContext,
  member: Member,
  name: string,
  move: Move,
  place: string,
  whole: string,
): RuleFinding {
  const from = pathOf(member.property);
  const to = [...from.slice(0, -1), name];
  const value = member.value;
  const plain = value && sourceText(context.doc.text, value).source;
  const converted = value && move.convert(value, context.doc.text);
  const isSame =
    typeof converted === 'object' &&
    converted !== null &&
    'source' in converted &&
    converted.source === plain;
  const fix = isSame
    ? renameFix(context, from, name, SAFE)
    : changeFix(context, `Rename to "${name}"`, SAFE, moveChanges(context, member, to, converted));
  return {
    at: member,
    message: `Here "${member.name}" is called "${name}" alone ("${place}"). ${consequenceFor('ga', whole)}`,
    fixes: value ? [fix] : [],
  };
}
