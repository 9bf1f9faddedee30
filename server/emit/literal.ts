import type { Part, PartMember } from '../conversions/part';

/** How a programming language writes values. */
export interface LiteralStyle {
  /** A member's key with what parts it from the value. */
  readonly key: (member: PartMember) => string;
  readonly scalar: (part: Part) => string;
  readonly step: string;
}

/** A value as a literal: objects and arrays with one entry a line. */
export function literal(part: Part, style: LiteralStyle, level = 0): string {
  const isArray = part.type === 'array';
  if (!isArray && part.type !== 'object') return style.scalar(part);
  const inner = style.step.repeat(level + 1);
  const entries = isArray
    ? part.items.map((item) => inner + literal(item, style, level + 1))
    : lastOnes(part.members).map(
        (member) => inner + style.key(member) + literal(member.part, style, level + 1),
      );
  const [open, close] = isArray ? '[]' : '{}';
  if (entries.length === 0) return `${open}${close}`;
  return `${open}\n${entries.join(',\n')},\n${style.step.repeat(level)}${close}`;
}

/** Of a repeated key the last value counts for every reader; some compilers refuse to see it twice. */
function lastOnes(members: readonly PartMember[]): readonly PartMember[] {
  const last = new Map(members.map((member) => [member.name, member]));
  return members.filter((member) => last.get(member.name) === member);
}

/** What is invisible, turns the writing around or ends lines: better written as an escape. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/**
 * A string in double quotes, with the escapes that C, JavaScript, Python and Rust share.
 * @param escaped writes a code point that is not to stand there itself; a lone surrogate is one, too
 */
export function quoted(value: string, escaped: (codePoint: number) => string): string {
  let text = '';
  for (const character of value) {
    const point = character.codePointAt(0) ?? 0;
    const short = SHORT[character];
    const isLone = point >= 0xd800 && point <= 0xdfff;
    if (short !== undefined) text += short;
    else text += isLone || HIDDEN.test(character) ? escaped(point) : character;
  }
  return `"${text}"`;
}

const SHORT: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** A number in base 16 with at least so many digits. */
export const hex = (number: number, digits: number) => number.toString(16).padStart(digits, '0');
