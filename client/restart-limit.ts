const WINDOW_MS = 3 * 60 * 1000;
const MAX_CRASHES = 4;

/**
 * Decides whether a server that crashed is worth another start. Out: a function that takes the time of a crash
 * in milliseconds and answers false once there were more than four within three minutes.
 */
export function restartLimit(): (now: number) => boolean {
  let crashes: number[] = [];
  return (now) => {
    crashes = [...crashes.filter((time) => now - time <= WINDOW_MS), now];
    return crashes.length <= MAX_CRASHES;
  };
}
