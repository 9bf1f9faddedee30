import type { Part } from '../conversions/part';
import { ANSWERS_ONLY, type EmitForm, requestFor } from './form';
import { hex, type LiteralStyle, literal, quoted } from './literal';

const text = (value: string) =>
  quoted(value, (point) => (point > 0xffff ? `\\U${hex(point, 8)}` : `\\u${hex(point, 4)}`));

const words: Readonly<Record<string, string>> = { true: 'True', false: 'False', null: 'None' };

const style: LiteralStyle = {
  key: ({ name }) => `${text(name)}: `,
  scalar: ({ type, value, source = 'null' }) =>
    type === 'string' ? text(value as string) : (words[source] ?? source),
  step: '    ',
};

/** A program for the official SDK that asks for a client secret. */
export const python: EmitForm = {
  id: 'python',
  title: 'Python',
  description: 'Asks for a short-lived key with the official "openai" package',
  target: requestFor,
  refusal: ANSWERS_ONLY,
  write: ({ kind, part }) =>
    [
      'from openai import OpenAI',
      '',
      'client = OpenAI()  # the key comes from OPENAI_API_KEY',
      '',
      ...(kind.session.family === 'translation' ? translation(part) : conversation(part)),
    ].join('\n'),
};

/** The arguments by name; keys that the SDK does not know go along in the body. */
function conversation(part: Part): string[] {
  const isKnown = ({ name }: { name: string }) => name === 'expires_after' || name === 'session';
  const known = part.members.filter(isKnown);
  const others = part.members.filter((member) => !isKnown(member));
  const extra =
    others.length > 0 ? [`    extra_body=${literal({ ...part, members: others }, style, 1)},`] : [];
  return [
    'secret = client.realtime.client_secrets.create(',
    ...known.map(({ name, part: value }) => `    ${name}=${literal(value, style, 1)},`),
    ...extra,
    ')',
    '',
    'print(secret.value)',
  ];
}

function translation(part: Part): string[] {
  return [
    'secret = client.post(',
    '    "/realtime/translations/client_secrets",',
    '    cast_to=object,',
    `    body=${literal(part, style, 1)},`,
    ')',
    '',
    'print(secret["value"])',
  ];
}
