import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ensureProgram } from '../../host/debian';
import { poll } from '../../host/delay';
import { findCommand } from '../../host/find-command';
import { startTree } from '../../host/process-tree';
import { documented } from '../../support/documented';
import { makeWorkplace, type Workplace } from '../workplace';

const run = promisify(execFile);
const PAGE = 'docs/editors.md';

/** A running Emacs, without a screen, that is typed into and asked. */
export interface Emacs {
  readonly place: Workplace;
  /** The value of an expression in the buffer that is being edited, by way of JSON. */
  lisp<T>(expression: string): Promise<T>;
  /** Types keys, in Emacs's notation; `answers` are given to questions in turn. */
  keys(text: string, ...answers: readonly string[]): Promise<void>;
  /** Runs what a key is bound to. What asks the server and gives way to input cannot be typed: more keys may follow. */
  press(key: string): Promise<void>;
  /** Waits until an expression is not nil, and gives its value. */
  until<T>(what: string, expression: string): Promise<T>;
  /** Opens a file of the project with this text, as a person does, and waits for the server. */
  open(name: string, text: string): Promise<void>;
  text(): Promise<string>;
  stop(): Promise<void>;
}

/** Finds Emacs, or installs Debian's with the language client that it lacks before version 29. */
export const ensureEmacs = () =>
  ensureProgram({
    name: 'Emacs with eglot',
    packages: ['emacs-nox', 'elpa-eglot'],
    find: () => {
      const program = findCommand(['emacs']);
      return program && hasEglot(program) ? program : undefined;
    },
  });

function hasEglot(program: string): boolean {
  const look = `(progn (package-initialize) (kill-emacs (if (locate-library "eglot") 0 1)))`;
  return spawnSync(program, ['--batch', '--eval', look]).status === 0;
}

/** What tests need besides the documented set-up: a person who answers questions, in turn, and is heard doing so. */
const person = `
(require 'json)
(defvar test-answers nil "What the person will say.")
(defvar test-asked nil "What the person was asked and offered, the last question first.")
(defun test-answer (question choices)
  (push (list question (vconcat choices)) test-asked)
  (unless test-answers (error "Nobody answers %s" question))
  (pop test-answers))
(setq completing-read-function
      (lambda (prompt collection &optional predicate &rest _)
        (test-answer prompt (all-completions "" collection predicate))))
(fset 'y-or-n-p (lambda (prompt) (equal (test-answer prompt nil) "y")))
(defun test-value (code)
  (json-encode (with-current-buffer (window-buffer) (eval (read code) t))))
`;

/** Starts Emacs with the set-up that docs/editors.md gives as its init file. */
export async function startEmacs(): Promise<Emacs> {
  const program = await ensureEmacs();
  const place = await makeWorkplace('emacs');
  const [folder, extra, socket] = [
    join(place.home, '.emacs.d'),
    join(place.home, 'person.el'),
    join(place.home, 'socket'),
  ];
  mkdirSync(folder);
  writeFileSync(join(folder, 'init.el'), documented('emacs', PAGE));
  writeFileSync(extra, person);
  const tree = startTree(program, [`--fg-daemon=${socket}`, '-l', extra], {
    cwd: place.project,
    env: place.env,
    stdio: 'ignore',
  });
  const client = join(program, '..', 'emacsclient');
  const lisp = async <T>(expression: string): Promise<T> => {
    const args = ['-s', socket, '--eval', `(test-value ${JSON.stringify(expression)})`];
    const { stdout } = await run(client, args, { env: place.env, timeout: 60_000 });
    // A string of Lisp differs from one of JSON in that it is broken into lines as it is.
    return JSON.parse(JSON.parse(stdout.trim().replaceAll('\n', '\\n'))) as T;
  };
  await poll(() => lisp<number>('1').catch(() => undefined), { what: 'Emacs', timeoutMs: 60_000 });
  const emacs = asking(lisp);
  return {
    ...emacs,
    place,
    open: (name, text) => open(emacs, place.write(name, text)),
    stop: async () => {
      await tree.stop();
      place.remove();
    },
  };
}

type Asking = Pick<Emacs, 'lisp' | 'keys' | 'press' | 'until' | 'text'>;

function asking(lisp: Emacs['lisp']): Asking {
  return {
    lisp,
    keys: async (text, ...answers) => {
      const given = `(list ${answers.map((answer) => JSON.stringify(answer)).join(' ')})`;
      await lisp(
        `(progn (setq test-asked nil test-answers ${given}) (execute-kbd-macro (kbd ${JSON.stringify(text)})) t)`,
      );
    },
    press: async (key) => {
      await lisp(`(progn (call-interactively (key-binding (kbd ${JSON.stringify(key)}))) t)`);
    },
    until: (what, expression) =>
      poll(async () => (await lisp(expression)) ?? undefined, {
        what,
        timeoutMs: 60_000,
        everyMs: 30,
      }) as Promise<never>,
    text: () => lisp('(buffer-substring-no-properties (point-min) (point-max))'),
  };
}

async function open(emacs: Asking, path: string): Promise<void> {
  await emacs.keys('C-x C-f', path);
  await emacs.until(
    'the server',
    `(and (equal buffer-file-name ${JSON.stringify(path)}) (eglot-managed-p) t)`,
  );
  // Checks begin after the next command.
  await emacs.keys('M-<');
}
