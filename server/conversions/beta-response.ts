import migration from '../../schemas/migration.json';
import type { Conversion, ConversionContext } from './conversion';
import { notes } from './messages';
import { get, type Part, scalar, set, textOf, withItems } from './part';
import { sessionFromFlat } from './to-session';

/** The preview's request for an answer becomes today's. */
export const betaResponse: Conversion = {
  id: 'beta-response',
  convert: (document, context) => {
    const response = get(document, 'response');
    if (response?.type !== 'object') return document;
    const session = sessionFromFlat(response.members, 'response', context);
    const input = get(session, 'input');
    return set(document, 'response', input ? set(session, 'input', convertInput(input, context)) : session);
  },
};

const types: Readonly<Record<string, Readonly<Record<string, string>>>> = migration.contentTypes;

function convertInput(input: Part, context: ConversionContext): Part {
  return withItems(
    input,
    input.items.map((item) => {
      const content = get(item, 'content');
      const names = types[textOf(get(item, 'role')) ?? ''] ?? {};
      return content ? set(item, 'content', convertContent(content, names, context)) : item;
    }),
  );
}

/** Who speaks decides what a part is called. */
function convertContent(
  content: Part,
  names: Readonly<Record<string, string>>,
  { note }: ConversionContext,
): Part {
  const parts = content.items.flatMap((part) => {
    const type = get(part, 'type');
    const name = textOf(type) ?? '';
    if (name === 'item_reference') {
      note(part, notes.itemReference);
      return [];
    }
    const today = Object.hasOwn(names, name) ? names[name] : undefined;
    return [today === undefined ? part : set(part, 'type', scalar(today, type))];
  });
  return withItems(content, parts);
}
