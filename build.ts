import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { type BuildOptions, build, context } from 'esbuild';
import { projectFileSchema } from './server/config/config-schema';
import { kindsWithSchema, schemaOfKind } from './server/schema/bundle';

/**
 * Builds everything that ships into dist/: the extension's client, the language server, the command line and
 * the kinds' schemas. `--watch` rebuilds on change and leaves the code readable.
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

const targets: BuildOptions[] = [
  { ...common, entryPoints: ['client/extension.ts'], outfile: 'dist/client.js', external: ['vscode'] },
  { ...common, entryPoints: ['server/main.ts'], outfile: 'dist/server.js' },
  {
    ...common,
    entryPoints: ['server/cli/main.ts'],
    outfile: 'dist/cli.js',
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

async function main(): Promise<void> {
  rmSync('dist', { recursive: true, force: true });
  writeSchemas();
  if (watch) await Promise.all(targets.map(async (target) => (await context(target)).watch()));
  else await Promise.all(targets.map((target) => build(target)));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
