import type { Token } from '../../document/tokens';

/** An object or array that is open where the cursor stands, as far as its tokens were read. */
export interface Frame {
  readonly kind: '{' | '[';
  expecting: 'key' | 'colon' | 'value' | 'comma';
  lastKey: string;
  index: number;
  lastEnd: number;
  readonly keys: string[];
}

/** The containers that are open after the first `count` tokens, outermost first; every slip is read as what was most likely meant. */
export function framesBefore(tokens: readonly Token[], count: number): Frame[] {
  const frames: Frame[] = [];
  const opened = { '{': 0, '[': 0 };
  for (let index = 0; index < count; index++) step(frames, opened, tokens, index);
  return frames;
}

/** The key or index that leads from a container to what stands, or is about to stand, in it. */
export function stepOf(frame: Frame, late = false): string | number {
  return frame.kind === '{' ? frame.lastKey : frame.index + (late ? 1 : 0);
}

function step(
  frames: Frame[],
  opened: Record<Frame['kind'], number>,
  tokens: readonly Token[],
  index: number,
): void {
  const token = tokens[index];
  const frame = frames.at(-1);
  if (!token) return;
  switch (token.kind) {
    case '{':
    case '[':
      opened[token.kind]++;
      open(frames, frame, token.kind);
      return;
    case '}':
    case ']':
      close(frames, opened, token);
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

function open(frames: Frame[], frame: Frame | undefined, kind: Frame['kind']): void {
  if (frame?.kind === '[' && frame.expecting === 'comma') frame.index++;
  frames.push({
    kind,
    expecting: kind === '{' ? 'key' : 'value',
    lastKey: '',
    index: 0,
    lastEnd: 0,
    keys: [],
  });
}

/** Closes the innermost container of the bracket's kind and whatever was left open in it. */
function close(frames: Frame[], opened: Record<Frame['kind'], number>, token: Token): void {
  const kind = token.kind === '}' ? '{' : '[';
  // Without this count, a long run of brackets that close nothing would search all frames again and again.
  if (opened[kind] === 0) return;
  let last = frames.pop();
  while (last) {
    opened[last.kind]--;
    if (last.kind === kind) break;
    last = frames.pop();
  }
  const parent = frames.at(-1);
  if (!parent) return;
  parent.expecting = 'comma';
  parent.lastEnd = token.end;
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
export function keysAfter(tokens: readonly Token[], from: number): string[] {
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
