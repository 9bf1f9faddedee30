import { memberOf, pathOf, stringOf, valueAt } from '../document/node';
import { ALTERNATIVE, changeFix, moveChanges, removeFix, SUGGESTED } from './fixes';
import type { Rule } from './rule';
import { refusal, sessionModel } from './support/models';

/** A model that transcribes or interprets cannot run a conversation. Source: bifrost#6095, whisrs#34. */
export const wrongModelFamily: Rule = {
  id: 'wrong-model-family',
  severity: 'error',
  summary: 'A conversation names a model that only transcribes or translates.',
  dialects: ['ga'],
  *check(context) {
    const { session, root } = context;
    const model = sessionModel(context);
    const member = session?.member('model');
    if (!session || !member || session.family !== 'realtime') return;
    if (model?.family !== 'transcription' && model?.family !== 'translation') return;
    const transcribes = model.family === 'transcription';
    const to = [...pathOf(session.node), 'audio', 'input', 'transcription', 'model'];
    const isFree =
      valueAt(root, ...to) === undefined && memberOf(session.value('transcription'), 'model') === undefined;
    const name = stringOf(member.value);
    yield {
      at: member.value ?? member,
      message: transcribes
        ? `"${name}" is a transcription model and cannot run a conversation: it belongs in "audio.input.transcription.model". ${refusal(context)}`
        : `"${name}" interprets and cannot run a conversation: a translation is a session of another kind. ${refusal(context)}`,
      fixes: [
        ...(transcribes && isFree
          ? [
              changeFix(
                context,
                'Move "model" to "audio.input.transcription.model"',
                SUGGESTED,
                moveChanges(context, member, to),
              ),
            ]
          : []),
        removeFix(context, pathOf(member.property), ALTERNATIVE),
      ],
    };
  },
};
