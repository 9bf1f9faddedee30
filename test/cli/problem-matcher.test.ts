import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import manifest from '../../package.json';
import { folderOf, run, session } from './support';

interface Found {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly severity: string;
  readonly message: string;
  readonly code: string;
}

interface Report {
  readonly files: readonly {
    readonly file: string;
    readonly diagnostics: readonly (Omit<Found, 'file' | 'line' | 'column'> & {
      readonly range: { readonly start: { readonly line: number; readonly character: number } };
    })[];
  }[];
}

/** What VS Code reads out of a task's output: it takes colours away and looks at each line. */
function matched(output: string): Found[] {
  const [{ pattern } = assert.fail('there is no problem matcher')] = manifest.contributes.problemMatchers;
  const line = new RegExp(pattern.regexp);
  return stripVTControlCharacters(output)
    .split('\n')
    .flatMap((text) => {
      const found = line.exec(text);
      if (!found) return [];
      const part = (name: keyof Found) => found[pattern[name]] ?? '';
      return [
        {
          file: part('file'),
          line: Number(part('line')),
          column: Number(part('column')),
          severity: part('severity'),
          message: part('message'),
          code: part('code'),
        },
      ];
    });
}

describe('the problem matcher', () => {
  const cwd = folderOf({
    ...session,
    'odd 3:4 name.realtime.json': '{ "model": "m", "config": {}, "a:1:2  error  b  c": 1 }',
  });

  it('reads every problem out of what people see, on a terminal and elsewhere', async () => {
    const { stdout } = await run(['check', '--format', 'json'], { cwd });
    const wanted = (JSON.parse(stdout) as Report).files.flatMap(({ file, diagnostics }) =>
      diagnostics.map(({ severity, message, code, range: { start } }) => ({
        file,
        line: start.line + 1,
        column: start.character + 1,
        severity,
        message,
        code,
      })),
    );
    assert.equal(wanted.length, 8);
    for (const isTTY of [false, true]) {
      assert.deepEqual(matched((await run(['check'], { cwd, isTTY })).stdout), wanted);
    }
  });
});
