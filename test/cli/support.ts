import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after } from 'node:test';
import type { Io } from '../../server/cli/io';
import { runCli } from '../../server/cli/run';

/** What a run of the command line left behind. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What the world around a run is like; everything has a default. */
export interface World {
  readonly cwd?: string;
  readonly stdin?: string | Uint8Array;
  readonly isTTY?: boolean;
  readonly stderrIsTTY?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** The clock; it stands at noon of 2026-11-22 when left out. */
  readonly now?: () => Date;
  /** Gets what is printed on either stream, in the order of the screen. */
  readonly onPrint?: (text: string) => void;
  /** Resolves when more can be printed. */
  readonly drained?: () => Promise<void>;
}

/** Files of the golden outputs: one with problems, a clean one, and one with wide characters and tabs. */
export const session = {
  'desk.realtime.json': `{
  "model": "gpt-realtime-2.1",
  "config": {},
  "voice": "Alloy",
  "temprature": 0.8,
  "max_response_output_tokens": 300.0
}
`,
  'clean.realtime.json': '{ "model": "gpt-realtime-2.1", "config": {} }\n',
  'lists/語.sdk.session-config.realtime.json': `{
\t"input_audio_format": "pcm16", "注釈": "🎧", "x": 1,
\t"modalities": ["text", "audio",]
}
`,
};

/** Runs the command line in this process. */
export async function run(args: readonly string[], world: World = {}): Promise<Outcome> {
  let stdout = '';
  let stderr = '';
  const printer = (take: (text: string) => unknown) => ({
    write: (text: string) => {
      world.onPrint?.(text);
      return take(text);
    },
    ...(world.drained ? { drained: world.drained } : {}),
  });
  const io: Io = {
    stdout: printer((text) => (stdout += text)),
    stderr: printer((text) => (stderr += text)),
    stdin: chunks(world.stdin ?? ''),
    cwd: world.cwd ?? tmpdir(),
    isTTY: world.isTTY ?? false,
    stderrIsTTY: world.stderrIsTTY ?? false,
    env: world.env ?? {},
    now: world.now ?? (() => new Date('2026-11-22T12:00:00Z')),
  };
  const code = await runCli(args, io);
  return { code, stdout, stderr };
}

/** Bytes as a pipe may bring them: in pieces that do not care for characters. */
async function* chunks(content: string | Uint8Array): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(content);
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
}

/**
 * Makes a folder with these files, removed when the test file is through.
 * @param files path → content; paths with `/`
 * @returns the folder's absolute path
 */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'realtime cli '));
  after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Compares with a file of `golden`, to the letter. `UPDATE=1` rewrites the file instead. */
export function assertGolden(name: string, actual: string): void {
  const path = join(__dirname, 'golden', name);
  if (process.env.UPDATE === '1') writeFileSync(path, actual);
  assert.equal(actual, readFileSync(path, 'utf8'));
}

/** The files of a JSON report. */
export function filesOf(stdout: string): { file: string; kind: string; kindFrom: string; codes: string[] }[] {
  const { files } = JSON.parse(stdout) as {
    files: { file: string; kind: string; kindFrom: string; diagnostics: { code: string }[] }[];
  };
  return files.map(({ file, kind, kindFrom, diagnostics }) => ({
    file,
    kind,
    kindFrom,
    codes: diagnostics.map(({ code }) => code),
  }));
}
