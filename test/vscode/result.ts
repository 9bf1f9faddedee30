/** What the suite inside VS Code hands to the program outside, as JSON. */
export interface SuiteResult {
  readonly app: string;
  readonly version: string;
  readonly passed: number;
  readonly failed: number;
  readonly pending: number;
  readonly tests: readonly TestResult[];
}

/** One test; `error` is there when it failed. */
export interface TestResult {
  readonly title: string;
  readonly ms: number;
  readonly state: 'passed' | 'failed' | 'pending';
  readonly error?: string;
}

/** What the program outside decides; esbuild writes it into the bundle, as an environment does not reach VS Code. */
export interface SuiteOptions {
  /** Where a host with a disk leaves the result. */
  readonly resultFile: string;
  /** Where a host without one sends it. */
  readonly resultUrl: string;
  /** Only tests whose full title contains this run; all when empty. */
  readonly grep: string;
  readonly timeoutMs: number;
  /** What `realtime-config defaults` of the build under test prints for a kind. */
  readonly defaults: Readonly<Record<string, string>>;
}
