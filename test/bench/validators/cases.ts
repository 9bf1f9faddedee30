import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '../../../server/document/parse';
import { detectKind } from '../../../server/kinds/detect';
import { projectRoot } from '../../host/paths';

/** A document with the verdict of the SDK's own types. */
export interface Case {
  readonly kind: string;
  readonly text: string;
  readonly accepts: boolean;
  /** Where the one mistake is, dotted; missing where that was not recorded. */
  readonly at?: string;
}

/** An example document of mistakes. */
export interface Mistakes {
  readonly name: string;
  readonly kind: string;
  readonly text: string;
}

/** The documents of the conformance tests: ordinary ones, each with at most one mistake, or the corner cases. */
export function conformance(file: 'sdk.jsonl' | 'sdk-edges.jsonl'): Case[] {
  const text = readFileSync(join(projectRoot, 'test', 'conformance', file), 'utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Case);
}

/** The documents of `examples/mistakes`. */
export function mistakes(): Mistakes[] {
  const folder = join(projectRoot, 'examples', 'mistakes');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.realtime.json'))
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      return {
        name: name.replace('.realtime.json', ''),
        text,
        kind: detectKind(name, parse(text).root).kind,
      };
    });
}
