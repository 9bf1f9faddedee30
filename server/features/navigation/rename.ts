import type { Range, TextEdit } from 'vscode-languageserver-types';
import { withoutSecrets } from '../../document/hide';
import { pathOf } from '../../document/node';
import type { RealtimeDocument } from '../../document/parse';
import { isWhole } from '../../document/syntax';
import { schemaOfKind } from '../../schema/bundle';
import { schemasAt } from '../../schema/walk';
import { toRange } from '../ranges';
import { insideQuotes, type NameSort, type NameUse, nameAt, namesIn, usesOf, wordsFor } from './names';

/** Why something cannot be renamed, for the person at the keyboard. */
export interface Refusal {
  readonly refused: string;
}

const things: Record<NameSort, { one: string; named: string }> = {
  function: { one: 'function', named: 'is the name of' },
  server: { one: 'MCP server', named: 'is the label of' },
  'server-tool': { one: 'tool', named: 'is the name of' },
};

/**
 * What would be renamed at an offset.
 * @returns the name without its quotes, and what it is now; or why there is nothing to rename
 */
export function prepareRename(
  doc: RealtimeDocument,
  kind: string,
  offset: number,
): { range: Range; placeholder: string } | Refusal {
  const found = renamable(doc, kind, offset);
  if ('refused' in found) return found;
  return { range: toRange(doc, insideQuotes(found.one)), placeholder: found.one.name };
}

/**
 * Renames the function or the MCP server that is named at an offset wherever the document mentions it.
 * @returns edits between the quotes of each mention, none where it has that name already; or why it cannot be
 */
export function rename(
  doc: RealtimeDocument,
  kind: string,
  offset: number,
  newName: string,
): TextEdit[] | Refusal {
  const found = renamable(doc, kind, offset);
  if ('refused' in found) return found;
  if (newName === found.one.name) return [];
  const objection = objectionTo(newName, doc, kind, found);
  if (objection !== undefined) return { refused: objection };
  const newText = JSON.stringify(newName).slice(1, -1);
  return found.all.map((use) => ({ range: toRange(doc, insideQuotes(use)), newText }));
}

interface Found {
  readonly one: NameUse;
  /** Everything that has to be renamed along, it included. */
  readonly all: readonly NameUse[];
  readonly others: readonly NameUse[];
}

function renamable(doc: RealtimeDocument, kind: string, offset: number): Found | Refusal {
  const uses = namesIn(doc, kind);
  const one = nameAt(uses, offset);
  if (!one) return { refused: 'Only names of function tools and labels of MCP servers can be renamed.' };
  const name = withoutSecrets(doc, JSON.stringify(one.name));
  if (one.sort === 'server-tool') {
    return {
      refused: `${name} is what an MCP server calls a tool of its own, so it has to be renamed there. Here its "server_label" can be renamed.`,
    };
  }
  if (!isWhole(doc.syntax)) {
    return {
      refused: `This file is no valid JSON at the moment, so that a mention of ${name} could be missed. Correct it first.`,
    };
  }
  const all = usesOf(uses, one);
  if (all.filter(({ isDefinition }) => isDefinition).length > 1) {
    const { one: thing } = things[one.sort];
    return {
      refused: `More than one ${thing} is called ${name}, so nobody can say which of them is meant elsewhere. Give one of them another name by hand first.`,
    };
  }
  return { one, all, others: uses.filter((use) => use.sort === one.sort && !all.includes(use)) };
}

/** Why a name cannot be given; undefined where it can. */
function objectionTo(
  newName: string,
  doc: RealtimeDocument,
  kind: string,
  { one, all, others }: Found,
): string | undefined {
  const { one: thing, named } = things[one.sort];
  const quoted = withoutSecrets(doc, JSON.stringify(newName));
  if (newName.trim() === '') return `A name for the ${thing} cannot be empty. Type at least one letter.`;
  if (others.some(({ name, isDefinition }) => isDefinition && name === newName))
    return `${quoted} ${named} another ${thing} in "tools" already. Choose a name that is free.`;
  if (all.some((use) => wordsFor(doc, kind, use).includes(newName)))
    return `${quoted} in "tool_choice" is a rule for all tools, so no function that is chosen there can be called so. Choose another name.`;
  const bundle = schemaOfKind(kind);
  const schemas = bundle ? all.flatMap(({ node }) => schemasAt(bundle, doc.root, pathOf(node))) : [];
  const broken = schemas.find(
    ({ schema, advisory }) => !advisory && schema.pattern && !new RegExp(schema.pattern, 'u').test(newName),
  );
  if (!broken) return undefined;
  const { patternErrorMessage: rule } = broken.schema;
  return `${quoted} cannot be the name of a ${thing}. ${rule ?? 'The API takes no such name.'}`;
}
