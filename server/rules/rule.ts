import type { Member, Node } from '../document/node';
import type { RealtimeDocument } from '../document/parse';
import type { Kind } from '../kinds/catalogue';
import type { Fix, Related, Severity, Silenced, Span } from '../problem';
import type { JsonSchema } from '../schema/types';
import type { SessionView } from './session-view';
import type { RuleSettings } from './settings';

/** What a rule may look at. */
export interface RuleContext {
  readonly doc: RealtimeDocument;
  readonly root: Node;
  readonly kind: Kind;
  readonly bundle: JsonSchema;
  /** The session, whatever it is wrapped in; undefined where the document has none, or it is no object. */
  readonly session: SessionView | undefined;
  readonly settings: RuleSettings;
}

/** What a rule found, before its severity and place are settled. */
export interface RuleFinding {
  /** The value, or the member by its key, that the problem is about. */
  readonly at: Node | Member;
  /** Cause, consequence, remedy: one or two sentences. */
  readonly message: string;
  /** Where it differs from the rule's. */
  readonly severity?: Severity;
  /** Where it differs from the whole of `at`. */
  readonly span?: Span;
  /** Where it differs from that of `at`. */
  readonly pointer?: string;
  /** At most one is preferred. */
  readonly fixes?: readonly Fix[];
  readonly tag?: 'deprecated' | 'unnecessary';
  readonly related?: readonly Related[];
  readonly silences?: readonly Silenced[];
  readonly absence?: true;
  /** Speaks for the schema at its pointer even where it takes the matter less seriously. */
  readonly overrides?: true;
}

/**
 * Something that the schema cannot say: a contradiction between fields, a key that belongs elsewhere, something that
 * is taken and unwise. If the schema can say it, the schema says it. One rule is one file, named by its id, with a
 * test of that name in `test/rules` and a page in `docs/rules`.
 */
export interface Rule {
  /** The diagnostic code. */
  readonly id: string;
  /** The usual severity; a finding may have another. */
  readonly severity: Severity;
  /** For lists: what is wrong, in one sentence. */
  readonly summary: string;
  readonly dialects: readonly ('sdk' | 'ga' | 'beta')[];
  /** Finds what is wrong. Pure; must bear any tree, whatever is missing in it. */
  check(context: RuleContext): Iterable<RuleFinding>;
}
