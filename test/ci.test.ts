import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, describe, it, test } from 'node:test';
import { parse } from 'yaml';
import { homepage, version } from '../package.json';
import { parseArguments } from '../server/cli/arguments';
import { commands } from '../server/cli/commands';
import { inRepository, readRepository } from './support/fixture';

interface Hook {
  id: string;
  name: string;
  entry: string;
  language: string;
  files: string;
}

interface Action {
  inputs: Record<string, { description: string; default: string }>;
  runs: {
    using: string;
    steps: { shell: string; run: string; env: Record<string, string>; 'working-directory': string }[];
  };
}

const hooks = parse(readRepository('.pre-commit-hooks.yaml')) as Hook[];
const action = parse(readRepository('action.yml')) as Action;

/** Sees to it that `realtime-config` takes these words. */
function assertTaken([name, ...args]: readonly string[]): void {
  const command = commands.find((each) => each.name === name);
  assert.ok(command, name);
  parseArguments(command, args);
}

describe('the hooks for pre-commit', () => {
  it('call commands that there are, on our files', () => {
    assert.deepEqual(
      hooks.map(({ id }) => id),
      ['realtime-config', 'realtime-config-fix', 'realtime-config-format'],
    );
    for (const { entry, language, files } of hooks) {
      const [program, ...words] = entry.split(' ');
      assert.deepEqual([program, language], ['realtime-config', 'node']);
      assertTaken(words);
      assert.ok(new RegExp(files).test('calls/a.realtime.json') && !new RegExp(files).test('a.json'));
    }
  });
});

test('npm pack prints nothing but the name of the package, which is what pre-commit goes by', () => {
  assert.match(readRepository('.npmrc'), /^foreground-scripts=false$/m);
});

describe('the action', { skip: process.platform === 'win32' }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'realtime-action-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const step = action.runs.steps[0] ?? assert.fail('the action has no step');

  /** Runs the step as a runner does, with an `npx` that has the package already and writes down what it was asked. */
  function runAction(inputs: Readonly<Record<string, string>>): {
    status: number | null;
    stdout: string;
    asked: string[];
  } {
    assert.ok(existsSync(inRepository('dist/cli.js')), 'build first');
    const [bin, log] = [join(folder, 'bin'), join(folder, 'asked')];
    mkdirSync(bin, { recursive: true });
    const npx = `#!/bin/sh
echo "$*" >> '${log}'
while [ "$1" != -- ]; do shift; done
shift 2
exec '${process.execPath}' '${inRepository('dist/cli.js')}' "$@"
`;
    writeFileSync(join(bin, 'npx'), npx);
    chmodSync(join(bin, 'npx'), 0o755);
    writeFileSync(log, '');
    const given = (name: string) => inputs[name] ?? action.inputs[name]?.default ?? '';
    const value = (text: string) =>
      text.replaceAll(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name) => given(name));
    const env = Object.fromEntries(Object.entries(step.env).map(([name, text]) => [name, value(text)]));
    const { status, stdout } = spawnSync(
      'bash',
      ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run],
      {
        cwd: join(folder, 'work', value(step['working-directory'])),
        env: {
          ...process.env,
          ...env,
          PATH: `${bin}${delimiter}${process.env.PATH}`,
          GITHUB_WORKSPACE: join(folder, 'work'),
        },
        encoding: 'utf8',
      },
    );
    return { status, stdout, asked: readFileSync(log, 'utf8').split('\n').filter(Boolean) };
  }

  for (const [name, text] of Object.entries({
    'good.realtime.json': '{ "model": "gpt-realtime-2.1", "config": {} }\n',
    'calls/bad.realtime.json': '{ "model": 1, "config": {} }\n',
    'calls/odd.realtime.json': '{ "model": "gpt-realtime-2.1", "config": {}, "x": 1 }\n',
  })) {
    mkdirSync(join(folder, 'work', 'calls'), { recursive: true });
    writeFileSync(join(folder, 'work', name), text);
  }

  it('uses each input, and by way of the environment alone', () => {
    assert.deepEqual([action.runs.using, action.runs.steps.length, step.shell], ['composite', 1, 'bash']);
    assert.ok(!step.run.includes('${{'));
    const used = [...Object.values(step.env), step['working-directory']].join(' ');
    for (const [name, { description }] of Object.entries(action.inputs)) {
      assert.ok(used.includes(`\${{ inputs.${name} }}`), name);
      assert.match(description, /\.$/);
    }
    assert.equal(used.match(/\$\{\{/g)?.length, Object.keys(action.inputs).length);
  });

  it('runs the version that it belongs to, on everything', () => {
    assert.deepEqual(runAction({}), {
      status: 1,
      stdout: [
        '::error file=calls/bad.realtime.json,line=1,col=12,endLine=1,endColumn=13,title=wrong-type::"model" must be a string; this is a number. The SDK refuses the whole file.',
        '::warning file=calls/odd.realtime.json,line=1,col=46,endLine=1,endColumn=49,title=unknown-property::The SDK drops "x" when it loads this file.',
        '',
      ].join('\n'),
      asked: [`--yes --package realtime-config@${version} -- realtime-config check --format github -- .`],
    });
  });

  it('takes globs and several files, and never a command', () => {
    assert.equal(runAction({ files: 'good.realtime.json' }).status, 0);
    assert.equal(runAction({ files: 'good.*\ncalls/o*.realtime.json' }).status, 0);
    assert.equal(runAction({ files: 'calls/*' }).status, 1);
    const { status } = runAction({ files: '$(touch made) `touch made` ; touch made' });
    assert.equal(status, 2);
    assert.ok(!existsSync(join(folder, 'work', 'made')));
  });

  it('fails for warnings where they are counted, and names files from the top of the repository', () => {
    const inputs = { 'working-directory': 'calls', files: 'odd.realtime.json', 'max-warnings': '0' };
    const { status, stdout } = runAction(inputs);
    assert.equal(status, 1);
    assert.match(stdout, /^::warning file=calls\/odd\.realtime\.json,/);
  });

  it('writes a SARIF log besides, also when something is wrong', () => {
    const { status, asked } = runAction({ sarif: 'found.sarif' });
    assert.deepEqual([status, asked.length], [1, 2]);
    const log = JSON.parse(readFileSync(join(folder, 'work', 'found.sarif'), 'utf8'));
    assert.equal(log.runs[0].results.length, 2);
    assert.equal(runAction({ sarif: 'found.sarif', files: 'gone.realtime.json' }).status, 2);
  });
});

describe('the page about build servers', () => {
  const page = readRepository('docs/ci.md');
  const blocks = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => text);

  it('holds YAML that names what there is', () => {
    const texts = blocks.map((text) => JSON.stringify(parse(text)));
    assert.equal(texts.length, 5);
    for (const text of texts) {
      for (const [, ref, rest = ''] of text.matchAll(
        /"realtime-config\/realtime-config@(v[^"]+)"(?:,"with":(\{.*?\}))?/g,
      )) {
        assert.equal(ref, `v${version}`);
        for (const name of Object.keys(rest === '' ? {} : JSON.parse(rest)))
          assert.ok(action.inputs[name], name);
      }
    }
    const [repo] = parse(blocks[3] ?? '').repos;
    assert.deepEqual([repo.repo, repo.rev], [homepage, `v${version}`]);
    for (const { id, args = [] } of repo.hooks) {
      const hook = hooks.find((each) => each.id === id);
      assert.ok(hook, id);
      assertTaken([...hook.entry.split(' ').slice(1), ...args]);
    }
  });

  it('shows command lines that are taken', () => {
    const lines = [...page.matchAll(/npx (?:--yes )?realtime-config(@[\d.]+)? ([^>`\n]*)/g)];
    assert.ok(lines.length >= 4);
    for (const [, at, words = ''] of lines) {
      if (at !== undefined) assert.equal(at, `@${version}`);
      assertTaken(words.trim().split(' '));
    }
    const options = [...page.matchAll(/(?<=^\| `)--[\w-]+(?:=[\w-]+)?(?=`)/gm)].map(([option]) => option);
    assert.deepEqual(options, ['--max-warnings=0', '--require-kind', '--today=2026-11-22']);
    assertTaken(['check', ...options]);
  });
});
