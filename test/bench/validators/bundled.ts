import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { projectRoot } from '../../host/paths';

/** Code as it would ship. */
export interface Bundled<T> {
  readonly exports: T;
  readonly bytes: number;
}

/** The parts of our server that are compared. */
export type Product = typeof import('./product');

/** How build.ts builds what ships. */
export const shipping = {
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  mainFields: ['module', 'main'],
  legalComments: 'none',
  logLevel: 'error',
  absWorkingDir: projectRoot,
} satisfies BuildOptions;

/** Bundles code into a folder and loads it. What tsx runs is slower: it gives every inner function its name. */
export async function bundled<T>(folder: string, name: string, source: BuildOptions): Promise<Bundled<T>> {
  const outfile = join(folder, `${name}.js`);
  await build({ ...shipping, ...source, outfile });
  return { exports: createRequire(__filename)(outfile) as T, bytes: statSync(outfile).size };
}

/** Our own parts, bundled. */
export async function bundledProduct(folder: string): Promise<Product> {
  const entryPoints = [join(__dirname, 'product.ts')];
  return (await bundled<Product>(folder, 'product', { entryPoints })).exports;
}
