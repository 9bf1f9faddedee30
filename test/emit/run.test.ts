import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { transformSync } from 'esbuild';
import { parse } from '../../server/document/parse';
import { emit, emitForms } from '../../server/emit';
import { folderOf } from '../cli/support';
import { inRepository } from '../support/fixture';
import { hostileRequest, hostileSession } from './hostile';
import { type Recorded, recorder } from './recorder';

const execute = promisify(execFile);
let server: Awaited<ReturnType<typeof recorder>>;
before(async () => {
  server = await recorder();
});
after(() => server.close());

/** A document in a form. */
function emitted(value: unknown, kind: string, id: string): string {
  const form = emitForms.find((each) => each.id === id);
  const outcome = form && emit(parse(typeof value === 'string' ? value : JSON.stringify(value)), kind, form);
  if (!outcome || 'refused' in outcome) assert.fail(`${id}: ${outcome?.refused}`);
  return outcome.text;
}

/** Runs a program, which has to send one request; gives what arrived. */
async function sent(
  command: string,
  args: readonly string[],
  more: Record<string, string>,
): Promise<Recorded> {
  const count = server.requests.length;
  const env = {
    ...process.env,
    OPENAI_API_KEY: 'key of the environment',
    OPENAI_BASE_URL: server.url,
    ...more,
  };
  const cwd = folderOf({});
  const { stdout } = await execute(command, [...args], { env, cwd });
  assert.match(stdout, /ek_answer/);
  assert.equal(server.requests.length, count + 1);
  return server.requests[count] as Recorded;
}

/** How each form is run, from its text. */
const runs: Readonly<Record<string, (text: string) => Promise<Recorded>>> = {
  curl: (text) => sent('sh', ['-c', text], {}),
  typescript: (text) => {
    const folder = folderOf({
      'program.mjs': transformSync(text, { loader: 'ts', format: 'esm' }).code,
      'node_modules/openai/package.json': '{ "name": "openai", "type": "module", "exports": "./index.js" }',
      'node_modules/openai/index.js': `export { default } from ${JSON.stringify(
        pathToFileURL(inRepository('node_modules/openai/index.mjs')).href,
      )};`,
    });
    return sent('node', [join(folder, 'program.mjs')], {});
  },
  python: (text) => {
    const folder = folderOf({ 'program.py': text });
    const path = inRepository('test/emit/stand-in/python');
    return sent('python3', [join(folder, 'program.py')], { PYTHONPATH: path, PYTHONDONTWRITEBYTECODE: '1' });
  },
};

const translation = { model: 'gpt-realtime-translate', audio: { output: { language: "d'e" } } };

for (const [form, run] of Object.entries(runs)) {
  test(`${form}: hostile strings arrive as they are`, async () => {
    const request = await run(emitted(hostileSession, 'ga.session', form));
    assert.deepEqual(JSON.parse(request.body), JSON.parse(JSON.stringify({ session: hostileSession })));
    const { path, authorization, type } = request;
    assert.deepEqual(
      { path, authorization, type },
      {
        path: '/v1/realtime/client_secrets',
        authorization: 'Bearer key of the environment',
        type: 'application/json',
      },
    );
  });

  test(`${form}: a translation goes to its own place`, async () => {
    const request = await run(emitted(translation, 'ga.translation-session', form));
    assert.equal(request.path, '/v1/realtime/translations/client_secrets');
    assert.deepEqual(JSON.parse(request.body), { session: translation });
  });

  test(`${form}: a lifetime and a repeated key`, async () => {
    const text =
      '{"expires_after":{"seconds":60},"session":{"type":"realtime","tracing":{"metadata":{"a":1,"a":2}}}}';
    const request = await run(emitted(text, 'ga.client-secret', form));
    assert.deepEqual(JSON.parse(request.body), {
      expires_after: { seconds: 60 },
      session: { type: 'realtime', tracing: { metadata: { a: 2 } } },
    });
  });
}

const hasRustc = spawnSync('rustc', ['--version']).status === 0;

/** Compiles the stand-ins and a program that prints expressions, and runs it. */
function runRust(snippet: string, expressions: readonly string[]): string[] {
  const [first = '', ...rest] = snippet.split('\n\n');
  const folder = folderOf({});
  const rustc = (...args: string[]) => {
    const options = { cwd: folder, encoding: 'utf8' } as const;
    const { status, stderr } = spawnSync('rustc', ['--edition', '2021', '-L', '.', ...args], options);
    assert.equal(status, 0, stderr);
  };
  const crates = inRepository('test/emit/stand-in/rust');
  const json = ['--extern', 'serde_json=libserde_json.rlib'];
  rustc('--crate-type', 'rlib', join(crates, 'serde_json.rs'));
  rustc('--crate-type', 'rlib', ...json, join(crates, 'openai_rust_sdk.rs'));
  // The length goes first: a text can hold any mark that could part it from the next.
  const prints = expressions.map((one) => `let text: String = ${one}; print!("{}:{}", text.len(), text);`);
  const body = [...rest, ...prints].join('\n');
  writeFileSync(join(folder, 'program.rs'), `#![deny(warnings)]\n${first}\nfn main() {\n${body}\n}\n`);
  rustc('--extern', 'openai_rust_sdk=libopenai_rust_sdk.rlib', ...json, 'program.rs');
  let output = spawnSync(join(folder, 'program')).stdout;
  return expressions.map(() => {
    const colon = output.indexOf(':');
    const end = colon + 1 + Number(output.subarray(0, colon).toString());
    const text = output.subarray(colon + 1, end).toString('utf8');
    output = output.subarray(end);
    return text;
  });
}

const tool = 'request.config.as_ref().unwrap().tools.as_ref().unwrap()[0]';

if (hasRustc) {
  test('rust: the text compiles, and its values are those of the document', () => {
    const [instructions, description, parameters, temperature, turns] = runRust(
      emitted(hostileRequest, 'sdk.session-request', 'rust'),
      [
        'request.instructions.clone().unwrap()',
        `${tool}.description.clone()`,
        `match &${tool}.parameters { serde_json::Value::Text(text) => text.clone(), _ => String::new() }`,
        'format!("{:?}", request.temperature)',
        'format!("{:?}", request.config.as_ref().unwrap().turn_detection)',
      ],
    );
    const { config } = hostileRequest;
    assert.equal(instructions, hostileRequest.instructions);
    assert.equal(description, config.tools[0]?.description);
    assert.deepEqual(JSON.parse(parameters ?? ''), JSON.parse(JSON.stringify(config.tools[0]?.parameters)));
    assert.equal(temperature, 'Some(inf)');
    assert.equal(
      turns,
      'Some(TurnDetectionConfig { detection_type: ServerVad, threshold: Some(1.0), prefix_padding_ms: Some(300), silence_duration_ms: None })',
    );
  });
}
