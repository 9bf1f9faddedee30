import type { Note } from '../../conversions/conversion';
import { convert } from '../../conversions/index';
import { parse } from '../../document/parse';
import { kindById } from '../../kinds/catalogue';
import { detectKind } from '../../kinds/detect';
import { fixText } from '../../problems/fix-text';
import type { RuleSettings } from '../../rules/settings';
import { readLiteral } from './read-literal';
import { sessionShape } from './shape';

/** What a pasted text becomes, and what of it could not come along. */
export type PastedConfig =
  | { readonly text: string; readonly kind: string; readonly notes: readonly string[] }
  | { readonly refused: string };

/** The document that is pasted into. */
export interface PasteTarget {
  readonly kind: string;
  /** Whether the kind is only what documents are taken for that say nothing: then what is pasted decides. */
  readonly isOpen: boolean;
  readonly settings: RuleSettings;
  /** One step of indentation. */
  readonly indent: string;
}

/**
 * Makes a document out of JSON, of an object in JavaScript, TypeScript or Python, or of the options of a chat or agents library: as
 * the target's kind where there is a way to it, and with every fix that is safe. What is unknown stays, for the diagnostics to name.
 */
export function pasteConfig(pasted: string, { kind, isOpen, settings, indent }: PasteTarget): PastedConfig {
  const literal = readLiteral(pasted);
  if (!literal) return { refused: NO_OBJECT };
  const shape = sessionShape(literal.value, kindById(kind)?.session.config === '/config');
  const notes = [
    ...literal.omitted.map(({ path, code }) =>
      path === ''
        ? `\`${code}\` is left out: it is code, and only your program knows its value.`
        : `"${path}" is left out: \`${code}\` is code, and only your program knows its value.`,
    ),
    ...shape.dropped.map(
      (name) =>
        `"${name}" is left out: a session has no messages; only the system's came along, as "instructions".`,
    ),
  ];
  const read = parse(`${JSON.stringify(shape.value, null, indent)}\n`);
  const found = detectKind('', read.root, { defaultKind: kind });
  const own = found.from === 'default' ? kind : found.kind;
  const repaired = fixText(read, () => own, settings, { suggested: false });
  const target = isOpen || !kindById(own) ? own : kind;
  const converted = own === target ? undefined : convert(parse(repaired.text), own, target);
  if (!converted || 'refused' in converted) {
    // Where there is no way, it goes in as it is, and the diagnostics say what does not fit.
    const fitted = fixText(parse(repaired.text), () => target, settings, { suggested: false });
    return { text: fitted.text, kind: target, notes };
  }
  return { text: converted.text, kind: target, notes: [...notes, ...converted.notes.map(noteText)] };
}

const NO_OBJECT =
  'There is no object on the clipboard. Copy JSON, an object in JavaScript, TypeScript or Python, or a call with named arguments.';

const noteText = ({ pointer, message }: Note) => `${pointer}: ${message}`;
