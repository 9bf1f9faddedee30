import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kindName, kindSourceText, problemsText } from '../../client/kinds';

describe('status words', () => {
  it('names a kind', () => {
    assert.equal(kindName('sdk.session-request'), 'sdk · session request');
    assert.equal(kindName('ga.session'), 'ga · session');
    assert.equal(kindName('beta.transcription-session-update'), 'beta · transcription session update');
    assert.equal(kindName('none'), 'another API');
    assert.equal(kindName('odd'), 'odd');
  });

  it('says how it was decided', () => {
    assert.equal(kindSourceText('choice'), 'your choice');
    assert.equal(kindSourceText('file name'), 'by file name');
  });

  it('counts problems in words', () => {
    assert.equal(problemsText(0, 0), 'no problems');
    assert.equal(problemsText(1, 0), '1 error');
    assert.equal(problemsText(2, 1), '2 errors, 1 warning');
    assert.equal(problemsText(0, 1234), '1,234 warnings');
  });
});
