import { takesVoice, voicesOf } from '../kinds/voices';
import { ALTERNATIVE, replaceFix, SUGGESTED } from './fixes';
import type { Rule } from './rule';
import { refusal } from './support/models';

/** Voices of speech synthesis alone. Source: the live API’s answer invalid_value, which lists its ten voices. */
export const unsupportedVoice: Rule = {
  id: 'unsupported-voice',
  severity: 'error',
  summary: 'The voice exists for speech synthesis only.',
  dialects: ['sdk', 'ga', 'beta'],
  *check(context) {
    const { session, kind, settings } = context;
    const node = session?.value('voice');
    const voice = session?.text('voice');
    if (!node || voice === undefined || settings.target !== 'openai') return;
    if (takesVoice('ga', voice) !== false) return;
    const isSdk = kind.dialect === 'sdk';
    const [first, ...more] = isSdk
      ? voicesOf('sdk').filter((name) => takesVoice('ga', name))
      : ['marin', 'cedar', 'alloy'];
    yield {
      at: node,
      severity: isSdk ? 'warning' : 'error',
      message: isSdk
        ? `The SDK takes "${voice}", but the API knows it for speech synthesis only and refuses the session. Choose ${[first, ...more].map((name) => `"${name}"`).join(', ')}.`
        : `"${voice}" is a voice for speech synthesis only. Choose one such as "marin" or "cedar". ${refusal(context)}`,
      fixes: [
        replaceFix(node, JSON.stringify(first), SUGGESTED),
        ...more.map((name) => replaceFix(node, JSON.stringify(name), ALTERNATIVE)),
      ],
    };
  },
};
