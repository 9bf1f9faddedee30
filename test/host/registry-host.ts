import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { poll } from './delay';
import { atExit, type ProcessTree, startTree } from './process-tree';
import { ensureRegistryInstall, type RegistryInstall } from './registry-install';
import { collectOutput, type ServerOutput } from './server-output';
import { writeUserSettings } from './user-settings';

/** What an address of the host opens; all paths are absolute paths of this machine. */
export interface WorkbenchTarget {
  readonly folder: string;
  /** The extension under development; left out where it was installed with the host. */
  readonly extensionPath?: string;
  /** A module that exports `run()`; VS Code calls it once the extension host is up. */
  readonly testsPath?: string;
  /** A file to open at the start. */
  readonly file?: string;
  /** `web` runs the extension's `browser` entry in a Web Worker instead of `main` in Node. */
  readonly kind?: 'node' | 'web';
}

/** A running VS Code whose window is any browser page on its address. */
export interface RegistryHost {
  readonly origin: string;
  readonly version: string;
  /** The address that opens a folder with the extension under development loaded. */
  url(target: WorkbenchTarget): string;
  /** Resolves with the server's last lines when it ends, whether asked to or not. */
  readonly ended: Promise<string>;
  /** Ends the server, its extension hosts and its data. */
  stop(): Promise<void>;
}

/** How the host is started. */
export interface RegistryHostOptions {
  /** The loopback port; a free one when it is left out. */
  readonly port?: number;
  /** User settings besides those that keep the editor quiet. */
  readonly settings?: Record<string, unknown>;
  /**
   * The folder of an extension that is installed from the start, as for a user. Without it the host is one for
   * development, whose address names the extension; there VS Code shows no notifications by itself.
   */
  readonly installedExtension?: string;
  /** Gets each line the server prints. */
  readonly onOutput?: (line: string) => void;
}

const startTimeoutMs = 60_000;

/**
 * Starts the VS Code of the npm registry on loopback, with fresh data; downloads it first where it is not cached.
 * @param options see RegistryHostOptions
 * @returns the running host; rejects with the server's output when it does not come up
 */
export async function startRegistryHost(options: RegistryHostOptions = {}): Promise<RegistryHost> {
  if (options.port) await requireFreePort(options.port);
  const install = await ensureRegistryInstall();
  const data = mkdtempSync(join(tmpdir(), 'realtime-vscode-'));
  const removeData = atExit(() => removeFolder(data));
  writeUserSettings(join(data, 'data', 'User'), options.settings);
  if (options.installedExtension) installExtension(join(data, 'extensions'), options.installedExtension);
  const output = collectOutput(options.onOutput ?? (() => undefined));
  const tree = startServer(install, data, options, output);
  const stop = async () => {
    await tree.stop();
    removeData();
  };
  try {
    const origin = await waitUntilReady(tree, output);
    const ended = new Promise<string>((resolve) => tree.child.once('exit', () => resolve(output.tail())));
    return { origin, version: install.version, url: (target) => addressOf(origin, target), ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A process that is just being killed may still write into its folder: then a few attempts are needed. */
function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  } catch {
    // Temporary data that could not be removed is no reason to fail.
  }
}

/** A fresh VS Code takes what lies in this folder for installed. Windows makes junctions without special rights. */
function installExtension(extensions: string, folder: string): void {
  mkdirSync(extensions);
  symlinkSync(folder, join(extensions, 'realtime-config.realtime-config-0.0.0'), 'junction');
}

function startServer(
  install: RegistryInstall,
  data: string,
  options: RegistryHostOptions,
  output: ServerOutput,
): ProcessTree {
  const args = [
    ...['--import', endWithParent()],
    join(install.folder, 'out', 'server-main.js'),
    ...['--host', '127.0.0.1', '--port', String(options.port ?? 0), '--without-connection-token'],
    // Lets the address name an extension under development, which a built workbench otherwise refuses.
    ...(options.installedExtension ? [] : ['--enable-smoke-test-driver']),
    ...['--server-data-dir', data, '--accept-server-license-terms'],
    ...['--telemetry-level', 'off', '--disable-update-check', '--disable-getting-started-override'],
  ];
  // Sockets go to the data folder to be removed with it, and the extension gallery is not asked for anything.
  const env = { ...process.env, XDG_RUNTIME_DIR: data, EXTENSIONS_GALLERY: '{}' };
  const tree = startTree(install.node, args, { env, stdio: ['pipe', 'pipe', 'pipe'] });
  tree.child.stdout?.on('data', (chunk) => output.add(String(chunk)));
  tree.child.stderr?.on('data', (chunk) => output.add(String(chunk)));
  return tree;
}

/**
 * Code that the server runs first: its standard input ends when this process does, even when that was killed and
 * could not clean up. Then the server ends its process group. Its own children inherit the code but not the name.
 */
function endWithParent(): string {
  const code = `if (process.argv[1]?.endsWith('server-main.js')) {
    const end = () => process.kill(process.platform === 'win32' ? process.pid : 0, 'SIGKILL');
    process.stdin.on('end', end).on('error', end).resume();
  }`;
  return `data:text/javascript,${encodeURIComponent(code)}`;
}

async function waitUntilReady(tree: ProcessTree, output: ServerOutput): Promise<string> {
  let failure: string | undefined;
  tree.child.once('error', (error) => (failure = error.message));
  tree.child.once('exit', (code, signal) => (failure = `it ended with ${code ?? signal}`));
  const explain = (reason: string) =>
    new Error(`VS Code's server did not start: ${reason}\n${output.tail()}`);
  const look = async () => {
    if (failure !== undefined) throw explain(failure);
    const port = /Extension host agent listening on (\d+)/.exec(output.tail())?.[1];
    if (port === undefined) return undefined;
    const origin = `http://127.0.0.1:${port}`;
    const answer = await fetch(origin).catch(() => undefined);
    return answer?.ok ? origin : undefined;
  };
  return poll(look, { what: 'an answer of the server', timeoutMs: startTimeoutMs }).catch((error: Error) => {
    throw failure === undefined ? explain(error.message) : error;
  });
}

/** The server itself waits for ever, without a word, when its port is taken. */
function requireFreePort(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => reject(new Error(`port ${port} cannot be used: ${error.message}`)));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve()));
  });
}

function addressOf(origin: string, target: WorkbenchTarget): string {
  const remote = (path: string) => `vscode-remote://${new URL(origin).host}${pathToFileURL(path).pathname}`;
  const payload: [string, string][] = [];
  if (target.extensionPath) payload.push(['extensionDevelopmentPath', remote(target.extensionPath)]);
  if (target.testsPath) payload.push(['extensionTestsPath', remote(target.testsPath)]);
  if (target.kind === 'web') payload.push(['extensionDevelopmentKind', 'web']);
  if (target.file) payload.push(['openFile', remote(target.file)]);
  const address = new URL(origin);
  address.searchParams.set('folder', decodeURIComponent(pathToFileURL(target.folder).pathname));
  address.searchParams.set('payload', JSON.stringify(payload));
  return address.href;
}
