import { compareAll, judge, shapesOfTypes } from './check';
import { newestPackage } from './latest';
import { pinnedPackage, versionOf } from './types-schema';

/**
 * `npm run drift`: compares our ga and beta schemas with the types of the pinned `openai` package, with
 * `--latest` with those of the newest. Exit code 1 when something is to be changed, 2 when it cannot be told.
 */
async function main(): Promise<number> {
  const unknown = process.argv.slice(2).find((argument) => argument !== '--latest');
  if (unknown) throw new Error(`Unknown argument ${unknown}. There is only --latest.`);
  const folder = process.argv.includes('--latest') ? await newestPackage() : pinnedPackage;
  console.log(`Comparing the ga and beta schemas with the types of openai ${versionOf(folder)} …`);
  const { lines, kinds, places, covered } = judge(compareAll(shapesOfTypes(folder)));
  for (const line of lines) console.log(`  ${line}`);
  console.log(
    `${kinds} kinds, ${places} places: ${lines.length} to change, ${covered} differences with a reason.`,
  );
  if (lines.length > 0) console.log('How to go about it: test/drift/README.md');
  return lines.length === 0 ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  },
);
