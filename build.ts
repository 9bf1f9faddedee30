import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type BuildOptions, build, context } from 'esbuild';
import ts from 'typescript';
import { buildTwins, type Twins } from './build-shared';
import { projectFileSchema } from './server/config/config-schema';
import { kindsWithSchema, schemaOfKind } from './server/schema/bundle';

/**
 * Builds everything that ships into dist/: the extension's client and the language server, each for Node.js and for
 * browsers, the command line, the npm package's API and the kinds' schemas. `--watch` rebuilds on change and leaves the
 * code readable.
 */

const watch = process.argv.includes('--watch');

const common: BuildOptions = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  // Node 20: what the oldest supported VS Code runs extensions on.
  target: 'node20',
  // The json service's `main` is UMD, whose inner requires do not bundle.
  mainFields: ['module', 'main'],
  minify: !watch,
  sourcemap: watch,
  legalComments: 'none',
  logLevel: 'info',
};

/** The API runs wherever it is called, so it may not count on Node.js. */
const api: BuildOptions = {
  ...common,
  entryPoints: ['server/api/main.ts'],
  platform: 'neutral',
  target: 'es2022',
};

/** The same for browsers: no module of Node.js may come in. */
const web: BuildOptions = {
  ...common,
  platform: 'browser',
  target: 'es2022',
  mainFields: ['browser', 'module', 'main'],
};

const targets: BuildOptions[] = [
  { ...common, entryPoints: ['server/cli/main.ts'], outfile: 'dist/cli.js' },
  { ...api, format: 'esm', outfile: 'dist/api.mjs' },
  { ...api, format: 'cjs', outfile: 'dist/api.cjs' },
];

const twins: Twins[] = [
  {
    web: {
      ...web,
      entryPoints: ['client/extension.web.ts'],
      outfile: 'dist/client.web.js',
      external: ['vscode'],
    },
    nodes: [
      {
        ...common,
        entryPoints: ['client/extension.ts'],
        outfile: 'dist/client.js',
        external: ['vscode'],
      },
    ],
  },
  {
    web: { ...web, entryPoints: ['server/main-web.ts'], outfile: 'dist/server.web.js', format: 'iife' },
    nodes: [
      { ...common, entryPoints: ['server/main.ts'], outfile: 'dist/server.js' },
      // The command line as the extension's tasks run it; that of the npm package is whole.
      { ...common, entryPoints: ['server/cli/main.ts'], outfile: 'dist/task.js' },
    ],
  },
];

/** Writes each kind's schema in one self-contained file, and that of the project file. */
function writeSchemas(): void {
  mkdirSync('dist/schemas', { recursive: true });
  writeFileSync('dist/schemas/realtimerc.schema.json', `${JSON.stringify(projectFileSchema(), null, 2)}\n`);
  for (const kind of kindsWithSchema) {
    writeFileSync(`dist/schemas/${kind}.schema.json`, `${JSON.stringify(schemaOfKind(kind), null, 2)}\n`);
  }
}

/** Writes the API's types, for importers and for requirers. They come from one file, which imports no types. */
function writeApiTypes(): void {
  const fileName = 'server/api/main.ts';
  const { outputText, diagnostics } = ts.transpileDeclaration(readFileSync(fileName, 'utf8'), {
    fileName,
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ES2022 },
  });
  const [mistake] = diagnostics ?? [];
  if (mistake) throw new Error(`${fileName}: ${ts.flattenDiagnosticMessageText(mistake.messageText, '\n')}`);
  for (const file of ['dist/api.d.ts', 'dist/api.d.mts']) writeFileSync(file, outputText);
}

async function main(): Promise<void> {
  rmSync('dist', { recursive: true, force: true });
  writeSchemas();
  writeApiTypes();
  if (!watch) {
    await Promise.all([...twins.map(buildTwins), ...targets.map((target) => build(target))]);
    return;
  }
  // Size does not matter while developing: each bundle is whole and follows its own sources.
  const all = [...targets, ...twins.flatMap(({ web, nodes }) => [web, ...nodes])];
  await Promise.all(all.map(async (target) => (await context(target)).watch()));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
