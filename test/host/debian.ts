import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { findCommand } from './find-command';
import { showProgress } from './progress';

/** Says whether packages may be installed here: as root, on Debian or what comes from it. */
export function mayInstall(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !findCommand(['apt-get'])) return false;
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  return /^ID(_LIKE)?=.*debian/m.test(release);
}

/**
 * Installs packages of Debian, without what they only recommend.
 * @param packages their names
 * @param advice what a person can do when it fails
 * @returns when they are there; rejects with apt's own words and the advice
 */
export async function installDebian(packages: readonly string[], advice: string): Promise<void> {
  // One source that does not answer is no reason to stop: the installation tells whether the list was good enough.
  await apt(['update'], 'Reading the list of packages', advice).catch(() => undefined);
  const install = ['install', '-y', '--no-install-recommends', ...packages];
  await apt(install, `Installing ${packages.join(', ')}`, advice);
}

function apt(args: readonly string[], label: string, advice: string): Promise<void> {
  const progress = showProgress(`${label} (apt-get)`);
  return new Promise((resolve, reject) => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const child = spawn('apt-get', ['-o', 'Dpkg::Use-Pty=0', ...args], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const take = (chunk: unknown) => {
      output = (output + String(chunk)).slice(-4000);
      progress.update(output.trimEnd().split('\n').at(-1) ?? '');
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('error', reject);
    child.once('close', (code) => {
      progress.done(code === 0 ? 'done' : 'failed');
      if (code === 0) resolve();
      else reject(new Error(`apt-get ${args.join(' ')} failed (${code}):\n${output.trim()}\n${advice}`));
    });
  });
}

/** A program that tests drive, and how one comes by it. */
export interface Wanted {
  /** What people call it. */
  readonly name: string;
  /** Debian's packages; the first brings the program. */
  readonly packages: readonly string[];
  /** Finds it; undefined where it is missing. */
  readonly find: () => string | undefined;
}

/**
 * Finds a program, or installs Debian's where this is root on a Debian-like system.
 * @returns its absolute path; rejects with the one command to run when there is none
 */
export async function ensureProgram({ name, packages, find }: Wanted): Promise<string> {
  const found = find();
  if (found) return found;
  const advice = `Run: sudo apt-get install -y ${packages.join(' ')}`;
  if (!mayInstall()) throw new Error(`${name} was not found. ${advice}`);
  await installDebian(packages, advice);
  const installed = find();
  if (!installed) throw new Error(`${packages.join(', ')} brought no ${name}. ${advice}`);
  return installed;
}
