import { type Token, tokensOf } from '../../document/tokens';

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

interface Frame {
  readonly kind: '{' | '[';
  readonly path: readonly (string | number)[];
  expecting: 'key' | 'colon' | 'value' | 'comma';
  lastKey: string;
  index: number;
  lastEnd: number;
  readonly keys: string[];
}

/**
 * Finds out what can be completed at an offset.
 * @returns undefined where nothing can (after the root value, inside a comment, right after a key)
 */
export function placeAt(text: string, offset: number): Place | undefined {
  const tokens = tokensOf(text);
  const place = placeAmong(
    tokens,
    offset,
    tokens.findIndex((token) => touches(token, offset)),
  );
  // Right before a key a new one is wanted; right before a value, another value.
  const beforeKey = place?.role === 'key' && place.replace.length > 0 && place.replace.offset === offset;
  return beforeKey ? placeAmong(tokens, offset, -1) : place;
}

/** @param at index of the token that is being typed, or -1 */
function placeAmong(tokens: readonly Token[], offset: number, at: number): Place | undefined {
  const before = at >= 0 ? at : tokens.filter((token) => token.end <= offset).length;
  const frames: Frame[] = [];
  for (let index = 0; index < before; index++) step(frames, tokens, index);
  const current = at >= 0 ? tokens[at] : undefined;
  const replace = current
    ? { offset: current.offset, length: current.end - current.offset }
    : { offset, length: 0 };
  const next = tokens[current ? at + 1 : before];
  const frame = frames.at(-1);
  if (!frame) return before === 0 ? rootPlace(replace, next) : undefined;
  const role = roleAt(frame, current, next, offset);
  if (!role) return undefined;
  const late = frame.expecting === 'comma';
  return {
    role,
    path:
      role === 'key'
        ? frame.path
        : [...frame.path, frame.kind === '{' ? frame.lastKey : frame.index + (late ? 1 : 0)],
    replace,
    commaBefore: late ? frame.lastEnd : undefined,
    commaAfter: needsComma(role, next),
    hasColon: role === 'key' && next?.kind === ':',
    siblings: role === 'key' ? [...frame.keys, ...keysAfter(tokens, current ? at + 1 : before)] : [],
  };
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

/** Feeds one token to the innermost container; every slip is read as what was most likely meant. */
function step(frames: Frame[], tokens: readonly Token[], index: number): void {
  const token = tokens[index];
  const frame = frames.at(-1);
  if (!token) return;
  switch (token.kind) {
    case '{':
    case '[':
      open(frames, frame, token);
      return;
    case '}':
    case ']':
      close(frames, token);
      return;
    case ',':
      if (!frame) return;
      if (frame.kind === '[') frame.index++;
      frame.expecting = frame.kind === '{' ? 'key' : 'value';
      return;
    case ':':
      if (frame?.expecting === 'colon') frame.expecting = 'value';
      return;
    default:
      if (frame) scalar(frame, token, tokens[index + 1]);
  }
}

function open(frames: Frame[], frame: Frame | undefined, token: Token): void {
  const kind = token.kind === '{' ? '{' : '[';
  if (frame?.kind === '[' && frame.expecting === 'comma') frame.index++;
  const below = frame ? [...frame.path, frame.kind === '{' ? frame.lastKey : frame.index] : [];
  frames.push({
    kind,
    path: below,
    expecting: kind === '{' ? 'key' : 'value',
    lastKey: '',
    index: 0,
    lastEnd: 0,
    keys: [],
  });
}

function close(frames: Frame[], token: Token): void {
  const kind = token.kind === '}' ? '{' : '[';
  const match = frames.findLastIndex((frame) => frame.kind === kind);
  if (match < 0) return;
  frames.length = match;
  const parent = frames.at(-1);
  if (parent) {
    parent.expecting = 'comma';
    parent.lastEnd = token.end;
  }
}

function scalar(frame: Frame, token: Token, next: Token | undefined): void {
  const isKey =
    frame.kind === '{' && (frame.expecting !== 'value' || (token.kind === 'string' && next?.kind === ':'));
  if (isKey) {
    frame.lastKey = token.text;
    frame.keys.push(token.text);
    frame.expecting = 'colon';
    return;
  }
  if (frame.kind === '[' && frame.expecting === 'comma') frame.index++;
  frame.expecting = 'comma';
  frame.lastEnd = token.end;
}

/** The keys that follow in the same object. */
function keysAfter(tokens: readonly Token[], from: number): string[] {
  const keys: string[] = [];
  let depth = 0;
  for (let index = from; index < tokens.length && depth >= 0; index++) {
    const token = tokens[index];
    if (token?.kind === '{' || token?.kind === '[') depth++;
    else if (token?.kind === '}' || token?.kind === ']') depth--;
    else if (depth === 0 && token?.kind === 'string' && tokens[index + 1]?.kind === ':')
      keys.push(token.text);
  }
  return keys;
}
