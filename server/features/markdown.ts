import { isObject } from '../document/value';
import { modelsWith } from '../kinds/names';
import type { Facts } from '../schema/facts';
import { rangeText } from '../schema/range';

/** A value as people read it in a line of facts. */
export function valueText(value: unknown, unit?: string): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const short = text.length > 48 ? `${text.slice(0, 45)}…` : text;
  return unit && typeof value === 'number' ? `${value.toLocaleString('en')} ${unit}` : codeText(short);
}

/** A text as inline code; a backtick in it would end that. */
export function codeText(text: string): string {
  return `\`${text.replaceAll('`', "'")}\``;
}

/** `number`, `string or null` …: JSON's names, for the first line and the right column. */
export function typeText(facts: Facts): string {
  if (facts.types.length === 0) return 'any JSON';
  const names = facts.types.filter((type) => type !== 'null');
  const own = names.map((type) =>
    type === 'string' && facts.values.some(({ closed }) => closed) ? 'enum' : type,
  );
  return [...own, ...(facts.nullable ? ['null'] : [])].join(' | ');
}

/** The right column of a completion: type and default. */
export function shortText(facts: Facts): string {
  const type = facts.types.find((one) => one !== 'null') ?? 'any JSON';
  const scalar = facts.default !== undefined && typeof facts.default !== 'object';
  const value = scalar ? valueText(facts.default, facts.unit).replaceAll('`', '') : undefined;
  return value === undefined || facts.whenAbsent ? type : `${type} · ${value}`;
}

/**
 * The compact line: default, range, whether required, dialect.
 * @param required undefined where the question makes no sense
 */
export function factsLine(facts: Facts, required: boolean | undefined, dialect: string): string {
  const parts: string[] = [];
  // An object's default is a document of its own; its members say theirs.
  if (facts.whenAbsent) parts.push(`Left out: ${facts.whenAbsent}`);
  else if (facts.default !== undefined && !isObject(facts.default))
    parts.push(`Default ${valueText(facts.default, facts.unit)}`);
  const range = rangeWords(facts.range);
  if (range && !(facts.apiRange && facts.range.minimum === 0)) parts.push(range);
  if (facts.apiRange) parts.push(`the API takes ${rangeWords(facts.apiRange)}`);
  if (required !== undefined) parts.push(required ? 'required' : 'optional');
  return [...parts, dialect].join(' · ');
}

/** A range as it reads in a list of facts: `1 to 4,096`. */
function rangeWords(range: Facts['range']): string {
  const digits = (number: string) => Number(number).toLocaleString('en');
  return rangeText(range)
    .replace(/^from /, '')
    .replace(/\d{4,}/g, digits);
}

/**
 * The text of a property: what it does and its facts. The same in hover and in completion.
 * @param heading the first line, already in Markdown; left out in completion
 */
export function explain(
  facts: Facts,
  context: {
    heading?: string;
    required?: boolean | undefined;
    dialect: string;
    value?: string | undefined;
    measure?: string | undefined;
    asOf?: string | undefined;
  },
): string {
  const lines = [
    context.heading,
    facts.description,
    context.value,
    factsLine(facts, context.required, context.dialect),
    limitsLine(facts, context.dialect),
    facts.deprecated ? `**Deprecated.** ${facts.deprecated}` : undefined,
    context.measure,
    referenceLine(facts.reference, context.asOf),
  ];
  return lines.filter(Boolean).join('\n\n');
}

/** Which models take it, and from when on it cannot be changed. */
function limitsLine({ fixed, models }: Facts, dialect: string): string | undefined {
  const able = models === undefined ? [] : modelsWith(models.flag, dialect, models.family).map(codeText);
  const named = able.length > MOST_MODELS + 1 ? able.slice(0, MOST_MODELS) : able;
  const more = able.length - named.length;
  const takers = [...named, ...(more > 0 ? [`${more} others`] : [])];
  const parts = [
    takers.length > 0 && `Only for ${takers.join(', ')}`,
    fixed !== undefined && `cannot change ${fixed}`,
  ].filter((part) => part !== false);
  const text = parts.join(' · ');
  return text ? text.charAt(0).toUpperCase() + text.slice(1) : undefined;
}

/** More are counted: a hover is no catalogue. */
const MOST_MODELS = 4;

function referenceLine(reference: string | undefined, asOf: string | undefined): string | undefined {
  const link = reference ? `[Reference](${reference})` : undefined;
  const date = asOf ? `facts as of ${asOf}` : undefined;
  return [link, date].filter(Boolean).join(' · ') || undefined;
}
