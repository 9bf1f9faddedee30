import { absentToolChoice } from './absent-tool-choice';
import { approvalDefault } from './approval-default';
import { approvalFilter } from './approval-filter';
import { azureEndpoint } from './azure-endpoint';
import { azureSemanticVad } from './azure-semantic-vad';
import { azureTracing } from './azure-tracing';
import { azureTranscriptionModel } from './azure-transcription-model';
import { azureVoice } from './azure-voice';
import { callArguments } from './call-arguments';
import { chatShape } from './chat-shape';
import { clearedTools } from './cleared-tools';
import { connectorAuthorization } from './connector-authorization';
import { contentPartType } from './content-part-type';
import { deprecatedConnector } from './deprecated-connector';
import { duplicateServerLabel } from './duplicate-server-label';
import { duplicateTool } from './duplicate-tool';
import { emptyInput } from './empty-input';
import { foreignSessionKey } from './foreign-session-key';
import { insecureServerUrl } from './insecure-server-url';
import { loneCallOutput } from './lone-call-output';
import { mcpAddress } from './mcp-address';
import { missingToolType } from './missing-tool-type';
import { modelShutdown } from './model-shutdown';
import { movedKey } from './moved-key';
import { outputModalities } from './output-modalities';
import { parametersRef } from './parameters-ref';
import { parametersRequired } from './parameters-required';
import { parametersShape } from './parameters-shape';
import { parametersTypeName } from './parameters-type-name';
import { promptId } from './prompt-id';
import { promptShutdown } from './prompt-shutdown';
import { requiredWithoutTools } from './required-without-tools';
import type { Rule } from './rule';
import { sdkTemperature } from './sdk-temperature';
import { serverOwnedKey } from './server-owned-key';
import { sessionType } from './session-type';
import { shorthandValue } from './shorthand-value';
import { speedInResponse } from './speed-in-response';
import { temperature } from './temperature';
import { toolExtraKey } from './tool-extra-key';
import { turnDetectionNone } from './turn-detection-none';
import { unmatchedResponse } from './unmatched-response';
import { unusedAudioOutput } from './unused-audio-output';
import { writtenSecret } from './written-secret';
import { wrongEnvelope } from './wrong-envelope';

/** Every rule, by id. A conventions test compares the list with the files, their tests and their pages. */
export const rules: readonly Rule[] = [
  absentToolChoice,
  approvalDefault,
  approvalFilter,
  azureEndpoint,
  azureSemanticVad,
  azureTracing,
  azureTranscriptionModel,
  azureVoice,
  callArguments,
  chatShape,
  clearedTools,
  connectorAuthorization,
  contentPartType,
  deprecatedConnector,
  duplicateServerLabel,
  duplicateTool,
  emptyInput,
  foreignSessionKey,
  insecureServerUrl,
  loneCallOutput,
  mcpAddress,
  missingToolType,
  modelShutdown,
  movedKey,
  outputModalities,
  parametersRef,
  parametersRequired,
  parametersShape,
  parametersTypeName,
  promptId,
  promptShutdown,
  requiredWithoutTools,
  sdkTemperature,
  serverOwnedKey,
  sessionType,
  shorthandValue,
  speedInResponse,
  temperature,
  toolExtraKey,
  turnDetectionNone,
  unmatchedResponse,
  unusedAudioOutput,
  writtenSecret,
  wrongEnvelope,
];
