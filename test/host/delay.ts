/**
 * The pause between two looks at a condition; never a guess at how long something takes.
 * @param ms how long to wait
 * @returns resolves after that time
 */
export function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/**
 * Looks again and again until a condition holds.
 * @param look returns the value once the condition holds and undefined before
 * @param options `what` names the condition for the error; `timeoutMs` is the deadline
 * @returns the value; rejects when `look` does or when the deadline passes
 */
export async function poll<T>(
  look: () => Promise<T | undefined> | T | undefined,
  options: { what: string; timeoutMs: number; everyMs?: number },
): Promise<T> {
  const deadline = Date.now() + options.timeoutMs;
  for (;;) {
    const value = await look();
    if (value !== undefined) return value;
    if (Date.now() > deadline) throw new Error(`${options.what}: not within ${options.timeoutMs / 1000} s`);
    await delay(options.everyMs ?? 100);
  }
}
