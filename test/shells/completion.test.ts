import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { commands } from '../../server/cli/commands';
import { kinds } from '../../server/kinds/catalogue';
import { run } from '../cli/support';
import { ensureProgram } from '../host/debian';
import { findCommand } from '../host/find-command';
import { makeShell, type Shell } from './complete';

const cwd = mkdtempSync(join(tmpdir(), 'realtime-completion-'));
mkdirSync(join(cwd, 'calls'));
for (const name of ['calls.realtime.json', 'other.json']) writeFileSync(join(cwd, name), '{}');
after(() => rmSync(cwd, { recursive: true, force: true }));

const names = commands.map(({ name }) => name);
const kindIds = kinds.map(({ id }) => id);
const startingWith = (start: string, words: readonly string[]) =>
  words.filter((word) => word.startsWith(start)).sort();

for (const name of ['bash', 'zsh', 'fish'] as const) {
  describe(`completion in ${name}`, () => {
    let shell: Shell;
    const complete = (line: string) => shell.complete(['realtime-config', ...line.split(' ')]);

    before(async () => {
      const program = await ensureProgram({ name, packages: [name], find: () => findCommand([name]) });
      const { code, stdout } = await run(['completion', name]);
      assert.equal(code, 0);
      shell = makeShell(name, program, stdout, cwd);
    });
    after(() => shell.remove());

    it('offers the commands', async () => {
      assert.deepEqual(await complete('c'), startingWith('c', names));
      assert.deepEqual(await complete('help f'), startingWith('f', names));
    });

    for (const { name: command, options } of commands) {
      it(`offers the options of ${command}`, async () => {
        const shown = Object.entries(options).flatMap(([option, { hidden }]) =>
          hidden ? [] : [`--${option}`],
        );
        const offered = await complete(`${command} --`);
        assert.deepEqual(offered, [...shown, '--help'].sort());
      });
    }

    it('offers the values of an option, apart and behind "="', async () => {
      assert.deepEqual(await complete('check --format s'), ['sarif']);
      assert.deepEqual(await complete('check --format=s'), ['sarif']);
      assert.deepEqual(await complete('fix --kind ga.t'), startingWith('ga.t', kindIds));
      assert.deepEqual(await complete('emit --as t'), ['typescript']);
      assert.deepEqual(await complete('check --today 2'), []);
    });

    it('offers what a command takes', async () => {
      assert.deepEqual(await complete('schema beta.'), startingWith('beta.', kindIds));
      assert.deepEqual(await complete('completion '), ['bash', 'fish', 'zsh']);
      assert.deepEqual(await complete('kinds x'), []);
    });

    it('offers files where files are taken', async () => {
      assert.deepEqual(await complete('check --require-kind ca'), ['calls', 'calls.realtime.json']);
      assert.deepEqual(await complete('fix --config ot'), ['other.json']);
    });
  });
}
