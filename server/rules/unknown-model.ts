import { stringOf } from '../document/node';
import { modelById, models, otherFamily } from '../kinds/models';
import { excerpt } from '../schema/messages';
import { nearest } from '../schema/nearest';
import { replaceFix, SUGGESTED } from './fixes';
import type { Rule } from './rule';
import { namedModels } from './support/models';

/** New models appear every month, so a name that is not in the catalogue is worth a word and no more. */
export const unknownModel: Rule = {
  id: 'unknown-model',
  severity: 'warning',
  summary: 'The model is not in the catalogue, or belongs to another API.',
  dialects: ['sdk', 'ga', 'beta'],
  *check(context) {
    const { settings, kind } = context;
    // Elsewhere a model is called as its owner pleases.
    if (settings.target !== 'openai') return;
    for (const node of namedModels(context)) {
      const name = stringOf(node);
      if (name === undefined || modelById(name) || settings.extra.models.includes(name)) continue;
      const other = otherFamily(name);
      const offered = models.filter(({ dialects }) => dialects.includes(kind.dialect)).map(({ id }) => id);
      const near = other === undefined ? nearest(name, offered) : undefined;
      const isTypo = near !== undefined && near.replaceAll(/[\d.]/g, '') !== name.replaceAll(/[\d.]/g, '');
      yield {
        at: node,
        severity: other === undefined ? 'info' : 'warning',
        message:
          other === undefined
            ? `"${excerpt(name)}" is not in the catalogue of models. ${isTypo ? `Did you mean "${near}"?` : 'If it is new or your own, add it to "extraModels".'}`
            : `"${excerpt(name)}" is a model ${other}, and the API says that such a model is not supported in realtime mode.`,
        fixes: isTypo ? [replaceFix(node, JSON.stringify(near), SUGGESTED)] : [],
      };
    }
  },
};
