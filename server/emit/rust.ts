import data from '../../schemas/rust.json';
import { refusal } from '../conversions/conversion';
import { compact, get, type Part } from '../conversions/part';
import type { EmitForm } from './form';
import { hex, quoted } from './literal';

const roots: Readonly<Record<string, { readonly type: string; readonly variable: string }>> = data.roots;
const structs: Readonly<Record<string, Readonly<Record<string, string>>>> = data.structs;
const fields: Readonly<Record<string, Readonly<Record<string, string>>>> = data.fields;
const enums: Readonly<Record<string, Readonly<Record<string, string>>>> = data.enums;

/** The SDK's own types as struct literals. */
export const rust: EmitForm = {
  id: 'rust',
  title: 'Rust',
  description: 'Struct literals of the types of openai_rust_sdk',
  target: (kind) => (Object.hasOwn(roots, kind.id) ? kind.id : undefined),
  refusal:
    'Rust text is made of documents of the SDK only. Convert this one first: realtime-config convert FILE --to sdk.session-request.',
  write: ({ kind, part }) => {
    const root = roots[kind.id];
    if (!root) throw refusal(rust.refusal);
    const used = new Set<string>();
    const literal = written(part, root.type, 0, used);
    const names = [...used].sort();
    const list = names.length === 1 ? `${names[0]}` : `{\n    ${names.join(',\n    ')},\n}`;
    return `use ${data.path}::${list};\n\nlet ${root.variable} = ${literal};`;
  },
};

/** A value of a Rust type. The types that are named on the way go to `used`. */
function written(part: Part, type: string, level: number, used: Set<string>): string {
  const [, inner] = /^Option<(.*)>$/.exec(type) ?? [];
  if (inner !== undefined) {
    return part.type === 'null' ? 'None' : `Some(${written(part, inner, level, used)})`;
  }
  const [, element] = /^Vec<(.*)>$/.exec(type) ?? [];
  if (element !== undefined) return vector(part, element, level, used);
  if (Object.hasOwn(structs, type)) return struct(part, type, level, used);
  if (Object.hasOwn(enums, type)) {
    const variant = enums[type]?.[String(part.value)];
    if (part.type !== 'string' || variant === undefined) throw misfit(part, type);
    used.add(type);
    return `${type}::${variant}`;
  }
  return scalar(part, type);
}

function vector(part: Part, element: string, level: number, used: Set<string>): string {
  if (part.type !== 'array') throw misfit(part, `Vec<${element}>`);
  if (part.items.length === 0) return 'vec![]';
  const line = `\n${'    '.repeat(level + 1)}`;
  const items = part.items.map((item) => `${line}${written(item, element, level + 1, used)},`);
  return `vec![${items.join('')}\n${'    '.repeat(level)}]`;
}

function struct(part: Part, type: string, level: number, used: Set<string>): string {
  if (part.type !== 'object') throw misfit(part, type);
  used.add(type);
  const line = `\n${'    '.repeat(level + 1)}`;
  const entries = Object.entries(structs[type] ?? {}).map(([key, of]) => {
    const value = get(part, key);
    if (!value && !of.startsWith('Option<')) {
      throw refusal(`"${key}" is missing, and ${type} cannot be without it.`, part.origin);
    }
    const text = value ? written(value, of, level + 1, used) : 'None';
    return `${line}${fields[type]?.[key] ?? key}: ${text},`;
  });
  return `${type} {${entries.join('')}\n${'    '.repeat(level)}}`;
}

/** Beyond this a 32-bit number is infinite, as it is for the SDK; the compiler refuses the literal. */
const LARGEST_F32 = 3.4028235677973366e38;

function scalar(part: Part, type: string): string {
  const { value, source = '' } = part;
  if (type === 'Value') return jsonValue(part);
  if (type === 'String' && part.type === 'string') return `${text(part)}.to_string()`;
  if (type === 'DateTime' && part.type === 'string') return `${text(part)}.parse().expect("a date")`;
  if (type === 'bool' && part.type === 'boolean') return source;
  if (type === 'u32' && /^\d+$/.test(source) && (value as number) <= 0xffffffff) return source;
  if (type !== 'f32' || part.type !== 'number') throw misfit(part, type);
  if (Math.abs(value as number) >= LARGEST_F32) return `f32::${(value as number) < 0 ? 'NEG_' : ''}INFINITY`;
  return /[.eE]/.test(source) ? source : `${source}.0`;
}

function jsonValue(part: Part): string {
  if (part.type === 'null') return 'serde_json::Value::Null';
  const json = { ...part, value: compact(part) };
  return `serde_json::from_str(${text(json)}).expect("JSON")`;
}

/** Rust's strings are UTF-8: half a surrogate pair has no place in them. */
function text(part: Part): string {
  return quoted(part.value as string, (point) => {
    if (point >= 0xd800 && point <= 0xdfff) {
      throw refusal('This string has half of a surrogate pair, which no Rust string can hold.', part.origin);
    }
    return `\\u{${hex(point, 1)}}`;
  });
}

const misfit = (part: Part, type: string) =>
  refusal(`This value does not fit into the type ${type} of the SDK. Mend it first.`, part.origin);
