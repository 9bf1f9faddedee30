/** A JSON value. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Whether a value is a JSON object. */
export const isObject = (value: Json | undefined): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A copy that shares nothing, as a reader of the text would see it. */
export const copyOf = <T extends Json>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
