import type { ConversionContext } from './conversion';
import { backConversions } from './fields-back';
import { notes } from './messages';
import { get, object, type Part } from './part';
import { moves } from './values';

/** A key of today's session that no flat session ever had. */
const NEVER_FLAT = 'reasoning_effort';

/**
 * The members of a flat session from a session of today: what moved goes back, the rest keeps its key, and what the
 * target does not know is taken out afterwards.
 */
export function flatFromSession(session: Part, context: ConversionContext): (readonly [string, Part])[] {
  const flat: (readonly [string, Part])[] = [];
  const add = (name: string, part: Part) => {
    const value = Object.hasOwn(backConversions, name) ? backConversions[name]?.(part, context) : part;
    if (value) flat.push([name, value]);
  };
  const taken = new Set<Part>();
  for (const { from, to } of moves) {
    const part = from === NEVER_FLAT ? undefined : get(session, ...to);
    if (!part) continue;
    taken.add(part);
    add(from, part);
  }
  for (const { name, part } of session.members) {
    if (name === 'type' || taken.has(part)) continue;
    if (name === 'audio') noteRest(part, taken, context);
    else add(name, part);
  }
  return flat;
}

/** What `audio` holds besides the settings that have moved. */
function noteRest(audio: Part, taken: ReadonlySet<Part>, { to, note }: ConversionContext): void {
  for (const { name, part } of audio.members) {
    if (part.type !== 'object') note(part, notes.unknown(name, to));
    for (const inner of part.members) {
      if (!taken.has(inner.part)) note(inner.part, notes.unknown(inner.name, to));
    }
  }
}

/** The same as an object, which is the preview's whole session. */
export function flatObject(session: Part, context: ConversionContext): Part {
  return object(flatFromSession(session, context), session);
}
