import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from '../host/paths';
import { atExit } from '../host/process-tree';
import { bundleMemoryFiles } from './bundle';

/** The folders of one run. */
export interface Scratch {
  /** Where bundles go: in the project, for Mocha to be found from them. */
  readonly bundles: string;
  /** For everything else, in the system's temporary folder. */
  readonly folder: string;
  /** A copy of `test/vscode/workspace` that may be changed. */
  readonly workspace: string;
  readonly remove: () => void;
}

/** Makes the folders; they are removed by `remove`, or when this process ends. */
export function makeScratch(): Scratch {
  const runs = join(cacheFolder(), 'runs');
  mkdirSync(runs, { recursive: true });
  const bundles = mkdtempSync(join(runs, 'run-'));
  const folder = mkdtempSync(join(tmpdir(), 'realtime suite '));
  const remove = atExit(() => {
    for (const made of [bundles, folder]) rmSync(made, { recursive: true, force: true, maxRetries: 5 });
  });
  const workspace = join(folder, 'workspace');
  cpSync(join(__dirname, 'workspace'), workspace, { recursive: true });
  return { bundles, folder, workspace, remove };
}

/**
 * A copy of the extension whose manifest has no `main`: where VS Code has both hosts, it would prefer Node.js.
 * @param extensionPath the extension
 * @param scratch where the copy goes
 * @returns its folder
 */
export function withoutMain(extensionPath: string, scratch: Scratch): string {
  const copy = join(scratch.folder, 'extension');
  mkdirSync(copy);
  for (const name of ['client', 'dist', 'docs']) {
    symlinkSync(join(extensionPath, name), join(copy, name), 'junction');
  }
  const { main: _, ...manifest } = JSON.parse(readFileSync(join(extensionPath, 'package.json'), 'utf8'));
  writeFileSync(join(copy, 'package.json'), JSON.stringify(manifest));
  return copy;
}

/**
 * Makes the extension that serves a workspace from memory, as `memfs:/workspace`.
 * @param scratch has the workspace, and gets the extension
 * @returns the extension's folder
 */
export async function memoryFiles({ folder, workspace }: Scratch): Promise<string> {
  const extension = join(folder, 'memory-files');
  const files = readdirSync(workspace, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const path = (file: string) => `/workspace${file.slice(workspace.length).replaceAll('\\', '/')}`;
  const texts = Object.fromEntries(files.map((file) => [path(file), readFileSync(file, 'utf8')]));
  await bundleMemoryFiles(join(extension, 'extension.js'), texts);
  const manifest = {
    name: 'memory-files',
    publisher: 'realtime-config',
    version: '1.0.0',
    engines: { vscode: '^1.91.0' },
    browser: './extension.js',
    activationEvents: ['onFileSystem:memfs'],
  };
  writeFileSync(join(extension, 'package.json'), JSON.stringify(manifest));
  return extension;
}
