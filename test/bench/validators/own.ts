import type { Product } from './bundled';
import type { Contender } from './contender';

/** Our walker: the schema is followed along the tree of the source. */
export function ourWalker({ diagnose, parse }: Product): Contender {
  return {
    name: 'our walker',
    find: (kind, text) =>
      diagnose(parse(text), kind).map(({ severity, pointer, message }) => ({
        isError: severity === 'error',
        pointer,
        message,
      })),
  };
}
