import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { SuiteOptions } from './result';

/**
 * Bundles the runner and each suite to a CommonJS file that the extension host can load. VS Code and Mocha stay
 * outside: VS Code is there, and Mocha has to be the one that the runner loads.
 * @param folder where the bundles go; it must be inside the project, for Mocha to be found
 * @param options what is written into the runner
 * @returns the path of the runner, for `extensionTestsPath`; rejects with esbuild's messages
 */
export async function bundleSuite(folder: string, options: SuiteOptions): Promise<string> {
  const suites = join(__dirname, 'suite');
  const files = readdirSync(suites).filter((name) => name.endsWith('.test.ts'));
  await build({
    entryPoints: [join(__dirname, 'index.ts'), ...files.map((name) => join(suites, name))],
    outdir: folder,
    entryNames: '[name]',
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    external: ['vscode', 'mocha'],
    define: { SUITE_OPTIONS: JSON.stringify(options) },
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return join(folder, 'index.js');
}
