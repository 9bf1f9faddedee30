import type { Io } from '../io';

const codes = { red: 31, yellow: 33, blue: 34, dim: 2, bold: 1, underline: 4 } as const;

/** Dresses a text up for a terminal, or leaves it as it is. */
export type Paint = (style: keyof typeof codes, text: string) => string;

/**
 * Colours where a person looks: on terminals, unless the environment says otherwise. `FORCE_COLOR` goes before
 * `NO_COLOR`, as in Node.js.
 */
export function paintFor(io: Io): Paint {
  if (!wantsColours(io)) return (_style, text) => text;
  return (style, text) => `\u001b[${codes[style]}m${text}\u001b[0m`;
}

function wantsColours({ env, isTTY }: Io): boolean {
  const forced = env.FORCE_COLOR;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return isTTY && !env.NO_COLOR && env.TERM !== 'dumb';
}
