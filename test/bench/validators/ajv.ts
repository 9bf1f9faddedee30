import Ajv, { type ErrorObject } from 'ajv';
import standaloneCode from 'ajv/dist/standalone';
import addFormats from 'ajv-formats';
import { kindsWithSchema, schemaOfKind } from '../../../server/schema/bundle';
import { ANNOTATION_KEYWORDS } from '../../../server/schema/types';
import { projectRoot } from '../../host/paths';
import { bundled, type Product } from './bundled';
import type { Contender, Finding } from './contender';

type Validator = ((value: unknown) => boolean) & { errors?: ErrorObject[] | null };

/** Ajv as a contender, and the minified size of its compiled code. */
export interface CompiledAjv extends Contender {
  readonly bytes: number;
}

/**
 * Validators that Ajv compiles ahead of time for all kinds, with all errors, bundled and minified as they
 * would ship. Errors are mapped back to the tree of the source, which is parsed as ours is.
 * @param folder a temporary folder for the code
 * @param product our parser, which it needs as well
 */
export async function compiledAjv(folder: string, product: Product): Promise<CompiledAjv> {
  const source = { stdin: { contents: standalone(), resolveDir: projectRoot } };
  const { exports, bytes } = await bundled<Record<string, Validator>>(folder, 'validators', source);
  return {
    name: 'Ajv, compiled',
    bytes,
    find: (kind, text) => find(product, exports[exportName(kind)], text),
  };
}

const exportName = (kind: string) => kind.replaceAll(/[.-]/g, '_');

function standalone(): string {
  const ajv = new Ajv({
    allErrors: true,
    verbose: false,
    strict: true,
    allowUnionTypes: true,
    code: { source: true, optimize: 2 },
  });
  addFormats(ajv);
  ajv.addVocabulary([...ANNOTATION_KEYWORDS]);
  const names: Record<string, string> = {};
  for (const kind of kindsWithSchema) {
    const schema = schemaOfKind(kind);
    if (!schema) continue;
    ajv.addSchema(withoutTexts(schema) as object, kind);
    names[exportName(kind)] = kind;
  }
  return standaloneCode(ajv, names);
}

/** The keywords that only people read; compiled code would carry their texts along. */
const texts = new Set<string>([...ANNOTATION_KEYWORDS, 'title', 'description', 'default', 'examples']);

/** A schema without annotations. Properties may be called like one, and stay. */
function withoutTexts(value: unknown, byName = false): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutTexts(item));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => byName || !texts.has(key));
  const isMap = (key: string) => !byName && /^(?:properties|patternProperties|definitions)$/.test(key);
  return Object.fromEntries(kept.map(([key, item]) => [key, withoutTexts(item, isMap(key))]));
}

function find(product: Product, validate: Validator | undefined, text: string): Finding[] {
  const { nodeAtPointer, parse, pointerOf, toValue } = product;
  const doc = parse(text);
  const broken = doc.syntax.map(({ kind }) => ({ isError: true, pointer: '', message: kind }));
  if (!validate || !doc.root || validate(toValue(doc.root))) return broken;
  const found = (validate.errors ?? []).map(({ instancePath, message }) => {
    const node = nodeAtPointer(doc.root, instancePath);
    return { isError: true, pointer: node ? pointerOf(node) : '', message: message ?? '' };
  });
  return [...broken, ...found];
}
