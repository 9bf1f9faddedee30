import { chatShape } from './chat-shape';
import { contentPartType } from './content-part-type';
import { duplicateTool } from './duplicate-tool';
import { foreignSessionKey } from './foreign-session-key';
import { modelShutdown } from './model-shutdown';
import { movedKey } from './moved-key';
import { outputModalities } from './output-modalities';
import type { Rule } from './rule';
import { serverOwnedKey } from './server-owned-key';
import { sessionType } from './session-type';
import { shorthandValue } from './shorthand-value';
import { speedInResponse } from './speed-in-response';
import { temperature } from './temperature';
import { toolExtraKey } from './tool-extra-key';
import { turnDetectionNone } from './turn-detection-none';
import { wrongEnvelope } from './wrong-envelope';

/** Every rule, by id. A conventions test compares the list with the files, their tests and their pages. */
export const rules: readonly Rule[] = [
  chatShape,
  contentPartType,
  duplicateTool,
  foreignSessionKey,
  modelShutdown,
  movedKey,
  outputModalities,
  serverOwnedKey,
  sessionType,
  shorthandValue,
  speedInResponse,
  temperature,
  toolExtraKey,
  turnDetectionNone,
  wrongEnvelope,
];
