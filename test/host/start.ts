import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findDesktop, startDesktop } from './desktop';
import { findCommand } from './find-command';
import { projectRoot } from './paths';
import { startRegistryHost } from './registry-host';

interface StartOptions {
  readonly open: boolean;
  readonly port?: number;
  readonly host?: 'registry' | 'desktop';
}

const usage = 'npm start -- [--no-open] [--port N] [--host registry|desktop]';
const examples = join(projectRoot, 'examples');

/** Reads the command line; throws with the usage on what it does not know. */
function readOptions(args: string[]): StartOptions {
  const { values } = parseArgs({
    args,
    options: { 'no-open': { type: 'boolean' }, port: { type: 'string' }, host: { type: 'string' } },
  });
  const { port, host } = values;
  if (port !== undefined && !(/^\d+$/.test(port) && Number(port) < 65536)) {
    throw new Error(`--port is a number below 65536, not ${port}\n${usage}`);
  }
  if (host !== undefined && host !== 'registry' && host !== 'desktop') {
    throw new Error(`--host is registry or desktop, not ${host}\n${usage}`);
  }
  return { open: !values['no-open'], ...(port && { port: Number(port) }), ...(host && { host }) };
}

/** The first example, so that the window shows at once what the extension does. */
function firstExample(): string | undefined {
  const name = readdirSync(examples)
    .sort()
    .find((entry) => entry.endsWith('.realtime.json'));
  return name && join(examples, name);
}

function requireFiles(): void {
  const manifest = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { main: string };
  if (!existsSync(join(projectRoot, manifest.main))) {
    throw new Error(`${manifest.main} is missing: build the extension first (npm run build)`);
  }
  if (!existsSync(examples)) throw new Error(`${examples} is missing`);
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  requireFiles();
  process.on('SIGINT', () => {
    console.log('\nStopped.');
    process.exit(0);
  });
  const wantsWindow = options.host === 'desktop' || (options.open && options.host === undefined);
  if (wantsWindow && (await runDesktop(options))) return;
  await runInBrowser(options);
}

/** Resolves to false when there is no desktop VS Code to show and none was demanded. */
async function runDesktop(options: StartOptions): Promise<boolean> {
  const desktop = await findDesktop('stable', { visible: true });
  if (typeof desktop === 'string') {
    if (options.host === 'desktop') throw new Error(`No desktop VS Code: ${desktop}`);
    console.log(`No desktop VS Code here: ${desktop}. Using the one of the npm registry, in a browser.`);
    return false;
  }
  const { child, stop } = startDesktop(desktop, { folder: examples, extensionPath: projectRoot });
  console.log(`VS Code shows ${examples}. Close its window or press ctrl-C here to stop.`);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  await stop();
  if (code) throw new Error(`VS Code ended with ${code}`);
  return true;
}

async function runInBrowser({ open, port }: StartOptions): Promise<void> {
  const host = await startRegistryHost({
    installedExtension: projectRoot,
    ...(port !== undefined && { port }),
  });
  const file = firstExample();
  const address = host.url({ folder: examples, ...(file && { file }) });
  console.log(`VS Code ${host.version} with the extension is at\n\n  ${address}\n`);
  if (open && !openBrowser(address)) console.log('Open this address in a browser.');
  console.log('Press ctrl-C to stop.');
  const lastLines = await host.ended;
  throw new Error(`VS Code's server has ended:\n${lastLines}`);
}

/** Hands the address to the system; false when there is nothing to hand it to. */
function openBrowser(address: string): boolean {
  const openers: Partial<Record<NodeJS.Platform, string[]>> = {
    darwin: ['open', address],
    // Unlike `start`, this takes an address with & as it is.
    win32: ['rundll32', 'url.dll,FileProtocolHandler', address],
  };
  const [command = '', ...args] = openers[process.platform] ?? ['xdg-open', address];
  const hasScreen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!hasScreen || !findCommand([command])) return false;
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.once('error', () => console.log('Open this address in a browser.'));
  child.unref();
  return true;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
