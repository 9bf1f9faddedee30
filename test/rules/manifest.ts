import { overridesSchema, rulesSchema, targetDescriptions } from '../../server/config/config-schema';
import { targets } from '../../server/rules/settings';
import { readRepository } from '../support/fixture';

/** package.json with the settings that name rules as the rules are now. */
export function manifestText(): string {
  const manifest = JSON.parse(readRepository('package.json'));
  const { properties } = manifest.contributes.configuration;
  Object.assign(properties['realtimeConfig.rules'], rulesSchema());
  Object.assign(properties['realtimeConfig.overrides'], overridesSchema());
  Object.assign(properties['realtimeConfig.target'], { enum: targets, enumDescriptions: targetDescriptions });
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
