import { join } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { projectRoot } from '../../host/paths';
import { shipping } from './bundled';

/** Puts a diagnose without any checks in the place of ours. */
const withoutChecks: Plugin = {
  name: 'without-checks',
  setup: ({ onLoad }) => {
    onLoad({ filter: /problems[\\/]diagnose\.ts$/ }, () => ({
      contents: 'export const diagnose = () => [];',
      loader: 'ts',
    }));
  },
};

async function bytesOf(own: BuildOptions): Promise<number> {
  const { outputFiles } = await build({ ...shipping, ...own, write: false });
  return outputFiles?.[0]?.contents.length ?? Number.NaN;
}

const server: BuildOptions = { entryPoints: [join(projectRoot, 'server', 'main.ts')] };

/** Bytes of the minified server, with and without what finds problems. */
export async function serverBytes(): Promise<{ whole: number; withoutChecks: number }> {
  return {
    whole: await bytesOf(server),
    withoutChecks: await bytesOf({ ...server, plugins: [withoutChecks] }),
  };
}

/** Bytes of vscode-json-languageservice alone, minified. */
export function jsonServiceBytes(): Promise<number> {
  const contents = `export { getLanguageService } from 'vscode-json-languageservice';`;
  return bytesOf({ stdin: { contents, resolveDir: projectRoot } });
}
