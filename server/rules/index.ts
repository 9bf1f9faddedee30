import { absentToolChoice } from './absent-tool-choice';
import { approvalDefault } from './approval-default';
import { approvalFilter } from './approval-filter';
import { audioModel } from './audio-model';
import { azureEndpoint } from './azure-endpoint';
import { azureSemanticVad } from './azure-semantic-vad';
import { azureTracing } from './azure-tracing';
import { azureTranscriptionModel } from './azure-transcription-model';
import { azureVoice } from './azure-voice';
import { betaSemanticTranscription } from './beta-semantic-transcription';
import { callArguments } from './call-arguments';
import { chatShape } from './chat-shape';
import { clearedTools } from './cleared-tools';
import { connectorAuthorization } from './connector-authorization';
import { contentPartType } from './content-part-type';
import { contextLimit } from './context-limit';
import { deprecatedConnector } from './deprecated-connector';
import { duplicateServerLabel } from './duplicate-server-label';
import { duplicateTool } from './duplicate-tool';
import { emptyInput } from './empty-input';
import { expiresIn } from './expires-in';
import { expiryOrder } from './expiry-order';
import { f32Overflow } from './f32-overflow';
import { fixedInUpdate } from './fixed-in-update';
import { flatFormat } from './flat-format';
import { foreignSessionKey } from './foreign-session-key';
import { idleWithoutResponse } from './idle-without-response';
import { insecureServerUrl } from './insecure-server-url';
import { languageAndLanguages } from './language-and-languages';
import { languageCode } from './language-code';
import { languageList } from './language-list';
import { logprobsModel } from './logprobs-model';
import { logprobsWithoutTranscription } from './logprobs-without-transcription';
import { loneCallOutput } from './lone-call-output';
import { manualTurns } from './manual-turns';
import { mcpAddress } from './mcp-address';
import { missingModel } from './missing-model';
import { missingToolType } from './missing-tool-type';
import { mixedTelephony } from './mixed-telephony';
import { modelShutdown } from './model-shutdown';
import { movedKey } from './moved-key';
import { noInterruption } from './no-interruption';
import { outputModalities } from './output-modalities';
import { parametersRef } from './parameters-ref';
import { parametersRequired } from './parameters-required';
import { parametersShape } from './parameters-shape';
import { parametersTypeName } from './parameters-type-name';
import { previewModalities } from './preview-modalities';
import { promptId } from './prompt-id';
import { promptShutdown } from './prompt-shutdown';
import { reasoningModel } from './reasoning-model';
import { requiredWithoutTools } from './required-without-tools';
import { retentionRatioEdge } from './retention-ratio-edge';
import type { Rule } from './rule';
import { sdkApiRange } from './sdk-api-range';
import { sdkModalities } from './sdk-modalities';
import { sdkTemperature } from './sdk-temperature';
import { serverOwnedKey } from './server-owned-key';
import { sessionType } from './session-type';
import { shorthandValue } from './shorthand-value';
import { sideTranscriptionVad } from './side-transcription-vad';
import { speedInResponse } from './speed-in-response';
import { temperature } from './temperature';
import { tokenLimit } from './token-limit';
import { tokenValue } from './token-value';
import { tooManyDecimals } from './too-many-decimals';
import { toolExtraKey } from './tool-extra-key';
import { transcriptionEnabled } from './transcription-enabled';
import { transcriptionModelMissing } from './transcription-model-missing';
import { transcriptionOption } from './transcription-option';
import { transcriptionSwitches } from './transcription-switches';
import { truncationDisabled } from './truncation-disabled';
import { turnDetectionNone } from './turn-detection-none';
import { unknownModel } from './unknown-model';
import { unknownVoice } from './unknown-voice';
import { unmatchedResponse } from './unmatched-response';
import { unsupportedVoice } from './unsupported-voice';
import { unusedAudioOutput } from './unused-audio-output';
import { vadEventsOnly } from './vad-events-only';
import { vadNotNull } from './vad-not-null';
import { vadUnsupported } from './vad-unsupported';
import { voiceActivityDetection } from './voice-activity-detection';
import { writtenSecret } from './written-secret';
import { wrongEnvelope } from './wrong-envelope';
import { wrongModelFamily } from './wrong-model-family';

/** Every rule, by id. A conventions test compares the list with the files, their tests and their pages. */
export const rules: readonly Rule[] = [
  absentToolChoice,
  approvalDefault,
  approvalFilter,
  audioModel,
  azureEndpoint,
  azureSemanticVad,
  azureTracing,
  azureTranscriptionModel,
  azureVoice,
  betaSemanticTranscription,
  callArguments,
  chatShape,
  clearedTools,
  connectorAuthorization,
  contentPartType,
  contextLimit,
  deprecatedConnector,
  duplicateServerLabel,
  duplicateTool,
  emptyInput,
  expiresIn,
  expiryOrder,
  f32Overflow,
  fixedInUpdate,
  flatFormat,
  foreignSessionKey,
  idleWithoutResponse,
  insecureServerUrl,
  languageAndLanguages,
  languageCode,
  languageList,
  logprobsModel,
  logprobsWithoutTranscription,
  loneCallOutput,
  manualTurns,
  mcpAddress,
  missingModel,
  missingToolType,
  mixedTelephony,
  modelShutdown,
  movedKey,
  noInterruption,
  outputModalities,
  parametersRef,
  parametersRequired,
  parametersShape,
  parametersTypeName,
  previewModalities,
  promptId,
  promptShutdown,
  reasoningModel,
  requiredWithoutTools,
  retentionRatioEdge,
  sdkApiRange,
  sdkModalities,
  sdkTemperature,
  serverOwnedKey,
  sessionType,
  shorthandValue,
  sideTranscriptionVad,
  speedInResponse,
  temperature,
  tokenLimit,
  tokenValue,
  tooManyDecimals,
  toolExtraKey,
  transcriptionEnabled,
  transcriptionModelMissing,
  transcriptionOption,
  transcriptionSwitches,
  truncationDisabled,
  turnDetectionNone,
  unknownModel,
  unknownVoice,
  unmatchedResponse,
  unsupportedVoice,
  unusedAudioOutput,
  vadEventsOnly,
  vadNotNull,
  vadUnsupported,
  voiceActivityDetection,
  writtenSecret,
  wrongEnvelope,
  wrongModelFamily,
];
