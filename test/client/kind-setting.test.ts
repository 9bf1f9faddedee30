import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import picomatch from 'picomatch';
import { withKind } from '../../client/kind-setting';
import { globForFile } from '../../server/protocol';

describe('globForFile', () => {
  const paths = [
    'calls/support.realtime.json',
    'calls [old]/a (1).realtime.json',
    '{a,b}/x.json',
    '!draft/x.json',
    '#1/x.json',
    '@(a)/+(b)/x|y.json',
    'what?/*.json',
    '.hidden/a.json',
    '/c:/a b/x.realtime.json',
  ];
  for (const windows of [false, true]) {
    for (const path of paths) {
      it(`fits ${path} and nothing else${windows ? ' on Windows' : ''}`, () => {
        const fits = picomatch(globForFile(path), { dot: true, windows });
        assert.ok(fits(path));
        for (const other of [...paths, `x/${path}`, `${path}x`, 'a/x.json', 'whatX/a.json']) {
          assert.equal(fits(other), other === path, other);
        }
      });
    }
  }
});

describe('withKind', () => {
  it('puts a new choice last, where it wins over wider globs', () => {
    const before = { 'a.json': 'x', '*.json': 'y' };
    assert.deepEqual(Object.entries(withKind(before, 'a.json', 'z') ?? {}), [
      ['*.json', 'y'],
      ['a.json', 'z'],
    ]);
    assert.deepEqual(before, { 'a.json': 'x', '*.json': 'y' });
  });

  it('starts from no setting', () => {
    assert.deepEqual(withKind(undefined, 'a.json', 'z'), { 'a.json': 'z' });
  });

  it('takes a choice back and removes an empty setting', () => {
    assert.deepEqual(withKind({ 'a.json': 'x', b: 'y' }, 'a.json', undefined), { b: 'y' });
    assert.equal(withKind({ 'a.json': 'x' }, 'a.json', undefined), undefined);
    assert.equal(withKind(undefined, 'a.json', undefined), undefined);
  });
});
