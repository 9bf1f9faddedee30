import { isRefusal, type Note } from '../conversions/conversion';
import { convert, type Refused } from '../conversions/index';
import { familyOf } from '../conversions/pairs';
import { readPart } from '../conversions/read-part';
import { nodeAtPointer } from '../document/node';
import { parse, type RealtimeDocument } from '../document/parse';
import { kindById } from '../kinds/catalogue';
import { clientSecretForm } from './client-secret';
import { curl } from './curl';
import type { EmitForm } from './form';
import { json } from './json';
import { python } from './python';
import { rust } from './rust';
import { sessionUpdateForm } from './session-update';
import { typescript } from './typescript';

/** Every form, in the order in which they are listed to people. */
export const emitForms: readonly EmitForm[] = [
  json,
  sessionUpdateForm,
  clientSecretForm,
  curl,
  typescript,
  python,
  rust,
];

/** A document in another form, and what its conversion on the way could not carry over. */
export interface Emitted {
  /** Without a line end after it. */
  readonly text: string;
  readonly notes: readonly Note[];
}

/** The forms that a document can take. */
export function formsOf(doc: RealtimeDocument, kindId: string): readonly EmitForm[] {
  const kind = kindById(kindId);
  if (!kind) return [];
  const family = familyOf(kind, doc.root);
  return emitForms.filter((form) => form.target(kind, family) !== undefined);
}

/**
 * Writes a document in a form.
 * @param kindId the kind that the document is
 * @returns a refusal where it cannot be converted to what the form needs
 */
export function emit(doc: RealtimeDocument, kindId: string, form: EmitForm): Emitted | Refused {
  const kind = kindById(kindId);
  const target = kind && form.target(kind, familyOf(kind, doc.root));
  if (kind && target === undefined)
    return { refused: form.refusal, pointer: '', offset: doc.root?.offset ?? 0 };
  const outcome = convert(doc, kindId, target ?? kindId);
  if ('refused' in outcome) return outcome;
  const result = parse(outcome.text);
  const to = kindById(target ?? kindId);
  if (!result.root || !to) return { ...outcome, text: outcome.text.trimEnd() };
  const part = readPart(result, result.root, undefined, () => {});
  try {
    return { text: form.write({ kind: to, part, text: outcome.text.trimEnd() }), notes: outcome.notes };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const offset = nodeAtPointer(doc.root, error.pointer)?.offset ?? 0;
    return { refused: error.message, pointer: error.pointer, offset };
  }
}
