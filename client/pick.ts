import { type QuickPickItem, window } from 'vscode';

/**
 * A quick pick that starts on a given item and also searches description and detail. In: the items, a hint,
 * and the item to start on. Out: the chosen item, undefined when the user leaves.
 */
export async function pick<Item extends QuickPickItem>(
  items: readonly Item[],
  placeholder: string,
  active?: Item,
): Promise<Item | undefined> {
  const input = window.createQuickPick<Item>();
  input.items = items;
  input.placeholder = placeholder;
  input.matchOnDescription = true;
  input.matchOnDetail = true;
  if (active) input.activeItems = [active];
  try {
    return await new Promise((resolve) => {
      input.onDidAccept(() => resolve(input.selectedItems[0]));
      input.onDidHide(() => resolve(undefined));
      input.show();
    });
  } finally {
    input.dispose();
  }
}
