/** Made by the bundler: every suite of `test/vscode/suite`. */
declare module 'suites' {
  /** Loads all of them in the order of their names, so that Mocha knows them. */
  export function loadAll(): Promise<void>;
}

declare module 'mocha/mocha.js';
