import { removeAt, replaceAt } from '../document/changes';
import { memberOf, stringOf } from '../document/node';
import { changeFix, SUGGESTED } from './fixes';
import type { Rule } from './rule';

/** livekit/agents#2041, #2081: refused in the preview; #6871: taken today, without `speech_started` events. */
export const azureSemanticVad: Rule = {
  id: 'azure-semantic-vad',
  severity: 'warning',
  summary: 'Semantic turn detection does not work well on Azure.',
  dialects: ['ga', 'beta'],
  *check(context) {
    const { session, settings, kind } = context;
    const path = session?.pathOf('turnDetection') ?? [];
    const type = memberOf(session?.value('turnDetection'), 'type')?.value;
    if (settings.target !== 'azure' || !type || stringOf(type) !== 'semantic_vad') return;
    yield {
      at: type,
      message:
        kind.dialect === 'beta'
          ? 'Preview endpoints of Azure refuse "semantic_vad". Use "server_vad".'
          : 'On Azure "semantic_vad" does not report that somebody has started to speak, so callers cannot interrupt. Use "server_vad".',
      fixes: [
        changeFix(context, 'Replace with "server_vad"', SUGGESTED, [
          replaceAt([...path, 'type'], '"server_vad"'),
          removeAt([...path, 'eagerness']),
        ]),
      ],
    };
  },
};
