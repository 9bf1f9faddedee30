import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import Ajv, { type ValidateFunction } from 'ajv';
import { kindsWithSchema } from '../../server/schema/bundle';
import { ensureProgram } from '../host/debian';
import { findCommand, isProgram } from '../host/find-command';
import { documented } from '../support/documented';
import { inRepository } from '../support/fixture';
import { isOrdinary, samples, schemaFile, schemaOf } from './documents';

const folder = mkdtempSync(join(tmpdir(), 'realtime-python-'));
let python: string;

/** A Python that has jsonschema: that of the PATH, or the system's, for which Debian packages it. */
function findPython(): string | undefined {
  const candidates = [findCommand(['python3', 'python']), '/usr/bin/python3'];
  return candidates.find(
    (program) =>
      program && isProgram(program) && spawnSync(program, ['-c', 'import jsonschema']).status === 0,
  );
}

function run(args: readonly string[], input = ''): string {
  const options = { cwd: folder, input, encoding: 'utf8', maxBuffer: 1 << 28 } as const;
  const { status, stdout, stderr } = spawnSync(python, args, options);
  assert.equal(status, 0, stderr);
  return stdout;
}

before(async () => {
  python = await ensureProgram({
    name: "Python's jsonschema",
    packages: ['python3-jsonschema'],
    find: findPython,
  });
});

after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

describe("Python's jsonschema", () => {
  it('comes to the verdicts of Ajv on every conformance document', () => {
    // Python takes formats for remarks unless told otherwise.
    const ajv = new Ajv({ strict: false, validateFormats: false });
    const validators = new Map<string, ValidateFunction>(
      kindsWithSchema.map((kind) => [kind, ajv.compile(schemaOf(kind))]),
    );
    const asked = samples().filter(({ value }) => isOrdinary(value));
    const lines = asked.map(({ kind, value }) => JSON.stringify({ schema: schemaFile(kind), value }));
    const theirs = run([inRepository('test/json-schema/validate.py')], `${lines.join('\n')}\n`);
    const verdicts = theirs.trimEnd().split(/\r?\n/);
    const expected = asked.map(({ kind, value }) => String(validators.get(kind)?.(value)));
    assert.deepEqual(
      verdicts.flatMap((verdict, index) => (verdict === expected[index] ? [] : [lines[index]])),
      [],
    );
    assert.equal(verdicts.length, asked.length);
    for (const verdict of ['true', 'false'])
      assert.ok(expected.filter((one) => one === verdict).length > 300, verdict);
  });

  it('checks a session by the lines of the page', () => {
    const schemas = join(folder, 'node_modules/realtime-config/dist/schemas');
    mkdirSync(schemas, { recursive: true });
    cpSync(schemaFile('ga.session'), join(schemas, 'ga.session.schema.json'));
    const use =
      'print(problems({"type": "realtime"}), problems({"type": "realtime", "audio": {"output": {"speed": 9}}}))\n';
    writeFileSync(join(folder, 'check.py'), `${documented('python', 'docs/json-schema.md')}\n\n${use}`);
    assert.equal(
      run(['check.py']).trim(),
      "[] ['$.audio.output.speed: 9 is greater than the maximum of 1.5']",
    );
  });
});
