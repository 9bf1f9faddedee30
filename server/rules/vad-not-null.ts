import { nameRange, pathOf } from '../document/node';
import { addFix, SUGGESTED } from './fixes';
import type { Rule } from './rule';
import { transcriptionModel } from './support/models';

/** A fresh session starts with server_vad, which these models refuse: openwhispr#2077, livekit/agents#5779. */
export const vadNotNull: Rule = {
  id: 'vad-not-null',
  severity: 'warning',
  summary: 'The transcription model needs turn detection to be null, and it is left to the server.',
  dialects: ['ga'],
  *check(context) {
    const { session } = context;
    if (session?.family !== 'transcription' || session.isUpdate || session.member('turnDetection')) return;
    const model = transcriptionModel(context);
    const holder = session.value('transcription');
    const path = session.pathOf('turnDetection');
    if (model?.vad !== false || !holder || !path) return;
    yield {
      at: holder,
      span: nameRange(holder),
      absence: true,
      message: `A session starts with turn detection on, which "${model.id}" does not take. Say "turn_detection": null.`,
      fixes: [addFix(context, path, null, SUGGESTED)],
      pointer: `/${pathOf(holder).join('/')}`,
    };
  },
};
