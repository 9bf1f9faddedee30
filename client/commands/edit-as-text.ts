import { type TextEditor, Uri, window } from 'vscode';
import { EDIT_AS_TEXT, type EditAsTextArgs } from '../../server/protocol';
import { realtimeEditor } from '../open-config';
import { pick } from '../pick';
import { type Place, pathText, stringAtOffset, stringsIn } from '../prose/place';
import type { Command } from './command';

/** Opens a string as text: the one that is named, else the one at the cursor, else one that is chosen. */
export const editAsText: Command = {
  id: EDIT_AS_TEXT,
  goal: 'open the text',
  run: async ({ openText }, named) => {
    const target = isArgs(named) ? named : await chosen();
    if (!target) return;
    const uri = Uri.parse(target.uri).toString();
    const active = window.activeTextEditor;
    const cursor =
      active?.document.uri.toString() === uri ? active.document.offsetAt(active.selection.active) : undefined;
    await openText({ uri, pointer: target.pointer }, cursor);
  },
};

function isArgs(named: unknown): named is EditAsTextArgs {
  const args = named as Partial<EditAsTextArgs> | null | undefined;
  return typeof args?.uri === 'string' && typeof args.pointer === 'string';
}

async function chosen(): Promise<EditAsTextArgs | undefined> {
  const editor = await realtimeEditor();
  const place = editor && (await placeIn(editor));
  return place && { uri: editor.document.uri.toString(), pointer: place.pointer };
}

async function placeIn({ document, selection }: TextEditor): Promise<Place | undefined> {
  const text = document.getText();
  const here = stringAtOffset(text, document.offsetAt(selection.active));
  if (here) return here;
  const places = stringsIn(text).filter(isProse);
  const [only, more] = places;
  if (!only) {
    // Not awaited: the command has ended.
    void window.showInformationMessage(
      'There is no text to edit here. Add "instructions": "" first, or put the cursor on another string that has both its quotes.',
    );
  }
  if (!more) return only;
  const items = places.map((place) => ({
    label: pathText(place.pointer),
    description: `line ${(document.positionAt(place.offset).line + 1).toLocaleString('en')} · ${lengthOf(place)}`,
    place,
  }));
  return (await pick(items, 'Which text do you want to edit?'))?.place;
}

/** Longer than names and most values. */
const NAME = 40;

const isProse = ({ pointer, source }: Place) =>
  pointer.endsWith('/instructions') || source.length > NAME || /\s|\\[nrt]/.test(source);

function lengthOf({ source }: Place): string {
  return source.length === 1 ? '1 character' : `${source.length.toLocaleString('en')} characters`;
}
