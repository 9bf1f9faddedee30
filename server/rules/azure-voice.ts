import { isVoice, voicesEverywhere } from '../kinds/names';
import { join } from '../schema/messages';
import type { Rule } from './rule';

/** aoai-realtime-audio-sdk#94, #88: older deployments know the first voices only. */
export const azureVoice: Rule = {
  id: 'azure-voice',
  severity: 'info',
  summary: 'Older deployments on Azure do not have this voice.',
  dialects: ['ga', 'beta'],
  *check({ session, settings, kind }) {
    const voice = session?.text('voice');
    const node = session?.value('voice');
    if (settings.target !== 'azure' || !node || voice === undefined) return;
    // A name that no server knows, or that the user vouches for, is another matter.
    const known = [...voicesEverywhere, ...settings.extra.voices];
    if (!isVoice(voice, kind.dialect) || known.includes(voice)) return;
    yield {
      at: node,
      message: `Whether Azure has "${voice}" depends on the deployment: older ones refuse it and with it everything else. All of them take ${join(voicesEverywhere.map((one) => `"${one}"`))}.`,
    };
  },
};
