import { type InlayHint, InlayHintKind, type Range } from 'vscode-languageserver-types';
import data from '../../schemas/inlay-hints.json';
import { oneLine } from '../document/edits';
import { memberOf, membersOf, type Node, objectsIn, pathOf, stringOf } from '../document/node';
import type { RealtimeDocument } from '../document/parse';
import { isObject } from '../document/value';
import { kindById } from '../kinds/catalogue';
import { modelById } from '../kinds/models';
import { sessionView } from '../rules/session-view';
import { schemaOfKind } from '../schema/bundle';
import type { Facts } from '../schema/facts';
import { propertyOrder } from '../schema/property-order';
import type { JsonSchema } from '../schema/types';
import { schemasAt } from '../schema/walk';
import { isUpdateKind } from './fill-defaults';
import { childFacts } from './place-facts';

/**
 * What holds for important keys that are absent, behind the last member of the object that lacks them. Nothing in updates, where an
 * absent key keeps its value, and nothing while the text is broken, because then it is not known what is absent.
 */
export function inlayHints(doc: RealtimeDocument, kind: string, range: Range): InlayHint[] {
  const bundle = schemaOfKind(kind);
  if (!bundle || !doc.root || isUpdateKind(kind) || doc.syntax.length > 0) return [];
  const [start, end] = [doc.positions.offsetAt(range.start), doc.positions.offsetAt(range.end)];
  const visible = objectsIn(doc.root).filter(
    ({ offset, length }) => offset <= end && start <= offset + length,
  );
  return visible.flatMap((object) => hintsOf(doc, kind, bundle, object));
}

function hintsOf(doc: RealtimeDocument, kind: string, bundle: JsonSchema, object: Node): InlayHint[] {
  const applied = schemasAt(bundle, doc.root, pathOf(object)).filter(({ advisory }) => !advisory);
  const members = membersOf(object);
  const names = propertyOrder(applied).filter(
    (name) => data.keys.includes(name) && !members.some((member) => member.name === name),
  );
  const said = names.flatMap((name) => {
    const facts = childFacts(bundle, applied, name);
    const text = facts && isTaken(doc.root, kind, facts) ? effective(facts) : undefined;
    return text === undefined ? [] : [`${name} ${text}`];
  });
  if (said.length === 0) return [];
  const last = members.at(-1)?.property;
  const offset = last ? last.offset + last.length : object.offset + 1;
  return [
    {
      position: doc.positions.positionAt(offset),
      label: said.join(' · '),
      kind: InlayHintKind.Parameter,
      paddingLeft: true,
      tooltip: 'What holds because these keys are absent. They are not part of the file.',
    },
  ];
}

/** Whether the document's model takes a key that not every model takes. */
function isTaken(root: Node | undefined, kindId: string, { models }: Facts): boolean {
  const kind = kindById(kindId);
  if (!models || !kind || !root) return true;
  const session = sessionView(root, kind);
  const transcription = memberOf(session?.value('transcription'), 'model')?.value;
  const name = models.family === 'transcription' ? stringOf(transcription) : session?.text('model');
  return Object.entries(modelById(name) ?? {}).some(
    ([flag, value]) => flag === models.flag && value === true,
  );
}

/** What takes more room than this is left to the hover. */
const LONGEST_CLAUSE = 27;

/** What holds without a key, as far as it is known; a deprecated key is missed by nobody. */
function effective(facts: Facts): string | undefined {
  if (facts.deprecated !== undefined) return undefined;
  if (facts.whenAbsent !== undefined) {
    const [clause = ''] = facts.whenAbsent.split(/[,;:]/);
    return clause.length > LONGEST_CLAUSE ? undefined : `(${clause})`;
  }
  const value = facts.default;
  if (value === undefined) return undefined;
  return isObject(value) ? shortly(value) : oneLine(value);
}

/** An object by its type and the keys that matter. */
function shortly(value: Record<string, unknown>): string {
  const inner = Object.entries(value).filter(([name]) => data.keys.includes(name));
  const said = inner.map(([name, item]) => `${name} ${oneLine(item)}`).join(', ');
  return `${value.type ?? ''} (${said})`.trim();
}
