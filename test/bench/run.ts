import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../host/paths';
import { compareCommandLine } from './command-line';
import { compareServers } from './language-servers';
import { compareValidators } from './validators';

/**
 * Measures what people wait for and prints Markdown tables: the language server against VS Code's own JSON
 * server, the command line, and the ways to find schema problems. Writes nothing but temporary files.
 * `--quick` takes fewer rounds and leaves the last comparison out.
 */
async function main(): Promise<void> {
  const quick = process.argv.includes('--quick');
  const folder = mkdtempSync(join(tmpdir(), 'realtime-bench-'));
  try {
    // A copy: a build that happens meanwhile must not change what is measured.
    const dist = join(folder, 'dist');
    cpSync(join(projectRoot, 'dist'), dist, { recursive: true });
    await compareServers(dist, quick);
    await compareCommandLine(dist, folder, quick);
    if (!quick) await compareValidators();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
