import { mkdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Page } from 'playwright-core';
import { projectRoot } from '../host/paths';
import { type EditorSession, startSession } from './editor/session';
import { hoverOver, runCommand, screenshot, typeKeys, waitForKind, waitForSuggest } from './page';

/** One picture of the README, taken from the real editor. */
interface Picture {
  readonly name: string;
  readonly file: string;
  readonly text: string;
  readonly width: number;
  readonly height: number;
  /** Brings the editor to what the picture shows; the file is open, the cursor at its start. */
  readonly stage: (page: Page) => Promise<void>;
}

const folder = join(projectRoot, 'docs', 'images');
const maxBytes = 150_000;
const settleMs = 15_000;

/** Only the editor and its status bar: the pictures are about one file. */
const settings = {
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
  'workbench.sideBar.location': 'right',
  'workbench.editor.editorActionsLocation': 'hidden',
  'workbench.navigationControl.enabled': false,
  'window.commandCenter': false,
  'window.menuBarVisibility': 'hidden',
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'editor.fontSize': 15,
  'editor.lineHeight': 1.6,
  'editor.scrollbar.vertical': 'hidden',
  'editor.scrollbar.horizontal': 'hidden',
  'editor.overviewRulerBorder': false,
  'editor.hideCursorInOverviewRuler': true,
  'editor.renderLineHighlight': 'none',
  'editor.guides.indentation': false,
  'editor.suggest.showStatusBar': false,
  'editor.suggestFontSize': 14,
  'editor.stickyScroll.enabled': false,
  'editor.hover.above': false,
  'editor.matchBrackets': 'never',
  'editor.bracketPairColorization.enabled': false,
  'editor.scrollBeyondLastLine': false,
};

const phone = `{
  "model": "gpt-4o-realtime-preview",
  "config": {
    "input_audio_format": "g711_ulaw",
    "output_audio_format": "g711_ulaw",
    "turn_detection": {
      "type": "server_vad",
      "threshold": 0.6,
      "prefix_padding_ms": 300,
      "silence_duration_ms": 500
    },
    "modalities": ["text", "audio"]
  },
  "instructions": "You answer the support line. Greet the caller kindly.",
  "voice": "alloy",
  "temperature": 0.8
}
`;

const mistakes = `{
  "model": "gpt-4o-realtime-preview",
  "config": {
    "input_audio_format": "pcm16",
    "turn_detection": {
      "type": "server_vad",
      "threshold": "high",
      "silence_duration_ms": null
    },
    "tool_choise": "auto"
  },
  "voice": "aloy",
  "voice": "alloy"
}
`;

const pictures: readonly Picture[] = [
  {
    name: 'completion',
    file: 'phone-support.realtime.json',
    text: phone.replace(/ {4}"turn_detection"[^}]*\},\n/, '    \n'),
    width: 960,
    height: 460,
    stage: async (page) => {
      await typeKeys(page, ...Array.from({ length: 5 }, () => 'ArrowDown'), 'End', 'text:"t');
      await waitForSuggest(page, (labels) => labels.includes('turn_detection'));
      await showDetails(page);
    },
  },
  {
    name: 'hover',
    file: 'phone-support.realtime.json',
    text: phone,
    width: 960,
    height: 500,
    stage: async (page) => {
      await hoverOver(page, 'threshold');
    },
  },
  {
    name: 'diagnostics',
    file: 'support-draft.realtime.json',
    text: mistakes,
    width: 1120,
    height: 640,
    stage: async (page) => {
      await page.locator('.squiggly-error').first().waitFor({ timeout: settleMs });
      await runCommand(page, 'Problems: Focus on Problems View');
      await page.locator('.markers-panel .monaco-list-row', { hasText: 'tool_choise' }).first().waitFor();
    },
  },
  {
    name: 'conversion',
    file: 'phone-support.realtime.json',
    text: phone,
    width: 1360,
    height: 640,
    stage: async (page) => {
      await runCommand(page, 'Realtime: Convert to Another Kind…');
      await page
        .locator('.quick-input-list .monaco-list-row', { hasText: 'Realtime session' })
        .first()
        .click();
      await page.locator('.editor-group-container', { hasText: 'could not be carried over' }).waitFor();
      await page.locator('.modified .view-line', { hasText: 'audio/pcmu' }).first().waitFor();
    },
  },
];

/** The panel with the documentation of the chosen entry; ctrl-space opens it. */
async function showDetails(page: Page): Promise<void> {
  const details = page.locator('.suggest-details-container:visible');
  if (!(await details.isVisible())) await page.keyboard.press('Control+Space');
  await details.first().waitFor({ timeout: settleMs });
  // A short list opens a panel as short: its corner is pulled down, as one does with the mouse, to show the whole text.
  const box = await details.first().boundingBox();
  if (!box) throw new Error('the documentation has no place');
  const { x, y } = { x: box.x + box.width - 1, y: box.y + box.height - 1 };
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 20, y + 112, { steps: 5 });
  await page.mouse.up();
  await page.mouse.move(5, 5);
  await page
    .locator('.suggest-details-container .monaco-sash.hover')
    .first()
    .waitFor({ state: 'hidden', timeout: settleMs });
}

async function take(picture: Picture): Promise<void> {
  const { width, height } = picture;
  const size = { width, height };
  const session: EditorSession = await startSession({ settings, ...size });
  try {
    const { page } = session;
    await session.open(picture.file, picture.text);
    await waitForKind(page);
    await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
    await page.locator('.part.sidebar').waitFor({ state: 'hidden', timeout: settleMs });
    await picture.stage(page);
    const path = join(folder, `${picture.name}.png`);
    await screenshot(page, path);
    const bytes = statSync(path).size;
    if (bytes > maxBytes) throw new Error(`${path} has ${bytes} bytes, more than ${maxBytes}`);
    console.log(`${relative(projectRoot, path)}: ${Math.round(bytes / 1000)} kB`);
  } finally {
    await session.close();
  }
}

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const wanted = process.argv.slice(2);
  for (const picture of pictures) {
    if (wanted.length === 0 || wanted.includes(picture.name)) await take(picture);
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
