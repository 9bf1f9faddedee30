import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { version } from '../../package.json';
import { commands } from '../../server/cli/commands';
import { run } from './support';

describe('usage', () => {
  /** Each is wrong usage; the text is what the first line on stderr says. */
  const wrong: readonly (readonly [args: string, says: RegExp])[] = [
    ['', /Say what to do/],
    ['chek', /There is no command "chek"\. Did you mean "realtime-config check"\?/],
    ['a.realtime.json', /Did you mean "realtime-config check a\.realtime\.json"\?/],
    ['--kind', /"--kind" has to follow a command/],
    ['check --formt json', /"check" has no option "--formt"\. Did you mean "--format"\?/],
    ['check -x', /"check" has no option "-x"\./],
    [
      'check --format xml',
      /--format cannot be "xml"\. Choose "pretty", "json", "sarif", "github" or "gitlab"\./,
    ],
    ['check --format jsonl', /--format cannot be "jsonl"\. Did you mean "json"\?/],
    ['check --kind', /"--kind" needs a value: --kind KIND\./],
    ['check --require-kind=yes', /"--require-kind" takes no value/],
    [
      'check --kind sdk.sesion-config',
      /There is no kind "sdk\.sesion-config"\. Did you mean "sdk\.session-config"\?/,
    ],
    ['check --max-warnings -1', /--max-warnings must be a whole number from 0 up; this is "-1"\./],
    ['check --today 2026-02-30', /--today must be a date such as 2026-11-22; this is "2026-02-30"\./],
    ['check --today tomorrow', /--today must be a date/],
    ['defaults', /"defaults" needs a KIND\./],
    ['schema a b', /"schema" takes one KIND, and "b" is one too many\./],
    ['defaults session-config', /There is no kind "session-config"\./],
    ['kinds all', /"kinds" takes no arguments, but got "all"\./],
    ['lsp', /realtime-config lsp --stdio/],
    ['completion', /"completion" needs a SHELL\./],
    ['completion tcsh', /SHELL cannot be "tcsh"\. Choose "bash", "zsh" or "fish"\./],
    ['help chek', /There is no command "chek"/],
    ['check --constructor', /"check" has no option "--constructor"\./],
  ];
  for (const [args, says] of wrong) {
    it(`refuses: realtime-config ${args}`, async () => {
      const { code, stdout, stderr } = await run(args.split(' ').filter(Boolean));
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr.split('\n')[0] ?? '', says);
      assert.match(stderr, /--help" to see the usage\.\n$/);
    });
  }

  it('takes valid dates', async () => {
    assert.equal((await run(['check', '-', '--today', '2028-02-29'], { stdin: '{"model":"m"}' })).code, 0);
  });

  it('prints the version', async () => {
    assert.deepEqual(await run(['--version']), { code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('prints help, in general and for each command with its options', async () => {
    const { stdout, code } = await run(['--help']);
    assert.equal(code, 0);
    assert.deepEqual(await run(['help']), { code, stdout, stderr: '' });
    for (const { name, options } of commands) {
      assert.ok(stdout.includes(`\n  ${name} `), name);
      const help = await run([name, '--help']);
      assert.equal(help.code, 0);
      assert.deepEqual(await run(['help', name]), help);
      assert.ok(help.stdout.startsWith(`Usage: realtime-config ${name}`));
      assert.ok(help.stdout.endsWith('\n') && !help.stdout.endsWith('\n\n'));
      assert.ok(help.stdout.split('\n').every((line) => line.length <= 90));
      for (const [option, { hidden }] of Object.entries(options)) {
        assert.equal(help.stdout.includes(`--${option}`), !hidden, option);
      }
    }
  });

  it('takes everything after -- for files', async () => {
    const { code, stderr } = await run(['check', '--', '--help']);
    assert.equal(code, 2);
    assert.match(stderr, /^realtime-config: --help: there is no such file/);
  });
});
