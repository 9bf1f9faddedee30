import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  addressProblem,
  argumentsProblem,
  argumentsSchema,
  freeName,
  nameProblem,
} from '../../client/tool-answers';

const room = {
  taken: { function: ['a'], mcp: ['s'] },
  nameRule: { pattern: '^[a-z]+$', message: 'Small letters only.' },
};

describe('what is typed about a tool', () => {
  it('may be any free name that the rule lets pass', () => {
    assert.deepEqual(
      ['', ' ', 'a', 'b', 's', 'B'].map((name) => nameProblem(room, 'function', name)),
      [
        'Type at least one letter.',
        'Type at least one letter.',
        '"a" is in use already. Choose a name that is free.',
        undefined,
        undefined,
        'Small letters only.',
      ],
    );
    assert.deepEqual(
      ['', 'a', 's', 'My orders'].map((name) => nameProblem(room, 'mcp', name)),
      [
        'Type at least one letter.',
        undefined,
        '"s" is in use already. Choose a name that is free.',
        undefined,
      ],
    );
    assert.equal(nameProblem({ ...room, nameRule: null }, 'function', 'a b'), undefined);
    assert.equal(
      nameProblem({ ...room, nameRule: { pattern: 'x', message: '' } }, 'function', 'b'),
      'The API takes no such name.',
    );
  });

  it('starts with a name that is free', () => {
    assert.equal(freeName('b', ['a']), 'b');
    assert.equal(freeName('a', ['a', 'a_2']), 'a_3');
  });

  it('may be a whole address', () => {
    for (const fine of ['https://a', 'http://localhost:1/x?y#z', 'HTTPS://a'])
      assert.equal(addressProblem(fine), undefined);
    for (const wrong of ['', 'https://', 'a.b', 'ftp://a', 'https://a b', 'https:///a'])
      assert.equal(addressProblem(wrong), 'Type the whole address, such as https://mcp.example.com/orders.');
  });

  it('may be names of arguments', () => {
    for (const fine of ['', 'a', 'a, b?', ' a ,b ? ,', 'a-b_1'])
      assert.equal(argumentsProblem(fine), undefined);
    assert.equal(
      argumentsProblem('a, b c'),
      '"b c" cannot be an argument. Names take letters, digits, "_" and "-".',
    );
    assert.equal(argumentsProblem('a, b, a?'), '"a" is there twice.');
  });

  it('becomes a schema', () => {
    assert.deepEqual(argumentsSchema(' '), { type: 'object', properties: {} });
    const text = { type: 'string', description: '' };
    assert.deepEqual(argumentsSchema('a, b?'), {
      type: 'object',
      properties: { a: text, b: text },
      required: ['a'],
    });
    assert.deepEqual(argumentsSchema('b ?'), { type: 'object', properties: { b: text } });
  });
});
