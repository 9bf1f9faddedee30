import { elementsOf } from '../document/node';
import { spanOf } from '../problem';
import { ALTERNATIVE, removeFix, replaceFix, SUGGESTED } from './fixes';
import type { Rule } from './rule';
import { takesTools } from './support/tools';

/** Own reading of https://platform.openai.com/docs/guides/function-calling: a call is demanded, and none is possible. */
export const requiredWithoutTools: Rule = {
  id: 'required-without-tools',
  severity: 'warning',
  summary: '"tool_choice" demands a tool call, and there is no tool.',
  dialects: ['sdk', 'ga', 'beta'],
  *check(context) {
    const { session } = context;
    const choice = session?.value('toolChoice');
    if (!session || !choice || choice.value !== 'required' || !takesTools(session)) return;
    const tools = session.member('tools');
    // What is absent here may be known to the server already.
    const isSilent = session.isUpdate || session.family === 'response';
    if (tools ? tools.value?.type !== 'array' || elementsOf(tools.value).length > 0 : isSilent) return;
    yield {
      at: choice,
      message: `"required" makes the model call a tool in every answer, and there ${tools ? 'is none in "tools"' : 'are no "tools"'}. Add a tool, or say "auto".`,
      ...(tools ? { related: [{ message: 'The empty list', span: spanOf(tools.key) }] } : { absence: true }),
      fixes: [
        replaceFix(choice, '"auto"', SUGGESTED),
        removeFix(context, session.pathOf('toolChoice') ?? [], ALTERNATIVE),
      ],
    };
  },
};
