import { type Member, pathOf, stringOf, valueAt } from '../document/node';
import { modelById } from '../kinds/models';
import { schemaOfKind } from '../schema/bundle';
import { childSchemas, schemasAt } from '../schema/walk';
import { ALTERNATIVE, changeFix, moveChanges, removeFix, replaceFix, SAFE, SUGGESTED } from './fixes';
import type { Rule, RuleContext, RuleFinding } from './rule';
import type { SessionView } from './session-view';
import { unknownMembers } from './support/keys';

/** Keys of a conversation in a session that does not converse. Source: codex#14635, openai-python#2253, whisrs#34. */
export const foreignSessionKey: Rule = {
  id: 'foreign-session-key',
  severity: 'error',
  summary: 'A transcription or translation has a key that only a conversation takes.',
  dialects: ['ga'],
  *check(context) {
    const { session } = context;
    if (session?.family !== 'transcription' && session?.family !== 'translation') return;
    for (const holder of [[], ['audio'], ['audio', 'input'], ['audio', 'output']]) {
      const object = valueAt(session.node, ...holder);
      if (!object) continue;
      for (const member of unknownMembers(context, object)) {
        if (isOfConversation(holder, member.name)) yield finding(context, session, member);
      }
    }
  },
};

/** Whether today's conversation has the key at that place. */
function isOfConversation(holder: readonly string[], name: string): boolean {
  const bundle = schemaOfKind('ga.session');
  if (!bundle) return false;
  if (holder.length === 0 && name === 'type') return true;
  const realtime = bundle.definitions?.GaRealtimeSession;
  return (
    realtime !== undefined &&
    childSchemas(schemasAt({ ...realtime, definitions: bundle.definitions ?? {} }, undefined, holder), name)
      .length > 0
  );
}

function finding(context: RuleContext, session: SessionView, member: Member): RuleFinding {
  const { kind } = context;
  const path = pathOf(member.property);
  const toModel = [...pathOf(session.node), 'audio', 'input', 'transcription', 'model'];
  const isModel = member.name === 'model' && modelById(member.value?.value)?.family === 'transcription';
  const moves = isModel && valueAt(context.root, ...toModel) === undefined;
  const type = session.value('type');
  return {
    at: member,
    message: `${cause(context, session, member, isModel)} The API refuses the whole ${kind.whole} because of this key.`,
    fixes: [
      ...(moves
        ? [
            changeFix(
              context,
              `Move "model" to "audio.input.transcription.model"`,
              SAFE,
              moveChanges(context, member, toModel),
            ),
          ]
        : []),
      removeFix(context, path, moves ? ALTERNATIVE : SUGGESTED),
      ...(type && stringOf(type) === 'transcription' && kind.id !== 'ga.transcription-session'
        ? [replaceFix(type, '"realtime"', ALTERNATIVE, 'Make it a conversation ("type": "realtime")')]
        : []),
    ],
  };
}

function cause({ kind }: RuleContext, session: SessionView, { name }: Member, isModel: boolean): string {
  if (session.family === 'translation') {
    return name === 'model' && kind.session.update
      ? 'An update cannot change the "model" of a translation.'
      : `A translation has no "${name}".`;
  }
  return isModel
    ? 'A transcription has no "model": its model is "audio.input.transcription.model".'
    : `A transcription has no "${name}"; only a conversation does.`;
}
