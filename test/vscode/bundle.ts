import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import type { SuiteOptions } from './result';

const suites = join(__dirname, 'suite');
const suiteFiles = (): string[] =>
  readdirSync(suites)
    .filter((name) => name.endsWith('.test.ts'))
    .sort();

const common: BuildOptions = { bundle: true, format: 'cjs', sourcemap: 'inline', logLevel: 'warning' };

/**
 * Bundles the runner and each suite to a CommonJS file that the extension host can load. VS Code and Mocha stay
 * outside: VS Code is there, and Mocha has to be the one that the runner loads.
 * @param folder where the bundles go; it must be inside the project, for Mocha to be found
 * @param options what is written into the runner
 * @returns the path of the runner, for `extensionTestsPath`; rejects with esbuild's messages
 */
export async function bundleSuite(folder: string, options: SuiteOptions): Promise<string> {
  await build({
    ...common,
    entryPoints: [join(__dirname, 'index.ts'), ...suiteFiles().map((name) => join(suites, name))],
    outdir: folder,
    entryNames: '[name]',
    platform: 'node',
    target: 'node20',
    external: ['vscode', 'mocha'],
    define: { SUITE_OPTIONS: JSON.stringify(options) },
  });
  return join(folder, 'index.js');
}

/**
 * Bundles the same suites, their runner and Mocha to one file, for a web extension host can load no second one.
 * @param folder where the bundle goes
 * @param options what is written into the runner
 * @returns the path of the bundle; rejects with esbuild's messages
 */
export async function bundleWebSuite(folder: string, options: SuiteOptions): Promise<string> {
  const outfile = join(folder, 'index.js');
  await build({
    ...common,
    entryPoints: [join(__dirname, 'web', 'index.ts')],
    outfile,
    platform: 'browser',
    target: 'es2022',
    external: ['vscode'],
    alias: { 'node:assert/strict': join(__dirname, 'web', 'assert.ts') },
    define: { SUITE_OPTIONS: JSON.stringify(options) },
    plugins: [allSuites],
  });
  return outfile;
}

/** The module `suites`, which loads every suite when it is told to: Mocha has to be set up before. */
const allSuites: Plugin = {
  name: 'all suites',
  setup(builder) {
    builder.onResolve({ filter: /^suites$/ }, () => ({ path: 'suites', namespace: 'suites' }));
    builder.onLoad({ filter: /.*/, namespace: 'suites' }, () => {
      const loads = suiteFiles().map((name) => `await import(${JSON.stringify(`./${name}`)});`);
      return { contents: `export async function loadAll() { ${loads.join(' ')} }`, resolveDir: suites };
    });
  },
};

/**
 * Bundles the extension that serves the files of a workspace from memory; see test/vscode/web/memory-files.ts.
 * @param outfile where the bundle goes
 * @param files the text of each file by its path, with a `/` at the start
 */
export async function bundleMemoryFiles(
  outfile: string,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  await build({
    ...common,
    entryPoints: [join(__dirname, 'web', 'memory-files.ts')],
    outfile,
    platform: 'browser',
    target: 'es2022',
    external: ['vscode'],
    define: { WORKSPACE_FILES: JSON.stringify(files) },
  });
}
