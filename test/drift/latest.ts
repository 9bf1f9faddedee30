import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ensureCached, npm, run } from '../host/npm-cache';
import { cacheFolder } from '../host/paths';

/**
 * Makes sure the newest `openai` package is in the cache, unpacked. Nothing of it is run: only its types are read.
 * @returns its folder; rejects with a sentence when the registry cannot be reached
 */
export async function newestPackage(): Promise<string> {
  mkdirSync(join(cacheFolder(), 'drift'), { recursive: true });
  const version = await newestVersion();
  const fill = async (stage: string) => {
    const printed = await npm(['pack', `openai@${version}`, '--ignore-scripts', '--silent'], stage);
    const archive = basename(printed.trim().split('\n').at(-1) ?? '');
    await run('tar', ['-xzf', archive], stage);
    rmSync(join(stage, archive));
    renameSync(join(stage, 'package'), join(stage, 'openai'));
  };
  const home = await ensureCached(`drift/openai-${version}`, `Getting openai ${version} from npm`, fill);
  return join(home, 'openai');
}

async function newestVersion(): Promise<string> {
  try {
    return (await npm(['view', 'openai', 'version'], cacheFolder())).trim();
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    const told = words.split('\n').filter((line) => line.startsWith('npm error'));
    throw new Error(
      `The npm registry cannot be asked for the newest openai. npm says:\n${told.slice(0, 4).join('\n')}`,
    );
  }
}
