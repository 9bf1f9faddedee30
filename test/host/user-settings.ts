import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What keeps the editor quiet: nothing is fetched, nothing pops up, and only the files and the text are shown. */
export const quietSettings = {
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'workbench.enableExperiments': false,
  'workbench.settings.enableNaturalLanguageSearch': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'git.enabled': false,
  // A web workbench saves by itself by default, a desktop one does not; files change only when they are saved.
  'files.autoSave': 'off',
  'window.restoreWindows': 'none',
  // The extension works in untrusted workspaces; the question would only hide the editor.
  'security.workspace.trust.enabled': false,
};

/**
 * Writes the user settings of a fresh VS Code.
 * @param userFolder the `User` folder of its data; made when missing
 * @param extra settings that differ from or add to the quiet ones
 */
export function writeUserSettings(userFolder: string, extra: Record<string, unknown> = {}): void {
  mkdirSync(userFolder, { recursive: true });
  const settings = { ...quietSettings, ...extra };
  writeFileSync(join(userFolder, 'settings.json'), `${JSON.stringify(settings, null, 2)}\n`);
}
