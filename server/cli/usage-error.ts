const NAME = 'UsageError';

/**
 * An error about how the command was called. It ends the run with exit code 2.
 * @param message what is wrong and what to write instead, in whole sentences
 */
export function usageError(message: string): Error {
  const error = new Error(message);
  error.name = NAME;
  return error;
}

/** Whether an error is the caller's (and not ours). */
export function isUsageError(error: unknown): error is Error {
  return error instanceof Error && error.name === NAME;
}
