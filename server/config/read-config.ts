import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { elementsOf, membersOf, stringOf } from '../document/node';
import { kinds as allKinds, kindById } from '../kinds/catalogue';
import { type Span, severities } from '../problem';
import { codes } from '../rules/codes';
import { type Level, targets } from '../rules/settings';
import { join } from '../schema/messages';
import { nearest } from '../schema/nearest';
import type { Config, Override } from './config';

/** The name of a project's own config; the nearest one above a file holds. */
export const PROJECT_FILE = '.realtimerc.json';

/** Something in a config that cannot be used; the rest of it holds all the same. */
export interface ConfigFault extends Span {
  readonly message: string;
  /** Zero-based. */
  readonly line: number;
  readonly character: number;
}

/** What could be read of a config, and what not. */
export interface ReadConfig {
  readonly config: Config;
  readonly faults: readonly ConfigFault[];
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Collects faults while a tree is read. */
type Complain = (node: Span, message: string) => void;

/**
 * Reads a project file. Comments and trailing commas are welcome in it: it is never sent anywhere.
 * @param text its text
 * @returns never throws; whatever is wrong is a fault, and left out of the config
 */
export function readConfig(text: string): ReadConfig {
  const faults: ConfigFault[] = [];
  const positions = TextDocument.create('', 'json', 0, text);
  const complain: Complain = ({ offset, length }, message) => {
    faults.push({ offset, length, message, ...positions.positionAt(offset) });
  };
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true, disallowComments: false });
  const [first] = errors;
  if (first) complain(first, `This is not JSON: ${words(printParseErrorCode(first.error))}.`);
  if (root && root.type !== 'object') complain(root, `${PROJECT_FILE} must hold an object.`);
  return { config: root ? configOf(root, complain) : {}, faults };
}

const words = (code: string) => code.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).trim();

const quoted = (texts: readonly string[]) => join(texts.map((text) => `"${text}"`));

const readers: Readonly<Record<string, (config: Writable<Config>, node: Node, complain: Complain) => void>> =
  {
    $schema: () => undefined,
    kinds: (config, node, complain) => {
      config.kinds = mapOf(node, 'kinds', complain, (value, name) => kindOf(value, name, complain));
    },
    defaultKind: (config, node, complain) => {
      const kind = kindOf(node, 'defaultKind', complain);
      if (kind !== undefined) config.defaultKind = kind;
    },
    rules: (config, node, complain) => {
      config.rules = rulesOf(node, complain);
    },
    overrides: (config, node, complain) => {
      config.overrides = overridesOf(node, complain);
    },
    extraModels: (config, node, complain) => {
      config.extraModels = textsOf(node, 'extraModels', complain);
    },
    extraVoices: (config, node, complain) => {
      config.extraVoices = textsOf(node, 'extraVoices', complain);
    },
    target: (config, node, complain) => {
      const target = targets.find((one) => one === node.value);
      if (target) config.target = target;
      else complain(node, `"target" must be ${quoted(targets)}.`);
    },
  };

function configOf(root: Node, complain: Complain): Config {
  const config: Writable<Config> = {};
  for (const { name, key, value } of membersOf(root)) {
    const read = Object.hasOwn(readers, name) ? readers[name] : undefined;
    if (read && value) read(config, value, complain);
    if (!read)
      complain(key, unknown(`"${name}" is not a key of ${PROJECT_FILE}.`, name, Object.keys(readers)));
  }
  return config;
}

function unknown(message: string, name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  return near === undefined ? message : `${message} Did you mean "${near}"?`;
}

function mapOf<T>(
  node: Node,
  name: string,
  complain: Complain,
  read: (value: Node, name: string) => T | undefined,
): Record<string, T> {
  if (node.type !== 'object') complain(node, `"${name}" must be an object.`);
  const entries = membersOf(node).map(
    (member) => [member.name, member.value && read(member.value, member.name)] as const,
  );
  return Object.fromEntries(entries.filter((entry): entry is [string, T] => entry[1] !== undefined));
}

function kindOf(node: Node, name: string, complain: Complain): string | undefined {
  const id = stringOf(node);
  if (id !== undefined && kindById(id)) return id;
  const ids = allKinds.map((kind) => kind.id);
  complain(node, unknown(`"${name}" names no kind of document.`, id ?? '', ids));
  return undefined;
}

function rulesOf(node: Node, complain: Complain): Record<string, Level> {
  const ids = codes.map(({ id }) => id).filter((id) => id !== 'syntax');
  for (const { name, key } of membersOf(node)) {
    if (name === 'syntax')
      complain(key, 'Nothing can read a file that is not JSON, so "syntax" stays an error.');
    else if (!ids.includes(name)) complain(key, unknown(`There is no rule "${name}".`, name, ids));
  }
  const levels = ['off', ...severities] as const;
  return mapOf(node, 'rules', complain, (value, name) => {
    const level = levels.find((one) => one === value.value);
    if (level === undefined) complain(value, `The level of "${name}" must be ${quoted(levels)}.`);
    return ids.includes(name) ? level : undefined;
  });
}

function overridesOf(node: Node, complain: Complain): Override[] {
  if (node.type !== 'array') complain(node, '"overrides" must be a list.');
  return elementsOf(node).map((element) => {
    if (element.type !== 'object')
      complain(element, 'An override must be an object with "files" and "rules".');
    let files: readonly string[] = [];
    let rules: Record<string, Level> = {};
    for (const { name, key, value } of membersOf(element)) {
      if (name === 'files' && value) files = textsOf(value, 'files', complain);
      else if (name === 'rules' && value) rules = rulesOf(value, complain);
      else complain(key, unknown(`"${name}" is not a key of an override.`, name, ['files', 'rules']));
    }
    return { files, rules };
  });
}

function textsOf(node: Node, name: string, complain: Complain): string[] {
  if (node.type !== 'array') complain(node, `"${name}" must be a list of texts.`);
  const texts = elementsOf(node).map((element) => {
    const text = stringOf(element);
    if (text === undefined || text === '') complain(element, `"${name}" takes texts that are not empty.`);
    return text;
  });
  return [...new Set(texts.filter((text): text is string => text !== undefined && text !== ''))];
}
