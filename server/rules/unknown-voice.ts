import { takesVoice, voicesOf } from '../kinds/voices';
import { excerpt } from '../schema/messages';
import { nearest } from '../schema/nearest';
import { replaceFix } from './fixes';
import type { Rule } from './rule';

/** The API refuses voices that it does not know; ours may be older than its own list, so this is no Error. */
export const unknownVoice: Rule = {
  id: 'unknown-voice',
  severity: 'warning',
  summary: 'The voice is none of those that are known.',
  dialects: ['ga', 'beta'],
  *check({ session, kind, settings }) {
    const node = session?.value('voice');
    const voice = session?.text('voice');
    if (!node || voice === undefined || settings.target !== 'openai') return;
    if (takesVoice(kind.dialect, voice) !== undefined || settings.extra.voices.includes(voice)) return;
    const known = voicesOf(kind.dialect);
    const near = nearest(voice, [...known, ...settings.extra.voices]);
    const isCase = near?.toLowerCase() === voice.toLowerCase();
    yield {
      at: node,
      message: isCase
        ? `Voices are written in small letters: "${near}". The API refuses other names, or speaks with its usual voice.`
        : `No voice "${excerpt(voice)}" is known, and the API refuses names that it does not know. ${near === undefined ? `It has "${known[0]}", "${known[1]}" and ${known.length - 2} others; a voice of your own is {"id": …}.` : `Did you mean "${near}"?`}`,
      fixes:
        near === undefined ? [] : [replaceFix(node, JSON.stringify(near), { preferred: true, safe: isCase })],
    };
  },
};
