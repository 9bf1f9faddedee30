import data from '../../schemas/kinds.json';
import { memberOf, type Node, nodeAtPointer, stringOf } from '../document/node';
import { type Family, type Kind, kindById, kinds } from '../kinds/catalogue';

/** A step from one kind to another, as the catalogue has it. */
export interface Pair {
  readonly from: string;
  readonly to: string;
  /** The sessions that can take this step. */
  readonly family: string;
  /** The conversion that takes it. */
  readonly by: string;
  /** For people who pin old servers: editors do not offer it. */
  readonly commandLine?: boolean;
}

/** Every step, in the order of the catalogue. */
export const pairs: readonly Pair[] = data.conversions;

/** What a document's session is for; an envelope's session says it itself. */
export function familyOf(kind: Kind, root: Node | undefined): Family {
  const session = nodeAtPointer(root, kind.session.pointer);
  const said = kind.dialect === 'ga' ? stringOf(memberOf(session, 'type')?.value) : undefined;
  return (
    said === 'transcription' && kind.session.family === 'realtime' ? said : kind.session.family
  ) as Family;
}

/** The shortest way from kind to kind for sessions of a family; undefined where there is none. */
export function wayBetween(from: string, to: string, family: string): readonly Pair[] | undefined {
  return waysFrom(from, family, usableFrom(from)).get(to);
}

/**
 * The kinds that a document can be converted to, in the order of the catalogue.
 * @param everything also what only the command line offers
 */
export function targetsOf(kind: Kind, root: Node | undefined, everything = false): Kind[] {
  const usable = everything ? usableFrom(kind.id) : pairs.filter(({ commandLine }) => !commandLine);
  const ways = waysFrom(kind.id, familyOf(kind, root), usable);
  return kinds.filter(({ id }) => id !== kind.id && ways.has(id));
}

/** The way back is for documents of today: an old one would lose on the way there what it needs on its old server. */
function usableFrom(from: string): readonly Pair[] {
  return kindById(from)?.dialect === 'ga' ? pairs : pairs.filter(({ commandLine }) => !commandLine);
}

function waysFrom(from: string, family: string, usable: readonly Pair[]): Map<string, readonly Pair[]> {
  const ways = new Map<string, readonly Pair[]>([[from, []]]);
  for (const [reached, way] of ways) {
    for (const pair of usable) {
      const isNext = pair.from === reached && pair.family === family && kindById(pair.to);
      if (isNext && !ways.has(pair.to)) ways.set(pair.to, [...way, pair]);
    }
  }
  return ways;
}
