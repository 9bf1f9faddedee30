import data from '../../schemas/places.json';
import {
  type Member,
  memberOf,
  membersOf,
  type Node,
  nodeAtPointer,
  pathOfPointer,
  stringOf,
  valueAt,
} from '../document/node';
import type { Family, Kind } from '../kinds/catalogue';

/** A setting of a session by what it is, whatever a dialect calls it and wherever it puts it. */
export type Place = keyof typeof data.places;

type Path = readonly (string | number)[];

/** A session as rules see it: the same whether it is bare, in a request for a client secret or in an update event. */
export interface SessionView {
  readonly node: Node;
  readonly family: Family;
  /** Keys that are absent keep what they were: nothing is to be said of what is missing. */
  readonly isUpdate: boolean;
  /** Where a setting stands or would stand, from the document's root; undefined where the dialect has none. */
  readonly pathOf: (place: Place) => Path | undefined;
  /** The setting's value, if it is there. */
  readonly value: (place: Place) => Node | undefined;
  /** The same with its key. */
  readonly member: (place: Place) => Member | undefined;
  /** The setting's string; undefined where it is absent or no string. */
  readonly text: (place: Place) => string | undefined;
}

const families: readonly string[] = ['realtime', 'transcription', 'translation'];

/** Looks at the session of a document of a kind; undefined where there is no object in its place. */
export function sessionView(root: Node, kind: Kind): SessionView | undefined {
  const { pointer, family, update, config } = kind.session;
  const node = nodeAtPointer(root, pointer);
  if (node?.type !== 'object') return undefined;
  const said = stringOf(memberOf(node, 'type')?.value);
  const pathOf = (place: Place) => pathIn(place, kind, pointer, config);
  const value = (place: Place) => {
    const path = pathOf(place);
    return path && valueAt(root, ...path);
  };
  return {
    node,
    family: (kind.dialect === 'ga' && family !== 'response' && said && families.includes(said)
      ? said
      : family) as Family,
    isUpdate: update,
    pathOf,
    value,
    member: (place) => {
      const path = pathOf(place);
      const holder = path && valueAt(root, ...path.slice(0, -1));
      return holder && membersOf(holder).findLast(({ name }) => name === path.at(-1));
    },
    text: (place) => stringOf(value(place)),
  };
}

function pathIn(place: Place, kind: Kind, pointer: string, config: string | undefined): Path | undefined {
  const paths: { ga?: string[]; beta?: string[]; sdk?: string[]; sdkConfig?: string[] } = data.places[place];
  if (kind.dialect === 'sdk') {
    // A response config has everything in one object.
    if (paths.sdk) return [...pathOfPointer(pointer), ...paths.sdk];
    return paths.sdkConfig && config !== undefined
      ? [...pathOfPointer(config), ...paths.sdkConfig]
      : undefined;
  }
  const path = kind.dialect === 'ga' ? paths.ga : paths.beta;
  return path && [...pathOfPointer(pointer), ...path];
}
