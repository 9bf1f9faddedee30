import picomatch from 'picomatch';
import { memberOf, type Node, stringOf } from '../document/node';
import { FILE_SUFFIX, type KindSource, NO_KIND } from '../protocol';
import { kindByContent } from './by-content';
import { kindById } from './catalogue';

export const FALLBACK_KIND = 'sdk.session-request';
const SCHEMA_URN = 'urn:realtime-config:';

/** What decides a kind besides the document itself. */
export interface KindOptions {
  /** `--kind`, or whatever else was chosen for this very file. */
  readonly kind?: string | undefined;
  /**
   * Glob → kind id. The last entry that matches holds. Globs without a slash match the file name, others the
   * path below `root`; one that starts with `/` matches the whole path.
   */
  readonly kinds?: Readonly<Record<string, string>> | undefined;
  /** Path of the folder that globs start from, with `/`; without one they may start at any folder. */
  readonly root?: string | undefined;
  readonly defaultKind?: string | undefined;
}

export interface Detected {
  readonly kind: string;
  readonly from: KindSource;
}

/**
 * The kind of a document: the user's choice, the file name, `$schema`, the content, the default; first hit
 * wins. Names of kinds that this version does not know decide nothing. A document of another API is of the kind
 * `none`, which nobody can choose.
 * @param path the file's path with `/`, percent-decoded; may be empty
 * @param root the parsed root value, of a broken document the recovered part
 */
export function detectKind(path: string, root: Node | undefined, options: KindOptions = {}): Detected {
  const known = (kind: string | undefined) => (kind !== undefined && kindById(kind) ? kind : undefined);
  const chosen = known(options.kind) ?? known(kindByGlob(path, options));
  if (chosen) return { kind: chosen, from: 'choice' };
  const named = known(kindByFileName(path));
  if (named) return { kind: named, from: 'file name' };
  const schema = stringOf(memberOf(root, '$schema')?.value);
  const declared = schema?.startsWith(SCHEMA_URN) ? known(schema.slice(SCHEMA_URN.length)) : undefined;
  if (declared) return { kind: declared, from: '$schema' };
  const defaultKind = known(options.defaultKind) ?? FALLBACK_KIND;
  const content = kindByContent(root, defaultKind);
  return content && (content === NO_KIND || known(content))
    ? { kind: content, from: 'content' }
    : { kind: defaultKind, from: 'default' };
}

/** `support.sdk.session-config.realtime.json` → `sdk.session-config`; undefined where the name says nothing. */
export function kindByFileName(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (!name.endsWith(FILE_SUFFIX)) return undefined;
  const stem = name.slice(0, -FILE_SUFFIX.length);
  return /(?:^|\.)([a-z]+\.[a-z-]+)$/.exec(stem)?.[1];
}

/** The kind that globs of a setting choose for a file; of several that match the last. */
export function kindByGlob(path: string, { kinds = {}, root }: KindOptions): string | undefined {
  return Object.entries(kinds).findLast(([glob]) => matchesGlob(path, glob, root))?.[1];
}

/**
 * Whether a glob of a setting stands for a file. One without a slash matches the file name, others the path below
 * `root`; one that starts with `/` matches the whole path.
 * @param path the file's path with `/`
 * @param root path of the folder that globs start from; without one they may start at any folder
 */
export function matchesGlob(path: string, glob: string, root?: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (!glob.includes('/')) return picomatch.isMatch(name, glob, { dot: true });
  if (glob.startsWith('/')) return picomatch.isMatch(path, glob, { dot: true });
  const base = root === undefined || root.endsWith('/') ? root : `${root}/`;
  const below = base !== undefined && path.startsWith(base) ? path.slice(base.length) : undefined;
  const relative = glob.replace(/^\.\//, '');
  return below === undefined
    ? picomatch.isMatch(path.replace(/^\//, ''), `**/${relative}`, { dot: true })
    : picomatch.isMatch(below, relative, { dot: true });
}
