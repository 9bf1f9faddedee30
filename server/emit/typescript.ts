import type { PartMember } from '../conversions/part';
import { ANSWERS_ONLY, type EmitForm, requestFor } from './form';
import { hex, type LiteralStyle, literal, quoted } from './literal';

const text = (value: string) =>
  quoted(value, (point) => (point > 0xffff ? `\\u{${hex(point, 1)}}` : `\\u${hex(point, 4)}`));

/** In a literal, `__proto__` would set the prototype. */
function key({ name }: PartMember): string {
  if (name === '__proto__') return '["__proto__"]: ';
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `${name}: ` : `${text(name)}: `;
}

const style: LiteralStyle = {
  key,
  scalar: ({ type, value, source }) => (type === 'string' ? text(value as string) : (source ?? 'null')),
  step: '  ',
};

/** A program for the official SDK that asks for a client secret. */
export const typescript: EmitForm = {
  id: 'typescript',
  title: 'TypeScript',
  description: 'Asks for a short-lived key with the official "openai" package',
  target: requestFor,
  refusal: ANSWERS_ONLY,
  write: ({ kind, part }) => {
    const secrets = kind.session.family === 'translation' ? 'translations.clientSecrets' : 'clientSecrets';
    return [
      "import OpenAI from 'openai';",
      '',
      'const client = new OpenAI(); // the key comes from OPENAI_API_KEY',
      '',
      `const secret = await client.realtime.${secrets}.create(${literal(part, style)});`,
      '',
      'console.log(secret.value);',
    ].join('\n');
  },
};
