import { kindById } from '../kinds/catalogue';
import type { Dialect } from '../schema/context';
import { serdeDialect } from '../schema/serde';

const dialects: Record<string, Dialect> = { sdk: serdeDialect };

/** How files of this kind are read; undefined for an unknown kind. */
export function dialectOf(kind: string): Dialect | undefined {
  return dialects[kindById(kind)?.dialect ?? ''];
}
