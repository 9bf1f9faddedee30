import { isInComment, type Token, tokensOf } from '../../document/tokens';
import { type Frame, framesBefore, keysAfter, stepOf } from './frames';

/** Where the cursor stands, as far as the tokens around it tell; works on text that does not parse. */
export interface Place {
  readonly role: 'key' | 'value';
  /** Of a key: the object it is in. Of a value: the value itself. */
  readonly path: readonly (string | number)[];
  /** What a proposal replaces: the token at the cursor with its quotes, or nothing. */
  readonly replace: { readonly offset: number; readonly length: number };
  /** Where a comma is missing before the proposal; undefined where none is. */
  readonly commaBefore: number | undefined;
  /** Whether a comma is needed after what is inserted. */
  readonly commaAfter: boolean;
  /** A key that is followed by its colon: only the key is replaced. */
  readonly hasColon: boolean;
  /** The other keys of the object, before and after the cursor. */
  readonly siblings: readonly string[];
}

/**
 * Finds out what can be completed at an offset.
 * @returns undefined where nothing can (after the root value, inside a comment, right after a key)
 */
export function placeAt(text: string, offset: number): Place | undefined {
  if (isInComment(text, offset)) return undefined;
  const tokens = tokensOf(text);
  const at = tokens.findIndex((token) => touches(token, offset));
  const place = placeAmong(text, tokens, offset, at);
  // Right before a key a new one is wanted; right before a value, another value.
  const beforeKey = place?.role === 'key' && place.replace.length > 0 && place.replace.offset === offset;
  return beforeKey ? placeAmong(text, tokens, offset, -1) : place;
}

/** @param at index of the token that is being typed, or -1 */
function placeAmong(text: string, tokens: readonly Token[], offset: number, at: number): Place | undefined {
  const before = at >= 0 ? at : tokens.filter((token) => token.end <= offset).length;
  const frames = framesBefore(tokens, before);
  const current = at >= 0 ? tokens[at] : undefined;
  const replace = current ? replaceOf(text, current, offset) : { offset, length: 0 };
  const after = current ? at + 1 : before;
  const next = tokens[after];
  const frame = frames.at(-1);
  if (!frame) return before === 0 ? rootPlace(replace, next) : undefined;
  const role = roleAt(frame, current, next, offset);
  if (!role) return undefined;
  const late = frame.expecting === 'comma';
  const above = frames.slice(0, -1).map((one) => stepOf(one));
  if (role === 'value') {
    const place = { role, path: [...above, stepOf(frame, late)], replace, hasColon: false, siblings: [] };
    const ahead = !current && frame.expecting === 'value' && frame.kind === '{' && valueAhead(tokens, after);
    if (ahead) return replaceAhead(text, place, ahead, tokens[after + 1]);
    return { ...place, commaBefore: late ? frame.lastEnd : undefined, commaAfter: needsComma(role, next) };
  }
  return {
    role,
    path: above,
    replace,
    commaBefore: late ? frame.lastEnd : undefined,
    commaAfter: needsComma(role, next),
    hasColon: next?.kind === ':',
    siblings: [...frame.keys, ...keysAfter(tokens, after)],
  };
}

/**
 * The text of the token that is being typed. A string typed right before another one takes that one's opening
 * quote for its own closing one, as in `"aud|"text"`: then only what was typed is replaced.
 */
function replaceOf(text: string, { kind, offset, end }: Token, cursor: number): Place['replace'] {
  const tookNext = kind === 'string' && cursor === end - 1 && /\w/.test(text.charAt(end));
  return { offset, length: (tookNext ? cursor : end) - offset };
}

/** A member's value that the cursor is in front of, with only white space between; no key of the next member. */
function valueAhead(tokens: readonly Token[], index: number): Token | undefined {
  const token = tokens[index];
  if (!token || tokens[index + 1]?.kind === ':') return undefined;
  if (token.kind === 'word') return /^(?:-?\d|true$|false$|null$)/.test(token.text) ? token : undefined;
  return token.kind === '{' || token.kind === '[' || token.kind === 'string' ? token : undefined;
}

/**
 * The value is there already, a little farther on: a scalar on the cursor's line is replaced; objects and
 * arrays are not (an edit must not span lines), and a second value would be one too many.
 */
function replaceAhead(
  text: string,
  place: Omit<Place, 'commaBefore' | 'commaAfter'>,
  value: Token,
  next: Token | undefined,
): Place | undefined {
  const { offset } = place.replace;
  if (value.kind === '{' || value.kind === '[' || /[\r\n]/.test(text.slice(offset, value.offset)))
    return undefined;
  const replace = { offset, length: value.end - offset };
  return { ...place, replace, commaBefore: undefined, commaAfter: needsComma('value', next) };
}

/** A string is at the cursor also when the cursor touches one of its quotes; a word when it touches its end. */
function touches(token: Token, offset: number): boolean {
  if (token.kind !== 'string' && token.kind !== 'word') return false;
  return token.offset <= offset && offset <= token.end;
}

function rootPlace(replace: Place['replace'], next: Token | undefined): Place | undefined {
  if (next) return undefined;
  return {
    role: 'value',
    path: [],
    replace,
    commaBefore: undefined,
    commaAfter: false,
    hasColon: false,
    siblings: [],
  };
}

function roleAt(
  frame: Frame,
  current: Token | undefined,
  next: Token | undefined,
  offset: number,
): Place['role'] | undefined {
  if (frame.kind === '[') return frame.expecting === 'comma' && offset <= frame.lastEnd ? undefined : 'value';
  switch (frame.expecting) {
    case 'key':
      return 'key';
    case 'value':
      return current?.kind === 'string' && next?.kind === ':' ? 'key' : 'value';
    case 'comma':
      return current || offset > frame.lastEnd ? 'key' : undefined;
    case 'colon':
      return undefined;
  }
}

function needsComma(role: Place['role'], next: Token | undefined): boolean {
  if (!next || next.kind === ',' || next.kind === '}' || next.kind === ']') return false;
  return !(role === 'key' && next.kind === ':');
}
