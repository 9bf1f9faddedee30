import type { Kind } from '../kinds/catalogue';

const left = (name: string) => `"${name}" is left out`;

/** Every sentence of the conversions. Each says what became of a value, and why. */
export const notes = {
  repeated: (name: string) => `${left(name)}: the key is repeated, and the last one counts.`,
  unknown: (name: string, to: Kind) => `${left(name)}: ${to.id} has no such key in this place.`,
  noNull: (name: string) => `${left(name)}: null cannot stand there any more.`,
  occupied: (name: string, place: string) => `${left(name)}: "${place}" is there already, and it counts.`,
  temperature: `"temperature" is left out: today's API has no such setting. Say in "instructions" how free the answers may be.`,
  successor: (model: string) => `This model has been shut down; its successor "${model}" takes its place.`,
  ending: (model: string, date: string) => `This model ends on ${date}; "${model}" takes its place.`,
  voice: (voice: string) =>
    `Today's API has no such voice; "${voice}" takes its place. Try it, and choose another if it does not suit.`,
  noVoice: (to: Kind) => `"voice" is left out: ${to.id} knows no such voice. The default voice speaks.`,
  overLimit: (limit: number) => `The API takes ${limit} tokens at most, so ${limit} is the limit now.`,
  noTokens: (name: string) => `${left(name)}: the API takes no limit below 1. Answers have no limit now.`,
  noInfinity: (name: string) =>
    `${left(name)}: the SDK takes only numbers. Without the key answers have no limit either.`,
  sameVad: `"voice_activity_detection" is left out: "turn_detection" says the same.`,
  otherVad: `"voice_activity_detection" is left out: it contradicts "turn_detection", which is what the API went by.`,
  turnedOff: (name: string) => `${left(name)}: turn detection is off, so it had no effect.`,
  noModality: (name: string) =>
    `${left(name)}: it names neither "audio" nor "text". The default holds: spoken answers.`,
  otherModality: 'This is left out: an answer is either "audio", which comes with a transcript, or "text".',
  format: (name: string) =>
    `${left(name)}: no format of today's API goes by this name. The default holds: 24 kHz PCM.`,
  formatBack: (name: string) =>
    `${left(name)}: the older API has no name for this format. Its default holds: pcm16.`,
  toolChoice: (name: string) =>
    `This names a tool, so it has become { "type": "function", "name": ${JSON.stringify(name)} }.`,
  toolChoiceUnknown: `"tool_choice" is left out: it is no word of the API and names no tool. The default holds: "auto".`,
  toolChoiceBack: `"tool_choice" holds only the tool's name now: the SDK has no object there.`,
  noToolChoice: (to: Kind) =>
    `"tool_choice" is left out: ${to.id} has no such form. The default holds: "auto".`,
  toolType: 'Tools of this type do not exist in the API; the type is "function" now.',
  noMcp: (to: Kind) => `This tool is left out: ${to.id} has only functions.`,
  descriptionAdded: 'The SDK wants a "description" in every tool; an empty one was added.',
  parametersAdded: 'The SDK wants "parameters" in every tool; an empty object was added.',
  transcriptionOff: `The transcription was not enabled, so it is null now and its model is left out.`,
  expiry: (to: Kind) =>
    `"client_secret" is left out: ${to.id} has no place for it. ga.client-secret has "expires_after".`,
  serverOwned: (name: string) => `${left(name)}: the server writes it; nobody can ask for it.`,
  expiresAfter: `"expires_after" is left out: it belongs to the request for a client secret, not to the session.`,
  eventId: `"event_id" is left out: it belongs to the event.`,
  updateModel: `"model" is left out: it is fixed when a translation begins and cannot be updated.`,
  modelAdded: (model: string) => `A "model" is needed and was not there; "${model}" was added.`,
  itemReference: 'This part is left out: a message cannot refer to another item any more.',
  itemType: (to: Kind) => `This item is left out: ${to.id} has no such item.`,
  noSemanticVad: `"turn_detection" is left out: the SDK knows only "server_vad" and "none". The server's default holds.`,
} as const;

/** Why nothing can be converted at all. */
export const refusals = {
  broken: 'This is no JSON yet, so it cannot be converted without losing something. Mend it first.',
  noKind: 'This is a document of another API, and nothing here knows what it would be in this one.',
  noObject: 'There is no object here to convert.',
  noSession: (name: string) =>
    `There is no "${name}" object in this document, so there is nothing to convert.`,
  noWay: (from: string, to: string, targets: readonly string[]) =>
    `${from} cannot become ${to}.${targets.length > 0 ? ` It can become ${list(targets)}.` : ''}`,
} as const;

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
