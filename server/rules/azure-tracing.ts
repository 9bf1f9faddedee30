import { removeFix, SUGGESTED } from './fixes';
import type { Rule } from './rule';

/** livekit/agents#2569: `Unknown parameter: 'session.tracing'` of a preview endpoint. */
export const azureTracing: Rule = {
  id: 'azure-tracing',
  severity: 'warning',
  summary: 'Preview endpoints of Azure have no tracing.',
  dialects: ['ga', 'beta'],
  *check(context) {
    const { session, settings, kind } = context;
    const tracing = session?.member('tracing');
    if (settings.target !== 'azure' || !session || !tracing?.value || tracing.value.type === 'null') return;
    const isPreview = kind.dialect === 'beta';
    yield {
      at: tracing,
      severity: isPreview ? 'warning' : 'info',
      message: isPreview
        ? 'Preview endpoints of Azure do not know "tracing", and refuse everything because of it. Remove it.'
        : 'Traces are written to a dashboard of OpenAI, and not every endpoint of Azure knows "tracing". Leave it out if yours refuses it.',
      fixes: [removeFix(context, session.pathOf('tracing') ?? [], { ...SUGGESTED, preferred: isPreview })],
    };
  },
};
