import { memberOf, type Node, valueAt } from '../../document/node';
import { type Model, modelById } from '../../kinds/models';
import type { RuleContext } from '../rule';

/** Every place where a document names a model, whatever stands there. */
export function namedModels({ root, kind, session }: RuleContext): Node[] {
  const places =
    kind.id === 'sdk.input-audio-transcription'
      ? [valueAt(root, 'model')]
      : [session?.value('model'), memberOf(session?.value('transcription'), 'model')?.value];
  return places.filter((node): node is Node => node !== undefined);
}

/** The session's model, as far as the document names one that the catalogue has. */
export function sessionModel({ session }: RuleContext): Model | undefined {
  return modelById(session?.text('model'));
}

/** The model that transcribes, likewise. */
export function transcriptionModel({ session }: RuleContext): Model | undefined {
  return modelById(memberOf(session?.value('transcription'), 'model')?.value?.value);
}

/** The sentence about what becomes of a document with a refused value. */
export function refusal({ kind }: RuleContext): string {
  if (kind.dialect === 'sdk') return 'The SDK refuses the whole file.';
  return kind.dialect === 'beta'
    ? `The preview API refused the whole ${kind.whole}.`
    : `The API refuses the whole ${kind.whole}.`;
}
