import data from '../../schemas/connectors.json';

/** The connectors that are on their way out, and the ISO date after which released models do without them. */
export const deprecatedConnectors: { readonly ids: readonly string[]; readonly notForModelsAfter: string } = {
  ids: data.connectors.filter(({ status }) => status === 'deprecated').map(({ id }) => id),
  notForModelsAfter: data.notForModelsAfter,
};
