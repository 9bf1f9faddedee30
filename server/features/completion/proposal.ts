import type { Snippet } from './snippet';

/** Something to insert, before it is made into the protocol's item. Order in the list is order on the screen. */
export interface Proposal {
  readonly label: string;
  readonly kind: 'property' | 'value' | 'enum' | 'name' | 'snippet' | 'template';
  /** The right column. */
  readonly detail: string;
  /** Markdown. */
  readonly documentation: string;
  readonly snippet: Snippet;
  /** What the text before the cursor is matched with; it starts with a quote where the insertion does. */
  readonly filter: string;
  readonly deprecated?: boolean;
  readonly preselect?: boolean;
}
