import { memberOf } from '../document/node';
import { modelById } from '../kinds/models';
import type { Rule } from './rule';

/** openai-agents-js#297: `Input transcription failed` at run time, with a name that is no deployment. */
export const azureTranscriptionModel: Rule = {
  id: 'azure-transcription-model',
  severity: 'info',
  summary: 'Azure knows transcription models by the names of deployments.',
  dialects: ['ga', 'beta'],
  *check({ session, settings }) {
    const node = memberOf(session?.value('transcription'), 'model')?.value;
    const model = modelById(node?.value);
    if (settings.target !== 'azure' || !node || !model || settings.extra.models.includes(model.id)) return;
    yield {
      at: node,
      message: `On Azure this is the name of a deployment of yours, and without one called "${model.id}" transcripts fail while the session runs. Name the deployment.`,
    };
  },
};
