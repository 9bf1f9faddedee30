import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureChromium } from '../host/chromium';
import { projectRoot } from '../host/paths';
import { ensureRegistryInstall } from '../host/registry-install';

/** What a run may be told; everything has a default. */
export interface EditorRunOptions {
  /** The extension's folder; the project root unless told otherwise. */
  readonly extensionPath?: string;
  /** Only the files whose name contains this. */
  readonly file?: string;
}

/**
 * Runs the tests of `test/vscode/editor`, which drive a real VS Code from outside with keyboard and mouse, one file
 * after the other.
 * @param options see EditorRunOptions
 * @returns the counts; what was skipped counts as failed, and a run without a test has failed
 */
export async function runEditorTests(
  options: EditorRunOptions = {},
): Promise<{ passed: number; failed: number }> {
  // What has to be downloaded comes first: the tests' time limits are for VS Code alone.
  await ensureRegistryInstall();
  await ensureChromium();
  const folder = mkdtempSync(join(tmpdir(), 'realtime-editor-tests-'));
  try {
    const tap = join(folder, 'result.tap');
    const code = await runNodeTests(testFiles(options.file ?? ''), tap, options.extensionPath);
    return readCounts(readFileSync(tap, 'utf8'), code);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function testFiles(part: string): string[] {
  const folder = join(__dirname, 'editor');
  const names = readdirSync(folder).filter((name) => name.endsWith('.test.ts') && name.includes(part));
  return names.sort().map((name) => join(folder, name));
}

function runNodeTests(files: string[], tap: string, extensionPath: string | undefined): Promise<number> {
  const reporters = ['--test-reporter=spec', '--test-reporter-destination=stdout'];
  const counts = ['--test-reporter=tap', `--test-reporter-destination=${tap}`];
  const args = ['--import', 'tsx', '--test', '--test-concurrency=1', ...reporters, ...counts, ...files];
  const env = { ...process.env, ...(extensionPath && { REALTIME_EXTENSION_PATH: resolve(extensionPath) }) };
  return new Promise((done, reject) => {
    const child = spawn(process.execPath, args, { cwd: projectRoot, stdio: 'inherit', env });
    child.once('error', reject);
    child.once('exit', (code) => done(code ?? 1));
  });
}

function readCounts(summary: string, code: number): { passed: number; failed: number } {
  const count = (name: string) => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(summary)?.[1] ?? 0);
  const passed = count('pass');
  const failed = count('fail') + count('cancelled') + count('skipped') + count('todo');
  return { passed, failed: code === 0 && passed > 0 ? failed : Math.max(failed, 1) };
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { extension: { type: 'string' }, file: { type: 'string' } } });
  const { extension, file } = values;
  const options = { ...(extension && { extensionPath: extension }), ...(file && { file }) };
  const { passed, failed } = await runEditorTests(options);
  console.log(`Editor tests: ${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
}
