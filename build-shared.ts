import { basename, relative } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';

/**
 * Bundles the same program for browsers and for Node.js without shipping its code twice. What runs in a browser has
 * to be one file, so the browser's bundle is whole; the one for Node holds only what a browser has no use for, and
 * takes every module that both have from the browser's, which lies beside it.
 */

/** The name under which the browser's bundle hands out its modules. */
const SHARED = 'shared';

/** Entries for one program: whole for browsers, and those for Node.js that take from it. */
export interface Twins {
  readonly web: BuildOptions & { entryPoints: [string]; outfile: string };
  readonly nodes: readonly (BuildOptions & { entryPoints: [string]; outfile: string })[];
}

/**
 * Builds the bundles.
 * @param twins the options of each; those for the web have the format `cjs` for a host that gives modules their
 *   `exports`, or `iife` for a plain worker
 * @throws esbuild's errors
 */
export async function buildTwins({ web, nodes }: Twins): Promise<void> {
  const { metafile } = await build({ ...web, write: false, metafile: true, logLevel: 'warning' });
  const doors = new Set<string>();
  const shared = new Set(Object.keys(metafile.inputs));
  for (const node of nodes)
    await build({ ...node, plugins: [takeFrom(basename(web.outfile), shared, doors)] });
  await build({ ...web, ...withDoors(web, [...doors].sort()) });
}

/** Sends each import of a shared module to the browser's bundle, and notes which are asked for: its doors. */
function takeFrom(bundle: string, shared: ReadonlySet<string>, doors: Set<string>): Plugin {
  return {
    name: 'take from the browser bundle',
    setup(builder) {
      builder.onResolve({ filter: /.*/ }, async (args) => {
        if (args.kind === 'entry-point' || args.pluginData === SHARED || args.namespace !== 'file') return;
        const { kind, importer, resolveDir } = args;
        const found = await builder.resolve(args.path, { kind, importer, resolveDir, pluginData: SHARED });
        const path = found.namespace === 'file' && !found.external ? inProject(found.path) : '';
        if (!shared.has(path)) return found;
        doors.add(path);
        return { path, namespace: SHARED };
      });
      builder.onResolve({ filter: /.*/, namespace: SHARED }, ({ path }) => ({ path, external: true }));
      builder.onLoad({ filter: /.*/, namespace: SHARED }, ({ path }) => ({
        contents: `module.exports = require(${JSON.stringify(`./${bundle}`)}).${SHARED}[${JSON.stringify(path)}];`,
      }));
    },
  };
}

/** The options of the browser's bundle, with an entry that also hands out the modules. */
function withDoors(web: Twins['web'], doors: readonly string[]): BuildOptions {
  const { entryPoints, format } = web;
  const lines = doors.map((path, index) => `import * as m${index} from ${JSON.stringify(`./${path}`)};`);
  const table = doors.map((path, index) => `${JSON.stringify(path)}: m${index}`).join(', ');
  const contents = [
    `export * from ${JSON.stringify(`./${entryPoints[0]}`)};`,
    ...lines,
    `export const ${SHARED} = { ${table} };`,
  ].join('\n');
  return {
    entryPoints: [],
    stdin: { contents, resolveDir: process.cwd(), sourcefile: `${entryPoints[0]}.with-doors` },
    // A plain worker has no `module`, Node.js has.
    ...(format === 'iife' && {
      globalName: 'bundle',
      footer: { js: 'if (typeof module === "object") module.exports = bundle;' },
    }),
  };
}

function inProject(path: string): string {
  return relative(process.cwd(), path).replaceAll('\\', '/');
}
