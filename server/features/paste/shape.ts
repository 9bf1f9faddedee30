import data from '../../../schemas/paste.json';
import { isObject } from '../../document/value';

/**
 * Brings an object of another library nearer to the API's: options that lie in an object of their own come out of it, and
 * the system message of a chat becomes the instructions. Keys in camelCase and keys that belong elsewhere are a matter of rules.
 * @param isWrapped whether the target itself has its settings in a `config`
 * @returns the object, and the keys that have no place in a session
 */
export function sessionShape(
  value: Readonly<Record<string, unknown>>,
  isWrapped: boolean,
): { value: Readonly<Record<string, unknown>>; dropped: readonly string[] } {
  const renames: Readonly<Record<string, string>> = data.renames;
  let shaped: Record<string, unknown> = { ...value };
  for (const wrapper of data.wrappers) {
    const inner = shaped[wrapper];
    if (!isObject(inner) || (isWrapped && wrapper === 'config' && !isForeign(inner))) continue;
    const { [wrapper]: _, ...rest } = shaped;
    // What is said outside counts, as it does where these libraries merge the two.
    shaped = { ...inner, ...rest };
  }
  const renamed = Object.entries(shaped).map(([name, item]) => {
    const to = Object.hasOwn(renames, name) ? renames[name] : undefined;
    return [to !== undefined && !(to in shaped) ? to : name, item];
  });
  return withInstructions(Object.fromEntries(renamed));
}

/** Whether the crate would know nothing of these options. */
function isForeign(options: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(options).some(
    (name) => data.wrappers.includes(name) || Object.hasOwn(data.renames, name) || /[a-z][A-Z]/.test(name),
  );
}

interface Message {
  readonly role?: unknown;
  readonly content?: unknown;
}

/** What the system and the developer say in a chat are the instructions of a session; the rest was said at run time. */
function withInstructions(value: Record<string, unknown>): ReturnType<typeof sessionShape> {
  const { messages, ...rest } = value;
  if (!Array.isArray(messages)) return { value, dropped: [] };
  const isPrompt = ({ role }: Message) => role === 'system' || role === 'developer';
  const prompts = messages.filter((message) => isObject(message) && isPrompt(message));
  const text = prompts.map((message: Message) => textOf(message.content)).join('\n\n');
  const dropped = prompts.length < messages.length ? ['messages'] : [];
  return { value: text === '' ? rest : { instructions: text, ...rest }, dropped };
}

function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content.map((part) => (isObject(part) && typeof part.text === 'string' ? part.text : '')).join('');
}
