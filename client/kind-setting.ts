/** The value of the setting `realtimeConfig.kinds`: glob → kind id. The last entry that fits decides. */
export type KindSetting = Readonly<Record<string, string>>;

/**
 * The setting after a choice. In: the setting as it is at one level, the file's glob, and a kind id or
 * undefined for "automatic". Out: a new value; undefined when nothing is left, which removes the setting.
 */
export function withKind(
  setting: KindSetting | undefined,
  glob: string,
  kind: string | undefined,
): KindSetting | undefined {
  const { [glob]: _replaced, ...others } = setting ?? {};
  // At the end: a choice for one file has to win over wider globs before it.
  const next = kind === undefined ? others : { ...others, [glob]: kind };
  return Object.keys(next).length > 0 ? next : undefined;
}
