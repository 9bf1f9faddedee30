import { kindsAsOf } from '../kinds/catalogue';
import { type ExtraNames, NO_EXTRA_NAMES } from '../kinds/names';
import type { Severity } from '../problem';

/** Whose servers a document is for: what is known of OpenAI's need not hold elsewhere. */
export const targets = ['openai', 'azure', 'other'] as const;
export type Target = (typeof targets)[number];

/** What a code's problems become: another severity, or nothing. */
export type Level = Severity | 'off';

/** Everything besides the document that problems depend on, settled for one document. */
export interface RuleSettings {
  /** ISO date that shutdowns are reckoned with. */
  readonly today: string;
  readonly target: Target;
  /** Names of the user's own, which count as known. */
  readonly extra: ExtraNames;
  /** By code; what is not listed keeps its own severity. */
  readonly levels: Readonly<Record<string, Level>>;
  /** Told when a rule fails, with its id alone: what it failed over may be a secret. */
  readonly onRuleError?: ((id: string) => void) | undefined;
}

/** Without any setting. The date is that of the catalogues, so that nothing depends on the clock. */
export const DEFAULT_RULE_SETTINGS: RuleSettings = {
  today: kindsAsOf,
  target: 'openai',
  extra: NO_EXTRA_NAMES,
  levels: {},
};
