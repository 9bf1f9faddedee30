import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { inRepository } from '../../support/fixture';
import { type Emacs, startEmacs } from './emacs';

let emacs: Emacs;

before(async () => {
  emacs = await startEmacs();
});

after(async () => {
  await emacs?.stop();
});

const moved = '{\n  "type": "realtime",\n  "model": "gpt-realtime-2.1",\n  "voice": "marin"\n}\n';

interface Problem {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly type: string;
}

/** What flymake shows, once there are as many. */
const problems = (count: number) =>
  emacs.until<Problem[]>(
    'the diagnostics',
    `(let ((all (flymake-diagnostics)))
       (and (= (length all) ${count})
            (vconcat (mapcar (lambda (one)
                               (list :text (flymake-diagnostic-text one)
                                     :from (flymake-diagnostic-beg one)
                                     :to (flymake-diagnostic-end one)
                                     :type (format "%s" (flymake-diagnostic-type one))))
                             all))))`,
  );

/** Waits until the buffer has this text, and says what it has when it does not come to that. */
async function becomes(text: string): Promise<void> {
  await emacs
    .until('the text', `(equal (buffer-substring-no-properties (point-min) (point-max)) ${quoted(text)})`)
    .catch(() => undefined);
  assert.equal(await emacs.text(), text);
}

/** A string of Lisp. */
const quoted = (text: string) => `"${text.replace(/[\\"]/g, '\\$&')}"`;

/** What the list of completions offers; some versions add what kind of thing each is. */
const offered = () =>
  emacs.until<string[]>(
    'the list of completions',
    `(when (get-buffer "*Completions*")
       (with-current-buffer "*Completions*"
         (let ((at (point-min)) names)
           (while (setq at (next-single-property-change at 'mouse-face))
             (when (get-text-property at 'mouse-face)
               (let ((end (next-single-property-change at 'mouse-face nil (point-max))))
                 (push (buffer-substring-no-properties at end) names))))
           (vconcat (nreverse names)))))`,
  );

describe('Emacs with the documented set-up', () => {
  it('shows what is wrong', async () => {
    await emacs.open('moved.realtime.json', moved);
    assert.equal(await emacs.lisp('major-mode'), 'realtime-json-mode');
    const [{ text, from, to, type } = {} as never] = await problems(1);
    assert.match(text, /"voice" belongs in "audio\.output\.voice"\. The API refuses the whole session/);
    assert.match(text, /\[moved-key\]/);
    assert.deepEqual([moved.slice(from - 1, to - 1), type], ['"voice"', 'eglot-error']);
  });

  it('fixes it by a code action, and takes that back', async () => {
    await emacs.open('fixed.realtime.json', moved);
    await problems(1);
    await emacs.keys('M-< C-n C-n C-n M-m');
    await emacs.keys('M-x', 'eglot-code-actions', 'Move "voice" to "audio.output.voice"');
    await becomes(
      moved.replace('"voice": "marin"', '"audio": {\n    "output": {\n      "voice": "marin"\n    }\n  }'),
    );
    await problems(0);
    await emacs.keys('C-/');
    await becomes(moved);
  });

  it('completes values and keys, with and without quotes', async () => {
    const inside = (member: string) => `{\n  "type": "realtime",\n  ${member}\n}\n`;
    const cases = [
      ['"truncation": "dis"', 'C-e C-b', '"truncation": "disabled"'],
      ['"truncation": dis', 'C-e', '"truncation": "disabled"'],
      ['"trunc"', 'C-e C-b', '"truncation": "auto"'],
      ['trunc', 'C-e', '"truncation": "auto"'],
    ] as const;
    for (const [index, [member, keys, expected]] of cases.entries()) {
      await emacs.open(`complete-${index}.realtime.json`, inside(member));
      await emacs.keys(`M-< C-n C-n ${keys}`);
      await emacs.press('C-M-i');
      await becomes(inside(expected));
    }
  });

  it('lists what can stand between quotes', async () => {
    await emacs.open('list.realtime.json', '{\n  "type": "realtime",\n  "truncation": ""\n}\n');
    await emacs.keys('M-< C-n C-n C-e C-b');
    await emacs.press('C-M-i');
    const [first = '', second = ''] = await offered();
    assert.match(first, /^auto\b/);
    assert.match(second, /^disabled\b/);
  });

  it('explains what is under the cursor, without the marks that it would not show', async () => {
    await emacs.open('hover.realtime.json', '{\n  "type": "realtime",\n  "truncation": "auto"\n}\n');
    await emacs.keys('M-< C-n C-n M-m C-f C-f');
    await emacs.keys('M-x', 'eldoc');
    const told = await emacs.until<string>(
      'the explanation',
      `(let ((buffer (seq-find (lambda (one) (string-match-p "eldoc" (buffer-name one))) (buffer-list))))
         (when buffer
           (with-current-buffer buffer
             (let ((text (buffer-substring-no-properties (point-min) (point-max))))
               (and (string-match-p "truncation" text) text)))))`,
    );
    assert.match(told, /^truncation enum/);
    assert.doesNotMatch(told, /[*`]|\]\(/);
  });

  it('lists the symbols of a document', async () => {
    await emacs.open('symbols.realtime.json', moved);
    const names = await emacs.lisp<string[]>(
      `(let (names)
         (cl-labels ((walk (entry) (if (and (consp (cdr entry)) (consp (cadr entry)))
                                       (mapc #'walk (cdr entry))
                                     (push (substring-no-properties (car entry)) names))))
           (mapc #'walk (eglot-imenu)))
         (vconcat (nreverse names)))`,
    );
    assert.deepEqual([...names].sort(), ['model', 'type', 'voice']);
  });

  it('formats', async () => {
    await emacs.open(
      'format.realtime.json',
      '{"type":"realtime",\n"tools":[],\n      "truncation":"auto"}\n',
    );
    await emacs.keys('M-x', 'eglot-format-buffer');
    await becomes('{\n  "type": "realtime",\n  "tools": [],\n  "truncation": "auto"\n}\n');
  });

  it('inserts defaults by the server, and lets it ask first', async () => {
    await emacs.open('empty.sdk.session-config.realtime.json', '');
    await emacs.keys('M-x', 'realtime-insert-default', 'session-config', 'y');
    const cli = inRepository('dist/cli.js');
    const args = [cli, 'defaults', 'sdk.session-config'];
    await becomes(execFileSync(process.execPath, args, { encoding: 'utf8' }));

    const text = (detection: string) => `{\n  "turn_detection": ${detection},\n  "tool_choice": "auto"\n}\n`;
    await emacs.open('turn.sdk.session-config.realtime.json', text('null'));
    await emacs.keys('M-x', 'realtime-insert-default', 'turn-detection', 'Replace', 'y');
    const [question, choices] = await emacs.lisp<[string, string[]]>(
      `(seq-find (lambda (one) (seq-contains-p (cadr one) "Replace")) test-asked)`,
    );
    assert.match(question, /"turn_detection"/);
    assert.deepEqual(choices, ['Replace']);
    await becomes(
      text(
        '{\n    "type": "server_vad",\n    "threshold": 0.5,\n    "prefix_padding_ms": 300,\n    "silence_duration_ms": 200\n  }',
      ),
    );
  });

  it('goes by its own settings', async () => {
    await emacs.open('settings.realtime.json', moved);
    await problems(1);
    await emacs.lisp(
      `(progn (setq-default eglot-workspace-configuration
                            '(:realtimeConfig (:rules (:moved-key "off" :unknown-property "off"))))
              (eglot-signal-didChangeConfiguration (eglot-current-server)) t)`,
    );
    await emacs.until('no diagnostics', '(and (null (flymake-diagnostics)) t)');
  });
});
